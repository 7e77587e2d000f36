"""`analyse tree` prints, and writes what the ending says."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import ROOT
from tropegraph.cli import app
from tropegraph.pipeline import build


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tree") / "graph"
    build([ROOT / "data" / "sample" / "wiki"], out=folder)
    return folder


def ran(*args: object):
    return CliRunner().invoke(app, ["analyse", "tree", *map(str, args)])


def test_it_prints_the_tree(graph: Path) -> None:
    done = ran("the protagonist", "--graph", graph, "--depth", 1)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "The Protagonist"
    assert done.stdout.splitlines()[1].startswith("└─ The Hero  (inverse of Big Bad; ")


@pytest.mark.parametrize(("ending", "holds"), [("txt", "└─ "), ("svg", "<svg "), ("html", "Ideal Hero")])
def test_it_writes_by_the_ending(graph: Path, tmp_path: Path, ending: str, holds: str) -> None:
    to = tmp_path / f"tree.{ending}"
    done = ran("The Hero", "--graph", graph, "--out", to)
    assert done.exit_code == 0, done.output
    assert "Tree of " in done.stdout
    assert holds in to.read_text(encoding="utf-8")


def test_what_is_wrong_is_told_in_a_sentence(graph: Path, tmp_path: Path) -> None:
    assert ran("The Hero", "--graph", graph, "--out", tmp_path / "tree.png").exit_code == 4
    assert ran("The Herro", "--graph", graph).exit_code == 5
    assert ran("--graph", tmp_path / "none").exit_code == 5
