"""Every block of code in README.md, CONTRIBUTING.md and docs/ is run as written, and prints what it shows.

In a `console` block, lines after "$ " are commands and the rest is what they print; a line "..." stands for any lines.
A `pycon` block is a doctest, a `python` block a program; an indented block of commands is run line by line. What speaks
to Neo4j runs against the test server. What is not run stands in `documents.NOT_RUN`, with its reason.
"""

import re
from pathlib import Path

import pytest

import tropegraph as tg
from tests import documents
from tests.conftest import ROOT, run_cli
from tests.documents import PAGES, Block, blocks, commands
from tropegraph import query
from tropegraph.connect import Settings, open_driver

NAMES_OF_THE_GRAPH = ("graph", "sample", "g", "old", "new")
RUNNABLE = {"console", "sh", "bash", "pycon", "python", "cypher"}


def place(page: str, folder: Path, sample_graph: Path) -> Path:
    """A folder where a page's relative paths lead to the right things; what the page builds is not there yet."""
    for name in ("data", "cypher", "tools"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "pages").symlink_to(ROOT / "data" / "sample")
    (folder / "gold.jsonl").symlink_to(ROOT / "data" / "sample" / "EXPECTED.jsonl")
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in NAMES_OF_THE_GRAPH:
        if not re.search(rf"build \S.* --out {name}\b", text) or page == "docs/cypher.md":
            (folder / name).symlink_to(sample_graph)
    return folder


def to_run(page: str, *, server: bool) -> list[tuple[str, str | None]]:
    """Commands of a page that are to be run, on a server or without one, each with what it prints.

    A `console` block is one session: if any of it speaks to a server, all of it is run there.
    """
    found = []
    for block in blocks(page):
        shown = commands(block)
        session = block.language == "console" and any(documents.on_a_server(command) for command, _ in shown)
        found += [
            (command, output)
            for command, output in shown
            if (session or documents.on_a_server(command)) is server and not documents.reason_not_to_run(command)
        ]
    return found


def with_commands(*, server: bool) -> list[str]:
    return [page for page in PAGES if to_run(page, server=server)]


def run(page: str, folder: Path, env: dict[str, str], *, server: bool) -> None:
    for command, shown in to_run(page, server=server):
        text = command.replace("bolt://localhost:7687", env.get("NEO4J_URI", "")) if server else command
        printed = documents.printed_by(text.replace("your-password", env.get("NEO4J_PASSWORD", "")), folder, env)
        assert not (shown or "").strip() or documents.agrees(shown or "", printed), f"{page}\n$ {command}\n{printed}"


@pytest.mark.parametrize("page", with_commands(server=False))
def test_commands(page: str, tmp_path: Path, sample_graph: Path) -> None:
    run(page, place(page, tmp_path, sample_graph), {}, server=False)


@pytest.mark.neo4j
@pytest.mark.parametrize("page", with_commands(server=True))
def test_commands_with_neo4j(page: str, tmp_path: Path, sample_graph: Path, neo4j_env: dict[str, str]) -> None:
    folder = place(page, tmp_path, sample_graph)
    if not (folder / "graph").exists():
        (folder / "graph").symlink_to(sample_graph)
    assert run_cli("load", "--graph", sample_graph, env=neo4j_env).code == 0
    run(page, folder, neo4j_env, server=True)


@pytest.mark.parametrize("page", [p for p in PAGES if {b.language for b in blocks(p)} & {"pycon", "python"}])
def test_python(page: str, tmp_path: Path, sample_graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place(page, tmp_path, sample_graph))
    assert documents.run_sessions(page, {"graph": tg.open(sample_graph), "tg": tg})


def cypher(page: str) -> list[Block]:
    return [block for block in blocks(page) if block.language == "cypher"]


@pytest.mark.parametrize("page", [page for page in PAGES if cypher(page) and page != "docs/neo4j.md"])
def test_cypher(page: str, tmp_path: Path, sample_graph: Path) -> None:
    for block in cypher(page):
        if found := re.match(r"// name: (\S+)", block.text):
            (tmp_path / f"{found[1]}.cypher").write_text(block.text)
            own = query.library(tmp_path)
            assert query.run(tg.open(sample_graph).engine, found[1], {"name": "The Hero"}, own).rows
        else:
            tg.open(sample_graph).query(block.text)


@pytest.mark.neo4j
def test_cypher_of_the_server(sample_graph: Path, neo4j_env: dict[str, str], neo4j_empty: Settings) -> None:
    """Statements of docs/neo4j.md, in order; those that empty the database come after those that ask."""
    assert run_cli("load", "--graph", sample_graph, env=neo4j_env).code == 0
    statements = [s for block in cypher("docs/neo4j.md") for s in re.split(r";\s*\n", block.text) if s.strip()]
    assert statements
    with open_driver(neo4j_empty) as driver, driver.session() as session:
        for statement in sorted(statements, key=lambda s: "DELETE" in s):
            session.run(statement.strip().rstrip(";")).consume()


def test_every_block_is_run_or_shows_data() -> None:
    languages = {block.language for page in PAGES for block in blocks(page)}
    assert languages <= RUNNABLE | documents.DATA
    for page in PAGES:
        bare = [b.text for b in blocks(page) if b.language == "" and re.search(r"^\s*(?:tropegraph|\$) ", b.text, re.M)]
        assert bare == [], f"{page}: say in which language this is"


def test_each_reason_not_to_run_is_needed() -> None:
    used = {documents.reason_not_to_run(command) for _, command in documents.all_commands()}
    assert set(documents.NOT_RUN) <= used


def test_pages_name_no_make_target_that_is_not_there() -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    used = {
        target
        for page in PAGES
        for target in re.findall(
            r"(?:^    |`)make ([a-z0-9-]+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert {"demo", "test", "docs"} <= used <= targets
