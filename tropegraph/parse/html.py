"""Saved pages of the wiki: HTML of the present layout and of older ones.

`_WHERE` is the one home of the selectors; of each row the first selector that finds something counts, so a new layout
is a new entry.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tropegraph.model import names
from tropegraph.model.findings import Finding
from tropegraph.model.page import Block, BlockKind, Page, RawPage
from tropegraph.model.vocabulary import ARTICLE_IDS, PageKind
from tropegraph.parse.html_depth import shallow
from tropegraph.parse.html_elements import blocks_of, words
from tropegraph.parse.html_links import link_target
from tropegraph.parse.html_mediawiki import article_of, parse_shown
from tropegraph.parse.subpages import own_subpages
from tropegraph.parse.targets import page_of_parts, page_of_url

_WHERE: dict[str, tuple[str, ...]] = {
    "article": tuple(f"#{element}" for element in ARTICLE_IDS),
    "title": ("h1.entry-title", ".article_title h1", ".pagetitle h1"),
    "space": ("#groupname-hidden",),
    "name": ("#title-hidden",),
    "url": ("link[rel=canonical]", "meta[property='og:url']", "#current_url"),
    "type": ("meta[property='og:type']",),
    "aliases": (".alt-titles h3 > span",),
    "index box": (".section-links", ".wiki-walk"),
}
"""Where a page keeps what it says about itself, layout by layout."""

_IN_INDEX_BOX = "li:nth-child(2) a, .walk-row > span:nth-child(2) a"
"""The middle column of the box: the index itself, between the pages before and after."""

_NOT_TITLE = frozenset({"ns_parts", "watch_rank_wrap"})
"""Classes of what stands in the title's heading beside the title: its namespace, and the reader's buttons."""

_WORK_TYPES = ("book", "video.movie", "video.tv_show", "game", "music.")
_REDIRECTED = re.compile(r"[?&]from=(\w+)[./](\w+)")


def parse_html(raw: RawPage) -> Page:
    """The page in a saved HTML document; a document without an article gives a page without blocks, and a finding."""
    text, cut = shallow(raw.text)
    html = LexborHTMLParser(text.encode("utf-8", "replace"))
    article = _first(html, "article")
    shown = article_of(html) if article is None else None
    if shown is not None:
        return replace(parse_shown(raw, html, shown), findings=_findings(raw, known=True, cut=cut))
    addresses = _addresses(html)
    url = _url(addresses)
    name = page_of_parts(_value(html, "space"), _value(html, "name")) or page_of_url(url) or raw.name
    blocks = blocks_of(article, name) if article else ()
    kind = _kind(html)
    if kind is PageKind.INDEX:
        blocks = tuple(map(_listed, blocks))
    return Page(
        id=raw.id,
        title=_title(html, name) or raw.title,
        name=name,
        kind=kind,
        format=raw.format,
        blocks=blocks,
        aliases=_aliases(html, addresses),
        indexes=_indexes(html, name),
        subpages=own_subpages(blocks, name),
        url=url or raw.url,
        origin=raw.origin,
        digest=raw.digest,
        findings=_findings(raw, known=article is not None, cut=cut),
    )


def _findings(raw: RawPage, *, known: bool, cut: bool) -> tuple[Finding, ...]:
    """What is wrong with a document: it holds no article that is known, or was cut for its depth."""
    no_article = Finding("not-a-wiki-page", raw.id, "", "The document holds no article.")
    deep = Finding("unclosed-markup", raw.id, "", "Elements lie too deep in one another; the innermost are only text.")
    return (*([] if known else [no_article]), *([deep] if cut else []))


def _first(html: LexborHTMLParser, what: str) -> LexborNode | None:
    return next(filter(None, map(html.css_first, _WHERE[what])), None)


def _all(html: LexborHTMLParser, what: str) -> list[LexborNode]:
    return next(filter(None, map(html.css, _WHERE[what])), [])


def _value(html: LexborHTMLParser, what: str) -> str:
    node = _first(html, what)
    return (node.attributes.get("value") or node.attributes.get("content") or "").strip() if node else ""


def _url(addresses: Iterable[str]) -> str:
    """Address of the page, without what a redirect or search appended; a mirror's relative one is none."""
    return next((href.partition("?")[0].partition("#")[0] for href in addresses if page_of_url(href)), "")


def _addresses(html: LexborHTMLParser) -> list[str]:
    """Addresses at which the document says that its page stands."""
    found = [html.css_first(selector) for selector in _WHERE["url"]]
    return [a.get("href") or a.get("content") or n.text(strip=True) for n in found if n for a in (n.attributes,)]


def _title(html: LexborHTMLParser, name: str) -> str:
    """Title from the page's heading, without the namespace that stands before it."""
    node = _first(html, "title")
    if node is None:
        return ""
    title = " ".join(_own_text(node).split())
    for mark in ("/", ":"):
        before, found, after = title.partition(mark)
        if found and after and names.squash(before) == names.squash(names.namespace(name)):
            return after.strip()
    return title


def _own_text(node: LexborNode) -> str:
    parts: list[str] = []
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if node.is_text_node:
            parts.append(node.text_content or "")
        elif _NOT_TITLE.isdisjoint((node.attributes.get("class") or "").split()):
            waiting.extend(reversed(list(node.iter(include_text=True))))
    return "".join(parts)


def _kind(html: LexborHTMLParser) -> PageKind | None:
    """Kind as the head states it; a list that the wiki made up on request has an empty page name."""
    if _first(html, "name") and not _value(html, "name"):
        return PageKind.INDEX
    return PageKind.WORK if _value(html, "type").startswith(_WORK_TYPES) else None


def _listed(block: Block) -> Block:
    """A row of a list made up on request, as an item of it; the wiki lays such lists out as tables of links."""
    whole = [(link.start, link.end) for link in block.links] == [(0, len(block.text))]
    return replace(block, kind=BlockKind.ITEM, level=1) if whole and block.kind is BlockKind.PARAGRAPH else block


def _aliases(html: LexborHTMLParser, addresses: Iterable[str]) -> tuple[str, ...]:
    """Alternative titles, and the page that a redirect came from."""
    titles = [words(node) for node in _all(html, "aliases")]
    came_from = [page_of_parts(*m.groups()) for href in addresses if (m := _REDIRECTED.search(href))]
    return _unique([*titles, *came_from])


def _indexes(html: LexborHTMLParser, own: str) -> tuple[str, ...]:
    box = _first(html, "index box")
    return _unique(link_target(node.attributes, own)[0] for node in box.css(_IN_INDEX_BOX)) if box else ()


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
