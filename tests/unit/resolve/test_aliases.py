"""Redirects and aliases: chains, circles, conflicts."""

import pytest
from stating import codes, edges, graph, known, nodes, page, relation

from tropegraph.resolve.aliases import close


def test_redirects_are_followed_over_chains():
    built = graph(
        page("Main/Oldest", to="Main/Old"),
        page("Main/Old", to="Main/New"),
        page("Main/T", relation("Main/T", "SEE_ALSO", "Main/Oldest")),
    )
    assert ("Main/T", "SEE_ALSO", "Main/New") in edges(built)
    assert nodes(built)["Main/New"]["aliases"] == ["Old", "Oldest"]
    (told,) = built.findings.to_pylist()
    assert (told["code"], told["page"]) == ("redirect-chain", "Main/Oldest.txt")
    assert told["message"] == "Main/Oldest leads to Main/Old, which only leads on: to Main/New in the end."
    assert {r["id"]: r["node"] for r in built.pages.to_pylist()}["Main/Oldest.txt"] == "Main/New"


def test_a_circle_of_redirects_is_told_once_and_followed_nowhere():
    built = graph(
        page("Main/A", to="Main/B"),
        page("Main/B", to="Main/C"),
        page("Main/C", to="Main/A"),
        page("Main/D", to="Main/A"),
        page("Main/T", relation("Main/T", "SEE_ALSO", "Main/B"), relation("Main/T", "SEE_ALSO", "Main/D")),
    )
    assert codes(built).count("redirect-cycle") == 1
    assert {target for _, _, target in edges(built)} == {"Main/A", "Main/B"}


def test_a_redirect_to_itself_by_another_capital_is_no_circle():
    built = graph(page("Main/StarcrossedLovers", to="Main/StarCrossedLovers"))
    assert codes(built) == []


def test_an_alias_claimed_by_two_pages_is_given_to_neither():
    built = graph(
        page("Main/A", aliases=("Shared Name",)),
        page("Main/B", aliases=("Shared Name",)),
        page("Main/T", relation("Main/T", "SEE_ALSO", "Main/SharedName")),
    )
    assert ("Main/T", "SEE_ALSO", "Main/SharedName") in edges(built)
    assert built.findings["message"].to_pylist() == [
        "Main/SharedName is claimed for Main/A and Main/B; it stays apart."
    ]
    assert codes(built) == ["alias-conflict"]
    assert nodes(built)["Main/A"]["aliases"] == []


def test_an_alias_claimed_by_two_names_of_one_page_is_no_conflict():
    built = graph(
        page("Main/A", aliases=("Shared Name",)),
        page("Main/SharedName", to="Main/OldA"),
        page("Main/OldA", to="Main/A"),
        page("Main/T", relation("Main/T", "SEE_ALSO", "Main/SharedName")),
    )
    assert ("Main/T", "SEE_ALSO", "Main/A") in edges(built)
    assert codes(built) == []


def test_a_page_that_was_read_stands_for_itself():
    built = graph(page("Main/A", aliases=("B",)), page("Main/B"))
    assert {"Main/A", "Main/B"} == set(nodes(built))
    assert codes(built) == ["alias-conflict"]


def test_aliases_become_other_titles():
    built = graph(page("Main/A", aliases=("The Old, Old Name", "Main/EvenOlder")))
    assert nodes(built)["Main/A"]["aliases"] == ["Even Older", "The Old, Old Name"]


def test_an_alias_of_a_work_stays_in_its_namespace():
    built = graph(
        page("Film/GalaxyQuest", aliases=("Captain Taggart",)),
        page("Main/T", relation("Main/T", "SEE_ALSO", "Main/CaptainTaggart")),
    )
    assert ("Main/T", "SEE_ALSO", "Main/CaptainTaggart") in edges(built)


def test_an_alternative_known_beforehand_meets_its_trope():
    facts = page("Main/T", relation("Main/T", "SEE_ALSO", "Main/OldName"))
    built = graph(facts, names=[known("New Name", "Old Name"), known("Old Name")])
    assert ("Main/T", "SEE_ALSO", "Main/NewName") in edges(built)
    assert nodes(built)["Main/NewName"]["aliases"] == ["Old Name"]


def test_what_pages_say_outweighs_what_is_known_beforehand():
    facts = [page("Main/OldName", to="Main/Other"), page("Main/T", relation("Main/T", "SEE_ALSO", "Main/OldName"))]
    assert ("Main/T", "SEE_ALSO", "Main/Other") in edges(graph(*facts, names=[known("New Name", "Old Name")]))


@pytest.mark.parametrize(
    ("pairs", "own", "roots"),
    [
        ([("a", "b"), ("b", "c")], set(), {"a": "c", "b": "c"}),
        ([("a", "b"), ("a", "c"), ("b", "c")], set(), {"a": "c", "b": "c"}),
        ([("a", "b"), ("b", "a")], set(), {}),
        ([("a", "b"), ("b", "c")], {"b"}, {"a": "b"}),
        ([("a", "a")], set(), {}),
        ([("x", "a"), ("x", "b"), ("y", "x")], set(), {"y": "x"}),
    ],
    ids=["chain", "settled by a chain", "circle", "own page", "itself", "leads to a disputed name"],
)
def test_close(pairs, own, roots):
    assert close(pairs, own).roots == roots
    assert close(reversed(pairs), own) == close(pairs, own)


def test_a_name_whose_every_claim_leads_back_to_it_is_a_circle_of_its_own():
    closure = close([("a", "b"), ("a", "c"), ("c", "b"), ("b", "a")], set())
    assert closure.cycles == (("a",),)
    assert closure.roots == {"b": "a", "c": "a"}
