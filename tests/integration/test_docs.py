"""Every block of code in README.md, CONTRIBUTING.md and docs/ is run as written, and prints what it shows.

In a `console` block, lines after "$ " are commands and the rest is what they print; a line "..." stands for any lines.
A `pycon` block is a doctest, a `python` block a program; an indented block of commands is run line by line. What speaks
to Neo4j runs against the test server, in `test_docs_neo4j`. What is not run stands in `documents.NOT_RUN`, with its
reason.
"""

import re
from pathlib import Path

import pytest

import tropegraph as tg
from tests import documents
from tests.conftest import ROOT
from tests.documents import PAGES, blocks, cypher, place, run, with_commands
from tropegraph import query

RUNNABLE = {"console", "sh", "bash", "pycon", "python", "cypher"}


@pytest.mark.parametrize("page", with_commands(server=False))
def test_commands(page: str, tmp_path: Path, sample_graph: Path) -> None:
    run(page, place(page, tmp_path, sample_graph), {}, server=False)


@pytest.mark.parametrize("page", [p for p in PAGES if {b.language for b in blocks(p)} & {"pycon", "python"}])
def test_python(page: str, tmp_path: Path, sample_graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place(page, tmp_path, sample_graph))
    assert documents.run_sessions(page, {"graph": tg.open(sample_graph), "tg": tg})


@pytest.mark.parametrize("page", [page for page in PAGES if cypher(page) and page != "docs/neo4j.md"])
def test_cypher(page: str, tmp_path: Path, sample_graph: Path) -> None:
    for block in cypher(page):
        if found := re.match(r"// name: (\S+)", block.text):
            (tmp_path / f"{found[1]}.cypher").write_text(block.text)
            own = query.library(tmp_path)
            assert query.run(tg.open(sample_graph).engine, found[1], {"name": "The Hero"}, own).rows
        else:
            tg.open(sample_graph).query(block.text)


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
