"""Titles of works in text that lost links and emphasis: told by capitals and by their place in the sentence.

Such a text hides where a title ends and whether it is a work's or a person's. Every place where a work may be named
gives a candidate, and how seldom that place misleads is its score: before a colon, after "in" at the beginning, before
a verb of works. `title_runs` says where a title ends.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tropegraph.extract.examples.bare.lists import listed
from tropegraph.extract.examples.bare.marked import marked
from tropegraph.extract.examples.bare.placed import called, known_titles, placed, written
from tropegraph.extract.examples.bare.reading import (
    AND,
    ARTICLES,
    LEAST,
    LIKELY,
    MEDIA,
    NOT_FIRST,
    TO_THE_NEXT,
    Candidate,
    Reading,
    is_plausible,
)
from tropegraph.extract.examples.bare.subjects import subjects
from tropegraph.extract.examples.titles import Title
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.names.title_runs import Run, run_at

_SURE_ALONE = 4.0
"""Score from which a beginning is a title on a page that shows its titles otherwise."""

REACH = 700
"""Characters of an item that are searched; what comes later seldom names the work first."""

_PARTED = re.compile(r"\s(?:in|on|from|by|at)\s+(?:the\s+)?$|['’]s?\s+$|:\s+$")
_LEADING = frozenset("the a an of to according speaking many several both".split())
_ARTICLE_BEFORE = re.compile(r"\s(?:in|on|from|by|at)\s+(?:the|an?)\s+$")
_FROM_NEXT = re.compile(rf"\s+(?:in|from|of)\s+(?:the\s+)?{TO_THE_NEXT}")
_AND_SOMEBODY_FROM = re.compile(
    r"(?:,|,?\s+(?:and|or|as (?:is|does|did|was)))\s+(?:(?:also|later|then|again)\s+)?"
    r"(?P<who>(?:[A-Z][\w'’-]*\s+){0,3})(?:in|from|of)\s+(?:the\s+)?" + TO_THE_NEXT
)


@lru_cache(maxsize=256)
def candidates(text: str, reading: Reading) -> tuple[Candidate, ...]:
    """Every place in the first part of `text` where a work may be named, each once with its best score, in order."""
    window = text[:REACH]
    best: dict[int, Candidate] = {}
    for c in (
        *subjects(window, reading),
        *placed(window, reading),
        *called(window, reading),
        *written(window, reading),
        *marked(window, reading),
        *known_titles(window, reading),
    ):
        other = best.get(c.run.start, c)
        best[c.run.start] = Candidate(max(c.run, other.run, key=lambda r: r.end), max(c.score, other.score))
    return tuple(_outermost(text, sorted(best.values(), key=lambda c: c.run.start), reading))


def _outermost(text: str, found: Sequence[Candidate], reading: Reading) -> list[Candidate]:
    """The candidates without those inside a longer one, unless "in" or the like parts it: "[somebody] in [a work]"."""
    kept: list[Candidate] = []
    for c in found:
        outer = next((k for k in reversed(kept[-3:]) if c.run.start < k.run.end and c.run.end <= k.run.end), None)
        if outer and _is_whole(text, outer, c, reading):
            continue
        article = (
            outer
            and text[outer.run.start : c.run.start].lower().strip() in ARTICLES
            and not MEDIA.match(text, c.run.end)
        )
        if outer and not article and c.score >= outer.score and _only_leads(text[outer.run.start : c.run.start]):
            kept[kept.index(outer)] = c
        elif outer is None or _is_apart(text, outer, c, reading):
            kept.append(c)
    return kept


def _is_whole(text: str, outer: Candidate, c: Candidate, reading: Reading) -> bool:
    """Whether the outer candidate is one title for all that is inside: a known one, or "... in the [word]"."""
    works = reading.lexicon.works
    name, inner = text[outer.run.start : outer.run.end], text[c.run.start : c.run.end]
    if works.known(name) and outer.run.words > 1 and not works.fits(inner, reading.medium):
        return True
    noun = c.run.words == 1 and not works.fits(inner, reading.medium)
    return noun and outer.run.start == 0 and bool(_ARTICLE_BEFORE.search(text, 0, c.run.start))


def _only_leads(before: str) -> bool:
    """Whether the words before a title only lead to it: "While", "Before", "According to the"."""
    return all(w in NOT_FIRST or w in _LEADING for w in before.lower().split())


def _is_apart(text: str, outer: Candidate, c: Candidate, reading: Reading) -> bool:
    """Whether a candidate inside another is a reading of its own."""
    if c.run.words > 1 and text[: c.run.start].endswith(" of ") and c.run.end == outer.run.end:
        known = reading.lexicon.works.fits(text[c.run.start : c.run.end], reading.medium)
        if known and not reading.lexicon.works.known(text[outer.run.start : outer.run.end]):
            return True
    if _PARTED.search(text, outer.run.start, c.run.start):
        return True
    somebody_of = text[: c.run.start].endswith(" of ") and not text.startswith(("The ", "A ", "An "))
    return somebody_of and outer.run.start == 0 and outer.score < LIKELY and c.run.words > 1


def group_of(text: str, lead: Candidate, reading: Reading) -> list[Title]:
    """The titles that a leading candidate holds or is joined to: "X and Y", "X, Y, and Z", "A from X and B from Y"."""
    runs = list(listed(text, _without_next_name(text, lead.run), reading))
    if len(runs) == 1 and (m := _AND_SOMEBODY_FROM.match(text, runs[0].end)) and not _is_title(text, m, reading):
        further = run_at(text, m.end(), reading.lexicon.works, placed=True)
        if further and (m.group("who") or further.words > 1) and is_plausible(text, further, reading):
            runs.append(further)
    return [reading.title(text, r.start, r.end) for r in runs]


def _is_title(text: str, m: re.Match[str], reading: Reading) -> bool:
    """Whether the words taken for somebody from a work begin a known title: "All in ..."."""
    return reading.lexicon.works.end_of_title(text, m.start("who")) > m.start("who")


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
    reading = Reading(lexicon, persons=False)
    found = [c for c in subjects(text, reading) if c.score >= _SURE_ALONE]
    yield from (t for c in found[:1] for t in group_of(text, c, reading))


def best(found: Sequence[Candidate], least: float = LEAST) -> Candidate | None:
    """The likeliest of some candidates, the first of equals; `None` where none reaches `least`."""
    top = max(found, key=lambda c: (c.score, -c.run.start), default=None)
    return top if top and top.score >= least else None


def spans(found: Iterable[Candidate]) -> list[tuple[int, int]]:
    """Where candidates stand, for what must not be cut in two."""
    return [(c.run.start, c.run.end) for c in found if c.score >= LEAST]
