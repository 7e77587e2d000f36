"""What follows from the tables for every node: made once for the property graph, not at each question."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.graph.tables import values
from tropegraph.model.schema import Column
from tropegraph.model.vocabulary import TROPE_RELATIONS, Modifier, NodeKind, RelationType

DERIVED: dict[str, Column] = {
    "words": Column("string", "Its name, aliases and id in lower case, one a line: `n.words CONTAINS 'hero'`."),
    "edges": Column("int64", "Its edges, of every type."),
    "tropes": Column("int64", "The tropes it uses: its EXAMPLE_OF edges."),
    "works": Column("int64", "The works that use it: EXAMPLE_OF edges to it."),
    "twisted": Column("int64", "Those of them that state a modifier other than straight."),
    "tied": Column("int64", "Nodes that two or more relations between tropes join it to."),
}
"""Properties of nodes that are no columns of the nodes table but follow from it and from the edges."""

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def derived(nodes: pa.Table, edges: pa.Table) -> dict[str, pa.Array]:
    """The columns `DERIVED` of every node, in the order of the nodes.

    Args:
        nodes: The nodes table.
        edges: The edges table; both ends of each are nodes.
    """
    counted = {name: pa.array(_numbers(ends, nodes.num_rows)) for name, ends in _ends(nodes, edges).items()}
    found = {"words": pa.array(_words(nodes), pa.string()), **counted}
    return {name: found[name] for name in DERIVED}


def _words(nodes: pa.Table) -> list[str]:
    columns = (values(nodes, column) for column in ("name", "aliases", "id"))
    # Each by itself, as engines do it: the last letter of a word may have a lower case of its own.
    return [
        "\n".join(text.lower() for text in (name, *aliases, node)) for name, aliases, node in zip(*columns, strict=True)
    ]


def _ends(nodes: pa.Table, edges: pa.Table) -> dict[str, tuple[Numbers, ...]]:
    """The nodes that each number counts, as often as it counts them, by their rows."""
    ids = nodes["id"].combine_chunks()
    source, target = (np.asarray(pc.index_in(edges[end], ids), np.int64) for end in ("source", "target"))
    uses = np.asarray(pc.equal(edges["type"], RelationType.EXAMPLE_OF.value))
    works = np.asarray(pc.equal(nodes["kind"], NodeKind.WORK.value))
    related = np.asarray(pc.is_in(edges["type"], pa.array(TROPE_RELATIONS, pa.string())))
    twisted = uses & works[source] & _twisted(edges["modifiers"].combine_chunks())
    return {
        "edges": (source, target[source != target]),
        "tropes": (source[uses],),
        "works": (target[uses],),
        "twisted": (target[twisted],),
        "tied": _tied(source[related], target[related], len(ids)),
    }


def _numbers(ends: tuple[Numbers, ...], size: int) -> Numbers:
    return sum((np.bincount(end, minlength=size) for end in ends), np.zeros(size, np.int64))


def _twisted(modifiers: pa.ListArray) -> Flags:
    """Which edges state more than that the trope is played straight."""
    start, end = (np.asarray(modifiers.offsets)[part] for part in (slice(None, -1), slice(1, None)))
    straight = np.asarray(pc.equal(modifiers.values, Modifier.STRAIGHT.value))
    plain = end - start == 1
    plain[plain] = straight[start[plain]]
    twisted: Flags = (end > start) & ~plain
    return twisted


def _tied(source: Numbers, target: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """The ends of every pair of nodes that stands twice; a node's own loops are one end."""
    pairs, times = np.unique(np.minimum(source, target) * size + np.maximum(source, target), return_counts=True)
    one, other = np.divmod(pairs[times > 1], max(size, 1))
    return one, other[one != other]
