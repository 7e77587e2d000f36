"""Partners found block by block are those of the whole product."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from tests.unit.analyse.worlds import random_uses
from tropegraph.analyse import blocks, similarity
from tropegraph.analyse.blocks import Wanted, partners


def wanted(matrix: csr_array, score, k: int = 3, least: float = 0.0, offered: int = 0) -> Wanted:
    sizes = np.diff(matrix.indptr).astype(float)
    return Wanted(score, sizes, np.arange(matrix.shape[0]), sizes >= offered, k, least)


def dense(matrix: np.ndarray, score, k: int, least: float, offered: int) -> list[tuple[int, int, int]]:
    """The same from the whole product, pair by pair."""
    sizes = (matrix > 0).sum(axis=1)
    found = []
    for i, row in enumerate(matrix):
        pairs = [
            (-float(score(row @ other, float(sizes[i]), float(sizes[j]))), j, int(((row > 0) & (other > 0)).sum()))
            for j, other in enumerate(matrix)
            if j != i and sizes[j] >= offered and row @ other >= max(least, 1e-9)
        ]
        found += [(i, j, shared) for _, j, shared in sorted(pairs)[:k]]
    return found


SCORES = {"cosine": similarity._cosine, "jaccard": similarity._jaccard}


MATRICES = st.builds(random_uses, st.integers(1, 12), st.integers(1, 12), st.floats(0, 1), st.integers(0, 99))


@given(MATRICES, st.sampled_from(sorted(SCORES)), st.integers(1, 4), st.integers(0, 3), st.integers(1, 200))
def test_blocks_of_any_size_give_what_the_whole_product_gives(matrix, measure, k, least, entries):
    sparse = csr_array(matrix)
    asked = wanted(sparse, SCORES[measure], k, least, offered=2)
    found = partners(sparse, asked, entries=entries)
    told = list(zip(found.row.tolist(), found.other.tolist(), found.shared.tolist(), strict=True))
    assert told == dense(matrix, SCORES[measure], k, least, 2)


@pytest.mark.parametrize("hub", [1, 10**9], ids=["no column dense", "all columns dense"])
def test_hubs_and_the_rest_give_the_same(hub, monkeypatch):
    matrix = similarity.tf_idf(csr_array(random_uses(80, 40, 0.2, 5)))
    one = partners(matrix, wanted(matrix, similarity._cosine))
    monkeypatch.setattr(blocks, "HUB", hub)
    monkeypatch.setattr(blocks, "SHARED", 0)
    other = partners(matrix, wanted(matrix, similarity._cosine), entries=300)
    assert one.other.tolist() == other.other.tolist()
    assert one.score.tolist() == other.score.tolist()  # to the last digit


def test_ties_go_in_order():
    matrix = csr_array(np.ones((5, 1)))
    found = partners(matrix, wanted(matrix, similarity._jaccard, k=2))
    assert found.other.tolist() == [1, 2, 0, 2, 0, 1, 0, 1, 0, 1]


def test_no_rows_and_no_places_give_nothing():
    assert len(partners(csr_array((0, 0)), wanted(csr_array((0, 0)), similarity._jaccard)).row) == 0
    matrix = csr_array(np.ones((2, 2)))
    assert len(partners(matrix, wanted(matrix, similarity._jaccard, k=0)).row) == 0
    assert len(partners(matrix, wanted(matrix, similarity._jaccard, offered=3)).row) == 0
