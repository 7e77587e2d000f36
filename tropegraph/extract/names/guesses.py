"""Titles that nobody listed: runs of capitalised words in text without links."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tropegraph.extract.names.craft import ADJECTIVE_ENDING, META_LABELS
from tropegraph.model.names import MINOR_WORDS, squash

_CAPITAL = r"(?:[A-Z0-9][\w'’]*(?:-[\w'’]+)*|'\d0s)%?"
_MINOR = r"(?:a|an|the|of|in|on|to|for|with|from|by|at|vs\.?|ex|de|la|as)"
_ON = rf"(?:\s(?:{_MINOR}\s){{0,2}}{_CAPITAL})*+"
_FIRST = r"[A-Z0-9'](?<![\w'’-].)(?:(?<=')\d0s|(?<!')[\w'’]*(?:-[\w'’]+)*)%?"
"""As `_CAPITAL`, at the beginning of a word; its first letter comes first, so that others are passed over."""

_RUN = re.compile(rf"{_FIRST}{_ON}(?:\s(?:and|&)\s{_CAPITAL}{_ON})?")
_INTERJECTION = r"(?:Hey|Oh|Ah|Aw|Ow|Wow|Yes|Yeah|No|Wait|Hello|Hi|Well|Look|Dude|Sorry|Damn|Gee|Gosh|Okay|OK)"
_CALLED_OUT = re.compile(rf"(?<![\w'’-]){_INTERJECTION}, ")
"""What a title may begin with before a comma of its own: "Hey, It's a Lamp"."""

_NO_TITLE = re.compile(
    r"(?:Season|Series|Volume|Vol|Book|Part|Chapter|Episode|Issue|Act|Phase|Level)\.? (?:\d+|[IVX]+)$|"
    rf".*{ADJECTIVE_ENDING}$"
)
"""Capitals that number a part of a work or describe something."""

_CUE_WORDS = re.compile(
    r"(?:Not (?:[Tt]o )?[Bb]e )?Confused [Ww]ith |(?:See|Compare|Contrast) (?:Also|With|To) |Related [Tt]o "
)
_LONE = re.compile(
    r"(?:(?P<join>, (?:and |or )?| (?:and|or) )|"
    r"\b(?P<cue>[Ss]ee [Aa]lso|(?i:compare(?: and contrast)?|contrast)(?: with)?|[Tt]ropes? (?:of|to)) )"
    r"(?P<word>[A-Z][a-z]{3,}(?:-[A-Za-z]+)?)(?= ?[.,;()]|$| (?:and|or|for|when|where|which|who)\b)"
)
"""A word that may be an item of a list by itself."""

_JOINED = re.compile(r",? (?:and |or )|, ")
_MARKS = re.compile(r"[!?]+(?=[,;)]| [a-z])")
_OPENS = re.compile(r"(?:^|[.!?:…\n—]\s*|[.!?]['\"”’)]+\s+|[(\"“])$")
_LEADS_IN = re.compile(r"(?:How|Why|When|Where|What|Who) .*[A-Z]")
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
                and not _NO_TITLE.match(text[start:end])
                and not _filled(text, start, end, known)
            ):
                yield _called_out(text, start), _past_marks(text, end)


def lone_guesses(text: str, known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of single capitalised words in `text` that stand among `known` titles as one of a list.

    Args:
        text: A block's text.
        known: Spans of titles in it, in order.
    """
    starts, ends = {a for a, _ in known}, {b for _, b in known}
    for m in _LONE.finditer(text):
        before = m.start("word") - len(m.group("join") or "")
        after = _JOINED.match(text, m.end())
        among = text[before - 1 : before] == ")" and after is not None and after.end() in starts
        listed = before in ends or among
        word = m.group("word")
        if (listed or m.group("cue")) and squash(word) not in META_LABELS and word.lower() not in MINOR_WORDS:
            yield m.span("word")


def _called_out(text: str, start: int) -> int:
    """`start`, or that of the interjection and comma before it, which belong to the title."""
    for m in _CALLED_OUT.finditer(text, max(0, start - 9), start):
        if m.end() == start:
            return m.start()
    return start


def _past_marks(text: str, end: int) -> int:
    """`end`, past marks of the title's own, after which the sentence goes on."""
    marks = _MARKS.match(text, end)
    return marks.end() if marks else end


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
    cue = _CUE_WORDS.search(text, start, end)
    if cue:
        return cue.end()
    opens = bool(_OPENS.search(text, max(0, start - 4), start))
    while start < end and (opens or squash(text[start:end].split(maxsplit=1)[0]) in META_LABELS):
        rest = _GAP.search(text, start, end)
        start, opens = (rest.end() if rest else end), False
    return start


def _before_purpose(text: str, start: int, end: int, known: Sequence[tuple[int, int]]) -> int:
    """`end`, or that of the known title which begins the run and is named "for" the rest of it: "see X for the Y"."""
    at = bisect_left(known, start, key=lambda k: k[0])
    begins = at < len(known) and known[at][0] == start and " " in text[start : known[at][1]]
    return known[at][1] if begins and text.startswith((" for ", " as "), known[at][1]) else end


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
    return not rest or any(b == end and " " in text[a:b] and not _leads_in(text[start:a]) for a, b in inside)


def _leads_in(before: str) -> bool:
    """Whether words before a known title make a longer one of it: "How to Mend the Iron Lantern"."""
    return bool(_LEADS_IN.match(before))
