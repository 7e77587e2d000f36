"""The shared builder: folding, offsets, sections."""

import pytest

from tropegraph.model.page import Block, BlockKind, SpanKind
from tropegraph.parse.build import FOLDER_LEVEL, Outline, TextBuilder


def _text(words: str) -> TextBuilder:
    builder = TextBuilder()
    builder.write(words)
    return builder


def _block(builder: TextBuilder) -> Block:
    block = builder.block(BlockKind.PARAGRAPH)
    assert block is not None
    return block


def _slices(block: Block) -> list[str]:
    return [block.text[part.start : part.end] for part in (*block.links, *block.spans)]


def test_white_space_is_folded_over_all_writes() -> None:
    builder = TextBuilder()
    for piece in ("  One\t", "\n two", "\u00a0", " three\u200b ", ""):
        builder.write(piece)
    assert _block(builder).text == "One two three"


def test_a_hard_break_takes_the_place_of_spaces_and_never_ends_a_text() -> None:
    builder = TextBuilder()
    builder.hard_break()
    builder.write("One ")
    builder.hard_break()
    builder.write("  two")
    builder.hard_break()
    assert _block(builder).text == "One\ntwo"


def test_links_and_marks_hold_no_white_space_at_either_end() -> None:
    builder = _text("See")
    start = builder.here
    builder.write("  Trap Door  ")
    builder.link(start, page="Main/TrapDoor")
    builder.mark(start, SpanKind.ITALIC)
    builder.write(" now")
    block = _block(builder)
    assert block.text == "See Trap Door now"
    assert _slices(block) == ["Trap Door", "Trap Door"]


def test_links_and_marks_over_nothing_are_dropped() -> None:
    builder = _text("One ")
    start = builder.here
    builder.write("   ")
    builder.link(start, page="Main/TrapDoor")
    builder.mark(start, SpanKind.BOLD)
    assert _slices(_block(builder)) == []


def test_the_first_of_two_overlapping_links_stays() -> None:
    builder = TextBuilder()
    outer = builder.here
    builder.write("One ")
    inner = builder.here
    builder.write("two")
    builder.link(inner, page="Main/Two")
    builder.link(outer, page="Main/OneTwo")
    assert [link.page for link in _block(builder).links] == ["Main/Two"]


def test_since_gives_what_was_written() -> None:
    builder = _text("One two ")
    start = builder.here
    builder.write("three ")
    builder.write("four")
    assert builder.since(start) == "three four"
    assert builder.since(0) == "One two three four"


def test_a_text_of_white_space_is_no_block() -> None:
    assert _text(" \n\u00a0").block(BlockKind.ITEM) is None


def test_headings_end_those_of_their_own_and_lower_rank() -> None:
    outline = Outline()
    for words, level in (("A", 2), ("B", 3), ("C", 3), ("D", 2)):
        outline.heading(_text(words), level)
        outline.add(_text(words.lower()), BlockKind.PARAGRAPH)
    paragraphs = [(b.text, b.section) for b in outline.blocks if b.kind is BlockKind.PARAGRAPH]
    assert paragraphs == [("a", ("A",)), ("b", ("A", "B")), ("c", ("A", "C")), ("d", ("D",))]
    assert [b.section for b in outline.blocks if b.text == "C"] == [("A",)]


def test_folders_nest_and_end_with_all_that_is_in_them() -> None:
    outline = Outline()
    outline.heading(_text("Examples"), 2)
    outline.folder(_text("Outer"))
    outline.folder(_text("Inner"))
    outline.heading(_text("Old"), 3)
    assert outline.path == ("Examples", "Outer", "Inner", "Old")
    assert outline.end_folder()
    assert outline.path == ("Examples", "Outer")
    assert outline.end_folder()
    assert outline.path == ("Examples",)
    assert not outline.end_folder()
    assert [b.level for b in outline.blocks] == [2, FOLDER_LEVEL, FOLDER_LEVEL, 3]


def test_paths_stop_growing_at_a_depth_of_no_use() -> None:
    outline = Outline()
    for _ in range(1000):
        outline.folder(_text("In"))
    assert len(outline.blocks) == 1000
    assert len(outline.path) < 50


@pytest.mark.parametrize(
    "words",
    [
        '"Hatch" redirects here. For the bird, see that page instead.',
        "Warning: This Play gives away its whole plot ahead: you have been warned.",
        "Beware, this page gives the whole plot away!",
    ],
)
def test_a_sentence_in_a_heading_is_a_paragraph_that_heads_nothing(words: str) -> None:
    outline = Outline()
    outline.heading(_text("Tropes"), 2)
    outline.heading(_text(words), 2)
    outline.add(_text("One"), BlockKind.PARAGRAPH)
    assert [(b.kind, b.section) for b in outline.blocks[1:]] == [(BlockKind.PARAGRAPH, ("Tropes",))] * 2


@pytest.mark.parametrize(
    "words",
    [
        "This play contains examples of the following tropes.",
        "Oh, and by the Way I Am Your Father!",
        "Those who went down and never came back...",
        "Did she know who had pulled the lever that night?",
        "Mr. and Mrs.",
    ],
)
def test_other_headings_with_a_sign_at_their_end_head_what_follows(words: str) -> None:
    outline = Outline()
    outline.heading(_text(words), 2)
    assert outline.path == (words,)
