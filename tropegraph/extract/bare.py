"""Titles of works in text that lost links and emphasis: told by capitals and by their place in the sentence.

Such a text hides where a title ends and whether it is a work's or a person's. Every place where a work may be named
gives a candidate, and how seldom that place misleads is its score: before a colon, after "in" at the beginning, before
a verb of works. `title_runs` says where a title ends.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tropegraph.extract.bare_placed import called, known_titles, placed
from tropegraph.extract.bare_reading import (
    AND,
    ARTICLES,
    LEAST,
    LIKELY,
    MEDIA,
    NOT_FIRST,
    TO_THE_NEXT,
    WORD,
    Candidate,
    Reading,
    is_plausible,
)
from tropegraph.extract.bare_subjects import subjects
from tropegraph.extract.lexicon import Lexicon
from tropegraph.extract.title_runs import Run, run_at
from tropegraph.extract.titles import Title

_SURE_ALONE = 4.0
"""Score from which a beginning is a title on a page that shows its titles otherwise."""

_WINDOW = 700
"""Characters of an item that are searched; what comes later seldom names the work first."""

_PARTED = re.compile(r"\s(?:in|on|from|by|at)\s+(?:the\s+)?$|['’]s?\s+$|:\s+$")
_LEADING = frozenset("the a an of to according speaking many several both".split())
_PLURAL = re.compile(
    r"\s+(?:both|all|have|are|were|feature|use|let|do|offer|include|contain|give|allow|play|make|show|take)\b"
)
_FROM_NEXT = re.compile(rf"\s+(?:in|from|of)\s+(?:the\s+)?{TO_THE_NEXT}")
_NEXT_IN_LIST = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&|or)\s+")
_AND_SOMEBODY_FROM = re.compile(
    r"(?:,|,?\s+(?:and|or|as (?:is|does|did|was)))\s+(?:(?:also|later|then|again)\s+)?"
    r"(?P<who>(?:[A-Z][\w'’-]*\s+){0,3})(?:in|from|of)\s+(?:the\s+)?" + TO_THE_NEXT
)


@lru_cache(maxsize=256)
def candidates(text: str, reading: Reading) -> tuple[Candidate, ...]:
    """Every place in the first part of `text` where a work may be named, each once with its best score, in order."""
    window = text[:_WINDOW]
    best: dict[int, Candidate] = {}
    for c in (
        *subjects(window, reading),
        *placed(window, reading),
        *called(window, reading),
        *known_titles(window, reading),
    ):
        other = best.get(c.run.start, c)
        best[c.run.start] = Candidate(max(c.run, other.run, key=lambda r: r.end), max(c.score, other.score))
    return tuple(_outermost(text, sorted(best.values(), key=lambda c: c.run.start)))


def _outermost(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those inside a longer one, unless "in" or the like parts it: "[somebody] in [a work]"."""
    kept: list[Candidate] = []
    for c in found:
        outer = next((k for k in reversed(kept[-3:]) if c.run.start < k.run.end and c.run.end <= k.run.end), None)
        article = (
            outer
            and text[outer.run.start : c.run.start].lower().strip() in ARTICLES
            and not MEDIA.match(text, c.run.end)
        )
        if outer and not article and c.score >= outer.score and _only_leads(text[outer.run.start : c.run.start]):
            kept[kept.index(outer)] = c
        elif outer is None or _is_apart(text, outer, c):
            kept.append(c)
    return kept


def _only_leads(before: str) -> bool:
    """Whether the words before a title only lead to it: "While", "Before", "According to the"."""
    return all(w in NOT_FIRST or w in _LEADING for w in before.lower().split())


def _is_apart(text: str, outer: Candidate, c: Candidate) -> bool:
    """Whether a candidate inside another is a reading of its own."""
    if _PARTED.search(text, outer.run.start, c.run.start):
        return True
    somebody_of = text[: c.run.start].endswith(" of ") and not text.startswith(("The ", "A ", "An "))
    return somebody_of and outer.run.start == 0 and outer.score < LIKELY and c.run.words > 1


