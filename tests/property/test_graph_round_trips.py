"""Whatever a graph holds, it comes back from disk and from networkx unchanged."""

import tempfile
from pathlib import Path

import hypothesis.strategies as st
import networkx as nx
from hypothesis import given, settings

from tropegraph.graph import Graph
from tropegraph.model.vocabulary import NodeKind, RelationType

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
ids = st.sampled_from([f"{space}/{name}" for space in ("Main", "Film", "Ünï") for name in ("A", "b", "Ç", "漢")])
pieces = st.fixed_dictionaries({"page": text, "sentence": text, "block": st.integers(-1, 2**40)})
attributes = st.fixed_dictionaries(
    {"modifiers": st.lists(text, max_size=2), "evidence": st.lists(pieces, max_size=2)},
)


@st.composite
def networks(draw):
    network = nx.MultiDiGraph()
    for node in draw(st.lists(ids, unique=True)):
        network.add_node(
            node, kind=draw(st.sampled_from(NodeKind)).value, name=draw(text), aliases=draw(st.lists(text))
        )
    for source, target in draw(st.lists(st.tuples(ids, ids), max_size=6)):
        first, last = sorted((source, target))
        network.add_edge(first, last, draw(st.sampled_from(RelationType)).value, **draw(attributes))
    return network


@settings(max_examples=50, deadline=None)
@given(networks())
def test_disk_and_networkx(network):
    built = Graph.from_networkx(network)
    with tempfile.TemporaryDirectory() as folder:
        built.save(Path(folder) / "g")
        assert Graph.open(Path(folder) / "g") == built
    back = built.to_networkx()
    assert Graph.from_networkx(back) == built
    assert set(back.edges(keys=True)) == set(network.edges(keys=True))
    assert back.number_of_nodes() == network.number_of_nodes()


@settings(max_examples=50, deadline=None)
@given(networks(), st.integers(0, 3))
def test_around_is_the_ego_graph_without_direction(network, depth):
    built = Graph.from_networkx(network)
    for node in built.nodes["id"].to_pylist()[:2]:
        near = nx.ego_graph(network.to_undirected(), node, radius=depth)
        assert set(built.around(node, depth).nodes["id"].to_pylist()) == set(near)
