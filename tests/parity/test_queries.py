"""Every named query gives equal rows on both engines, for every node that it can be asked about."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from tests.parity.conftest import Both
from tropegraph.errors import QueryError
from tropegraph.query import NamedQuery, library, run
from tropegraph.query.library import Param

pytestmark = pytest.mark.neo4j

TEXTS = {"find": ("root", "CHILD", "same name", "plain", "'}) MATCH (n) DETACH DELETE n //", "x", "ﬁ", "")}
KINDS = ("Trope", "Work", "Index", "Page", "")
SMALL = {"limit": (0, 1, 3), "depth": (0, 1, 5), "min_shared": (0, 1, 3), "medium": ("film", "none"), "kind": KINDS}


def ids(both: Both, kind: str) -> list[str]:
    rows = both.graph.nodes.select(["id", "kind"]).to_pylist()
    return [row["id"] for row in rows if kind in ("Node", row["kind"])]


def values(both: Both, query: NamedQuery, param: Param) -> list[Any]:
    if param.type == "node":
        return [node for node in ids(both, "Node") if "Hostile" not in node or node[-1] == "0"]
    if param.type in ("trope", "work"):
        return ids(both, param.type.title())
    if param.required:
        return list(TEXTS[query.name])
    return [param.default]


def calls(both: Both, query: NamedQuery) -> Iterator[dict[str, Any]]:
    names = [p.name for p in query.params]
    base = [
        dict(zip(names, v, strict=True)) for v in itertools.product(*(values(both, query, p) for p in query.params))
    ]
    yield from base
    for name in sorted(SMALL.keys() & set(names)):
        yield from ({**call, name: value} for call in base[:6] for value in SMALL[name])


@pytest.mark.parametrize("query", library().values(), ids=lambda q: q.name)
def test_equal_rows(both: Both, query: NamedQuery) -> None:
    some = 0
    for call in calls(both, query):
        embedded, neo4j = (engine.run(query.cypher, call) for engine in (both.embedded, both.neo4j))
        assert embedded == neo4j, call
        assert embedded.columns == query.columns
        some += bool(embedded.rows)
    assert some


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
