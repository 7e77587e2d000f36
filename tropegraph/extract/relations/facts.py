"""Trope-to-trope facts from a page's description."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tropegraph.extract.cues.forms import Cue, Place, Subject
from tropegraph.extract.cues.joins import CONTINUES, FILLER, ITEM_NAME
from tropegraph.extract.cues.patterns import NAME
from tropegraph.extract.pages.sentences import sentence_at
from tropegraph.extract.relations.found import Found, cue_back, cues_in
from tropegraph.extract.relations.governed import governed
from tropegraph.extract.relations.lines import named_first, under_lines
from tropegraph.extract.relations.reading import Reading
from tropegraph.extract.relations.said import Stated, united
from tropegraph.model.facts import Ref, Relation
from tropegraph.model.page import BlockKind
from tropegraph.model.vocabulary import PageKind

WITH_RELATIONS = (PageKind.TROPE, PageKind.INDEX)
"""Kinds of pages whose description states relations."""

_READ = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)


def relations(readings: Sequence[Reading], me: Ref) -> tuple[Relation, ...]:
    """The relations that a description states, in reading order, each once a sentence.

    Args:
        readings: The description of a trope's or index's page.
        me: What the page is about.
    """
    return united(stated(readings, me))


def stated(readings: Sequence[Reading], me: Ref) -> tuple[Stated, ...]:
    """Every cue of a description with the names that it governs; those of lists under a line come last."""
    return (*_from_sentences(readings, me), *_from_lists(readings, me))


def _from_sentences(readings: Sequence[Reading], me: Ref) -> Iterator[Stated]:
    for one in readings:
        if one.block.kind in _READ and any(not s.own for s in one.names):
            yield from _of_block(one, me)


def _from_lists(read: Sequence[Reading], me: Ref) -> Iterator[Stated]:
    """Facts from lists under a cue line; below an item they are facts about the trope that the item names."""
    for under in under_lines([r.block for r in read], [r.shape.text for r in read]):
        one, line = read[under.index], read[under.line]
        above = named_first(line.shape.text)[:1] if line.block.kind is BlockKind.ITEM else []
        about = line.shape.spots[above[0]].ref if above else me
        start, end = sentence_at(one.sentences, 0)
        cue = Cue("", under.cue.types, reverse=under.cue.reverse)
        at = Found(cue, 0, len(line.block.text))
        yield replace(_stated(one, at, named_first(one.shape.text[:end]), about, (start, end)), line=line.index)


def _of_block(one: Reading, me: Ref) -> Iterator[Stated]:
    text = one.shape.text
    before = (0, 0)
    came_to: list[int] = []
    for start, end in one.sentences:
        if NAME not in text[start:end]:
            for at in cue_back(text, start, end):
                yield _stated(one, at, came_to, me, (start, end))
            came_to, before = [], (start, end)
            continue
        found = tuple(f for f in cues_in(text, start, end) if not _is_of_item(one, f))
        goes_on = None if found else CONTINUES.match(text[start:end])
        if goes_on:
            found = tuple(Found(f.cue, start, start + goes_on.end()) for f in _last_cue(one, *before))
        names_of = list(governed(text, found, end, came_to))
        came_to = [g[-1] for f, g in names_of if f.cue.place is Place.AFTER and g][-1:]
        for at, names in names_of:
            yield _stated(one, at, names, me, (start, end))
        before = before if goes_on else (start, end)


def _last_cue(one: Reading, start: int, end: int) -> tuple[Found, ...]:
    """The cue of a sentence that the next one may go on with: its last one before names."""
    found = (f for f in cues_in(one.shape.text, start, end) if not _is_of_item(one, f))
    return tuple(f for f in found if f.cue.place is Place.AFTER)[-1:]


def _is_of_item(one: Reading, found: Found) -> bool:
    """Whether a cue's subject is what a list item is about, not the page's trope."""
    if one.block.kind is not BlockKind.ITEM or found.cue.subject is Subject.ANY:
        return False
    start = next(a for a, b in one.sentences if found.start < b)
    return bool(ITEM_NAME.match(one.shape.text)) or not FILLER.fullmatch(one.shape.text, start, found.start)


def _stated(one: Reading, at: Found, names: Sequence[int], about: Ref, span: tuple[int, int]) -> Stated:
    named = tuple(one.shape.spots[i] for i in names)
    return Stated(at.cue, named, about, one.block, one.evidence(*span), one.index, (at.start, at.end))
