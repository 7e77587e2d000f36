"""What a trace of a page consists of: sentences with their names, cues and facts."""

from dataclasses import dataclass
from enum import StrEnum

from tropegraph.model.facts import Example, Membership, Mention, Ref, Relation
from tropegraph.model.findings import Finding
from tropegraph.model.vocabulary import Modifier, RelationType


class Role(StrEnum):
    """What a name on a page is taken for; a guess is told by its capitals alone."""

    OWN = "own"
    TROPE = "trope"
    GUESS = "guess"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Named:
    """A name at `[start, end)` of its block's text; `used` where a cue governs it or it is an end of an example."""

    start: int
    end: int
    ref: Ref
    role: Role
    used: bool = False


@dataclass(frozen=True, slots=True)
class Governed:
    """A name that a cue governs, and why it makes no fact; empty where it makes one."""

    ref: Ref
    refused: str = ""


@dataclass(frozen=True, slots=True)
class CueTrace:
    """A cue and what it states.

    Args:
        block: Index of the block that holds it: the sentence's own, or that of the line over a list.
        start: Where it stands in that block's text.
        end: End of it; `start` where the sentence only goes on with the cue of the one before.
        types: What it states.
        names: The names that it governs; none where it has no target.
        relations: The facts that it states.
    """

    block: int
    start: int
    end: int
    types: tuple[RelationType, ...]
    names: tuple[Governed, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class ModifierTrace:
    """A modifier said at `[start, end)` of its block's text."""

    start: int
    end: int
    modifier: Modifier


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """One sentence with all that was seen in it.

    Args:
        block: Index into the page's blocks.
        start: Where the sentence begins in the block's text.
        end: Where it ends.
        names: Tropes that it names, in order; among examples the works, on a work's page the tropes, that it is about.
        cues: Its cues, in order, and that of the line over the list in which it stands.
        modifiers: Modifiers that it says of an example, in order.
        relations, examples, memberships, mentions: The facts whose evidence it is.
        elsewhere: Examples that it names too, whose evidence is another sentence.
        findings: Why it states nothing, though it stands where facts are stated.
    """

    block: int
    start: int
    end: int
    names: tuple[Named, ...] = ()
    cues: tuple[CueTrace, ...] = ()
    modifiers: tuple[ModifierTrace, ...] = ()
    relations: tuple[Relation, ...] = ()
    examples: tuple[Example, ...] = ()
    memberships: tuple[Membership, ...] = ()
    mentions: tuple[Mention, ...] = ()
    elsewhere: tuple[Example, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether it holds a cue or a fact, or should; a mere mention is none."""
        facts = self.relations or self.examples or self.memberships or self.elsewhere
        return bool(self.cues or facts or self.findings)
