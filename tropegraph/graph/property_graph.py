"""The graph as a property graph: nodes by label and edges by pattern, with the properties that Cypher sees.

Both Cypher engines and every property-graph export take their rows from here, so that they hold the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.graph.derived import DERIVED, derived, words
from tropegraph.graph.graph import TableSet
from tropegraph.model.schema import TABLES
from tropegraph.model.vocabulary import NodeKind, RelationType

NODE_PROPERTIES = (*TABLES["nodes"], *DERIVED)
"""Properties of every node: the columns of the nodes table, and what follows from these and its edges."""

EDGE_PROPERTIES = (*tuple(TABLES["edges"])[3:], "evidence", "pages")
"""Properties of every edge: columns of the edges table, and two lists of equal length: the sentences that state it
and the pages they stand on. Evidence with neither sentence nor page (a published edge set) is counted only."""


@dataclass(frozen=True)
class Nodes:
    """All nodes of one label.

    Args:
        label: Node kind.
        table: Columns `NODE_PROPERTIES`, rows in id order.
    """

    label: NodeKind
    table: pa.Table


@dataclass(frozen=True)
class Edges:
    """All edges of one type between nodes of two labels.

    Args:
        source: Label of the nodes they start from.
        type: Relation type.
        target: Label of the nodes they lead to.
        table: Columns `source` and `target` (ids) and `EDGE_PROPERTIES`.
    """

    source: NodeKind
    type: RelationType
    target: NodeKind
    table: pa.Table


def nodes_by_label(graph: TableSet) -> Iterator[Nodes]:
    """Nodes of each label that the graph has, in vocabulary order."""
    nodes = with_derived(graph.nodes, derived(graph.nodes, [graph.edges]))
    for kind in NodeKind:
        table = nodes.filter(pc.equal(nodes["kind"], kind.value))
        if table.num_rows:
            yield Nodes(kind, table)


def with_derived(nodes: pa.Table, numbers: Mapping[str, pa.Array]) -> pa.Table:
    """Nodes with all properties `NODE_PROPERTIES`.

    Args:
        nodes: Rows of the nodes table.
        numbers: Columns of the same rows, as `derived` gives them.
    """
    table = nodes.append_column("words", words(nodes))
    for name, column in numbers.items():
        table = table.append_column(name, column)
    return table.select(NODE_PROPERTIES)


def edges_by_pattern(graph: TableSet) -> Iterator[Edges]:
    """Edges of each (label, type, label) that the graph has, in vocabulary order."""
    table = (
        with_evidence(graph.edges, graph.evidence)
        .append_column("from", _kinds(graph, "source"))
        .append_column("to", _kinds(graph, "target"))
    )
    present = {tuple(row.values()) for row in table.group_by(["from", "type", "to"]).aggregate([]).to_pylist()}
    for kind in RelationType:
        of_type = table.filter(pc.equal(table["type"], kind.value))
        for source in NodeKind:
            for target in NodeKind:
                if (source.value, kind.value, target.value) in present:
                    ends = pc.and_(pc.equal(of_type["from"], source.value), pc.equal(of_type["to"], target.value))
                    rows = of_type.filter(ends).select(["source", "target", *EDGE_PROPERTIES])
                    yield Edges(source, kind, target, rows)


def _kinds(graph: TableSet, end: str) -> pa.ChunkedArray:
    """Kind of the node at one end of every edge."""
    return graph.nodes["kind"].take(pc.index_in(graph.edges[end], graph.nodes["id"].combine_chunks()))


def with_evidence(edges: pa.Table, evidence: pa.Table) -> pa.Table:
    """Edges with the lists `evidence` and `pages`.

    Args:
        edges: Rows of the table of edges.
        evidence: Their evidence. Both tables are sorted by edge, so its rows lie as the edges count them.
    """
    counts = edges["evidence_count"].to_numpy()
    sentence, page = evidence["sentence"], evidence["page"]
    told = is_told(evidence)
    edge = np.repeat(np.arange(len(counts)), counts)[told.to_numpy()]
    offsets = pa.array(np.concatenate(([0], np.cumsum(np.bincount(edge, minlength=len(counts))))), pa.int32())
    table = edges
    for name, column in (("evidence", sentence), ("pages", page)):
        items = column.filter(told).combine_chunks()
        table = table.append_column(name, pa.ListArray.from_arrays(offsets, items))
    return table


def is_told(evidence: pa.Table) -> pa.ChunkedArray:
    """Which rows of evidence have a sentence or a page; the others are counted on their edge only."""
    return pc.or_(pc.not_equal(evidence["sentence"], ""), pc.not_equal(evidence["page"], ""))
