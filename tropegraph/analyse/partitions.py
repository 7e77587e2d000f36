"""Nodes put into communities, and how good, stable and alike such partitions are."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tropegraph.analyse.kit import at_once, networkit, undirected

Floats = NDArray[np.float64]
Ids = NDArray[np.int64]


def leiden(matrix: csr_array, *, resolution: float = 1.0, seed: int = 1, iterations: int = 5) -> Ids:
    """The community of each node, from 0 for the largest: the Leiden algorithm on modularity.

    Args:
        matrix: Symmetric, weights of edges.
        resolution: Above 1, communities come out smaller.
        seed: The same seed gives the same communities, whatever the number of processors.
        iterations: How often the algorithm goes over its own outcome; it stops before when nothing changes.

    Raises:
        ResourceError: networkit is not installed.

    Source:
        Traag, Waltman and van Eck, From Louvain to Leiden: guaranteeing well-connected communities (2019), as networkit
        has it (Nguyen, Leiden-based parallel community detection, 2021).
    """
    return leidens(matrix, (resolution,), seed=seed, iterations=iterations)[0]


def leidens(matrix: csr_array, resolutions: Sequence[float], *, seed: int = 1, iterations: int = 5) -> list[Ids]:
    """What `leiden` gives at several resolutions, found at the same time.

    Args:
        matrix: As of `leiden`.
        resolutions: Numbers.
        seed: Of each of them.
        iterations: As of `leiden`.

    Raises:
        ResourceError: networkit is not installed.
    """
    if not matrix.nnz:
        return [np.arange(matrix.shape[0]) for _ in resolutions]
    with networkit(seed) as kit:
        network = undirected(kit, matrix)
        runs = [kit.community.ParallelLeiden(network, iterations=iterations, gamma=gamma) for gamma in resolutions]
        at_once(kit, runs)
        return [by_size(np.array(run.getPartition().getVector(), dtype=np.int64)) for run in runs]


def by_size(labels: Ids) -> Ids:
    """Labels as numbers from 0 for the most frequent; of equally frequent ones, from that of the first node on."""
    _, first, code, size = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    number = np.empty(len(first), np.int64)
    number[np.lexsort((first, -size))] = np.arange(len(first))
    return number[code]


def modularity(matrix: csr_array, labels: Ids, resolution: float = 1.0) -> float:
    """How much more weight lies inside communities than by chance, among nodes of the same weights.

    Args:
        matrix: Symmetric, weights of edges.
        labels: Community of each node, from 0 on.
        resolution: Weight of what chance would give.

    Source:
        Newman, Analysis of weighted networks (2004), equation 8; with the resolution of Reichardt and
        Bornholdt (2006).
    """
    total = matrix.sum()
    if not total:
        return 0.0
    share = np.bincount(labels, np.asarray(matrix.sum(axis=1)).ravel()) / total
    return float(inside(matrix, labels, labels).sum() / total - resolution * (share**2).sum())


def bipartite_modularity(matrix: csr_array, rows: Ids, columns: Ids) -> float:
    """Modularity where edges join nodes of two kinds only, against chance that joins these kinds only.

    Args:
        matrix: Shape (works, tropes).
        rows: Community of each work.
        columns: Community of each trope.

    Source:
        Barber, Modularity and community detection in bipartite networks (2007), equation 15.
    """
    total = matrix.sum()
    if not total:
        return 0.0
    count = int(max(rows.max(), columns.max())) + 1
    first = np.bincount(rows, np.asarray(matrix.sum(axis=1)).ravel(), count) / total
    second = np.bincount(columns, np.asarray(matrix.sum(axis=0)).ravel(), count) / total
    return float(inside(matrix, rows, columns).sum() / total - (first * second).sum())


def inside(matrix: csr_array, rows: Ids, columns: Ids) -> Floats:
    """Of each row, the weight of its edges to nodes of its own community."""
    edges = matrix.tocoo()
    row, column = edges.coords
    within = rows[row] == columns[column]
    weights: Floats = np.bincount(row[within], edges.data[within], matrix.shape[0]).astype(np.float64)
    return weights


def centrality_inside(matrix: csr_array, labels: Ids) -> Floats:
    """How much more weight each node has inside its community than chance would give it: its share in the modularity.

    Source:
        Newman, Finding community structure in networks using the eigenvectors of matrices (2006), section VII.
    """
    strength = np.asarray(matrix.sum(axis=1)).ravel()
    share = np.bincount(labels, strength) / max(strength.sum(), 1e-300)
    central: Floats = inside(matrix, labels, labels) - strength * share[labels]
    return central


def nmi(one: Ids, other: Ids) -> float:
    """Normalised mutual information of two partitions of the same nodes: 1 where they are the same, near 0 by chance.

    Source:
        Danon, Díaz-Guilera, Duch and Arenas, Comparing community structure identification (2005), equation 2.
    """
    if not len(one):
        return 1.0
    both = csr_array((np.ones(len(one)), (one, other))).tocoo()
    both.sum_duplicates()
    joint = both.data / len(one)
    first, second = np.bincount(one) / len(one), np.bincount(other) / len(other)
    mutual = (joint * np.log(joint / (first[both.coords[0]] * second[both.coords[1]]))).sum()
    entropy = _entropy(first) + _entropy(second)
    return float(2 * mutual / entropy) if entropy else 1.0


def _entropy(shares: Floats) -> float:
    some = shares[shares > 0]
    return float(-(some * np.log(some)).sum())
