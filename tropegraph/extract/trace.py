"""What extraction sees on a page, sentence by sentence: names, cues, and the facts that come of them.

It is put together from what `extract` goes by itself (`describe`, `claims`, `memberships`, `mentions`), so that it
shows that reading and not another one: the facts of all sentences are those of `extract`.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from tropegraph.extract.described import describe
from tropegraph.extract.examples.claims import Claim, Said, claims, key_of, united
from tropegraph.extract.memberships import memberships
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.names.spots import Spot
from tropegraph.extract.pages.evidence import Witness
from tropegraph.extract.pages.sentences import sentences
from tropegraph.extract.relations.lines import line_cue
from tropegraph.extract.relations.mentions import mentions
from tropegraph.extract.relations.reading import Reading
from tropegraph.extract.relations.said import Stated, facts_of, lost_lists, refusal, sure_pages, without_target
from tropegraph.extract.traced import CueTrace, Governed, ModifierTrace, Named, Role, SentenceTrace
from tropegraph.model.facts import Example, Membership, Mention, Relation
from tropegraph.model.findings import Finding
from tropegraph.model.page import Page
from tropegraph.model.vocabulary import PageKind

T = TypeVar("T")

_Item = Named | CueTrace | ModifierTrace | Relation | Example | Membership | Mention | Finding
_Seen = tuple[int, int, _Item]
"""A block, an offset into its text, and what was seen there."""


def trace(page: Page, lexicon: Lexicon) -> tuple[SentenceTrace, ...]:
    """Every sentence of `page`, in reading order, with what `extract` sees in it.

    Memberships that the page's own index box states have no sentence and are left out.

    Args:
        page: A parsed page; its title, name and kind need not be known.
        lexicon: Known titles.
    """
    read = describe(page, lexicon)
    seen = [
        *_names(read.readings, read.said),
        *_cues(read.readings, read.said),
        *_lost(read.page, read.readings, read.said),
        *_examples(read.page, lexicon),
        *_at_evidence(read.relations),
        *_at_evidence(memberships(read.page, lexicon)),
        *_at_evidence(mentions(read.readings, read.subject, read.relations)),
    ]
    return tuple(_sentences(read.page, read.readings, seen))


def _names(readings: Sequence[Reading], said: Sequence[Stated]) -> Iterator[_Seen]:
    governed = {(s.evidence.block, n.start) for s in said for n in s.names}
    for one in readings:
        for spot in one.names:
            used = (one.index, spot.start) in governed
            yield one.index, spot.start, Named(spot.start, spot.end, spot.ref, _role(spot), used)


def _role(spot: Spot) -> Role:
    if spot.own:
        return Role.OWN
    return Role.GUESS if spot.guess or spot.suspect else Role.TROPE


def _cues(readings: Sequence[Reading], said: Sequence[Stated]) -> Iterator[_Seen]:
    """The cues, each in the sentence of the names that it governs; those of lists in their own line too."""
    sure = sure_pages(said)
    for one in said:
        yield one.evidence.block, one.evidence.start, _cue(one, [one], sure, readings)
    over_lists = sorted((s for s in said if s.line != s.evidence.block), key=lambda s: s.line)
    for line, group in groupby(over_lists, key=lambda s: s.line):
        below = list(group)
        yield line, _last_sentence(readings[line])[0], _cue(below[0], below, sure, readings)


def _cue(one: Stated, said: Sequence[Stated], sure: frozenset[str], readings: Sequence[Reading]) -> CueTrace:
    """The cue of `one` with the names and facts of all of `said`."""
    line = readings[one.line]
    start, end = _trimmed(line.block.text, *one.at) if one.line == one.evidence.block else _last_sentence(line)
    names = tuple(Governed(n.ref, str(refusal(n, s, sure) or "")) for s in said for n in s.names)
    relations = tuple(f for s in said for f in facts_of(s, sure))
    return CueTrace(one.line, start, end, one.cue.types, names, relations)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    inner = text[start:end].strip()
    begin = start + len(text[start:end]) - len(text[start:end].lstrip()) if inner else start
    return begin, begin + len(inner)


def _last_sentence(line: Reading) -> tuple[int, int]:
    """Where the line that announces a list stands in its block."""
    return (line.sentences or sentences(line.block.text))[-1]


def _lost(page: Page, readings: Sequence[Reading], said: Sequence[Stated]) -> Iterator[_Seen]:
    """Lines that announce a list which names nothing: the cue, and the finding that says so."""
    over_lists = {s.line for s in said if s.line != s.evidence.block}
    lines = list(without_target(readings, said))
    for line, finding in zip(lines, lost_lists(page.id, readings, said), strict=True):
        span, cue = _last_sentence(line), line_cue(line.block, line.shape.text)
        if cue and line.index not in over_lists:
            yield line.index, span[0], CueTrace(line.index, *span, cue.types)
        yield line.index, span[0], finding


def _at_evidence(facts: Iterable[Relation | Membership | Mention]) -> Iterator[_Seen]:
    return ((f.evidence.block, f.evidence.start, f) for f in facts if f.evidence)


def _examples(page: Page, lexicon: Lexicon) -> Iterator[_Seen]:
    """What the items state: names, modifiers, and the examples, both where they are named and at their evidence."""
    found = list(claims(page, lexicon))
    facts = united(c.example for c in found if isinstance(c, Claim))
    for one in found:
        if isinstance(one, Claim):
            example = facts[key_of(one.example)]
            yield from _of_claim(one, page.kind)
            yield one.item.index, one.start, example
        else:
            yield one.item.index, 0, one.finding
    yield from ((e.evidence.block, e.evidence.start, e) for e in facts.values())


def _of_claim(claim: Claim, kind: PageKind | None) -> Iterator[_Seen]:
    fact, of_work = claim.example, kind is PageKind.WORK
    ref, role = (fact.trope, Role.TROPE) if of_work else (fact.work, Role.WORK)
    yield claim.item.index, claim.start, Named(claim.start, claim.end, ref, role, used=True)
    yield from map(_modifier, claim.said)


def _modifier(said: Said) -> _Seen:
    hit = said.hit
    return said.item.index, hit.start, ModifierTrace(hit.start, hit.end, hit.modifier)


def _sentences(page: Page, readings: Sequence[Reading], seen: Sequence[_Seen]) -> Iterator[SentenceTrace]:
    """All sentences of the page, each with what was seen in it."""
    witness = Witness(page)
    by_block: dict[int, list[_Seen]] = defaultdict(list)
    for one in seen:
        by_block[one[0]].append(one)
    for index, block in enumerate(page.blocks):
        read = readings[index].sentences if index < len(readings) else ()
        spans = read or witness.sentences(index) or [(0, len(block.text))]
        kept: dict[tuple[int, int], list[_Item]] = {span: [] for span in spans}
        for _, at, item in by_block[index]:
            kept[spans[min(bisect_right(spans, at, key=lambda s: s[1]), len(spans) - 1)]].append(item)
        for span, items in kept.items():
            yield _sentence(index, span, list(dict.fromkeys(items)))


def _sentence(block: int, span: tuple[int, int], items: Sequence[_Item]) -> SentenceTrace:
    examples = _only(items, Example)
    here = tuple(e for e in examples if e.evidence.block == block and span[0] <= e.evidence.start < span[1])
    return SentenceTrace(
        block,
        *span,
        names=tuple(sorted(_only(items, Named), key=lambda n: n.start)),
        cues=_only(items, CueTrace),
        modifiers=tuple(sorted(_only(items, ModifierTrace), key=lambda m: m.start)),
        relations=_only(items, Relation),
        examples=here,
        memberships=_only(items, Membership),
        mentions=_only(items, Mention),
        elsewhere=tuple(e for e in examples if e not in here),
        findings=_only(items, Finding),
    )


def _only(items: Sequence[_Item], kind: type[T]) -> tuple[T, ...]:
    return tuple(i for i in items if isinstance(i, kind))
