"""What is written opens in the libraries of other tools, and comes back as the same graph."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import duckdb
import networkx as nx
import pandas as pd
import polars as pl
import pytest

import tropegraph as tg
from tests.parity.graphs import HOSTILE, awkward
from tropegraph.exchange import FORMATS, Stored, write
from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows

CONTROLS = "a\x00b\x01c\x0b\x1f\ufffe\uffff _x0001_ _x005F_x0001_ \r\n\r \x85\u2028 😀"
TABLES = ("nodes", "edges", "evidence")


def hostile() -> tg.TropeGraph:
    """A graph whose every text is out to break something, and whose edges run side by side."""
    texts = [*HOSTILE, CONTROLS, "=1+1", "'=1+1", "''", "+49", "-x", "@SUM(A1)", "</data><node/>", "]]>", "&amp;", ""]
    ids = [f"Main/{n}{text}" for n, text in enumerate(texts)]
    nodes = [
        {"id": i, "kind": "Trope", "namespace": "Main", "aliases": [text, "b"]}
        | dict.fromkeys(("name", "url", "medium"), text)
        for i, text in zip(ids, texts, strict=True)
    ]
    edges, evidence = [], []
    for n, (source, text) in enumerate(zip(ids, texts, strict=True)):
        for kind in ("SUBTROPE_OF", "SEE_ALSO", "LEADS_TO"):
            key = {"source": source, "type": kind, "target": ids[n - 1]}
            edges.append({**key, "modifiers": [text], "media": [text, "c,d"], "stated_on": [], "evidence_count": 2})
            told = dict.fromkeys(("page", "section", "as_written", "input"), text) | {"block": n, "start": -1, "end": 0}
            evidence += [{**key, **told, "sentence": f"{text}{k}"} for k in range(2)]
    rows = {"nodes": nodes, "edges": edges, "evidence": evidence, "pages": (), "findings": ()}
    return tg.TropeGraph.of(type("Rows", (), {name: of_rows(name, found) for name, found in rows.items()}))


def ordered() -> tg.TropeGraph:
    """The awkward graph of the queries, its symmetric edges in order as in any graph that was built."""
    return tg.TropeGraph.from_networkx(awkward().to_networkx())


def same(one: Graph, other: Graph) -> bool:
    return all(one.tables[name].equals(other.tables[name]) for name in TABLES)


@pytest.fixture(params=["awkward", "hostile"])
def graph(request: pytest.FixtureRequest) -> tg.TropeGraph:
    return ordered() if request.param == "awkward" else hostile()


@pytest.mark.parametrize("form", FORMATS)
def test_a_graph_comes_back(form: str, graph: tg.TropeGraph, tmp_path: Path) -> None:
    path = tmp_path / FORMATS[form].example
    report = graph.export(form, path)
    assert (report.nodes, report.edges) == (graph.nodes.num_rows, graph.edges.num_rows)
    assert report.size == sum(file.stat().st_size for file in ([path] if path.is_file() else path.iterdir()))
    back = tg.build(path)
    assert same(back, graph)
    assert back.findings.num_rows == 0
    assert back.pages.select(["id", "kind", "format"]).to_pylist() == [
        {"id": path.name, "kind": "DATASET", "format": form}
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_a_folder_gives_the_same_bytes_as_memory(form: str, graph: tg.TropeGraph, tmp_path: Path) -> None:
    graph.save(tmp_path / "g")
    one, other = tmp_path / "one", tmp_path / "other"
    write(Stored(tmp_path / "g"), form, one)
    graph.export(form, other, layout=False)
    pairs = [(one, other)] if one.is_file() else [(file, other / file.name) for file in one.iterdir()]
    assert all(a.read_bytes() == b.read_bytes() for a, b in pairs)


def test_networkx_reads_graphml(graph: tg.TropeGraph, tmp_path: Path) -> None:
    graph.export("graphml", tmp_path / "g.graphml")
    network = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    ours = graph.to_networkx()
    assert (network.number_of_nodes(), network.number_of_edges()) == (ours.number_of_nodes(), ours.number_of_edges())
    if "Main/Root" in network:
        assert sorted((u, d["type"], v) for u, v, d in network.edges(data=True)) == sorted(
            (u, k, v) for u, v, k in ours.edges(keys=True)
        )
        for u, v, told in network.edges(data=True):
            for name in ("modifiers", "media", "stated_on"):
                assert tuple(json.loads(told[name])) == ours.edges[u, v, told["type"]][name]


def test_igraph_reads_graphml(graph: tg.TropeGraph, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    graph.export("graphml", tmp_path / "g.graphml")
    found = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    assert (found.vcount(), found.ecount()) == (graph.nodes.num_rows, graph.edges.num_rows)
    assert set(found.es["type"]) == set(graph.edges["type"].to_pylist())
    assert found.vs["has_page"] == graph.nodes["has_page"].to_pylist()
    assert found.is_directed()


def test_networkx_reads_gexf_with_places_and_colours(tmp_path: Path, sample_graph: Path) -> None:
    graph = tg.open(sample_graph)
    graph.export("gexf", tmp_path / "g.gexf")
    network = nx.read_gexf(tmp_path / "g.gexf")
    assert network.number_of_nodes() == graph.nodes.num_rows
    assert network.number_of_edges() == graph.edges.num_rows
    looks = [data["viz"] for _, data in network.nodes(data=True)]
    assert len({(look["position"]["x"], look["position"]["y"]) for look in looks}) > 0.95 * len(looks)
    assert len({tuple(look["color"].values()) for look in looks}) > 3
    assert all(look["size"] > 0 for look in looks)
    by_community: dict[int, set[tuple[int, ...]]] = {}
    for _, data in network.nodes(data=True):
        by_community.setdefault(data["community"], set()).add(tuple(data["viz"]["color"].values()))
    assert all(len(colours) == 1 for colours in by_community.values())
    assert {data["label"] for _, _, data in network.edges(data=True)} == set(graph.edges["type"].to_pylist())


def test_hostile_gexf_is_read(tmp_path: Path) -> None:
    hostile().export("gexf", tmp_path / "g.gexf", layout=False)
    assert nx.read_gexf(tmp_path / "g.gexf").number_of_edges() == hostile().edges.num_rows


def test_networkx_reads_cytoscape_json(graph: tg.TropeGraph, tmp_path: Path) -> None:
    graph.export("cytoscape", tmp_path / "g.cyjs")
    network = nx.cytoscape_graph(json.loads((tmp_path / "g.cyjs").read_text(encoding="utf-8")))
    assert set(network.edges(keys=True)) == set(graph.to_networkx().edges(keys=True))


def test_ids_of_edges_are_those_of_no_node(tmp_path: Path) -> None:
    nodes = [{"id": id_, "kind": "Trope"} for id_ in ("e0", "e-0", "e--", "a")]
    edges = [{"source": "a", "type": "SEE_ALSO", "target": "e0"}]
    tables = {"nodes": nodes, "edges": edges, "evidence": (), "pages": (), "findings": ()}
    graph = tg.TropeGraph.of(type("Rows", (), {name: of_rows(name, found) for name, found in tables.items()}))
    graph.export("cytoscape", tmp_path / "g.cyjs")
    elements = json.loads((tmp_path / "g.cyjs").read_text())["elements"]
    ids = [row["data"]["id"] for of in ("nodes", "edges") for row in elements[of]]
    assert len(set(ids)) == len(ids)


def test_networkx_reads_node_link_json_as_the_same_graph(graph: tg.TropeGraph, tmp_path: Path) -> None:
    graph.export("node-link", tmp_path / "g.json")
    network = nx.node_link_graph(json.loads((tmp_path / "g.json").read_text(encoding="utf-8")), edges="edges")
    assert same(Graph.from_networkx(network), graph)


def test_tables_are_read(graph: tg.TropeGraph, tmp_path: Path) -> None:
    for form in ("csv", "parquet"):
        graph.export(form, tmp_path / form)
    with (tmp_path / "csv" / "edges.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["type"] for row in rows] == graph.edges["type"].to_pylist()
    assert [json.loads(row["media"]) for row in rows] == graph.edges["media"].to_pylist()
    nodes = pd.read_csv(tmp_path / "csv" / "nodes.csv")
    assert len(nodes) == graph.nodes.num_rows
    assert list(nodes.columns) == graph.nodes.column_names
    edges = pl.read_parquet(tmp_path / "parquet" / "edges.parquet")
    assert edges["evidence"].list.len().to_list() == graph.edges["evidence_count"].to_pylist()
    found = duckdb.sql(f"SELECT sum(len(evidence)) FROM '{tmp_path}/parquet/edges.parquet'").fetchall()
    assert found == [(graph.evidence.num_rows,)]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    hostile().export("csv", tmp_path / "csv")
    for name in ("nodes.csv", "edges.csv"):
        with (tmp_path / "csv" / name).open(encoding="utf-8-sig", newline="") as file:
            cells = {cell for row in csv.reader(file) for cell in row}
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=1+1" in (tmp_path / "csv" / "nodes.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_short_evidence_is_one_sentence_of_an_edge(form: str, tmp_path: Path) -> None:
    graph = ordered()
    graph.export(form, tmp_path / "g.gz", evidence="short", layout=False)
    (tmp_path / "g.gz").rename(tmp_path / FORMATS[form].example)
    back = tg.build(tmp_path / FORMATS[form].example)
    told = {row["source"]: row for row in back.evidence.to_pylist()}
    assert back.edges.drop(["evidence_count"]).equals(graph.edges.drop(["evidence_count"]))
    assert 0 < back.evidence.num_rows <= back.edges.num_rows
    for row in graph.evidence.to_pylist():
        if row["sentence"]:
            assert len(told[row["source"]]["sentence"]) <= 200


@pytest.mark.parametrize("form", FORMATS)
def test_without_evidence_none_comes_back(form: str, tmp_path: Path) -> None:
    graph, path = ordered(), tmp_path / FORMATS[form].example
    graph.export(form, path, evidence="none", layout=False)
    back = tg.build(path)
    assert back.evidence.num_rows == 0
    assert back.nodes.equals(graph.nodes)


def test_parts(sample_graph: Path, tmp_path: Path) -> None:
    graph, path = tg.open(sample_graph), tmp_path / "g.json"
    graph.export("node-link", path, around="Mars Needs Women", depth=1)
    assert tg.build(path).nodes["id"].to_pylist() == graph.around("Main/MarsNeedsWomen", 1).nodes["id"].to_pylist()
    graph.export("node-link", path, types=["INVERSE_OF"])
    part = tg.build(path)
    assert set(part.edges["type"].to_pylist()) == {"INVERSE_OF"}
    assert set(part.nodes["id"].to_pylist()) == {
        part.edges[end][i].as_py() for end in ("source", "target") for i in range(part.edges.num_rows)
    }
    graph.export("node-link", path, kinds=["Trope"])
    assert set(tg.build(path).nodes["kind"].to_pylist()) == {"Trope"}
    graph.export("node-link", path, medium="Film")
    assert set(tg.build(path).nodes["medium"].to_pylist()) == {"", "Film"}


def test_what_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    graph, path = hostile(), tmp_path / "g.graphml"
    graph.export("graphml", path)
    before = path.read_bytes()
    graph.save(tmp_path / "g")
    (tmp_path / "g" / "evidence.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(tg.GraphError):
        write(Stored(tmp_path / "g"), "graphml", path)
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"g", "g.graphml"}


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "notes.txt").write_text("mine")
    with pytest.raises(tg.OutputError):
        hostile().export("csv", tmp_path / "csv")
    hostile().save(tmp_path / "g")
    with pytest.raises(tg.OutputError):
        hostile().export("parquet", tmp_path / "g")
    with pytest.raises(tg.OutputError):
        hostile().export("graphml", tmp_path / "csv")


def test_unknown_words_are_refused(tmp_path: Path) -> None:
    graph = ordered()
    for form, options in (("dot", {}), ("gexf", {"evidence": "some"}), ("gexf", {"colour_by": "age"})):
        with pytest.raises(tg.InputError):
            graph.export(form, tmp_path / "g", **options)
    with pytest.raises(tg.GraphError):
        graph.export("gexf", tmp_path / "g", around="Nobody")
    assert not list(tmp_path.iterdir())


def test_bulk_from_memory_and_from_a_folder(tmp_path: Path) -> None:
    graph = ordered()
    assert graph.export_bulk(tmp_path / "one").edges == graph.edges.num_rows
    graph.save(tmp_path / "g")
    tg.open(tmp_path / "g").export_bulk(tmp_path / "other", evidence="none")
    assert (tmp_path / "one" / "import.sh").exists()
    assert (tmp_path / "other" / "import.sh").exists()


def test_files_need_no_driver() -> None:
    code = "import sys, tropegraph.export.bulk, tropegraph.exported; assert 'neo4j' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
