"""The blocks of code in the documentation that speak to Neo4j; the others are run by `test_docs`, which tells how."""

import re
from pathlib import Path

import pytest

from tests.conftest import run_cli
from tests.documents import cypher, place, run, with_commands
from tropegraph.connect import Settings, open_driver

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize("page", with_commands(server=True))
def test_commands_with_neo4j(page: str, tmp_path: Path, sample_graph: Path, neo4j_env: dict[str, str]) -> None:
    folder = place(page, tmp_path, sample_graph)
    if not (folder / "graph").exists():
        (folder / "graph").symlink_to(sample_graph)
    assert run_cli("load", "--graph", sample_graph, env=neo4j_env).code == 0
    run(page, folder, neo4j_env, server=True)


def test_cypher_of_the_server(sample_graph: Path, neo4j_env: dict[str, str], neo4j_empty: Settings) -> None:
    """Statements of docs/neo4j.md, in order; those that empty the database come after those that ask."""
    assert run_cli("load", "--graph", sample_graph, env=neo4j_env).code == 0
    statements = [s for block in cypher("docs/neo4j.md") for s in re.split(r";\s*\n", block.text) if s.strip()]
    assert statements
    with open_driver(neo4j_empty) as driver, driver.session() as session:
        for statement in sorted(statements, key=lambda s: "DELETE" in s):
            session.run(statement.strip().rstrip(";")).consume()
