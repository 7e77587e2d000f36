"""Which nodes are central: how many others they are joined to, and how much the others point to them."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tropegraph.analyse.matrices import square, told
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


def best_first(values: NDArray[np.generic]) -> Ids:
    """Rows by falling value; equal ones in their order, which is that of ids."""
    return np.argsort(-np.asarray(values), kind="stable")
