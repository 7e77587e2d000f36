"""Measures of centrality: known answers on small graphs, equality with networkx, and figures from the literature."""

import sys
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.analyse.test_matrices import made
from tropegraph.analyse import centrality
from tropegraph.errors import GraphError, InputError, ResourceError
from tropegraph.graph import Graph
from tropegraph.model.vocabulary import RELATIONS, RelationType

SMALL = made(
    ("Main/B", "SUBTROPE_OF", "Main/A"),
    ("Main/C", "SUBTROPE_OF", "Main/A"),
    ("Main/A", "INVERSE_OF", "Main/C"),
    ("Film/X", "EXAMPLE_OF", "Main/A"),
)
KINDS = st.sampled_from([t.value for t in RelationType])
NODES = st.sampled_from([f"Main/{c}" for c in "ABCDEFGH"])


def oriented(edge: tuple[str, str, str]) -> tuple[str, str, str]:
    """The edge as a graph has it: that of a symmetric type in id order."""
    source, kind, target = edge
    if RELATIONS[RelationType(kind)].symmetric:
        source, target = sorted((source, target))
    return source, kind, target


GRAPHS = st.sets(st.tuples(NODES, KINDS, NODES).filter(lambda e: e[0] != e[2]).map(oriented), min_size=1, max_size=25)


def test_degree_by_type_and_direction() -> None:
    rows = centrality.degree(SMALL).set_index("id")
    assert rows.index.to_list() == ["Main/A", "Main/C", "Film/X", "Main/B"]
    assert rows.loc["Main/A"].to_dict() == {
        "name": "A",
        "degree": 4,
        "in": 3,
        "out": 0,
        "both": 1,
        "SUBTROPE_OF:in": 2,
        "SUBTROPE_OF:out": 0,
        "INVERSE_OF": 1,
        "EXAMPLE_OF:in": 1,
        "EXAMPLE_OF:out": 0,
    }


@given(GRAPHS)
def test_degrees_are_those_of_networkx(edges: set[tuple[str, str, str]]) -> None:
    graph = made(*edges)
    rows = centrality.degree(graph)
    assert dict(zip(rows["id"], rows["degree"], strict=True)) == dict(graph.to_networkx().degree)


def test_degree_of_some_types() -> None:
    rows = centrality.degree(SMALL, types=("INVERSE_OF",))
    assert rows.to_dict("list")["id"] == ["Main/A", "Main/C"]
    with pytest.raises(GraphError, match="'SIDEWAYS' is no relation type"):
        centrality.degree(SMALL, types=("SIDEWAYS",))


@given(GRAPHS, st.sampled_from([0.0, 0.5, 0.85]))
def test_pagerank_is_that_of_networkx(edges: set[tuple[str, str, str]], damping: float) -> None:
    graph = made(*edges)
    plain = nx.DiGraph()
    for source, kind, target in _triples(graph):
        for a, b in [(source, target), (target, source)][: 1 + RELATIONS[RelationType(kind)].symmetric]:
            plain.add_edge(a, b, weight=plain.get_edge_data(a, b, {"weight": 0})["weight"] + centrality.WEIGHTS[kind])
    rows = centrality.pagerank(graph, types=tuple(RelationType), damping=damping)
    expected = nx.pagerank(plain, alpha=damping, tol=1e-12, max_iter=1000)
    assert dict(zip(rows["id"], rows["pagerank"], strict=True)) == pytest.approx(expected, abs=1e-8)


def _triples(graph: Graph) -> list[tuple[str, str, str]]:
    return [(e["source"], e["type"], e["target"]) for e in graph.edges.to_pylist()]


def undirected(graph: Any) -> Graph:
    """An undirected graph as sister tropes."""
    names = {node: f"Main/{number:03}" for number, node in enumerate(graph)}
    pairs = (sorted((names[a], names[b])) for a, b in graph.edges)
    return made(*((one, "SISTER_TROPE", other) for one, other in pairs))


def test_pagerank_of_langville_and_meyer() -> None:
    """The six pages of Langville and Meyer, A survey of eigenvector methods (2005), as networkx's tests have them."""
    links = [(1, 2), (1, 3), (3, 1), (3, 2), (3, 5), (4, 5), (4, 6), (5, 4), (5, 6), (6, 4)]
    graph = made(*((f"Main/{a}", "SEE_ALSO", f"Main/{b}") for a, b in links))
    rows = centrality.pagerank(graph, damping=0.9).sort_values("id")["pagerank"]
    assert rows.to_list() == pytest.approx([0.03721, 0.05396, 0.04151, 0.3751, 0.206, 0.2862], abs=5e-5)


def test_pagerank_of_the_karate_club() -> None:
    """The two leaders, the officer and Mr. Hi: 0.100919 and 0.096997, as igraph's `pagerank` has them."""
    rows = centrality.pagerank(undirected(nx.karate_club_graph()), weighted=False).set_index("name")["pagerank"]
    assert rows.index.to_list()[:2] == ["033", "000"]
    assert rows["033"] == pytest.approx(0.1009, abs=5e-5)
    assert rows["000"] == pytest.approx(0.0970, abs=5e-5)


def test_a_graph_without_such_edges_has_no_rows() -> None:
    assert centrality.pagerank(SMALL, types=("LEADS_TO",)).empty
    assert centrality.degree(SMALL, types=("LEADS_TO",)).empty


