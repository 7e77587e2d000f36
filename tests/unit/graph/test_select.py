"""Parts of a graph, and nodes by what a reader calls them."""

import pytest
from graph_examples import graph

from tropegraph.errors import GraphError
from tropegraph.graph import Graph


def ids(built):
    return set(built.nodes["id"].to_pylist())


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (0, {"Film/GalaxyQuest"}),
        (1, {"Film/GalaxyQuest", "Main/BoldlyComing"}),
        (
            2,
            {
                "Film/GalaxyQuest",
                "Main/BoldlyComing",
                "Main/ChasteHero",
                "Main/MarsNeedsWomen",
                "Main/SpaceTropes",
            },
        ),
    ],
)
def test_around_follows_edges_either_way(depth, expected):
    assert ids(graph().around("Film/GalaxyQuest", depth)) == expected
    assert ids(graph().around("Film/GalaxyQuest", 9)) == ids(graph()) - {"Main/GalaxyQuest"}


def test_a_part_is_a_whole_graph(tmp_path):
    part = graph().around("Main/ChasteHero")
    assert part.counts()["edges"] == {"CONTRAST_WITH": 1}
    assert part.manifest.counts == {"nodes": 2, "edges": 1, "evidence": 1, "pages": 1, "findings": 1}
    assert graph().around("Main/GalaxyQuest").pages.num_rows == 0
    part.save(tmp_path / "part")
    assert Graph.open(tmp_path / "part") == part


def test_around_a_node_that_is_not_there():
    with pytest.raises(GraphError, match="no node 'Main/Nothing'"):
        graph().around("Main/Nothing")


def test_only_some_kinds_and_types():
    assert ids(graph().only(kinds=["Work", "Index"])) == {"Film/GalaxyQuest", "Main/SpaceTropes"}
    assert graph().only(kinds=["Work", "Index"]).edges.num_rows == 0
    assert set(graph().only(types=["SEE_ALSO"]).counts()["edges"]) == {"SEE_ALSO"}
    assert ids(graph().only(types=[])) == ids(graph())
    assert graph().only() == graph()


def test_only_what_exists():
    with pytest.raises(GraphError, match="no kind of node"):
        graph().only(kinds=["Tropes"])
    with pytest.raises(GraphError, match="no relation type"):
        graph().only(types=["LIKES"])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Main/BoldlyComing", "Main/BoldlyComing"),
        ("Boldly Coming", "Main/BoldlyComing"),
        ("Kirking the Aliens", "Main/BoldlyComing"),
        ("boldly-coming", "Main/BoldlyComing"),
        ("BoldlyComing", "Main/BoldlyComing"),
        ("kirkingthealiens", "Main/BoldlyComing"),
        ("film/galaxyquest", "Film/GalaxyQuest"),
        ("Galaxy Quest", "Main/GalaxyQuest"),
        ("nothing", None),
        ("", None),
        ("???", None),
    ],
)
def test_find(name, expected):
    assert graph().find(name) == expected


def test_candidates_come_best_first():
    assert graph().candidates("galaxy quest") == ["Main/GalaxyQuest", "Film/GalaxyQuest"]
    assert graph().candidates("Film/GalaxyQuest") == ["Film/GalaxyQuest"]
