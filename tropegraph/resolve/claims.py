"""What pages state, as rows: each fact with both ends as they are spelled and the sentence that states it."""

from collections.abc import Iterator
from typing import NamedTuple

from tropegraph.model.facts import Evidence, Example, Membership, Mention, PageFacts, Ref, Relation
from tropegraph.model.schema import STATED_ON_INDEX, STATED_ON_TROPE, STATED_ON_WORK
from tropegraph.model.vocabulary import NodeKind, PageKind, RelationType
from tropegraph.resolve import spelling

STATED_ON = {
    PageKind.TROPE: STATED_ON_TROPE,
    PageKind.WORK: STATED_ON_WORK,
    PageKind.INDEX: STATED_ON_INDEX,
}
"""Pages of any other kind are on neither side of a fact."""

NO_KIND = ""
"""Role of an end that may be of any kind."""


class End(NamedTuple):
    """One end of a fact, as spelled.

    Args:
        page: Page name; empty when the reference holds no letter.
        kind: Kind of node that the fact takes it for; empty when it may be any.
        title: Title that the reference gives.
        linked: Whether the page links it, rather than naming it only.
    """

    page: str
    kind: str
    title: str
    linked: bool


class Place(NamedTuple):
    """Where a fact is stated: `name` tells two places apart, and is the page's name, else its digest or input id."""

    name: str
    page: str
    stated_on: str
    input: str


class Claim(NamedTuple):
    """One fact as one page states it."""

    type: str
    source: End
    target: End
    place: Place
    as_written: str
    medium: str = ""
    modifiers: tuple[str, ...] = ()
    evidence: Evidence | None = None


def subject(facts: PageFacts) -> str:
    """Page name of what a page is about; empty when it has neither name nor title."""
    if facts.kind is PageKind.WORK:
        return spelling.of_work(facts.page, facts.medium)
    return spelling.of_trope(facts.page)


def place(facts: PageFacts) -> Place:
    """The place of a page's facts."""
    page = facts.stated_on or subject(facts)
    return Place(page or facts.digest or facts.id, page, STATED_ON.get(facts.kind, ""), facts.id)


def claims_of(facts: PageFacts, *, mentions: bool) -> Iterator[Claim]:
    """All facts of a page.

    Args:
        facts: The page.
        mentions: Whether links without a cue count.
    """
    where = place(facts)
    yield from (_relation(relation, where) for relation in facts.relations)
    yield from (_example(example, where) for example in facts.examples)
    yield from (_membership(membership, where) for membership in facts.memberships)
    if mentions:
        yield from (_mention(mention, where) for mention in facts.mentions)


def _relation(fact: Relation, where: Place) -> Claim:
    source, target = _end(fact.source, NodeKind.TROPE), _end(fact.target, NodeKind.TROPE)
    return Claim(fact.type, source, target, where, fact.as_written, evidence=fact.evidence)


def _example(fact: Example, where: Place) -> Claim:
    work = End(spelling.of_work(fact.work, fact.medium), NodeKind.WORK, fact.work.title, bool(fact.work.page))
    trope = _end(fact.trope, NodeKind.TROPE)
    written = trope.title if where.stated_on == STATED_ON_WORK else work.title
    kind = RelationType.EXAMPLE_OF
    return Claim(kind, work, trope, where, written, fact.medium or "", fact.modifiers, fact.evidence)


def _membership(fact: Membership, where: Place) -> Claim:
    member, index = _end(fact.member, NO_KIND), _end(fact.index, NodeKind.INDEX)
    written = member.title if where.stated_on == STATED_ON_INDEX else index.title
    return Claim(RelationType.IN_INDEX, member, index, where, written, evidence=fact.evidence)


def _mention(fact: Mention, where: Place) -> Claim:
    source, target = _end(fact.source, NO_KIND), _end(fact.target, NO_KIND)
    return Claim(RelationType.MENTIONS, source, target, where, target.title, evidence=fact.evidence)


def _end(ref: Ref, kind: str) -> End:
    return End(spelling.of_trope(ref), kind, ref.title, bool(ref.page))
