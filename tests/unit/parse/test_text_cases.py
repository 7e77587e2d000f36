"""Parsers against case files: one input and the blocks that it must give."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tropegraph.model.page import Block, BlockKind, Format, RawPage
from tropegraph.parse import parse

CASES = Path(__file__).parents[2] / "cases"


def _cases(markup: Format) -> list[Any]:
    return [
        pytest.param(markup, case, id=f"{path.stem}: {case['name']}")
        for path in sorted((CASES / markup).glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def _expected(block: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "paragraph", "level": 0, "section": [], "links": []} | block


def _found(block: Block, keys: set[str]) -> dict[str, Any]:
    def words(part: Any) -> str:
        return block.text[part.start : part.end]

    values = {
        "kind": str(block.kind),
        "level": block.level,
        "section": list(block.section),
        "text": block.text,
        "links": [[words(link), link.page or link.url, link.title] for link in block.links],
        "marks": [[str(span.kind), words(span)] for span in block.spans],
    }
    return {key: values[key] for key in values if key in keys}


@pytest.mark.parametrize(("markup", "case"), [case for markup in Format for case in _cases(markup)])
def test_case(markup: Format, case: dict[str, Any]) -> None:
    page = parse(RawPage("case", case["input"], markup, title=case.get("given_title", "")))
    expected = [_expected(block) for block in case["blocks"]]
    keys = [set(block) for block in expected] + [set(_expected({"text": ""}))] * len(page.blocks)
    assert [_found(block, keys[i]) for i, block in enumerate(page.blocks)] == expected
    assert [finding.code for finding in page.findings] == case.get("findings", [])
    assert page.redirect_to == case.get("redirect_to", "")
    assert list(page.indexes) == case.get("indexes", [])
    assert list(page.aliases) == case.get("aliases", [])
    assert page.title == case.get("title", case.get("given_title", ""))
    assert page.name == case.get("page", page.name)
    assert page.kind == case.get("kind", page.kind)
    assert page.url == case.get("url", page.url)
    assert list(page.subpages) == case.get("subpages", list(page.subpages))


def test_every_block_kind_has_a_case() -> None:
    kinds = {
        block.get("kind", "paragraph")
        for markup in ("pmwiki", "markdown", "text")
        for path in (CASES / markup).glob("*.toml")
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        for block in case["blocks"]
    }
    assert kinds == {str(kind) for kind in BlockKind}
