"""Titles that nobody listed: runs of capitalised words in text without links."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tropegraph.extract.craft import META_LABELS
from tropegraph.model.names import MINOR_WORDS, squash

_CAPITAL = r"(?:[A-Z0-9][\w'’]*(?:-[\w'’]+)*|'\d0s)%?"
_MINOR = r"(?:a|an|the|of|in|on|to|for|with|from|by|at|vs\.?|ex|de|la)"
_PIECE = rf"{_CAPITAL}(?:\s(?:{_MINOR}\s){{0,2}}{_CAPITAL})*+"
_RUN = re.compile(rf"(?<![\w'’-]){_PIECE}(?:\s(?:and|&)\s{_PIECE})?")
_OPENS = re.compile(r"(?:^|[.!?:…\n—]\s*|[.!?]['\"”’)]+\s+|[(\"“])$")
_GAP = re.compile(rf"\s(?:{_MINOR}\s)*")
_AND = re.compile(r"\s(?:and|&)\s")


def guesses(text: str, known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of titles in `text` that are not among the `known` ones (in order).

    A title has two capitalised words or more; the first word of a sentence is none of them. A run of capitalised words
    that known titles fill stays as they are.
    """
    for run in _RUN.finditer(text):
        for first, last in _parts(text, run.start(), run.end(), known):
            start = _past_opening(text, first, last)
            stop = _before_purpose(text, start, last, known)
            end = stop - 2 * text.endswith(("'s", "’s"), start, stop)
            if (
                _is_title(text[start:end])
                and squash(text[start:end]) not in META_LABELS
                and not _filled(text, start, end, known)
            ):
                yield start, end


def _parts(text: str, start: int, end: int, known: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The run, cut at its "and" unless that joins one word to the rest of a title ("Red and Black Tyranny")."""
    cut = _AND.search(text, start, end)
    if cut is None:
        return [(start, end)]
    left = text[_past_opening(text, start, cut.start()) : cut.start()]
    if left and " " not in left and "-" not in left and not _filled(text, cut.end(), end, known):
        return [(start, end)]
    return [(start, cut.start()), (cut.end(), end)]


def _past_opening(text: str, start: int, end: int) -> int:
    """`start`, past the first word of a sentence, words of the craft, and what follows them in lower case."""
    opens = bool(_OPENS.search(text, max(0, start - 4), start))
    while start < end and (opens or squash(text[start:end].split(maxsplit=1)[0]) in META_LABELS):
        rest = _GAP.search(text, start, end)
        start, opens = (rest.end() if rest else end), False
    return start


def _before_purpose(text: str, start: int, end: int, known: Sequence[tuple[int, int]]) -> int:
    """`end`, or that of the known title which begins the run and is named "for" the rest of it: "see X for the Y"."""
    at = bisect_left(known, start, key=lambda k: k[0])
    begins = at < len(known) and known[at][0] == start and " " in text[start : known[at][1]]
    return known[at][1] if begins and text.startswith(" for ", known[at][1]) else end


def _is_title(piece: str) -> bool:
    words = [w for w in piece.split() if w.lower() not in MINOR_WORDS]
    capitals = [w for w in words if w[0].isupper() or w[0].isdigit() or w[0] == "'"]
    return len(capitals) >= 2 and any(len(w) > 1 and w[1:].islower() for w in capitals)


def _filled(text: str, start: int, end: int, known: Sequence[tuple[int, int]]) -> bool:
    """Whether known titles cover the run, or one of two words and more ends it."""
    first = bisect_right(known, start, key=lambda k: k[1])
    inside = known[first : bisect_left(known, end, key=lambda k: k[0])]
    if any(a < start or b > end for a, b in inside):
        return True
    left = list(text[start:end])
    for a, b in inside:
        left[a - start : b - start] = " " * (b - a)
    rest = [w for w in "".join(left).split() if not w[0].islower() and w not in ("'s", "’s")]
    return not rest or any(b == end and " " in text[a:b] for a, b in inside)
