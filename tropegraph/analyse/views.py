"""Three ways to see a graph as one symmetric matrix: tropes by what is said of them, tropes by the works that they
share, works with their tropes.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import block_array, csr_array

from tropegraph.analyse.matrices import joined, uses
from tropegraph.analyse.naming import media_named
from tropegraph.analyse.weights import WEIGHTS
from tropegraph.errors import InputError
from tropegraph.graph import Graph

Floats = NDArray[np.float64]

ViewName = Literal["tropes", "projection", "bipartite"]
AT_ONCE = 4_000_000
"""Cells of the projection that a thread holds in memory at a time."""
THREADS = min(os.cpu_count() or 1, 4)


@dataclass(frozen=True)
class View:
    """Nodes and how strongly they are joined.

    Args:
        nodes: Their rows of the nodes table.
        matrix: Symmetric, weights of edges.
        works: How many of the nodes, from the first on, are works; 0 where all are tropes.
    """

    nodes: pa.Table
    matrix: csr_array
    works: int = 0


def view_of(graph: Graph, name: ViewName, *, media: Sequence[str] = (), alpha: float = 0.05, least: int = 5) -> View:
    """A view of a graph.

    Args:
        graph: The graph.
        name: `tropes`: tropes and the relations between them, by the weights of their types. `projection`: tropes, by
            how many works use both, thinned out to the backbone. `bipartite`: works and the tropes that they use.
        media: Of the last two, only works of these media; all when empty.
        alpha: Of the projection, how often chance would give an edge as strong as those that stay; 1 keeps all edges.
        least: Of the projection, tropes that fewer works use are left out.

    Raises:
        InputError: There is no such view or medium, or `alpha` is no share.
    """
    if name == "tropes":
        found = joined(graph, weights=WEIGHTS)
        return View(found.nodes, found.matrix)
    used = uses(graph, media=media_named(media))
    if name == "bipartite":
        nodes = pa.concat_tables([used.works, used.tropes])
        return View(nodes, block_array([[None, used.matrix], [used.matrix.T, None]], format="csr"), len(used.works))
    if name != "projection":
        raise InputError(f"There is no view {name!r}.", "Choose from tropes, projection, bipartite.")
    often = np.asarray(used.matrix.sum(axis=0)).ravel() >= least
    kept = backbone(used.matrix[:, np.flatnonzero(often)], alpha)
    some = np.flatnonzero(np.diff(kept.indptr))
    rows = np.flatnonzero(often)[some]
    return View(used.tropes.take(pa.array(rows)), kept[some][:, some])


def backbone(matrix: csr_array, alpha: float) -> csr_array:
    """How many rows each two columns share, where that is more than chance would make of either column's weight.

    The disparity filter: were the weight of a node with k neighbours split at random, one of them would get a share of
    at least p with probability (1 - p)^(k - 1). An edge stays where that is below `alpha` at one end of it. Cells are
    computed a part at a time, since before the filter almost each two tropes share some work.

    Args:
        matrix: Shape (works, tropes).
        alpha: The probability; 1 keeps all.

    Raises:
        InputError: `alpha` is not above 0 and at most 1.

    Source:
        Serrano, Boguñá and Vespignani, Extracting the multiscale backbone of complex weighted networks (2009).
    """
    if not 0 < alpha <= 1:
        raise InputError(f"alpha is {alpha}.", "It has to be above 0, and at most 1.")
    size = matrix.shape[1]
    columns = matrix.tocsr().astype(np.float32)  # counts up to 16 million are exact, and take half the time
    rows = columns.T.tocsr()
    step = max(1, AT_ONCE // max(size, 1))

    def part(start: int) -> tuple[Floats, Floats, Floats]:
        return _significant(rows[start : start + step] @ columns, start, alpha)

    with ThreadPoolExecutor(THREADS) as pool:
        parts = list(pool.map(part, range(0, size, step)))
    row, column, data = (np.concatenate([part[i] for part in parts] or [np.zeros(0)]) for i in range(3))
    kept = csr_array((data, (row.astype(np.int64), column.astype(np.int64))), shape=(size, size))
    return kept.maximum(kept.T.tocsr())


def _significant(shared: csr_array, start: int, alpha: float) -> tuple[Floats, Floats, Floats]:
    """Rows, columns and weights of the cells that stay, of some rows of the projection.

    The probability of a cell is below `alpha` where its weight is above a least one, which is that of its row.
    """
    own = shared.diagonal(start)
    strength = np.asarray(shared.sum(axis=1, dtype=np.float64)).ravel() - own
    others = np.diff(shared.indptr) - (own > 0)
    with np.errstate(divide="ignore"):
        least = strength * (1 - alpha ** (1 / np.maximum(others - 1, 0.0))) if alpha < 1 else np.zeros(len(own))
    stays = np.flatnonzero(shared.data > np.repeat(least, np.diff(shared.indptr)))
    row = np.searchsorted(shared.indptr, stays, side="right") - 1 + start
    column, data = shared.indices[stays].astype(np.int64), shared.data[stays].astype(np.float64)
    other = row != column
    return row[other], column[other], data[other]
