"""One node for one work: the known ways to take one work for another, each in a small wiki."""

from pathlib import Path

import pytest

import tropegraph as tg
from tests.integration.single_wiki import Wiki, codes, examples, trope, work


@pytest.fixture
def wiki(tmp_path: Path) -> Wiki:
    return Wiki(tmp_path / "wiki")


def told_in(wiki: Wiki, bullet: str, *works: str, heading: str = "Film", **pages: str) -> tuple[str, list[str]]:
    """The work that a bullet without a link is taken for beside these pages, and what was told."""
    more = {page.replace("__", "/"): text for page, text in pages.items()}
    listed = {page: work("BirchLantern: It does.") for page in works}
    graph = wiki.graph({"Main/AmberLantern": trope(bullet, heading=heading), **listed, **more})
    (found,) = (source for source, target in examples(graph) if target == "Main/AmberLantern")
    return found, codes(graph)


def test_failure_disambiguation_taken_as_the_work(wiki: Wiki) -> None:
    apart = (
        '"Kettle" may refer to any of the following:\n\n* '
        "Film/Kettle"
        ", the film.\n* "
        "Literature/Kettle"
        ", the book.\n\n"
        "If an internal link has led you here, please change it so that it points to the article that is meant.\n"
    )
    found, _ = told_in(wiki, "''Main/{{Kettle}}'' has one.", "Film/Kettle", "Literature/Kettle", Main__Kettle=apart)
    assert found == "Film/Kettle"


def test_failure_leading_digits(wiki: Wiki) -> None:
    assert told_in(wiki, "''12 Kettles'' has one.", "Film/TwelveKettles") == ("Film/TwelveKettles", [])


def test_failure_leading_digits_of_a_page(wiki: Wiki) -> None:
    assert told_in(wiki, "''12 Kettles'' has one.", "Film/12Kettles") == ("Film/12Kettles", [])


SPOKEN = {
    "pmwiki": "A film of {}.\n\n!!This film provides examples of:\n* AmberLantern: It does.\n",
    "md": "A film of {}.\n\n## Tropes in this film\n\n* [Amber Lantern](../Main/AmberLantern.md): It does.\n",
    "txt": "A film of {}.\n\nThis film provides examples of:\n\n* Amber Lantern: It does.\n",
}
"""A page of a work that does not say its title, in some markups."""


@pytest.mark.parametrize("ending", SPOKEN)
@pytest.mark.parametrize(("page", "heading"), [("Film/300", "Film"), ("Series/24", "Live-Action TV"),
                                               ("Literature/1984", "Literature")])  # fmt: skip
