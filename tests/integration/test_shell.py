"""The shell, piped and at a terminal."""

import sys
from pathlib import Path

import pytest

from tests.conftest import Ran, run_cli

pexpect = pytest.importorskip("pexpect")


def piped(graph: Path, text: str, *more: object) -> Ran:
    return run_cli("shell", "--graph", graph, *more, stdin=text.encode())


def test_statements_and_queries_are_answered_in_turn(sample_graph: Path) -> None:
    ran = piped(
        sample_graph, 'MATCH (n:Trope)\nWHERE n.name = "The Hero"\nRETURN n.id AS id, n.has_page AS p;\nhubs limit=1\n'
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "id\tp\nMain/TheHero\ttrue\n\nname\tid\tedges\nThe Hero\tMain/TheHero\t36\n\n"


def test_the_last_statement_needs_no_semicolon(sample_graph: Path) -> None:
    assert piped(sample_graph, "RETURN [1, 'a'] AS x, null AS y").out == 'x\ty\n[1, "a"]\t\n\n'


def test_parameters_of_cypher(sample_graph: Path) -> None:
    ran = piped(
        sample_graph, ':param id="Main/TheHero"\n:param n=2\nMATCH (n {id: $id}) RETURN n.name AS x, $n + 1 AS y;'
    )
    assert ran.out == "x\ty\nThe Hero\t3\n\n"


def test_the_first_error_ends_a_pipe(sample_graph: Path) -> None:
    ran = piped(sample_graph, "RETURN 1 AS x;\nRETURN nosuch(1);\nRETURN 2 AS x;\n")
    assert (ran.code, ran.out) == (6, "x\n1\n\n")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "text", ["nosuch\n", "relations\n", 'hubs limit="3\n', "hubs 3\n", ":nosuch\n", ":param 3=4\n"]
)
def test_what_is_wrong_is_one_sentence(sample_graph: Path, text: str) -> None:
    ran = piped(sample_graph, text)
    assert ran.code == 6
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1


def test_queries_of_a_folder(sample_graph: Path, tmp_path: Path) -> None:
    header = "// name: one\n// purpose: One.\n// params: n (int, 1)\n// columns: x\n// engines: embedded, neo4j\n"
    (tmp_path / "one.cypher").write_text(f"{header}RETURN $n AS x")
    assert piped(sample_graph, "one n=3", "--cypher-dir", tmp_path).out == "x\n3\n\n"
    assert run_cli("query", "one", "--graph", sample_graph, "--cypher-dir", tmp_path, "-f", "csv").out == "x\n1\n"
    assert "one" in run_cli("query", "--list", "--cypher-dir", tmp_path).out


def test_nothing_to_ask(sample_graph: Path) -> None:
    assert run_cli("shell").code == 6
    assert piped(sample_graph, "").out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_at_a_terminal(sample_graph: Path, tmp_path: Path) -> None:
    history = tmp_path / "history"
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tropegraph", "shell", "--graph", str(sample_graph)],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "TROPEGRAPH_HISTORY": str(history), "TERM": "xterm"},
        dimensions=(40, 120),
        encoding="utf-8",
        timeout=60,
    )
    child.expect("tropegraph>")
    child.send("MATCH (n:Trope {name: 'The Hero'})\r")
    child.expect(r"\.\.\.")
    child.send("RETURN n.id AS who;\r")
    child.expect("Main/TheHero")
    child.expect(r"1 row in \d+ ms")
    child.expect("tropegraph>")
    child.send("RETURN nosuch(1);\r")
    child.expect("error:.*nosuch")
    child.expect("tropegraph>")
    child.send("MATCH (n:Ind\t")
    child.expect("Index")
    child.send(") RETURN count(n) AS n;\r")
    child.expect(r"1 row in")
    child.expect("tropegraph>")
    child.send("larg\t")
    child.expect("largest-works")
    child.send(" limit=1\r")
    child.expect("Harry Potter")
    child.expect("tropegraph>")
    child.sendcontrol("d")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "MATCH (n:Index) RETURN count(n) AS n;" in history.read_text()
    assert "largest-works limit=1" in history.read_text()
