"""A graph in a real Neo4j server: complete, unchanged by a second load, and refused in one sentence."""

from collections import Counter
from pathlib import Path

import pytest

from tests.parity.graphs import HOSTILE, awkward
from tropegraph import export
from tropegraph.connect import Settings, open_driver
from tropegraph.errors import DatabaseError, QueryError
from tropegraph.graph import Graph
from tropegraph.graph.property_graph import nodes_by_label
from tropegraph.query import EmbeddedEngine, Engine, Neo4jEngine

pytestmark = pytest.mark.neo4j

NODES = "MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n"
EDGES = "MATCH (a)-[r]->(b) RETURN type(r) AS type, count(*) AS n"


def counts(engine: Engine) -> dict[str, dict[str, int]]:
    return {"nodes": dict(engine.run(NODES).rows), "edges": dict(engine.run(EDGES).rows)}


@pytest.fixture(params=["awkward", "sample"])
def graph(request: pytest.FixtureRequest) -> Graph:
    if request.param == "awkward":
        return awkward()
    folder: Path = request.getfixturevalue("sample_graph")
    return Graph.open(folder)


def test_two_loads_give_the_graph_once(graph: Graph, neo4j_empty: Settings) -> None:
    first, second = (export.load(graph, neo4j_empty) for _ in range(2))
    assert (first.nodes_created, first.edges_created) == (graph.nodes.num_rows, graph.edges.num_rows)
    assert (second.nodes_created, second.edges_created) == (0, 0)
    with Neo4jEngine.open(neo4j_empty) as engine:
        assert counts(engine) == graph.counts() == counts(EmbeddedEngine.of(graph))
    seen = Counter(key for _, _, key in graph.to_networkx().edges(keys=True))
    assert dict(sorted(seen.items())) == graph.counts()["edges"]


def test_all_properties_arrive(graph: Graph, neo4j_empty: Settings) -> None:
    export.load(graph, neo4j_empty)
    embedded = EmbeddedEngine.of(graph)
    with Neo4jEngine.open(neo4j_empty) as engine:
        for cypher in (
            "MATCH (n) RETURN n ORDER BY n.id",
            "MATCH (a)-[r]->(b) RETURN a.id AS a, r, b.id AS b ORDER BY a, type(r), b",
        ):
            assert engine.run(cypher) == embedded.run(cypher)
        nodes = {row["id"]: row for label in nodes_by_label(graph) for row in label.table.to_pylist()}
        there = [row[0] for row in engine.run("MATCH (n) RETURN n ORDER BY n.id").rows]
        assert there == [nodes[node] for node in graph.nodes["id"].to_pylist()]


def test_small_batches_load_the_same_and_tell_how_far_they_are(neo4j_empty: Settings) -> None:
    graph, told = awkward(), []
    report = export.load(graph, neo4j_empty, batch=3, progress=lambda done, total: told.append((done, total)))
    total = graph.nodes.num_rows + graph.edges.num_rows
    assert report.nodes_created + report.edges_created == total
    assert told == sorted(set(told))
    assert told[-1] == (total, total)


def test_an_interrupted_load_goes_on(neo4j_empty: Settings) -> None:
    graph = awkward()

    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export.load(graph, neo4j_empty, batch=5, progress=stop)
    report = export.load(graph, neo4j_empty)
    assert 0 < report.edges_created < graph.edges.num_rows
    with Neo4jEngine.open(neo4j_empty) as engine:
        assert counts(engine) == graph.counts()


def test_what_else_is_on_the_server_stays(neo4j_empty: Settings) -> None:
    with open_driver(neo4j_empty) as driver:
        driver.execute_query("CREATE (:Mine {id: 'Main/Root'})-[:OWNS]->(:Trope {id: 'Main/Root', note: 'my own'})")
    export.load(awkward(), neo4j_empty)
    with Neo4jEngine.open(neo4j_empty) as engine:
        assert engine.run("MATCH (:Mine)-[:OWNS]->(t) RETURN t.note, t.name").rows == [("my own", "Root Trope")]


def test_ids_are_unique_on_the_server(neo4j_empty: Settings) -> None:
    export.load(awkward(), neo4j_empty)
    with open_driver(neo4j_empty) as driver:
        found = driver.execute_query("SHOW CONSTRAINTS YIELD labelsOrTypes AS l, properties AS p RETURN l[0], p")
    unique = {label for label, properties in found.records if properties == ["id"]}
    assert unique >= {"Trope", "Work", "Index", "Page"}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_only_text(neo4j_empty: Settings, name: str) -> None:
    export.load(awkward(), neo4j_empty)
    with Neo4jEngine.open(neo4j_empty) as engine:
        assert engine.run("MATCH (n:Trope {name: $name}) RETURN n.name", {"name": name}).rows == [(name,)]
        assert engine.run("MATCH ()-[r:INVOLVES]->(n {name: $name}) RETURN r.evidence", {"name": name}).rows == [
            ([name],)
        ]
        assert counts(engine) == awkward().counts()


def test_a_wrong_password(neo4j_server: Settings) -> None:
    wrong = Settings(neo4j_server.uri, neo4j_server.user, "wrong-password")
    with pytest.raises(DatabaseError, match=r"refuses the login.*NEO4J_PASSWORD") as caught:
        export.load(awkward(), wrong)
    assert "wrong-password" not in str(caught.value)


def test_no_password(neo4j_server: Settings) -> None:
    with pytest.raises(DatabaseError, match="wants a password"), Neo4jEngine.open(Settings(neo4j_server.uri)):
        pass


@pytest.mark.parametrize("name", ["nosuch", "no such`", "x" * 40])
def test_an_unknown_database(neo4j_server: Settings, name: str) -> None:
    there = Settings(neo4j_server.uri, neo4j_server.user, neo4j_server.password, name)
    with pytest.raises(DatabaseError, match="has no database"):
        export.load(awkward(), there)


def test_queries_only_read(neo4j_empty: Settings) -> None:
    with Neo4jEngine.open(neo4j_empty) as engine:
        with pytest.raises(QueryError, match="only read"):
            engine.run("CREATE (n:Trope {id: 'x'})")
        assert engine.run("MATCH (n) RETURN count(n) AS n").rows == [(0,)]