def test_failure_names_that_are_numbers(tmp_path: Path, page: str, heading: str, ending: str) -> None:
    number = page.partition("/")[2]
    linked = trope(f"''[[{page} so]]'' has one.", f"''{number}'' has one.", f"''{page}'' has one.", heading=heading)
    for name, text in ((f"{page}.{ending}", SPOKEN[ending].format(number)), ("Main/AmberLantern.pmwiki", linked)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    graph = tg.build(tmp_path, names=(), workers=1)
    (edge,) = graph.edges.to_pylist()
    assert (edge["source"], edge["target"], edge["stated_on"]) == (page, "Main/AmberLantern", ["trope", "work"])


def test_files_that_are_counted_have_the_name_of_their_title(wiki: Wiki) -> None:
    said = "A film of a tower.\n\n!!This film provides examples of:\n* AmberLantern: It does.\n"
    graph = wiki.graph({"Film/7": f"[[title:The Tower Keeper]]\n{said}", "Film/8": said})
    assert {source for source, _ in examples(graph)} == {"Film/TheTowerKeeper", "Film/8"}


@pytest.mark.parametrize("title", ["Sword & Kettle", "Sword and Kettle"])
def test_failure_dropped_ampersand(wiki: Wiki, title: str) -> None:
    assert told_in(wiki, f"''{title}'' has one.", "Film/SwordKettle") == ("Film/SwordKettle", [])


def test_failure_subtitles(wiki: Wiki) -> None:
    both = ("Film/Kettle", "Film/KettleTheReturn")
    assert told_in(wiki, "''Kettle: The Return'' has one.", *both) == ("Film/KettleTheReturn", [])
    assert told_in(wiki, "''Kettle'' has one.", *both) == ("Film/Kettle", [])


def test_failure_subtitle_without_a_page(wiki: Wiki) -> None:
    assert told_in(wiki, "''Kettle: The Return'' has one.", "Film/Kettle") == ("Film/KettleTheReturn", [])


def test_failure_accents(wiki: Wiki) -> None:
    assert told_in(wiki, "''Château of Kettles'' has one.", "Film/ChateauOfKettles") == ("Film/ChateauOfKettles", [])


def test_failure_years(wiki: Wiki) -> None:
    both = ("Film/Kettle1951", "Film/Kettle1982")
    assert told_in(wiki, "''Kettle (1982)'' has one.", *both) == ("Film/Kettle1982", [])
    assert told_in(wiki, "''Kettle'' has one.", *both) == ("Film/Kettle", ["name-ambiguous"])


def test_failure_years_of_a_remake_without_a_page(wiki: Wiki) -> None:
    assert told_in(wiki, "''Kettle (1982)'' has one.", "Film/Kettle", "Film/Kettle1951")[0] == "Film/Kettle1982"


def test_failure_creators(wiki: Wiki) -> None:
    both = ("Literature/KettleAshdown", "Literature/KettleCarrow")
    found = told_in(wiki, "''Kettle (Carrow)'' has one.", *both, heading="Literature")
    assert found == ("Literature/KettleCarrow", [])


def test_failure_franchise_and_book_taken_as_the_film(wiki: Wiki) -> None:
    others = ("Franchise/Kettle", "Literature/Kettle")
    assert told_in(wiki, "''Kettle'' has one.", *others) == ("Film/Kettle", ["other-medium"])
    assert told_in(wiki, "''Kettle'' has one.", *others, "Film/Kettle") == ("Film/Kettle", [])


@pytest.mark.parametrize(("heading", "space"), [("Literature", "Theatre"), ("Theatre", "Literature")])
def test_failure_play_among_books(wiki: Wiki, heading: str, space: str) -> None:
    """Half the works told so are the play, half a book of its name: only a redirect or the user says which."""
    found = told_in(wiki, "''Kettle'' has one.", f"{space}/Kettle", heading=heading)
    assert found == (f"{heading}/Kettle", ["other-medium"])


def test_failure_play_among_books_with_a_redirect(wiki: Wiki) -> None:
    led = {"Literature__Kettle": "[[redirect:Theatre/Kettle]]\n"}
    assert told_in(wiki, "''Kettle'' has one.", "Theatre/Kettle", heading="Literature", **led) == ("Theatre/Kettle", [])


def test_failure_play_among_books_with_a_decision(wiki: Wiki) -> None:
    pages = {"Main/AmberLantern": trope("''Kettle'' has one.", heading="Literature"), "Theatre/Kettle": work()}
    graph = wiki.graph(pages, decided="same\tLiterature/Kettle\tTheatre/Kettle\n")
    assert (examples(graph), codes(graph)) == ({("Theatre/Kettle", "Main/AmberLantern")}, [])


def test_failure_subpages(wiki: Wiki) -> None:
    spaces = ("Trivia", "YMMV", "Characters", "Recap")
    parts = {f"{space}/TheTowerKeeper": work(f"{space}Lantern: It does.") for space in spaces}
    graph = wiki.graph({"Film/TheTowerKeeper": work("AmberLantern: It does."), **parts})
    assert {source for source, _ in examples(graph)} == {"Film/TheTowerKeeper"}
    stated = {row["target"]: row["page"] for row in graph.evidence.to_pylist()}
    assert stated == {"Main/AmberLantern": "Film/TheTowerKeeper"} | {
        f"Main/{space}Lantern": f"{space}/TheTowerKeeper" for space in spaces
    }
