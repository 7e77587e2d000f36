"""Whatever is wrong, a user gets one sentence that says what to try, a documented exit code, and no stack trace."""

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Ran, run_cli

INPUT, OUTPUT, GRAPH, QUERY, DATABASE = 3, 4, 5, 6, 7
SEARCH_PAGE = (
    "<!DOCTYPE html><html><head><title>endings - Search</title></head><body><form action='/search'><input name='q'>"
    "</form><div id='results'><a href='https://example.org/a'>A result</a> Words about endings.</div></body></html>"
)


def check_refusal(ran: Ran, code: int, *words: str) -> None:
    """One sentence on standard error with these words, nothing on standard output, this exit code."""
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err + ran.out
    assert ran.out == ""
    assert ran.err.startswith("error: ")
    for word in words:
        assert word in ran.err


def only_file(folder: Path, name: str, content: bytes) -> Path:
    """A folder that holds one file."""
    folder.mkdir()
    (folder / name).write_bytes(content)
    return folder


def test_missing_path(tmp_path: Path) -> None:
    ran = run_cli("build", tmp_path / "nowhere", "--out", tmp_path / "g")
    check_refusal(ran, INPUT, "nowhere")
    assert not (tmp_path / "g").exists()


def test_an_address_on_the_net(tmp_path: Path) -> None:
    check_refusal(run_cli("build", "https://wiki.example/x", "--out", tmp_path / "g"), INPUT, "Nothing is fetched")


@pytest.mark.parametrize("column", ["prose=text", "text", "text="])
def test_a_column_of_no_known_kind(tmp_path: Path, column: str) -> None:
    ran = run_cli("build", tmp_path, "--out", tmp_path / "g", "--column", column)
    check_refusal(ran, INPUT, column.partition("=")[0], "Known are: text, url")


def test_folder_without_pages(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    check_refusal(run_cli("build", tmp_path / "empty", "--out", tmp_path / "g"), INPUT, "No trope wiki page", "empty")
    assert not (tmp_path / "g").exists()


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("empty.html", b"", "empty"),
        ("photo.txt", bytes(range(256)) * 40, "not text"),
        ("endings.html", SEARCH_PAGE.encode(), "without a wiki article"),
    ],
    ids=["empty file", "binary file", "search-result page"],
)
def test_file_that_is_no_page(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    folder = only_file(tmp_path / "in", name, content)
    check_refusal(run_cli("build", folder / name, "--out", tmp_path / "g"), INPUT, word)
    assert not (tmp_path / "g").exists()


def test_refused_files_do_not_stop_the_others(tmp_path: Path) -> None:
    folder = only_file(tmp_path / "in", "empty.html", b"")
    (folder / "endings.html").write_bytes(SEARCH_PAGE.encode())
    (folder / "ActionGirl.pmwiki").write_text("A girl who fights. Compare DamselInDistress.\n")
    assert run_cli("build", folder, "--out", tmp_path / "g").code == 0
    codes = {row["code"] for row in json.loads(run_cli("findings", tmp_path / "g", "--json").out)}
    assert {"empty-page", "not-a-wiki-page"} <= codes


def test_wrong_encoding_is_read_and_found(tmp_path: Path) -> None:
    head = "<meta charset=utf-8><h1 class='entry-title'>Café Duel</h1>"
    text = f"{head}<div id='main-article'><p>A duel in a café.</p></div>"
    folder = only_file(tmp_path / "in", "CafeDuel.html", text.encode("cp1252"))
    assert run_cli("build", folder, "--out", tmp_path / "g").code == 0
    rows = json.loads(
        run_cli("query", "--graph", tmp_path / "g", "--cypher", "MATCH (n) RETURN n.name AS name", "-f", "json").out
    )
    assert [r["name"] for r in rows] == ["Café Duel"]
    assert "encoding-guessed" in run_cli("findings", tmp_path / "g").out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_unwritable_output_by_permission(tmp_path: Path, sample: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    check_refusal(run_cli("build", sample / "wiki", "--out", closed / "g"), OUTPUT, "closed")


def test_unwritable_output(tmp_path: Path, sample: Path, sample_graph: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    check_refusal(run_cli("build", sample / "wiki", "--out", tmp_path / "file" / "g"), OUTPUT, "file")
    check_refusal(run_cli("map", "--graph", sample_graph, "--out", tmp_path / "file" / "map.html"), OUTPUT, "file")


def test_output_folder_that_is_no_graph_is_left_alone(tmp_path: Path, sample: Path) -> None:
    folder = only_file(tmp_path / "thesis", "chapter1.txt", b"years of work")
    check_refusal(run_cli("build", sample / "wiki", "--out", folder), OUTPUT, "thesis")
    assert [p.name for p in folder.iterdir()] == ["chapter1.txt"]


@pytest.mark.parametrize(
    "command", [["info"], ["findings"], ["query", "hubs", "--graph"], ["map", "--graph"], ["load", "--graph"]]
)
def test_folder_that_is_no_graph(tmp_path: Path, command: list[str]) -> None:
    check_refusal(run_cli(*command, tmp_path), GRAPH, "tropegraph build")
    check_refusal(run_cli(*command, tmp_path / "nowhere"), GRAPH)


def test_unknown_query(sample_graph: Path) -> None:
    check_refusal(run_cli("query", "relation", "--graph", sample_graph), QUERY, "relation", "relations")


def test_missing_parameter(sample_graph: Path) -> None:
    check_refusal(run_cli("query", "relations", "--graph", sample_graph), QUERY, "name")


def test_unknown_and_malformed_parameter(sample_graph: Path) -> None:
    check_refusal(run_cli("query", "hubs", "--graph", sample_graph, "-p", "colour=red"), QUERY, "colour")
    check_refusal(run_cli("query", "hubs", "--graph", sample_graph, "-p", "limit"), QUERY, "key=value")
    check_refusal(run_cli("query", "hubs", "--graph", sample_graph, "-p", "limit=many"), QUERY, "limit")


def test_cypher_error(sample_graph: Path) -> None:
    check_refusal(run_cli("query", "--graph", sample_graph, "--cypher", "MATCH (n RETURN n"), QUERY)


def test_writing_cypher_is_refused(sample_graph: Path) -> None:
    check_refusal(run_cli("query", "--graph", sample_graph, "--cypher", "MATCH (n) DETACH DELETE n"), QUERY)
    assert json.loads(run_cli("info", sample_graph, "--json").out)["nodes by kind"]["Trope"] > 0


def test_neither_query_nor_graph(sample_graph: Path) -> None:
    check_refusal(run_cli("query", "--graph", sample_graph), QUERY, "--list")
    check_refusal(run_cli("query", "hubs"), QUERY, "--graph")


def test_neo4j_that_cannot_be_reached(sample_graph: Path) -> None:
    ran = run_cli(
        "load", "--graph", sample_graph, "--uri", "bolt://127.0.0.1:9", "--user", "neo4j", "--password", "geheim"
    )
    check_refusal(ran, DATABASE, "127.0.0.1:9")
    assert "geheim" not in ran.err


def test_neo4j_without_an_address(sample_graph: Path) -> None:
    check_refusal(run_cli("load", "--graph", sample_graph), DATABASE, "--uri")


def test_usage_errors_are_told_apart() -> None:
    ran = run_cli("build", "--nonsense")
    assert ran.code == 2
    assert "Traceback" not in ran.err
