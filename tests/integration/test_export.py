"""`tropegraph export` as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_cli
from tropegraph.exchange import FORMATS


@pytest.mark.parametrize("form", [*FORMATS, "neo4j-admin"])
def test_every_format_has_help_with_an_example(form: str) -> None:
    ran = run_cli("export", form, "--help")
    assert ran.code == 0
    assert f"Example: tropegraph export {form}" in " ".join(ran.out.split())
    assert form in run_cli("export", "--help").out


@pytest.mark.parametrize("form", FORMATS)
def test_there_and_back(form: str, sample_graph: Path, tmp_path: Path) -> None:
    to = tmp_path / FORMATS[form].example
    ran = run_cli("export", form, "--graph", sample_graph, "--out", to)
    assert ran.code == 0, ran.err
    assert "wrote 290 nodes and 505 edges to" in ran.out
    assert FORMATS[form].opening.format(path=to) in ran.out
    assert run_cli("build", to, "--out", tmp_path / "back").code == 0
    ran = run_cli("diff", sample_graph, tmp_path / "back")
    assert "No difference in nodes" in ran.out
    assert "No difference in edges" in ran.out


def test_a_part_for_machines(sample_graph: Path, tmp_path: Path) -> None:
    options = ["--around", "mars needs women", "--depth", "1", "--kinds", "trope", "--types", "see_also,INVERSE_OF"]
    ran = run_cli("export", "gexf", "-g", sample_graph, "-o", tmp_path / "g.gexf", *options, "--json")
    told = json.loads(ran.out)
    assert (told["format"], told["path"]) == ("gexf", str(tmp_path / "g.gexf"))
    assert 1 < told["nodes"] < 20
    assert told["size"] == (tmp_path / "g.gexf").stat().st_size


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["graphml", "--around", "Nobody at all"], 5, "no node"),
        (["graphml", "--types", "KNOWS"], 2, "no relation type"),
        (["csv", "--kinds", "Person"], 2, "no kind of node"),
        (["gexf", "--medium", "Telepathy"], 3, "no medium"),
        (["node-link", "--graph", "nowhere"], 5, "There is no graph"),
        (["parquet", "--out", "."], 4, "left alone"),
        (["graphml", "--out", "."], 4, "folder"),
    ],
)
def test_errors_are_one_sentence(options: list[str], code: int, said: str, sample_graph: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    form, *rest = options
    given = [] if "--out" in rest else ["--out", "x"]
    ran = run_cli("export", form, "--graph", sample_graph, *given, *rest, cwd=tmp_path)
    assert ran.code == code, ran.err
    assert said in " ".join(ran.err.split())
    assert "Traceback" not in ran.err
    assert {file.name for file in tmp_path.iterdir()} == {"mine.txt"}


def test_the_graph_itself_is_no_place_to_write_to(sample_graph: Path) -> None:
    ran = run_cli("export", "parquet", "--graph", sample_graph, "--out", sample_graph)
    assert ran.code == 5
    assert "the graph itself" in ran.err


def test_every_format_has_its_row_in_the_documentation() -> None:
    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in page if line.startswith("| `")]
    assert [line.split("`")[1] for line in rows][: len(FORMATS)] == list(FORMATS)
    assert [name for name, row in zip(FORMATS, rows, strict=False) if "| yes |" in row] == [
        form.name for form in FORMATS.values() if form.drawn
    ]
