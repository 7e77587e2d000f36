"""Tropes and media: what a medium tells more than others do, how far media are apart, what crossed them all."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.special import ndtr

from tropegraph.analyse.chance import Floats, adjusted
from tropegraph.analyse.matrices import told, uses
from tropegraph.errors import InputError
from tropegraph.graph import Graph
from tropegraph.graph.named import known_medium

Side = Literal["over", "under", "both"]
PRIOR = 500.0
"""Uses that the prior is worth: a trope that a medium never uses is then no more than so surprising."""


@dataclass(frozen=True)
class ByMedium:
    """How many works of each medium use each trope.

    Args:
        media: The media, by name.
        works: How many works each has that use a trope.
        tropes: Rows of the nodes table.
        uses: Shape (media, tropes).
    """

    media: list[str]
    works: NDArray[np.int64]
    tropes: pa.Table
    uses: Floats


def by_medium(graph: Graph, *, averted: bool = False, min_uses: int = 1) -> ByMedium:
    """How many works of each medium use each trope.

    Args:
        graph: The graph.
        averted: Count tropes that a work only averts.
        min_uses: Media whose works use fewer tropes, counted once a work, are left out, as are works of unknown medium.
    """
    used = uses(graph, averted=averted)
    medium = used.works["medium"].to_numpy()
    names, place, counts = np.unique(medium.astype(str), return_inverse=True, return_counts=True)
    sizes = np.bincount(place, np.diff(used.matrix.indptr), minlength=len(names))
    kept = (names != "") & (sizes >= max(min_uses, 1))
    media = names[kept].tolist()
    rows = np.flatnonzero(kept[place])
    of = csr_array((np.ones(len(rows)), ((np.cumsum(kept) - 1)[place[rows]], rows)), shape=(len(media), len(medium)))
    return ByMedium(media, counts[kept].astype(np.int64), used.tropes, (of @ used.matrix).toarray())


def media_tropes(
    graph: Graph,
    *,
    medium: str = "",
    side: Side = "over",
    prior: float = PRIOR,
    least: int = 5,
    averted: bool = False,
) -> pd.DataFrame:
    """Tropes that a medium uses more, or less, than the other media do.

    The named query `medium-tropes` gives the ratio alone, counting works without a trope, too, and works of unknown
    medium. Works of some media are told with more tropes than those of others; so here a trope's share is of all uses
    of a trope in the medium, and does not grow with the length of its pages.

    Args:
        graph: The graph.
        medium: Only this medium; all when empty.
        side: "over", "under" or "both".
        prior: Uses that the prior is worth, spread over tropes as all media use them: the more, the more uses a trope
            needs to stand out.
        least: Tropes that fewer works use are left out.
        averted: Count tropes that a work only averts.

    Returns:
        `medium`; `works`: how many of its works use the trope; `all_works`: of all media; `ratio`: how many times more
        often its works use it than all works do; `log_odds`: log of the odds of the trope among the medium's uses over
        those among the uses of all other media, with the prior added to both; `z`: the same over its standard error;
        `q`: chance of so great a z, corrected for all tropes and media looked at. The greatest z first, with "under"
        the least, with "both" that farthest from 0.

    Raises:
        InputError: The medium or side is none.

    Source:
        Log odds with an informative Dirichlet prior: Monroe, Colaresi and Quinn (2008), Fightin' words. Correction:
        Benjamini and Hochberg (1995).
    """
    if side not in get_args(Side) or prior <= 0:
        raise InputError("Nothing can be asked so.", f"Give a side of {', '.join(get_args(Side))}, a prior above 0.")
    wanted = known_medium(medium) if medium else ""
    counted = by_medium(graph, averted=averted)
    every = counted.uses.sum(axis=0)
    log_odds, z = _log_odds(counted.uses, prior)
    tested = (every >= max(least, 1)) & np.array([wanted in ("", name) for name in counted.media], bool)[:, None]
    row, column = np.nonzero(tested)
    q = adjusted(2 * ndtr(-np.abs(z[row, column])))
    score = {"over": z, "under": -z, "both": np.abs(z)}[side][row, column]
    order = np.lexsort((row, column, -score))
    order = order[score[order] > 0]
    row, column = row[order], column[order]
    works = counted.uses[row, column]
    columns = {
        "medium": np.array(counted.media, dtype=object)[row],
        "works": works.astype(np.int64),
        "all_works": every[column].astype(np.int64),
        "ratio": works * counted.works.sum() / (every[column] * counted.works[row]),
        "log_odds": log_odds[row, column],
        "z": z[row, column],
        "q": q[order],
    }
    return told(counted.tropes, columns, rows=column)


def media_distance(graph: Graph, *, min_uses: int = 100, averted: bool = False) -> pd.DataFrame:
    """How far media are apart by the tropes that their works use.

    Args:
        graph: The graph.
        min_uses: Media whose works use fewer tropes, counted once a work, are left out: of few the distance is great by
            chance alone.
        averted: Count tropes that a work only averts.

    Returns:
        A row for each pair of media, the nearest first. id, name: a medium; `other`: another; `distance`: 0 where all
        tropes have the same share of both media's uses, 1 where they use no trope in common; `expected`: the distance
        that two samples of so many uses each would have of both media taken together, to the first order; `shared`: how
        many tropes both use; `works`, `other_works`: of each.

    Source:
        Root of the Jensen-Shannon divergence to base 2, a metric: Lin (1991), Divergence measures based on the Shannon
        entropy; Endres and Schindelin (2003). Expected under equal shares: its likelihood ratio is chi-squared, Grosse
        et al. (2002), Analysis of symbolic sequences using the Jensen-Shannon divergence.
    """
    counted = by_medium(graph, averted=averted, min_uses=min_uses)
    totals = counted.uses.sum(axis=1)
    share = counted.uses / np.maximum(totals, 1)[:, None]
    one, other = np.triu_indices(len(counted.media), 1)
    both = [np.flatnonzero((share[i] > 0) | (share[j] > 0)) for i, j in zip(one, other, strict=True)]
    ends = list(zip(one, other, both, strict=True))
    columns = {
        "other": np.array(counted.media, dtype=object)[other],
        "distance": np.array([_distance(share[i, k], share[j, k]) for i, j, k in ends]),
        "expected": np.array([_by_chance(len(k), totals[i], totals[j]) for i, j, k in ends]),
        "shared": np.array([int(((share[i] > 0) & (share[j] > 0)).sum()) for i, j, _ in ends], np.int64),
        "works": counted.works[one],
        "other_works": counted.works[other],
    }
    names = np.array(counted.media, dtype=object)[one]
    found = pd.DataFrame({"id": names, "name": names, **columns})
    return found.sort_values(["distance", "id", "other"], kind="stable", ignore_index=True)


def crossed(graph: Graph, *, min_uses: int = 100, least: int = 10, averted: bool = False) -> pd.DataFrame:
    """Tropes that crossed media: that works of many media use about as often.

    Args:
        graph: The graph.
        min_uses: Media whose works use fewer tropes, counted once a work, are left out.
        least: Tropes that fewer works of these use are left out.
        averted: Count tropes that a work only averts.

    Returns:
        `media`: how many use it; `effective`: how many media of equal use would be as mixed, 2 to the power of
        `entropy`; `entropy`: in bits, of the trope's share among the works of each medium, so that large media weigh no
        more than small ones; `evenness`: entropy over its most, 1 where all media use it as often; `home`: the medium
        of whose works the greatest share uses it, `home_share`: that share; `works`: how many use it. The most crossed
        first.

    Source:
        Shannon (1948); effective number: Hill (1973), Diversity and evenness; Jost (2006), Entropy and diversity.
    """
    counted = by_medium(graph, averted=averted, min_uses=min_uses)
    every = counted.uses.sum(axis=0)
    rows = np.flatnonzero(every >= max(least, 1))
    rate = counted.uses[:, rows] / np.maximum(counted.works, 1)[:, None]
    part = rate / np.maximum(rate.sum(axis=0), np.finfo(float).tiny)
    entropy = _entropy(part)
    order = np.lexsort((rows, -every[rows], -entropy))
    home = rate.argmax(axis=0) if len(counted.media) else np.zeros(0, np.int64)
    columns = {
        "media": (rate > 0).sum(axis=0),
        "effective": 2**entropy,
        "entropy": entropy,
        "evenness": entropy / max(np.log2(max(len(counted.media), 1)), 1),
        "home": np.array(counted.media, dtype=object)[home],
        "home_share": rate.max(axis=0, initial=0),
        "works": every[rows].astype(np.int64),
    }
    return told(counted.tropes, {name: values[order] for name, values in columns.items()}, rows=rows[order])


def _log_odds(uses: Floats, prior: float) -> tuple[Floats, Floats]:
    """Log odds of each medium's share of each trope over that of all others, and the same over its standard error."""
    every, total = uses.sum(axis=0), uses.sum()
    added = prior * every / max(total, 1)
    here, there = uses + added, every - uses + added
    size, others = uses.sum(axis=1)[:, None] + prior, total - uses.sum(axis=1)[:, None] + prior
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.log(here / (size - here)) - np.log(there / (others - there))
        z = found / np.sqrt(1 / here + 1 / there)
    return np.nan_to_num(found, posinf=0, neginf=0), np.nan_to_num(z, posinf=0, neginf=0)


def _distance(one: Floats, other: Floats) -> float:
    halves = np.stack([one, other, (one + other) / 2], axis=1)
    entropy = _entropy(halves)
    return float(np.sqrt(min(max(entropy[2] - (entropy[0] + entropy[1]) / 2, 0), 1)))


def _by_chance(tropes: int, one: float, other: float) -> float:
    """Root of the mean divergence of two samples of one source: (tropes - 1) / (8 ln 2) * (1/one + 1/other)."""
    return float(np.sqrt(min((tropes - 1) / (8 * np.log(2)) * (1 / one + 1 / other), 1)))


def _entropy(shares: Floats) -> Floats:
    """In bits, of each column."""
    logs = np.log2(shares, out=np.zeros_like(shares), where=shares > 0)
    return np.asarray(-(shares * logs).sum(axis=0) + 0.0)