def group_of(text: str, lead: Candidate, reading: Reading) -> list[Title]:
    """The titles that a leading candidate holds or is joined to: "X and Y", "X, Y, and Z", "A from X and B from Y"."""
    runs = list(_listed(text, _without_next_name(text, lead.run), reading))
    if len(runs) == 1 and (m := _AND_SOMEBODY_FROM.match(text, runs[0].end)):
        further = run_at(text, m.end(), reading.lexicon.works, placed=True)
        if further and (m.group("who") or further.words > 1) and is_plausible(text, further, reading):
            runs.append(further)
    return [reading.title(text, r.start, r.end) for r in runs]


def _without_next_name(text: str, run: Run) -> Run:
    """A run without the name after its "and" that another preposition follows: "[X] and Somebody from [Y]"."""
    cut = AND.search(text, run.start, run.end)
    return Run(run.start, cut.start(), 2) if cut and run.start and _FROM_NEXT.match(text, run.end) else run


def sure_titles(text: str, lexicon: Lexicon) -> Iterator[Title]:
    """Titles at the very beginning of a sentence, where hardly anything else can stand.

    Args:
        text: The sentence.
        lexicon: Known tropes, which are no works, and known works.
    """
    reading = Reading(lexicon)
    found = [c for c in subjects(text, reading) if c.score >= _SURE_ALONE]
    yield from (t for c in found[:1] for t in group_of(text, c, reading))


def _listed(text: str, run: Run, reading: Reading) -> Iterator[Run]:
    """A run as one title, or as those that its "and" parts, with those that a list after it adds."""
    added = list(_further(text, run, reading)) if run.start == 0 or text[: run.start].endswith("both ") else []
    last = added[-1] if added else run
    both = bool(re.search(r"\b[Bb]oth\s+(?:the\s+)?$", text[: run.start]) or _PLURAL.match(text, last.end))
    yield from _parted(text, run, reading, both=both, colon=text[last.end : last.end + 1] == ":")
    yield from added


def _parted(text: str, run: Run, reading: Reading, *, both: bool, colon: bool) -> Iterator[Run]:
    """A run as one title or as two: where many do something, where both share a word, where both are known."""
    cut, known = AND.search(text, run.start, run.end), reading.lexicon.works.known
    if cut is None or known(text[run.start : run.end]):
        yield run
        return
    first, second = text[run.start : cut.start()], text[cut.end() : run.end]
    one, other = Run(run.start, cut.start(), len(first.split())), Run(cut.end(), run.end, len(second.split()))
    if second.isdigit():
        yield one
    elif both or _shares_word(first, second) or (not colon and known(first) and known(second)):
        yield from (one, other)
    else:
        yield run


def _further(text: str, run: Run, reading: Reading) -> Iterator[Run]:
    """The rest of a list of titles that ends in an "and" and has a verb of many, or a colon, after it."""
    rest: list[Run] = []
    at = run.end
    while (m := _NEXT_IN_LIST.match(text, at)) and (
        further := run_at(text, m.end(), reading.lexicon.works, placed=False)
    ):
        rest.append(further)
        at = further.end
    listed = "and" in text[run.end : at].split()
    if listed and (text[at : at + 1] == ":" or _PLURAL.match(text, at)):
        for one in rest:
            cut = AND.search(text, one.start, one.end)
            yield from (Run(one.start, cut.start(), 1), Run(cut.end(), one.end, 1)) if cut else (one,)


def _shares_word(a: str, b: str) -> bool:
    words = (frozenset(w.lower() for w in WORD.findall(part) if len(w) > 3) for part in (a, b))
    return bool(frozenset.intersection(*words))


def best(found: Sequence[Candidate], least: float = LEAST) -> Candidate | None:
    """The likeliest of some candidates, the first of equals; `None` where none reaches `least`."""
    top = max(found, key=lambda c: (c.score, -c.run.start), default=None)
    return top if top and top.score >= least else None


def spans(found: Iterable[Candidate]) -> list[tuple[int, int]]:
    """Where candidates stand, for what must not be cut in two."""
    return [(c.run.start, c.run.end) for c in found if c.score >= LEAST]
