"""What the embedded engine refuses, and what it must not refuse."""

import pytest

from tropegraph.errors import QueryError
from tropegraph.query.dialect import check, without_comments


@pytest.mark.parametrize(
    ("cypher", "about"),
    [
        ("MATCH (a)-[*]->(b) RETURN a", "unbounded"),
        ("MATCH (a)-[r*]-(b) RETURN a", "unbounded"),
        ("MATCH (a)-[:X*]->(b) RETURN a", "unbounded"),
        ("MATCH (a)-[:X*2..]->(b) RETURN a", "unbounded"),
        ("MATCH (a)-[:X *1.. ]->(b) RETURN a", "unbounded"),
        ("MATCH (a)-[:X * ]->(b) RETURN a", "unbounded"),
        ("MATCH (a)-[:X*..{y: 1}]->(b) RETURN a", "unbounded"),
        ("MATCH (a)-[:X* {y: 1}]->(b) RETURN a", "unbounded"),
        ("MATCH p = shortestPath((a)-[*]-(b)) RETURN p", "unbounded"),
        ("MATCH p = allShortestPaths((a)-[*..3]-(b)) RETURN p", "256"),
        ("MATCH p = ANY SHORTEST (a)-[:X]-+(b) RETURN p", "SHORTEST"),
        ("RETURN COLLECT { MATCH (n) RETURN n.id } AS l", "COLLECT"),
        ("MATCH (n) RETURN percentileCont(n.x, 0.5)", "percentile"),
        ("CALL db.labels()", "procedure"),
        ("call db.labels", "procedure"),
        ("RETURN round(-2.5)", "round"),
        ("RETURN round(toFloat(-5) / 2)", "round"),
        ("MATCH (n) RETURN id(n)", "internal id"),
        ("MATCH (n) RETURN n.title", "title"),
        ("MATCH (n) RETURN n {.`title`}", "title"),
        ("MATCH ()-[r]->() RETURN r.type", "type"),
        ("RETURN 1; RETURN 2", "more than one"),
        ("EXPLAIN RETURN 1", "EXPLAIN"),
        ("MATCH (a)-[:X]->{1,3}(b) RETURN a", "quantified"),
        ("MATCH (a)-[:X]-{,3}(b) RETURN a", "quantified"),
        ("MATCH (a)-[:X]->+(b) RETURN a", "quantified"),
        ("MATCH (n:!Trope) RETURN n", "excluded"),
        ("RETURN nullIf(1, 2)", "nullIf"),
        ("RETURN isEmpty([])", "isEmpty"),
    ],
)
def test_refused(cypher: str, about: str) -> None:
    with pytest.raises(QueryError, match=about):
        check(without_comments(cypher))


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (a)-[:X*3]->(b) RETURN a",
        "MATCH (a)-[:X*1..3]->(b) RETURN a",
        "MATCH (a)-[:X*..3]->(b) RETURN a",
        "MATCH (a)-[r:X * 1 .. 3 ]->(b) RETURN a",
        "MATCH (a)-[:X*1..3 {y: 2 * 3}]->(b) RETURN 2 * 3",
        "RETURN '-[*]-' AS a, \"CALL db.labels()\" AS b, 'it\\'s; n.title' AS c",
        "RETURN 1 // ; n.title [*]",
        "RETURN /* CALL db.labels() ; */ 1;",
        "CALL (n) { RETURN n.id AS id }",
        "MATCH (n) RETURN type(n), n.types, n.titles, round(n.x, 2), n.id",
        "RETURN count(*)",
        "MATCH (a)-[:X]->(b {c: 1}) RETURN {d: a.e - 1, f: +(2)}",
    ],
)
def test_not_refused(cypher: str) -> None:
    check(without_comments(cypher))


@pytest.mark.parametrize("cypher", ["", "  \n", "// nothing", "/* nothing */ ;"])
def test_nothing_to_run(cypher: str) -> None:
    with pytest.raises(QueryError, match="no Cypher"):
        check(without_comments(cypher))


def test_comments_go_and_strings_stay() -> None:
    assert without_comments("RETURN '// a' /* b */ AS x // c\n;").split() == ["RETURN", "'//", "a'", "AS", "x"]
