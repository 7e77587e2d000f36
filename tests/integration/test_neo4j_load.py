"""What a load leaves on a real server: nothing twice, nothing stale, and nothing of others touched."""

import json
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from tests.conftest import ROOT, run_cli
from tests.integration.bolt_proxy import Cuts, Switches, proxied
from tests.parity.graphs import HOSTILE, awkward
from tropegraph import export
from tropegraph.cli.neo4j import EvidenceForm
from tropegraph.connect import Settings, open_driver
from tropegraph.export.neo4j import statements
from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows

pytestmark = pytest.mark.neo4j

ALL = (
    "MATCH (n) RETURN elementId(n) AS i, labels(n) AS l, properties(n) AS p ORDER BY i",
    "MATCH (a)-[r]->(b) RETURN elementId(r) AS i, a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p ORDER BY i",
)


def ask(settings: Settings, cypher: str, **params: Any) -> list[list[Any]]:
    with open_driver(settings) as driver:
        return [record.values() for record in driver.execute_query(cypher, params).records]


def everything(settings: Settings) -> list[list[list[Any]]]:
    return [ask(settings, text) for text in ALL]


def pairs(settings: Settings, kind: str) -> set[tuple[str, str]]:
    return {(a, b) for a, b in ask(settings, f"MATCH (a)-[:{kind}]->(b) RETURN a.id, b.id")}


@dataclass(frozen=True)
class Tables:
    nodes: pa.Table
    edges: pa.Table
    evidence: pa.Table
    pages: pa.Table = field(default_factory=lambda: of_rows("pages", ()))
    findings: pa.Table = field(default_factory=lambda: of_rows("findings", ()))


def changed() -> Graph:
    """The awkward graph without a trope and a type of edge, with an index that was a trope, and with a new name."""
    old = awkward()
    ids = pc.not_equal(old.nodes["id"], "Main/Loner")
    rows = old.nodes.filter(ids).to_pylist()
    for row in rows:
        if row["id"] == "Main/Circle2":
            row["kind"] = "Index"
        if row["id"] == "Main/Root":
            row["name"] = "Root, anew"
    edges, evidence = (t.filter(pc.not_equal(t["type"], "SUBTROPE_OF")) for t in (old.edges, old.evidence))
    return Graph.of(Tables(of_rows("nodes", rows), edges, evidence))


def of_nodes(count: int) -> Graph:
    rows = [{"id": f"Main/N{n}", "name": f"N {n}", "kind": "Trope", "namespace": "Main"} for n in range(count)]
    return Graph.of(Tables(of_rows("nodes", rows), of_rows("edges", ()), of_rows("evidence", ())))


@pytest.mark.parametrize("evidence", export.Evidence)
def test_a_second_load_changes_nothing(any_neo4j: Settings, evidence: export.Evidence) -> None:
    first = export.load(awkward(), any_neo4j, evidence=evidence)
    before = everything(any_neo4j)
    second = export.load(awkward(), any_neo4j, evidence=evidence, batch=7, writers=2)
    assert everything(any_neo4j) == before
    assert (first.nodes_created, first.edges_created) == (first.nodes, first.edges)
    assert (second.nodes_created, second.edges_created, second.nodes_removed, second.edges_removed) == (0, 0, 0, 0)


def test_what_is_gone_goes_and_what_others_made_stays(any_neo4j: Settings) -> None:
    ask(
        any_neo4j, "CREATE (:Trope {id: 'Main/Child3', mine: 1}), (:Trope {id: 'Main/Mine'}), (:Mine {id: 'Main/Mine'})"
    )
    export.load(awkward(), any_neo4j)
    ask(any_neo4j, "MATCH (a {id: 'Main/Child0'}), (b {id: 'Main/Child1'}) CREATE (a)-[:SUBTROPE_OF {by: 'me'}]->(b)")
    ask(any_neo4j, "MATCH (a {id: 'Main/Child2'})-[r:SUBTROPE_OF]->() SET r.keep = true")
    graph = changed()
    smaller = Graph.of(
        Tables(graph.nodes.filter(pc.not_equal(graph.nodes["id"], "Main/Child3")), graph.edges, graph.evidence)
    )
    report = export.load(smaller, any_neo4j)
    assert (report.nodes_removed, report.edges_removed) == (2, 6)
    assert pairs(any_neo4j, "SUBTROPE_OF") == {("Main/Child0", "Main/Child1"), ("Main/Child2", "Main/Child1")}
    there = {(i, *labels) for i, labels in ask(any_neo4j, "MATCH (n) RETURN n.id, labels(n)")}
    ours = set(zip(smaller.nodes["id"].to_pylist(), smaller.nodes["kind"].to_pylist(), strict=True))
    assert there - ours == {("Main/Mine", "Trope"), ("Main/Mine", "Mine"), ("Main/Child3", "Trope")}
    assert ours <= there
    assert ask(any_neo4j, "MATCH (n {id: 'Main/Root'}) RETURN n.name") == [["Root, anew"]]


