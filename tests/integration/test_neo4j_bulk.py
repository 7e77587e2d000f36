"""A real import by neo4j-admin holds what an online load of the same graph makes, and is updated like one."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pytest

from tests.conftest import ROOT, run_cli
from tests.neo4j_fixture import delete_all
from tests.parity.graphs import awkward
from tropegraph import export
from tropegraph.connect import Settings, open_driver
from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows

sys.path.insert(0, str(ROOT / "tools"))
from neo4j_jars import NEO4J_NEWER, NEO4J_VERSION
from neo4j_server import running_server

SERVERS = {"neo4j_server": (NEO4J_VERSION, "properties"), "newer_neo4j_server": (NEO4J_NEWER, "nodes")}
"""Version and form of evidence by the fixture of the server that is loaded online."""
ALL = (
    "MATCH (n) RETURN n.id, labels(n), properties(n) ORDER BY n.id",
    "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r) ORDER BY a.id, type(r), b.id",
)
SCHEMA = (
    "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties",
    "SHOW INDEXES YIELD type, state, labelsOrTypes, properties",
)
AWKWARD_LISTS = (
    [""],
    ["", ""],
    ["\x1f"],
    [";", ",", "|", "\t"],
    [" lead", "trail "],
    ["\\", '"', '""'],
    ["\r", "a\nb"],
)


class Both:
    """The tables of several graphs that have no node in common."""

    def __init__(self, *graphs: Graph) -> None:
        for name in graphs[0].tables:
            setattr(self, name, pa.concat_tables([graph.tables[name] for graph in graphs]))


def of_lists() -> Graph:
    """Lists that CSV or neo4j-admin could take for something else; names that are blank or begin with blanks."""
    rows: list[dict[str, Any]] = [
        {"id": f" Odd/{n}; ", "name": "\t"[:n], "kind": "Trope", "aliases": texts}
        for n, texts in enumerate(AWKWARD_LISTS)
    ]
    ends = [{"source": row["id"], "type": "LEADS_TO", "target": row["id"]} for row in rows]
    edges = [{**end, "media": row["aliases"], "evidence_count": 2} for end, row in zip(ends, rows, strict=True)]
    told = [
        {**end, "page": page, "sentence": sentence}
        for end, row in zip(ends, rows, strict=True)
        for page, sentence in ((row["id"], ""), ("", row["aliases"][-1]))
    ]
    empty = {name: of_rows(name, ()) for name in ("pages", "findings")}
    tables = {name: of_rows(name, kept) for name, kept in (("nodes", rows), ("edges", edges), ("evidence", told))}
    return Graph._of({**tables, **empty}, {})


@pytest.fixture(scope="module")
def graph(sample_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the sample pages' graph with hostile nodes."""
    folder = tmp_path_factory.mktemp("bulk") / "graph"
    Graph.of(Both(Graph.open(sample_graph), awkward(), of_lists())).save(folder)
    return folder


@pytest.fixture
def home() -> Iterator[Path]:
    # Not pytest's own temporary folder, which outlives the run: a server's is large.
    with TemporaryDirectory(prefix="neo4j-") as folder:
        yield Path(folder)


def ask(settings: Settings, cypher: str) -> list[list[Any]]:
    with open_driver(settings) as driver, driver.session() as session:
        return session.run(cypher).values()


def everything(settings: Settings, texts: tuple[str, ...] = ALL) -> list[list[list[Any]]]:
    return [sorted(ask(settings, text), key=str) for text in texts]


def imported(folder: Path, home: Path, version: str) -> subprocess.CompletedProcess[str]:
    """Run the script of an import on a server's folder."""
    admin = f"{sys.executable} {ROOT / 'tools' / 'neo4j_server.py'} admin --version {version} --data {home}"
    env = {**os.environ, "NEO4J_ADMIN": admin, "HEAP_SIZE": "512m"}
    return subprocess.run(["sh", str(folder / "import.sh")], env=env, capture_output=True, text=True, check=False)


@pytest.mark.neo4j
@pytest.mark.parametrize("online", SERVERS, ids=["5", "newer"])
def test_an_import_equals_a_load(
    request: pytest.FixtureRequest, graph: Path, home: Path, tmp_path: Path, online: str
) -> None:
    server: Settings = request.getfixturevalue(online)
    version, evidence = SERVERS[online]
    if version not in ask(server, "CALL dbms.components() YIELD versions RETURN versions[0]")[0]:
        pytest.skip("a server was given, so there is no neo4j-admin of its version")
    with open_driver(server) as driver:
        delete_all(driver)
    export.load(Graph.open(graph), server, evidence=evidence)
    wanted = everything(server)

    ran = run_cli("export", "neo4j-admin", tmp_path / "an import", "--graph", graph, "--evidence", evidence)
    assert ran.code == 0, ran.err
    done = imported(tmp_path / "an import", home, version)
    assert done.returncode == 0, done.stdout + done.stderr
    with running_server(home, version=version) as started:
        there = Settings(started.uri, started.user, started.password)
        run_after(there, tmp_path / "an import")
        assert everything(there) == wanted
        if online == "neo4j_server":
            run_after(there, tmp_path / "an import")
            a_load_changes_nothing_and_removes_what_is_gone(there, Graph.open(graph), evidence)


def run_after(settings: Settings, folder: Path) -> None:
    """Run the statements that follow an import, one after the other as cypher-shell does."""
    for text in (folder / "after.cypher").read_text(encoding="utf-8").split(";\n")[:-1]:
        ask(settings, text)


def a_load_changes_nothing_and_removes_what_is_gone(settings: Settings, graph: Graph, evidence: str) -> None:
    before = everything(settings), everything(settings, SCHEMA)
    again = export.load(graph, settings, evidence=evidence)
    assert (again.nodes_created, again.edges_created, again.nodes_removed, again.edges_removed) == (0, 0, 0, 0)
    assert (everything(settings), everything(settings, SCHEMA)) == before
    assert {state for _, state, *_ in before[1][1]} == {"ONLINE"}
    smaller = graph.only(kinds=["Trope", "Work", "Page"])
    report = export.load(smaller, settings, evidence=evidence, prune=True)
    assert report.nodes_removed == graph.nodes.num_rows - smaller.nodes.num_rows > 0
    assert report.edges_removed == graph.edges.num_rows - smaller.edges.num_rows > 0


def test_a_folder_of_something_else_is_left_alone_and_an_import_replaced(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    for _ in range(2):
        ran = run_cli("export", "neo4j-admin", tmp_path / "new", "--graph", graph, "--json")
        assert ran.code == 0, ran.err
        assert json.loads(ran.out)["edges"] == Graph.open(graph).edges.num_rows
    ran = run_cli("export", "neo4j-admin", tmp_path / "mine", "--graph", graph)
    assert (ran.code, ran.out) == (4, "")
    assert "left alone" in ran.err
    assert run_cli("export", "neo4j-admin", tmp_path / "other", "--graph", tmp_path / "none").code == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "new"]


def test_the_script_says_when_there_is_no_neo4j_admin(graph: Path, tmp_path: Path) -> None:
    said = run_cli("export", "neo4j-admin", tmp_path / "new", "--graph", graph).out
    assert "import.sh" in said
    env = {**os.environ, "NEO4J_ADMIN": "no-such-neo4j-admin"}
    ran = subprocess.run(
        ["sh", str(tmp_path / "new" / "import.sh")], env=env, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 127
    assert "no-such-neo4j-admin" in ran.stderr
