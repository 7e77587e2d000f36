"""The commands as a user runs them, on our own sample pages."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tropegraph as tg
from tests.conftest import run_cli

COMMANDS = "build extract eval explain info findings check diff resolve query analyse shell map load".split()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    ran = run_cli(command, "--help")
    assert ran.code == 0
    assert f"tropegraph {command}" in ran.out.replace("\n", " ")
    assert "Example:" in ran.out


def test_help_names_every_command() -> None:
    text = run_cli("--help").out
    assert all(re.search(rf"\b{c}\b", text) for c in COMMANDS)


def test_version() -> None:
    assert run_cli("--version").out.strip() == f"tropegraph {tg.__version__}"


def test_build_prints_one_summary(tmp_path: Path, sample: Path) -> None:
    ran = run_cli("build", sample / "wiki", "--out", tmp_path / "g")
    assert ran.code == 0
    for word in ("pages", "nodes", "edges", "findings", "Trope", "SUBTROPE_OF", "EXAMPLE_OF", "pmwiki"):
        assert word in ran.out


def test_build_for_machines_agrees_with_info_and_networkx(tmp_path: Path, sample: Path) -> None:
    built = json.loads(run_cli("build", sample / "wiki", "--out", tmp_path / "g", "--json").out)
    assert built == json.loads(run_cli("info", tmp_path / "g", "--json").out)
    graph = tg.open(tmp_path / "g").to_networkx()
    assert graph.number_of_nodes() == sum(built["nodes by kind"].values())
    assert graph.number_of_edges() == sum(built["edges by type"].values())


def test_build_twice_gives_the_same_bytes(tmp_path: Path, sample: Path) -> None:
    for name in ("a", "b"):
        assert run_cli("build", sample / "wiki", "--out", tmp_path / name).code == 0
    files = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert "nodes.parquet" in files
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_standard_input(tmp_path: Path) -> None:
    page = b'{"id": "one", "title": "Boldly Coming", "format": "text", "text": "Inverse of Mars Needs Women."}\n'
    ran = run_cli("extract", "-", "--jsonl", stdin=page)
    record = json.loads(ran.out)
    assert (record["id"], record["title"], record["page"]) == ("one", "Boldly Coming", "Main/BoldlyComing")
    assert [(r["source"], r["type"], r["target"]) for r in record["relations"]] == [
        ("Boldly Coming", "INVERSE_OF", "Mars Needs Women")
    ]
    assert record["relations"][0]["evidence"] == "Inverse of Mars Needs Women."


def test_extract_ids_are_paths_below_the_folder(sample: Path) -> None:
    lines = run_cli("extract", sample / "wiki", "--jsonl").out.splitlines()
    ids = {json.loads(line)["id"] for line in lines}
    assert ids == {p.relative_to(sample / "wiki").as_posix() for p in (sample / "wiki").rglob("*.pmwiki")}


def test_query_formats_hold_the_same_rows(sample_graph: Path) -> None:
    ask = ["query", "hubs", "--graph", sample_graph, "-p", "limit=3"]
    rows = json.loads(run_cli(*ask, "-f", "json").out)
    assert len(rows) == 3
    table = list(csv.DictReader(io.StringIO(run_cli(*ask, "-f", "csv").out)))
    assert [r["name"] for r in table] == [r["name"] for r in rows]
    text = run_cli(*ask).out
    assert all(r["name"] in text for r in rows)


def test_query_list_shows_every_query() -> None:
    text = run_cli("query", "--list").out
    assert all(name in text for name in ("relations", "hierarchy", "opposites", "examples", "similar-works", "path"))


def test_output_into_a_closed_pipe_is_no_error(sample_graph: Path) -> None:
    import subprocess
    import sys

    command = f"{sys.executable} -m tropegraph findings {sample_graph} --json | head -c 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr


def test_a_reader_that_has_gone_is_no_error(sample: Path) -> None:
    command = [sys.executable, "-m", "tropegraph", "explain", str(sample / "wiki" / "Main"), "--all"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
