"""Tropes that would suit a work, from the works that are like it; and how well such advice finds tropes left out."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from tropegraph.analyse.blocks import THREADS, Floats, Ids, Wanted, bounds, partners
from tropegraph.analyse.matrices import told, uses
from tropegraph.analyse.naming import media_named, row_of
from tropegraph.analyse.similarity import tf_idf
from tropegraph.errors import InputError
from tropegraph.graph import Graph
from tropegraph.model.vocabulary import NodeKind

Method = Literal["neighbours", "walk", "popularity"]
NEIGHBOURS = 30
"""Works that advice is taken from, unless told."""
NOVELTY = 0.2
"""Unless told: finds more hidden tropes than popularity does, and offers tropes that a fifth as many works use as the
likeliest ones do (`recommend_check` on the published edges of films)."""
CHECKED: dict[Method, tuple[float, ...]] = {
    "popularity": (0.0,),
    "neighbours": (0.0, NOVELTY, 0.5),
    "walk": (0.0, NOVELTY, 0.5),
}
"""Methods and novelties that `recommend_check` compares."""


def recommend(
    graph: Graph,
    name: str,
    *,
    method: Method = "neighbours",
    k: int = 20,
    neighbours: int = NEIGHBOURS,
    novelty: float = NOVELTY,
    media: tuple[str, ...] = (),
    averted: bool = False,
) -> pd.DataFrame:
    """Tropes that a work does not use, and works like it do.

    The named query `recommend` does as "neighbours" does with a novelty of 0.5; its likeness of works is another (see
    `similar_works`), and it looks at their common rare tropes first.

    Args:
        graph: The graph.
        name: The work.
        method: "neighbours": the sum of the likeness (cosine of TF-IDF vectors) of those works, of the most alike, that
            use the trope. "walk": the chance to be at the trope after three random steps from the work: to a trope of
            it, on to a work of that, on to a trope of that. "popularity": how many works use it.
        k: At most so many tropes.
        neighbours: With "neighbours": so many works, the most alike.
        novelty: What many works use tells little of one: scores are divided by the number of a trope's works to this
            power. 0 for what is most likely, 1 for what is most surprising.
        media: Take advice from works of these media only; all when empty.
        averted: Count tropes that a work only averts.

    Returns:
        id, name: a trope; `score`; `works`: how many use it. The best first.

    Raises:
        GraphError: There is no such work, or it uses no trope.
        InputError: A medium or the method is none.

    Source:
        Neighbours: Herlocker, Konstan, Borchers and Riedl (1999), An algorithmic framework for performing collaborative
        filtering. Walk: Cooper, Lee, Radinsky and Siantos (2014), Random walks in recommender systems; divided by
        popularity: Paudel, Christoffel, Newell and Bernstein (2017), Updatable, accurate, diverse, and scalable
        recommendations.
    """
    if method not in get_args(Method):
        raise InputError(f"There is no method {method!r}.", f"Choose from {', '.join(get_args(Method))}.")
    used = uses(graph, media=media_named(media), averted=averted)
    rows = np.array([row_of(graph, name, NodeKind.WORK, used.works)])
    works = _works(used.matrix)
    scores = _scores(used.matrix, rows, method, neighbours) / works ** (0 if method == "popularity" else novelty)
    (found,) = _best(scores, k)
    return told(used.tropes, {"score": scores[0, found], "works": works[found].astype(np.int64)}, rows=found)


def recommend_check(
    graph: Graph,
    *,
    share: float = 0.2,
    k: int = 20,
    works: int = 500,
    least: int = 10,
    neighbours: int = NEIGHBOURS,
    seed: int = 1,
    media: tuple[str, ...] = (),
) -> pd.DataFrame:
    """How well recommendations find tropes that were hidden from them, beside what is merely popular.

    Args:
        graph: The graph.
        share: Of each work that is looked at, this share of its tropes is hidden, drawn at random.
        k: So many tropes are recommended to it.
        works: So many works are looked at, drawn at random.
        least: Works of fewer tropes are not.
        neighbours: As of `recommend`.
        seed: Of what is drawn; the same gives the same.
        media: Only works of these media; all when empty.

    Returns:
        A row for each method of `recommend`, with its novelty. `recall`: mean share of a work's hidden tropes that are
        among the k; `ndcg`: the same with more credit for higher places, as a share of the most that could be;
        `recall_error`, `ndcg_error`: standard errors of these means; `hit`: share of works of which a hidden trope is
        found; `works`: median number of works that use a recommended trope. The best recall first. Facts of the whole:
        how many works were looked at, and how many tropes hidden.

    Raises:
        InputError: The share is not between 0 and 1, or a medium is none.

    Source:
        Normalised discounted cumulative gain: Järvelin and Kekäläinen (2002), Cumulated gain-based evaluation of IR
        techniques.
    """
    if not 0 < share < 1:
        raise InputError(f"{share} is no share to hide.", "Give one between 0 and 1, such as 0.2.")
    matrix = uses(graph, media=media_named(media)).matrix
    rng = np.random.default_rng(seed)
    fit = np.flatnonzero(np.diff(matrix.indptr) >= max(least, 2))
    rows = np.sort(rng.choice(fit, min(works, len(fit)), replace=False))
    hidden = _hidden(matrix, rows, share, rng)
    known = csr_array(matrix - hidden)
    known.eliminate_zeros()
    columns = ("id", "name", "novelty", "recall", "recall_error", "ndcg", "ndcg_error", "hit", "works")
    found = pd.DataFrame(_judged(known, hidden[rows], rows, k, neighbours), columns=list(columns))
    found = found.sort_values(["recall", "id"], ascending=[False, True], ignore_index=True)
    found.attrs = {"works looked at": len(rows), "tropes hidden": int(hidden.nnz)}
    return found


def _judged(known: csr_array, hidden: csr_array, rows: Ids, k: int, neighbours: int) -> Iterator[tuple[object, ...]]:
    popular = _works(known)
    for method, novelties in CHECKED.items() if len(rows) else ():
        scores = _scores(known, rows, method, neighbours)
        for novelty in novelties:
            best = _best(scores / np.maximum(popular, 1) ** novelty, k)
            recall, ndcg = _found(best, hidden)
            hit, works = float((recall > 0).mean()), float(np.median(popular[np.concatenate(best)]))
            name = f"{method}, rarer first" if novelty else method
            yield f"{method}-{novelty:g}", name, novelty, *_mean(recall), *_mean(ndcg), hit, works


def _scores(matrix: csr_array, rows: Ids, method: Method, neighbours: int) -> Floats:
    """Of each of some works, a score for every trope; below 0 for those that it uses."""
    if method == "popularity":
        scores = np.tile(_works(matrix), (len(rows), 1))
    else:
        scores = _walked(matrix, rows) if method == "walk" else _advised(matrix, rows, neighbours)
    scores[matrix[rows].nonzero()] = -1
    return scores


def _advised(matrix: csr_array, rows: Ids, neighbours: int) -> Floats:
    """The sum of the likeness of the most alike works that use a trope."""
    size = matrix.shape[0]
    wanted = Wanted(_product, np.ones(size), rows, np.ones(size, bool), neighbours)
    pairs = partners(tf_idf(matrix), wanted)
    place = np.searchsorted(rows, pairs.row)
    alike = csr_array((pairs.score, (place, pairs.other)), shape=(len(rows), size))
    return np.asarray((alike @ matrix).toarray())


def _walked(matrix: csr_array, rows: Ids) -> Floats:
    """The chance to be at a trope after three steps from a work."""
    size = np.maximum(np.diff(matrix.indptr), 1)
    out = csr_array(diags_array(1 / size) @ matrix)
    back = csr_array(diags_array(1 / np.maximum(_works(matrix), 1)) @ matrix.T)
    turned, first = out.T, out[rows] @ back
    with ThreadPoolExecutor(THREADS) as pool:
        parts = pool.map(
            lambda some: (turned @ first[some].toarray().T).T, np.array_split(np.arange(len(rows)), THREADS)
        )
        return np.concatenate(list(parts))


def _product(product: Floats, _: Floats, __: Floats) -> Floats:
    return product


def _works(matrix: csr_array) -> Floats:
    return np.bincount(matrix.indices, minlength=matrix.shape[1]).astype(np.float64)


def _best(scores: Floats, k: int) -> list[Ids]:
    """Of each row the places of its `k` greatest scores above 0, ties in order."""
    if k < 1:
        return [np.zeros(0, np.int64)] * len(scores)
    likely = (np.flatnonzero(row >= least) for row, least in zip(scores, bounds(scores, k), strict=True))
    return [at[np.argsort(-row[at], kind="stable")][:k] for row, at in zip(scores, likely, strict=True)]


def _hidden(matrix: csr_array, rows: Ids, share: float, rng: np.random.Generator) -> csr_array:
    """The entries of some rows that are hidden: of each the share, one at least, and never all."""
    parts: list[tuple[Ids, NDArray[np.int64]]] = []
    for row in rows:
        own = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]
        count = min(max(round(share * len(own)), 1), len(own) - 1)
        drawn = np.sort(rng.choice(own, count, replace=False)).astype(np.int64)
        parts.append((np.full(count, row), drawn))
    row, column = (np.concatenate(part) for part in zip(*parts, strict=True)) if parts else (rows, rows)
    shape = (matrix.shape[0], matrix.shape[1])
    return csr_array((np.ones(len(row)), (row, column)), shape=shape)


def _found(best: list[Ids], hidden: csr_array) -> tuple[Floats, Floats]:
    """Recall and normalised discounted cumulative gain of each row's recommendations."""
    given, wanted = np.array([len(places) for places in best]), np.diff(hidden.indptr)
    row = np.repeat(np.arange(len(best)), given)
    place = np.arange(len(row)) - np.repeat(np.cumsum(given) - given, given)
    keys = np.repeat(np.arange(len(best)), wanted) * hidden.shape[1] + hidden.indices
    hits = np.isin(row * hidden.shape[1] + np.concatenate(best), keys)
    credit = 1 / np.log2(np.arange(max(given.max(), 1)) + 2)
    most = np.cumsum(credit)[np.minimum(wanted, np.maximum(given, 1)) - 1]
    gained = np.bincount(row, hits * credit[place], len(best)) if len(row) else np.zeros(len(best))
    return np.bincount(row[hits], minlength=len(best)) / wanted, gained / most


def _mean(values: Floats) -> tuple[float, float]:
    return float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values))) if len(values) > 1 else float("nan")
