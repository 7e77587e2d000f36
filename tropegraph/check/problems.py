"""What a check gives: problems, each with the statements that make it."""

from dataclasses import dataclass
from typing import NamedTuple

from tropegraph.check.kinds import KINDS, Severity


class Fact(NamedTuple):
    """Key of an edge."""

    source: str
    type: str
    target: str


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """A piece of evidence.

    Args:
        fact: The edge that it states.
        page: Page that states it; empty for a published edge set.
        section: Folders and headings it stands under.
        sentence: The sentence; empty for a box or an edge set.
        input: Id of the input that it was read from.
    """

    fact: Fact
    page: str
    section: str
    sentence: str
    input: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One case of a kind.

    Args:
        kind: A key of `kinds.KINDS`.
        nodes: Ids of the nodes concerned; a circle in its order.
        facts: The edges that make it; none where it speaks of a node alone.
        statements: Evidence of these edges; without any, some that names the node.
        weight: By it the cases of a kind are ordered, the greatest first: pieces of evidence, or how often it is named.
        detail: What else there is to say; may be empty.
    """

    kind: str
    nodes: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    statements: tuple[Statement, ...] = ()
    weight: int = 0
    detail: str = ""

    @property
    def severity(self) -> Severity:
        """How much it says."""
        return KINDS[self.kind].severity

    @property
    def told_by(self) -> str:
        """What tells of all its edges: "one sentence", "one page" or "several pages"; empty when it has one edge.

        A sentence seldom contradicts itself: what one sentence tells was most likely misread.
        """
        if len(self.facts) < 2:
            return ""
        told = [[s for s in self.statements if s.fact == fact and s.page] for fact in self.facts]
        if set.intersection(*({(s.page, s.sentence) for s in some if s.sentence} for some in told)):
            return "one sentence"
        return "one page" if set.intersection(*({s.page for s in some} for some in told)) else "several pages"
