"""Facts that two pages should state, both of which were read, and one does not."""

import ibis
from ibis import _

from tropegraph.check.shape import of_edges
from tropegraph.check.source import Source
from tropegraph.model.schema import STATED_ON_TROPE, STATED_ON_WORK
from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS, RelationType

BOTH_WAYS = [kind.value for kind in TROPE_RELATIONS if RELATIONS[kind].symmetric]
KEY = ("source", "type", "target")


def one_sided(source: Source) -> ibis.Table:
    """Symmetric facts that one end's page states and the other's, which was read, does not.

    The page that is silent may still say something else of the pair: that comes first.
    """
    told = source.related("evidence")
    told = told.filter((_["page"] == _["source"]) | (_["page"] == _["target"])).select(*KEY, "page").distinct()
    told = source.kept(told)
    facts = told.filter(_["type"].isin(BOTH_WAYS)).group_by(*KEY).agg(pages=_["page"].nunique(), page=_["page"].min())
    facts = _with_pages(source, facts.filter(_["pages"] == 1), "source", "target")
    silent = ibis.ifelse(facts["page"] == facts["source"], facts["target"], facts["source"])
    joined = facts.mutate(silent=silent).left_join(_instead(told), [("silent", "by"), ("page", "of")])
    detail = ibis.ifelse(
        joined["instead"].isnull(),
        joined["silent"] + " does not",
        joined["silent"] + " says " + joined["instead"] + " instead",
    )
    nodes = ibis.array([joined["page"], joined["silent"]])
    return of_edges("one-sided", joined, nodes, weight=joined["instead"].notnull().cast("int64"), detail=detail)


def _instead(told: ibis.Table) -> ibis.Table:
    """What a page (`by`) says of another (`of`): its types, joined."""
    other = ibis.ifelse(told["page"] == told["source"], told["target"], told["source"])
    types = told.select("type", by="page", of=other).distinct()
    return types.group_by("by", "of").agg(instead=_["type"].collect().sort().join(", "))


def one_sided_examples(source: Source) -> ibis.Table:
    """Examples that a work's page lists and the trope's does not, or the other way round.

    Only where both pages were read and list examples at all: a bare description of a trope lists none.
    """
    examples = source.edges.filter(_["type"] == RelationType.EXAMPLE_OF.value)
    by_work, by_trope = (examples["stated_on"].contains(side) for side in (STATED_ON_WORK, STATED_ON_TROPE))
    works = examples.filter(by_work).select(source="source").distinct()
    tropes = examples.filter(by_trope).select(target="target").distinct()
    single = examples.filter(by_work != by_trope).semi_join(works, "source").semi_join(tropes, "target")
    facts = _with_pages(source, single, "source", "target")
    teller, silent = (
        ibis.ifelse(facts["stated_on"].contains(STATED_ON_WORK), facts[a], facts[b])
        for a, b in (("source", "target"), ("target", "source"))
    )
    return of_edges("one-sided-example", facts, ibis.array([teller, silent]), detail=silent + " does not")


def _with_pages(source: Source, facts: ibis.Table, *ends: str) -> ibis.Table:
    """The facts all of whose ends are nodes with a page that was read."""
    read = source.nodes.filter(_["has_page"]).select("id")
    for end in ends:
        facts = facts.semi_join(read, [(end, "id")])
    return facts
