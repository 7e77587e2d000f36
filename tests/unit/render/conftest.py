"""Small graphs for the map, from a few words each."""

from collections.abc import Callable, Iterable
from types import SimpleNamespace

import pytest

from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows

Edge = tuple[str, str, str]


def make_graph(edges: Iterable[Edge], nodes: Iterable[dict] = (), evidence: Iterable[dict] = ()) -> Graph:
    """A graph of edges (source, type, target); what is not among `nodes` is a work or a trope by its id."""
    kept, told = list(edges), list(evidence)
    rows = {row["id"]: row for row in nodes}
    for id_ in (end for source, _, target in kept for end in (source, target)):
        space, _, name = id_.partition("/")
        work = space not in {"Main", ""}
        rows.setdefault(
            id_, {"id": id_, "name": name, "kind": "Work" if work else "Trope", "medium": "Film" if work else ""}
        )
    keys = [(row["source"], row["type"], row["target"]) for row in told]
    tables = {
        "nodes": of_rows("nodes", ({"namespace": i.partition("/")[0]} | row for i, row in rows.items())),
        "edges": of_rows(
            "edges",
            ({"source": s, "type": t, "target": o, "evidence_count": keys.count((s, t, o))} for s, t, o in kept),
        ),
        "evidence": of_rows("evidence", told),
        "pages": of_rows("pages", ()),
        "findings": of_rows("findings", ()),
    }
    return Graph.of(SimpleNamespace(**tables))


@pytest.fixture(scope="session")
def graph_of() -> Callable[..., Graph]:
    return make_graph
