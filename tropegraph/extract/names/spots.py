"""The tropes that a block names, and the shape of its text with their names masked."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from tropegraph.extract.cues.patterns import NAME, REST, SELF
from tropegraph.extract.names.craft import ADJECTIVE_ENDING, META_LABELS, PROPER_NOUNS
from tropegraph.extract.names.guesses import guesses, lone_guesses
from tropegraph.extract.names.lexicon import Lexicon, Match
from tropegraph.model.facts import Ref
from tropegraph.model.names import DEFAULT_NAMESPACE, local, namespace, page_name, squash, title_of
from tropegraph.model.page import Block, BlockKind, Link, Page, SpanKind

_SUBJECT = re.compile(
    r"s?,?\s+(?:is|are|was|were|can|may|might|will|could|would|often|sometimes|usually|tends?|overlaps?|contrasts?|"
    r"has|have|does)\b|\s+(?:and|or)\s+(?:the\s)?[A-Z]|,\s+[A-Z]|"
    r",\s+(?:where|when|which|who|in which)\b|\s*[:—–]|\s-\s|\s*[.;,]?$"
)
"""What follows a single word at the start of a sentence where it is a title."""

_LIST_BEFORE = re.compile(
    r"(?:[A-Z][\w'’-]*[!?]?,? (?:and |or )|[A-Z][\w'’-]*[!?]?, |\b(?:[Cc]ompare|[Cc]ontrast|[Ss]ee|also|with) )$"
)
_LIST_AFTER = re.compile(r",? (?:and |or )?[A-Z]|\.|$| \((?!the\b|of\b)")
"""What stands on either side of a name in a list of names."""

_LISTABLE = re.compile(r"[Cc]ounterpart$|^Foil$|\b(?:Dead Horse|Discredited|Forgotten|Gender[ -]Inverted) Trope$")
"""Words of the craft that are tropes, too."""

_SHOUT_BEFORE = re.compile(r"\b[A-Z]{2,} +$")
_SHOUT_AFTER = re.compile(r" +[A-Z]{2,}\b")
"""What stands on either side of a word in something said in capitals."""

_DESCRIBES = re.compile(rf"{ADJECTIVE_ENDING}\b")

_ARTICLE_BEFORE = re.compile(r"[^\s.!?…:\"”')\]]\s[\"“'(]?The $")
"""An article within a sentence whose capital says that it belongs to the title."""

_SHORTEST_WITH_ARTICLE = 7
_FEW = 8
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "‑": "-", "‐": "-"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A trope named at `text[start:end]`.

    Args:
        own: It is the page's own trope.
        suspect: As in `lexicon.Match`.
        guess: Only its capitals say that it is a title.
        listed: It is linked or known by just this title; else which page it means is to be seen among all of them.
    """

    start: int
    end: int
    ref: Ref
    own: bool = False
    suspect: bool = False
    guess: bool = False
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Shape:
    """A block's text as cue patterns see it: lower case, of equal length, with names masked.

    Args:
        text: The masked text.
        spots: The names, by offset.
    """

    text: str
    spots: dict[int, Spot]


class Linking(Enum):
    """How far a description marks names by links."""

    NONE = auto()
    SOME = auto()
    ALL = auto()


def spots(
    block: Block, lexicon: Lexicon, found: Iterable[Match], own: frozenset[str], linking: Linking
) -> tuple[Spot, ...]:
    """The tropes that `block` names, in order.

    Args:
        block: A block of the description.
        lexicon: Known titles.
        found: Those that stand in its text.
        own: Squash keys of the page's own titles.
        linking: How far the page marks names by links. Where it marks all of them, an unlinked title counts only if it
            is the page's own or has several words and no emphasis; where it marks some, one of a single word or
            unknown counts as a guess.
    """
    links = list(_linked(block, own))
    covered = [(k.start, k.end) for k in block.links]
    free = list(_apart(_spotted(block, found, own), covered))
    if linking is Linking.ALL:
        named = [s for s in free if s.own or _is_clear(block, s)]
    else:
        named = _with_guesses(block, lexicon, free, covered, own)
    if linking is Linking.SOME:
        named = [s if s.own or _is_clear(block, s) or _has_article(block, s) else replace(s, guess=True) for s in named]
    return tuple(sorted((*links, *named), key=lambda s: s.start))


def linking(blocks: Sequence[Block], found: Iterable[Sequence[Match]]) -> Linking:
    """How far a description marks names by links: it has as many of them as titles of several words without one.

    Args:
        blocks: The description.
        found: Known titles in each block's text.
    """
    links = sum(is_trope_link(k) for block in blocks for k in block.links)
    free = sum(_clear_without_link(b, f) for b, f in zip(blocks, found, strict=True)) if links else 0
    if links == 0 or links < free:
        return Linking.NONE
    return Linking.SOME if free * _FEW >= links else Linking.ALL


