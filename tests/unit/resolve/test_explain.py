"""A name's way to its node, in sentences."""

import pytest
from stating import example, graph, known, link, named, page, relation, work

from tropegraph.model.vocabulary import PageKind
from tropegraph.resolve import View, explain, parse_decisions

NAMES = (known("Lonely Wolf", "Solitary Beast"),)


@pytest.fixture(scope="module")
def rows():
    """A graph in which every kind of name stands."""
    return graph(
        page("Main/LonelyWolf", relation("Main/LonelyWolf", "SEE_ALSO", "Main/TheLantern"), aliases=("Wolf Alone",)),
        page("Main/TheLantern", example(named("Kettle"), "Main/TheLantern", "Film")),
        work("Film/Kettle1951", title="Kettle (1951)"),
        work("Film/Kettle1982", title="Kettle (1982)"),
        work("Literature/Bottle"),
        page("Main/T", relation("Main/T", "SEE_ALSO", link("Main/Unread"))),
        page("Main/OldKettle", to="Film/Kettle1951"),
        page("Main/Flask", kind=PageKind.DISAMBIGUATION),
        work("Film/Flask", on="YMMV/Flask", source="ymmv"),
        page("Main/Beast", aliases=("Shared Name",)),
        page("Main/Feast", aliases=("Shared Name",)),
        names=NAMES,
    )


def view(built, decisions="", names=NAMES):
    tables = (built.nodes, built.pages, built.findings)
    return View(*(table.to_pylist() for table in tables), names, parse_decisions(decisions, "d"))


def told(rows, name, medium="", decisions=""):
    return explain(name, medium, view(rows, decisions))


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
        ("Main/OldKettle", "Film/Kettle1951", "redirect or an alternative title"),
        ("YMMV/Flask", "Film/Flask", "YMMV/Flask is a subpage"),
        ("Trivia/Bottle", "Literature/Bottle", "would be a subpage of the work Bottle"),
        ("Main/Flask", "Film/Flask", "is a disambiguation"),
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
    found = explain("Lantern", "", view(built))
    assert "Several pages fit (Main/ALantern, Main/TheLantern)" in found[0].steps[1]


def test_a_name_that_no_node_bears_is_told_so_in_each_reading(rows):
    found = told(rows, "Nothing Of The Sort")
    assert [e.node for e in found] == ["", ""]
    assert found[0].steps[-1] == "No node of the graph is Main/NothingOfTheSort."
    assert found[1].steps[-2:] == ("No node of the graph is Work/NothingOfTheSort.", "No name of the graph is like it.")


def test_decisions_are_told(rows):
    found = told(rows, "Lantern", decisions="same\tMain/Lantern\tMain/LonelyWolf")
    assert found[0].node == "Main/LonelyWolf"
    assert "file of decisions" in " ".join(found[0].steps)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Lonley Wolf", "Main/LonelyWolf"), ("Main/TheLatnern", "Main/TheLantern"), ("Botle", "Literature/Bottle")],
)
def test_an_unknown_name_is_told_with_those_nearest(rows, name, meant):
    nearest = told(rows, name)[-1].steps[-1]
    assert nearest.startswith(f"The nearest names are {meant} ")


def test_a_name_without_a_letter_is_told_so(rows):
    (found,) = told(rows, "!!!")
    assert found.steps == ('"!!!" holds no letter or digit, so it names nothing.',)


def test_an_alias_that_two_pages_claim_is_told_with_both(rows):
    found = told(rows, "Main/SharedName")
    assert "Main/SharedName is claimed for Main/Beast and Main/Feast; it stays apart. (finding alias-conflict)" in (
        found[0].steps
    )


def test_a_work_of_another_medium_is_named(rows):
    (found,) = told(rows, "Bottle", "Film")
    assert "No page of its medium has that name; in other media there is Literature/Bottle." in found.steps


@pytest.mark.parametrize(
    ("decision", "name", "said"),
    [
        ("alias\tMain/Lantern\tMain/LonelyWolf", "Main/Lantern", "Main/LonelyWolf: the file of decisions"),
        ("alias\tOld Kettle\tMain/TheLantern", "Old Kettle", "Main/TheLantern: the file of decisions"),
        ("same\tMain/OldKettle\tMain/TheLantern", "Main/OldKettle", "Main/TheLantern: the file of decisions"),
        ("different\tMain/Lantern\tMain/TheLantern", "Main/Lantern", "keeps Main/Lantern and Main/TheLantern apart"),
    ],
)
def test_whatever_the_user_decided_is_told(rows, decision, name, said):
    assert said in " ".join(told(rows, name, decisions=decision)[0].steps)
