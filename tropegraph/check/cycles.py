"""Circles of three and more subtropes; circles of two are pairs."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from tropegraph.check.shape import SCHEMA
from tropegraph.check.source import Source
from tropegraph.model.vocabulary import RelationType

if TYPE_CHECKING:
    import networkx as nx

KIND = "subtrope-cycle"


def subtrope_cycles(source: Source) -> ibis.Table:
    """Circles of subtropes, the narrower before the broader."""
    edges = source.edges.filter(source.edges["type"] == RelationType.SUBTROPE_OF.value)
    pairs = edges.select("source", "target").to_pyarrow()
    rows = [_row(c) for c in cycles(zip(*(pairs[end].to_pylist() for end in pairs.column_names), strict=True))]
    return ibis.memtable(pa.Table.from_pylist(rows, SCHEMA))


def cycles(edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Circles of three and more nodes, each from its first node by name, so that every edge in one is in one of them.

    A component that hangs together both ways has more circles than anyone would read, so only as many are given as
    cover its edges: for each edge not yet in one, the shortest that holds it. Edges that lead both ways, circles of
    two, need no other.

    Args:
        edges: Ends of the edges, in any order.
    """
    import networkx as nx  # It takes half a second to import.

    graph = nx.DiGraph(sorted(edges))
    found: set[tuple[str, ...]] = set()
    for component in sorted(map(sorted, nx.strongly_connected_components(graph))):
        if len(component) > 2:
            found.update(_cover(nx.DiGraph(sorted(graph.subgraph(component).edges))))
    return sorted(found)


def _cover(component: "nx.DiGraph[str]") -> Iterator[tuple[str, ...]]:
    import networkx as nx

    covered: set[tuple[str, str]] = set()
    for source, target in component.edges:
        if (source, target) not in covered and not component.has_edge(target, source):
            path = nx.shortest_path(component, target, source)
            covered.update([(source, target), *pairwise(path)])
            first = path.index(min(path))
            yield (*path[first:], *path[:first])


def _row(cycle: tuple[str, ...]) -> dict[str, object]:
    facts = [
        {"source": a, "type": RelationType.SUBTROPE_OF.value, "target": b} for a, b in pairwise((*cycle, cycle[0]))
    ]
    return {"kind": KIND, "nodes": cycle, "facts": facts, "weight": len(cycle), "detail": ""}
