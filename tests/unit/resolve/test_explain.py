"""A name's way to its node, in sentences."""

import pytest
from stating import example, graph, known, link, named, page, relation, work

from tropegraph.resolve import explain, parse_decisions

NAMES = (known("Lonely Wolf", "Solitary Beast"),)


@pytest.fixture(scope="module")
def rows():
    built = graph(
        page("Main/LonelyWolf", relation("Main/LonelyWolf", "SEE_ALSO", "Main/TheLantern"), aliases=("Wolf Alone",)),
        page("Main/TheLantern", example(named("Kettle"), "Main/TheLantern", "Film")),
        work("Film/Kettle1951", title="Kettle (1951)"),
        work("Film/Kettle1982", title="Kettle (1982)"),
        work("Literature/Bottle"),
        page("Main/T", relation("Main/T", "SEE_ALSO", link("Main/Unread"))),
        names=NAMES,
    )
    return built.nodes.to_pylist()


def told(rows, name, medium="", decisions=""):
    return explain(name, medium, rows, NAMES, parse_decisions(decisions, "d"))


@pytest.mark.parametrize(
    ("name", "node", "why"),
    [
        ("Main/LonelyWolf", "Main/LonelyWolf", "The node is"),
        ("Main/LonelyWOLF", "Main/LonelyWolf", "case, accents or punctuation"),
        ("Lonely Wolves", "Main/LonelyWolf", "singular or plural"),
        ("Wolf Alone", "Main/LonelyWolf", "redirect or an alternative title"),
        ("Solitary Beast", "Main/LonelyWolf", "redirect or an alternative title"),
        ("Lantern", "Main/TheLantern", "article"),
        ("Kettle (1982)", "Film/Kettle1982", "The node is"),
        ("Bottle", "Literature/Bottle", "only work of the name"),
        ("Unread", "Main/Unread", "was not read"),
    ],
)
def test_a_name_goes_to_its_node_for_the_reason_told(rows, name, node, why):
    (found,) = [e for e in told(rows, name) if e.node == node]
    assert why in " ".join(found.steps)


def test_a_name_that_fits_two_pages_is_told_so(rows):
    (found,) = told(rows, "Kettle", "Film")
    assert found.node == "Film/Kettle"


def test_a_page_that_fits_two_others_is_told_so():
    built = graph(page("Main/TheLantern"), page("Main/ALantern"))
    found = told(built.nodes.to_pylist(), "Lantern")
    assert "Several pages fit (Main/ALantern, Main/TheLantern)" in found[0].steps[1]


def test_a_name_that_no_node_bears_is_told_so_in_each_reading(rows):
    found = told(rows, "Nothing Of The Sort")
    assert [e.node for e in found] == ["", ""]
    assert [e.steps[-1] for e in found] == [
        "No node of the graph is Main/NothingOfTheSort.",
        "No node of the graph is Work/NothingOfTheSort.",
    ]


def test_decisions_are_told(rows):
    found = told(rows, "Lantern", decisions="same\tMain/Lantern\tMain/LonelyWolf")
    assert found[0].node == "Main/LonelyWolf"
    assert "file of decisions" in " ".join(found[0].steps)
