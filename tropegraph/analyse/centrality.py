"""Which nodes are central: how many others they are joined to, and how much the others point to them."""

from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tropegraph.analyse.kit import networkit, undirected
from tropegraph.analyse.matrices import joined, square, told
from tropegraph.analyse.weights import WEIGHTS
from tropegraph.errors import InputError
from tropegraph.graph import Graph, select
from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS, RelationType

Floats = NDArray[np.float64]
Ids = NDArray[np.int64]


def degree(graph: Graph, *, types: tuple[str, ...] = ()) -> pd.DataFrame:
    """How many edges each node has, by relation type and direction.

    Args:
        graph: The graph.
        types: Relation types that count; all that the graph has unless told.

    Returns:
        A row for each node that has such an edge, the most first. `degree`: all edges; `in` and `out`: those of
        directed types that lead to it and from it; `both`: those of symmetric types. Then a column for each type, with
        `:in` and `:out` behind the name of a directed one.

    Raises:
        GraphError: A type is none.

    Source:
        Freeman, Centrality in social networks: conceptual clarification (1979).
    """
    select.check_types(types)
    columns: dict[str, Ids] = {}
    for kind in RelationType:
        if not types or kind in types:
            columns |= _counted(graph, kind)
    return _with_totals(graph, columns)


def _counted(graph: Graph, kind: RelationType) -> dict[str, Ids]:
    """Edges of one type at each node, by direction; nothing where there are none."""
    links = graph.links.only(graph.links.of_types([kind]))
    if not len(links.type):
        return {}
    out, into = (np.bincount(end, minlength=graph.nodes.num_rows) for end in (links.source, links.target))
    return {str(kind): out + into} if RELATIONS[kind].symmetric else {f"{kind}:in": into, f"{kind}:out": out}


def _with_totals(graph: Graph, columns: dict[str, Ids]) -> pd.DataFrame:
    none = np.zeros(graph.nodes.num_rows, np.int64)
    into, out = (sum((c for name, c in columns.items() if name.endswith(end)), none) for end in (":in", ":out"))
    both = sum((c for name, c in columns.items() if ":" not in name), none)
    counts = {"degree": into + out + both, "in": into, "out": out, "both": both, **columns}
    rows = best_first(counts["degree"])[: int((counts["degree"] > 0).sum())]
    return told(graph.nodes, {name: column[rows] for name, column in counts.items()}, rows=rows)


def pagerank(
    graph: Graph, *, types: tuple[str, ...] = TROPE_RELATIONS, weighted: bool = True, damping: float = 0.85
) -> pd.DataFrame:
    """Which nodes a reader comes to most who follows edges at random.

    An edge of a symmetric type may be followed both ways. With the type `EXAMPLE_OF`, works lead to their tropes.

    Args:
        graph: The graph.
        types: Relation types to follow; those between tropes unless told.
        weighted: Follow edges by the weight of their type (`WEIGHTS`); all alike if not.
        damping: How likely the reader follows an edge, rather than to start anew at any node.

    Returns:
        A row for each node that has such an edge, the most first. `pagerank`: share of the time that the reader spends
        there; all shares add up to 1.

    Raises:
        GraphError: A type is none.
        InputError: The damping is not from 0 to 1.

    Source:
        Page, Brin, Motwani and Winograd, The PageRank citation ranking (1999).
    """
    if not 0 <= damping < 1:
        raise InputError(f"The damping is {damping}.", "It has to be from 0 on, and below 1.")
    found = square(graph, types=types, weights=WEIGHTS if weighted else None)
    rank = ranks(found.matrix, damping)
    rows = best_first(rank)
    return told(found.nodes, {"pagerank": rank[rows]}, rows=rows)


def ranks(matrix: csr_array, damping: float = 0.85, *, tolerance: float = 1e-10, most: int = 200) -> Floats:
    """PageRank of the nodes of a matrix, by power iteration; nodes without a way out lead to all.

    Args:
        matrix: At `[i, j]` the weight of the edge from `i` to `j`.
        damping: As of `pagerank`.
        tolerance: The iteration ends when all ranks together change by less.
        most: Iterations after which it ends in any case.
    """
    count = matrix.shape[0]
    out = np.asarray(matrix.sum(axis=1)).ravel()
    shares = np.divide(1.0, out, out=np.zeros(count), where=out > 0)
    back, stuck = matrix.T.tocsr(), out == 0
    rank = np.full(count, 1.0) / max(count, 1)
    for _ in range(most):
        spread = damping * rank[stuck].sum() + 1 - damping
        after = damping * (back @ (rank * shares)) + spread / max(count, 1)
        change = np.abs(after - rank).sum()
        rank = after
        if change < tolerance:
            break
    return rank


