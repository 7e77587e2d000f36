"""Cypher of many kinds gives equal rows on both engines, or none on the embedded one.

`statements.jsonl` holds what a real Neo4j gave for every line of `statements.txt`, so that the embedded engine is
tested where there is no server too. With one, the file itself is tested; write it anew, after a change of the
statements or of the awkward graph, with

    TROPEGRAPH_RECORD=1 python -m pytest tests/parity/test_statements.py
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.parity.conftest import Both
from tests.parity.graphs import awkward
from tropegraph.errors import QueryError
from tropegraph.query import EmbeddedEngine, Result

RECORD = Path(__file__).with_name("statements.jsonl")
STATEMENTS = Path(__file__).with_name("statements.txt").read_text(encoding="utf-8").splitlines()
PARAMS = {"id": "Main/Root", "ids": ["Main/Root", "Main/Loner"], "skip": 1, "limit": 2}

ONLY_NEO4J = (
    "MATCH (a)-[:SUBTROPE_OF*]->(b) RETURN count(*) AS n",
    "MATCH (a)-[:SUBTROPE_OF*2..]->(b) RETURN count(*) AS n",
    "MATCH p = allShortestPaths((a {id: 'Main/Root'})-[*..3]-(b {id: 'Main/Grandchild'})) RETURN length(p) AS n",
    "MATCH (a)-[:SUBTROPE_OF]->{1,3}(b) RETURN count(*) AS n",
    "MATCH (a)-[:SUBTROPE_OF]->+(b) RETURN count(*) AS n",
    "MATCH p = ANY SHORTEST (a {id: 'Main/Root'})-[:SUBTROPE_OF]-+(b {id: 'Main/Grandchild'}) RETURN length(p) AS n",
    "MATCH (n:Trope) RETURN COLLECT { MATCH (n)--(m) RETURN m.id } AS l",
    "MATCH (n) RETURN percentileCont(size(n.name), 0.5) AS p",
    "MATCH (n:!Trope) RETURN count(n) AS n",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (n) RETURN elementId(n) AS i",
    "MATCH (n:Trope) RETURN n.title AS t",
    "MATCH ()-[r]->() RETURN r.type AS t",
    "RETURN round(-2.5) AS r",
    "RETURN nullIf(1, 2) AS x",
    "RETURN isEmpty('') AS x",
    "RETURN 3 > 2 > 1 AS x",
    "SHOW INDEXES",
)

WRONG = (
    "MATCH (n RETURN n",
    "RETRUN 1",
    "RETURN $missing AS x",
    "RETURN 1 / 0 AS x",
    "MATCH (n) RETURN m",
    "MATCH (n) RETURN nosuch(n) AS x",
    "UNWIND [1, 2] AS x RETURN x ORDER BY y",
    "RETURN 9223372036854775807 + 1 AS x",
    "MATCH (n) RETURN n LIMIT -1",
    "RETURN 1; RETURN 2",
    "RETURN 'abc'[1] AS x",
    "MATCH (n) DETACH DELETE n",
    "CREATE (n:Trope {id: 'x'})",
    "MATCH (n:Trope) SET n.name = 'x' RETURN n",
    "CREATE INDEX FOR (n:Trope) ON (n.url)",
)


def plain(result: Result) -> dict[str, Any]:
    """A result as JSON has it."""
    rows: dict[str, Any] = json.loads(json.dumps({"columns": result.columns, "rows": result.rows}))
    return rows


@pytest.fixture(scope="module")
def recorded() -> dict[str, dict[str, Any]]:
    """What Neo4j gave, by statement."""
    lines = RECORD.read_text(encoding="utf-8").splitlines() if RECORD.exists() else []
    return {line.pop("statement"): line for line in map(json.loads, lines)}


@pytest.fixture(scope="module", params=["built", "opened"])
def embedded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> EmbeddedEngine:
    """The awkward graph on the embedded engine, and once more from the stores that it keeps beside a folder."""
    if request.param == "built":
        return EmbeddedEngine.of(awkward())
    folder = tmp_path_factory.mktemp("opened") / "g"
    awkward().save(folder)
    for statement in ("MATCH (n) RETURN count(n) AS n", "MATCH ()-[r]->() RETURN count(r.evidence) AS n"):
        EmbeddedEngine.open(folder).run(statement)
    return EmbeddedEngine.open(folder, answers=False)


@pytest.fixture(scope="module")
def recording() -> Iterator[dict[str, dict[str, Any]]]:
    """Takes what Neo4j gives; written when all is there and wanted."""
    taken: dict[str, dict[str, Any]] = {}
    yield taken
    if os.environ.get("TROPEGRAPH_RECORD") and len(taken) == len(STATEMENTS):
        lines = (json.dumps({"statement": s, **taken[s]}, ensure_ascii=False) for s in STATEMENTS)
        RECORD.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def test_there_are_many_and_each_once() -> None:
    assert len(set(STATEMENTS)) == len(STATEMENTS) >= 150


@pytest.mark.neo4j
@pytest.mark.parametrize("statement", STATEMENTS)
def test_neo4j_gives_what_was_recorded(
    both: Both, recording: dict[str, Any], recorded: dict[str, Any], statement: str
) -> None:
    recording[statement] = plain(both.neo4j.run(statement, PARAMS))
    assert os.environ.get("TROPEGRAPH_RECORD") or recording[statement] == recorded[statement]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_embedded_engine_gives_what_neo4j_gave(
    embedded: EmbeddedEngine, recorded: dict[str, Any], statement: str
) -> None:
    assert plain(embedded.run(statement, PARAMS)) == recorded[statement]


@pytest.mark.parametrize("statement", ONLY_NEO4J)
def test_refused_rather_than_wrong(embedded: EmbeddedEngine, statement: str) -> None:
    with pytest.raises(QueryError):
        embedded.run(statement)


@pytest.mark.neo4j
@pytest.mark.parametrize("statement", ONLY_NEO4J)
def test_what_is_refused_is_cypher(both: Both, statement: str) -> None:
    assert both.neo4j.run(statement).rows


@pytest.mark.parametrize("statement", WRONG)
def test_what_is_wrong_is_refused(embedded: EmbeddedEngine, statement: str) -> None:
    with pytest.raises(QueryError) as caught:
        embedded.run(statement)
    assert "\n" not in str(caught.value)


@pytest.mark.neo4j
@pytest.mark.parametrize("statement", WRONG)
def test_what_is_wrong_is_refused_by_neo4j_too(both: Both, statement: str) -> None:
    with pytest.raises(QueryError) as caught:
        both.neo4j.run(statement)
    assert "\n" not in str(caught.value)
