"""Which works an item asserts in text that lost links and emphasis."""

import re
from collections.abc import Sequence

from tropegraph.extract.examples.bare.later import again, later, said_again
from tropegraph.extract.examples.bare.reading import LIKELY, SURE, Candidate, Reading
from tropegraph.extract.examples.bare.titles import REACH, best, candidates, group_of, spans
from tropegraph.extract.examples.kin import akin, kin_words, same, without_repeats
from tropegraph.extract.examples.titles import Title
from tropegraph.extract.names.given_names import is_person
from tropegraph.extract.pages.sentences import sentences
from tropegraph.model.names import squash

_SERIES = re.compile(
    r"(?:\s+[a-z-]+){0,2}?\s+(?:series|franchise|games|films|movies|books|novels|trilogy|tetralogy|saga|universe|works|titles)\b"
)
_SERIES_OF = re.compile(r"\b(?:series|franchise|games|works|entries|books|films)\s+(?:of|in|from)\s+(?:the\s+)?$")
_PART = re.compile(
    r"\b(?:endings?|routes?|ends?|paths?|modes?|chapters?|episodes?|levels?|stages?|missions?|case|cases|act|part|demo|dlc|ver(?:sion)?|"
    r"choices?|update)\b",
    re.IGNORECASE,
)
_AUTHORED = re.compile(r"(?:['’]s?)?(?:\s+(?:works|novels|books|stories|plays|films|movies|songs))?\s*:?$")
_MIN_FIRST = 4.5


def leading(text: str, reading: Reading) -> list[Title]:
    """Works that a top-level item asserts: the likeliest of its first sentence with those joined to it, and its kin."""
    found = candidates(text, reading)
    end = _first_end(text, found)
    lead = best([c for c in found if c.run.start < end], _MIN_FIRST) or best(found, LIKELY) or best(found)
    if lead is None:
        return []
    group = group_of(text, lead, reading)
    kin = _kin(text, found, group, group[-1].end, reading)
    return without_repeats(sorted([*group, *kin, *_later(text, group, kin, reading)], key=lambda t: t.start))


def entries(text: str, reading: Reading, above: Sequence[Title], *, series: bool) -> list[Title]:
    """Works that a sub-item asserts besides those above it; none where it is about them.

    Args:
        text: The sub-item's text.
        reading: What it takes to read it.
        above: Works of the item above.
        series: The item above heads the entries of a series, so that what stands as a work is one.
    """
    found = candidates(text, reading)
    end = _first_end(text, found)
    first = [c for c in found if c.run.start < end and _is_entry(text, c, above, reading, series=series)]
    lead = best(first)
    group = group_of(text, lead, reading) if lead else []
    kin = _kin(text, found, [*above, *group], group[-1].end if group else 0, reading)
    return [t for t in without_repeats([*group, *kin]) if not any(same(t, a) for a in above)]


def names_author(text: str) -> bool:
    """Whether an item's text is somebody's name alone, as over a list of that author's works."""
    return is_person(_AUTHORED.sub("", text))


def heads_series(text: str, below: Sequence[str], reading: Reading, own: Sequence[Title]) -> bool:
    """Whether an item heads the entries of a series: it says so, or sub-items open with longer titles like its own."""
    if not own or not below:
        return False
    said = _SERIES.match(text[own[0].end : own[0].end + 40]) or _SERIES_OF.search(text, 0, own[0].start)
    if said or (_only_heads(text, own) and sum(_opens_with_work(t, reading) for t in below) > 1):
        return True
    return sum(_opens_with_kin(t, reading, own) for t in below) > 1


def _only_heads(text: str, own: Sequence[Title]) -> bool:
    return not text[own[-1].end :].strip(" :.")


def _opens_with_work(text: str, reading: Reading) -> bool:
    """Whether a sub-item says of the name that opens it what is said of works: "... has three endings"."""
    lead = best(candidates(text, reading), SURE)
    if lead is None or lead.run.start or lead.run.possessive:
        return False
    after = text[lead.run.end : lead.run.end + 1]
    known = reading.lexicon.works.known(text[: lead.run.end], reading.medium)
    return (after == " " and lead.run.words > 1) or (after == ":" and known)


def _opens_with_kin(text: str, reading: Reading, own: Sequence[Title]) -> bool:
    lead = best(candidates(text, reading), SURE)
    title = reading.title(text, lead.run.start, lead.run.end) if lead else None
    return bool(title) and any(_extends(title, o) for o in own) if title else False


def _extends(title: Title, other: Title) -> bool:
    mine, its = squash(title.ref.title), squash(other.ref.title)
    return mine != its and its in mine


def _is_entry(text: str, c: Candidate, above: Sequence[Title], reading: Reading, *, series: bool) -> bool:
    """Whether a candidate in a sub-item is a work of its own."""
    title = reading.title(text, c.run.start, c.run.end)
    if c.run.possessive and not series:
        return False
    if any(_of_the_series(title, a) for a in above):
        return c.score >= LIKELY and not any(same(title, a) for a in above) and not _PART.search(title.ref.title)
    if c.score < SURE or _PART.search(title.ref.title) or _PART.match(text[c.run.end :].lstrip()):
        return False
    if reading.lexicon.works.known(title.ref.title, reading.medium) and c.run.words > 1:
        return True
    if series and c.run.start == 0 and reading.lexicon.works.known(title.ref.title, reading.medium):
        return True
    return series and (c.run.words > 1 or c.run.start == 0) and text[c.run.end : c.run.end + 1] != ":"


def _of_the_series(title: Title, above: Title) -> bool:
    """Whether a title has the first telling word of the one above it, as the entries of a series mostly do."""
    return kin_words(above)[:1] == [w for w in kin_words(title) if w in kin_words(above)[:1]][:1] != []


def _kin(text: str, found: Sequence[Candidate], above: Sequence[Title], start: int, reading: Reading) -> list[Title]:
    """Further works after offset `start` that are akin to those at hand."""
    out: list[Title] = []
    for c in found:
        if c.run.start < start or c.score < LIKELY or c.run.possessive or (out and c.run.start < out[-1].end):
            continue
        title = reading.title(text, c.run.start, c.run.end)
        if any(akin(title, a) for a in above[:20]) and not any(same(title, a) for a in above[:20]):
            out += group_of(text, c, reading)
    return out


def _later(text: str, group: Sequence[Title], kin: Sequence[Title], reading: Reading) -> list[Title]:
    """Further works that open a sentence or clause of their own."""
    taken = [(t.start, t.end) for t in (*group, *kin)]
    return [
        reading.title(text, c.run.start, c.run.end)
        for c in _anew(text[:REACH], group, reading)
        if c.run.start >= group[-1].end and not any(a < c.run.end and c.run.start < b for a, b in taken)
    ]


def _anew(text: str, group: Sequence[Title], reading: Reading) -> list[Candidate]:
    """Candidates of later clauses: those that are known or said to play it, and those that extend a title at hand."""
    akin_ones = (
        c
        for c in again(text, reading)
        if any(_extends(reading.title(text, c.run.start, c.run.end), t) for t in group[:4])
    )
    told = (c for c in said_again(text, reading) if c.score >= LIKELY)
    return [*later(text, reading), *told, *akin_ones]


def _first_end(text: str, found: Sequence[Candidate]) -> int:
    sentence = sentences(text, spans(found))
    end = sentence[0][1] if sentence else 0
    clause = text.find("; ", 0, end)
    return clause if clause > 0 else end
