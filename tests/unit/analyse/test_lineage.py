"""The hierarchy of subtropes: depth, ancestors, circles, common ancestors, opposites."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.analyse.worlds import graph_of
from tropegraph.analyse.lineage import ancestors, circles, common_ancestors, descendants, genealogy, opposites
from tropegraph.errors import GraphError
from tropegraph.graph import Graph
from tropegraph.query import EmbeddedEngine, run

PAIRS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] != p[1]), unique=True, min_size=1
)


def hierarchy_of(*pairs: tuple[object, object]) -> Graph:
    """A graph in which the first of each pair is a subtrope of the second."""
    return graph_of((), [(str(a), "SUBTROPE_OF", str(b)) for a, b in pairs])


FAMILY = graph_of(
    (),
    [
        ("Kid", "SUBTROPE_OF", "Hero"),
        ("Chosen", "SUBTROPE_OF", "Hero"),
        ("Chosen", "SUBTROPE_OF", "Fate"),
        ("Hero", "SUBTROPE_OF", "Role"),
        ("Villain", "SUBTROPE_OF", "Role"),
        ("Tyrant", "SUBTROPE_OF", "Villain"),
        ("Doom", "SUBTROPE_OF", "Fate"),
        ("Hero", "INVERSE_OF", "Villain"),
        ("Kid", "INVERSE_OF", "Doom"),
        ("Kid", "INVERSE_OF", "Elder"),
        ("Hero", "INVERSE_OF", "Kid"),
    ],
)


def column(frame, name: str) -> dict[str, object]:
    return dict(zip(frame["name"], frame[name].tolist(), strict=True))


def test_a_family_tree_by_hand():
    found = genealogy(FAMILY)
    assert found["name"].tolist()[:3] == ["Role", "Fate", "Hero"]
    told = {row.name: (row.depth, row.ancestors, row.descendants) for row in found.itertuples()}
    assert told == {
        "Role": (0, 0, 5),
        "Fate": (0, 0, 2),
        "Hero": (1, 1, 2),
        "Villain": (1, 1, 1),
        "Chosen": (1, 3, 0),
        "Doom": (1, 1, 0),
        "Kid": (2, 2, 0),
        "Tyrant": (2, 2, 0),
    }
    assert column(found, "root")["Chosen"] == "Fate"
    assert column(found, "root")["Kid"] == "Role"
    assert not found["circular"].any()
    assert found.attrs == {"trees": 2, "deepest": 2, "tropes with several supertropes": 1, "circles": 0}


def test_of_two_supertropes_as_near_that_with_more_evidence_is_the_tree():
    graph = nx.MultiDiGraph()
    for target, count in (("Main/A", 1), ("Main/B", 2)):
        evidence = [{"page": f"p{i}", "sentence": f"s{i}", "block": i} for i in range(count)]
        graph.add_edge("Main/C", target, key="SUBTROPE_OF", evidence=evidence)
    assert column(genealogy(Graph.from_networkx(graph)), "root")["C"] == "B"
    assert column(genealogy(hierarchy_of(("C", "A"), ("C", "B"))), "root")["C"] == "A"


def test_a_circle_is_told_and_has_a_root():
    graph = hierarchy_of(("A", "B"), ("B", "C"), ("C", "A"), ("D", "B"), ("X", "Y"), ("Y", "X"), ("X", "D"))
    found = circles(graph)
    told = found[["circle", "name", "supertrope", "tropes"]].to_numpy().tolist()
    assert told == [[1, "A", "B", 3], [1, "B", "C", 3], [1, "C", "A", 3], [2, "X", "Y", 2], [2, "Y", "X", 2]]
    whole = genealogy(graph)
    assert column(whole, "circular") == {"A": True, "B": True, "C": True, "D": False, "X": True, "Y": True}
    assert column(whole, "depth") == {"B": 0, "A": 1, "D": 1, "X": 2, "Y": 3, "C": 2}  # B has most subtropes
    assert whole.attrs["trees"] == 1


@given(PAIRS)
def test_it_counts_as_networkx_does(pairs):
    graph = nx.DiGraph([(f"Main/{a}", f"Main/{b}") for a, b in pairs])
    found = genealogy(hierarchy_of(*pairs))
    for node, above, below, supers in found[["id", "ancestors", "descendants", "supertropes"]].itertuples(index=False):
        assert above == len(nx.descendants(graph, node))
        assert below == len(nx.ancestors(graph, node))
        assert supers == graph.out_degree(node)
    assert set(found[found["circular"]]["id"]) == {
        node for part in nx.strongly_connected_components(graph) if len(part) > 1 for node in part
    }
    assert (found["depth"] >= 0).all()


@given(PAIRS)
def test_every_circle_is_one(pairs):
    found = circles(hierarchy_of(*pairs))
    for _, circle in found.groupby("circle"):
        assert circle["supertrope"].tolist() == [*circle["name"][1:], circle["name"].iloc[0]]
        assert {(int(a), int(b)) for a, b in zip(circle["name"], circle["supertrope"], strict=True)} <= set(pairs)
        assert circle["id"].is_unique


@given(PAIRS, st.integers(0, 8), st.integers(0, 8))
def test_lowest_common_ancestors_are_those_of_networkx(pairs, one, other):
    acyclic = [(a, b) for a, b in pairs if a > b]
    named = {str(end) for pair in acyclic for end in pair}
    if {str(one), str(other)} <= named:
        graph = nx.DiGraph([(str(a), str(b)) for a, b in acyclic])
        both = (nx.descendants(graph, str(one)) | {str(one)}) & (nx.descendants(graph, str(other)) | {str(other)})
        lowest = {c for c in both if not nx.ancestors(graph, c) & both}
        found = common_ancestors(hierarchy_of(*acyclic), str(one), str(other))
        assert set(found["name"]) == both
        assert set(found[found["lowest"]]["name"]) == lowest


def test_common_ancestors_by_hand():
    found = common_ancestors(FAMILY, "Kid", "Tyrant")
    assert found[["name", "lowest", "distance", "other_distance"]].to_numpy().tolist() == [["Role", True, 2, 2]]
    assert common_ancestors(FAMILY, "Kid", "Hero")["name"].tolist() == ["Hero", "Role"]
    assert common_ancestors(FAMILY, "Kid", "Doom").empty
    two = common_ancestors(hierarchy_of(("A", "X"), ("A", "Y"), ("B", "X"), ("B", "Y"), ("X", "Z")), "A", "B")
    assert two[["name", "lowest"]].to_numpy().tolist() == [["X", True], ["Y", True], ["Z", False]]


@pytest.mark.parametrize(("measure", "query"), [(ancestors, "supertropes"), (descendants, "subtropes")])
@pytest.mark.parametrize("name", ["Kid", "Role", "Chosen"])
def test_they_agree_with_the_named_queries(measure, query, name):
    rows = run(EmbeddedEngine.of(FAMILY), query, {"name": name}).rows
    found = measure(FAMILY, name)
    assert [list(row) for row in rows] == found[["distance", "name", "id"]].to_numpy().tolist()


def test_opposites_across_branches_and_within():
    found = opposites(FAMILY)
    told = found[["name", "other_name", "across", "root", "other_root", "common"]].to_numpy().tolist()
    assert told == [
        ["Doom", "Kid", True, "Fate", "Role", ""],
        ["Elder", "Kid", True, "Elder", "Role", ""],
        ["Hero", "Kid", False, "Role", "Role", "Hero"],
        ["Hero", "Villain", False, "Role", "Role", "Role"],
    ]
    assert found["apart"].tolist()[2:] == [1, 2]
    assert found["apart"].isna().tolist() == [True, True, False, False]


@pytest.mark.parametrize("measure", [genealogy, circles, opposites])
def test_a_graph_without_subtropes_gives_no_rows(measure):
    assert measure(graph_of([("Quest", "Hero")])).empty


def test_a_trope_out_of_the_hierarchy_is_refused():
    with pytest.raises(GraphError, match="Main/Elder has neither supertropes nor subtropes"):
        ancestors(FAMILY, "Elder")
    with pytest.raises(GraphError, match=r"no node 'Kidd'.*Near it are Kid"):
        descendants(FAMILY, "Kidd")
