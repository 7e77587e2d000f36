"""The graph as sparse matrices: what every measure counts in.

Two shapes serve all measures: a square one of nodes that relate to one another, and an oblong one of works and the
tropes that they use. Each keeps its nodes' rows of the nodes table, so that an outcome finds its names again.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tropegraph.errors import GraphError
from tropegraph.graph import Graph, select
from tropegraph.graph.links import TYPES, Links
from tropegraph.model.vocabulary import MEDIA, RELATIONS, TROPE_RELATIONS, Modifier, NodeKind, RelationType

Ids = NDArray[np.int64]


@dataclass(frozen=True)
class Square:
    """Nodes that relate to one another.

    Args:
        nodes: Their rows of the nodes table.
        matrix: Shape (n, n), float64: at `[i, j]` the weight of the edges from node `i` to node `j`; an edge of a
            symmetric type counts both ways.
    """

    nodes: pa.Table
    matrix: csr_array


@dataclass(frozen=True)
class Uses:
    """Works and the tropes that they use.

    Args:
        works: Rows of the nodes table, of works with a trope at least.
        tropes: The same of tropes with a work at least.
        matrix: Shape (works, tropes), float64: 1 where the work uses the trope.
    """

    works: pa.Table
    tropes: pa.Table
    matrix: csr_array


def square(
    graph: Graph,
    *,
    types: Collection[str] = TROPE_RELATIONS,
    weights: Mapping[str, float] | None = None,
    alone: bool = False,
) -> Square:
    """The nodes that edges of some types join, and these edges.

    Args:
        graph: The graph.
        types: Relation types whose edges count; those from trope to trope unless told.
        weights: Weight of an edge by its type; 1 for those that it does not name.
        alone: Keep nodes without such an edge.

    Raises:
        GraphError: A type is none.
    """
    edges = _weighted(graph, types, weights)
    both = _BOTH[edges.type]
    ends = np.concatenate([edges.source, edges.target[both]]), np.concatenate([edges.target, edges.source[both]])
    return _matrix(graph, ends, np.concatenate([edges.weight, edges.weight[both]]), alone=alone)


def joined(
    graph: Graph,
    *,
    types: Collection[str] = TROPE_RELATIONS,
    weights: Mapping[str, float] | None = None,
    alone: bool = False,
) -> Square:
    """The nodes that edges of some types join, whatever their direction: a symmetric matrix.

    At `[i, j]` and `[j, i]` stands the weight of all edges between the two, each counted once.

    Args:
        graph: The graph.
        types: As of `square`.
        weights: As of `square`.
        alone: As of `square`.

    Raises:
        GraphError: A type is none.
    """
    edges = _weighted(graph, types, weights)
    ends = np.concatenate([edges.source, edges.target]), np.concatenate([edges.target, edges.source])
    return _matrix(graph, ends, np.tile(edges.weight, 2), alone=alone)


@dataclass(frozen=True)
class _Weighted(Links):
    weight: NDArray[np.float64]


_BOTH = np.array([RELATIONS[kind].symmetric for kind in TYPES])


def _weighted(graph: Graph, types: Collection[str], weights: Mapping[str, float] | None) -> _Weighted:
    """The edges of some types, with their weights."""
    select.check_types(weights or ())
    kept = graph.links.only(graph.links.of_types(types))
    by_type = np.array([(weights or {}).get(kind.value, 1.0) for kind in TYPES])
    return _Weighted(kept.source, kept.target, kept.type, by_type[kept.type])


def _matrix(graph: Graph, ends: tuple[Ids, Ids], values: NDArray[np.float64], *, alone: bool) -> Square:
    met = np.ones(graph.nodes.num_rows, bool) if alone else _among(graph.nodes.num_rows, ends[0], ends[1])
    number, size = np.cumsum(met) - 1, int(met.sum())
    matrix = csr_array((values, (number[ends[0]], number[ends[1]])), shape=(size, size))
    matrix.sum_duplicates()
    return Square(graph.nodes.filter(pa.array(met)), matrix)


def uses(
    graph: Graph,
    *,
    modifiers: Collection[str] | None = None,
    media: Collection[str] | None = None,
    averted: bool = False,
) -> Uses:
    """Which works use which tropes.

    Args:
        graph: The graph.
        modifiers: Only examples that are played in one of these ways; `None` for all.
        media: Only works of these media; `None` for all.
        averted: Count examples of which nothing is said but that the work averts the trope: there the work lacks it.

    Raises:
        GraphError: A modifier or medium is none.
    """
    _check("modifier", modifiers, list(Modifier))
    _check("medium", media, [medium.name for medium in MEDIA])
    nodes, links = graph.nodes, graph.links
    of_media = pc.is_in(nodes["medium"], pa.array(sorted(media or ()), pa.string()))
    is_work = pc.equal(nodes["kind"], NodeKind.WORK.value)
    works = (is_work if media is None else pc.and_(is_work, of_media)).to_numpy()
    kept = links.of_types([RelationType.EXAMPLE_OF]) & works[links.source]
    if modifiers is not None:
        kept &= _any_of(graph.edge_column("modifiers"), modifiers)
    elif not averted:
        kept &= ~only_holds(graph.edge_column("modifiers"), Modifier.AVERTED.value)
    source, target = links.source[kept], links.target[kept]
    is_used, is_using = _among(len(works), target), _among(len(works), source)
    row, column = np.cumsum(is_using) - 1, np.cumsum(is_used) - 1
    shape = (int(is_using.sum()), int(is_used.sum()))
    matrix = csr_array((np.ones(len(source)), (row[source], column[target])), shape=shape)
    return Uses(nodes.filter(pa.array(is_using)), nodes.filter(pa.array(is_used)), matrix)


def told(nodes: pa.Table, columns: Mapping[str, Any], *, rows: Ids | None = None) -> pd.DataFrame:
    """A frame about nodes: their `id` and `name`, then these columns.

    Args:
        nodes: Rows of the nodes table.
        columns: Values by column name, one for each row of the frame.
        rows: Which node each row of the frame is about; `None` for all in order.
    """
    about = nodes if rows is None else nodes.take(pa.array(rows))
    return pd.DataFrame({"id": about["id"].to_pandas(), "name": about["name"].to_pandas(), **columns})


def _among(count: int, *rows: Ids) -> NDArray[np.bool_]:
    """Which of so many rows are among these."""
    found = np.zeros(count, bool)
    for some in rows:
        found[some] = True
    return found


def _any_of(lists: pa.ChunkedArray, wanted: Collection[str]) -> NDArray[np.bool_]:
    """Which lists hold one of the texts."""
    column = lists.combine_chunks()
    rows = pc.list_parent_indices(column).filter(pc.is_in(column.flatten(), pa.array(sorted(wanted), pa.string())))
    return _among(len(column), rows.to_numpy().astype(np.int64))


def only_holds(lists: pa.ChunkedArray, value: str) -> NDArray[np.bool_]:
    """Which lists hold this text and no other."""
    single: NDArray[np.bool_] = pc.equal(pc.list_value_length(lists), 1).to_numpy()
    return single & _any_of(lists, [value])


def _check(what: str, given: Collection[str] | None, known: Collection[str]) -> None:
    if unknown := [value for value in given or () if value not in known]:
        raise GraphError(f"{unknown[0]!r} is no {what}.", f"Choose from {', '.join(known)}.")
