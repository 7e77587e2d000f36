"""MediaWiki source, as All The Tropes and Tropedia write it, to a `Page`.

The text is cut into tokens by `mediawiki_tokens` and laid down as blocks by `mediawiki_reader`; what each template does
says `mediawiki_templates`, what titles mean `mediawiki_names`. Here the page is told from what was read. Markup that is
unknown or never closed is read as text, with a finding.
"""

import html
import re

from tropegraph.model import names, vocabulary
from tropegraph.model.page import Format, Page, RawPage
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse import mediawiki_names as titles
from tropegraph.parse.lines import normal_lines
from tropegraph.parse.mediawiki_reader import read
from tropegraph.parse.mediawiki_state import State
from tropegraph.parse.mediawiki_templates import CATEGORY_KINDS
from tropegraph.parse.subpages import own_subpages

_REDIRECT = re.compile(r"\s*#REDIRECT(?:ION)?\s*:?\s*\[\[([^\[\]|\n]{1,255})", re.IGNORECASE)


def parse_mediawiki(raw: RawPage) -> Page:
    """The page that wikitext describes.

    Its page name is the source's, else it is made from the title, the kind and the medium that the page states.

    Args:
        raw: A page of `Format.MEDIAWIKI`; `title` is the wiki's own title, with namespace, bracket and subpage.
    """
    source = normal_lines(raw.text)
    redirect = _REDIRECT.match(source)
    reader = read(raw.id, "" if redirect else source, raw.title or names.title_of(raw.name))
    blocks = titles.with_works(reader.out.outline.blocks)
    kind = PageKind.REDIRECT if redirect else _kind(reader, raw)
    name = raw.name or _name(raw.title, kind, reader.categories)
    return Page(
        id=raw.id,
        title=_shown_title(raw, name),
        name=name,
        kind=kind,
        format=Format.MEDIAWIKI,
        blocks=blocks,
        aliases=_aliases(raw.title, name, kind),
        redirect_to=titles.link_of(html.unescape(redirect[1]), raw.title)[0] if redirect else "",
        indexes=_indexes(reader.categories, name),
        subpages=own_subpages(blocks, name),
        url=raw.url,
        origin=raw.origin,
        digest=raw.digest,
        findings=tuple(reader.findings),
    )


def _kind(reader: State, raw: RawPage) -> PageKind | None:
    """Kind by the page's templates, else by its categories; a subpage about the wiki is none, whatever it says."""
    if raw.title and names.namespace(titles.page_of_title(raw.title)) in vocabulary.META_NAMESPACES:
        return None
    by_category = (CATEGORY_KINDS[key] for c in reader.categories if (key := names.squash(c)) in CATEGORY_KINDS)
    return reader.kind or next(by_category, None)


def _name(title: str, kind: PageKind | None, categories: list[str]) -> str:
    """Page name of a wiki's title, or an empty string."""
    if not title:
        return ""
    page = titles.page_of_title(title)
    if kind is PageKind.WORK:
        return titles.work_page(title, next(filter(None, map(titles.space_of_medium, categories)), ""))
    if kind is PageKind.CREATOR:
        return names.page_name(titles.unbracketed(title)[0], min(vocabulary.CREATOR_NAMESPACES))
    if kind is PageKind.USEFUL_NOTES:
        return names.page_name(title.rpartition("/")[0] or title, min(vocabulary.USEFUL_NOTES_NAMESPACES))
    return page


def _shown_title(raw: RawPage, name: str) -> str:
    """The title without its bracket; a subpage's title is its name's business."""
    plain = titles.unbracketed(raw.title)[0]
    return plain if "/" not in plain or names.squash(plain) == names.squash(names.local(name)) else ""


def _aliases(title: str, name: str, kind: PageKind | None) -> tuple[str, ...]:
    """The page names under which links of the wiki know a page whose own name has another namespace."""
    if not title or kind is PageKind.REDIRECT or names.namespace(name) in vocabulary.META_NAMESPACES:
        return ()
    linked = [titles.page_of_title(title)]
    if kind is PageKind.WORK:
        linked.append(titles.work_page(title))
    return tuple(dict.fromkeys(page for page in linked if page and page != name))


def _indexes(categories: list[str], name: str) -> tuple[str, ...]:
    """Page names of the categories that are lists of tropes."""
    pages = (names.page_name(c) for c in categories if c.endswith(vocabulary.INDEX_NAMESPACE_WORDS))
    stated = {names.squash(c) for c in categories} & CATEGORY_KINDS.keys()
    return tuple(dict.fromkeys(p for p in pages if p and p != name and names.squash(names.local(p)) not in stated))
