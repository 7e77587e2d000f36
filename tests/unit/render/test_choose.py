"""Which nodes the map shows."""

import numpy as np

from tropegraph.render.choose import LIVE_EDGES, LIVE_NODES, TYPES, choose, live


def names(chosen):
    return chosen.nodes["id"].to_pylist()


def test_the_most_joined_come_first(graph_of):
    graph = graph_of(
        [("Film/A", "EXAMPLE_OF", "Main/X"), ("Film/B", "EXAMPLE_OF", "Main/X"), ("Film/B", "EXAMPLE_OF", "Main/Y")]
    )
    assert names(choose(graph.nodes, graph.edges))[:2] == ["Film/B", "Main/X"]


def test_a_relation_between_tropes_outweighs_examples(graph_of):
    uses = [(f"Film/W{i}", "EXAMPLE_OF", "Main/Common") for i in range(8)]
    graph = graph_of([*uses, ("Main/P", "SUBTROPE_OF", "Main/Q")])
    assert names(choose(graph.nodes, graph.edges))[:2] == ["Main/P", "Main/Q"]


def test_pages_that_were_read_are_never_cut_off(graph_of):
    uses = [(f"Film/W{i}", "EXAMPLE_OF", "Main/Common") for i in range(8)]
    lone = {"id": "Main/Lone", "name": "Lone", "kind": "Trope", "has_page": True}
    graph = graph_of(uses, nodes=[lone])
    assert set(names(choose(graph.nodes, graph.edges, top=2))) == {"Main/Common", "Main/Lone"}


def test_edges_keep_their_ends_and_only_those_shown(graph_of):
    edges = [("Film/A", "EXAMPLE_OF", "Main/X"), ("Main/X", "LEADS_TO", "Main/Y"), ("Film/C", "EXAMPLE_OF", "Main/Z")]
    graph = graph_of(edges)
    chosen = choose(graph.nodes, graph.edges, top=3)
    ids = names(chosen)
    shown = {(ids[s], str(TYPES[t]), ids[o]) for s, t, o in zip(chosen.source, chosen.type, chosen.target, strict=True)}
    assert shown == set(edges[:2])
    assert chosen.edges["source"].to_pylist() == [ids[s] for s in chosen.source]


def test_top_may_be_more_than_there_is_or_nothing(graph_of):
    graph = graph_of([("Film/A", "EXAMPLE_OF", "Main/X")])
    assert choose(graph.nodes, graph.edges, top=99).nodes.num_rows == 2
    assert choose(graph.nodes, graph.edges, top=0).nodes.num_rows == 0


def test_an_empty_graph_is_no_special_case(graph_of):
    graph = graph_of([])
    chosen = choose(graph.nodes, graph.edges)
    assert chosen.nodes.num_rows == len(chosen.type) == 0
    assert [len(part) for part in live(chosen)] == [0, 0]


def test_vis_network_holds_a_small_graph_whole_and_of_a_large_one_a_part(graph_of):
    small = graph_of([("Film/A", "EXAMPLE_OF", "Main/X")])
    assert [len(part) for part in live(choose(small.nodes, small.edges))] == [2, 1]
    uses = [(f"Film/W{i}", "EXAMPLE_OF", "Main/Common") for i in range(LIVE_NODES + 50)]
    large = graph_of([*uses, ("Main/P", "SUBTROPE_OF", "Main/Q")])
    chosen = choose(large.nodes, large.edges)
    nodes, edges = live(chosen)
    assert len(nodes) == LIVE_NODES
    assert len(edges) <= LIVE_EDGES
    assert [str(TYPES[t]) for t in chosen.type[edges]] == ["SUBTROPE_OF"]
    assert set(np.concatenate([chosen.source[edges], chosen.target[edges]])) <= set(nodes)
