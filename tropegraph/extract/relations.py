"""Trope-to-trope facts from a page's description."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tropegraph.extract import lists
from tropegraph.extract.cues import (
    COMPILED,
    NEGATION,
    NOT_IMPERATIVE,
    OTHER_SUBJECT,
    Cue,
    Place,
    compiled,
)
from tropegraph.extract.description import examples_start
from tropegraph.extract.lexicon import Lexicon
from tropegraph.extract.sentences import sentences
from tropegraph.extract.spots import Shape, Spot, is_trope_link, own_keys, shape, spots
from tropegraph.model.facts import Evidence, Ref, Relation
from tropegraph.model.page import Block, BlockKind, Page
from tropegraph.model.vocabulary import RelationType

_NAME = re.compile(compiled("{N}").pattern)
_CONTINUES = compiled(
    r"^\W*(?:(?:also|and)[,:]? )?(?=(?:the |an? )?{N}\s*(?:[.,;(]|$| (?:and|or|for|which|who|where|when)\b))"
)
_LINK_TO_NEXT = re.compile(
    r"^[\s,/&]*(?:(?:and|or|but|and/or|/|,|sometimes|may|even|can|often|also|a|an|the|possibly|is|might|does)[\s,]*){0,6}$"
)
_READ = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)


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
    linked = any(is_trope_link(k) for b in page.blocks[:stop] for k in b.links)
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
            if not spot.own:
                for kind in one.cue.types:
                    yield _relation(me, spot, kind, one.cue.reverse, evidence, block)


def _relation(me: Ref, spot: Spot, kind: RelationType, reverse: bool, evidence: Evidence, block: Block) -> Relation:
    source, target = (spot.ref, me) if reverse else (me, spot.ref)
    return Relation(source, kind, target, block.text[spot.start : spot.end], evidence)


def _governed(text: str, found: tuple[_Found, ...], end: int) -> Iterator[tuple[_Found, list[int]]]:
    """Every cue with the offsets of the names it governs."""
    after = [f for f in found if f.cue.place is Place.AFTER]
    for one in found:
        if one.cue.place is Place.BEFORE:
            yield one, list(one.listed)
            continue
        stop = min((f.start for f in after if f.start >= one.end), default=end)
        items = lists.items(text, one.end, stop, loose=one.cue.loose)
        if not items and (nxt := _next(after, one)) and _LINK_TO_NEXT.match(text[one.end : nxt.start]):
            items = _shared(text, after, nxt, end)
        yield one, items


def _shared(text: str, after: list[_Found], nxt: _Found, end: int) -> list[int]:
    """The list of the next cue, for two cues that share one: "compare, and sometimes overlaps with, A"."""
    stop = min((f.start for f in after if f.start >= nxt.end), default=end)
    return lists.items(text, nxt.end, stop, loose=nxt.cue.loose)


def _next(after: list[_Found], one: _Found) -> _Found | None:
    return min((f for f in after if f.start >= one.end), key=lambda f: f.start, default=None)


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
    """Whether nothing before the cue takes it back or gives it to another trope."""
    before = sentence[max(0, m.start() - 80) : m.start()]
    if cue.negatable and NEGATION.search(before):
        return False
    if m.group().startswith("see") and NOT_IMPERATIVE.search(before):
        return False
    other = OTHER_SUBJECT.get(cue.subject)
    return other is None or not other.search(before)


def _without_inner(found: list[_Found]) -> list[_Found]:
    """Without cues after which a list comes that lie inside another such cue, unless both end together."""
    after = [f for f in found if f.cue.place is Place.AFTER]
    return [
        f
        for f in found
        if f.cue.place is Place.BEFORE or not any(g is not f and g.start <= f.start and f.end < g.end for g in after)
    ]
