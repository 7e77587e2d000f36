"""Several titles in a row: "X and Y", "X, Y and Z have ...", "both X and Y"."""

import re
from collections.abc import Iterator, Sequence

from tropegraph.extract.examples.bare.reading import AND, NOT_FIRST, WORD, Reading
from tropegraph.extract.names.given_names import is_person
from tropegraph.extract.names.title_runs import Run, run_at

_PLURAL = re.compile(
    r"\s+(?:(?:both|all|each|also|only|never)\b|(?:have|had|are|were|feature|use|used|let|do|did|offer|include|contain|"
    r"give|gave|allow|play|played|make|made|show|showed|take|took|end|ended|open|opened|begin|start|get|got|put|go|went|"
    r"come|came|avert|subvert|invert|parody|share|prefer|like|love|deal|run|ran|tell|told|see|saw|try|tried|hold)\b)"
)
_NEXT_IN_LIST = re.compile(r"(?:\s\([^)\n]{1,60}\))?(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|&|or)\s+)")
_LAST = re.compile(r"\s(?:and|or)\s")
_BOTH = re.compile(r"\b[Bb]oth\s+(?:the\s+)?$")
_PLACED = re.compile(r"(?:[Ii]n|[Ff]rom|[Oo]n) $")
_AFTER_IN = re.compile(r"\b(?:in|from)\s(?:the\s)?$")
_MOST = 8


def listed(text: str, run: Run, reading: Reading) -> Iterator[Run]:
    """A run as one title, or as those that its "and" parts, with those that a list after it adds."""
    added = further(text, run, reading)
    last = added[-1] if added else run
    both = bool(_BOTH.search(text[: run.start]) or _PLURAL.match(text, last.end))
    yield from _parted(text, run, reading, both=both, colon=text[last.end : last.end + 1] == ":")
    yield from added


def further(text: str, run: Run, reading: Reading) -> list[Run]:
    """The rest of a list of titles after its first: one that ends in an "and", and that many do something, or known."""
    placed = bool(_AFTER_IN.search(text, 0, run.start))
    if not placed and not _may_open(text[: run.start]):
        return []
    rest: list[Run] = []
    at = run.end
    while len(rest) < _MOST and (m := _NEXT_IN_LIST.match(text, at)):
        one = run_at(text, m.end(), reading.lexicon.works, placed=False)
        if one is None or _is_no_title(text[one.start : one.end], reading):
            break
        rest.append(one)
        at = one.end
    told = (
        text[at : at + 1] == ":"
        or (placed and text[at : at + 1] in ".;")
        or _PLURAL.match(text, at)
        or _are_known(text, [run, *rest], reading)
    )
    if not rest or not _LAST.search(text, run.end, at) or not told:
        return []
    return [part for one in rest for part in _cut(text, one, reading)]


def _is_no_title(name: str, reading: Reading) -> bool:
    """Whether a run is the beginning of another clause: ", and When ..."."""
    return name.split(maxsplit=1)[0].lower() in NOT_FIRST - {"no", "not"} and not reading.lexicon.works.known(name)


def _may_open(before: str) -> bool:
    """Whether only words that lead to a list stand before it: "In ", "See ", "both "."""
    return len(before) < 30 and all(w.strip(",").lower() in NOT_FIRST or w == "the" for w in before.split())


def _are_known(text: str, runs: Sequence[Run], reading: Reading) -> bool:
    """Whether enough of some runs are known works for all of them to be ones: two that the folder may hold."""
    names = [text[r.start : r.end] for run in runs for r in _cut(text, run, reading)]
    fitting = sum(reading.lexicon.works.fits(n, reading.medium) for n in names)
    least = len(names) if _PLACED.search(text, 0, runs[0].start) else len(names) / 2
    return fitting > 1 and fitting >= least


def _cut(text: str, one: Run, reading: Reading) -> tuple[Run, ...]:
    """A run of a list, parted at the "and" before the last title."""
    cut = None if reading.lexicon.works.known(text[one.start : one.end]) else _LAST.search(text, one.start, one.end)
    if cut is None:
        return (one,)
    return Run(one.start, cut.start(), 1), Run(cut.end(), one.end, one.words - 1)


def _parted(text: str, run: Run, reading: Reading, *, both: bool, colon: bool) -> Iterator[Run]:
    """A run as one title or as two: where many do something, where both share a word, where both are known."""
    works = reading.lexicon.works
    cut = AND.search(text, run.start, run.end)
    if cut is None or works.known(text[run.start : run.end]):
        yield run
        return
    first, second = text[run.start : cut.start()], text[cut.end() : run.end]
    one, other = Run(run.start, cut.start(), len(first.split())), Run(cut.end(), run.end, len(second.split()))
    known = works.known(first) and works.known(second)
    fit = works.fits(first, reading.medium) and works.fits(second, reading.medium)
    if second.isdigit():
        yield one
    elif both or _shares_word(first, second) or (fit and cut.group().strip() == "and") or (known and not colon):
        yield from (part for part in (one, other) if not is_person(text[part.start : part.end]))
    else:
        yield run


def _shares_word(a: str, b: str) -> bool:
    words = (frozenset(w.lower() for w in WORD.findall(part) if len(w) > 3) for part in (a, b))
    return bool(frozenset.intersection(*words))
