"""Communities and what is said of them: figures from the literature, equality with networkx and igraph."""

from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from tropegraph.analyse import partitions

LABELS = st.lists(st.integers(0, 4), min_size=34, max_size=34).map(lambda x: np.unique(x, return_inverse=True)[1])


def matrix_of(graph: Any, weight: str | None = None) -> csr_array:
    return nx.to_scipy_sparse_array(graph, weight=weight, dtype=float, format="csr")


KARATE = nx.karate_club_graph()
FACTIONS = np.array([int(club != "Mr. Hi" or node == 8) for node, club in KARATE.nodes(data="club")])
"""Zachary (1977): member 9 was of the officer's faction, and joined the other club for his examination only."""


def test_modularity_of_the_split_of_the_karate_club() -> None:
    """The factions of Zachary's table have 0.371466, by igraph's `modularity`."""
    found = partitions.modularity(matrix_of(KARATE), FACTIONS)
    assert found == pytest.approx(0.3714661, abs=5e-8)


@pytest.mark.parametrize("seed", range(5))
def test_leiden_finds_the_best_partition_of_the_karate_club(seed: int) -> None:
    """The optimum is 0.419790, with four communities: igraph's test of its exact search by integer programming
    (tests/unit/igraph_community_optimal_modularity.c)."""
    labels = partitions.leiden(matrix_of(KARATE), seed=seed)
    assert partitions.modularity(matrix_of(KARATE), labels) == pytest.approx(0.4197896, abs=5e-8)
    assert len(set(labels.tolist())) == 4
    assert np.bincount(labels).tolist() == sorted(np.bincount(labels), reverse=True)


@pytest.mark.parametrize(("resolution", "best"), [(0.5, 0.6217948717948718), (2.0, 0.16452991452991447)])
def test_leiden_comes_to_the_best_partition_at_other_resolutions(resolution: float, best: float) -> None:
    """The optima stand in the same test of igraph; from ten seeds on, one at least finds them."""
    found = [partitions.leiden(matrix_of(KARATE), resolution=resolution, seed=seed) for seed in range(10)]
    reached = [partitions.modularity(matrix_of(KARATE), labels, resolution) for labels in found]
    assert max(reached) == pytest.approx(best, abs=1e-9)


def test_leiden_finds_the_best_partition_of_les_miserables() -> None:
    """The optimum of the weighted graph is 0.566688: igraph's exact `community_optimal_modularity`, in 17 seconds."""
    matrix = matrix_of(nx.les_miserables_graph(), "weight")
    assert partitions.modularity(matrix, partitions.leiden(matrix)) == pytest.approx(0.5666880, abs=5e-8)


@given(LABELS, st.sampled_from([0.5, 1.0, 2.0]), st.sampled_from([None, "weight"]))
def test_modularity_is_that_of_networkx(labels: Any, resolution: float, weight: str | None) -> None:
    found = partitions.modularity(matrix_of(KARATE, weight), labels, resolution)
    assert found == pytest.approx(nx.community.modularity(KARATE, _sets(labels), weight=weight, resolution=resolution))


@given(LABELS, LABELS)
def test_mutual_information_is_that_of_igraph(one: Any, other: Any) -> None:
    assert partitions.nmi(one, other) == pytest.approx(igraph.compare_communities(one, other, method="nmi"), abs=1e-9)


def test_mutual_information_of_the_same_partition_is_one() -> None:
    assert partitions.nmi(FACTIONS, 1 - FACTIONS) == pytest.approx(1)
    assert partitions.nmi(np.zeros(5, int), np.zeros(5, int)) == 1


def test_bipartite_modularity_counts_chance_between_the_kinds_only() -> None:
    """Two works and two tropes, each with its own: all weight inside, half of it by chance (Barber 2007)."""
    matrix = csr_array(np.eye(2))
    assert partitions.bipartite_modularity(matrix, np.array([0, 1]), np.array([0, 1])) == pytest.approx(0.5)
    assert partitions.bipartite_modularity(matrix, np.array([0, 0]), np.array([0, 0])) == pytest.approx(0)


def test_bipartite_modularity_of_the_southern_women() -> None:
    """Newman's modularity of a bipartite graph is a lower bound of Barber's."""
    graph = nx.davis_southern_women_graph()
    women, events = (list(graph.graph[key]) for key in ("top", "bottom"))
    matrix = nx.bipartite.biadjacency_matrix(graph, women, events, dtype=float, format="csr")
    whole = nx.to_scipy_sparse_array(graph, [*women, *events], dtype=float, format="csr")
    labels = partitions.leiden(whole)
    barber = partitions.bipartite_modularity(csr_array(matrix), labels[: len(women)], labels[len(women) :])
    assert 0.30 < partitions.modularity(whole, labels) <= barber


def test_the_shares_of_nodes_make_up_the_modularity() -> None:
    matrix = matrix_of(KARATE)
    shares = partitions.centrality_inside(matrix, FACTIONS)
    assert shares.sum() / matrix.sum() == pytest.approx(partitions.modularity(matrix, FACTIONS))


def test_the_number_of_threads_changes_nothing() -> None:
    import networkit

    matrix = matrix_of(nx.gnp_random_graph(400, 0.02, seed=1))
    before = networkit.getMaxNumberOfThreads()
    found = []
    for threads in (1, 2, 2):
        networkit.setNumberOfThreads(threads)
        found.append(partitions.leiden(matrix, seed=3).tolist())
        assert networkit.getMaxNumberOfThreads() == threads
    networkit.setNumberOfThreads(before)
    assert found[0] == found[1] == found[2]
    assert partitions.leiden(matrix, seed=4).tolist() != found[0]


def test_without_edges_each_node_is_by_itself() -> None:
    assert partitions.leiden(csr_array((3, 3))).tolist() == [0, 1, 2]
    assert partitions.modularity(csr_array((3, 3)), np.arange(3)) == 0


def _sets(labels: Any) -> list[set[int]]:
    return [set(np.flatnonzero(labels == number).tolist()) for number in set(labels.tolist())]


def test_several_resolutions_at_once_are_what_each_is_alone() -> None:
    """Each in a thread of its own draws what it would draw alone, however the threads take turns."""
    network = nx.gnm_random_graph(600, 4000, seed=4)
    matrix = matrix_of(network)
    numbers = [0.5, 1.0, 1.5, 2.0, 4.0]
    alone = [partitions.leiden(matrix, resolution=number, seed=3) for number in numbers]
    for _ in range(3):
        for one, other in zip(partitions.leidens(matrix, numbers, seed=3), alone, strict=True):
            np.testing.assert_array_equal(one, other)
