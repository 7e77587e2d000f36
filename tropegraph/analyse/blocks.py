"""The best partners of each row of a sparse matrix, some rows at a time, so that all of them fit in memory.

A product of the matrix with its own transpose would hold every pair of rows that share a column: a billion and more
for 40,000 works. Here some rows at a time are multiplied, their best partners kept, and the rest forgotten. Most of the
work would go into the few columns that one row in 24 or more shares: these are multiplied as a dense matrix,
which processors do a hundred times faster.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Ids = NDArray[np.int64]
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Score = Callable[[Any, Any, Any], NDArray[Any]]
"""From the product of two rows and a number about each to how well they go together, not below 0; of arrays of either
precision, which it keeps."""

ENTRIES = 1 << 22
"""Pairs of rows that a block holds at a time, in a few arrays of 4 bytes each."""
PAIRS = 1 << 14
"""Pairs of rows that are multiplied at a time where their product is wanted to the last digit."""
HUB = 24
"""A column that one row in so many shares is multiplied densely."""
SHARED = 0.5
"""Columns that two rows share on average, below which most pairs share none and no column is multiplied densely."""
HUBS = 1_024
"""At most so many are, which bounds the memory of their dense matrix to 4 kB a row."""
TINY = float(np.finfo(np.float32).tiny)
"""The least score above 0."""
GROUPS = 64
"""Groups of partners, times the number wanted, whose greatest bound what the best can be."""
THREADS = 4
"""At most so many blocks at a time."""
SLACK = 1e-4
"""By how much of itself a score in single precision may be wrong: sums of a thousand terms are so to 6e-5 at most."""


@dataclass(frozen=True)
class Wanted:
    """Which partners are wanted.

    Args:
        score: How well two rows go together, from their product.
        about: A number about each row that the score needs, such as how many columns it has.
        rows: The rows whose partners are wanted, in ascending order.
        offered: Which rows may be partners; no row is its own.
        k: At most so many partners of each row; those whose score is not above 0 are none.
        least: Rows whose product is below this do not go together.
    """

    score: Score
    about: Floats
    rows: Ids
    offered: NDArray[np.bool_]
    k: int
    least: float = 0.0


@dataclass(frozen=True)
class Pairs:
    """Rows and their partners: by row, the best first, ties by partner.

    Args:
        row: The row.
        other: Its partner.
        shared: How many columns both have.
        score: How well they go together.
    """

    row: Ids
    other: Ids
    shared: Ids
    score: Floats


def partners(matrix: csr_array, wanted: Wanted, *, entries: int = ENTRIES) -> Pairs:
    """The best partners of some rows among the rows of a matrix; the same for blocks of any size.

    Args:
        matrix: Rows to multiply with one another; no entry is below 0.
        wanted: Which partners.
        entries: Pairs that a block holds at a time.
    """
    if not len(wanted.rows) or not wanted.offered.any() or wanted.k < 1:
        return _joined([])
    matrix.sort_indices()
    product, size = _Product(matrix, wanted), max(1, entries // matrix.shape[0])
    parts = [wanted.rows[start : start + size] for start in range(0, len(wanted.rows), size)]
    with ThreadPoolExecutor(min(len(parts), os.cpu_count() or 1, THREADS)) as pool:
        return _joined(list(pool.map(product.best, parts)))


class _Product:
    """A matrix whose rows are multiplied with those of them that are offered."""

    def __init__(self, matrix: csr_array, wanted: Wanted) -> None:
        self.matrix, self.wanted = matrix, wanted
        self.counted = bool((matrix.data == 1).all())
        self.offered = np.flatnonzero(wanted.offered)
        self.about = wanted.about.astype(np.float32)
        single, hubs = matrix.astype(np.float32), _hubs(matrix)
        self.dense: Singles = single[:, hubs].toarray()
        self.tail = single[:, np.setdiff1d(np.arange(matrix.shape[1]), hubs)]
        self.turned_dense, self.turned = self.dense[self.offered].T, self.tail[self.offered].T.tocsr()

    def best(self, rows: Ids) -> Pairs:
        """The best partners of some rows."""
        product = self.tail[rows] @ self.turned
        at, column, products = self._many(rows, product) if self.dense.size else self._few(rows, product)
        row, other = rows[at], self.offered[column]
        apart = row != other
        return self._exact(row[apart], other[apart], products[apart])

    def _many(self, rows: Ids, tail: csr_array) -> tuple[Ids, Ids, Singles]:
        """Candidates where hubs give most pairs of rows something in common: place in `rows`, in `offered`, product."""
        product = self.dense[rows] @ self.turned_dense
        product += tail.toarray()
        scores = self._scores(product, self.about[rows][:, None], self.about[self.offered][None, :])
        at, column = np.nonzero(scores >= bounds(scores, self.wanted.k + 1)[:, None])
        return at, column, product[at, column]

    def _few(self, rows: Ids, product: csr_array) -> tuple[Ids, Ids, Singles]:
        """The same where most pairs have nothing in common."""
        hits = np.flatnonzero(product.data >= max(self.wanted.least * (1 - SLACK), TINY))
        at: Ids = np.repeat(np.arange(len(rows)), np.diff(product.indptr))[hits].astype(np.int64)
        column, products = product.indices[hits], product.data[hits]
        scores = self._scores(products, self.about[rows][at], self.about[self.offered][column])
        parts = np.split(scores, np.searchsorted(at, np.arange(1, len(rows))))
        least = np.array([_bound(part, self.wanted.k + 1) for part in parts])
        kept = np.flatnonzero(scores >= least[at])
        return at[kept], column[kept].astype(np.int64), products[kept]

    def _scores(self, product: Singles, about: Singles, other: Singles) -> Singles:
        with np.errstate(divide="ignore", invalid="ignore"):
            scores: Singles = self.wanted.score(product, about, other)
        return np.where(product < self.wanted.least * (1 - SLACK), 0, scores) if self.wanted.least else scores

    def _exact(self, row: Ids, other: Ids, product: Singles) -> Pairs:
        """The best of the candidates, by products in double precision."""
        overlap = product.astype(np.float64)
        shared = np.rint(overlap).astype(np.int64)
        for start in () if self.counted else range(0, len(row), PAIRS):
            part = slice(start, start + PAIRS)
            both = self.matrix[row[part]].multiply(self.matrix[other[part]]).tocsr()
            overlap[part] = both.sum(axis=1)
            shared[part] = np.diff(both.indptr)
        score = self.wanted.score(overlap, self.wanted.about[row], self.wanted.about[other])
        keep = np.flatnonzero((score > 0) & (overlap >= self.wanted.least))
        order = keep[np.lexsort((other[keep], -score[keep], row[keep]))]
        order = order[_place(row[order]) < self.wanted.k]
        return Pairs(row[order], other[order], shared[order], score[order])


def _hubs(matrix: csr_array) -> Ids:
    """The columns that are multiplied densely."""
    having = np.bincount(matrix.indices, minlength=matrix.shape[1])
    if float(having @ having) < SHARED * matrix.shape[0] ** 2:
        return np.zeros(0, np.int64)
    most = np.argsort(-having, kind="stable")[:HUBS]
    return np.sort(most[having[most] * HUB > matrix.shape[0]])


def bounds(scores: NDArray[Any], k: int) -> Singles:
    """Of each row a score above 0 that the `k` greatest above 0 reach, and few others do.

    The greatest entries of `k` different groups are `k` entries: the least of them is not above the row's k-th.
    """
    groups = min(GROUPS * k, scores.shape[1])
    size = scores.shape[1] // groups
    tops = scores[:, : groups * size].reshape(len(scores), size, groups).max(axis=1)
    return np.array([_bound(row, k) for row in tops], np.float32)


def _bound(scores: NDArray[Any], k: int) -> float:
    """The same of one row, by the very k-th."""
    last = float(np.partition(scores, -k)[-k]) if len(scores) > k else 0.0
    return max(last * (1 - SLACK), TINY)


def _place(row: Ids) -> Ids:
    """Place of each entry among those of its row, from 0; entries of a row stand side by side."""
    starts = np.flatnonzero(np.diff(row, prepend=-1))
    return np.arange(len(row)) - np.repeat(starts, np.diff(starts, append=len(row)))


def _joined(parts: list[Pairs]) -> Pairs:
    none = Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    columns = ("row", "other", "shared", "score")
    return Pairs(*(np.concatenate([getattr(part, column) for part in [none, *parts]]) for column in columns))
