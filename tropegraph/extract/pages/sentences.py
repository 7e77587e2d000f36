"""Where the sentences of a block begin and end."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

_END = re.compile(r"[\n.!?…](?:(?<=\n)|(?:(?<=…)|(?<![.!?].)(?<=[.!?])[.!?]*+)[\"'”’»)\]]*+(?=\s|$))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|a\.?k\.?a|cf|vs|viz|al|ca|approx|esp|incl|mr|mrs|ms|dr|st|jr|sr|prof|gen|sgt|lt|capt|col|rev|"
    r"hon|vol|no|pt|ch|fig|ed|eds|p|pp)|\b(?:[A-Z]\.)*[A-Z])\.$",
    re.IGNORECASE,
)
_NEVER_LAST = re.compile(r"(?:e\.?g|i\.?e|cf|vs|viz|mr|mrs|ms|dr|prof|gen|sgt|lt|capt|col|rev)\.$", re.IGNORECASE)
_NEXT = re.compile(r"\s*[\"'“‘(\[]*\s*(\S)")


def sentences(text: str, whole: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Spans of the sentences of `text`, without white space at either end.

    A full stop of an abbreviation or initial, marks inside a parenthesis, and marks inside a title ("Oh, Crap!") do
    not end a sentence; a line break always does.

    Args:
        text: A block's text.
        whole: Spans of links or titles, in any order.
    """
    spans = sorted(whole)
    inside = _covered(text, spans)
    cuts = [0, *(end for end in _ends(text, inside, {s for s, _ in spans})), len(text)]
    trimmed = (_trim(text, a, b) for a, b in pairwise(cuts))
    return [(a, b) for a, b in trimmed if a < b]


def sentence_at(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """The sentence that holds offset `at`; the last one where none does."""
    after = bisect_right(spans, at, key=lambda s: s[1])
    return spans[min(after, len(spans) - 1)] if spans else (0, 0)


def _covered(text: str, spans: list[tuple[int, int]]) -> bytearray:
    """One byte a character: 1 inside a title, 2 inside a parenthesis that does not begin a sentence."""
    marks = bytearray(len(text) + 1)
    for a, b in _parentheses(text):
        marks[a:b] = b"\2" * (b - a)
    for a, b in spans:
        marks[a:b] = b"\1" * (b - a)
    return marks


def _parentheses(text: str) -> list[tuple[int, int]]:
    """Outermost parentheses that are closed within their line and follow a word of their sentence."""
    out: list[tuple[int, int]] = []
    opened: list[int] = []
    for m in re.finditer(r"[()\n]", text):
        if m.group() == "(":
            opened.append(m.start())
        elif m.group() == "\n":
            opened.clear()
        elif opened:
            start = opened.pop()
            before = text[max(0, start - 4) : start].rstrip()
            if not opened and before and before[-1] not in ".!?\n":
                out.append((start, m.start()))
    return out


def _ends(text: str, inside: bytearray, title_starts: set[int]) -> Iterable[int]:
    for m in _END.finditer(text):
        if m.group() == "\n" or _is_end(text, m, inside, title_starts):
            yield m.end()


def _is_end(text: str, m: re.Match[str], inside: bytearray, title_starts: set[int]) -> bool:
    nxt = _NEXT.match(text, m.end())
    if nxt is None:
        return True
    if inside[m.start()] == 2 or (inside[m.start()] and inside[m.end()] and not text[m.end()].isspace()):
        return False
    if inside[m.start()]:
        return not inside[m.end()] and nxt.group(1).isupper() and nxt.start(1) not in title_starts
    word = text[max(0, m.start() - 12) : m.start() + 1]
    if m.group()[0] == "." and _ABBREVIATION.search(word):
        return nxt.group(1).isupper() and not _NEVER_LAST.search(word) and not _initial(word)
    return not nxt.group(1).islower()


def _initial(word: str) -> bool:
    """Whether `word` ends in a single capital and a full stop, as in "J. K."; "I" is a word."""
    return re.search(r"(?:^|[\s.(])[A-HJ-Z]\.$", word) is not None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
