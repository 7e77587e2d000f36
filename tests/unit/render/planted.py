"""Graphs whose communities are known because they were planted."""

import numpy as np


def planted(groups: int, size: int, seed: int = 0):
    """Communities of `size` nodes, eight edges a node within, one in ten across; and to which each node belongs."""
    rng = np.random.default_rng(seed)
    count = groups * size
    source = np.repeat(np.arange(count), 8)
    within = source // size * size + rng.integers(0, size, len(source))
    target = np.where(rng.random(len(source)) < 0.1, rng.integers(0, count, len(source)), within)
    return count, source, target, np.ones(len(source)), np.arange(count) // size
