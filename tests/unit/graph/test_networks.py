"""The multigraph says what the tables say, and comes back as the same tables."""

import gc

import networkx as nx
import pytest
from graph_examples import graph

from tropegraph.errors import GraphError
from tropegraph.graph import Graph


def test_nodes_and_edges_are_those_of_the_tables():
    built, network = graph(), graph().to_networkx()
    assert type(network) is nx.MultiDiGraph
    assert {n: data["kind"] for n, data in network.nodes(data=True)} == dict(
        zip(built.nodes["id"].to_pylist(), built.nodes["kind"].to_pylist(), strict=True)
    )
    keys = {(row["source"], row["target"], row["type"]) for row in built.edges.to_pylist()}
    assert set(network.edges(keys=True)) == keys


def test_attributes_are_the_columns():
    network = graph().to_networkx()
    assert network.nodes["Main/BoldlyComing"] == {
        "name": "Boldly Coming",
        "kind": "Trope",
        "namespace": "Main",
        "medium": "",
        "aliases": ["Kirking the Aliens"],
        "url": "https://example.org/B",
        "has_page": True,
    }
    edge = network.edges["Film/GalaxyQuest", "Main/BoldlyComing", "EXAMPLE_OF"]
    (piece,) = edge.pop("evidence")
    assert edge == {"modifiers": ("PARODIED",), "media": ("Film",), "stated_on": ("trope", "work"), "evidence_count": 1}
    assert piece["sentence"] == "Sentence 0."
    assert set(piece) == {"page", "section", "sentence", "as_written", "block", "start", "end", "input"}


def test_every_edge_has_its_own_evidence():
    network = graph().to_networkx()
    for _, _, data in network.edges(data=True):
        assert [piece["sentence"] for piece in data["evidence"]] == [
            f"Sentence {n}." for n in range(data["evidence_count"])
        ]


def test_parallel_edges_are_kept():
    network = graph().to_networkx()
    assert set(network["Main/BoldlyComing"]["Main/MarsNeedsWomen"]) == {"SEE_ALSO", "COMPARE_WITH"}


def test_evidence_and_mentions_may_be_left_out():
    network = graph().to_networkx(evidence=False, mentions=False)
    assert not any("evidence" in data for _, _, data in network.edges(data=True))
    assert "MENTIONS" not in {key for _, _, key in network.edges(keys=True)}
    assert network.number_of_edges() == graph().edges.num_rows - 1
    assert network.number_of_nodes() == graph().nodes.num_rows


def test_the_multigraph_is_the_caller_s_own():
    built = graph()
    network = built.to_networkx()
    network.nodes["Main/BoldlyComing"]["aliases"].append("changed")
    network.remove_node("Main/ChasteHero")
    assert built == graph()
    assert built.to_networkx().nodes["Main/BoldlyComing"]["aliases"] == ["Kirking the Aliens"]


def test_there_and_back_again():
    back = Graph.from_networkx(graph().to_networkx())
    assert (back.nodes, back.edges, back.evidence) == (graph().nodes, graph().edges, graph().evidence)


def test_what_a_multigraph_lacks_is_filled():
    network = nx.MultiDiGraph()
    network.add_edge("Main/ChasteHero", "Main/BoldlyComing", "CONTRAST_WITH")
    network.add_node("Main/ChasteHero", kind="Trope")
    built = Graph.from_networkx(network)
    assert built.nodes.select(["id", "name", "kind", "namespace"]).to_pylist() == [
        {"id": "Main/BoldlyComing", "name": "Boldly Coming", "kind": "Page", "namespace": "Main"},
        {"id": "Main/ChasteHero", "name": "Chaste Hero", "kind": "Trope", "namespace": "Main"},
    ]
    assert built.edges.to_pylist()[0]["source"] == "Main/BoldlyComing"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (nx.DiGraph([("a", "b")]), "MultiDiGraph"),
        (nx.MultiGraph([("a", "b", "SEE_ALSO")]), "MultiDiGraph"),
        (nx.MultiDiGraph([("a", "b")]), "no relation type"),
        (nx.MultiDiGraph([("a", "b", "likes")]), "no relation type"),
        (nx.MultiDiGraph([(1, 2, "SEE_ALSO")]), "no page name"),
    ],
)
def test_other_graphs_are_refused(made, said):
    with pytest.raises(GraphError, match=said):
        Graph.from_networkx(made)


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled):
    was = gc.isenabled()
    gc.enable() if enabled else gc.disable()
    try:
        graph().to_networkx()
        assert gc.isenabled() is enabled
    finally:
        gc.enable() if was else gc.disable()


def test_an_empty_graph():
    nothing = {"nodes": [], "edges": [], "evidence": []}
    assert graph(**nothing).to_networkx().number_of_nodes() == 0
