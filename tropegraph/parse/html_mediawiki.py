"""Pages that a MediaWiki shows: All The Tropes, Tropedia on Fandom, and copies of them in other skins.

`_WHERE` is the one home of the selectors, `_CLASSES` of what the wikis' classes mean.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tropegraph.model import names, vocabulary
from tropegraph.model.page import Block, Page, RawPage
from tropegraph.parse import mediawiki_names as titles
from tropegraph.parse.html_elements import CLASSES, TAGS, blocks_of, caption, left_out, quote, words
from tropegraph.parse.html_notes import notes_of, reference
from tropegraph.parse.html_walk import Handler, Leave, Walk
from tropegraph.parse.mediawiki_identity import identity
from tropegraph.parse.subpages import own_subpages
from tropegraph.parse.targets import page_of_url

_WHERE: dict[str, tuple[str, ...]] = {
    "article": ("#mw-content-text .mw-parser-output", "#mw-content-text", ".mw-parser-output"),
    "title": ("#firstHeading", "h1.page-header__title", "h1.firstHeading", "h1"),
    "categories": ("#mw-normal-catlinks li a", ".page-header__categories a", "#catlinks li a", ".catlinks li a"),
    "url": ("link[rel=canonical]", "meta[property='og:url']"),
    "redirected from": (".mw-redirectedfrom a", ".redirectMsg a"),
}
"""Where a page keeps what it says about itself, skin by skin."""

_LEFT_OUT = (
    "toc mw-editsection editsection navbox navbox-inner navbox-styles vertical-navbox noprint mw-empty-elt printfooter "
    "catlinks magnify mw-collapsible-toggle ambox mbox-small metadata notice sitenotice messagebox hatnote gallery "
    "wikia-gallery references mw-references-wrap reflist portable-infobox infobox mw-cite-backlink mw-jump-link "
    "mw-redirectedfrom rail-module ad-slot top-ads-container bottom-ads-container gpt-ad global-navigation "
    "page-header__actions subpages thumbimage image wds-tabs tabs-container error mw-parser-output-notice"
).split()
"""Classes of what is no part of the article: contents, edit links, boxes of links, notices, lists of notes."""

_QUOTES = "cquote quote quotebox templatequote rquote pull-quote blockquote cquotetxt".split()
_CAPTIONS = "thumbcaption gallerytext lightbox-caption thumb tleft tright floatright floatleft".split()
_QUOTATION_MARK = re.compile(r"^c?quote[12](?:\.\w+)?$", re.IGNORECASE)
_TITLE_IN_ADDRESS = re.compile(r"(?:^|/)(?:wiki|A|C)/([^?]+)|[?&]title=([^&]+)")
_OWN_HOST = re.compile(
    r"(?:https?:)?//(?:[\w-]+\.)*(?:allthetropes\.\w+|(?:tropedia|allthetropes|the-true-tropes|originaltropes)\."
    r"(?:fandom|wikia|miraheze)\.\w+)/",
    re.IGNORECASE,
)
_PICTURE_DEPTH = 8
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?=//|[^_ ])|//", re.IGNORECASE)
_MISSING = " (page does not exist)"
_CONFIGURED = re.compile(r'"wg(PageName|Categories|RedirectedFrom)":("(?:[^"\\]|\\.){0,2000}"|\[[^\[\]]{0,20000}\])')
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—-]+$")


def article_of(html: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the article, or `None` where the document is not of a MediaWiki."""
    return next(filter(None, map(html.css_first, _WHERE["article"])), None)


def parse_shown(raw: RawPage, html: LexborHTMLParser, article: LexborNode) -> Page:
    """The page that a MediaWiki shows.

    Args:
        raw: The document.
        html: The same, parsed.
        article: Its article, as `article_of` gives it.
    """
    stated = _stated(html)
    known = identity(stated.title or raw.title, raw.name, None, stated.categories)
    handlers = _handlers(notes_of(article), _laid_out(article))
    blocks = blocks_of(article, known.name, handlers, _target)
    blocks = titles.with_works(block for block in blocks if not _is_noise(block))
    return Page(
        id=raw.id,
        title=known.title,
        name=known.name,
        kind=known.kind,
        format=raw.format,
        blocks=blocks,
        aliases=tuple(dict.fromkeys((*known.aliases, *stated.aliases))),
        indexes=known.indexes,
        subpages=own_subpages(blocks, known.name),
        url=stated.url or raw.url,
        origin=raw.origin,
        digest=raw.digest,
    )


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a document says of its page beside the article."""

    title: str
    categories: tuple[str, ...]
    aliases: tuple[str, ...]
    url: str


def _stated(html: LexborHTMLParser) -> _Stated:
    configured = _configured(html)
    categories = configured.get("Categories") or [words(node) for node in _all(html, "categories")]
    came_from = configured.get("RedirectedFrom") or [words(node) for node in _all(html, "redirected from")[:1]]
    shown = next(iter(configured.get("PageName", ())), "") or _title(html)
    return _Stated(
        title=shown.replace("_", " "),
        categories=tuple(category.removeprefix("Category:").replace("_", " ") for category in categories),
        aliases=tuple(filter(None, (titles.page_of_title(title.replace("_", " ")) for title in came_from))),
        url=_url(html),
    )


def _configured(html: LexborHTMLParser) -> dict[str, list[str]]:
    """What the page's scripts are told of it: its name, categories, and the redirect that led here."""
    found: dict[str, list[str]] = {}
    for script in html.css("script"):
        for key, value in _CONFIGURED.findall(script.text() or ""):
            try:
                words = json.loads(value)
            except ValueError:
                continue
            found.setdefault(key, [str(w) for w in (words if isinstance(words, list) else [words]) if w])
    return found


