"""What a description's cues state, cue by cue, and the facts that come of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tropegraph.extract.cues.forms import Cue, Place, Subject
from tropegraph.extract.names.spots import Spot
from tropegraph.extract.relations.lines import line_cue
from tropegraph.extract.relations.reading import Reading
from tropegraph.model.facts import Evidence, Ref, Relation
from tropegraph.model.findings import Finding
from tropegraph.model.names import squash
from tropegraph.model.page import Block, BlockKind
from tropegraph.model.vocabulary import RelationType

_GUESSABLE = frozenset(RelationType) - {
    RelationType.LEADS_TO,
    RelationType.INVOLVES,
    RelationType.VARIANT_OF,
    RelationType.NOT_TO_BE_CONFUSED_WITH,
}
"""Types whose cues are seldom followed by a capitalised name that is no trope."""

_FREELY_WORDED = frozenset({RelationType.LEADS_TO, RelationType.INVOLVES})
"""Types whose cues are everyday words, after which any word may be a link."""

_HOLD_LINES = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_SHOWN = 80
_STEM = 5
"""Letters of a title that tell its other forms from other words."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one cue says of the names that it governs.

    Args:
        cue: The cue.
        names: They, in order; none where it governs none.
        about: What it says it of.
        block: The block that holds them.
        evidence: Their sentence.
        line: Index of the block that holds the cue: the same one, or the line over a list.
        at: Span of the cue in that block's text; empty where the sentence only goes on with the cue before.
    """

    cue: Cue
    names: tuple[Spot, ...]
    about: Ref
    block: Block
    evidence: Evidence
    line: int
    at: tuple[int, int]


class Refusal(StrEnum):
    """Why a name that a cue governs makes no fact."""

    ITSELF = "it is what the sentence is about"
    GUESS = "only its capitals say that it is a title"
    LABEL = "the words of its link say something else"


def united(said: Sequence[Stated]) -> tuple[Relation, ...]:
    """The facts of all cues of a description, in reading order, each once a sentence."""
    facts: dict[tuple[str, str, str, int, int], Relation] = {}
    sure = sure_pages(said)
    for fact in (f for s in said for f in facts_of(s, sure)):
        key = (_key(fact.source), fact.type, _key(fact.target), fact.evidence.block, fact.evidence.start)
        facts.setdefault(key, fact)
    return tuple(sorted(facts.values(), key=lambda f: (f.evidence.block, f.evidence.start)))


def _key(ref: Ref) -> str:
    return ref.page or ref.title


def sure_pages(said: Iterable[Stated]) -> frozenset[str]:
    """Pages of names that some cue shows to be tropes, guessed ones included."""
    return frozenset(n.ref.page for s in said for n in s.names if _is_sure(n, s))


def facts_of(stated: Stated, sure: frozenset[str]) -> Iterator[Relation]:
    """The facts of one cue.

    Args:
        stated: The cue with its names.
        sure: As `sure_pages` gives them.
    """
    for name in stated.names:
        if refusal(name, stated, sure) is None:
            other = name.ref if name.listed else Ref(name.ref.title)
            ends = (other, stated.about) if stated.cue.reverse else (stated.about, other)
            written = stated.block.text[name.start : name.end]
            for kind in stated.cue.types:
                yield Relation(ends[0], kind, ends[1], written, stated.evidence)


def refusal(name: Spot, stated: Stated, sure: frozenset[str]) -> Refusal | None:
    """Why a name that a cue governs makes no fact; `None` where it makes one."""
    if name.own or name.ref.page == stated.about.page:
        return Refusal.ITSELF
    if _FREELY_WORDED.issuperset(stated.cue.types) and _is_aside(name, stated.block.text[name.start : name.end]):
        return Refusal.LABEL
    return None if name.ref.page in sure or _is_sure(name, stated) else Refusal.GUESS


def _is_aside(name: Spot, label: str) -> bool:
    """Whether the words that name a trope are words of the sentence, which only a link leads elsewhere."""
    return label.islower() and squash(name.ref.title)[:_STEM] != squash(label)[:_STEM]


def _is_sure(name: Spot, stated: Stated) -> bool:
    """Whether a name that a cue governs is surely a trope's: it is known, or stands where hardly another name does."""
    cue = stated.cue
    if not name.guess or any(not n.guess and not n.own for n in stated.names):
        return True
    from_other = bool(cue.core) and cue.subject is Subject.ANY
    return cue.place is Place.AFTER and not from_other and _GUESSABLE.issuperset(cue.types)


def without_target(readings: Sequence[Reading], said: Sequence[Stated]) -> Iterator[Reading]:
    """The blocks that end in a cue for a list, of which there is none, or none that names a trope.

    Cues within a sentence are not asked: "see the section below" governs no name either, and has lost none. Nor are
    headings, under which any text may stand.
    """
    governing = {s.line for s in said if s.names and s.line != s.evidence.block}
    for one in readings:
        bare = one.block.kind in _HOLD_LINES and one.index not in governing
        if bare and line_cue(one.block, one.shape.text):
            yield one


def lost_lists(page: str, readings: Sequence[Reading], said: Sequence[Stated]) -> Iterator[Finding]:
    """A finding for each cue whose list was lost.

    Args:
        page: Id of the page.
        readings: Its description.
        said: What its cues state.
    """
    for one in without_target(readings, said):
        where, text = " / ".join(one.block.section), one.block.text
        line = text if len(text) <= _SHOWN else "… " + text[-_SHOWN:].partition(" ")[2]
        yield Finding("cue-without-target", page, where, f'No list of names follows "{line}"')