EXACT_UP_TO = 300_000_000
"""Nodes times edges of a graph whose betweenness is computed in seconds."""


def betweenness(
    graph: Graph,
    *,
    types: tuple[str, ...] = TROPE_RELATIONS,
    method: Literal["auto", "exact", "sampled"] = "auto",
    error: float = 0.05,
    confidence: float = 0.9,
    seed: int = 1,
) -> pd.DataFrame:
    """Which nodes lie between others: on how many of the shortest paths between two of them.

    Edges are followed both ways, and all count alike.

    Args:
        graph: The graph.
        types: Relation types to follow; those between tropes unless told.
        method: `exact`; `sampled`, from shortest paths drawn at random; `auto` samples where the graph is large.
        error: Of `sampled`: how far a value may be from the exact one.
        confidence: Of `sampled`: how likely it is that none of them is further.
        seed: Number that chance starts from; the same gives the same values.

    Returns:
        A row for each node that has such an edge, the most first. `betweenness`: share of the pairs of other nodes
        whose shortest path leads over it, from 0 to 1. Facts: `method`; of `sampled` the number of paths and the error.

    Raises:
        GraphError: A type is none.
        InputError: Error or confidence is not between 0 and 1.
        ResourceError: networkit is not installed.

    Source:
        Freeman, A set of measures of centrality based on betweenness (1977); Brandes, A faster algorithm for
        betweenness centrality (2001); sampled: Riondato and Kornaropoulos, Fast approximation of betweenness
        centrality through sampling (2016).
    """
    if not (0 < error < 1 and 0 < confidence < 1):
        raise InputError(f"The error is {error}, the confidence {confidence}.", "Both lie between 0 and 1.")
    if method not in ("auto", "exact", "sampled"):
        raise InputError(f"There is no method {method!r}.", "Choose from auto, exact, sampled.")
    found = joined(graph, types=types)
    exact = method == "exact" or (method == "auto" and found.matrix.shape[0] * found.matrix.nnz / 2 <= EXACT_UP_TO)
    with networkit(seed) as kit:
        network = undirected(kit, found.matrix, weighted=False)
        between, facts = _exact(kit, network) if exact else _sampled(kit, network, error, 1 - confidence)
    rows = best_first(between)
    frame = told(found.nodes, {"betweenness": between[rows]}, rows=rows)
    frame.attrs |= facts
    return frame


def _exact(kit: Any, network: Any) -> tuple[Floats, dict[str, Any]]:
    ran = kit.centrality.Betweenness(network, normalized=network.numberOfNodes() > 2)
    ran.run()
    return np.array(ran.scores()), {"method": "exact"}


def _sampled(kit: Any, network: Any, error: float, risk: float) -> tuple[Floats, dict[str, Any]]:
    """Shares among all pairs of nodes, as drawn, become shares among pairs of other nodes; so does the error."""
    count = network.numberOfNodes()
    to_others = count / max(count - 2, 1)
    ran = kit.centrality.ApproxBetweenness(network, epsilon=error / to_others, delta=risk)
    ran.run()
    facts = {"method": "sampled", "paths": ran.numberOfSamples(), "error": error, "confidence": round(1 - risk, 9)}
    return np.array(ran.scores()) * to_others, facts


def core(graph: Graph, *, types: tuple[str, ...] = TROPE_RELATIONS) -> pd.DataFrame:
    """How deep each node lies in the graph's core: the largest k such that it is one of a group with k partners each.

    Args:
        graph: The graph.
        types: Relation types that count; those between tropes unless told.

    Returns:
        A row for each node that has such an edge, the deepest first. `core`: its core number; `partners`: nodes that it
        is joined to, in either direction. Facts: `deepest`, and the `nodes` there.

    Raises:
        GraphError: A type is none.
        ResourceError: networkit is not installed.

    Source:
        Seidman, Network structure and minimum degree (1983); Batagelj and Zaversnik, An O(m) algorithm for cores
        decomposition of networks (2003).
    """
    found = joined(graph, types=types)
    with networkit() as kit:
        ran = kit.centrality.CoreDecomposition(undirected(kit, found.matrix, weighted=False))
        ran.run()
        number = np.array(ran.scores(), dtype=np.int64)
    partners = np.diff(found.matrix.indptr).astype(np.int64)
    rows = np.lexsort((-partners, -number))
    frame = told(found.nodes, {"core": number[rows], "partners": partners[rows]}, rows=rows)
    deepest = int(number.max(initial=0))
    frame.attrs |= {"deepest": deepest, "nodes": int((number == deepest).sum())}
    return frame


def best_first(values: NDArray[np.generic]) -> Ids:
    """Rows by falling value; equal ones in their order, which is that of ids."""
    return np.argsort(-np.asarray(values), kind="stable")
