"""The tropes that a block names, and the shape of its text with their names masked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tropegraph.extract.cues import META_LABELS, NAME, REST, SELF
from tropegraph.extract.lexicon import Lexicon
from tropegraph.model.facts import Ref
from tropegraph.model.names import local, namespace, squash, title_of
from tropegraph.model.page import Block, Link, Page, SpanKind

_ADDRESS = re.compile(r"\[\\?[\"“]https?://[^\s\"”\]]+\\?[\"”]\]|https?://\S+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "‑": "-", "‐": "-"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A trope named at `text[start:end]`.

    Args:
        own: It is the page's own trope.
        suspect: As in `lexicon.Match`.
    """

    start: int
    end: int
    ref: Ref
    own: bool = False
    suspect: bool = False


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
    links = tuple(_linked(block, own))
    covered = [(link.start, link.end) for link in block.links]
    free = [s for s in _found(block, lexicon, own) if not any(s.start < b and a < s.end for a, b in covered)]
    wanted = free if not linked else [s for s in free if s.own]
    return tuple(sorted((*links, *wanted), key=lambda s: s.start))


def shape(block: Block, named: tuple[Spot, ...]) -> Shape:
    """The shape of `block`, whose names are `named`. Notes and spelt-out addresses become blanks."""
    chars = list(_lower(block.text))
    for span in block.spans:
        if span.kind is SpanKind.NOTE:
            chars[span.start : span.end] = " " * (span.end - span.start)
    for found in _ADDRESS.finditer(block.text):
        chars[found.start() : found.end()] = " " * (found.end() - found.start())
    for spot in named:
        first = SELF if spot.own else NAME
        chars[spot.start : spot.end] = first + REST * (spot.end - spot.start - 1)
    return Shape("".join(chars), {s.start: s for s in named})


def own_keys(page: Page) -> frozenset[str]:
    """Squash keys of the titles that mean the page itself."""
    return frozenset(filter(None, map(squash, (page.title, local(page.name), *page.aliases))))


def link_ref(link: Link, label: str) -> Ref:
    """What a link inside the wiki refers to, titled as the page spells it where that is the target's own title."""
    name = title_of(link.page)
    spelt = link.title or (label if squash(label) == squash(local(link.page)) else name)
    return Ref(spelt, link.page)


def is_trope_link(link: Link) -> bool:
    """Whether a link leads to a page that may be a trope."""
    return namespace(link.page) == "Main" and bool(link.page) and squash(local(link.page)) not in META_LABELS


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


def _lower(text: str) -> str:
    """`text` in lower case with plain quotes, of equal length."""
    plain = text.translate(_QUOTES)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
