"""What holds of wikitext whatever it says: nothing raises, offsets fit, and what shows nothing changes nothing."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tropegraph.model.page import Block, BlockKind, Format, Link, Page, RawPage, Span
from tropegraph.parse import parse

ROOT = Path(__file__).parents[2]
CASES = [
    case["input"]
    for path in sorted((ROOT / "tests" / "cases" / "mediawiki").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
SAMPLES = [path.read_text("utf-8") for path in sorted((ROOT / "data" / "sample" / "formats" / "mediawiki").glob("*/*"))]
MARKS = """
[[ ]] {{ }} | '' ''' ''''' * ** : ; == = {| |} |- |+ || ! !! <ref> </ref> <nowiki> </nowiki> <!-- --> <br> <i> </i>
<div> </div> <blockquote> </blockquote> <poem> </poem> <li> [http://a.example ] http://a.example/b. &amp; &#39; ~~~~
{{quote| {{spoiler| {{collapse|A| {{collapse_top|A}} {{collapse_bottom}} [[File:a.png|frame| [[Category:Film]] __NOTOC__
text= [[Lamp]]s [[Lamp| [[/Film]]
"""
SIGNS = [*MARKS.split(), "\n", "\n\n", "\t", "\x00", "\u00a0", "\u200b", "\ud800", "é"]
quick = settings(max_examples=150, deadline=None)


def _parse(text: str, title: str = "") -> Page:
    return parse(RawPage("any", text, Format.MEDIAWIKI, title=title))


def _check(block: Block) -> None:
    assert block.text == block.text.strip() != ""
    assert not any(white in block.text for white in ("  ", " \n", "\n ", "\n\n", "\t", "\r"))
    assert all(before.end <= link.start for before, link in zip(block.links, block.links[1:], strict=False))
    assert all(link.page or link.url for link in block.links)
    assert list(block.spans) == sorted(block.spans, key=lambda span: span.start)
    parts: tuple[Link | Span, ...] = (*block.links, *block.spans)
    for part in parts:
        assert 0 <= part.start < part.end <= len(block.text)
        assert block.text[part.start : part.end] == block.text[part.start : part.end].strip()


def _check_page(page: Page) -> None:
    titles = {block.text for block in page.blocks if block.kind is BlockKind.HEADING}
    for block in page.blocks:
        _check(block)
        assert set(block.section) <= titles


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from([*SIGNS, "goat", " "]), max_size=60).map("".join)))
@quick
def test_any_text(text: str) -> None:
    _check_page(_parse(text, "Goat"))


changes = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4), st.sampled_from([*SIGNS, ""])), max_size=6)


@given(st.sampled_from([*CASES, *SAMPLES]), changes)
@quick
def test_a_page_with_faults(text: str, faults: list[tuple[float, int, str]]) -> None:
    for place, length, sign in faults:
        at = int(place * len(text))
        text = text[:at] + sign + text[at + length :]
    _check_page(_parse(text, "Goat/Film"))


WORDS = st.sampled_from(["goat", "Bella's", "eats", "a very long day", "Été", "of", "AT&amp;T", "5 > 4"])
TITLES = st.sampled_from(
    ["Talking Lamp", "The Pier (film)", "lamp", "Goat/Film", "Cat's Lamp", "Pier: The Return", "w:Goat"]
)
LINKS = st.one_of(
    TITLES.map("[[{}]]".format),
    st.tuples(TITLES, WORDS).map("[[{0[0]}|{0[1]}]]".format),
    TITLES.map("[[{}]]s".format),
)
PLAIN = st.one_of(WORDS, LINKS)
INLINE = st.one_of(
    PLAIN,
    PLAIN.map("''{}''".format),
    PLAIN.map("'''{}'''".format),
    PLAIN.map("{{{{spoiler|{}}}}}".format),
    PLAIN.map("<ref>{}</ref>".format),
    WORDS.map("<nowiki>''{}</nowiki>".format),
)
PIECES = st.lists(INLINE, min_size=1, max_size=6)
LINES = st.tuples(st.sampled_from(["* ", "** ", "# ", "", "\n", ": "]), PIECES).map(
    lambda line: line[0] + " ".join(line[1])
)
PAGES = st.lists(LINES, min_size=1, max_size=8).map("\n".join)
WELL_FORMED = st.one_of(PAGES, st.sampled_from([*CASES, *SAMPLES]))


def _content(page: Page) -> tuple[object, ...]:
    return page.blocks, page.indexes, page.subpages, page.redirect_to


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@given(text=WELL_FORMED)
@quick
def test_other_line_ends(end: str, text: str) -> None:
    assert _parse(text.replace("\n", end), "Goat") == _parse(text, "Goat")


@given(WELL_FORMED, st.sampled_from(["", "\n", "\n\n", " ", " \n \n"]))
@quick
def test_white_space_behind_the_page(text: str, end: str) -> None:
    assert _content(_parse(text + end)) == _content(_parse(text))


@given(PAGES)
@quick
def test_white_space_behind_lines(text: str) -> None:
    assert _content(_parse(text.replace("\n", " \t\n"))) == _content(_parse(text.replace("\n", "\n")))


@given(PAGES)
@quick
def test_lines_of_comment(text: str) -> None:
    assert _content(_parse(text.replace("\n", "\n<!-- ''[[A]]\n\n* -->\n"))) == _content(_parse(text))


@given(PIECES)
@quick
def test_comments_between_words(pieces: list[str]) -> None:
    assert _content(_parse("* " + " <!-- {{ -->".join(pieces))) == _content(_parse("* " + " ".join(pieces)))


@given(
    st.lists(st.tuples(TITLES, WORDS), min_size=1, max_size=6), st.sampled_from(["* {}", "{}", "{{{{spoiler|{}}}}}"])
)
@quick
def test_a_link_with_a_comment_in_its_label_is_the_same_link(links: list[tuple[str, str]], line: str) -> None:
    plain = line.format(" ".join(f"[[{title}|{label}]]s" for title, label in links))
    commented = line.format(" ".join(f"[[{title}|<!-- which? -->{label}]]s" for title, label in links))
    assert _content(_parse(commented)) == _content(_parse(plain))


@given(PAGES)
@quick
def test_a_collapsed_section_only_adds_a_heading(text: str) -> None:
    heading, *blocks = _parse(f"{{{{collapse top|Film}}}}\n{text}\n{{{{collapse bottom}}}}").blocks
    assert heading.text == "Film"
    assert [(b.kind, b.text, b.level, b.section, b.links, b.spans) for b in blocks] == [
        (b.kind, b.text, b.level, ("Film", *b.section), b.links, b.spans) for b in _parse(text).blocks
    ]


@given(WELL_FORMED)
@quick
def test_nothing_in_literal_text_is_markup(text: str) -> None:
    if "</nowiki" not in text and "<!--" not in text:
        page = _parse(f"A <nowiki>{text}</nowiki>")
        assert not any(block.links or block.spans for block in page.blocks)


@given(PAGES, PAGES)
@quick
def test_a_heading_parts_what_stands_before_from_what_stands_behind(first: str, second: str) -> None:
    together = _parse(f"{first}\n== Film ==\n{second}").blocks
    before, behind = _parse(first).blocks, _parse(f"== Film ==\n{second}").blocks
    assert together == before + behind
