"""Where each node stands: communities apart, hubs spread, the same picture for the same seed.

Attraction along edges against repulsion from nodes drawn at random (negative sampling), as in LargeVis (Tang et al.
2016) and UMAP (McInnes et al. 2018). In a large graph of works and tropes a few hubs join everything with everything;
so its nodes are first embedded by the leading eigenvectors of the graph (a walk that stays where it is at every other
step), and each is drawn to the nodes that keep the same company and to its own most telling neighbours.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from tropegraph.render.communities import OTHER, communities

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LARGE = 2_000
"""From this many joined nodes on, edges alone give a hairball and the embedding leads."""
TINY = 60
"""Up to this many joined nodes, every name should find room."""
DIMENSIONS = 16
NOISE = 1e-3
"""Eigenvalues below this are rounding errors of single precision."""
COMPANY = 9
"""Nodes of the same company that each node is drawn to."""
TELLING = 4
"""Own edges of each node that pull, those to rare neighbours first."""
REPULSION = 6.0
GRAVITY = 0.05
"""Pull towards the middle, which keeps separate parts of the graph in sight of one another."""
SPACING = {"large": 46.0, "small": 78.0, "tiny": 120.0}
"""Median distance of nearest nodes, in units of the map (pixels at scale 1)."""
WIDEST = 1.7
"""Most that a map may be wider than a square of its nodes at that distance: denser parts make room instead."""
GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))
DIAGONALS = np.pi / 4 * np.array([1.0, 3.0, 5.0, 7.0])


@dataclass(frozen=True)
class Springs:
    """Pairs that attract one another: ends, and the chance that a pair pulls in one round."""

    i: Ints
    j: Ints
    chance: Floats


@dataclass(frozen=True, eq=False)
class Layout:
    """Where nodes stand, and which belong together.

    Args:
        places: Coordinates, whole units of the map, centred on 0; shape (count, 2).
        community: Number of each node's community, from 0 for the largest, or `communities.OTHER`.
    """

    places: Floats
    community: Ints


def lay_out(count: int, source: Ints, target: Ints, weight: Floats, seed: int = 1) -> Layout:
    """Places and communities of every node.

    Args:
        count: Number of nodes.
        source: Ends of the edges, as node numbers.
        target: The other ends.
        weight: How strongly each edge pulls, beside the others.
        seed: The same seed and edges give the same coordinates.

    Returns:
        The layout; nodes without an edge lie together, beside the rest, and belong to no community.
    """
    joined = np.unique(np.concatenate([source, target])[np.concatenate([source != target] * 2)])
    place, community = np.zeros((count, 2)), np.full(count, OTHER, dtype=np.int64)
    if len(joined):
        number = np.full(count, -1, dtype=np.int64)
        number[joined] = np.arange(len(joined))
        keep = source != target
        within = _connected(len(joined), number[source[keep]], number[target[keep]], weight[keep], seed)
        place[joined], community[joined] = within.places, within.community
    alone = np.setdiff1d(np.arange(count), joined)
    return Layout(np.rint(_aside(place, alone, SPACING[_size(len(joined))])), community)


def _size(count: int) -> str:
    return "large" if count >= LARGE else "small" if count >= TINY else "tiny"


def _connected(count: int, source: Ints, target: Ints, weight: Floats, seed: int) -> Layout:
    rng = np.random.default_rng(seed)
    near = _adjacency(count, source, target, weight)
    axes = embed(near, DIMENSIONS, rng) if count >= LARGE else None
    if axes is None:
        place, springs = _smooth_start(near, rng), _edge_springs(near)
        place = _descend(place, springs, rng, rounds=300, against=max(6, min(96, 30_000 // count)))
    else:
        springs = _joined(_company_springs(axes, COMPANY), _telling_springs(near, TELLING))
        start = _ranks(axes[:, :2]) * 16 + rng.normal(scale=0.3, size=(count, 2))
        place = _descend(start, springs, rng, rounds=200, against=6)
    return Layout(spread(place, SPACING[_size(count)]), communities(near, axes, seed))


def _adjacency(count: int, source: Ints, target: Ints, weight: Floats) -> Any:
    half = sp.coo_array((weight.astype(np.float32), (source, target)), shape=(count, count)).tocsr()
    return (half + half.T).tocsr()


def _degree(near: Any) -> Floats:
    return np.maximum(np.asarray(near.sum(axis=1), dtype=np.float64).ravel(), 1e-9)


def embed(near: Any, dimensions: int, rng: np.random.Generator, rounds: int = 24) -> Floats:
    """Leading eigenvectors of the regularised normalised adjacency, by subspace iteration.

    Args:
        near: Symmetric sparse adjacency, shape (n, n).
        dimensions: Number of eigenvectors, the constant one left out.
        rng: Source of the start.
        rounds: Steps of the iteration.

    Returns:
        Shape (n, dimensions), scaled by the roots of the eigenvalues.
    """
    degree = _degree(near)
    root = sp.diags_array((1 / np.sqrt(degree + np.median(degree))).astype(np.float32))
    step = (root @ near @ root).tocsr()
    block = rng.normal(size=(near.shape[0], dimensions + 8)).astype(np.float32)
    for round_ in range(rounds):
        block = step @ block + np.float32(0.4) * block  # the shift favours the positive end of the spectrum
        if round_ % 4 == 3:
            block = np.linalg.qr(block)[0]
    values, turn = np.linalg.eigh((block.T @ (step @ block)).astype(np.float64))
    order = np.argsort(-values)[1 : dimensions + 1]
    strength = np.where(values[order] > NOISE, values[order], 0)
    return np.asarray(block @ turn[:, order] * np.sqrt(strength))


def _company_springs(axes: Floats, count: int) -> Springs:
    """Each node and the `count` nodes whose embedding points most nearly the same way."""
    length = np.linalg.norm(axes, axis=1)
    there = np.flatnonzero(length > 1e-7)
    unit = axes[there] / length[there, None]
    near = np.asarray(cKDTree(unit).query(unit, k=count + 1, eps=0.3, workers=-1)[1], dtype=np.int64)[:, 1:]
    one = np.repeat(np.arange(len(there)), near.shape[1])
    found = near.ravel() < len(there)  # else there are fewer nodes than asked for
    i, j = there[one[found]], there[near.ravel()[found]]
    return Springs(i, j, np.full(len(i), 0.4))


def _telling_springs(near: Any, count: int) -> Springs:
    """The `count` edges of each node that say most: heavy, and to neighbours of few others."""
    edges = near.tocoo()
    i, j = edges.coords
    tells = edges.data / np.sqrt(_degree(near)[j])
    order = np.lexsort((j, -tells, i))
    first = np.flatnonzero(np.diff(i[order], prepend=-1))
    rank = np.arange(len(i)) - np.repeat(first, np.diff(first, append=len(i)))
    kept = order[rank < count]
    return Springs(i[kept].astype(np.int64), j[kept].astype(np.int64), np.minimum(0.15 * edges.data[kept], 0.9))


def _edge_springs(near: Any) -> Springs:
    edges = sp.triu(near).tocoo()
    i, j = (end.astype(np.int64) for end in edges.coords)
    degree = _degree(near)
    pull = edges.data / np.sqrt(np.minimum(degree[i], degree[j]))
    return Springs(i, j, np.clip(pull / np.median(pull) * 0.6, 0.2, 1.0))


def _joined(first: Springs, second: Springs) -> Springs:
    return Springs(
        np.concatenate([first.i, second.i]),
        np.concatenate([first.j, second.j]),
        np.concatenate([first.chance, second.chance]),
    )


def _smooth_start(near: Any, rng: np.random.Generator) -> Floats:
    """Random places, averaged over lazy random walks until neighbours lie together."""
    degree = _degree(near)
    step = sp.diags_array(1 / degree) @ near
    place = rng.normal(size=(near.shape[0], 2))
    for _ in range(30):
        place = 0.5 * place + 0.5 * (step @ place)
        place -= np.average(place, axis=0, weights=degree)
    return _ranks(place) * 12 + rng.normal(scale=0.1, size=place.shape)


def _ranks(values: Floats) -> Floats:
    return np.argsort(np.argsort(values, axis=0, kind="stable"), axis=0, kind="stable") / len(values) - 0.5


def _descend(place: Floats, springs: Springs, rng: np.random.Generator, rounds: int, against: int) -> Floats:
    """Stochastic gradient descent: springs pull, `against` random nodes push each node, in shrinking steps."""
    for round_ in range(rounds):
        rate = 1 - round_ / rounds
        force = _pull(place, springs, rng) + _push(place, rng, against) - GRAVITY * place
        length = np.sqrt((force * force).sum(axis=1, keepdims=True))
        place = place + force * (rate * np.minimum(1, 4 / np.maximum(length, 1e-9)))
    return place


def _pull(place: Floats, springs: Springs, rng: np.random.Generator) -> Floats:
    drawn = rng.random(len(springs.i)) < springs.chance
    i, j = springs.i[drawn], springs.j[drawn]
    gap = place[i] - place[j]
    pull = gap * (-2 / (1 + (gap * gap).sum(axis=1)))[:, None]
    count = len(place)
    sides = [np.bincount(i, pull[:, k], count) - np.bincount(j, pull[:, k], count) for k in (0, 1)]
    return np.stack(sides, axis=1)


def _push(place: Floats, rng: np.random.Generator, against: int) -> Floats:
    others = place[rng.integers(0, len(place), (against, len(place)))]
    gap = place - others
    square = (gap * gap).sum(axis=2)
    push = np.minimum(2 / ((0.01 + square) * (1 + square)), 8)
    total: Floats = np.einsum("kn,knd->nd", push, gap) * (REPULSION * 6 / against)
    return total


def spread(place: Floats, spacing: float, rounds: int = 24) -> Floats:
    """Scale to a median distance of nearest nodes of `spacing`, but to no desert, and push apart those too close."""
    place = place - np.median(place, axis=0)
    if len(place) < 3:
        return place / max(np.ptp(place), 1e-9) * 2 * spacing
    widest = WIDEST * spacing * np.sqrt(len(place)) / max(float(np.ptp(place, axis=0).max()), 1e-9)
    place = place * min(spacing / max(_median_gap(place), 1e-9), widest)
    for _ in range(rounds):
        pairs = _close_pairs(place, 0.75 * spacing)
        if len(pairs) < 0.02 * len(place):
            break
        place = place + _apart(place, pairs, 0.75 * spacing)
    middle: Floats = (place.max(axis=0) + place.min(axis=0)) / 2
    return place - middle


def _close_pairs(place: Floats, reach: float, most: int = 8) -> Ints:
    """Pairs nearer than `reach`, of each node with at most `most` others: a heap of n nodes would have n² pairs."""
    found = cKDTree(place).query(place, k=min(most + 1, len(place)), distance_upper_bound=reach)
    other = np.asarray(found[1], dtype=np.int64)[:, 1:]
    one = np.broadcast_to(np.arange(len(place))[:, None], other.shape)
    near = other < len(place)  # the tree's mark of "none"
    return np.unique(np.sort(np.stack([one[near], other[near]], axis=1), axis=1), axis=0)


def _median_gap(place: Floats) -> float:
    return float(np.median(np.asarray(cKDTree(place).query(place, k=2)[0])[:, 1]))


def _apart(place: Floats, pairs: Ints, reach: float) -> Floats:
    i, j = pairs.T
    gap = place[i] - place[j]
    length = np.sqrt((gap * gap).sum(axis=1)) + 1e-6
    move = gap * (0.25 * (reach - length) / length)[:, None]
    count = len(place)
    crowd = np.sqrt(np.maximum(np.bincount(pairs.ravel(), minlength=count), 1))
    sides = [(np.bincount(i, move[:, k], count) - np.bincount(j, move[:, k], count)) / crowd for k in (0, 1)]
    return np.stack(sides, axis=1)


def _aside(place: Floats, alone: Ints, spacing: float) -> Floats:
    """Put the nodes `alone` as one round field beside all others, on the side where it comes nearest."""
    steps = np.arange(len(alone))
    radius, angle = 0.6 * spacing * np.sqrt(steps), steps * GOLDEN_ANGLE
    field = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    others = np.delete(place, alone, axis=0)
    place[alone] = field if not len(others) else field + _free_place(others, float(radius.max(initial=0)) + 2 * spacing)
    return place


def _free_place(others: Floats, reach: float) -> Floats:
    """Centre of a circle of radius `reach` that touches none of `others`, on a diagonal where it juts out least."""
    ways = np.stack([np.cos(DIAGONALS), np.sin(DIAGONALS)], axis=1)
    along = others @ ways.T
    across = others @ np.stack([-ways[:, 1], ways[:, 0]])
    met = np.abs(across) < reach
    far = np.where(met, along + np.sqrt(np.maximum(reach**2 - across**2, 0)), 0).max(axis=0)
    nearest = int(np.argmin(far))
    return np.asarray(ways[nearest] * far[nearest])
