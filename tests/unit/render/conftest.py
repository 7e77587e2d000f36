"""Small graphs for the map, from a few words each."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType, SimpleNamespace

import pytest

from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows

Edge = tuple[str, str, str]


def make_graph(
    edges: Iterable[Edge],
    nodes: Iterable[dict] = (),
    evidence: Iterable[dict] = (),
    extra: Mapping[Edge, dict] = MappingProxyType({}),
) -> Graph:
    """A graph of edges (source, type, target), with `extra` of some; a node not given is what its id says."""
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
            (
                {
                    "source": s,
                    "type": t,
                    "target": o,
                    "evidence_count": keys.count((s, t, o)),
                    **extra.get((s, t, o), {}),
                }
                for s, t, o in kept
            ),
        ),
        "evidence": of_rows("evidence", told),
        "pages": of_rows("pages", ()),
        "findings": of_rows("findings", ()),
    }
    return Graph.of(SimpleNamespace(**tables))


@pytest.fixture(scope="session")
def graph_of() -> Callable[..., Graph]:
    return make_graph
