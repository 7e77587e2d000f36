"""Where nodes stand."""

import numpy as np
import pytest
from scipy.spatial import cKDTree

from tests.unit.render.planted import planted
from tropegraph.render import layout
from tropegraph.render.layout import lay_out


def positions(*edges, **options):
    return lay_out(*edges, **options).places


@pytest.mark.parametrize(("groups", "size"), [(4, 30), (12, 200)])
def test_communities_lie_together(groups, size):
    count, source, target, weight, group = planted(groups, size)
    place = positions(count, source, target, weight)
    near = cKDTree(place).query(place, k=9)[1][:, 1:]
    assert (group[near] == group[:, None]).mean() > 0.95


@pytest.mark.parametrize(("groups", "size"), [(3, 40), (11, 200)])
def test_the_same_seed_gives_the_same_places(groups, size):
    count, source, target, weight, _ = planted(groups, size)
    first, again = (positions(count, source, target, weight, seed=5) for _ in range(2))
    assert np.array_equal(first, again)
    assert not np.allclose(first, positions(count, source, target, weight, seed=6))


CASES = {
    "none": (0, []),
    "one": (1, []),
    "a loop": (1, [(0, 0)]),
    "a pair": (2, [(0, 1)]),
    "a triangle": (3, [(0, 1), (1, 2), (2, 0)]),
    "a star": (400, [(0, i) for i in range(1, 400)]),
    "no edges": (50, []),
    "two parts and loners": (10, [(0, 1), (1, 2), (3, 4)]),
    "a large star": (layout.LARGE + 50, [(0, i) for i in range(1, layout.LARGE + 40)]),
    "large and in pieces": (layout.LARGE + 100, [(i, i + 1) for i in range(0, layout.LARGE + 50, 2)]),
}


@pytest.mark.parametrize("case", CASES)
def test_every_graph_gets_finite_places_apart_from_one_another(case):
    count, edges = CASES[case]
    source, target = np.array(edges, dtype=np.int64).reshape(-1, 2).T
    place = positions(count, source, target, np.ones(len(edges)))
    assert place.shape == (count, 2)
    assert np.isfinite(place).all()
    assert len(np.unique(np.rint(place), axis=0)) > 0.9 * count or count == 0


def test_nodes_without_edges_lie_outside_of_the_rest():
    source, target = np.array([(0, i) for i in range(1, 60)]).T
    place = positions(80, source, target, np.ones(59))
    assert cKDTree(place[:60]).query(place[60:])[0].min() >= layout.SPACING["small"]
