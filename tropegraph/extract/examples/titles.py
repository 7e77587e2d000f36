"""Titles of works that a list item names: linked, emphasised, quoted or bare.

A title is what the item shows as one thing: emphasis around a link and more ("''[[Shinobi]] III''") is one title with
the link's page, emphasis around two links is two.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile

from tropegraph.extract.names.known_works import WORD
from tropegraph.extract.names.lexicon import Lexicon, is_title_case
from tropegraph.extract.pages.media import is_work
from tropegraph.model.facts import Ref
from tropegraph.model.names import DEFAULT_NAMESPACE, local, namespace, squash, title_of
from tropegraph.model.page import Block, Link, SpanKind

_WORD = re.compile(WORD)
_QUOTED = re.compile(r"\"([^\"\n]{1,80})\"|“([^”\n]{1,80})”|''([^'\n]{1,80})''")
_QUOTES = '"“”'
_EDGE = " \t\n‘,;:"
_ABBREVIATED = re.compile(r"(?:\b(?:bros|jr|sr|vs|vol|inc|co|mr|dr|no)|\.\S+)\.$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


class Sign(IntEnum):
    """How a title is shown, the surest first; a label is a link without emphasis that spells its target."""

    LINK = 0
    EMPHASIS = 1
    LABEL = 2
    QUOTES = 3
    POTHOLE = 4
    PLAIN = 5


@dataclass(frozen=True, slots=True)
class Title:
    """A title at `text[start:end]` of a block."""

    start: int
    end: int
    ref: Ref
    sign: Sign


def titles(block: Block, lexicon: Lexicon, end: int | None = None) -> list[Title]:
    """Linked and emphasised titles of works before offset `end`, from left to right."""
    stop = len(block.text) if end is None else end
    emphasised = list(_emphasised(block, lexicon))
    covered = [(t.start, t.end) for t in emphasised]
    linked = [t for k in block.links if not _inside(k.start, covered) for t in _linked(block, k, lexicon)]
    quoted = [t for t in _doubled(block) if not _inside(t.start, covered)]
    return sorted((t for t in (*emphasised, *linked, *quoted) if t.start < stop), key=lambda t: t.start)


def quoted(block: Block) -> list[Title]:
    """Titles in quotation marks."""
    found = ((m, next(g for g in m.groups() if g is not None)) for m in _QUOTED.finditer(block.text))
    return [_plain(m.start(), m.end(), shown, Sign.QUOTES) for m, shown in found if looks_like_title(shown)]


def cleaned(shown: str) -> str:
    """A title without quotation marks around it and the punctuation of its sentence."""
    inner = shown.strip(_EDGE + _QUOTES)
    text = shown.strip(_EDGE) if any(mark in inner for mark in _QUOTES) else inner
    text = text.strip("'") if shown.count("'") == 2 else text
    return text if text.endswith("...") or _is_abbreviated(text) else text.removesuffix(".")


def _is_abbreviated(text: str) -> bool:
    return text.endswith(".") and bool(_ABBREVIATED.search(text.rsplit(maxsplit=1)[-1]))


def looks_like_title(shown: str) -> bool:
    """Whether `shown` is capitalised as a title is."""
    words = _WORD.findall(cleaned(shown))
    return 0 < len(words) <= 14 and is_title_case(words)


def spells(label: str, page: str) -> bool:
    """Whether a link's label spells its target or a part of it, and is not other words."""
    shown, name = squash(_POSSESSIVE.sub("", label.strip())), squash(local(page))
    return bool(shown) and (shown == name or (len(shown) > 2 and (shown in name or name in shown)))


def _plain(start: int, end: int, shown: str, sign: Sign) -> Title:
    return Title(start, end, Ref(cleaned(shown)), sign)


def _doubled(block: Block) -> Iterator[Title]:
    """Titles in doubled apostrophes that a rendering left as text."""
    for m in re.finditer(r"''([^'\n]{1,80})''", block.text):
        if looks_like_title(m.group(1)):
            yield _plain(m.start(), m.end(), m.group(1), Sign.EMPHASIS)


def _emphasised(block: Block, lexicon: Lexicon) -> Iterator[Title]:
    ends = [k.end for k in block.links]
    for start, end in _emphases(block):
        links = _until(block.links[bisect_right(ends, start) :], end)
        works = [k for k in links if _names_work(k, emphasised=True, lexicon=lexicon)]
        if len(works) > 1:
            yield from (Title(k.start, k.end, _ref(block, k), Sign.LINK) for k in works)
        elif works:
            yield _around(block, start, end, works[0])
        elif _only_outside(links) and looks_like_title(block.text[start:end]):
            yield _plain(start, end, block.text[start:end], Sign.EMPHASIS)


def _until(links: Sequence[Link], end: int) -> list[Link]:
    return list(takewhile(lambda k: k.start < end, links))


def _only_outside(links: list[Link]) -> bool:
    return all(not k.page for k in links)


def _emphases(block: Block) -> Iterator[tuple[int, int]]:
    """Outermost italic spans; neighbours with nothing but space between are one."""
    last: tuple[int, int] | None = None
    for span in block.spans:
        if span.kind is not SpanKind.ITALIC:
            continue
        if last and span.start <= last[1] + 1 and not block.text[last[1] : span.start].strip():
            last = (last[0], max(last[1], span.end))
            continue
        if last:
            yield last
        last = (span.start, span.end)
    if last:
        yield last


def _around(block: Block, start: int, end: int, link: Link) -> Title:
    """One title for emphasis around a link: all the emphasis when the link's label spells its target."""
    label = block.text[link.start : link.end]
    whole = block.text[start:end]
    if label != whole and len(whole) <= len(label) + 40 and looks_like_title(whole) and spells(label, link.page):
        return Title(start, max(end, link.end), Ref(cleaned(whole), link.page), Sign.LINK)
    return Title(min(start, link.start), max(end, link.end), _ref(block, link), Sign.LINK)


def _linked(block: Block, link: Link, lexicon: Lexicon) -> Iterator[Title]:
    if not _names_work(link, emphasised=False, lexicon=lexicon):
        return
    label = block.text[link.start : link.end]
    sign = Sign.LABEL if link.title or spells(label, link.page) or label.strip().isdigit() else Sign.POTHOLE
    yield Title(link.start, link.end, _ref(block, link), sign)


def _names_work(link: Link, *, emphasised: bool, lexicon: Lexicon) -> bool:
    """Whether a link leads to a work: by its namespace, or, on old pages, an emphasised link to no known trope."""
    if is_work(link.page):
        return "/" not in local(link.page)
    old = emphasised and link.page and namespace(link.page) == DEFAULT_NAMESPACE
    return bool(old) and lexicon.lookup(title_of(link.page)) is None and len(lexicon) > 0


def _ref(block: Block, link: Link) -> Ref:
    """The work a link names: by its label where that is a title, else by its target's name."""
    label = cleaned(block.text[link.start : link.end])
    if squash(_POSSESSIVE.sub("", label)) == squash(local(link.page)):
        label = _POSSESSIVE.sub("", label)
    if link.title:
        return Ref(link.title, link.page)
    if looks_like_title(label) and (spells(label, link.page) or " " in label or label.isdigit()):
        shown = title_of(link.page) if label == local(link.page) else label
        return Ref(shown, link.page)
    return Ref(title_of(link.page), link.page)


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether `at` lies in one of `spans`, which are in order and apart."""
    before = bisect_right(spans, at, key=lambda s: s[0])
    return before > 0 and at < spans[before - 1][1]