def test_a_node_that_others_hold_on_to_stays_and_is_told(any_neo4j: Settings) -> None:
    export.load(awkward(), any_neo4j)
    ask(any_neo4j, "MATCH (n {id: 'Main/Loner'}) CREATE (:Mine)-[:LIKES]->(n)")
    report = export.load(changed(), any_neo4j)
    assert (report.nodes_removed, report.nodes_left) == (1, 1)
    assert ask(any_neo4j, "MATCH (:Mine)-[:LIKES]->(n) RETURN n.id") == [["Main/Loner"]]


def test_keep_leaves_what_is_gone(any_neo4j: Settings) -> None:
    export.load(awkward(), any_neo4j)
    report = export.load(changed(), any_neo4j, prune=False)
    assert (report.nodes_removed, report.edges_removed) == (0, 0)
    assert len(pairs(any_neo4j, "SUBTROPE_OF")) == 7
    assert ask(any_neo4j, "MATCH (n {id: 'Main/Circle2'}) RETURN count(n)") == [[2]]


def test_most_of_what_is_there_goes_only_when_told(neo4j_empty: Settings) -> None:
    export.load(of_nodes(2000), neo4j_empty)
    report = export.load(awkward(), neo4j_empty)
    assert (report.nodes_removed, report.nodes_left) == (0, 2000)
    assert export.load(awkward(), neo4j_empty, prune=True).nodes_removed == 2000
    assert ask(neo4j_empty, "MATCH (n) RETURN count(n)") == [[awkward().nodes.num_rows]]


def test_evidence_as_nodes_says_what_the_edges_say(any_neo4j: Settings) -> None:
    graph = awkward()
    export.load(graph, any_neo4j)
    before = everything(any_neo4j)
    export.load(graph, any_neo4j, evidence="nodes")
    told = ask(
        any_neo4j,
        "MATCH (a)<-[:EVIDENCE_FROM]-(e:Evidence)-[:EVIDENCE_TO]->(b) RETURN a.id, e.type, b.id, e.page, e.sentence",
    )
    rows = [
        tuple(row[c] for c in ("source", "type", "target", "page", "sentence")) for row in graph.evidence.to_pylist()
    ]
    assert sorted(map(tuple, told)) == sorted(row for row in rows if row[3] or row[4])
    assert ask(any_neo4j, "MATCH ()-[r]->() WHERE r.evidence IS NOT NULL OR r.pages IS NOT NULL RETURN count(r)") == [
        [0]
    ]
    export.load(graph, any_neo4j)
    assert everything(any_neo4j) == before


def test_without_evidence_there_is_none(any_neo4j: Settings) -> None:
    export.load(awkward(), any_neo4j, evidence="nodes")
    export.load(awkward(), any_neo4j, evidence="none")
    assert ask(any_neo4j, "MATCH (e:Evidence) RETURN count(e)") == [[0]]
    assert ask(any_neo4j, "MATCH ()-[r]->() WHERE r.evidence IS NOT NULL RETURN count(r)") == [[0]]
    assert ask(any_neo4j, "MATCH ()-[r]->() WHERE r.evidence_count IS NULL RETURN count(r)") == [[0]]


