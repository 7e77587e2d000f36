"""The graph as a `networkx.MultiDiGraph` and back."""

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyarrow as pa

from tropegraph.errors import GraphError
from tropegraph.graph.tables import EDGE_KEY, of_rows, records, values
from tropegraph.memory import without_collector
from tropegraph.model import names
from tropegraph.model.schema import TABLES
from tropegraph.model.vocabulary import RELATIONS, NodeKind, RelationType

if TYPE_CHECKING:
    MultiDiGraph = nx.MultiDiGraph[str]
else:
    MultiDiGraph = nx.MultiDiGraph

NODE_ATTRIBUTES = tuple(TABLES["nodes"])[1:]
EDGE_ATTRIBUTES = tuple(TABLES["edges"])[3:]
_AT_ONCE = 200_000
"""Edges that stand in memory as lists before the multigraph takes them."""

EVIDENCE_ATTRIBUTES = tuple(TABLES["evidence"])[3:]


def to_networkx(nodes: pa.Table, edges: pa.Table, evidence: pa.Table | None) -> MultiDiGraph:
    """A directed multigraph whose edge keys are relation types.

    Args:
        nodes: The nodes table.
        edges: The edges table, sorted.
        evidence: The evidence table of just these edges, sorted; `None` to leave it out.
    """
    graph: MultiDiGraph = nx.MultiDiGraph()
    with without_collector():
        graph.add_nodes_from(zip(values(nodes, "id"), records(nodes, NODE_ATTRIBUTES), strict=True))
        rows = _edges(edges) if evidence is None else _edges_with(edges, evidence)
        graph.add_edges_from(rows)  # type: ignore[arg-type] # the stubs know no edges with a key
    return graph


def _edges(edges: pa.Table) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Every edge with its attributes, some at a time; equal texts and tuples are one object for all edges."""
    shared: dict[Any, Any] = {}
    for start in range(0, edges.num_rows, _AT_ONCE):
        some = edges.slice(start, _AT_ONCE)
        keys = (_shared(some, column, shared) for column in ("source", "target", "type"))
        columns = (_shared(some, column, shared) for column in EDGE_ATTRIBUTES)
        attributes = (dict(zip(EDGE_ATTRIBUTES, row, strict=True)) for row in zip(*columns, strict=True))
        yield from zip(*keys, attributes, strict=True)


def _edges_with(edges: pa.Table, evidence: pa.Table) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """The same with each edge's evidence: both tables are sorted by the edge key, so it is one run of rows."""
    pieces = _evidence(evidence)
    for edge in _edges(edges):
        edge[3]["evidence"] = list(islice(pieces, edge[3]["evidence_count"]))
        yield edge


def _evidence(evidence: pa.Table) -> Iterator[dict[str, Any]]:
    shared: dict[Any, Any] = {}
    for start in range(0, evidence.num_rows, _AT_ONCE):
        some = evidence.slice(start, _AT_ONCE)
        columns = (_shared(some, column, shared) for column in EVIDENCE_ATTRIBUTES)
        yield from (dict(zip(EVIDENCE_ATTRIBUTES, row, strict=True)) for row in zip(*columns, strict=True))


def _shared(table: pa.Table, column: str, shared: dict[Any, Any]) -> list[Any]:
    """A column's values, lists as tuples; each is the object that came first of all that equal it."""
    array = table[column].combine_chunks()
    if not pa.types.is_list(array.type):
        found = array.dictionary_encode()
        kept = [shared.setdefault(value, value) for value in found.dictionary.to_pylist()]
        return [kept[i] for i in found.indices.to_pylist()]
    items, offsets = array.flatten().to_pylist(), array.offsets.to_pylist()
    rows = (tuple(items[start - offsets[0] : end - offsets[0]]) for start, end in pairwise(offsets))
    return [shared.setdefault(row, row) for row in rows]


def from_networkx(graph: MultiDiGraph) -> dict[str, pa.Table]:
    """Tables nodes, edges and evidence of a multigraph such as `to_networkx` makes.

    A node that lacks attributes gets its name and namespace from its id, and is a `Page`. The ends of symmetric types
    are put in id order; an edge without an `evidence` attribute has none.

    Raises:
        GraphError: The graph is not a directed multigraph, an edge key is not a relation type, or an id no text.
    """
    if not (graph.is_directed() and graph.is_multigraph()):
        raise GraphError("Only a networkx.MultiDiGraph can become a graph.", "Convert it with nx.MultiDiGraph(graph).")
    edges = [{**data, **_key(source, key, target)} for source, target, key, data in graph.edges(keys=True, data=True)]
    evidence = [{**piece, **{k: edge[k] for k in EDGE_KEY}} for edge in edges for piece in edge.get("evidence", ())]
    counted = [{**edge, "evidence_count": len(edge.get("evidence", ()))} for edge in edges]
    nodes = [_node(node, data) for node, data in graph.nodes(data=True)]
    return {
        "nodes": of_rows("nodes", nodes),
        "edges": of_rows("edges", counted),
        "evidence": of_rows("evidence", evidence),
    }


def _node(node: str, data: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(node, str):
        raise GraphError(f"The node {node!r} is no page name.", "Name nodes by text, such as 'Main/BoldlyComing'.")
    made = {"name": names.title_of(node), "kind": NodeKind.PAGE.value, "namespace": names.namespace(node)}
    return {**made, **data, "id": node}


def _key(source: str, key: object, target: str) -> dict[str, str]:
    if key not in RelationType.__members__:
        raise GraphError(f"The edge key {key!r} is no relation type.", f"Use one of {', '.join(RelationType)}.")
    kind = RelationType(str(key))
    if RELATIONS[kind].symmetric:
        source, target = sorted((source, target))
    return {"source": source, "type": kind.value, "target": target}
