"""What is compared: rows of facts, annotated or found, page by page."""

from dataclasses import dataclass

from tropegraph.model.facts import Example, PageFacts, Ref, Relation


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A trope-to-trope fact by the names of its ends.

    Args:
        source, target: Titles or page names.
        type: Name of the relation type.
        as_written: How the text writes the target; as good a name for it as `target`.
        optional: Annotated as hard to tell: it counts neither for nor against.
        sentence: The sentence that states it; empty for an annotated row.
    """

    source: str
    type: str
    target: str
    as_written: str = ""
    optional: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """A work-to-trope fact by the names of its ends.

    Args:
        work, trope: Titles or page names.
        work_page: Page name of the work; as good a name for it as `work`.
        modifiers: Names of modifiers.
        as_written: How the text writes the work.
        optional, sentence: As in `RelationRow`.
    """

    work: str
    trope: str
    work_page: str = ""
    modifiers: tuple[str, ...] = ()
    as_written: str = ""
    optional: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of one page.

    Args:
        id: Id of the page, as in `model.page.Page`.
        title: Its title; empty when not known.
        url: Its address; empty when not known.
        relations: Trope-to-trope facts; `None` where they were not annotated.
        examples: Work-to-trope facts; `None` where they were not annotated.
    """

    id: str
    title: str = ""
    url: str = ""
    relations: tuple[RelationRow, ...] | None = None
    examples: tuple[ExampleRow, ...] | None = None


def rows_of(facts: PageFacts) -> PageRows:
    """What a page was found to state, as rows."""
    return PageRows(
        facts.id,
        facts.page.title,
        facts.url,
        tuple(map(_relation, facts.relations)),
        tuple(map(_example, facts.examples)),
    )


def _name(ref: Ref) -> str:
    return ref.title or ref.page


def _relation(fact: Relation) -> RelationRow:
    return RelationRow(
        _name(fact.source),
        str(fact.type),
        _name(fact.target),
        fact.as_written,
        sentence=fact.evidence.sentence,
    )


def _example(fact: Example) -> ExampleRow:
    return ExampleRow(
        _name(fact.work),
        _name(fact.trope),
        fact.work.page,
        tuple(map(str, fact.modifiers)),
        sentence=fact.evidence.sentence,
    )
