"""Title, page name and kind of a page, stated or not."""

import pytest

from tropegraph.extract.identity.identify import identify
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.pages.subject import subject
from tropegraph.model.facts import Ref
from tropegraph.model.names import KnownName, camel, squash
from tropegraph.model.page import Block, BlockKind, Format, Link, Page, RawPage
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse import parse

LEXICON = Lexicon.of(KnownName(squash(t), camel(t)) for t in ("Paper Moon", "Iron Lantern", "Quiet Harbour", "Big Bad"))


def page(*texts: str, title: str = "", name: str = "", redirect_to: str = "") -> Page:
    blocks = tuple(Block(BlockKind.PARAGRAPH, t) for t in texts)
    return Page("p", title, name, None, Format.TEXT, blocks, redirect_to=redirect_to)


def bullets(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.ITEM, t, level=1, section=("Examples",)) for t in texts)


def with_blocks(base: Page, *blocks: Block) -> Page:
    from dataclasses import replace

    return replace(base, blocks=(*base.blocks, *blocks))


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("Paper Moon", "", ("Paper Moon", "Main/PaperMoon")),
        ("PaperMoon", "", ("Paper Moon", "Main/PaperMoon")),
        ("", "Main/PaperMoon", ("Paper Moon", "Main/PaperMoon")),
        ("Film/PaperMoon", "", ("Paper Moon", "Film/PaperMoon")),
        ("A Title Nobody Listed", "", ("A Title Nobody Listed", "Main/ATitleNobodyListed")),
    ],
)
def test_stated_names(title, name, expected):
    known = identify(page("Text.", title=title, name=name), LEXICON)
    assert (known.title, known.name) == expected
    assert known.findings == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Main/PaperMoon", PageKind.TROPE),
        ("Film/PaperMoon", PageKind.WORK),
        ("PaperMoon/Film", PageKind.TROPE),
        ("TheLamps/TropesAToD", PageKind.WORK),
        ("YMMV/TheLamps", PageKind.WORK),
        ("Creator/Somebody", PageKind.CREATOR),
        ("UsefulNotes/TheMoon", PageKind.USEFUL_NOTES),
        ("Laconic/PaperMoon", PageKind.OTHER),
    ],
)
def test_kind_by_namespace(name, kind):
    assert identify(page("Text.", name=name), LEXICON).kind is kind


def test_a_redirect_is_one_whatever_its_name():
    assert identify(page(name="Film/PaperMoon", redirect_to="Film/PaperMoon1973"), LEXICON).kind is PageKind.REDIRECT


def test_an_index_lists_tropes_and_has_no_examples():
    items = [
        Block(BlockKind.ITEM, t, level=1, links=(Link(0, len(t), page=f"Main/{camel(t)}"),))
        for t in ("Iron Lantern", "Quiet Harbour", "Paper Moon", "Big Bad", "Other Things")
    ]
    assert identify(with_blocks(page("A list.", name="Main/NightTropes"), *items), LEXICON).kind is PageKind.INDEX


def listing(source: str, title: str) -> PageKind | None:
    """Kind of a page of wiki source."""
    read = parse(RawPage(id="p", text=source, format=Format.PMWIKI, title=title, name=f"Main/{camel(title)}"))
    return identify(read, LEXICON).kind


def entries(*kinds: str) -> str:
    return "[[index]]\n" + "".join(f"* {kind}Lantern\n" for kind in kinds) + "[[/index]]\n"


FIVE = entries("Amber", "Birch", "Cedar", "Ember", "Fern")
ORDINARY = "\n----\n* They are lit at night.\n* Some of them go out.\n"
EXAMPLES = "\n!!Examples:\n* ''Film/TheTowerKeeper'': It has one.\n* ''Film/{{Kettle}}'': It has two.\n"


@pytest.mark.parametrize(
    "source",
    [
        FIVE,
        FIVE + ORDINARY,
        f"!!Tropes:\n\n{FIVE}",
        "* Of wood\n** BirchLantern\n** CedarLantern\n** ElmLantern\n* Of stone\n** AmberLantern\n** JadeLantern\n",
    ],
)
def test_a_page_that_mostly_lists_tropes_is_an_index(source):
    assert listing(source, "Lamps and Lanterns") is PageKind.INDEX


@pytest.mark.parametrize("source", [entries("Amber", "Birch"), entries("Amber", "Birch") + ORDINARY])
def test_a_short_list_is_an_index_where_the_title_says_so(source):
    assert listing(source, "Lantern Tropes") is PageKind.INDEX
    assert listing(source, "Lamps and Lanterns") is PageKind.TROPE


@pytest.mark.parametrize("title", ["Lamps and Lanterns", "Lantern"])
def test_a_trope_that_lists_its_kinds_and_has_examples_stays_a_trope(title):
    assert listing(FIVE + EXAMPLES, title) is PageKind.TROPE


def test_an_index_without_links_is_told_by_known_tropes():
    items = [Block(BlockKind.ITEM, t, level=1) for t in ("Iron Lantern", "Quiet Harbour", "Paper Moon", "Big Bad", "X")]
    listed = with_blocks(page("A list.", title="Night Tropes"), Block(BlockKind.HEADING, "Tropes:", level=2), *items)
    assert identify(listed, LEXICON).kind is PageKind.INDEX


