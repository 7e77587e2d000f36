"""What may change in a source without changing the page: checked on every case file, and on any text.

| change | wiki source | markdown | plain text |
|---|---|---|---|
| line ends, byte order mark | same | same | same |
| white space behind lines | same | one blank (two break the line, as does a backslash right at its end) | same |
| more blank lines between blocks, and around all | same | same | same |
| line numbers in front | same | | |
| a folder around it | only longer sections | where no heading or rule ends the folder | |

Plain text has no end of a folder, and a heading above it says what the lines below are: nothing can be put around it.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tropegraph.model.page import Block, BlockKind, Format, Page, RawPage
from tropegraph.parse import parse

CASES = Path(__file__).parents[1] / "cases"
PMWIKI, MARKDOWN, TEXT = Format.PMWIKI, Format.MARKDOWN, Format.TEXT
MARKUPS = (PMWIKI, MARKDOWN, TEXT)


def _cases(markup: Format) -> list[dict[str, Any]]:
    files = sorted((CASES / markup).glob("*.toml"))
    return [case for path in files for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


ALL = {markup: _cases(markup) for markup in MARKUPS}


def _params(*markups: Format, only: Callable[[dict[str, Any]], bool] = lambda _: True) -> list[Any]:
    chosen = [(markup, case) for markup in markups for case in ALL[markup] if only(case)]
    return [pytest.param(markup, case, id=f"{markup}: {case['name']}") for markup, case in chosen]


def _parse(markup: Format, text: str, case: dict[str, Any] | None = None) -> Page:
    page = parse(RawPage("case", text, markup, title=(case or {}).get("given_title", "")))
    return replace(page, findings=tuple(replace(finding, where="") for finding in page.findings))


def _lines(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))


def _starts_plainly(case: dict[str, Any]) -> bool:
    """No front matter, which only is one in the first line, and no line numbers, which every line has."""
    return not re.match(r"---|\d [^\n]*\n2|\d [^\n]*\r\n2", case["input"])


def _numbered(text: str) -> str:
    return "\n".join(f"{number} {line}" for number, line in enumerate(text.split("\n"), start=1))


CHANGES: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "a blank behind every line": lambda text: text.replace("\n", " \n"),
    "blank lines doubled": lambda text: re.sub(r"\n[ \t]*(?=\n)", "\n\n", text),
    "blank lines below": lambda text: f"{text}\n\n\n",
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("markup", "case"), _params(*MARKUPS))
def test_what_does_not_show_changes_nothing(markup: Format, case: dict[str, Any], change: str) -> None:
    text = _lines(case["input"])
    text = re.sub(r"(?:[ ]+|\\)\n", "\n", text) if "blank behind" in change and markup is MARKDOWN else text
    assert _parse(markup, CHANGES[change](text), case) == _parse(markup, text, case)


@pytest.mark.parametrize(("markup", "case"), _params(*MARKUPS, only=_starts_plainly))
def test_blank_lines_above_change_nothing(markup: Format, case: dict[str, Any]) -> None:
    text = _lines(case["input"])
    assert _parse(markup, f"\n \n{text}", case) == _parse(markup, text, case)


@pytest.mark.parametrize(
    ("markup", "case"), _params(PMWIKI, only=lambda case: not re.match(r"\s*\d|\Z", case["input"]))
)
def test_line_numbers_change_nothing(markup: Format, case: dict[str, Any]) -> None:
    text = _lines(case["input"]) + "\n\n"
    assert _parse(markup, _numbered(text)) == _parse(markup, text)


def _keeps_folder(case: dict[str, Any]) -> bool:
    """Markdown whose folders nothing ends: no heading (or what looks like one), title or rule in it."""
    flat = all(block.get("kind") != "heading" for block in case["blocks"])
    return flat and not re.search(r"^[ ]*[-*_=]{3,}|^[<#]", case["input"], re.MULTILINE) and "title" not in case


def _below(block: Block, title: str) -> Block:
    return replace(block, section=(title, *block.section))


def _folded(markup: Format, text: str) -> str:
    if markup is PMWIKI:
        return f"[[folder:Any Stage]]\n{text}\n[[/folder]]"
    return f"<details>\n<summary>Any Stage</summary>\n\n{text}\n\n</details>"


@pytest.mark.parametrize(
    ("markup", "case"),
    [*_params(PMWIKI, only=lambda case: "findings" not in case), *_params(MARKDOWN, only=_keeps_folder)],
)
def test_a_folder_around_it_only_adds_to_the_sections(markup: Format, case: dict[str, Any]) -> None:
    text = re.sub(r"^\d ", "", _lines(case["input"]), flags=re.MULTILINE)
    plain, folded = _parse(markup, text), _parse(markup, _folded(markup, text))
    assert folded.blocks[0] == Block(BlockKind.HEADING, "Any Stage", 7)
    assert folded.blocks[1:] == tuple(_below(block, "Any Stage") for block in plain.blocks)
    assert (folded.aliases, folded.indexes, folded.redirect_to) == (plain.aliases, plain.indexes, plain.redirect_to)


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_pages_of_wiki_source_one_below_the_other(data: st.DataObject) -> None:
    whole = [case for case in ALL[PMWIKI] if "findings" not in case and not re.match(r"\d", case["input"])]
    cases = data.draw(st.lists(st.sampled_from(whole), min_size=2, max_size=4))
    pages = [_parse(PMWIKI, _folded(PMWIKI, _lines(case["input"]))) for case in cases]
    page = _parse(PMWIKI, "\n".join(_folded(PMWIKI, _lines(case["input"])) for case in cases))
    assert page.blocks == tuple(block for part in pages for block in part.blocks)
    assert page.findings == ()
