"""Which works are alike by their tropes, which tropes by their works, and which tropes go together."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array
from scipy.special import ndtri

from tropegraph.analyse.blocks import Ids, Pairs, Wanted, partners
from tropegraph.analyse.matrices import told, uses
from tropegraph.analyse.naming import media_named, row_named
from tropegraph.errors import InputError
from tropegraph.graph import Graph
from tropegraph.model.vocabulary import NodeKind

Values = NDArray[Any]
Likeness = Literal["cosine", "jaccard"]


def similar_works(
    graph: Graph,
    *,
    name: str = "",
    measure: Likeness = "cosine",
    k: int = 10,
    least: int = 5,
    modifiers: tuple[str, ...] = (),
    media: tuple[str, ...] = (),
    averted: bool = False,
) -> pd.DataFrame:
    """Works most alike by the tropes that they use.

    The named query `similar-works` weighs by rarity as well, by the root of the number of works, and leaves out tropes
    of more than 200 works; here every trope counts, so that the measures are those of the literature.

    Args:
        graph: The graph.
        name: Only this work's; those of all works when empty.
        measure: "cosine" weighs each trope by its rarity: the cosine of the works' TF-IDF vectors, with 1 for a trope
            that is used, times log(1 + works / works that use it). "jaccard" weighs all alike: the share of the tropes
            of either that both use.
        k: At most so many of each work.
        least: Works of fewer tropes than this are not offered; between works of few tropes likeness is chance.
        modifiers: Only examples played in one of these ways; all when empty.
        media: Only works of these media; all when empty.
        averted: Count tropes that a work only averts.

    Returns:
        id, name: the work; other_id, other_name: one like it; similarity: 0 to 1; shared: how many tropes both use;
        tropes, other_tropes: how many each uses; other_medium. The most alike first.

    Raises:
        GraphError: There is no such work, or it uses no trope; a modifier is none.
        InputError: The measure or a medium is none.

    Source:
        Jaccard (1912), The distribution of the flora in the alpine zone. Salton and Buckley (1988), Term-weighting
        approaches in automatic text retrieval.
    """
    used = uses(graph, modifiers=modifiers or None, media=media_named(media), averted=averted)
    row = row_named(graph, name, NodeKind.WORK, used.works)
    pairs = _alike(used.matrix, measure, row, k, least)
    medium = used.works["medium"].to_pandas()
    found = _frame(used.works, used.matrix, pairs, "tropes", {"similarity": np.minimum(pairs.score, 1)})
    return _ordered(found.assign(other_medium=medium.to_numpy()[pairs.other]), "similarity")


def similar_tropes(
    graph: Graph,
    *,
    name: str = "",
    measure: Likeness = "cosine",
    k: int = 10,
    least: int = 5,
    modifiers: tuple[str, ...] = (),
    media: tuple[str, ...] = (),
    averted: bool = False,
) -> pd.DataFrame:
    """Tropes most alike by the works that use them.

    Args:
        graph: The graph.
        name: Only this trope's; those of all tropes when empty.
        measure: "cosine" of TF-IDF vectors, where a work of few tropes tells more than one of many; or "jaccard", the
            share of the works of either that use both.
        k: At most so many of each trope.
        least: Tropes of fewer works than this are not offered.
        modifiers: Only examples played in one of these ways; all when empty.
        media: Only works of these media; all when empty.
        averted: Count works that only avert a trope.

    Returns:
        id, name: the trope; other_id, other_name: one like it; similarity: 0 to 1; shared: how many works use both;
        works, other_works: how many use each. The most alike first.

    Raises:
        GraphError: There is no such trope, or no work uses it; a modifier is none.
        InputError: The measure or a medium is none.

    Source:
        As of `similar_works`.
    """
    used = uses(graph, modifiers=modifiers or None, media=media_named(media), averted=averted)
    row = row_named(graph, name, NodeKind.TROPE, used.tropes)
    turned = csr_array(used.matrix.T)
    pairs = _alike(turned, measure, row, k, least)
    found = _frame(used.tropes, turned, pairs, "works", {"similarity": np.minimum(pairs.score, 1)})
    return _ordered(found, "similarity")


def together(
    graph: Graph,
    *,
    name: str = "",
    k: int = 10,
    min_shared: int = 5,
    confidence: float = 0.95,
    media: tuple[str, ...] = (),
    averted: bool = False,
) -> pd.DataFrame:
    """Tropes that go together in works more often than by chance.

    Lift and support mean what they mean in the named query `together`, which sorts by lift and counts works without a
    trope among all works. Here the lower end of the interval of the lift comes first, since the greatest lifts are
    those of the rarest tropes, and least certain.

    Args:
        graph: The graph.
        name: Only this trope's partners; those of all tropes when empty.
        k: At most so many of each trope.
        min_shared: Pairs of fewer works than this are left out.
        confidence: Of the interval: 0.95 holds the lift in 95 of 100 samples of works.
        media: Only works of these media; all when empty.
        averted: Count works that only avert a trope.

    Returns:
        id, name: the trope; other_id, other_name: its partner; lift: how many times more works use both than by chance,
        N * shared / (works * other_works) of N works; low, high: its interval; shared: how many works use both;
        support: their share of the trope's works; works, other_works: how many use each. The greatest `low` first.

    Raises:
        GraphError: There is no such trope, or no work uses it.
        InputError: A medium is none, or the confidence is not between 0 and 1.

    Source:
        Lift: Brin, Motwani, Ullman and Tsur (1997), Dynamic itemset counting. Interval: Wald's on the log of the lift,
        its variance 1/shared - 1/works - 1/other_works + 2 shared/(works other_works) - 1/N by the delta method for
        a multinomial sample (Agresti 2013, Categorical Data Analysis, section 16.1). It speaks of one pair; of
        thousands of pairs looked at, some lie outside theirs.
    """
    if not 0 < confidence < 1:
        raise InputError(f"{confidence} is no confidence.", "Give one between 0 and 1, such as 0.95.")
    used = uses(graph, media=media_named(media), averted=averted)
    turned, total = csr_array(used.matrix.T), max(used.matrix.shape[0], 1)
    row = row_named(graph, name, NodeKind.TROPE, used.tropes)
    z = float(ndtri((1 + confidence) / 2))
    sizes = np.diff(turned.indptr).astype(np.float64)
    low = partial(_low, total=total, z=z)
    pairs = partners(turned, Wanted(low, sizes, _rows(turned, row), sizes > 0, k, max(min_shared, 1)))
    works, other = sizes[pairs.row], sizes[pairs.other]
    scores = {
        "lift": pairs.shared * total / (works * other),
        "low": pairs.score,
        "high": _low(pairs.shared, works, other, total=total, z=-z),
        "support": pairs.shared / works,
    }
    return _ordered(_frame(used.tropes, turned, pairs, "works", scores), "low")


def tf_idf(matrix: csr_array) -> csr_array:
    """Rows of length 1, each entry weighted by the rarity of its column.

    Args:
        matrix: Rows with ones.

    Returns:
        Each entry times log(1 + rows / rows that have the column), over the length of its row. The 1 keeps what every
        row has above zero.
    """
    having = np.bincount(matrix.indices, minlength=matrix.shape[1])
    weighted = matrix @ diags_array(np.log1p(matrix.shape[0] / np.maximum(having, 1)))
    length = np.sqrt(np.asarray(weighted.power(2).sum(axis=1)).ravel())
    return csr_array(diags_array(1 / np.where(length > 0, length, 1)) @ weighted)


def _alike(matrix: csr_array, measure: str, row: int | None, k: int, least: int) -> Pairs:
    if measure not in get_args(Likeness):
        raise InputError(f"There is no measure {measure!r}.", f"Choose from {', '.join(get_args(Likeness))}.")
    sizes = np.diff(matrix.indptr).astype(np.float64)
    wanted = Wanted(_jaccard, sizes, _rows(matrix, row), sizes >= least, k)
    if measure == "jaccard":
        return partners(matrix, wanted)
    return partners(tf_idf(matrix), replace(wanted, score=_cosine))


def _rows(matrix: csr_array, row: int | None) -> Ids:
    return np.arange(matrix.shape[0]) if row is None else np.array([row])


def _jaccard(shared: Values, size: Values, other: Values) -> Values:
    return np.asarray(shared / (size + other - shared))


def _cosine(product: Values, size: Values, other: Values) -> Values:
    return np.asarray(product)


def _low(shared: Values, works: Values, other: Values, *, total: int, z: float) -> Values:
    """Lower end of the interval of the lift; the upper one for a negative `z`."""
    variance = 1 / shared - 1 / works - 1 / other + 2 * shared / (works * other) - 1 / total
    lift = shared / works * (total / other)
    return np.asarray(lift * np.exp(-z * np.sqrt(np.maximum(variance, 0))))


def _frame(
    nodes: pa.Table, matrix: csr_array, pairs: Pairs, counted: str, scores: Mapping[str, Values]
) -> pd.DataFrame:
    other = nodes.select(["id", "name"]).take(pa.array(pairs.other))
    sizes = np.diff(matrix.indptr).astype(np.int64)
    columns = {
        "other_id": other["id"].to_pandas(),
        "other_name": other["name"].to_pandas(),
        **scores,
        "shared": pairs.shared,
        counted: sizes[pairs.row],
        f"other_{counted}": sizes[pairs.other],
    }
    return told(nodes, columns, rows=pairs.row)


def _ordered(found: pd.DataFrame, best: str) -> pd.DataFrame:
    order = [best, "id", "other_id"]
    return found.sort_values(order, ascending=[False, True, True], kind="stable", ignore_index=True)