@pytest.mark.parametrize("damping", [-0.1, 1.0, float("nan")])
def test_damping_has_bounds(damping: float) -> None:
    with pytest.raises(InputError, match="from 0 on, and below 1"):
        centrality.pagerank(SMALL, damping=damping)


def test_every_relation_type_has_a_weight() -> None:
    assert set(centrality.WEIGHTS) == set(RelationType)
    assert np.all(np.array(list(centrality.WEIGHTS.values())) > 0)


def florentine() -> tuple[Graph, dict[str, str]]:
    graph = nx.florentine_families_graph()
    return undirected(graph), {f"Main/{number:03}": family for number, family in enumerate(graph)}


def test_betweenness_of_the_florentine_families() -> None:
    """Medici 0.522, Guadagni 0.255, Albizzi 0.212: figures of networkx's tests (test_betweenness_centrality.py)."""
    graph, names = florentine()
    rows = centrality.betweenness(graph)
    found = dict(zip(map(names.__getitem__, rows["id"]), rows["betweenness"], strict=True))
    assert list(found)[:3] == ["Medici", "Guadagni", "Albizzi"]
    assert [found[name] for name in list(found)[:3]] == pytest.approx([0.522, 0.255, 0.212], abs=5e-4)
    assert rows.attrs == {"method": "exact"}


def test_betweenness_of_les_miserables() -> None:
    """Knuth's graph; Valjean's 0.570 and the four next stand in networkx's tests (test_betweenness_centrality.py)."""
    graph = nx.les_miserables_graph()
    names = {f"Main/{number:03}": name for number, name in enumerate(graph)}
    rows = centrality.betweenness(undirected(graph)).head(5)
    expected = {"Valjean": 0.570, "Myriel": 0.177, "Gavroche": 0.165, "Marius": 0.132, "Fantine": 0.130}
    assert dict(zip(map(names.__getitem__, rows["id"]), rows["betweenness"], strict=True)) == pytest.approx(
        expected, abs=5e-4
    )


@given(st.integers(0, 30))
def test_betweenness_is_that_of_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(20, 0.15, seed=seed)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    rows = centrality.betweenness(undirected(graph)).sort_values("id")["betweenness"]
    assert rows.to_list() == pytest.approx(list(nx.betweenness_centrality(graph).values()))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_sampled_betweenness_keeps_to_its_error(seed: int) -> None:
    graph = undirected(nx.les_miserables_graph())
    exact = centrality.betweenness(graph).sort_values("id")["betweenness"].to_numpy()
    rows = centrality.betweenness(graph, method="sampled", error=0.03, confidence=0.95, seed=seed)
    assert np.abs(rows.sort_values("id")["betweenness"].to_numpy() - exact).max() < 0.03
    assert rows.attrs["paths"] > 1000
    again = centrality.betweenness(graph, method="sampled", error=0.03, confidence=0.95, seed=seed)
    assert again.equals(rows)


def test_cores_of_batagelj_and_zaversnik() -> None:
    """Figure 1 of An O(m) algorithm for cores decomposition (2003), as networkx's tests have it: of its 20 nodes with
    edges 8 are in the 3-core, and 16 in the 2-core."""
    first, second = (nx.relabel_nodes(nx.tetrahedral_graph(), lambda n, k=k: n + k) for k in (1, 5))
    graph = nx.union(first, second)
    graph.add_edges_from([(3, 7), (2, 11), (11, 5), (11, 12), (5, 12), (12, 19), (12, 18), (3, 9), (7, 9), (7, 10)])
    graph.add_edges_from([(9, 10), (9, 20), (17, 13), (13, 14), (14, 15), (15, 16), (16, 13)])
    rows = centrality.core(undirected(graph))
    assert [int((rows["core"] >= k).sum()) for k in (1, 2, 3, 4)] == [20, 16, 8, 0]
    assert rows.attrs == {"deepest": 3, "nodes": 8}


def test_cores_of_the_karate_club() -> None:
    """Ten members are in the 4-core, and there is no deeper one: igraph's `coreness`."""
    rows = centrality.core(undirected(nx.karate_club_graph()))
    assert rows.attrs == {"deepest": 4, "nodes": 10}


@given(GRAPHS)
def test_cores_are_those_of_networkx(edges: set[tuple[str, str, str]]) -> None:
    graph = made(*edges)
    rows = centrality.core(graph, types=tuple(RelationType))
    plain = nx.Graph(graph.to_networkx())
    assert dict(zip(rows["id"], rows["core"], strict=True)) == nx.core_number(plain)
    assert dict(zip(rows["id"], rows["partners"], strict=True)) == dict(plain.degree)


def test_without_networkit_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkit", None)
    with pytest.raises(
        ResourceError, match=r"networkit is not installed. Install it: pip install 'tropegraph\[analyse\]'"
    ):
        centrality.core(SMALL)


@pytest.mark.parametrize("wrong", [{"error": 0.0}, {"confidence": 1.0}, {"method": "sideways"}])
def test_what_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        centrality.betweenness(SMALL, **wrong)


def test_graphs_of_one_edge_or_none_have_a_betweenness() -> None:
    assert centrality.betweenness(SMALL, types=("LEADS_TO",)).empty
    assert centrality.core(SMALL, types=("LEADS_TO",)).empty
    assert centrality.betweenness(SMALL, types=("INVERSE_OF",))["betweenness"].to_list() == [0, 0]
