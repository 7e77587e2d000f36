"""Trope-to-trope facts from a page's description."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tropegraph.extract import lists
from tropegraph.extract.cues import (
    COMPILED,
    KIND_SUBJECT,
    NAME,
    NEGATED_WITHIN,
    NEGATION,
    NOT_IMPERATIVE,
    OTHER_SUBJECT,
    RELATIVE,
    Cue,
    Place,
    Subject,
    compiled,
)
from tropegraph.extract.description import examples_start
from tropegraph.extract.lexicon import Lexicon
from tropegraph.extract.sentences import sentences
from tropegraph.extract.spots import Shape, Spot, are_linked, own_keys, shape, spots
from tropegraph.model.facts import Evidence, Ref, Relation
from tropegraph.model.page import Block, BlockKind, Page
from tropegraph.model.vocabulary import RelationType

_NAME = compiled("{N}")
_CONTINUES = compiled(
    r"^[\s\"'(—–-]*(?:(?:also|and),? )?(?=(?:the |an? )?{N}\W*(?:$|[.,;(]|(?:and|or|for|which|who|where|when)\b))"
)
_LINK_TO_NEXT = re.compile(
    r"[\s,/&]*(?:(?:and|or|but|and/or|/|,|sometimes|may|even|can|often|also|a|an|the|possibly|is|might|does|well|as)[\s,]*){0,6}"
)
_READ = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)
_GUESSABLE = frozenset(RelationType) - {
    RelationType.LEADS_TO,
    RelationType.INVOLVES,
    RelationType.VARIANT_OF,
    RelationType.NOT_TO_BE_CONFUSED_WITH,
}
"""Types whose cues are seldom followed by a capitalised name that is no trope."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue at `[start, end)` of a shape."""

    cue: Cue
    start: int
    end: int
    listed: tuple[int, ...] = ()


def relations(page: Page, lexicon: Lexicon, me: Ref) -> tuple[Relation, ...]:
    """The relations that the description of `page` states, in reading order, each once a sentence.

    Args:
        page: An identified page of a trope or index.
        lexicon: Known titles.
        me: What the page is about.
    """
    own = own_keys(page)
    stop = examples_start(page)
    linked = are_linked(page.blocks[:stop], lexicon)
    facts: dict[tuple[str, str, str, int, int], Relation] = {}
    for i, block in enumerate(page.blocks[:stop]):
        if block.kind in _READ:
            for fact in _of_block(block, i, me, lexicon, own, linked):
                key = (fact.source.page, fact.type, fact.target.page, i, fact.evidence.start)
                facts.setdefault(key, fact)
    return tuple(facts.values())


def _of_block(
    block: Block, index: int, me: Ref, lexicon: Lexicon, own: frozenset[str], linked: bool
) -> Iterator[Relation]:
    named = spots(block, lexicon, own, linked)
    if not any(not s.own for s in named):
        return
    form = shape(block, named)
    last: tuple[_Found, ...] = ()
    for start, end in sentences(block.text, [(s.start, s.end) for s in named]):
        if NAME not in form.text[start:end]:
            continue
        found = _cues(form.text, start, end)
        if not found and last and (m := _CONTINUES.match(form.text[start:end])):
            found = tuple(_Found(f.cue, start, start + m.end()) for f in last)
        evidence = Evidence(block.text[start:end], " / ".join(block.section), index, start, end)
        yield from _facts(form, found, end, me, evidence, block)
        last = tuple(f for f in found if f.cue.place is Place.AFTER)[-1:]


def _facts(
    form: Shape, found: tuple[_Found, ...], end: int, me: Ref, evidence: Evidence, block: Block
) -> Iterator[Relation]:
    for one, governed in _governed(form.text, found, end):
        for at in governed:
            spot = form.spots[at]
            for kind in one.cue.types:
                if _counts(spot, one, kind):
                    yield _relation(me, spot, kind, one.cue.reverse, evidence, block)


def _counts(spot: Spot, one: _Found, kind: RelationType) -> bool:
    """Whether a name that a cue governs is a target."""
    if spot.guess and (kind not in _GUESSABLE or one.cue.place is Place.BEFORE):
        return False
    return not spot.own


def _relation(me: Ref, spot: Spot, kind: RelationType, reverse: bool, evidence: Evidence, block: Block) -> Relation:
    source, target = (spot.ref, me) if reverse else (me, spot.ref)
    return Relation(source, kind, target, block.text[spot.start : spot.end], evidence)


