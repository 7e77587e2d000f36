"""Cypher of many kinds gives equal rows on both engines, or none on the embedded one."""

from pathlib import Path

import pytest

from tests.parity.conftest import Both
from tropegraph.errors import QueryError

pytestmark = pytest.mark.neo4j

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
    "MATCH (n) DETACH DELETE n",
    "CREATE (n:Trope {id: 'x'})",
    "MATCH (n:Trope) SET n.name = 'x' RETURN n",
    "CREATE INDEX FOR (n:Trope) ON (n.url)",
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_equal_rows(both: Both, statement: str) -> None:
    assert both.embedded.run(statement, PARAMS) == both.neo4j.run(statement, PARAMS)


@pytest.mark.parametrize("statement", ONLY_NEO4J)
def test_refused_rather_than_wrong(both: Both, statement: str) -> None:
    assert both.neo4j.run(statement).rows
    with pytest.raises(QueryError):
        both.embedded.run(statement)


@pytest.mark.parametrize("statement", WRONG)
def test_refused_by_both(both: Both, statement: str) -> None:
    for engine in (both.embedded, both.neo4j):
        with pytest.raises(QueryError) as caught:
            engine.run(statement)
        assert "\n" not in str(caught.value)
