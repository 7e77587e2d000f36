"""The cues of a sentence that hold: those that nothing takes back or gives to another trope."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tropegraph.extract.cues.forms import Cue, Place, Subject
from tropegraph.extract.cues.joins import OF_LAST, SO_IS
from tropegraph.extract.cues.patterns import compiled
from tropegraph.extract.cues.rules import (
    EXPLAINED,
    KIND_AT_START,
    KIND_SUBJECT,
    NEGATED_WITHIN,
    NEGATION,
    NOT_IMPERATIVE,
    NOT_INVOLVES,
    OTHER_KIND,
    OTHER_SUBJECT,
    RELATIVE,
    SAID_OF_NAME,
    SUBJECT_AFTER,
    SUBJECT_BEFORE,
    SUBJECT_WORD,
)
from tropegraph.extract.cues.search import cues_for
from tropegraph.model.vocabulary import RelationType

_NAME = compiled("{N}")
_NOUNS = (Subject.NOUN, Subject.KIND)
_LONGEST_SENTENCE, _MOST_CUES = 6000, 60
"""Characters of a sentence that are looked at, and cues of it: bounds on hostile text, far above what pages hold."""


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at `[start, end)` of a shape; `listed` are the offsets of the names that it governs before it."""

    cue: Cue
    start: int
    end: int
    listed: tuple[int, ...] = ()


def cue_back(text: str, start: int, end: int) -> Iterator[Found]:
    """The cue of a sentence without names that points back."""
    for cue in cues_for(text[start:end]):
        if cue.place is Place.BACK and (m := compiled(cue.pattern).search(text, start, end)):
            yield Found(cue, m.start(), m.end())
            return


def cues_in(text: str, start: int, end: int) -> tuple[Found, ...]:
    """The cues of `text[start:end]` that hold, in order."""
    sentence = text[start : min(end, start + _LONGEST_SENTENCE)]
    out = [
        Found(cue, start + m.start(), start + m.end(), _listed(cue, m, start))
        for cue in cues_for(sentence)
        for m in compiled(cue.pattern).finditer(sentence)
        if _holds(cue, m, sentence)
    ]
    first = sorted(out, key=lambda f: (f.start, f.end))[:_MOST_CUES]
    return tuple(_without_inner(first))


def _listed(cue: Cue, m: re.Match[str], start: int) -> tuple[int, ...]:
    if cue.place is not Place.BEFORE:
        return ()
    named = tuple(start + m.start("l") + n.start() for n in _NAME.finditer(m.group("l")))
    named = named[-1:] if OF_LAST.match(m.string, m.end("l")) else named
    so_is = SO_IS.match(m.string, m.end())
    more = _NAME.finditer(m.string, *so_is.span("l")) if so_is else ()
    return (*named, *(start + n.start() for n in more))


def _holds(cue: Cue, m: re.Match[str], sentence: str) -> bool:
    """Whether nothing takes the cue back or gives it to another trope."""
    before = sentence[max(0, m.start() - 80) : m.start()]
    if cue.negatable and (NEGATION.search(before) or (cue.place is Place.BEFORE and NEGATED_WITHIN.search(m.group()))):
        return False
    if cue.imperative and NOT_IMPERATIVE.search(before):
        return False
    if cue.subject is Subject.KIND:
        return _says_kind(before, sentence[m.end() :])
    if cue.types == (RelationType.INVOLVES,) and NOT_INVOLVES.search(before):
        return False
    if cue.subject is Subject.VERB and _has_own_subject(m, before):
        return False
    other = SAID_OF_NAME if cue.apposed else OTHER_SUBJECT.get(cue.subject)
    return other is None or not other.search(before)


def _has_own_subject(m: re.Match[str], before: str) -> bool:
    """Whether a verb's subject is the noun before it, or is part of the cue itself."""
    if RELATIVE.search(before) or EXPLAINED.search(m.string[: m.start()]):
        return True
    heads = SUBJECT_BEFORE.search(before) and SUBJECT_WORD.match(m.group())
    return bool(heads and SUBJECT_AFTER.match(m.string, m.end()))


def _says_kind(before: str, after: str) -> bool:
    """Whether an everyday word says what the page's own trope is."""
    if OTHER_KIND.search(before) or (KIND_AT_START.search(before) and SUBJECT_AFTER.match(after)):
        return False
    return KIND_SUBJECT.search(before) is not None


def _without_inner(found: list[Found]) -> list[Found]:
    """Without cues inside longer ones, but for "see", which states its own fact; and without the less telling of two
    nouns for one thing ("the male version" is a counterpart).
    """
    after = [f for f in found if f.cue.place is Place.AFTER and not f.cue.via_see]
    outer = [
        f
        for f in found
        if f not in after
        or not any(g is not f and g.start <= f.start and f.end <= g.end and not _keeps(f, g) for g in after)
    ]
    counterparts = [f for f in outer if RelationType.COUNTERPART_OF in f.cue.types]
    return [
        f
        for f in outer
        if RelationType.VARIANT_OF not in f.cue.types
        or not any(g.end == f.end and g.start <= f.end for g in counterparts)
    ]


def _keeps(inner: Found, outer: Found) -> bool:
    """Whether a cue inside another one counts beside it."""
    same = (inner.start, inner.end) == (outer.start, outer.end)
    nouns = inner.cue.subject in _NOUNS and outer.cue.subject in _NOUNS
    return inner.end == outer.end and (same or nouns or RelationType.SEE_ALSO in inner.cue.types)
