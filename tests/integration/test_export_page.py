"""docs/export.md: its commands and Python examples run as written, one after the other."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integration.test_docs import run_block
from tropegraph.exchange import FORMATS

PAGE = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
STEP = re.compile(r"^```(\w+)\n(.*?)^```$|^    (tropegraph [^\n]*)$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def workplace(tmp_path: Path, sample_graph: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(sample_graph, tmp_path / "graph")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_examples_run(workplace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("igraph")
    ran = []
    for language, block, command in STEP.findall(PAGE):
        if command:
            run_block(f"$ {command}\n", workplace, {})
        elif language == "console":
            run_block(block, workplace, {})
        elif language == "python":
            exec(block, {})
            assert capsys.readouterr().out.strip()
        ran.append(language or "command")
    assert (ran.count("python"), ran.count("command")) == (6, 7)


def test_every_format_has_its_row() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE)
    assert rows[: len(FORMATS)] == list(FORMATS)
    for form in FORMATS.values():
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{form.name}` |"))
        assert ("| yes |" in row) == form.drawn
