"""Every named query gives equal rows on both engines, for every node that it can be asked about."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from tests.parity.conftest import Both
from tests.parity.graphs import HOSTILE
from tropegraph.errors import QueryError
from tropegraph.graph import Graph
from tropegraph.query import NamedQuery, Param, library, run

pytestmark = pytest.mark.neo4j

TEXTS = ("root", "CHILD", "same name", "plain", "'}) MATCH (n) DETACH DELETE n //", "x", "ﬁ", "")
ANY = {
    "string": TEXTS,
    "kind": ("Trope", "Work", "Index", "Page", ""),
    "relation": ("SISTER_TROPE", "SUBTROPE_OF", "CONTRAST_WITH", ""),
    "modifier": ("SUBVERTED", "AVERTED", ""),
    "medium": ("Film", "Jokes", ""),
}
SMALL = {"limit": (0, 1, 3), "depth": (1, 6), "height": (1, 6), "steps": (1, 3), "min_shared": (0, 1, 3), "hub": (0, 3)}
SMALL |= {"min_works": (0, 2), "neighbours": (0, 1)}


def values(graph: Graph, param: Param) -> list[Any]:
    rows = graph.nodes.select(["id", "kind"]).to_pylist()
    if param.type.node is not None:
        ids = [row["id"] for row in rows if param.type.node in ("", row["kind"])]
        return [node for node in ids if param.kind != "node" or "Hostile" not in node or node[-1] == "0"]
    return list(ANY[param.kind]) if param.kind in ANY else [param.default]


def calls(graph: Graph, query: NamedQuery) -> Iterator[dict[str, Any]]:
    names = [p.name for p in query.params]
    base = [dict(zip(names, v, strict=True)) for v in itertools.product(*(values(graph, p) for p in query.params))]
    yield from base
    for name in sorted(SMALL.keys() & set(names)):
        yield from ({**call, name: value} for call in base[:8] for value in SMALL[name])


@pytest.mark.parametrize("query", library().values(), ids=lambda q: q.name)
def test_equal_rows(both: Both, query: NamedQuery) -> None:
    some = 0
    for call in calls(both.graph, query):
        embedded, neo4j = (engine.run(query.cypher, call) for engine in (both.embedded, both.neo4j))
        assert embedded == neo4j, call
        assert embedded.columns == query.columns
        some += bool(embedded.rows)
    assert some


@pytest.mark.parametrize("query", [q for q in library().values() if q.own], ids=lambda q: q.name)
def test_an_engines_own_text_gives_the_same(both: Both, query: NamedQuery) -> None:
    for engine in (both.embedded, both.neo4j):
        if text := query.own.get(engine.name):
            asked = list(calls(both.graph, query))
            assert [engine.run(text, call) for call in asked] == [engine.run(query.cypher, call) for call in asked]


@pytest.mark.parametrize("name", ["Root Trope", "urtrope", "GRAND-CHILD", "child 1", "`back``tick`"])
def test_equal_rows_by_name(both: Both, name: str) -> None:
    rows = [run(engine, "relations", {"name": name}).rows for engine in (both.embedded, both.neo4j)]
    assert rows[0] == rows[1] != []


def test_equal_refusals_by_name(both: Both) -> None:
    told = []
    for engine in (both.embedded, both.neo4j):
        with pytest.raises(QueryError) as caught:
            run(engine, "relations", {"name": "root tr"})
        told.append(str(caught.value))
    assert told[0] == told[1]


COUNT = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges"


@pytest.mark.parametrize("query", library().values(), ids=lambda q: q.name)
def test_hostile_values_are_only_values(both: Both, query: NamedQuery) -> None:
    """Each gives rows or one sentence, the same on both engines, and changes nothing."""
    before = both.neo4j.run(COUNT)
    for text in (*HOSTILE, "' OR 1=1 //", "*:* OR name:[a TO z]", "\\", "/.*/"):
        told = []
        for engine in (both.embedded, both.neo4j):
            try:
                told.append(str(run(engine, query.name, {p.name: text for p in query.params}).rows))
            except QueryError as error:
                told.append(str(error))
        assert told[0] == told[1]
    assert both.neo4j.run(COUNT) == before
