"""Which nodes belong together: communities of the graph, the largest of them numbered.

The Louvain method (Blondel et al. 2008, as networkx has it) finds them. In a large graph the nodes are first put into
many small clusters by k-means over their spectral embedding (Ng, Jordan and Weiss 2001), which the layout has anyway,
and Louvain joins these.
"""

import warnings
from typing import Any

import networkx as nx
import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.cluster.vq import kmeans2

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST = 20
"""Communities with a number; the rest, and nodes by themselves, are "other"."""
LEAST = 3
"""Nodes of the smallest community."""
CLUSTERS = 300
"""Small clusters of a large graph."""
RESOLUTION = {"small": 1.2, "large": 1.8}
"""Of Louvain: above 1, communities come out smaller than by modularity alone. In a graph of 23,000 tropes and works
1.2 finds 9, called after tropes that are everywhere; 1.8 about 18, which a reader can tell apart by their names."""
OTHER = -1


def communities(near: Any, axes: Floats | None, seed: int) -> Ints:
    """The community of each node, from 0 for the largest; `OTHER` for those of no large one.

    Args:
        near: Symmetric sparse adjacency, shape (n, n).
        axes: Spectral embedding, shape (n, dimensions); `None` for a small graph.
        seed: The same seed gives the same communities.
    """
    if axes is None:
        return by_size(_louvain(near, RESOLUTION["small"], seed))
    cluster = _clusters(axes, seed)
    return by_size(_louvain(_joined(near, cluster), RESOLUTION["large"], seed)[cluster])


def by_size(label: Ints) -> Ints:
    """Labels as numbers from 0 for the most frequent; `OTHER` for the small ones and those after `MOST`."""
    values, code, size = np.unique(label, return_inverse=True, return_counts=True)
    order = np.lexsort((values, -size))
    number = np.full(len(values), OTHER, dtype=np.int64)
    number[order[:MOST]] = np.arange(len(values))[:MOST]
    number[size < LEAST] = OTHER
    return np.asarray(number[code], dtype=np.int64)


def tops(community: Ints, source: Ints, target: Ints, weight: Floats, may: NDArray[np.bool_]) -> Ints:
    """The node of each community with most weight of edges within it.

    Args:
        community: As `communities` gives it.
        source: Ends of the edges.
        target: The other ends.
        weight: Their weights.
        may: Which nodes may be the top; where a community has none of these, any node may.
    """
    within = (community[source] == community[target]) & (source != target)
    ends = np.concatenate([source[within], target[within]])
    strength = np.bincount(ends, np.tile(weight[within], 2), len(community))
    order = np.lexsort((np.arange(len(community)), -strength, ~may, community))
    order = order[community[order] != OTHER]
    return np.asarray(order[np.flatnonzero(np.diff(community[order], prepend=OTHER))], dtype=np.int64)


def _clusters(axes: Floats, seed: int) -> Ints:
    length = np.linalg.norm(axes, axis=1, keepdims=True)
    unit = axes / np.maximum(length, 1e-9)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of clusters that are left empty: nodes of the same company share a place
        rng = np.random.default_rng(seed)
        return np.asarray(kmeans2(unit, min(CLUSTERS, len(unit)), iter=8, minit="points", rng=rng)[1], dtype=np.int64)


def _joined(near: Any, cluster: Ints) -> Any:
    """Adjacency of the clusters."""
    count = len(cluster)
    member = sp.coo_array((np.ones(count), (np.arange(count), cluster)), shape=(count, int(cluster.max()) + 1)).tocsr()
    joined = (member.T @ near @ member).tolil()
    joined.setdiag(joined.diagonal() / 2)  # an edge within was counted from both of its ends
    return joined.tocsr()


def _louvain(near: Any, resolution: float, seed: int) -> Ints:
    graph = nx.from_scipy_sparse_array(near)
    label = np.zeros(near.shape[0], dtype=np.int64)
    for number, members in enumerate(nx.community.louvain_communities(graph, resolution=resolution, seed=seed)):
        label[list(members)] = number
    return label
