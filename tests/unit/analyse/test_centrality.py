"""Measures of centrality: known answers on small graphs, equality with networkx, and figures from the literature."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.analyse.test_matrices import made
from tropegraph.analyse import centrality
from tropegraph.errors import GraphError, InputError
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


def karate() -> Graph:
    """Zachary's karate club (1977), as networkx ships it, without its weights; its edges as sister tropes."""
    return made(*((f"Main/{a:02}", "SISTER_TROPE", f"Main/{b:02}") for a, b in nx.karate_club_graph().edges))


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


def test_pagerank_of_the_karate_club() -> None:
    """The two leaders, Mr. Hi and the officer, with the values of networkx's and igraph's own example."""
    rows = centrality.pagerank(karate(), weighted=False).set_index("name")["pagerank"]
    assert rows.index.to_list()[:2] == ["33", "00"]
    assert rows["33"] == pytest.approx(0.1009, abs=5e-5)
    assert rows["00"] == pytest.approx(0.0970, abs=5e-5)


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
