"""Matrix, igraph and data frames say what the multigraph says."""

from collections import Counter

import numpy as np
import pytest
from graph_examples import graph

from tropegraph.errors import GraphError
from tropegraph.graph import Graph
from tropegraph.model.vocabulary import RELATIONS, RelationType

igraph = pytest.importorskip("igraph", reason="igraph is an optional extra")


def test_the_matrix_counts_the_edges_of_the_multigraph():
    built = graph()
    ids = built.nodes["id"].to_pylist()
    expected = Counter()
    for source, target, kind in built.to_networkx().edges(keys=True):
        expected[source, target] += 1
        if RELATIONS[RelationType(kind)].symmetric:
            expected[target, source] += 1
    matrix = built.to_scipy().tocoo()
    found = {(ids[i], ids[j]): n for i, j, n in zip(matrix.coords[0], matrix.coords[1], matrix.data, strict=True) if n}
    assert found == expected


def test_the_matrix_may_hold_some_types_only():
    built = graph()
    assert built.to_scipy(types=["SEE_ALSO"]).sum() == built.edges["type"].to_pylist().count("SEE_ALSO")
    assert built.to_scipy(types=[]).sum() == 0
    with pytest.raises(GraphError, match="no relation type"):
        built.to_scipy(types=["SEE_TOO"])


def test_igraph_has_the_same_nodes_edges_and_attributes():
    built = graph()
    made = built.to_igraph()
    network = built.to_networkx(evidence=False)
    assert made.is_directed()
    assert {v["name"]: v["title"] for v in made.vs} == {n: d["name"] for n, d in network.nodes(data=True)}
    edges = {(made.vs[e.source]["name"], made.vs[e.target]["name"], e["type"]): e["modifiers"] for e in made.es}
    assert edges == {(a, b, k): list(d["modifiers"]) for a, b, k, d in network.edges(keys=True, data=True)}
    assert made.ecount() == built.edges.num_rows
    assert built.to_igraph(types=["SEE_ALSO"]).vcount() == built.nodes.num_rows


def test_frames_are_the_tables():
    pytest.importorskip("polars", reason="polars is an optional extra")
    built = graph()
    for name, table in built.tables.items():
        assert built.to_polars(name).to_dicts() == table.to_pylist()
        frame = built.to_pandas(name)
        assert list(frame.columns) == table.column_names
        assert frame.iloc[:, 0].tolist() == table.column(0).to_pylist()
    with pytest.raises(GraphError, match="no table"):
        built.to_pandas("vertices")


def test_an_empty_graph_gives_empty_ones():
    empty = Graph._of({n: t.slice(0, 0) for n, t in graph().tables.items()}, {})
    assert empty.to_scipy().shape == (0, 0)
    assert empty.to_igraph().vcount() == 0
    assert np.array_equal(empty.to_pandas().index, [])