def test_names_and_aliases_are_found(any_neo4j: Settings) -> None:
    export.load(awkward(), any_neo4j)
    search = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id"
    assert ask(any_neo4j, search, index="tropegraph_names", words="grandchild OR urtrope") == [["Main/Root"]]
    assert ask(any_neo4j, search, index="tropegraph_aliases", words="urtrope") == [["Main/Root"]]
    assert ask(any_neo4j, search, index="tropegraph_aliases", words="loner") == []
    unique = ask(any_neo4j, "SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN labelsOrTypes[0], properties")
    assert {label for label, properties in unique if properties == ["id"]} >= {"Trope", "Work", "Index"}


def test_very_many_aliases_and_very_long_names_are_no_trouble(any_neo4j: Settings) -> None:
    rows = awkward().nodes.to_pylist()
    rows[0]["aliases"] = sorted(f"Another title, number {n}" for n in range(3000))
    rows[1]["aliases"] = ["x" * 50_000]
    rows[1]["name"] = "y" * 7_000
    graph = Graph.of(Tables(of_rows("nodes", rows), awkward().edges, awkward().evidence))
    export.load(graph, any_neo4j)
    for row in rows[:2]:
        assert ask(any_neo4j, "MATCH (n {id: $id}) RETURN n.name, n.aliases", id=row["id"]) == [
            [row["name"], row["aliases"]]
        ]


def hostile() -> Graph:
    """Every hostile text wherever a load sends text."""
    more = {"kind": "Trope", "namespace": "Main"}
    rows = [{"id": f"Main/{text}", "name": text, "aliases": [text], "url": text, **more} for text in HOSTILE]
    edges = [{"source": row["id"], "type": "INVOLVES", "target": "Main/Other", "evidence_count": 1} for row in rows]
    written = [{**edge, "stated_on": [t], "media": [t]} for edge, t in zip(edges, HOSTILE, strict=True)]
    told = [dict.fromkeys(("page", "section", "sentence", "as_written"), text) for text in HOSTILE]
    evidence = [{**edge, **said} for edge, said in zip(edges, told, strict=True)]
    nodes = of_rows("nodes", [*rows, {"id": "Main/Other", "name": "Other", **more}])
    return Graph.of(Tables(nodes, of_rows("edges", written), of_rows("evidence", evidence)))


@pytest.mark.parametrize("evidence", export.Evidence)
def test_hostile_text_is_only_text_wherever_it_stands(neo4j_empty: Settings, evidence: export.Evidence) -> None:
    export.load(hostile(), neo4j_empty, evidence=evidence)
    wanted = sorted([f"Main/{text}", text, [text], text, [text], [text]] for text in HOSTILE)
    edges = "MATCH (n:Trope)-[r:INVOLVES]->(:Trope {id: 'Main/Other'}) RETURN n.id, n.name, n.aliases, n.url"
    assert sorted(ask(neo4j_empty, edges + ", r.media, r.stated_on")) == wanted
    lists = {text for (text,) in ask(neo4j_empty, "MATCH ()-[r]->() UNWIND r.evidence AS e RETURN e")}
    told = "MATCH (e:Evidence) WHERE e.page = e.section AND e.page = e.as_written RETURN e.sentence"
    nodes = {text for (text,) in ask(neo4j_empty, told)}
    assert lists == (set(HOSTILE) if evidence == "properties" else set())
    assert nodes == (set(HOSTILE) if evidence == "nodes" else set())
    export.load(awkward(), neo4j_empty)
    assert ask(neo4j_empty, "MATCH (n {id: 'Main/Other'}) RETURN count(n)") == [[0]]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_label(text: str) -> None:
    with pytest.raises(ValueError, match="not in the vocabulary"):
        statements.statement("nodes", NodeLabel=text)


def test_what_somebody_removed_meanwhile_is_loaded_again(neo4j_empty: Settings) -> None:
    def stop(done: int, _total: int) -> None:
        if done > awkward().nodes.num_rows + 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export.load(awkward(), neo4j_empty, batch=5, progress=stop)
    ask(neo4j_empty, "MATCH (n:Trope) DETACH DELETE n")
    export.load(awkward(), neo4j_empty)
    after = [[row[1:] for row in rows] for rows in everything(neo4j_empty)]
    export.load(awkward(), neo4j_empty)
    assert [[row[1:] for row in rows] for rows in everything(neo4j_empty)] == after
    assert ask(neo4j_empty, "MATCH ()-[r]->() RETURN count(r)") == [[awkward().edges.num_rows]]


