"""What is exported, as the tools themselves open it: Gephi's importer, and Cytoscape.js without a screen.

Both come from Maven Central: Gephi as its modules, Cytoscape.js as the jar file that holds the package of npm.
"""

import hashlib
import json
import os
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import playwright
import pytest
from maven_jars import FetchError, Jars, fetched
from neo4j_jars import ServerError, java

import tropegraph as tg
from tests.conftest import missing
from tests.unit.exchange.test_graph_files import hostile, ordered
from tropegraph.exchange.texts import from_xml

READERS = Path(__file__).parent / "readers"
GEPHI = Jars(
    "Gephi 0.10.1",
    "gephi/0.10.1",
    (
        "org.gephi:io-importer-plugin:0.10.1",
        "org.netbeans.modules:org-netbeans-modules-masterfs:RELEASE160",  # by which it finds files on disk
        "org.eclipse.jdt:ecj:3.40.0",  # a compiler, since a Java that is there to run programs has none
    ),
    without=("net.java.dev:stax-utils", "org.gephi:db-drivers"),  # the first is not in Maven Central
    size=61,
)
COMPILER = "org.eclipse.jdt.internal.compiler.batch.Main"
CYTOSCAPE = Jars("Cytoscape.js 3.33.1", "cytoscape/3.33.1", ("org.webjars.npm:cytoscape:3.33.1",))
SCRIPT = "META-INF/resources/webjars/cytoscape/3.33.1/dist/cytoscape.cjs.js"
SCRIPT_SHA512 = (
    "e86383ca33d511f8f45b511bc9a15a8b389f3969eba2dab111257d6dcdd66a9b"
    "46d6d03fc143377a256027a6d9bf6a0baba0ae73800b71eb6171383c67c4e1e7"
)
"""Of this file in the package of npm, too."""
NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
"""The Node that Playwright brings along."""

Opened = dict[str, Any]
Open = Callable[..., Opened]


def _fetched(jars: Jars) -> Path:
    try:
        return fetched(jars)
    except FetchError as error:
        missing("neo4j", str(error))  # where Neo4j is required, Java and Maven are
        raise


def _said(command: list[object]) -> str:
    ran = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="session")
def gephi(tmp_path_factory: pytest.TempPathFactory) -> Open:
    """Opens a file in Gephi; by what it offers of its own accord, or merging edges as told."""
    try:
        program = java()
    except ServerError as error:
        missing("neo4j", str(error))
        raise
    jars, out = sorted(_fetched(GEPHI).glob("*.jar")), tmp_path_factory.mktemp("gephi")
    path = os.pathsep.join(map(str, [out, *jars]))
    _said([program, "-cp", path, COMPILER, "-17", "-nowarn", "-cp", path, "-d", out, READERS / "Gephi.java"])
    run = [program, "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", path]
    return lambda *arguments: json.loads(_said([*run, "Gephi", *arguments]))


@pytest.fixture(scope="session")
def cytoscape(tmp_path_factory: pytest.TempPathFactory) -> Open:
    """Opens a file in Cytoscape.js."""
    (jar,) = _fetched(CYTOSCAPE).glob("cytoscape-*.jar")
    script = tmp_path_factory.mktemp("cytoscape") / "cytoscape.cjs"
    with zipfile.ZipFile(jar) as packed:
        script.write_bytes(packed.read(SCRIPT))
    assert hashlib.sha512(script.read_bytes()).hexdigest() == SCRIPT_SHA512
    return lambda file: json.loads(_said([NODE, READERS / "cytoscape.cjs", script, file]))


@pytest.fixture(params=["ordered", "hostile"])
def graph(request: pytest.FixtureRequest) -> tg.TropeGraph:
    return ordered() if request.param == "ordered" else hostile()


NODE_VALUES = ("kind", "namespace", "medium", "aliases", "url", "has_page")
EDGE_VALUES = ("modifiers", "media", "stated_on", "evidence_count")


def ours(row: Opened, names: tuple[str, ...]) -> Opened:
    """Values of a row of a table, as Gephi shows them; it takes the word null for nothing."""
    return {name: "" if row[name] == "null" else row[name] for name in names}


def theirs(values: Opened, row: Opened, names: tuple[str, ...]) -> Opened:
    """The same of what Gephi opened: lists are JSON text, and what is empty is left out."""
    read = {name: from_xml(value) if isinstance(value, str) else value for name, value in values.items()}
    return {
        name: json.loads(read[name] or "[]")
        if isinstance(row[name], list)
        else ("" if read[name] is None else read[name])
        for name in names
    }


def by_edge(rows: list[Opened], kind: Callable[[Opened], str]) -> dict[tuple[str, str, str], Opened]:
    """Rows of edges by their ends and type."""
    found = {(from_xml(row["source"]), kind(row), from_xml(row["target"])): row for row in rows}
    assert len(found) == len(rows)
    return found


