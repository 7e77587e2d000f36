"""Works of list items that lost links and emphasis, where some titles are known: `cases/examples/bullets_known.tsv`.

Rows as in `bullets.tsv`. The known works are made up.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tropegraph.extract.examples.claims import examples
from tropegraph.extract.names.given_names import is_given_name, is_person
from tropegraph.extract.names.known_works import Works
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.model.names import KnownName, squash
from tropegraph.model.page import Format, RawPage
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse import parse

ROWS = Path(__file__).resolve().parents[2] / "cases" / "examples" / "bullets_known.tsv"
WORKS = {
    "VideoGame/": ("Lantern Keep", "Lantern Keep II", "Rust and Rowan"),
    "Series/": ("Mind the Goose", "Harbour Nine", "Tollgate"),
    "Film/": ("Night of the Heron", "Drift", "Copenhagen"),
    "Literature/": ("The Crooked Lamp", "The Oyster"),
    "Anime/": ("Kelp",),
    "Theatre/": ("The Tin Soprano",),
    "WesternAnimation/": ("Pancake Brigade",),
}
NAMES = {squash(title): (page,) for page, titles in WORKS.items() for title in titles}
LEXICON = Lexicon.of([KnownName("wallcrawl", "WallCrawl")], works=lambda: NAMES)


def found(folder: str, bullet: str):
    lines = ["Getting up there by kicking what is in the way.", "", "Examples:", "", folder, "", f"• {bullet}"]
    parsed = parse(RawPage(id="case", text="\n".join(lines) + "\n", format=Format.TEXT))
    page = replace(parsed, title="Wall Jump", name="Main/WallJump", kind=PageKind.TROPE)
    return [e.work for e in examples(page, LEXICON)[0]]


@pytest.mark.parametrize(
    ("folder", "bullet", "works"), [row.split("\t") for row in ROWS.read_text("utf-8").splitlines()]
)
def test_works_of_a_bullet(folder: str, bullet: str, works: str):
    assert {w.title for w in found(folder, bullet)} == set(works.split(" | "))


def test_a_year_in_brackets_goes_into_the_name_of_the_page():
    assert [w.page for w in found("Films", "Drift (1971) has it.")] == ["Film/Drift1971"]
    assert [w.page for w in found("Anime & Manga", "Kelp (1971) has it.")] == [""]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Agnes Mole", True),
        ("P. J. Wren", True),
        ("Ludwig van Vole", True),
        ("Agnes", False),
        ("Lantern Keep", False),
        ("Agnes and the Moles", False),
        ("The Agnes Mole", False),
    ],
)
def test_a_persons_name_begins_with_a_given_name_or_initials(name: str, person: bool):
    assert is_person(name) is person


def test_an_everyday_word_is_no_given_name():
    assert is_given_name("Margaret")
    assert not is_given_name("Hope")


@pytest.mark.parametrize(
    ("title", "medium", "fits"),
    [
        ("Pancake Brigade", "Western Animation", True),
        ("Pancake Brigade", "Animated Film", True),
        ("Pancake Brigade", "Literature", False),
        ("Pancake Brigade", "Platform Game", True),
        ("Tollgate", "Platform Game", False),
        ("Tollgate", "Live-Action TV", True),
        ("Unheard Of", "Film", False),
    ],
)
def test_a_work_fits_a_folder_of_its_medium_and_of_those_like_it(title: str, medium: str, fits: bool):
    assert Works(lambda: NAMES).fits(title, medium) is fits
