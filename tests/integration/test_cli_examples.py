"""Every command has help with an example, and the example runs."""

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from tests import documents
from tests.conftest import ROOT
from tropegraph.cli import app

sys.path.insert(0, str(ROOT / "tools"))
from docs_cli import commands_of

COMMANDS = dict(commands_of(get_command(app)))
OPENS_A_BROWSER = " --open"
STANDING_FOR_FILES = {
    "graph": "graph",
    "old": "graph",
    "new": "graph",
    "pages": "data/sample",
    "gold.jsonl": "data/sample/EXPECTED.jsonl",
}
"""What the names in the examples stand for."""


def examples(command: Any) -> list[str]:
    """The commands in the epilog; further ones stand behind "then" and "or"."""
    text = re.sub(r"\s+", " ", (command.epilog or "").removeprefix("Example:"))
    return [part.strip() for part in re.split(r" (?:then|or) (?=tropegraph|sh |echo)", text) if part.strip()]


@pytest.mark.parametrize("path", COMMANDS)
def test_help_has_an_example(path: str) -> None:
    command = COMMANDS[path]
    assert (command.epilog or "").startswith("Example:")
    assert any(path in example for example in examples(command))
    assert command.help.strip().endswith(".")


@pytest.fixture
def workplace(tmp_path: Path, sample_graph: Path) -> Path:
    (tmp_path / "data").symlink_to(ROOT / "data")
    for name, target in STANDING_FOR_FILES.items():
        (tmp_path / name).symlink_to(sample_graph if target == "graph" else ROOT / target)
    shutil.make_archive(str(tmp_path / "pages"), "zip", ROOT / "data" / "sample" / "wiki")
    return tmp_path


@pytest.mark.parametrize("path", COMMANDS)
def test_the_example_runs(path: str, workplace: Path) -> None:
    for example in examples(COMMANDS[path]):
        if documents.on_a_server(example) or not example.startswith(("tropegraph", "echo")):
            continue
        text = example.replace(OPENS_A_BROWSER, "").replace("--out graph", "--out built")
        documents.printed_by(text, workplace, {})
