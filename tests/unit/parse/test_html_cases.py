"""Every construct of the wiki's HTML: each whole page of tests/cases/html beside what is read from it.

Single constructs are cases of test_text_cases.

`python tests/unit/parse/test_html_cases.py` writes the expectations anew, to be read over before they are kept.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tropegraph.model.page import Block, Format, Page, RawPage
from tropegraph.parse import parse

CASES = Path(__file__).resolve().parents[2] / "cases" / "html"
FACTS = ("title", "name", "kind", "aliases", "indexes", "subpages", "url")


def block_row(block: Block) -> list[Any]:
    """A block as a row: kind and level, section, text, links by label, marks by text."""
    links = [[block.text[k.start : k.end], k.page or k.url, k.title] for k in block.links]
    spans = [f"{s.kind.value}: {block.text[s.start : s.end]}" for s in block.spans]
    return [f"{block.kind.value} {block.level}", list(block.section), block.text, links, spans]


def shown(page: Page) -> dict[str, Any]:
    """A page as plain data."""
    facts = {name: getattr(page, name) for name in FACTS}
    codes = [finding.code for finding in page.findings]
    return json.loads(json.dumps({**facts, "findings": codes, "blocks": [block_row(b) for b in page.blocks]}))


def read(path: Path) -> Page:
    """The page of a case."""
    return parse(RawPage(path.name, path.read_text("utf-8"), Format.HTML))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.html")), ids=lambda p: p.stem)
def test_page_is_read_as_expected(path: Path) -> None:
    assert shown(read(path)) == json.loads(path.with_suffix(".json").read_text("utf-8"))


def _documents() -> list[Any]:
    """Every document of the case files, those of test_text_cases too."""
    whole = [pytest.param(path.read_text("utf-8"), id=path.stem) for path in sorted(CASES.glob("*.html"))]
    cases = [case for path in sorted(CASES.glob("*.toml")) for case in tomllib.loads(path.read_text("utf-8"))["case"]]
    return [*whole, *(pytest.param(case["input"], id=case["name"]) for case in cases)]


@pytest.mark.parametrize("document", _documents())
def test_another_spelling_of_a_document_reads_the_same(document: str) -> None:
    """As a browser saves it: every element closed, all quotation marks alike; with the line ends of Windows."""
    saved = LexborHTMLParser(document).html or ""
    expected = shown(parse(RawPage("x", document, Format.HTML)))
    assert shown(parse(RawPage("x", saved, Format.HTML))) == expected
    assert shown(parse(RawPage("x", document.replace("\n", "\r\n"), Format.HTML))) == expected


def _write(path: Path) -> None:
    data = shown(read(path))
    blocks = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in data.pop("blocks"))
    facts = "".join(f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)},\n" for k, v in data.items())
    path.with_suffix(".json").write_text(f'{{\n{facts}  "blocks": [\n{blocks}\n  ]\n}}\n', "utf-8")


if __name__ == "__main__":
    for case in sorted(CASES.glob("*.html")):
        _write(case)
