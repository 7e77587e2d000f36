"""The user's word on single names wins over every rule."""

import pytest
from stating import edges, example, known, named, page, relation, work

from tropegraph.errors import InputError
from tropegraph.graph import Graph
from tropegraph.resolve import resolve
from tropegraph.resolve.decisions import Pair, parse_decisions


def built(text, *pages, names=()):
    return Graph.of(resolve(pages, (), names, (), decisions=parse_decisions(text, "d.tsv")))


def targets(graph):
    return {target for source, _, target in edges(graph) if source == "Main/T"}


def pointing(*others):
    return page("Main/T", *(relation("Main/T", "LEADS_TO", other) for other in others))


def test_same_makes_one_node_with_the_second_s_name():
    text = "same\tMain/RomeoTrope\tMain/StarCrossedLovers\n"
    assert targets(built(text, pointing("Main/RomeoTrope"), page("Main/StarCrossedLovers"))) == {
        "Main/StarCrossedLovers"
    }
    assert targets(built(text, pointing("Main/StarCrossedLovers"), page("Main/RomeoTrope"))) == {
        "Main/StarCrossedLovers"
    }


def test_same_unites_two_pages_that_were_read():
    both = [work("Film/A", example("Film/A", "Main/X")), work("Film/B", example("Film/B", "Main/Y"))]
    graph = built("same\tFilm/A\tFilm/B\n", *both)
    assert set(edges(graph)) == {("Film/B", "EXAMPLE_OF", "Main/X"), ("Film/B", "EXAMPLE_OF", "Main/Y")}


def test_different_undoes_a_rule():
    pages = [pointing("Main/LonelyWolves"), page("Main/LonelyWolf")]
    assert targets(built("", *pages)) == {"Main/LonelyWolf"}
    assert targets(built("different\tMain/LonelyWolves\tMain/LonelyWolf\n", *pages)) == {"Main/LonelyWolves"}


def test_different_undoes_a_redirect():
    pages = [pointing("Main/OldName"), page("Main/OldName", to="Main/NewName"), page("Main/NewName")]
    assert targets(built("", *pages)) == {"Main/NewName"}
    assert targets(built("different\tMain/OldName\tMain/NewName\n", *pages)) == {"Main/OldName"}


def test_different_parts_two_spellings_of_one_key():
    pages = [pointing("Main/StarcrossedLovers", "Main/StarCrossedLovers"), page("Main/StarCrossedLovers")]
    assert targets(built("", *pages)) == {"Main/StarCrossedLovers"}
    text = "different\tMain/StarCrossedLovers\tMain/StarcrossedLovers\n"
    assert targets(built(text, *pages)) == {"Main/StarCrossedLovers", "Main/StarcrossedLovers"}


def test_an_alias_leads_a_title_to_a_page():
    pages = [pointing(named("Romeo Trope")), page("Main/RomeoTrope", to="Main/Elsewhere"), page("Main/StarCrossed")]
    assert targets(built("", *pages)) == {"Main/Elsewhere"}
    assert targets(built("alias\tRomeo Trope\tMain/StarCrossed\n", *pages)) == {"Main/StarCrossed"}


def test_an_alias_overrules_a_page_that_was_read():
    pages = [pointing("Main/A"), page("Main/A"), page("Main/B")]
    assert targets(built("alias\tMain/A\tMain/B\n", *pages)) == {"Main/B"}


def test_an_alias_overrules_the_names_known_beforehand():
    names = [known("New Name", "Old Name")]
    assert targets(built("alias\tOld Name\tMain/Other\n", pointing("Main/OldName"), names=names)) == {"Main/Other"}


def test_comments_and_empty_lines_say_nothing():
    assert parse_decisions("# same\tA\tB\n\nsame\tMain/A\tMain/B\n", "d").same == (Pair("Main/A", "Main/B"),)


@pytest.mark.parametrize(
    "line",
    ["same\tMain/A", "sane\tMain/A\tMain/B", "same\tA\tMain/B", "same\tMain/A\tMain/A", "alias\t!\tMain/B"],
)
def test_a_line_that_is_no_decision_is_named(line):
    with pytest.raises(InputError, match=r"d\.tsv, line 2"):
        parse_decisions(f"# one\n{line}\n", "d.tsv")


def test_a_contradiction_is_named():
    with pytest.raises(InputError, match=r"d\.tsv, line 2, contradicts"):
        parse_decisions("same\tMain/A\tMain/B\ndifferent\tMain/B\tMain/A\n", "d.tsv")
