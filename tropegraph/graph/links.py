"""Edges as numbers: which row of the nodes each end is, and which type they have. What is computed on needs no more."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from tropegraph.errors import GraphError
from tropegraph.graph import select
from tropegraph.model.vocabulary import RelationType

Ids = NDArray[np.int64]
TYPES = tuple(RelationType)


@dataclass(frozen=True)
class Links:
    """The ends and types of edges, in the order of the edges table.

    Args:
        source: Row numbers of the nodes that they start from.
        target: Row numbers of the nodes that they lead to.
        type: Positions of their types in `TYPES`.
    """

    source: Ids
    target: Ids
    type: NDArray[np.int8]

    def of_types(self, types: Collection[str]) -> NDArray[np.bool_]:
        """Which edges are of these relation types.

        Raises:
            GraphError: A type is none.
        """
        select.check_types(types)
        return np.isin(np.arange(len(TYPES)), [TYPES.index(RelationType(t)) for t in types])[self.type]

    def only(self, which: NDArray[np.bool_]) -> "Links":
        """Some of them."""
        return Links(self.source[which], self.target[which], self.type[which])


def links(nodes: pa.Table, edges: pa.Table) -> Links:
    """The ends and types of the edges.

    Args:
        nodes: The nodes table.
        edges: The columns `source`, `type` and `target` of the edges table, as texts or as dictionaries of texts.

    Raises:
        GraphError: An end is no node, or a type is none.
    """
    ids, types = nodes["id"].combine_chunks(), pa.array([t.value for t in TYPES], pa.string())
    source, target = (_positions(edges[end], ids) for end in ("source", "target"))
    return Links(source, target, _positions(edges["type"], types).astype(np.int8))


def _positions(column: pa.ChunkedArray, values: pa.Array) -> Ids:
    """Where among the values each text stands; each different text is looked up once."""
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    chunks = coded.unify_dictionaries().chunks
    if not chunks:
        return np.zeros(0, np.int64)
    found = pc.index_in(chunks[0].dictionary, values)
    if found.null_count:
        raise GraphError("An edge leads to no node, or has no type.", "Build the graph again.")
    place = found.to_numpy().astype(np.int64)
    return np.concatenate([place[chunk.indices.to_numpy()] for chunk in chunks])
