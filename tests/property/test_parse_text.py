"""What holds of the parsers for any text at all: nothing raises, and every offset fits."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.checks import check_block, check_page
from tropegraph.model.page import Format, Page, RawPage
from tropegraph.parse import parse

MARKUPS = (Format.PMWIKI, Format.MARKDOWN, Format.TEXT, Format.MEDIAWIKI)
MARKS = """
[[ ]] [[note]] [[/note]] [[labelnote:x]] [[/labelnote]] [[folder:Film]] [[/folder]] [[spoiler: [[center: [[redirect:
[[quoteright:3:http://x.png]] [[caption-width-right:3: [[AC: [[TrapDoor [[{{Lamp}} {{Talking-Lamp}}s Film/Pier Film.
'' ''' ''''' \\\\ [= =] @@ == || ||! %% -> --> ---- ! !! * ** # > >> - -- _ __ *** ` ``` ![ ]( ]() [ ( (( ) )) <br> <i>
</i> <!-- --> <sup>note</sup> &amp; &#0; \\[ \\ | |-| ~~~ <<|X|>> http://example.org/ • ◦ – — 1. Examples: Literature
{{quote| {{spoiler| {{examples}} {{wobble| {{efn| {{collapse| {{collapse_top| {{collapse_bottom}} }} {{ |
|a= {| |} |- |+ [[File:a.png|
[[Category:Film]] [[Lamp]]s [[Lamp| [[Lamp_(film)| [[/Film| <ref> </ref> <ref/> <nowiki> </nowiki> <div> <li> <h2> </h2>
<blockquote> </blockquote> <poem> [http://a.example : ; *: __NOTOC__ === {{PAGENAME}} !!
TrapDoor The of word. ["https://tvtropes.org/pmwiki/pmwiki.php/Main/TrapDoor"] "Hm." İ ﬁ
"""
PIECES = [*MARKS.split(), "\u200b", "\ufeff", "\u00a0", "\r", "\x00", "\x1e"]
SPACES = ("", " ", "  ", "\n", "\n\n", "    ", "\t", "  \n", "\u00a0 ")
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SPACES)), max_size=60).map(
        lambda pairs: "".join(piece + space for piece, space in pairs)
    ),
)


def _parse(text: str, markup: Format) -> Page:
    return parse(RawPage("any", text, markup))


@pytest.mark.parametrize("markup", MARKUPS)
@given(text=texts)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_raises_and_every_offset_fits(markup: Format, text: str) -> None:
    page = _parse(text, markup)
    check_page(page)
    assert page == _parse(text, markup)


def _unplaced(page: Page) -> Page:
    """A page whose findings do not say where."""
    return replace(page, findings=tuple(replace(finding, where="") for finding in page.findings))


@pytest.mark.parametrize("markup", MARKUPS)
@given(text=texts)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_line_ends_a_mark_above_and_blank_lines_below_change_nothing(markup: Format, text: str) -> None:
    text = text.replace("\r", "\n").lstrip("\ufeff")
    page = _unplaced(_parse(text, markup))
    for same in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), f"\ufeff{text}", f"{text}\n\n"):
        assert _unplaced(_parse(same, markup)) == page


@given(words=st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("markup", MARKUPS)
def test_plain_words_come_through(markup: Format, words: list[str]) -> None:
    text = " ".join(words)
    assert " ".join(block.text for block in _parse(text, markup).blocks) in {text, ""} or words[0] == "note"


def _nested(count: int) -> str:
    return "\n".join(f"{' ' * (i % 200)}* item" for i in range(count))


HOSTILE: dict[str, Callable[[], str]] = {
    "five megabytes in one line": lambda: "A TrapDoor, ''wet'' and *dry*. " * 170_000,
    "five megabytes of one letter": lambda: "A" * 5_000_000,
    "five megabytes of spaces": lambda: " " * 5_000_000 + "x",
    "nested bullets": lambda: _nested(10_000),
    "starred bullets": lambda: "\n".join("*" * (i % 500 + 1) + " item" for i in range(10_000)),
    "everything opened, nothing closed": lambda: "".join(random.Random(7).choices(PIECES[:60], k=60_000)),
    "brackets opened": lambda: "[[" * 100_000 + "[" * 100_000 + "(" * 50_000,
    "folders opened": lambda: "[[folder:x]]\n" * 30_000,
    "spoilers opened over lines": lambda: "[[spoiler:a\n" * 30_000 + "b" + "]]" * 30_000,
    "links opened": lambda: "[[http://" * 30_000 + "[a](http://" * 30_000,
    "addresses": lambda: 'Of The ["https://example.org/x"] ' * 30_000,
    "templates and links opened": lambda: "{{a|[[b|''c<i>" * 50_000,
    "tags opened": lambda: '<a b="' * 100_000 + "<ref>" * 50_000,
    "templates closed": lambda: "{{quote|" * 50_000 + "a" + "}}" * 50_000,
    "tables in tables": lambda: "{|\n| a\n" * 50_000,
    "titles in italics": lambda: "''[[A]]'' " * 50_000,
    "emphasis": lambda: "*a **b _c ''d '''e " * 20_000,
}


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_come_to_an_end(name: str, markup: Format) -> None:
    page = _parse(HOSTILE[name](), markup)
    for block in page.blocks[:50]:
        check_block(block)
    assert sum(len(block.text) for block in page.blocks) > 0 or name in {"brackets opened", "emphasis"}
