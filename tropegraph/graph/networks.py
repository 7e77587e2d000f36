"""The graph as a `networkx.MultiDiGraph` and back."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.errors import GraphError
from tropegraph.graph.tables import EDGE_KEY, of_rows, records, values
from tropegraph.model import names
from tropegraph.model.schema import TABLES
from tropegraph.model.vocabulary import RELATIONS, NodeKind, RelationType

if TYPE_CHECKING:
    MultiDiGraph = nx.MultiDiGraph[str]
else:
    MultiDiGraph = nx.MultiDiGraph

NODE_ATTRIBUTES = tuple(TABLES["nodes"])[1:]
EDGE_ATTRIBUTES = tuple(TABLES["edges"])[3:]
EVIDENCE_ATTRIBUTES = tuple(TABLES["evidence"])[3:]


def to_networkx(nodes: pa.Table, edges: pa.Table, evidence: pa.Table | None) -> MultiDiGraph:
    """A directed multigraph whose edge keys are relation types.

    Args:
        nodes: The nodes table.
        edges: The edges table, sorted.
        evidence: The evidence table of just these edges, sorted; `None` to leave it out.
    """
    graph: MultiDiGraph = nx.MultiDiGraph()
    with _collector_off():
        graph.add_nodes_from(zip(values(nodes, "id"), records(nodes, NODE_ATTRIBUTES), strict=True))
        attributes = records(edges, EDGE_ATTRIBUTES)
        if evidence is not None:
            for edge, pieces in zip(attributes, _runs(edges, evidence), strict=True):
                edge["evidence"] = pieces
        keys = (values(edges, column) for column in ("source", "target", "type"))
        graph.add_edges_from(zip(*keys, attributes, strict=True))
    return graph


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


def _runs(edges: pa.Table, evidence: pa.Table) -> Iterator[list[dict[str, Any]]]:
    """Each edge's evidence: both tables are sorted by the edge key, so it is one run of rows."""
    ends = [0, *pc.cumulative_sum(edges["evidence_count"]).to_pylist()]
    pieces = records(evidence, EVIDENCE_ATTRIBUTES)
    return (pieces[start:end] for start, end in pairwise(ends))


@contextmanager
def _collector_off() -> Iterator[None]:
    """Millions of small objects that all live on make the cyclic collector cost more than the work itself."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
