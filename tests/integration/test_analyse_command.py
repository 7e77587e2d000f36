"""Each measure is a command: its options are those of the function, its table is the function's frame."""

import csv
import io
import json
import shlex
from inspect import signature
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

import tropegraph as tg
from tests.conftest import run_cli
from tropegraph import analyse
from tropegraph.analyse import MEASURES
from tropegraph.cli import app
from tropegraph.cli.analyse import _SHARED, SHOWN
from tropegraph.cli.docstrings import told

FINDS_NOTHING = {"circles"}
"""Measures that tell of faults, of which the sample has none."""

ALL = pytest.mark.parametrize("name", MEASURES)


def run(*args: object) -> str:
    """Output of a command that is run in this process, since there are many."""
    done = CliRunner().invoke(app, ["analyse", *map(str, args)])
    assert done.exit_code == 0, done.output
    return done.stdout


@ALL
def test_every_measure_tells_what_it_gives_and_takes(name: str) -> None:
    function = MEASURES[name].function
    text = told(function)
    _, *parameters = signature(function).parameters
    assert text.paragraphs[0].endswith(".")
    assert {"graph", *parameters} == set(text.args)
    assert {"Returns", "Source"} <= set(text.sections)
    assert not set(parameters) & set(_SHARED)


@ALL
def test_every_measure_has_help_with_an_example_that_runs(name: str, sample_graph: Path) -> None:
    shown = " ".join(run(name, "--help").replace("│", " ").split())
    assert f"Example: tropegraph analyse {name}" in shown
    example = shlex.split(MEASURES[name].example)
    rows = json.loads(run(name, *example, "--graph", sample_graph, "--json"))
    assert set(rows) == {"rows", "facts"}
    assert rows["rows"] or name in FINDS_NOTHING
    run(name, *example, "--graph", sample_graph)


@ALL
def test_a_measure_is_the_same_each_time(name: str, sample_graph: Path) -> None:
    asked = [name, *shlex.split(MEASURES[name].example), "--graph", sample_graph, "--json"]
    assert run(*asked) == run(*asked)


def test_help_lists_every_measure_with_its_purpose() -> None:
    text = " ".join(run("--help").replace("│", " ").split())
    for measure in MEASURES.values():
        assert f"{measure.name} {measure.purpose}" in text


def test_a_table_is_the_frame(sample_graph: Path, tmp_path: Path) -> None:
    frame = analyse.pagerank(tg.open(sample_graph), damping=0.5, types=("SUBTROPE_OF", "SEE_ALSO"))
    asked = ["pagerank", "--graph", sample_graph, "--damping", "0.5", "--types", "SUBTROPE_OF", "--types", "SEE_ALSO"]
    assert json.loads(run(*asked, "--json"))["rows"] == frame.to_dict("records")
    for ending in (".csv", ".parquet"):
        assert f"{len(frame)} rows written" in run(*asked, "--out", tmp_path / f"t{ending}").replace("\n", "")
    pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / "t.parquet"), frame)
    pd.testing.assert_frame_equal(pd.read_csv(tmp_path / "t.csv"), frame)


def test_a_terminal_gets_the_first_rows(sample_graph: Path) -> None:
    lines = run("pagerank", "--graph", sample_graph).splitlines()
    assert sum(line.strip().startswith("Main/") for line in lines) == SHOWN
    assert lines[-1].endswith("all of them: --out table.csv")
    assert run("pagerank", "--graph", sample_graph, "--limit", "3").count("Main/") == 3


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    import networkx as nx

    from tropegraph.graph import Graph

    graph = nx.MultiDiGraph()
    graph.add_node("Main/A", name="=SUM(A1)", kind="Trope")
    graph.add_edge("Main/A", "Main/B", key="SUBTROPE_OF")
    Graph.from_networkx(graph).save(tmp_path / "g")
    run("degree", "--graph", tmp_path / "g", "--out", tmp_path / "t.csv")
    names = [row["name"] for row in csv.DictReader(io.StringIO((tmp_path / "t.csv").read_text()))]
    assert names == ["'=SUM(A1)", "B"]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["pagerank", "--graph", "nowhere"], 5, "There is no graph at nowhere"),
        (["pagerank", "--graph", "GRAPH", "--out", "table.txt"], 4, "End it in .csv or .parquet"),
        (["pagerank", "--graph", "GRAPH", "--damping", "2"], 3, "from 0 on, and below 1"),
        (["degree", "--graph", "GRAPH", "--types", "SIDEWAYS"], 5, "'SIDEWAYS' is no relation type"),
        (["pagernk"], 2, "Did you mean 'pagerank'"),
    ],
)
def test_an_error_is_one_sentence(args: list[str], code: int, said: str, sample_graph: Path) -> None:
    ran = run_cli("analyse", *[sample_graph if a == "GRAPH" else a for a in args])
    assert ran.code == code
    assert said in ran.err
    assert "Traceback" not in ran.err