def test_the_load_of_another_graph_begins_anew(neo4j_empty: Settings) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export.load(awkward(), neo4j_empty, batch=5, progress=stop)
    assert ask(neo4j_empty, "MATCH (p:TropegraphLoad) RETURN p.done") == [[5]]
    assert export.load(changed(), neo4j_empty).resumed == 0
    assert export.load(awkward(), neo4j_empty).resumed == 0
    assert ask(neo4j_empty, "MATCH (p:TropegraphLoad) RETURN p.done") == []


def test_routing_works_on_a_single_server(neo4j_empty: Settings) -> None:
    routed = replace(neo4j_empty, uri=neo4j_empty.uri.replace("bolt://", "neo4j://"), database="neo4j")
    assert export.load(awkward(), routed).nodes_created == awkward().nodes.num_rows


def test_killed_loads_and_restarted_servers_end_with_equal_graphs(neo4j_server: Settings) -> None:
    command = [sys.executable, "-m", "tests.integration.hurt_loads", "3", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "equal graphs" in done.stdout


def test_a_connection_that_breaks_in_mid_commit_is_no_end(neo4j_empty: Settings) -> None:
    cuts = Cuts(most=3)
    with proxied(neo4j_empty, lambda: cuts) as through:
        report = export.load(awkward(), through, batch=5)
    assert cuts.done == 3
    assert report.nodes == awkward().nodes.num_rows
    assert report.nodes_created <= report.nodes
    again = export.load(awkward(), neo4j_empty)
    assert (again.nodes_created, again.edges_created) == (0, 0)


@pytest.mark.parametrize(
    "code", ["Neo.ClientError.Cluster.NotALeader", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"]
)
def test_a_leader_that_changes_is_no_end(neo4j_empty: Settings, code: str) -> None:
    routed = replace(neo4j_empty, uri=neo4j_empty.uri.replace("bolt://", "neo4j://"), database="neo4j")
    switches = Switches(code, most=3)
    with proxied(routed, switches.talk) as through:
        report = export.load(awkward(), through, batch=5)
    assert switches.done == 3
    assert switches.routes >= 1 + switches.done
    assert report.nodes == awkward().nodes.num_rows
    again = export.load(awkward(), neo4j_empty)
    assert (again.nodes_created, again.edges_created) == (0, 0)


def test_the_command_has_every_form_of_evidence() -> None:
    assert [form.value for form in EvidenceForm] == [form.value for form in export.Evidence]


def test_a_dry_run_asks_no_server(sample_graph: Path) -> None:
    ran = run_cli("load", "--graph", sample_graph, "--dry-run", "--json", "--uri", "bolt://127.0.0.1:9")
    told = json.loads(ran.out)
    graph = Graph.open(sample_graph)
    rows = {kind: sum(s["rows"] for s in told["steps"] if s["kind"] == kind) for kind in ("nodes", "edges")}
    assert rows == {"nodes": graph.nodes.num_rows, "edges": graph.edges.num_rows}
    assert any("FULLTEXT" in text for text in told["statements"])
    shown = run_cli("load", "--graph", sample_graph, "--dry-run").out
    assert "UNWIND $rows" in shown
    assert "(:Trope)-[:SUBTROPE_OF]->(:Trope)" in shown


def test_the_command_loads_removes_and_keeps(sample_graph: Path, neo4j_env: dict[str, str], tmp_path: Path) -> None:
    of_nodes(2000).save(tmp_path / "big")
    assert run_cli("load", "--graph", tmp_path / "big", env=neo4j_env).code == 0
    ran = run_cli("load", "--graph", sample_graph, env=neo4j_env)
    assert ran.code == 0
    assert "2,000 nodes and 0 edges of earlier loads" in ran.err
    assert "--prune" in ran.err
    assert "note" not in run_cli("load", "--graph", sample_graph, "--keep", env=neo4j_env).err
    ran = run_cli("load", "--graph", sample_graph, "--prune", "--json", env=neo4j_env)
    assert json.loads(ran.out)["nodes_removed"] == 2000
    assert not ran.err
    assert neo4j_env["NEO4J_PASSWORD"] not in ran.out + ran.err