def holds_the_same(found: Opened, graph: tg.TropeGraph, kind: Callable[[Opened], str]) -> None:
    """Nodes, edges and their values are those of the graph, and Gephi had nothing to say against the file."""
    nodes = {from_xml(row["id"]): row["values"] for row in found["nodes"]}
    assert len(nodes) == len(found["nodes"]) == graph.nodes.num_rows
    for row in graph.nodes.to_pylist():
        assert theirs(nodes[row["id"]], row, NODE_VALUES) == ours(row, NODE_VALUES)
    edges = by_edge(found["edges"], kind)
    assert len(edges) == graph.edges.num_rows
    evidence: dict[tuple[str, str, str], list[str]] = {}
    for piece in graph.evidence.to_pylist():
        evidence.setdefault((piece["source"], piece["type"], piece["target"]), []).append(piece["sentence"])
    for row in graph.edges.to_pylist():
        key = (row["source"], row["type"], row["target"])
        assert edges[key]["directed"]
        assert theirs(edges[key]["values"], row, EDGE_VALUES) == ours(row, EDGE_VALUES)
        told = json.loads(from_xml(edges[key]["values"]["evidence"] or "[]"))
        assert [piece.get("sentence", "") for piece in told] == evidence.get(key, [])


@pytest.mark.parametrize("merging", ["", "SUM", "NO_MERGE"])
def test_gephi_opens_gexf(merging: str, graph: tg.TropeGraph, gephi: Open, tmp_path: Path) -> None:
    graph.export("gexf", tmp_path / "g.gexf")
    found = gephi(tmp_path / "g.gexf", *filter(None, [merging]))
    assert found["issues"] == [{"level": "INFO", "message": "GEXF version 1.3"}]
    holds_the_same(found, graph, lambda edge: edge["type"])
    titles = {row["id"]: row["name"] for row in graph.nodes.to_pylist()}
    for node in found["nodes"]:
        title = titles[from_xml(node["id"])]
        assert from_xml(node["label"]) == title
    assert all(edge["label"] == edge["type"] for edge in found["edges"])


def test_gephi_shows_the_places_and_colours_of_the_map(sample_graph: Path, gephi: Open, tmp_path: Path) -> None:
    graph = tg.open(sample_graph)
    graph.export("gexf", tmp_path / "g.gexf")
    graph.export("cytoscape", tmp_path / "g.cyjs")
    drawn = {
        row["data"]["id"]: row for row in json.loads((tmp_path / "g.cyjs").read_text("utf-8"))["elements"]["nodes"]
    }
    found = gephi(tmp_path / "g.gexf")
    shown = {axis: np.array([node["drawn"][axis] for node in found["nodes"]]) for axis in ("x", "y", "size")}
    places = [drawn[node["id"]]["position"] for node in found["nodes"]]
    sizes = np.array([drawn[node["id"]]["data"]["size"] for node in found["nodes"]])
    # Gephi enlarges all drawings to a size that it likes, in both directions alike.
    factor, x = np.polyfit([place["x"] for place in places], shown["x"], 1)
    assert shown["x"] == pytest.approx([factor * place["x"] + x for place in places], abs=0.1)
    y = (shown["y"] + factor * np.array([place["y"] for place in places])).mean()
    assert shown["y"] == pytest.approx([y - factor * place["y"] for place in places], abs=0.1)
    assert np.corrcoef(shown["size"], sizes)[0, 1] == pytest.approx(1)
    for node in found["nodes"]:
        ours = drawn[node["id"]]["data"]
        assert (node["drawn"]["colour"], node["values"]["community"]) == (ours["colour"], ours["community"])
    assert len({edge["colour"] for edge in found["edges"]}) > 3


def test_gephi_opens_graphml_if_it_does_not_merge(graph: tg.TropeGraph, gephi: Open, tmp_path: Path) -> None:
    graph.export("graphml", tmp_path / "g.graphml")
    found = gephi(tmp_path / "g.graphml", "NO_MERGE")
    assert {issue["level"] for issue in found["issues"]} <= {"INFO"}
    holds_the_same(found, graph, lambda edge: edge["values"]["type"])
    names = {from_xml(row["id"]): row["values"]["name"] for row in found["nodes"]}
    for row in graph.nodes.to_pylist():
        assert from_xml(names[row["id"]] or "") == ours(row, ("name",))["name"]


def test_cytoscape_js_opens_its_json(graph: tg.TropeGraph, cytoscape: Open, tmp_path: Path) -> None:
    graph.export("cytoscape", tmp_path / "g.cyjs")
    found = cytoscape(tmp_path / "g.cyjs")
    assert found["warnings"] == []
    nodes = {row["data"]["id"]: row for row in found["nodes"]}
    assert len(nodes) == len(found["nodes"]) == graph.nodes.num_rows
    for row in graph.nodes.to_pylist():
        assert {name: nodes[row["id"]]["data"][name] for name in row} == row
    written = json.loads((tmp_path / "g.cyjs").read_text("utf-8"))["elements"]["nodes"]
    assert {id_: node["position"] for id_, node in nodes.items()} == {
        node["data"]["id"]: node["position"] for node in written
    }
    edges = {(row["source"], row["data"]["interaction"], row["target"]): row["data"] for row in found["edges"]}
    assert len(edges) == len(found["edges"]) == graph.edges.num_rows
    sentences = [piece["sentence"] for piece in graph.evidence.to_pylist()]
    for row in graph.edges.to_pylist():
        data = edges[row["source"], row["type"], row["target"]]
        assert {name: data[name] for name in EDGE_VALUES} == {name: row[name] for name in EDGE_VALUES}
        told, sentences = sentences[: row["evidence_count"]], sentences[row["evidence_count"] :]
        assert [piece.get("sentence", "") for piece in data["evidence"]] == told
    assert found["parallel"] > 0
