"""The tropes that a block names, and the shape of its text with their names masked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tropegraph.extract.cues import META_LABELS, NAME, REST, SELF
from tropegraph.extract.guesses import guesses
from tropegraph.extract.lexicon import Lexicon
from tropegraph.model.facts import Ref
from tropegraph.model.names import DEFAULT_NAMESPACE, local, namespace, squash, title_of
from tropegraph.model.page import Block, Link, Page, SpanKind

_ADDRESS = re.compile(r"\s?\[\\?[\"“](https?://[^\s\"”\]]+?)\\?[\"”]\]|https?://\S+")
_WIKI_PAGE = re.compile(r"pmwiki\.php/(\w+)/(\w+)")
_LABEL = re.compile(r"[^\s\"“”(),;:]+")
_NO_LABEL = frozenset(
    "a an the its their his her some with to of by from in for as into on at and or see also be is are being like".split()
)
_LABEL_WORDS = 5
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "‑": "-", "‐": "-"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A trope named at `text[start:end]`.

    Args:
        own: It is the page's own trope.
        suspect: As in `lexicon.Match`.
        guess: Only its capitals say that it is a title.
    """

    start: int
    end: int
    ref: Ref
    own: bool = False
    suspect: bool = False
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A block's text as cue patterns see it: lower case, of equal length, with names masked.

    Args:
        text: The masked text.
        spots: The names, by offset.
    """

    text: str
    spots: dict[int, Spot]


def spots(block: Block, lexicon: Lexicon, own: frozenset[str], linked: bool) -> tuple[Spot, ...]:
    """The tropes that `block` names, in order.

    Args:
        block: A block of the description.
        lexicon: Known titles.
        own: Squash keys of the page's own titles.
        linked: The page marks names by links, so that an unlinked title is only looked at when it is the page's own.
    """
    links = (*_linked(block, own), *_spelt_out(block))
    covered = [(k.start, k.end) for k in block.links] + [(a.start(), a.end()) for a in _ADDRESS.finditer(block.text)]
    free = list(_apart(_found(block, lexicon, own), covered))
    named = [s for s in free if s.own] if linked else _with_guesses(block, free)
    labelled = _labelled(block, named) if not linked else named
    sure = [s for s in labelled if not s.guess]
    firm = [*_apart(links, ((s.start, s.end) for s in sure)), *sure]
    unsure = _apart((s for s in labelled if s.guess), ((s.start, s.end) for s in firm))
    return tuple(sorted((*firm, *unsure), key=lambda s: s.start))


def shape(block: Block, named: Iterable[Spot]) -> Shape:
    """The shape of `block`, whose names are `named`. Notes and spelt-out addresses become blanks."""
    chars = list(_lower(block.text))
    for span in block.spans:
        if span.kind is SpanKind.NOTE:
            chars[span.start : span.end] = " " * (span.end - span.start)
    for found in _ADDRESS.finditer(block.text):
        chars[found.start() : found.end()] = " " * (found.end() - found.start())
    by_start = {s.start: s for s in named}
    for spot in by_start.values():
        first = SELF if spot.own else NAME
        chars[spot.start : spot.end] = first + REST * (spot.end - spot.start - 1)
    return Shape("".join(chars), by_start)


def own_keys(page: Page) -> frozenset[str]:
    """Squash keys of the titles that mean the page itself."""
    return frozenset(filter(None, map(squash, (page.title, local(page.name), *page.aliases))))


def link_ref(link: Link, label: str) -> Ref:
    """What a link inside the wiki refers to, titled as the page spells it where that is the target's own title."""
    spelt = label if squash(label) == squash(local(link.page)) else title_of(link.page)
    return Ref(link.title or spelt, link.page)


def is_trope_link(link: Link) -> bool:
    """Whether a link leads to a page that may be a trope."""
    return _is_trope_page(link.page)


def _is_trope_page(page: str) -> bool:
    return bool(page) and namespace(page) == DEFAULT_NAMESPACE and squash(local(page)) not in META_LABELS


def _linked(block: Block, own: frozenset[str]) -> Iterator[Spot]:
    for link in block.links:
        if is_trope_link(link) and link.end > link.start:
            label = block.text[link.start : link.end]
            yield Spot(link.start, link.end, link_ref(link, label), own=squash(local(link.page)) in own)


def _found(block: Block, lexicon: Lexicon, own: frozenset[str]) -> Iterator[Spot]:
    for match in lexicon.find(block.text):
        key = squash(match.ref.title)
        if key not in META_LABELS:
            yield Spot(match.start, match.end, match.ref, own=key in own, suspect=match.suspect)


def _with_guesses(block: Block, found: list[Spot]) -> list[Spot]:
    """The known titles, with longer unknown ones in the place of single words of theirs."""
    known = [(s.start, s.end) for s in found]
    guessed = [Spot(a, b, Ref(block.text[a:b], _page(block.text[a:b])), guess=True) for a, b in guesses(block.text, known)]
    return [*_apart(found, ((s.start, s.end) for s in guessed)), *guessed]


def _page(title: str) -> str:
    from tropegraph.model.names import page_name

    return page_name(title)


def _spelt_out(block: Block) -> Iterator[Spot]:
    """Links that plain text writes as a label and an address in brackets."""
    for found in _ADDRESS.finditer(block.text):
        wiki = _WIKI_PAGE.search(found.group(1) or "")
        if wiki and _is_trope_page(page := "/".join(wiki.groups())):
            start = _label_start(block.text, found.start())
            if start < found.start():
                yield Spot(start, found.start(), Ref(title_of(page), page))


def _label_start(text: str, end: int) -> int:
    """Where the label of an address that follows `text[:end]` begins: a few words back, after a small word or mark."""
    start, after = end, end
    for word in reversed(list(_LABEL.finditer(text, max(0, end - 80), end))[-_LABEL_WORDS:]):
        if word.group().lower() in _NO_LABEL or text[word.end() : after].strip():
            break
        start = after = word.start()
    return start


def _labelled(block: Block, named: list[Spot]) -> list[Spot]:
    """The names, each with the page that an address right after it states."""
    pages = {
        found.start(): "/".join(wiki.groups())
        for found in _ADDRESS.finditer(block.text)
        if (wiki := _WIKI_PAGE.search(found.group(1) or ""))
    }
    kept = []
    for spot in named:
        page = pages.get(spot.end)
        if page is None:
            kept.append(spot)
        elif _is_trope_page(page):
            kept.append(replace(spot, ref=Ref(spot.ref.title, page), guess=False))
    return kept


def _apart(spotted: Iterable[Spot], taken: Iterable[tuple[int, int]]) -> Iterator[Spot]:
    """The spots that touch nothing of `taken`."""
    spans = list(taken)
    return (s for s in spotted if not any(s.start < b and a < s.end for a, b in spans))


def _lower(text: str) -> str:
    """`text` in lower case with plain quotes, of equal length."""
    plain = text.translate(_QUOTES)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