def _title(html: LexborHTMLParser) -> str:
    """Title as the page's heading has it, else as its window does, without the site's name."""
    shown = next((words(node) for what in _WHERE["title"] if (node := html.css_first(what))), "")
    window = html.css_first("title")
    return shown or (_SITE.sub("", words(window)) if window else "")


def _url(html: LexborHTMLParser) -> str:
    nodes = filter(None, map(html.css_first, _WHERE["url"]))
    found = (n.attributes.get("href") or n.attributes.get("content") or "" for n in nodes)
    return next((address for address in found if address.startswith(("http://", "https://"))), "")


def _all(html: LexborHTMLParser, what: str) -> list[LexborNode]:
    return next(filter(None, map(html.css, _WHERE[what])), [])


def _handlers(notes: dict[str, LexborNode], laid_out: Mapping[int, Handler]) -> dict[str, Handler]:
    """What to do at an element, by tag: what its place in a quotation says, else its class, else its tag.

    Args:
        notes: As of `html_notes.notes_of`; each is taken out when it is written.
        laid_out: As of `_laid_out`.
    """
    classes = {**_CLASSES, "reference": reference(notes)}
    tags = {**TAGS, "figure": caption}

    def handler(walk: Walk, node: LexborNode) -> Leave | None:
        own = (node.attributes.get("class") or "").split()
        known = next((classes[name] for name in own if name in classes), None)
        known = laid_out.get(node.mem_id) or known or tags.get(node.tag or "")
        return known(walk, node) if known else None

    return {**tags, **dict.fromkeys(_CLASSED_TAGS, handler)}


def _laid_out(article: LexborNode) -> dict[int, Handler]:
    """What to do at the elements of a quotation that is laid out as a table: pictures of quotation marks tell them."""
    found: dict[int, Handler] = {}
    for picture in article.css("img"):
        name = picture.attributes.get("alt") or picture.attributes.get("data-image-name") or ""
        if _QUOTATION_MARK.match(name.strip()):
            above = list(islice(_above(picture), _PICTURE_DEPTH))
            found.update((node.mem_id, quote) for node in above if node.tag == "table")
            found.update((node.mem_id, left_out) for node in [n for n in above if n.tag == "td"][:1])
    return found


def _above(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


_CLASSED_TAGS = "div span sup ol ul dl p aside table td blockquote section h2 h3".split()
_CLASSES: dict[str, Handler] = {
    **CLASSES,
    **dict.fromkeys(_LEFT_OUT, left_out),
    **dict.fromkeys(_QUOTES, quote),
    **dict.fromkeys(_CAPTIONS, caption),
}


def _target(attributes: dict[str, str | None], own: str) -> tuple[str, str]:
    """Where a link leads: a page of the same wiki, or an address outside of it."""
    href, shown = attributes.get("href") or "", attributes.get("title") or ""
    page = page_of_url(href)
    outside = {"external", "extiw"} & set((attributes.get("class") or "").split())
    if page or outside:
        return page, "" if page else href
    host = _OWN_HOST.match(href)
    path = href[host.end() - 1 :] if host else href
    if _SCHEME.match(path):
        return "", path if path.startswith(("http://", "https://", "//")) else ""
    title = _linked_title(path, shown)
    return titles.link_of(title, "") if title else ("", "")


def _linked_title(path: str, shown: str) -> str:
    """Title of a link's target: by its address; in copies with relative links by the title that is shown at it."""
    path = path.partition("#")[0]
    if not path:
        return ""
    match = _TITLE_IN_ADDRESS.search(path)
    name = (match[1] or match[2]) if match else shown.removesuffix(_MISSING) or path
    return unquote(name.removesuffix(".html")).replace("_", " ").lstrip("./")


def _is_noise(block: Block) -> bool:
    """Whether a block is a quotation mark's name, an advertisement's word, or a row of tabs to pages about the page."""
    if _QUOTATION_MARK.match(block.text) or block.text in {"Advertisement", "READ MORE"}:
        return True
    spaces = {names.namespace(link.page) for link in block.links}
    covered = sum(link.end - link.start for link in block.links)
    tabs = vocabulary.META_NAMESPACES | vocabulary.USEFUL_NOTES_NAMESPACES | vocabulary.WORK_SUBPAGE_NAMESPACES
    return len(block.links) > 1 and spaces <= tabs and covered * 2 > len(block.text)
