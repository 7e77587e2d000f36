"""Precision and recall, as a list of verdicts on single facts from which every figure is counted."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from tropegraph.model.vocabulary import TROPE_RELATIONS, Modifier, RelationType

Key = TypeVar("Key", bound=Hashable)


class Outcome(StrEnum):
    """What became of a fact: annotated and found, annotated only, found only."""

    FOUND = "found"
    MISSED = "missed"
    WRONG = "wrong"


class Part(StrEnum):
    """What is measured on its own."""

    RELATIONS = "relations"
    EXAMPLES = "examples"
    MODIFIERS = "modifiers"


KINDS: dict[str, Part] = {
    **dict.fromkeys(map(str, TROPE_RELATIONS), Part.RELATIONS),
    str(RelationType.EXAMPLE_OF): Part.EXAMPLES,
    **dict.fromkeys(map(str, Modifier), Part.MODIFIERS),
}
"""Every kind of verdict, in the order in which they are shown: a relation type, `EXAMPLE_OF`, or a modifier."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one fact.

    Args:
        outcome: Found, missed or wrong.
        kind: A key of `KINDS`. A modifier's verdict says whether this modifier is right for an example that was found.
        page: Id of the page.
        source, target: Names of the ends; of a work and a trope for examples and modifiers.
        surfaces: Names as the text may have them, the likeliest first.
        sentence: The sentence that states it; empty for what was missed, until `places.placed` has looked for it.
    """

    outcome: Outcome
    kind: str
    page: str
    source: str
    target: str
    surfaces: tuple[str, ...] = ()
    sentence: str = ""

    @property
    def part(self) -> Part:
        """Which part it counts for."""
        return KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of facts, and what follows from them.

    Args:
        found: Annotated facts that were found.
        missed: Annotated facts that were not.
        wrong: Found facts that were not annotated.
    """

    found: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def gold(self) -> int:
        """Annotated facts."""
        return self.found + self.missed

    @property
    def precision(self) -> float:
        """Share of the facts found that are right; 0 where none was found."""
        return _share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the annotated facts that were found; 0 where there is none."""
        return _share(self.found, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class ScoredPage:
    """An annotated page.

    Args:
        id, title, url: As in `rows.PageRows`; the address is that of the page as it was read.
        read: Whether it was among the pages that were read. Where not, all its facts count as missed.
    """

    id: str
    title: str = ""
    url: str = ""
    read: bool = True


@dataclass(frozen=True)
class Scores:
    """How well the facts of annotated pages were found.

    Args:
        pages: The annotated pages.
        verdicts: On each fact, page by page; optional rows have none.
        parts: What was annotated on any page.
    """

    pages: tuple[ScoredPage, ...]
    verdicts: tuple[Verdict, ...]
    parts: frozenset[Part] = frozenset(Part)

    @cached_property
    def absent(self) -> tuple[str, ...]:
        """Ids of the annotated pages that were not read."""
        return tuple(page.id for page in self.pages if not page.read)

    @cached_property
    def by_part(self) -> Mapping[Part, Figures]:
        """Figures of relations, examples and modifiers."""
        return {part: Figures() for part in Part} | _figures(self.verdicts, lambda v: v.part)

    @cached_property
    def by_kind(self) -> Mapping[str, Figures]:
        """Figures of each relation type, `EXAMPLE_OF` and modifier that was annotated or found, in order of `KINDS`."""
        figures = _figures(self.verdicts, lambda v: v.kind)
        return {kind: figures[kind] for kind in KINDS if kind in figures}

    @property
    def relations(self) -> Figures:
        """Figures of trope-to-trope relations."""
        return self.by_part[Part.RELATIONS]

    @property
    def examples(self) -> Figures:
        """Figures of works' examples of tropes."""
        return self.by_part[Part.EXAMPLES]

    @property
    def modifiers(self) -> Figures:
        """Figures of the modifiers of examples that were found."""
        return self.by_part[Part.MODIFIERS]


def _figures(verdicts: Iterable[Verdict], group: Callable[[Verdict], Key]) -> dict[Key, Figures]:
    counts: dict[Key, Counter[str]] = {}
    for verdict in verdicts:
        counts.setdefault(group(verdict), Counter())[verdict.outcome] += 1
    return {key: Figures(**{str(outcome): n for outcome, n in count.items()}) for key, count in counts.items()}
