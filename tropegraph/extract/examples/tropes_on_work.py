"""Tropes that a list item on a work's page names: the links or the title before its colon."""

import re
from collections.abc import Iterator

from tropegraph.extract.examples.modifiers import modifier_of
from tropegraph.extract.examples.titles import cleaned, looks_like_title
from tropegraph.extract.names.lexicon import Lexicon, is_title_case
from tropegraph.extract.pages.media import is_work
from tropegraph.model.facts import Ref
from tropegraph.model.names import DEFAULT_NAMESPACE, local, namespace, squash, title_of
from tropegraph.model.page import Block, Link
from tropegraph.model.vocabulary import (
    CREATOR_NAMESPACES,
    META_NAMESPACES,
    TROPE_NAMESPACES,
    WORK_SUBPAGE_NAMESPACES,
)

_COLON = re.compile(r":(?=[\s\"'“(]|$)| [-–—] |\n")
_LIST = re.compile(
    r"\W*(?:(?:and|or|as well as|with|the|vs\.?|versus|combined|along|both|plus|a|an)\b\W*)*", re.IGNORECASE
)
_SPLIT = re.compile(r"\s+(?:and|&|or)\s+|\s*/\s*|,\s+(?:and\s+)?")
_NOT_TROPES = META_NAMESPACES - TROPE_NAMESPACES | CREATOR_NAMESPACES | WORK_SUBPAGE_NAMESPACES
_ARTICLES = frozenset(("the", "a", "an"))
_MAX_LEAD = 60
_MAX_HEAD = 300


def head_end(block: Block) -> int:
    """Offset where the item's head ends: its first colon or dash outside a link, or 0 where it has none."""
    for m in _COLON.finditer(block.text, 0, _MAX_HEAD):
        if not any(k.start <= m.start() < k.end for k in block.links):
            return m.start()
    return 0


def tropes_of(block: Block, lexicon: Lexicon) -> tuple[tuple[Ref, ...], int]:
    """Tropes that an item names, and the offset where their names end; no tropes where none can be told."""
    linked = _linked_head(block)
    if linked:
        return tuple(_ref(block, k) for k in linked), linked[-1].end
    end = head_end(block)
    written = tuple(_written(block.text[:end] if end else block.text, lexicon, colon=bool(end)))
    return written, (end or len(block.text)) if written else 0


def listed_in(block: Block, lexicon: Lexicon) -> list[tuple[Ref, int]]:
    """Pages that an index's item lists, works included, each with the offset of its name."""
    end = head_end(block) or len(block.text)
    links = [k for k in block.links if k.start < end and _may_be_listed(k)]
    if links and _opens(block, links[0]):
        return [(_ref(block, k), k.start) for k in _joined(block, links)]
    known = None if block.links else lexicon.lookup(cleaned(block.text[:end]))
    return [(_as_named(known), 0)] if known else []


def _may_be_listed(link: Link) -> bool:
    return bool(link.page) and namespace(link.page) not in _NOT_TROPES


def is_trope_link(link: Link) -> bool:
    """Whether a link may lead to a trope: no work, person, page about the wiki or page of a modifier."""
    if not link.page or modifier_of(link) or is_work(link.page):
        return False
    space = namespace(link.page)
    return space not in _NOT_TROPES and link.page != f"{DEFAULT_NAMESPACE}/"


def _linked_head(block: Block) -> list[Link]:
    """The links that head an item: those before the colon, else those that open it."""
    end = head_end(block)
    before = [k for k in block.links if k.start < end and is_trope_link(k)] if end <= 160 else []
    if not before and end:
        before = [k for k in block.links if k.start == 0 and k.end == end and modifier_of(k)]
    if before and (_opens(block, before[0]) or end - before[0].end <= _MAX_LEAD):
        return _joined(block, before)
    links = [k for k in block.links if is_trope_link(k)]
    return _joined(block, links) if links and _opens(block, links[0]) else []


def _opens(block: Block, link: Link) -> bool:
    """Whether nothing but quotation marks, an article or a modifier stands before a link."""
    gap = block.text[: link.start]
    for other in block.links:
        if other.end <= link.start and modifier_of(other):
            gap = gap.replace(block.text[other.start : other.end], "")
    return bool(_LIST.fullmatch(gap)) or len(gap.split()) <= 3


def _joined(block: Block, links: list[Link]) -> list[Link]:
    """The first link with those that a comma, slash or "and" joins to it."""
    group = links[:1]
    for link in links[1:]:
        if not _LIST.fullmatch(block.text[group[-1].end : link.start]):
            break
        group.append(link)
    return group


def _ref(block: Block, link: Link) -> Ref:
    """The trope of a link: by its label where that is written as a title, else by its target's name."""
    label = block.text[link.start : link.end].strip()
    if link.title:
        return Ref(link.title, link.page)
    shown = looks_like_title(label) and label != local(link.page)
    return Ref(label if shown else title_of(link.page), link.page)


def _written(head: str, lexicon: Lexicon, *, colon: bool) -> Iterator[Ref]:
    """Tropes in a head without links: the whole of it where it is known, its parts where all are, else the whole."""
    name = cleaned(head)
    whole = lexicon.lookup(name) if name else None
    if whole:
        yield _as_named(whole)
        return
    parts = [lexicon.lookup(p) for p in _SPLIT.split(name) if p]
    if len(parts) > 1 and all(parts):
        yield from (p for p in parts if p)
    elif colon and _may_be_title(name):
        yield Ref(name)


def _as_named(known: Ref) -> Ref:
    """A known trope; by its title alone where an article makes that another one, which may have a page of its own."""
    return known if _article(known.title) == _article(title_of(known.page)) else Ref(known.title)


def _article(title: str) -> str:
    first = title.partition(" ")[0].lower()
    return first if first in _ARTICLES else ""


def _may_be_title(name: str) -> bool:
    words = re.findall(r"[^\W_]+(?:['’.&-][^\W_]+)*", name)
    return 0 < len(words) <= 12 and is_title_case(words) and bool(squash(name))