def _governed(text: str, found: tuple[_Found, ...], end: int) -> Iterator[tuple[_Found, list[int]]]:
    """Every cue with the offsets of the names it governs."""
    after = [f for f in found if f.cue.place is Place.AFTER]
    for one in found:
        yield one, list(one.listed) if one.cue.place is Place.BEFORE else _names_after(text, one, after, end)


def _names_after(text: str, one: _Found, after: list[_Found], end: int) -> list[int]:
    if one.cue.via_see:
        see = next((f for f in after if f.start >= one.end and RelationType.SEE_ALSO in f.cue.types), None)
        return _list(text, see, after, end) if see else []
    governed = _list(text, one, after, end)
    nxt = next((f for f in after if f.end > one.end and f.start > one.start), None)
    if not governed and nxt and _LINK_TO_NEXT.fullmatch(text, one.end, max(one.end, nxt.start)):
        return _names_after(text, nxt, after, end)
    return governed


def _list(text: str, one: _Found, after: list[_Found], end: int) -> list[int]:
    later = (f for f in after if f.start >= one.end and not f.cue.via_see)
    stop = min((f.start for f in later if _ends_list(text, one.end, f, end)), default=end)
    return lists.items(text, one.end, stop, _reach(text, one))


def _ends_list(text: str, start: int, nxt: _Found, end: int) -> bool:
    """Whether a list that begins at `start` ends at a later cue: one of its own names, outside parentheses."""
    inside = text.count("(", start, nxt.start) > text.count(")", start, nxt.start)
    return not inside and bool(lists.items(text, nxt.end, end, _reach(text, nxt)))


def _reach(text: str, one: _Found) -> lists.Reach:
    words = text[one.start : one.end].split()
    resumes = one.cue.subject is not Subject.KIND
    return lists.Reach(one.cue.loose, one.cue.distance, resumes, words[-1].rstrip(",:") if words else "")


def _cues(text: str, start: int, end: int) -> tuple[_Found, ...]:
    """The cues of `text[start:end]` that hold, in order."""
    sentence = text[start:end]
    out = [
        _Found(cue, start + m.start(), start + m.end(), _listed(cue, m, start))
        for cue, pattern in COMPILED
        for m in pattern.finditer(sentence)
        if _holds(cue, m, sentence)
    ]
    return tuple(sorted(_without_inner(out), key=lambda f: (f.start, f.end)))


def _listed(cue: Cue, m: re.Match[str], start: int) -> tuple[int, ...]:
    if cue.place is Place.AFTER:
        return ()
    return tuple(start + m.start("l") + n.start() for n in _NAME.finditer(m.group("l")))


def _holds(cue: Cue, m: re.Match[str], sentence: str) -> bool:
    """Whether nothing takes the cue back or gives it to another trope."""
    before = sentence[max(0, m.start() - 80) : m.start()]
    if cue.negatable and NEGATION.search(before):
        return False
    if cue.place is Place.BEFORE and NEGATED_WITHIN.search(m.group()):
        return False
    if cue.imperative and NOT_IMPERATIVE.search(before):
        return False
    if cue.subject is Subject.KIND:
        return KIND_SUBJECT.search(before) is not None
    other = OTHER_SUBJECT.get(cue.subject)
    relative = cue.subject is Subject.VERB and RELATIVE.search(before)
    return not relative and (other is None or not other.search(before))


def _without_inner(found: list[_Found]) -> list[_Found]:
    """Without cues inside longer ones, but for "see", which states its own fact; and without the less telling of two
    nouns for one thing ("the male version" is a counterpart)."""
    after = [f for f in found if f.cue.place is Place.AFTER and not f.cue.via_see]
    outer = [
        f
        for f in found
        if f not in after or not any(g is not f and g.start <= f.start and f.end <= g.end and not _keeps(f, g) for g in after)
    ]
    counterparts = [f for f in outer if RelationType.COUNTERPART_OF in f.cue.types]
    return [
        f
        for f in outer
        if RelationType.VARIANT_OF not in f.cue.types
        or not any(g.end == f.end and g.start <= f.end for g in counterparts)
    ]


def _keeps(inner: _Found, outer: _Found) -> bool:
    """Whether a cue inside another one counts beside it."""
    same = (inner.start, inner.end) == (outer.start, outer.end)
    return inner.end == outer.end and (same or RelationType.SEE_ALSO in inner.cue.types)
