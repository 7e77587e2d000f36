"""The genealogy of tropes: what is a kind of what, how deep, by which circles, and where opposites stand."""

import numpy as np
import pandas as pd
import pyarrow.compute as pc
from scipy.sparse import csr_array

from tropegraph.analyse.hierarchy import (
    Floats,
    Hierarchy,
    Ids,
    closure,
    distances,
    forest,
    hierarchy,
    place,
    roots,
    steps,
)
from tropegraph.analyse.matrices import told
from tropegraph.graph import Graph
from tropegraph.model.vocabulary import RelationType

AT_ONCE = 256
"""Pairs of opposites whose ways up are in memory at a time."""


def genealogy(graph: Graph) -> pd.DataFrame:
    """Where each trope stands in the hierarchy of subtropes.

    Args:
        graph: The graph.

    Returns:
        A row for each trope with a super- or subtrope, those with most descendants first. `depth`: least number of
        steps to a root, a trope without supertropes, which has 0; `supertropes`, `subtropes`: those stated directly;
        `ancestors`, `descendants`: those at any distance; `root`, `root_id`: of the tree that it hangs in (a trope of
        several supertropes hangs below one of the nearest to a root, that with most evidence); `circular`: whether it
        is an ancestor of itself, see `circles`. Facts of the whole: trees, tropes with several supertropes, circles.

    Source:
        Ancestors at any distance: transitive closure, Warshall (1962), A theorem on Boolean matrices.
    """
    whole = hierarchy(graph)
    tree, above = forest(whole, roots(whole)), closure(whole.up)
    size = len(whole.component)
    columns = {
        "depth": tree.depth,
        "supertropes": np.diff(whole.up.indptr).astype(np.int64),
        "subtropes": np.bincount(whole.up.indices, minlength=size),
        "ancestors": np.diff(above.indptr).astype(np.int64),
        "descendants": np.bincount(above.indices, minlength=size),
        "root": whole.nodes["name"].to_pandas().to_numpy()[tree.root],
        "root_id": whole.nodes["id"].to_pandas().to_numpy()[tree.root],
        "circular": whole.circular,
    }
    rows = np.lexsort((-columns["subtropes"], -columns["descendants"]))
    found = told(whole.nodes, {name: values[rows] for name, values in columns.items()}, rows=rows)
    found.attrs = {
        "trees": int((tree.parent < 0).sum()),
        "deepest": int(tree.depth.max(initial=0)),
        "tropes with several supertropes": int((columns["supertropes"] > 1).sum()),
        "circles": len(np.unique(whole.component[whole.circular])),
    }
    return found


def circles(graph: Graph) -> pd.DataFrame:
    """Tropes that are their own supertropes by way of others: pages that contradict one another.

    Args:
        graph: The graph.

    Returns:
        For each set of tropes that all lie above one another a shortest circle through its first by id, the largest set
        first. `circle`: its number; `supertrope`, `supertrope_id`: the next of the circle; `tropes`: how many tropes
        the set has.

    Source:
        Sets: strongly connected components, Tarjan (1972), Depth-first search and linear graph algorithms.
    """
    whole = hierarchy(graph)
    sizes = np.bincount(whole.component)
    firsts = pd.Series(whole.component).drop_duplicates()
    firsts = firsts[sizes[firsts] > 1]
    ordered = sorted(firsts.items(), key=lambda pair: (-sizes[pair[1]], pair[0]))
    found = [_circle(whole, int(str(first))) for first, _ in ordered]
    rows = np.array([row for circle in found for row in circle], np.int64)
    following = np.array([row for circle in found for row in [*circle[1:], *circle[:1]]], np.int64)
    columns = {
        "circle": np.repeat(np.arange(len(found)) + 1, [len(circle) for circle in found]),
        "supertrope": whole.nodes["name"].to_pandas().to_numpy()[following],
        "supertrope_id": whole.nodes["id"].to_pandas().to_numpy()[following],
        "tropes": sizes[whole.component[rows]] if len(rows) else rows,
    }
    return told(whole.nodes, columns, rows=rows)


def ancestors(graph: Graph, name: str) -> pd.DataFrame:
    """The supertropes of a trope, theirs, and so on.

    The named query `supertropes` gives the same up to six steps.

    Args:
        graph: The graph.
        name: The trope.

    Returns:
        `distance`: least number of steps. The nearest first.

    Raises:
        GraphError: There is no such trope, or it has neither super- nor subtropes.

    Source:
        Breadth first: Moore (1959), The shortest path through a maze.
    """
    whole = hierarchy(graph)
    start = place(graph, whole, name)
    return _reached(whole, steps(whole.up, start), start)


def descendants(graph: Graph, name: str) -> pd.DataFrame:
    """The subtropes of a trope, theirs, and so on.

    The named query `subtropes` gives the same up to six steps.

    Args:
        graph: The graph.
        name: The trope.

    Returns:
        `distance`: least number of steps. The nearest first.

    Raises:
        GraphError: There is no such trope, or it has neither super- nor subtropes.

    Source:
        Breadth first: Moore (1959), The shortest path through a maze.
    """
    whole = hierarchy(graph)
    start = place(graph, whole, name)
    return _reached(whole, steps(whole.up.T.tocsr(), start), start)


