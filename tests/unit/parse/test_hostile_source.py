"""Broken and very long sources: what comes out of them, beside that something does."""

import re
from collections import Counter

import pytest

from tropegraph.model.page import Block, BlockKind, Format, Page, RawPage
from tropegraph.parse import parse

PMWIKI, MARKDOWN, TEXT = Format.PMWIKI, Format.MARKDOWN, Format.TEXT
FIVE_MEGABYTES = 5_000_000


def _parse(markup: Format, text: str) -> Page:
    return parse(RawPage("hostile", text, markup))


def _only(page: Page) -> Block:
    (block,) = page.blocks
    return block


def _labels(block: Block) -> Counter[tuple[str, str]]:
    return Counter((block.text[link.start : link.end], link.page) for link in block.links)


@pytest.mark.parametrize(
    ("markup", "unit", "shown"),
    [
        (PMWIKI, "A TrapDoor, ''wet'' and [[TrapDoor open]]. ", "A Trap Door, wet and open. "),
        (
            MARKDOWN,
            "A [Trap Door](/pmwiki/pmwiki.php/Main/TrapDoor), *wet* and \\[open\\]. ",
            "A Trap Door, wet and [open]. ",
        ),
        (TEXT, "A trap door, wet and open, of the old kind. ", "A trap door, wet and open, of the old kind. "),
    ],
)
def test_five_megabytes_in_one_line_are_one_paragraph(markup: Format, unit: str, shown: str) -> None:
    count = FIVE_MEGABYTES // len(unit)
    block = _only(_parse(markup, unit * count))
    assert block.kind is BlockKind.PARAGRAPH
    assert block.text == (shown * count).rstrip()
    links = {PMWIKI: {"Trap Door": 1, "open": 1}, MARKDOWN: {"Trap Door": 1}, TEXT: {}}[markup]
    assert _labels(block) == {(label, "Main/TrapDoor"): count * each for label, each in links.items()}
    assert len(block.spans) == (0 if markup is TEXT else count)


@pytest.mark.parametrize(
    ("markup", "count", "indent", "bullet"),
    [(PMWIKI, 10_000, "*", "* "), (MARKDOWN, 2_000, "  ", "- "), (TEXT, 2_000, "  ", "• ")],
)
def test_bullets_nested_ever_deeper_keep_their_depth(markup: Format, count: int, indent: str, bullet: str) -> None:
    page = _parse(markup, "\n".join(f"{indent * depth}{bullet}item" for depth in range(count)))
    assert {(block.kind, block.text) for block in page.blocks} == {(BlockKind.ITEM, "item")}
    assert [block.level for block in page.blocks] == list(range(1, count + 1))


@pytest.mark.parametrize(("markup", "bullet"), [(PMWIKI, "*** "), (MARKDOWN, "    - "), (TEXT, "    • ")])
def test_ten_thousand_bullets_of_one_depth(markup: Format, bullet: str) -> None:
    page = _parse(markup, f"{bullet}item\n" * 10_000)
    assert len(page.blocks) == 10_000
    assert len({block.level for block in page.blocks}) == 1


def test_folders_that_are_never_closed_go_on_to_the_end() -> None:
    page = _parse(PMWIKI, "[[folder:x]]\n* One\n" * 10_000)
    assert Counter(block.kind for block in page.blocks) == {BlockKind.HEADING: 10_000, BlockKind.ITEM: 10_000}
    assert [finding.code for finding in page.findings] == ["unclosed-markup"]
    assert set(page.blocks[-1].section) == {"x"}


def test_details_that_are_never_closed_are_folders_one_below_the_other() -> None:
    page = _parse(MARKDOWN, "<details>\n<summary>x</summary>\n\n- One\n\n" * 1_000)
    assert [block.section for block in page.blocks if block.kind is BlockKind.ITEM] == [("x",)] * 1_000


def test_a_link_over_two_lines_of_wiki_source_ends_on_its_own() -> None:
    page = _parse(PMWIKI, "One [[TrapDoor two\nthree]] four")
    block = _only(page)
    assert block.text == "One Trap Door two three]] four"
    assert _labels(block) == {("Trap Door", "Main/TrapDoor"): 1}
    assert [finding.code for finding in page.findings] == ["unclosed-markup", "unclosed-markup"]


def test_links_opened_on_every_line_do_not_reach_the_next() -> None:
    page = _parse(PMWIKI, "* [[TrapDoor a\n" * 5_000)
    assert {block.text for block in page.blocks} == {"Trap Door a"}
    assert len(page.findings) == 5_000


def test_brackets_of_markdown_that_nothing_closes_are_text() -> None:
    assert _only(_parse(MARKDOWN, "[a](http://" * 20_000)).text.startswith("[a](http://[a](http://")
    assert _only(_parse(MARKDOWN, "[" * 50_000 + "a")).text == "[" * 50_000 + "a"


@pytest.mark.parametrize("markup", [PMWIKI, MARKDOWN, TEXT])
def test_control_characters_and_lone_surrogates_are_characters_like_others(markup: Format) -> None:
    block = _only(_parse(markup, "One\x01 \ud800two\x7f\x0bthree\udfff \x00four\u2028five."))
    assert block.text == "One\x01 \ud800two\x7f three\udfff four five."


@pytest.mark.parametrize("markup", [PMWIKI, MARKDOWN, TEXT])
@pytest.mark.parametrize("nothing", ["", "\n", " \t\n\x00", "\ufeff", "\u200b\n\u00a0", "\r" * 1000])
def test_nothing_is_a_page_without_blocks(markup: Format, nothing: str) -> None:
    page = _parse(markup, nothing)
    assert page.blocks == ()
    assert page.findings == ()


def test_everything_that_opens_and_nothing_that_closes_loses_no_word() -> None:
    opened = "[[spoiler:a\n[[note]]b\n[[folder:c\n[[quoteright:d\n''e '''f [=g @@h ==i [[wobble:j [[TrapDoor k {{l"
    text = " ".join(block.text for block in _parse(PMWIKI, opened).blocks)
    assert set("abcdefghijkl") <= set(re.findall(r"\b[a-z]\b", text))
