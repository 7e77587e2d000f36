"""Which nodes and edges the map shows, and in which order of importance."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from tropegraph.model.vocabulary import TROPE_RELATIONS, RelationType

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TYPES = tuple(RelationType)
PULL = dict.fromkeys(TYPES, 1.0) | dict.fromkeys(TROPE_RELATIONS, 4.0) | {RelationType.MENTIONS: 0.5}
"""How strongly an edge of each type draws its ends together: what somebody wrote about two tropes tells most."""
WEIGHT = dict.fromkeys(TYPES, 1.0) | dict.fromkeys(TROPE_RELATIONS, 10.0) | {RelationType.MENTIONS: 0.25}
"""What an edge of each type adds to the importance of its ends."""

LIVE_NODES, LIVE_EDGES = 600, 1_500
"""How many nodes and edges vis.js holds itself at the start; a whole graph of at most this size lives in it."""


@dataclass(frozen=True)
class Chosen:
    """What the map shows.

    Args:
        nodes: Rows of the graph's nodes, most important first.
        importance: Weighted degree of each of these, in the whole graph.
        edges: Rows of the graph's edges whose ends are both shown, by type in vocabulary order.
        source, target: Their ends, as row numbers of `nodes`.
        type: Their types, as positions in `TYPES`.
    """

    nodes: pa.Table
    importance: Floats
    edges: pa.Table
    source: Ints
    target: Ints
    type: Ints

    @property
    def pull(self) -> Floats:
        """How strongly each edge draws its ends together."""
        return _by_type(PULL)[self.type]


def choose(nodes: pa.Table, edges: pa.Table, top: int | None = None, sure: Collection[str] = ()) -> Chosen:
    """The most important nodes and all edges between them.

    Args:
        nodes: Nodes of a graph, with the columns of `model.schema.TABLES`.
        edges: Its edges, likewise.
        top: At most this many nodes; `None` takes all. Nodes whose page was read, or that have a relation between
            tropes, are taken first.
        sure: Ids of nodes that are taken before all others.
    """
    source, target = (_positions(edges[end], nodes["id"]) for end in ("source", "target"))
    kind = _positions(edges["type"], pa.array([str(t) for t in TYPES]))
    importance = _importance(nodes.num_rows, source, target, kind)
    certain = np.isin(np.arange(nodes.num_rows), _positions(pa.array(list(sure), pa.string()), nodes["id"]))
    rank = _rank(importance, np.where(certain, 2, _told(nodes, source, target, kind)), top)
    number = np.full(nodes.num_rows, -1, dtype=np.int64)
    number[rank] = np.arange(len(rank))
    shown = np.flatnonzero((number[source] >= 0) & (number[target] >= 0))
    shown = shown[np.lexsort((number[target[shown]], number[source[shown]], kind[shown]))]
    return Chosen(
        nodes=nodes.take(pa.array(rank)),
        importance=importance[rank],
        edges=edges.take(pa.array(shown)),
        source=number[source[shown]],
        target=number[target[shown]],
        type=kind[shown],
    )


def live(chosen: Chosen) -> tuple[Ints, Ints]:
    """Nodes and edges that vis.js holds at the start, as row numbers of `chosen`.

    All, where there are few; otherwise the relations between tropes and their ends, and the most important nodes.
    """
    count = chosen.nodes.num_rows
    if count <= LIVE_NODES and len(chosen.type) <= LIVE_EDGES:
        return everything(chosen)
    told = chosen.type < len(TROPE_RELATIONS)
    ends = np.unique(np.concatenate([chosen.source[told], chosen.target[told]]))[:LIVE_NODES]
    others = np.setdiff1d(np.arange(count), ends)[: LIVE_NODES - len(ends)]
    held = np.isin(np.arange(count), np.concatenate([ends, others]))
    return np.flatnonzero(held), np.flatnonzero(told & held[chosen.source] & held[chosen.target])[:LIVE_EDGES]


def everything(chosen: Chosen) -> tuple[Ints, Ints]:
    """All nodes and edges, as row numbers of `chosen`."""
    return np.arange(chosen.nodes.num_rows), np.arange(len(chosen.type))


def _positions(column: Any, values: Any) -> Ints:
    found = pc.index_in(column, value_set=values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values)
    return np.asarray(found.fill_null(-1).to_numpy(), dtype=np.int64)


def _by_type(table: dict[RelationType, float]) -> Floats:
    return np.array([table[t] for t in TYPES])


def _importance(count: int, source: Ints, target: Ints, kind: Ints) -> Floats:
    weight = _by_type(WEIGHT)[kind]
    total = np.bincount(source, weight, count) + np.bincount(target, weight, count)
    return total.astype(np.float64)


def _told(nodes: pa.Table, source: Ints, target: Ints, kind: Ints) -> NDArray[np.bool_]:
    told = np.array(nodes["has_page"].to_numpy(), dtype=bool)
    between = kind < len(TROPE_RELATIONS)
    told[source[between]] = told[target[between]] = True
    return told


def _rank(importance: Floats, first: Ints, top: int | None) -> Ints:
    """Rows to show, most important first; of equals the first by id, which is the order of the table."""
    taken = np.lexsort((-importance, -first))[:top]
    return np.asarray(taken[np.lexsort((taken, -importance[taken]))], dtype=np.int64)