def common_ancestors(graph: Graph, name: str, other: str) -> pd.DataFrame:
    """What two tropes are both kinds of.

    Args:
        graph: The graph.
        name: A trope.
        other: Another trope.

    Returns:
        Tropes that are each an ancestor of both, or one of the two and an ancestor of the other. `lowest`: none of
        its own descendants is one, too; where tropes have several supertropes there may be several. `distance`,
        `other_distance`: steps up to it from the one and from the other. The lowest first, then the nearest.

    Raises:
        GraphError: There is no such trope, or it has neither super- nor subtropes.

    Source:
        Lowest common ancestors in directed acyclic graphs: Bender, Farach-Colton, Pemmasani, Skiena and Sumazin
        (2005). Tropes of a circle count as one.
    """
    whole = hierarchy(graph)
    away = [steps(whole.up, place(graph, whole, trope)) for trope in (name, other)]
    rows, columns = _common(whole, away[0], away[1])
    return told(whole.nodes, columns, rows=rows)


def opposites(graph: Graph) -> pd.DataFrame:
    """Tropes that are the inverse of one another, and where they stand in the hierarchy of subtropes.

    Args:
        graph: The graph.

    Returns:
        A row for each `INVERSE_OF`, those across trees first, then those with most evidence. `across`: no trope is
        above both; `common`, `common_id`: else the nearest trope above both, or one of the two; `apart`: steps from
        one to the other by way of it; `root`, `other_root`: of the trees that they hang in, themselves where they hang
        in none; `evidence`: pieces of evidence.

    Source:
        The nearest common ancestor, by the sum of both distances: Bender et al. (2005), as of `common_ancestors`.
    """
    whole, inverse = hierarchy(graph, (RelationType.INVERSE_OF,)), graph.links.of_types([RelationType.INVERSE_OF])
    number = pc.index_in(graph.nodes["id"], whole.nodes["id"].combine_chunks()).fill_null(-1).to_numpy()
    source, target = (number[ends[inverse]].astype(np.int64) for ends in (graph.links.source, graph.links.target))
    nearest, apart = _nearest(whole, source, target)
    root = forest(whole, roots(whole)).root
    names, ids = (whole.nodes[column].to_pandas().to_numpy() for column in ("name", "id"))
    evidence = graph.edge_column("evidence_count").to_numpy()[inverse]
    rows = np.lexsort((target, source, -evidence, nearest >= 0))
    columns = {
        "other_id": ids[target],
        "other_name": names[target],
        "across": nearest < 0,
        "root": names[root[source]],
        "other_root": names[root[target]],
        "common": np.where(nearest < 0, "", names[nearest]) if len(names) else names,
        "apart": apart,
        "evidence": evidence,
        "common_id": np.where(nearest < 0, "", ids[nearest]) if len(ids) else ids,
    }
    return told(whole.nodes, {name: values[rows] for name, values in columns.items()}, rows=source[rows])


def _circle(whole: Hierarchy, first: int) -> list[int]:
    """Rows along a shortest circle through a trope, upwards."""
    away, before = distances(whole.up, first, return_predecessors=True)
    below = np.flatnonzero(whole.up[:, [first]].toarray().ravel())
    found = [int(below[np.argmin(away[below])])]
    while found[-1] != first:
        found.append(int(before[found[-1]]))
    return found[::-1]


def _reached(whole: Hierarchy, away: Floats, start: int) -> pd.DataFrame:
    rows = np.flatnonzero(np.isfinite(away) & (np.arange(len(away)) != start))
    rows = rows[np.argsort(away[rows], kind="stable")]
    return told(whole.nodes, {"distance": away[rows].astype(np.int64)}, rows=rows)


def _common(whole: Hierarchy, one: Floats, other: Floats) -> tuple[Ids, dict[str, Ids]]:
    rows = np.flatnonzero(np.isfinite(one) & np.isfinite(other))
    child, parent = csr_array(whole.up[rows][:, rows]).nonzero()
    apart = whole.component[rows[child]] != whole.component[rows[parent]]
    lowest = np.bincount(parent[apart], minlength=len(rows)) == 0
    order = np.lexsort((rows, one[rows] + other[rows], ~lowest))
    rows = rows[order]
    away = {"distance": one[rows].astype(np.int64), "other_distance": other[rows].astype(np.int64)}
    return rows, {"lowest": lowest[order], **away}


def _nearest(whole: Hierarchy, source: Ids, target: Ids) -> tuple[Ids, Floats]:
    """The nearest trope above both of each pair and the steps by way of it; -1 and no number where there is none."""
    nearest, apart = np.full(len(source), -1), np.full(len(source), np.nan)
    for start in range(0, len(source), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        both = distances(whole.up, source[part]) + distances(whole.up, target[part])
        best = np.argmin(both, axis=1)
        least = both[np.arange(len(best)), best]
        nearest[part] = np.where(np.isfinite(least), best, -1)
        apart[part] = np.where(np.isfinite(least), least, np.nan)
    return nearest, apart