def test_a_list_of_tropes_that_a_work_provides_is_a_work():
    items = [
        Block(BlockKind.ITEM, f"{t}: Yes.", level=1, links=(Link(0, len(t), page=f"Main/{camel(t)}"),))
        for t in ("Iron Lantern", "Quiet Harbour", "Paper Moon", "Big Bad", "Other Things")
    ]
    known = identify(with_blocks(page("The Lamps provides examples of:"), *items), LEXICON)
    assert (known.title, known.name, known.kind) == ("The Lamps", "", PageKind.WORK)


def test_bare_items_headed_by_tropes_under_an_opening_of_a_work_are_a_work_s():
    heads = ("Paper Moon: It hangs.", "Iron Lantern: One.", "Quiet Harbour: Two.", "Big Bad: The mayor.", "Odd: One.")
    opening = "Billed as new. The Lamps is an anime series consisting of nine episodes."
    items = tuple(Block(BlockKind.ITEM, text, level=1) for text in heads)
    known = identify(with_blocks(page(opening, title="The Lamps"), *items), LEXICON)
    assert (known.kind, known.name, codes(known)) == (PageKind.WORK, "Anime/TheLamps", ["medium-inferred"])
    assert identify(with_blocks(page(opening, title="The Lamps"), *items[:2]), LEXICON).kind is PageKind.TROPE
    of_trope = opening.replace("The Lamps", "Big Bad")
    assert identify(with_blocks(page(of_trope, title="Big Bad"), *items), LEXICON).kind is PageKind.TROPE


def test_a_page_that_may_refer_to_several_is_a_disambiguation():
    opening = page("Paper Moon may refer to:", title="Paper Moon")
    items = (Block(BlockKind.ITEM, "A film.", level=1), Block(BlockKind.ITEM, "A song.", level=1))
    assert identify(with_blocks(opening, *items), LEXICON).kind is PageKind.DISAMBIGUATION
    assert identify(page("It can also refer to lamps.", title="Paper Moon"), LEXICON).kind is PageKind.TROPE


def codes(known: Page) -> list[str]:
    return [f.code for f in known.findings]


def test_title_from_the_line_over_the_examples():
    known = identify(page("A moon of paper.", "Examples of Paper Moon include:"), LEXICON)
    assert (known.title, codes(known)) == ("Paper Moon", ["title-inferred"])


LONG = "Somebody has hung a moon of paper over the stage, and everyone in the play agrees not to mention the strings."


@pytest.mark.parametrize(
    ("line", "below", "title"),
    [
        ("Moon on Strings", LONG, "Moon on Strings"),
        ("Moon on Strings:", LONG, ""),
        ("The moon hangs on strings", LONG, ""),
        ("Moon on Strings", "Too short to be a text.", ""),
    ],
)
def test_title_from_a_first_line_alone_over_a_paragraph(line: str, below: str, title: str):
    known = identify(page(line, below), LEXICON)
    assert (known.title, codes(known)) == (title, ["title-inferred" if title else "title-unknown"])


def test_the_first_line_of_a_page_with_links_may_be_a_caption():
    linked = Block(BlockKind.PARAGRAPH, LONG, links=(Link(0, 8, page="Main/Somebody"),))
    assert identify(with_blocks(page("Moon on Strings"), linked), LEXICON).title == ""


def test_title_from_a_defining_sentence():
    text = "The Paper Moon is a moon on a string. Compare Iron Lantern. A Paper Moon hangs low."
    assert identify(page(text), LEXICON).title == "Paper Moon"


def test_a_trope_that_a_cue_joins_is_not_the_title():
    text = "The Iron Lantern is the opposite of this. Compare Iron Lantern."
    known = identify(page(text), LEXICON)
    assert (known.title, known.name, codes(known)) == ("", "", ["title-unknown"])


def test_title_from_its_uses_in_the_examples():
    shown = bullets(
        "The Lamps made Paper Moon a habit.",
        "The Gulls is as far from Paper Moon as it gets.",
        "The Wind believes in Paper Moon.",
        "The Rain has an Iron Lantern.",
    )
    base = with_blocks(page("A thing of paper at night."), Block(BlockKind.HEADING, "Examples", level=2), *shown)
    assert identify(base, LEXICON).title == "Paper Moon"
    assert identify(with_blocks(page("A thing of paper at night."), *shown[:2]), LEXICON).title == ""


def test_subject_is_the_parent_of_a_subpage():
    trope = identify(page(name="PaperMoon/VideoGames"), LEXICON)
    assert subject(trope) == Ref("Paper Moon", "Main/PaperMoon")
    link = Block(BlockKind.PARAGRAPH, "The Lamps again.", links=(Link(0, 9, page="Series/TheLamps"),))
    work = identify(with_blocks(page(name="TheLamps/TropesAToD"), link), LEXICON)
    assert subject(work) == Ref("The Lamps", "Series/TheLamps")
    assert subject(identify(page(name="YMMV/TheGulls"), LEXICON)) == Ref("The Gulls", "")
    assert subject(identify(page(name="Film/PaperMoon"), LEXICON)) == Ref("Paper Moon", "Film/PaperMoon")
