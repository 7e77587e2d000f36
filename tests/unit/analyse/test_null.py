"""Null models keep what they promise to keep, and nothing else; z-scores tell what is no chance."""

from collections import Counter
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from tests.unit.analyse.test_matrices import made
from tropegraph.analyse import null
from tropegraph.errors import InputError

SIZES = st.tuples(st.integers(2, 12), st.integers(2, 12), st.floats(0.05, 0.9), st.integers(0, 99))


def bipartite(rows: int, columns: int, share: float, seed: int) -> csr_array:
    return csr_array((np.random.default_rng(seed).random((rows, columns)) < share).astype(float))


def square(kind: null.Kind, size: int, share: float, seed: int) -> csr_array:
    cells = np.random.default_rng(seed).random((size, size)) < share
    cells = np.triu(cells, 1) if kind == "undirected" else cells & ~np.eye(size, dtype=bool)
    return csr_array((cells | cells.T if kind == "undirected" else cells).astype(float))


def check(matrix: csr_array, sample: csr_array) -> None:
    for axis in (0, 1):
        np.testing.assert_array_equal(sample.sum(axis=axis), matrix.sum(axis=axis))
    assert set(sample.data.tolist()) <= {1.0}
    assert sample.nnz == matrix.nnz


@given(SIZES)
def test_works_and_tropes_keep_their_numbers(size: tuple[int, int, float, int]) -> None:
    matrix = bipartite(*size)
    for sample in null.null_models(matrix, samples=3, kind="bipartite"):
        check(matrix, sample)


@given(st.sampled_from(["directed", "undirected"]), SIZES)
def test_nodes_keep_their_degrees_and_are_joined_to_others(kind: null.Kind, size: tuple[int, int, float, int]) -> None:
    matrix = square(kind, size[0], size[2], size[3])
    for sample in null.null_models(matrix, samples=3, kind=kind):
        check(matrix, sample)
        assert sample.diagonal().sum() == 0
        assert kind == "directed" or abs(sample - sample.T).sum() == 0


def counted(matrix: csr_array, kind: null.Kind, samples: int) -> Counter[bytes]:
    return Counter(m.toarray().tobytes() for m in null.null_models(matrix, samples=samples, kind=kind))


@pytest.mark.parametrize(
    ("matrix", "kind", "states"),
    [
        (csr_array(np.eye(3)), "bipartite", 6),
        (csr_array(np.array([[1, 1, 0], [0, 1, 1.0], [1, 0, 0]])), "bipartite", 5),
        (nx.to_scipy_sparse_array(nx.cycle_graph(5), dtype=float), "undirected", 12),
        (nx.to_scipy_sparse_array(nx.path_graph(4), dtype=float), "undirected", 2 + 0),
    ],
)
def test_all_graphs_of_these_degrees_are_equally_likely(matrix: Any, kind: null.Kind, states: int) -> None:
    """Chi-square against equal shares: beyond the mean plus five deviations something is wrong."""
    found = counted(csr_array(matrix), kind, 3000)
    assert len(found) == states
    expected = 3000 / states
    chi = sum((n - expected) ** 2 / expected for n in found.values())
    assert chi < states - 1 + 5 * np.sqrt(2 * (states - 1))


def test_the_same_seed_gives_the_same_graphs() -> None:
    matrix = bipartite(30, 20, 0.2, 1)
    one, other, third = (next(null.null_models(matrix, seed=seed)).toarray().tobytes() for seed in (1, 1, 2))
    assert one == other != third


def test_the_graph_given_stays_as_it_is() -> None:
    matrix = bipartite(30, 20, 0.2, 1) * 2
    before = matrix.toarray()
    list(null.null_models(matrix, samples=2))
    np.testing.assert_array_equal(matrix.toarray(), before)


@given(st.integers(0, 50))
def test_clustering_and_assortativity_are_those_of_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(15, 0.3, seed=seed)
    matrix = nx.to_scipy_sparse_array(graph, dtype=float, format="csr")
    assert null.clustering(matrix) == pytest.approx(nx.transitivity(graph))
    assert null.assortativity(matrix) == pytest.approx(nx.degree_assortativity_coefficient(graph))


def test_clustering_and_assortativity_of_the_karate_club() -> None:
    """Transitivity 0.255682 and assortativity -0.475613: igraph's `transitivity_undirected` and `assortativity_degree`,
    and the textbook of Kolaczyk and Csárdi, Statistical analysis of network data with R (2014), for the first."""
    matrix = nx.to_scipy_sparse_array(nx.karate_club_graph(), weight=None, dtype=float, format="csr")
    assert null.clustering(matrix) == pytest.approx(0.2556818, abs=5e-8)
    assert null.assortativity(matrix) == pytest.approx(-0.4756131, abs=5e-8)


def test_what_is_no_chance_is_far_from_it() -> None:
    """Two groups joined by nothing are more clustered than any graph of their degrees by chance."""
    groups = nx.disjoint_union(nx.complete_graph(8), nx.complete_graph(8))
    matrix = nx.to_scipy_sparse_array(groups, dtype=float, format="csr")
    frame = null.against_chance(matrix, lambda m: {"clustering": null.clustering(m), "edges": float(m.nnz)})
    row = frame.loc["clustering"]
    assert row["observed"] == 1
    assert row["z"] > 5
    assert row["p"] == pytest.approx(1 / 21)
    assert np.isnan(frame.loc["edges", "z"])
    assert frame.loc["edges", "p"] == 1


def test_numbers_of_nodes_are_rows() -> None:
    matrix = csr_array(np.triu(np.ones((6, 4))))
    frame = null.against_chance(matrix, lambda m: np.asarray(m.sum(axis=0)).ravel(), samples=4)
    assert frame["observed"].to_list() == frame["mean"].to_list() == [1, 2, 3, 4]


def test_a_graph_stands_for_the_relations_between_its_tropes() -> None:
    graph = made(
        ("Main/A", "SISTER_TROPE", "Main/B"), ("Main/C", "SUBTROPE_OF", "Main/A"), ("Film/X", "EXAMPLE_OF", "Main/A")
    )
    frame = null.against_chance(graph, lambda m: {"edges": float(m.nnz / 2)}, samples=2)
    assert frame.loc["edges", "observed"] == 2


def test_tropes_that_meet_more_than_by_chance_come_first() -> None:
    uses = [(f"Film/F{n:02}", t) for n in range(40) for t in (("A", "B") if n % 2 else ("C", "D"))]
    graph = made(*((work, "EXAMPLE_OF", f"Main/{trope}") for work, trope in uses))
    frame = null.chance_pairs(graph, samples=20)
    assert len(frame) == 6
    assert {tuple(pair) for pair in frame[["name", "other_name"]].to_numpy()[frame["z"] > 3]} == {
        ("A", "B"),
        ("C", "D"),
    }
    assert frame[frame["z"] > 3]["works"].to_list() == [20, 20]


def test_what_cannot_be_is_refused() -> None:
    graph = made(("Main/A", "SISTER_TROPE", "Main/B"))
    with pytest.raises(InputError, match="number of samples is 1"):
        null.chance(graph, samples=1)
    with pytest.raises(InputError, match="no view 'sideways'"):
        null.chance(graph, view="sideways")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="top is 1"):
        null.chance_pairs(graph, top=1)
