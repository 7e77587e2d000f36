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
from tropegraph.graph import Graph, frames, select
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
    select.check_types([*types, *(weights or {})])
    edges = graph.edges.filter(select.of_types(graph.edges, types))
    nodes = graph.nodes if alone else _joined(graph.nodes, edges)
    source, target = frames.ends(nodes, edges)
    weight = _looked_up(edges["type"], {t.value: (weights or {}).get(t.value, 1.0) for t in RelationType})
    both = _looked_up(edges["type"], {t.value: RELATIONS[t].symmetric for t in RelationType}).astype(bool)
    rows, columns = np.concatenate([source, target[both]]), np.concatenate([target, source[both]])
    values = np.concatenate([weight, weight[both]])
    return Square(nodes, csr_array((values, (rows, columns)), shape=(nodes.num_rows, nodes.num_rows)))


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
    edges = graph.edges.filter(pc.equal(graph.edges["type"], RelationType.EXAMPLE_OF.value))
    if modifiers is not None:
        edges = edges.filter(_any_of(edges["modifiers"], modifiers))
    elif not averted:
        edges = edges.filter(pc.invert(_only(edges["modifiers"], Modifier.AVERTED.value)))
    works = graph.nodes.filter(pc.equal(graph.nodes["kind"], NodeKind.WORK.value))
    if media is not None:
        works = works.filter(pc.is_in(works["medium"], pa.array(sorted(media), pa.string())))
    edges = edges.filter(pc.is_in(edges["source"], works["id"].combine_chunks()))
    works = works.filter(pc.is_in(works["id"], edges["source"].combine_chunks()))
    tropes = graph.nodes.filter(pc.is_in(graph.nodes["id"], edges["target"].combine_chunks()))
    rows = pc.index_in(edges["source"], works["id"].combine_chunks()).to_numpy()
    columns = pc.index_in(edges["target"], tropes["id"].combine_chunks()).to_numpy()
    shape = (works.num_rows, tropes.num_rows)
    return Uses(works, tropes, csr_array((np.ones(len(rows)), (rows, columns)), shape=shape))


def told(nodes: pa.Table, columns: Mapping[str, Any], *, rows: Ids | None = None) -> pd.DataFrame:
    """A frame about nodes: their `id` and `name`, then these columns.

    Args:
        nodes: Rows of the nodes table.
        columns: Values by column name, one for each row of the frame.
        rows: Which node each row of the frame is about; `None` for all in order.
    """
    about = nodes if rows is None else nodes.take(pa.array(rows))
    return pd.DataFrame({"id": about["id"].to_pandas(), "name": about["name"].to_pandas(), **columns})


def _joined(nodes: pa.Table, edges: pa.Table) -> pa.Table:
    ends = pa.chunked_array([*edges["source"].chunks, *edges["target"].chunks], pa.string())
    return nodes.filter(pc.is_in(nodes["id"], pc.unique(ends)))


def _looked_up(column: pa.ChunkedArray, values: Mapping[str, float]) -> NDArray[np.float64]:
    """The value of each row's text."""
    encoded = column.combine_chunks().dictionary_encode()
    found = np.array([values[text] for text in encoded.dictionary.to_pylist()], dtype=np.float64)
    return found[encoded.indices.to_numpy()] if len(encoded) else np.zeros(0)


def _any_of(lists: pa.ChunkedArray, wanted: Collection[str]) -> pa.Array:
    column = lists.combine_chunks()
    rows = pc.list_parent_indices(column).filter(pc.is_in(column.flatten(), pa.array(sorted(wanted), pa.string())))
    return pc.is_in(pa.array(np.arange(len(column))), pc.cast(rows, pa.int64()))


def _only(lists: pa.ChunkedArray, value: str) -> pa.Array:
    single = pc.equal(pc.list_value_length(lists), 1)
    return pc.and_(single.combine_chunks(), _any_of(lists, [value]))


def _check(what: str, given: Collection[str] | None, known: Collection[str]) -> None:
    if unknown := [value for value in given or () if value not in known]:
        raise GraphError(f"{unknown[0]!r} is no {what}.", f"Choose from {', '.join(known)}.")
