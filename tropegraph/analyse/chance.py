"""What could be chance: corrections for many tests, and what is told from few."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST_ALIKE = 0.99
"""Correlation within groups at most: a prior is worth a hundredth of a trial at least."""


def adjusted(p: Floats, tests: int | None = None) -> Floats:
    """The q value of each of many tests: the share of false findings among all that are no less certain.

    Args:
        p: The p value of each test.
        tests: How many tests there were; those that `p` lacks had 1. As many as in `p` when `None`.

    Source:
        Benjamini and Hochberg (1995), Controlling the false discovery rate.
    """
    order = np.argsort(p, kind="stable")
    scaled = p[order] * (len(p) if tests is None else tests) / np.arange(1, len(p) + 1)
    found = np.empty(len(p))
    found[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1)
    return found


def pooled(hits: Floats, trials: Floats) -> tuple[float, float]:
    """What shares vary around, and how much a share of few trials is to be drawn towards it.

    Args:
        hits: Of each group.
        trials: Of each group, 1 at least.

    Returns:
        The share of all trials, p, and the strength m of a prior of beta(p m, (1 - p) m) by which groups vary: so many
        trials as the prior is worth. The less the shares vary beyond chance the greater it is, infinite where they do
        not at all.

    Source:
        Kleinman (1973), Proportions with extraneous variance: single and independent samples; its moments with the
        numbers of trials as weights.
    """
    total, groups = float(trials.sum()), len(trials)
    if groups < 2 or not total:
        return (float(hits.sum()) / total if total else 0.0), np.inf
    share = float(hits.sum()) / total
    spread = float((trials * (hits / trials - share) ** 2).sum())
    chance = share * (1 - share)
    if not chance:
        return share, np.inf
    weight = total - float((trials**2).sum()) / total - (groups - 1)
    excess = spread / chance - (groups - 1)
    correlation = excess / weight if weight > 0 else 0.0
    return share, 1 / min(correlation, MOST_ALIKE) - 1 if correlation > 0 else np.inf