def shape(block: Block, named: Iterable[Spot]) -> Shape:
    """The shape of `block`, whose names are `named`; notes become blanks."""
    chars = list(_lower(block.text))
    for span in block.spans:
        if span.kind is SpanKind.NOTE:
            chars[span.start : span.end] = " " * (span.end - span.start)
    by_start = {s.start: s for s in named}
    for spot in by_start.values():
        first = SELF if spot.own else NAME
        chars[spot.start : spot.end] = first + REST * (spot.end - spot.start - 1)
    return Shape("".join(chars), by_start)


def own_keys(page: Page) -> frozenset[str]:
    """Squash keys of the titles that mean the page itself."""
    keys = frozenset(filter(None, map(squash, (page.title, local(page.name), *page.aliases))))
    return keys | {k.removeprefix("the") for k in keys if len(k) >= _SHORTEST_WITH_ARTICLE}


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
        named = is_trope_link(link) or (
            namespace(link.page) == DEFAULT_NAMESPACE and _stands_listed(block.text, link.start, link.end)
        )
        if named and link.end > link.start:
            label = block.text[link.start : link.end]
            yield Spot(link.start, link.end, link_ref(link, label), own=squash(local(link.page)) in own)


def _clear_without_link(block: Block, found: Iterable[Match]) -> int:
    covered = [(k.start, k.end) for k in block.links]
    return sum(_is_clear(block, s) for s in _apart(_spotted(block, found, frozenset()), covered))


def _spotted(block: Block, found: Iterable[Match], own: frozenset[str]) -> Iterator[Spot]:
    for match in found:
        key = squash(match.ref.title)
        craft = key in META_LABELS and not _stands_listed(block.text, match.start, match.end)
        if _DESCRIBES.match(block.text, match.end) or _is_shouted(block.text, match.start, match.end):
            continue
        heads = match.start == 0 and block.kind is BlockKind.ITEM and block.text.startswith(". ", match.end)
        if not craft and not (match.suspect and not heads and not _SUBJECT.match(block.text, match.end)):
            mine, guess = key in own, key in PROPER_NOUNS and key not in own
            ref, listed = match.ref, not _ARTICLE_BEFORE.search(block.text, 0, match.start)
            ref = ref if listed else Ref(f"The {ref.title}", ref.page)
            yield Spot(match.start, match.end, ref, own=mine, suspect=match.suspect, guess=guess, listed=listed)


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a single word in capitals is part of something said in capitals: "WHAT THE DEUCE!"."""
    word = text[start:end]
    if not (word.isupper() and word.isalpha()):
        return False
    return bool(_SHOUT_BEFORE.search(text, max(0, start - 24), start) or _SHOUT_AFTER.match(text, end))


def _stands_listed(text: str, start: int, end: int) -> bool:
    """Whether a word of the craft stands among names as one of them: "Compare A, Evil Counterpart and B"."""
    if not _LISTABLE.search(text[start:end]):
        return False
    return bool(_LIST_BEFORE.search(text, max(0, start - 24), start) and _LIST_AFTER.match(text, end))


def _guessed(text: str, start: int, end: int, own: frozenset[str]) -> Spot:
    title = text[start:end]
    mine = squash(title) in own or squash(title).removesuffix("s") in own
    return Spot(start, end, Ref(title, page_name(title)), own=mine, guess=not mine, listed=False)


def _is_clear(block: Block, spot: Spot) -> bool:
    """Whether an unlinked title can hardly be anything else: it has several words and no emphasis."""
    emphasised = any(s.start <= spot.start and spot.end <= s.end for s in block.spans)
    words = [w for w in block.text[spot.start : spot.end].split() if w.lower() not in ("the", "an", "a")]
    return len(words) > 1 and not emphasised


def _has_article(block: Block, spot: Spot) -> bool:
    """Whether a known title begins with an article that has a capital within a sentence."""
    return not spot.guess and not spot.suspect and block.text.startswith("The ", spot.start)


def _with_guesses(
    block: Block, lexicon: Lexicon, found: list[Spot], links: list[tuple[int, int]], own: frozenset[str]
) -> list[Spot]:
    """The known titles, with longer unknown ones in the place of single words of theirs."""
    known = [(s.start, s.end) for s in found]
    spans = ((a, b) for a, b in guesses(block.text, known) if not lexicon.is_other(block.text[a:b]))
    guessed = list(_apart((_guessed(block.text, a, b, own) for a, b in spans), links))
    named = [*_apart(found, ((s.start, s.end) for s in guessed)), *guessed]
    taken = sorted((s.start, s.end) for s in named)
    alone = ((a, b) for a, b in lone_guesses(block.text, taken) if not lexicon.is_other(block.text[a:b]))
    return [*named, *_apart((_guessed(block.text, a, b, own) for a, b in alone), [*links, *taken])]


def _apart(spotted: Iterable[Spot], taken: Iterable[tuple[int, int]]) -> Iterator[Spot]:
    """The spots that touch nothing of `taken`."""
    spans = sorted(taken)
    starts = [a for a, _ in spans]
    for spot in spotted:
        before = bisect_left(starts, spot.end)
        if not before or spans[before - 1][1] <= spot.start:
            yield spot


def _lower(text: str) -> str:
    """`text` in lower case with plain quotes, of equal length."""
    plain = text.translate(_QUOTES)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
