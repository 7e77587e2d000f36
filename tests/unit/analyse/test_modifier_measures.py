"""How tropes are played, and works play them."""

import networkx as nx
import numpy as np
import pytest
from scipy.stats import fisher_exact

from tests.unit.analyse.worlds import graph_of
from tropegraph.analyse.modifiers import playing_with, twisted_tropes, work_profile
from tropegraph.errors import GraphError, InputError
from tropegraph.graph import Graph
from tropegraph.query import EmbeddedEngine, run

SUBVERTED = ("SUBVERTED",)
PLAYED = graph_of(
    [
        *((f"W{i}", "Hero", SUBVERTED) for i in range(6)),
        ("W6", "Hero"),
        ("Series/S", "Hero", ("STRAIGHT",)),
        *((f"W{i}", "Dragon") for i in range(7)),
        ("Series/S", "Dragon", ("SUBVERTED", "LAMPSHADED")),
        *((f"W{i}", "Mentor") for i in range(4)),
    ]
)


def test_a_trope_that_is_subverted_more_than_others_by_hand():
    found = twisted_tropes(PLAYED, modifiers=("subverted",))
    assert found["name"].tolist() == ["Hero", "Dragon"]
    hero = found.iloc[0]
    assert (hero["modifier"], hero["count"], hero["examples"]) == ("SUBVERTED", 6, 8)
    assert hero["expected"] == pytest.approx(8 * 7 / 20)
    assert hero["log_odds"] == pytest.approx(np.log(6.5 / 2.5) - np.log(1.5 / 11.5))
    assert hero["p"] == pytest.approx(fisher_exact([[6, 2], [1, 11]], "greater").pvalue)
    assert hero["q"] == pytest.approx(2 * hero["p"])  # Hero and Dragon; Mentor has too few examples


def test_fewer_examples_count_when_asked():
    assert twisted_tropes(PLAYED, least=4)["q"].iloc[0] == pytest.approx(
        3 * 3 * twisted_tropes(PLAYED, least=4)["p"].iloc[0]
    )


def test_each_medium_by_itself():
    found = twisted_tropes(PLAYED, by_medium=True, least=1)
    assert found[["name", "modifier", "medium"]].to_numpy().tolist()[0] == ["Hero", "SUBVERTED", "Film"]
    film = found.iloc[0]
    assert film["p"] == pytest.approx(fisher_exact([[6, 1], [0, 11]], "greater").pvalue)
    assert set(found[found["medium"] == "Live-Action TV"]["p"]) == {0.5}


def test_what_an_edge_set_tells_says_nothing_of_how():
    graph = nx.MultiDiGraph()
    graph.add_node("Film/A", kind="Work", medium="Film")
    graph.add_node("Main/T", kind="Trope")
    graph.add_edge("Film/A", "Main/T", key="EXAMPLE_OF", stated_on=("dataset",))
    assert playing_with(Graph.from_networkx(graph)).empty
    with pytest.raises(GraphError, match="No page tells examples of A"):
        work_profile(Graph.from_networkx(graph), "A")


def test_the_profile_of_a_work():
    found = work_profile(PLAYED, "S")
    told = found[["modifier", "count", "examples", "share"]].to_numpy().tolist()
    assert sorted(told) == [["LAMPSHADED", 1, 2, 0.5], ["STRAIGHT", 1, 2, 0.5], ["SUBVERTED", 1, 2, 0.5]]
    assert found.set_index("modifier")["share_of_all"].to_dict() == {
        "LAMPSHADED": 0.05,
        "STRAIGHT": 0.05,
        "SUBVERTED": 0.35,
    }


def test_playing_with_counts_as_the_named_query():
    rows = run(EmbeddedEngine.of(PLAYED), "most-twisted", {}).rows
    found = playing_with(PLAYED)
    twisted = found[found["twisted"] > 0].sort_values("twisted", ascending=False)
    assert [list(row) for row in rows] == twisted[["name", "id", "twisted"]].to_numpy().tolist()


def test_a_share_of_few_examples_is_drawn_to_that_of_all():
    graph = graph_of(
        [
            *((f"W{i}", "Mostly", SUBVERTED if i < 32 else ()) for i in range(40)),
            *((f"W{i}", "Rarely", SUBVERTED if i > 31 else ()) for i in range(40)),
            ("W1", "Once", SUBVERTED),
        ]
    )
    found = playing_with(graph)
    index = found.set_index("name")["index"]
    p, m = 41 / 81, found.attrs["strength of the prior in examples"]
    assert index["Once"] == pytest.approx((1 + m * p) / (1 + m), abs=1e-3)
    assert 0 < index["Rarely"] < p < index["Once"] <= 1
    assert index["Mostly"] < 0.8
    assert found["name"].tolist()[0] == "Mostly"
    assert ((found["low"] < found["index"]) & (found["index"] < found["high"])).all()
    assert playing_with(graph, of="works")["examples"].sum() == 81


@pytest.mark.parametrize("measure", [twisted_tropes, playing_with])
def test_a_graph_without_examples_gives_no_rows(measure):
    assert measure(graph_of((), [("A", "SUBTROPE_OF", "B")])).empty


def test_what_does_not_exist_is_refused():
    with pytest.raises(GraphError, match="'SIDEWAYS' is no modifier"):
        twisted_tropes(PLAYED, modifiers=("sideways",))
    with pytest.raises(InputError, match="Nothing can be played with so"):
        playing_with(PLAYED, confidence=2)
