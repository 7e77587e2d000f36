"""What follows from the tables for every node: made once for the property graph, not at each question."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.graph.tables import values
from tropegraph.model.schema import Column
from tropegraph.model.vocabulary import TROPE_RELATIONS, Modifier, NodeKind, RelationType

DERIVED: dict[str, Column] = {
    "words": Column("string", "Its name, aliases and id in lower case: `n.words CONTAINS 'hero'`."),
    "edges": Column("int64", "Its edges, of every type."),
    "tropes": Column("int64", "The tropes it uses: its EXAMPLE_OF edges."),
    "works": Column("int64", "The works that use it: EXAMPLE_OF edges to it."),
    "twisted": Column("int64", "Those of them that state a modifier other than straight."),
    "tied": Column("int64", "Nodes that two or more relations between tropes join it to."),
}
"""Properties of nodes that are no columns of the nodes table but follow from it and from the edges."""

EDGE_COLUMNS = ("source", "type", "target", "modifiers")
"""Columns of edges that numbers follow from."""

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def derived(nodes: pa.Table, edges: Iterable[pa.Table]) -> dict[str, pa.Array]:
    """The columns `DERIVED` of every node but `words`, in the order of the nodes.

    Args:
        nodes: The nodes table; its columns `id` and `kind` are looked at.
        edges: The edges table, piece by piece; the columns `EDGE_COLUMNS` are.

    Edges of unknown types, or between nodes of unknown kinds, do not count: no engine takes them.
    """
    ids, kinds = nodes["id"].combine_chunks(), nodes["kind"].combine_chunks()
    numbers = {name: np.zeros(len(ids), np.int64) for name in DERIVED if name != "words"}
    related = [np.empty((2, 0), np.int64)]
    for piece in edges:
        for name, ends in _ends(piece, ids, kinds, related).items():
            numbers[name] += np.bincount(ends, minlength=len(ids))
    numbers["tied"] += np.bincount(_tied(np.concatenate(related, axis=1), len(ids)), minlength=len(ids))
    return {name: pa.array(column) for name, column in numbers.items()}


def words(nodes: pa.Table) -> pa.Array:
    """The column `words` of nodes.

    Args:
        nodes: Some rows of the nodes table.
    """
    columns = (values(nodes, column) for column in ("name", "aliases", "id"))
    # Each by itself, as engines do it: the last letter of a word may have a lower case of its own.
    rows = (
        " | ".join(text.lower() for text in (name, *other, node)) for name, other, node in zip(*columns, strict=True)
    )
    return pa.array(rows, pa.string())


def _ends(edges: pa.Table, ids: pa.Array, kinds: pa.Array, related: list[Numbers]) -> dict[str, Numbers]:
    """Rows of the nodes at the ends that each number counts; relations between tropes are put aside."""
    source, target = (np.asarray(pc.index_in(edges[end], ids), np.int64) for end in ("source", "target"))
    labelled = np.asarray(_among(kinds, NodeKind))
    known = np.asarray(_among(edges["type"], RelationType)) & labelled[source] & labelled[target]
    edges, source, target = edges.filter(pa.array(known)), source[known], target[known]
    uses = np.asarray(pc.equal(edges["type"], RelationType.EXAMPLE_OF.value))
    works = np.asarray(pc.equal(kinds, NodeKind.WORK.value))
    twisted = uses & works[source] & _twisted(edges["modifiers"].combine_chunks())
    between = np.asarray(_among(edges["type"], TROPE_RELATIONS))
    related.append(np.stack((source[between], target[between])))
    return {
        "edges": np.concatenate((source, target[source != target])),
        "tropes": source[uses],
        "works": target[uses],
        "twisted": target[twisted],
    }


def _among(column: pa.ChunkedArray | pa.Array, names: Iterable[str]) -> pa.ChunkedArray | pa.Array:
    return pc.is_in(column, pa.array(list(names), pa.string()))


def _twisted(modifiers: pa.ListArray) -> Flags:
    """Which edges state more than that the trope is played straight."""
    start, end = (np.asarray(modifiers.offsets)[part] for part in (slice(None, -1), slice(1, None)))
    straight = np.asarray(pc.equal(modifiers.values, Modifier.STRAIGHT.value))
    plain = end - start == 1
    plain[plain] = straight[start[plain]]
    twisted: Flags = (end > start) & ~plain
    return twisted


def _tied(related: Numbers, size: int) -> Numbers:
    """The ends of every pair of nodes that stands twice; a node's own loops are one end."""
    low, high = related.min(axis=0), related.max(axis=0)
    pairs, times = np.unique(low * size + high, return_counts=True)
    one, other = np.divmod(pairs[times > 1], max(size, 1))
    return np.concatenate((one, other[one != other]))
