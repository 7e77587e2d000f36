"""Examples of whole pages: data-driven cases, evidence, findings, work pages, hostile items."""

from dataclasses import replace
from pathlib import Path

import pytest

from tropegraph.extract.examples.claims import examples
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.model.names import KnownName
from tropegraph.model.page import Block, BlockKind, Format, Page, RawPage
from tropegraph.model.vocabulary import Modifier, PageKind
from tropegraph.parse import parse

CASES = Path(__file__).resolve().parents[2] / "cases" / "examples"
FORMATS = {".pmwiki": Format.PMWIKI, ".md": Format.MARKDOWN, ".txt": Format.TEXT}
LEXICON = Lexicon.of(
    KnownName(name.lower(), name) for name in ("WallCrawl", "BigBad", "TheDragon", "DeathWorld", "LampshadeHanging")
)


def read(text, fmt=Format.PMWIKI, name="Main/WallJump", kind=PageKind.TROPE):
    page = parse(RawPage(id="case", text=text, format=fmt))
    return replace(page, title="Wall Jump", name=name, kind=kind)


def rows(page):
    return [(e.work.title, e.work.page, e.medium or "", ",".join(e.modifiers)) for e in examples(page, LEXICON)[0]]


@pytest.mark.parametrize("case", sorted(p for p in CASES.iterdir() if p.suffix in FORMATS), ids=lambda p: p.stem)
def test_case(case):
    expected = [tuple(line.split("\t")) for line in case.with_suffix(".tsv").read_text("utf-8").splitlines()]
    assert rows(read(case.read_text("utf-8"), FORMATS[case.suffix])) == expected


@pytest.mark.parametrize("case", sorted(p for p in CASES.iterdir() if p.suffix in FORMATS), ids=lambda p: p.stem)
def test_evidence_stands_in_its_block(case):
    page = read(case.read_text("utf-8"), FORMATS[case.suffix])
    for e in (x.evidence for x in examples(page, LEXICON)[0]):
        assert page.blocks[e.block].text[e.start : e.end] == e.sentence != ""
        assert e.section == " / ".join(page.blocks[e.block].section)


def test_evidence_of_a_modifier_is_the_sentence_that_says_it():
    page = read("!!Examples\n* ''Film/RushHour'' has it. Later on it is averted, sadly. The end.")
    assert examples(page, LEXICON)[0][0].evidence.sentence == "Later on it is averted, sadly."


def test_a_work_named_twice_is_one_example_with_all_that_is_said():
    page = read("!!Examples\n* ''Film/RushHour'' has it.\n* ''Film/RushHour'' again: Averted, then Parodied.")
    found = examples(page, LEXICON)[0]
    assert [e.modifiers for e in found] == [(Modifier.AVERTED, Modifier.PARODIED)]


def test_an_item_without_a_work_is_a_finding():
    facts, findings = examples(read("!!Examples\n* nothing to see here, move along"), LEXICON)
    assert (facts, [f.code for f in findings]) == ((), ["work-unclear"])
    assert "nothing to see here" in findings[0].message


def test_a_subpage_speaks_of_its_trope_and_names_the_medium():
    found = examples(read("* ''Film/RushHour'': Yes.", name="WallJump/Film"), LEXICON)[0]
    assert [(e.trope.page, e.medium) for e in found] == [("Main/WallJump", "Film")]


def test_items_that_lead_to_subpages_say_nothing():
    assert examples(read("!!Examples\n* WallJump/VideoGames\n* WallJump/{{Film}}"), LEXICON) == ((), ())


def test_description_lists_are_no_examples():
    page = read("Text.\n\n* WallCrawl: a sister.\n\n!!Examples\n* ''Film/RushHour'': Yes.")
    assert [e.work.title for e in examples(page, LEXICON)[0]] == ["Rush Hour"]


WORK = """
!!This film provides examples of:
* BigBad: The baker.
* BigBad and TheDragon: The baker's wife.
* DeathWorld: Averted. The oven is quite cool.
** Though [[LampshadeHanging somebody]] remarks on it.
* [[AvertedTrope Averted]] WallCrawl: Nobody can.
* LampshadeHanging: Now and then.
* Something else entirely
"""


def test_work_page_items_name_tropes():
    facts, findings = examples(read(WORK, name="Film/RushHour", kind=PageKind.WORK), LEXICON)
    assert [(e.trope.page, e.modifiers) for e in facts] == [
        ("Main/BigBad", ()),
        ("Main/TheDragon", ()),
        ("Main/DeathWorld", (Modifier.AVERTED, Modifier.LAMPSHADED)),
        ("Main/WallCrawl", (Modifier.AVERTED,)),
        ("Main/LampshadeHanging", ()),
    ]
    assert {(e.work.page, e.medium) for e in facts} == {("Film/RushHour", "Film")}
    assert [f.code for f in findings] == ["trope-unclear"]


def test_work_page_without_links_is_read_by_known_titles():
    text = "This film provides examples of:\n\n• Big Bad and The Dragon: The baker.\n• Death World: Parodied.\n"
    page = read(text, Format.TEXT, "Film/RushHour", PageKind.WORK)
    assert [(e.trope.page, e.modifiers) for e in examples(page, LEXICON)[0]] == [
        ("Main/BigBad", ()),
        ("Main/TheDragon", ()),
        ("Main/DeathWorld", (Modifier.PARODIED,)),
    ]


def test_other_kinds_of_pages_state_no_examples():
    assert examples(read("!!Examples\n* ''Film/RushHour'': Yes.", kind=PageKind.INDEX), LEXICON) == ((), ())


def test_items_nested_without_end_do_not_exhaust_the_stack():
    blocks = tuple(Block(BlockKind.ITEM, f"Film {i}: yes", i + 1, ("Examples",)) for i in range(3000))
    page = Page("deep", "Wall Jump", "Main/WallJump", PageKind.TROPE, Format.TEXT, blocks)
    assert examples(page, LEXICON)[0]


@pytest.mark.parametrize("unit", ["In A: ", "averted, ", "''A'' and ", '"A" ', "A's ", "(", "not "])
def test_hostile_items_are_read(unit):
    block = Block(BlockKind.ITEM, (unit * 2000).strip(), 1, ("Examples",))
    for kind, name in ((PageKind.TROPE, "Main/WallJump"), (PageKind.WORK, "Film/RushHour")):
        page = Page("hostile", "X", name, kind, Format.TEXT, (block,))
        facts, findings = examples(page, LEXICON)
        assert facts or findings


def test_a_subpage_states_the_medium_where_its_headings_are_genres():
    text = "Examples.\n[[folder:Platform Game]]\n* ''VideoGame/SaltGarden'': Yes.\n[[/folder]]\n"
    ((_, _, medium, _),) = rows(read(text, name="WallJump/VideoGames"))
    assert medium == "Video Game"
