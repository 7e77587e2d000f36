"""Examples that lost their bullets are read line by line; remarks under a heading over bullets are none."""

from dataclasses import replace

from tropegraph.extract.examples.claims import examples
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.model.page import Format, RawPage
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse import parse

DESCRIPTION = "Getting up there by kicking what is in the way.\n\n"
FILM = ("The Paper Lantern: Twice.", "In The Salt Harbour, they do it in the rain.", "Averted in The Glass Orchard.")
GAME = ("Iron Kettle III: You can.", "Tin Moon has a whole level of it.")


def works(*paragraphs: str) -> dict[str, str | None]:
    text = DESCRIPTION + "\n\n".join(paragraphs) + "\n"
    page = parse(RawPage(id="case", text=text, format=Format.TEXT))
    page = replace(page, title="Wall Jump", name="Main/WallJump", kind=PageKind.TROPE)
    return {e.work.title: e.medium for e in examples(page, Lexicon.of(()))[0]}


FOUND = {
    "The Paper Lantern": "Film",
    "The Salt Harbour": "Film",
    "The Glass Orchard": "Film",
    "Iron Kettle III": "Video Game",
    "Tin Moon": "Video Game",
}


def test_lines_below_media_are_items():
    assert works("Examples:", "Film", *FILM, "Video Games", *GAME) == FOUND


def test_lines_without_blank_lines_between():
    assert works("Examples:", "\n".join(("Film", *FILM)), "\n".join(("Video Games", *GAME))) == FOUND


def test_lines_below_examples_alone():
    assert works("Examples:", *FILM, *GAME) == dict.fromkeys(FOUND)


def test_bullets_left_hang_below_the_line_above():
    series = ("Brass Comet:", "    • Brass Comet II: Thrice.\n    • Brass Comet III: Never.")
    found = works("Examples:", "Film", *FILM, "Video Games", *series, *GAME)
    assert found.keys() - {"Brass Comet"} == FOUND.keys() | {"Brass Comet II", "Brass Comet III"}


def test_one_folder_without_bullets():
    bullets = "\n".join(f"• {line}" for line in (*FILM, *FILM, *FILM))
    lines = (*GAME, "Lead Comet: You must.", "Copper Gate has it, too.")
    assert works("Examples:", "Film", bullets, "Video Games", *lines).keys() > FOUND.keys()


def test_remarks_over_bullets_are_none():
    remarks = ("Note:", "The Tin Rule: no more than one each.", "The Lead Rule: no fewer.", "The Old Rule: none.")
    bullets = "\n".join(f"• {line}" for line in (*FILM, *GAME))
    assert works("Examples:", *remarks, "Film", bullets) == dict.fromkeys(FOUND, "Film")


def test_description_without_examples():
    assert works(*FILM, *GAME) == {}
