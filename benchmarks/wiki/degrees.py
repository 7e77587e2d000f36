"""How many tropes a work has and how many works a trope has: power laws, as in published edge sets."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

WORK_EXPONENT, TROPE_EXPONENT = 3.8, 2.4
"""Exponents of the numbers of tropes of a work and of works of a trope: `--measure`, mean of both edge sets."""


def exponent(counts: Ints) -> float:
    """Exponent of the power law that the tail of the counts follows best.

    Estimated as by Clauset, Shalizi and Newman (2009), eq. 3.7, for the least count from which the law holds best by
    the statistic of Kolmogorov and Smirnov.
    """
    ordered = np.sort(counts)
    starts = (int(np.searchsorted(ordered, least)) for least in np.unique(ordered[: -max(50, len(ordered) // 100)]))
    return min(_fit(ordered[start:]) for start in starts)[1]


def _fit(tail: Ints) -> tuple[float, float]:
    """How far the sorted tail is from its best power law, and that law's exponent."""
    least = tail[0] - 0.5
    alpha = 1 + len(tail) / float(np.log(tail / least).sum())
    below = np.searchsorted(tail, tail) / len(tail)
    return float(np.abs(below - (1 - ((tail - 0.5) / least) ** (1 - alpha))).max()), alpha


def measure(folder: Path) -> dict[str, tuple[float, float]]:
    """Exponents of works and of tropes in every published edge set of a folder."""
    sets = {"film_trope_edges": _film_rows, "work_trope_edges_2019": _work_rows}
    found = {}
    for name, rows in sets.items():
        (path,) = folder.glob(f"{name}.*")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            pairs = list(rows(lines))
        degrees = (np.array(list(Counter(pair[i] for pair in pairs).values())) for i in (0, 1))
        found[name] = tuple(map(exponent, degrees))
    return found  # type: ignore[return-value]


def _film_rows(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((work, trope) for work, trope, *_ in (line.split("\t") for line in lines))


def _work_rows(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((row["namespace"] + row["work"], trope) for row in map(json.loads, lines) for trope in row["tropes"])


def edges(works: int, tropes: int, size: int, seed: int) -> tuple[Ints, Ints]:
    """Distinct pairs of a work's and a trope's index, about `size` of them, with degrees that follow power laws."""
    rng = np.random.default_rng(seed)
    pairs = np.empty(0, np.int64)
    sources, targets = (_weights(n, a, rng) for n, a in ((works, WORK_EXPONENT), (tropes, TROPE_EXPONENT)))
    for _ in range(8):
        missing = size - len(pairs)
        if missing <= size * 0.002:
            break
        drawn = _draw(sources, missing, rng) * tropes + _draw(targets, missing, rng)
        pairs = np.unique(np.concatenate([pairs, drawn]))
    return pairs // tropes, pairs % tropes


def _weights(n: int, alpha: float, rng: np.random.Generator) -> NDArray[np.float64]:
    drawn = (1 - rng.random(n)) ** (-1 / (alpha - 1))
    return np.cumsum(np.minimum(drawn, n**0.75))


def _draw(cumulated: NDArray[np.float64], size: int, rng: np.random.Generator) -> Ints:
    return np.searchsorted(cumulated, rng.random(size) * cumulated[-1]).astype(np.int64)
