"""The hierarchy of subtropes as a matrix, its circles, and the forest that it is seen as.

A trope may have several supertropes, and pages may contradict one another until a trope is its own supertrope by way of
others. So the hierarchy is a directed graph; to draw it as a forest, each trope hangs below one of its supertropes.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

from tropegraph.errors import GraphError
from tropegraph.graph import Graph
from tropegraph.graph.named import found
from tropegraph.model.vocabulary import RelationType

Ids = NDArray[np.int64]
Floats = NDArray[np.float64]

NONE = -1
"""In place of the row of a supertrope, where there is none."""


@dataclass(frozen=True)
class Hierarchy:
    """Tropes and their supertropes.

    Args:
        nodes: Rows of the nodes table of the tropes.
        up: Shape (n, n): at `[i, j]` how many pieces of evidence, 1 at least, say that `i` is a subtrope of `j`.
        component: For each trope the number of its component: tropes that lie above and below one another, by a circle,
            have the same.
    """

    nodes: pa.Table
    up: csr_array
    component: Ids

    @property
    def circular(self) -> NDArray[np.bool_]:
        """Which tropes are above themselves."""
        return np.asarray(np.bincount(self.component)[self.component] > 1)


@dataclass(frozen=True)
class Forest:
    """Each trope of a hierarchy below one of its supertropes.

    Args:
        depth: Steps to the nearest root, along the hierarchy; 0 for a root, -1 for a trope that no root is above.
        parent: Row of the supertrope that it hangs below: of those a step nearer to a root, the one with most evidence,
            then the first by id; -1 for a root.
        root: Row of the root of its tree.
    """

    depth: Ids
    parent: Ids
    root: Ids


def hierarchy(graph: Graph, also: tuple[RelationType, ...] = ()) -> Hierarchy:
    """The hierarchy of a graph's subtropes.

    Args:
        graph: The graph.
        also: Relation types whose ends are in it, too, even if they have neither super- nor subtropes.
    """
    links = graph.links
    below, joined = (links.of_types([RelationType.SUBTROPE_OF, *types]) for types in ((), also))
    met = np.zeros(graph.nodes.num_rows, bool)
    met[links.source[joined]] = met[links.target[joined]] = True
    number, size = np.cumsum(met) - 1, int(met.sum())
    told = np.maximum(graph.edge_column("evidence_count").to_numpy()[below], 1).astype(np.float64)
    up = csr_array((told, (number[links.source[below]], number[links.target[below]])), shape=(size, size))
    nodes = graph.nodes.filter(pa.array(met))
    return Hierarchy(nodes, up, components(up))


def components(up: csr_array) -> Ids:
    """Number of the strongly connected component of each node; as many as there are nodes where there is no circle."""
    if not up.shape[0]:
        return np.zeros(0, np.int64)
    return np.asarray(connected_components(up, connection="strong")[1], np.int64)


def place(graph: Graph, whole: Hierarchy, name: str) -> int:
    """Row of a trope in the hierarchy, by a name that a reader uses.

    Raises:
        GraphError: There is no such node, or it has neither super- nor subtropes.
    """
    node = found(graph, name)
    row = int(pc.index(whole.nodes["id"], node).as_py())
    if row < 0:
        raise GraphError(f"{node} has neither supertropes nor subtropes.", "Ask for another trope.")
    return row


def steps(matrix: csr_array, start: int) -> Floats:
    """Least number of steps from a node to every other; infinite where there is no way."""
    return np.asarray(distances(matrix, start))


def distances(matrix: csr_array, start: Any, **options: bool) -> Any:
    """Least numbers of steps from some nodes, as `scipy.sparse.csgraph.dijkstra` gives them with these options."""
    measure: Any = dijkstra  # Its stubs know no options by name.
    return measure(matrix, indices=start, unweighted=True, **options)


def roots(whole: Hierarchy) -> Ids:
    """Rows of the tropes that trees begin with: those without supertropes, and one of each circle without any above it.

    Of a circle it is the trope with most subtropes, then the first by id.
    """
    child, parent = whole.up.nonzero()
    leaving = whole.component[child] != whole.component[parent]
    has_above = np.zeros(int(whole.component.max(initial=-1)) + 1, bool)
    has_above[whole.component[child[leaving]]] = True
    tops = np.flatnonzero(~has_above[whole.component])
    below = np.bincount(parent, minlength=len(whole.component))
    order = tops[np.lexsort((tops, -below[tops], whole.component[tops]))]
    return np.sort(order[np.diff(whole.component[order], prepend=-1) != 0])


def forest(whole: Hierarchy, start: Ids) -> Forest:
    """The forest below some tropes.

    Args:
        whole: The hierarchy.
        start: Rows of its roots.
    """
    size = len(whole.component)
    if not len(start):
        return Forest(*(np.full(size, NONE) for _ in range(3)))
    away = distances(whole.up.T.tocsr(), start, min_only=True)
    depth = np.where(np.isfinite(away), away, NONE).astype(np.int64)
    entries = whole.up.tocoo()
    (child, above), told = entries.coords, entries.data
    nearer = (depth[above] >= 0) & (depth[above] == depth[child] - 1)
    child, above, told = child[nearer], above[nearer], told[nearer]
    order = np.lexsort((above, -told, child))
    first = order[np.diff(child[order], prepend=-1) != 0]
    parent = np.full(size, NONE)
    parent[child[first]] = above[first]
    return Forest(depth, parent, _roots(depth, parent))


def closure(up: csr_array) -> csr_array:
    """Which node has which others above it, however far: at `[i, j]`, where `j` is above `i` and another than `i`."""
    reached = up.astype(bool)
    while True:
        further = csr_array(reached + reached @ reached)
        if further.nnz == reached.nnz:
            break
        reached = further
    row, column = reached.nonzero()
    apart = row != column
    shape: Any = up.shape
    return csr_array((np.ones(apart.sum(), bool), (row[apart], column[apart])), shape=shape)


def _roots(depth: Ids, parent: Ids) -> Ids:
    root = np.where(depth == 0, np.arange(len(depth)), NONE)
    for level in range(1, int(depth.max(initial=0)) + 1):
        at = np.flatnonzero(depth == level)
        root[at] = root[parent[at]]
    return root
