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
    ("line", "why"),
    [
        ("same\tMain/A", "has 2 columns instead of 3"),
        ("same Main/A Main/B", "has 1 column instead of 3"),
        ("sane\tMain/A\tMain/B", 'begins with "sane", which is none of same, different, alias'),
        ("same\tA\tMain/B", 'names "A", which is no page such as Main/TheHero'),
        ("same\tMain/A\tMain/A", "names one page twice"),
        ("alias\t!\tMain/B", 'names "!", which is no page such as Main/TheHero'),
        ("alias\tSome Title\tSome Page", 'names "Some Page", which is no page such as Main/TheHero'),
    ],
)
def test_a_line_that_is_no_decision_is_told_with_what_is_wrong(line, why):
    with pytest.raises(InputError) as error:
        parse_decisions(f"# one\n{line}\n", "d.tsv")
    assert error.value.message == f"d.tsv, line 2, {why}."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("same\tMain/A\tMain/B", "different\tMain/B\tMain/A"),
        ("alias\tMain/A\tMain/B", "alias\tMain/A\tMain/C"),
        ("alias\tMain/A\tMain/B", "alias\tMain/B\tMain/A"),
        ("different\tMain/A\tMain/B", "alias\tMain/A\tMain/B"),
    ],
)
def test_a_contradiction_is_told(one, other):
    with pytest.raises(InputError, match=r"d\.tsv, line 2, contradicts line 1"):
        parse_decisions(f"{one}\n{other}\n", "d.tsv")


def test_aliases_in_a_circle_are_told():
    lines = [f"alias\tMain/{a}\tMain/{b}\n" for a, b in ("AB", "BC", "CA")]
    with pytest.raises(InputError, match="line 3, contradicts line 2: the name leads back to itself"):
        parse_decisions("".join(lines), "d.tsv")


def test_every_wrong_line_is_told_on_a_line_of_its_own():
    with pytest.raises(InputError) as error:
        parse_decisions("same\nsame\tMain/A\tMain/B\nmaybe\tMain/A\tMain/B\n", "d.tsv")
    assert [line[:14] for line in error.value.message.splitlines()] == ["d.tsv, line 1,", "d.tsv, line 3,"]


def test_a_line_said_twice_is_no_contradiction():
    assert len(parse_decisions("same\tMain/A\tMain/B\n" * 2, "d.tsv").same) == 2


def test_aliases_are_followed_over_chains():
    text = "alias\tMain/A\tMain/B\nalias\tMain/B\tMain/C\n"
    assert targets(built(text, pointing("Main/A", "Main/B", "Main/C"))) == {"Main/C"}


def test_an_alias_follows_the_redirect_of_the_page_it_leads_to():
    pages = [pointing("Main/A"), page("Main/B", to="Main/C")]
    assert targets(built("alias\tMain/A\tMain/B\n", *pages)) == {"Main/C"}


def test_an_alias_overrules_the_redirect_that_leads_back():
    pages = [pointing("Main/A", "Main/B"), page("Main/B", to="Main/A")]
    assert targets(built("alias\tMain/A\tMain/B\n", *pages)) == {"Main/B"}
