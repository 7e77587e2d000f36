"""Which nodes belong together: communities, by the Leiden algorithm, on three views of a graph."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from tropegraph.analyse.matrices import told
from tropegraph.analyse.partitions import (
    bipartite_modularity,
    centrality_inside,
    inside,
    leiden,
    leidens,
    modularity,
    nmi,
)
from tropegraph.analyse.views import View, ViewName, view_of
from tropegraph.errors import InputError
from tropegraph.graph import Graph

Ids = NDArray[np.int64]
NAMED_BY = 3
"""Members that give a community its name."""
SMALLEST = 10
"""Nodes of a community that is looked into for smaller ones."""


def communities(
    graph: Graph,
    *,
    view: ViewName = "projection",
    resolution: float = 1.0,
    seed: int = 1,
    iterations: int = 5,
    media: tuple[str, ...] = (),
    alpha: float = 0.05,
    least: int = 5,
) -> pd.DataFrame:
    """Which groups of nodes are joined among themselves more than to others, and what they are about.

    Args:
        graph: The graph.
        view: Where to look: `tropes` (what pages say of one another), `projection` (tropes by the works that they
            share, without the edges that chance explains) or `bipartite` (works and their tropes).
        resolution: Above 1 there are more and smaller communities, below 1 fewer.
        seed: Number that chance starts from; the same gives the same communities.
        iterations: Rounds of the algorithm: more take longer, and may find a better partition.
        media: Only works of these media; of the view `tropes` without meaning.
        alpha: Of the projection: an edge stays that chance would make as strong less often than this.
        least: Of the projection: tropes that fewer works use are left out.

    Returns:
        A row for each community, the largest first. `id`: its most central member; `name`: its three most central
        members, tropes first; central is who has more weight of edges inside than chance would give. `community`:
        number, as of `community-members`. `nodes`, and of the view `bipartite` how many of them are `works`. `inside`:
        share of the weight of its members' edges that stays inside. Facts: `modularity` (Newman 2004); of the view
        `bipartite` that of Barber (2007) too, of which the one that is sought for, Newman's, is a lower bound.

    Raises:
        InputError: The view, a medium or a number is none that can be.
        ResourceError: networkit is not installed.

    Source:
        Traag, Waltman and van Eck, From Louvain to Leiden (2019); Newman, Analysis of weighted networks (2004).
    """
    seen = view_of(graph, view, media=media, alpha=alpha, least=least)
    labels = _found(seen, resolution, seed, iterations)
    frame = _summary(seen, labels)
    frame.attrs |= {"view": view, **_facts(seen, labels, resolution), "resolution": resolution, "seed": seed}
    return frame


def community_members(
    graph: Graph,
    *,
    view: ViewName = "projection",
    resolution: float = 1.0,
    seed: int = 1,
    iterations: int = 5,
    media: tuple[str, ...] = (),
    alpha: float = 0.05,
    least: int = 5,
) -> pd.DataFrame:
    """Which community each node belongs to, and how much.

    Args:
        graph: The graph.
        view: As of `communities`: `tropes`, `projection` or `bipartite`.
        resolution: Above 1 there are more and smaller communities, below 1 fewer.
        seed: Number that chance starts from; the same gives the same communities.
        iterations: Rounds of the algorithm: more take longer, and may find a better partition.
        media: Only works of these media; of the view `tropes` without meaning.
        alpha: Of the projection: an edge stays that chance would make as strong less often than this.
        least: Of the projection: tropes that fewer works use are left out.

    Returns:
        A row for each node, by community, the most central first. `community`: its number. `inside`: weight of the
        node's edges to others of its community; `share`: that of all its edges; `centrality`: how much of `inside`
        is more than chance would give a node of its weight.

    Raises:
        InputError: The view, a medium or a number is none that can be.
        ResourceError: networkit is not installed.

    Source:
        Newman, Finding community structure in networks using the eigenvectors of matrices (2006), for the centrality:
        the share that a node has in the modularity.
    """
    seen = view_of(graph, view, media=media, alpha=alpha, least=least)
    labels = _found(seen, resolution, seed, iterations)
    within = inside(seen.matrix, labels, labels)
    central = centrality_inside(seen.matrix, labels)
    rows = np.lexsort((-central, labels))
    share = within / np.asarray(seen.matrix.sum(axis=1)).ravel()
    columns = {"community": labels, "centrality": central, "inside": within, "share": share}
    columns = {name: values[rows] for name, values in columns.items()}
    frame = told(seen.nodes, columns, rows=rows)
    frame.attrs |= {"view": view, **_facts(seen, labels, resolution), "resolution": resolution, "seed": seed}
    return frame


def community_levels(
    graph: Graph,
    *,
    view: ViewName = "projection",
    levels: int = 2,
    resolution: float = 1.0,
    seed: int = 1,
    iterations: int = 5,
    media: tuple[str, ...] = (),
    alpha: float = 0.05,
    least: int = 5,
) -> pd.DataFrame:
    """Communities, the communities inside them, and so on: a tree of groups.

    Each community is looked at by itself, without its edges to others; so smaller groups show that modularity cannot
    tell apart in the whole graph.

    Args:
        graph: The graph.
        view: As of `communities`: `tropes`, `projection` or `bipartite`.
        levels: How deep the tree is.
        resolution: Above 1 there are more and smaller communities, below 1 fewer.
        seed: Number that chance starts from; the same gives the same communities.
        iterations: Rounds of the algorithm: more take longer, and may find a better partition.
        media: Only works of these media; of the view `tropes` without meaning.
        alpha: Of the projection: an edge stays that chance would make as strong less often than this.
        least: Of the projection: tropes that fewer works use are left out.

    Returns:
        A row for each community of each level, each followed by its parts. `id` and `name`: as of `communities`.
        `path`: numbers of the communities that it lies in, and its own; `level`: from 1 on; `nodes`; `parts`:
        communities directly inside it; `modularity`: of these parts, among its own members.

    Raises:
        InputError: The view, a medium or a number is none that can be.
        ResourceError: networkit is not installed.

    Source:
        Fortunato and Barthélemy, Resolution limit in community detection (2007), who show why to look again inside.
    """
    _check("levels", levels)
    seen = view_of(graph, view, media=media, alpha=alpha, least=least)
    how = (resolution, seed, iterations)
    rows = list(_tree(seen, _split(seen, np.arange(seen.nodes.num_rows), how), (), levels, how))
    columns = ["id", "name", "path", "level", "nodes", "parts", "modularity"]
    return pd.DataFrame(rows, columns=columns).astype({"level": int, "nodes": int, "parts": int})


@dataclass(frozen=True)
class _Split:
    """Some nodes, looked at by themselves, and their communities."""

    members: Ids
    part: View
    labels: Ids

    @property
    def parts(self) -> int:
        """How many communities they fall into; 0 where they hold together."""
        count = int(self.labels.max(initial=-1)) + 1
        return count if count > 1 else 0


def _split(seen: View, members: Ids, how: tuple[float, int, int]) -> _Split:
    part = _part(seen, members)
    return _Split(members, part, _found(part, *how))


def _tree(
    seen: View, split: _Split, path: tuple[int, ...], levels: int, how: tuple[float, int, int]
) -> Iterator[tuple[object, ...]]:
    """A row for each community of some nodes, each followed by those of its parts."""
    for number, central in enumerate(_central(split.part, split.labels)):
        inner, below = split.members[split.labels == number], (*path, number)
        may = len(below) < levels and len(inner) >= SMALLEST
        found = _split(seen, inner, how) if may else None
        parts = found.parts if found else 0
        quality = modularity(found.part.matrix, found.labels) if found and parts else None
        titles = _titled(seen, split.members[central[:NAMED_BY]])
        yield *titles, ".".join(map(str, below)), len(below), len(inner), parts, quality
        if found and parts:
            yield from _tree(seen, found, below, levels, how)


def community_stability(
    graph: Graph,
    *,
    view: ViewName = "projection",
    resolutions: tuple[str, ...] = ("0.5", "1", "2"),
    seeds: int = 3,
    iterations: int = 5,
    media: tuple[str, ...] = (),
    alpha: float = 0.05,
    least: int = 5,
) -> pd.DataFrame:
    """How far communities depend on chance and on the resolution.

    Args:
        graph: The graph.
        view: As of `communities`: `tropes`, `projection` or `bipartite`.
        resolutions: Numbers; each is a row.
        seeds: How often communities are found, each time from another number on.
        iterations: Rounds of the algorithm: more take longer, and may find a better partition.
        media: Only works of these media; of the view `tropes` without meaning.
        alpha: Of the projection: an edge stays that chance would make as strong less often than this.
        least: Of the projection: tropes that fewer works use are left out.

    Returns:
        A row for each resolution. `fewest` and `most`: communities found; `modularity`: the mean, and `best` of them,
        both at resolution 1, so that rows compare; `nmi`: mean likeness of each two outcomes (normalised mutual
        information, 1 where they are the same), and `least_nmi`, that of the two least alike.

    Raises:
        InputError: The view, a medium or a number is none that can be.
        ResourceError: networkit is not installed.

    Source:
        Danon, Díaz-Guilera, Duch and Arenas, Comparing community structure identification (2005).
    """
    _check("seeds", seeds, least=2)
    seen = view_of(graph, view, media=media, alpha=alpha, least=least)
    numbers = [_resolution(_number(text)) for text in resolutions]
    _check("iterations", iterations)
    by_seed = [leidens(seen.matrix, numbers, seed=seed, iterations=iterations) for seed in range(1, seeds + 1)]
    rows = []
    for resolution, found in zip(numbers, zip(*by_seed, strict=True), strict=True):
        counts = [int(labels.max(initial=-1)) + 1 for labels in found]
        good = [modularity(seen.matrix, labels) for labels in found]
        alike = [nmi(*pair) for pair in combinations(found, 2)]
        rows.append((resolution, min(counts), max(counts), np.mean(good), max(good), np.mean(alike), min(alike)))
    frame = pd.DataFrame(rows, columns=["resolution", "fewest", "most", "modularity", "best", "nmi", "least_nmi"])
    frame.attrs = {"view": view, "nodes": seen.nodes.num_rows, "seeds": seeds}
    return frame


def _found(seen: View, resolution: float, seed: int, iterations: int) -> Ids:
    _check("iterations", iterations)
    return leiden(seen.matrix, resolution=_resolution(resolution), seed=seed, iterations=iterations)


def _resolution(value: float) -> float:
    if not value > 0:
        raise InputError(f"The resolution is {value}.", "It has to be above 0.")
    return value


def _facts(seen: View, labels: Ids, resolution: float) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "nodes": len(labels),
        "edges": int(seen.matrix.nnz // 2),
        "communities": int(labels.max(initial=-1)) + 1,
        "modularity": modularity(seen.matrix, labels, resolution),
    }
    if seen.works:
        oblong = seen.matrix[: seen.works, seen.works :]
        facts["modularity of Barber"] = bipartite_modularity(oblong, labels[: seen.works], labels[seen.works :])
    return facts


def _summary(seen: View, labels: Ids) -> pd.DataFrame:
    central = _central(seen, labels)
    weight, within = np.asarray(seen.matrix.sum(axis=1)).ravel(), inside(seen.matrix, labels, labels)
    total, kept = (np.bincount(labels, values, len(central)) for values in (weight, within))
    columns: dict[str, Any] = {"community": np.arange(len(central)), "nodes": np.bincount(labels)}
    if seen.works:
        columns["works"] = np.bincount(labels[: seen.works], minlength=len(central))
    columns["inside"] = kept / np.maximum(total, 1e-300)
    titles = pd.DataFrame([_titled(seen, members[:NAMED_BY]) for members in central], columns=["id", "name"], dtype=str)
    return pd.concat([titles, pd.DataFrame(columns)], axis=1)


def _central(part: View, labels: Ids) -> list[Ids]:
    """Members of each community: tropes before works, the most central first."""
    rows = np.lexsort((-centrality_inside(part.matrix, labels), np.arange(len(labels)) < part.works, labels))
    return np.split(rows, np.cumsum(np.bincount(labels))[:-1]) if len(labels) else []


def _titled(seen: View, members: Ids) -> tuple[str, str]:
    nodes = seen.nodes.take(pa.array(members))
    return next(iter(nodes["id"].to_pylist()), ""), ", ".join(nodes["name"].to_pylist())


def _part(seen: View, members: Ids) -> View:
    """Some of the nodes, in order, and what joins these."""
    matrix = seen.matrix[members][:, members]
    return View(seen.nodes.take(pa.array(members)), matrix, int((members < seen.works).sum()))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise InputError(f"{text!r} is no number.", "Write resolutions as 0.5,1,2.") from error


def _check(what: str, value: int, least: int = 1) -> None:
    if value < least:
        raise InputError(f"{what} is {value}.", f"It has to be at least {least}.")
