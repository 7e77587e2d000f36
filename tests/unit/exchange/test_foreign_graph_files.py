"""Graph files of other tools: what can be read is, what cannot is told, and what would do harm is refused."""

import gzip
import json
from pathlib import Path

import networkx as nx
import pytest

import tropegraph as tg
from tropegraph.exchange import graph_file

NS = 'xmlns="http://graphml.graphdrawing.org/xmlns"'
LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<graphml><graph edgedefault="directed"><node id="&b;"/></graph></graphml>"""
OUTSIDE = """<!DOCTYPE graphml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<graphml><graph edgedefault="directed"><node id="a">&x;</node></graph></graphml>"""


def codes(graph: tg.TropeGraph) -> list[str]:
    return graph.findings["code"].to_pylist()


def messages(graph: tg.TropeGraph) -> str:
    return "\n".join(graph.findings["message"].to_pylist())


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.graphml", LAUGHS, "declares entities"),
        ("a.graphml", OUTSIDE, "declares entities"),
        ("a.gexf", LAUGHS.replace("graphml", "gexf"), "declares entities"),
        ("a.graphml", f"<graphml {NS}><graph><node id='a'/>", "damaged"),
        ("a.graphml", f"<graphml {NS}>{'<x>' * 5000}</graphml>", "without end"),
        ("a.graphml", f"<graphml {NS}><graph/></graphml>", "without nodes"),
        ("a.json", '{"directed": true, "nodes": [', "no JSON"),
        ("a.json", '{"directed": true, "nodes": [1]}', "something else"),
        ("a.json", '{"directed": true, "nodes": ' + "[" * 100_000, "no JSON"),
        ("a.cyjs", '{"elements": {"nodes": [{"data": 1}]}}', "something else"),
        ("a.cyjs", '{"elements": []}', "without nodes"),
    ],
)
def test_harm_and_damage_are_one_sentence(name: str, text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(tg.InputError, match=said):
        tg.build(tmp_path / name)


def test_a_document_type_without_entities_is_read(tmp_path: Path) -> None:
    text = f'<!DOCTYPE graphml SYSTEM "http://example.org/x.dtd"><graphml {NS}><graph><node id="a"/></graph></graphml>'
    (tmp_path / "a.graphml").write_text(text)
    assert tg.build(tmp_path / "a.graphml").nodes["id"].to_pylist() == ["a"]


def test_what_networkx_writes_comes_back(sample_graph: Path, tmp_path: Path) -> None:
    graph = tg.open(sample_graph)
    graph.export("graphml", tmp_path / "ours.graphml")
    network = nx.read_graphml(tmp_path / "ours.graphml", force_multigraph=True)
    nx.set_node_attributes(network, nx.pagerank(nx.DiGraph(network)), "pagerank")
    nx.write_graphml(network, tmp_path / "theirs.graphml")
    back = tg.build(tmp_path / "theirs.graphml")
    assert all(back.tables[name].equals(graph.tables[name]) for name in ("nodes", "edges", "evidence"))
    assert codes(back) == ["foreign-graph"]
    assert '290 nodes have an attribute "pagerank"' in messages(back)


def test_what_igraph_writes_comes_back(sample_graph: Path, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    graph = tg.open(sample_graph)
    graph.export("graphml", tmp_path / "ours.graphml")
    igraph.Graph.Read_GraphML(str(tmp_path / "ours.graphml")).write_graphml(str(tmp_path / "theirs.graphml"))
    back = tg.build(tmp_path / "theirs.graphml")
    assert back.edges.num_rows == graph.edges.num_rows
    assert sorted(back.nodes["name"].to_pylist()) == sorted(graph.nodes["name"].to_pylist())


def test_gexf_of_networkx_and_of_gephi(tmp_path: Path) -> None:
    network = nx.MultiDiGraph()
    network.add_node("Main/A", label="A trope", kind="Trope")
    network.add_edge("Main/A", "Main/B", relation="see also", weight=2.0)
    nx.write_gexf(network, tmp_path / "a.gexf")
    graph = tg.build(tmp_path / "a.gexf")
    assert graph.edges.select(["source", "type", "target"]).to_pylist() == [
        {"source": "Main/A", "type": "SEE_ALSO", "target": "Main/B"}
    ]
    assert graph.nodes["name"].to_pylist()[0] == "A trope"


def test_a_graph_of_anything(tmp_path: Path) -> None:
    text = f"""<?xml version="1.0"?><!-- by hand --><graphml {NS}>
    <key id="k" for="node" attr.name="kind" attr.type="string"><default>Trope</default></key>
    <key id="t" for="edge" attr.name="label" attr.type="string"/>
    <key id="p" for="node" attr.name="has_page" attr.type="string"/>
    <graph edgedefault="undirected">
      <node id="Main/B"><data key="p">perhaps</data></node><node id="Main/A"><data key="nowhere">1</data></node>
      <node id="Main/A"/><node/>
      <node id="n3"><data key="k">Person</data><graph><node id="n3::1"/></graph></node>
      <edge source="Main/B" target="Main/A"><data key="t">Sister Trope</data></edge>
      <edge source="Main/A" target="Main/B"><data key="t">sister-trope</data></edge>
      <edge source="Main/A" target="Main/Z"><data key="t">SEE_ALSO</data></edge>
      <edge source="Main/A" target="Main/B"><data key="t">knows</data></edge>
      <edge source="Main/A" target="Main/B"/>
      <hyperedge><endpoint node="Main/A"/></hyperedge>
    </graph></graphml>"""
    (tmp_path / "a.graphml").write_text(text)
    graph = tg.build(tmp_path / "a.graphml", out=tmp_path / "g")
    assert graph.nodes["id"].to_pylist() == ["Main/A", "Main/B", "n3", "n3::1"]
    assert graph.nodes["kind"].to_pylist() == ["Trope", "Trope", "Page", "Trope"]
    assert graph.edges.select(["source", "type", "target"]).to_pylist() == [
        {"source": "Main/A", "type": "SISTER_TROPE", "target": "Main/B"}
    ]
    for said in (
        '1 edges of the type "knows" were left out',
        "1 edges that name no type were left out",
        "1 edges of more than two ends were left out",
        "1 edges that lead from or to no node were left out",
        "1 edges stand there twice",
        "1 nodes stand there twice",
        "1 nodes have no id",
        "1 nodes name no kind",
        '1 nodes have a "has_page" that cannot be read',
        '1 nodes have an attribute "nowhere"',
    ):
        assert said in messages(graph)
    assert set(codes(graph)) == {"bad-record", "foreign-graph"}


def test_node_link_of_d3_and_lone_surrogates(tmp_path: Path) -> None:
    links = [{"source": 1, "target": 2, "type": "SEE_ALSO"}]
    found = {"nodes": [{"id": 1, "name": "\ud800"}, {"id": 2}], "links": links}
    (tmp_path / "a.json").write_text(json.dumps(found))
    graph = tg.build(tmp_path / "a.json")
    assert graph.nodes["id"].to_pylist() == ["1", "2"]
    assert graph.edges.num_rows == 1


def test_what_is_null_is_empty_and_no_attribute_that_graphs_have_not(tmp_path: Path) -> None:
    found = {"directed": True, "nodes": [{"id": "a", "kind": "Trope", "url": None, "aliases": None}], "edges": []}
    (tmp_path / "a.json").write_text(json.dumps(found))
    graph = tg.build(tmp_path / "a.json")
    assert graph.nodes.select(["url", "aliases"]).to_pylist() == [{"url": "", "aliases": []}]
    assert codes(graph) == []


def test_cytoscape_js_as_one_list(tmp_path: Path) -> None:
    edge = {"source": "a", "target": "b", "interaction": "leads to"}
    found = {"elements": [{"data": {"id": "a"}}, {"data": {"id": "b"}}, {"data": edge}]}
    (tmp_path / "a.json").write_text(json.dumps(found))
    assert tg.build(tmp_path / "a.json").edges["type"].to_pylist() == ["LEADS_TO"]


def test_tables_by_hand(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "nodes.csv").write_text("Id,Label,Kind\nMain/A,Ä,Trope\nMain/B,,Trope\n", encoding="utf-8")
    (tmp_path / "t" / "edges.csv").write_text("Source,Target,Kind\nMain/A,Main/B,subtrope of\nMain/A\n")
    graph = tg.build(tmp_path / "t")
    assert graph.nodes["name"].to_pylist() == ["Ä", ""]
    assert graph.edges["type"].to_pylist() == ["SUBTROPE_OF"]
    (tmp_path / "t" / "edges.csv").write_text("a,b\n")
    with pytest.raises(tg.InputError, match="no column source"):
        tg.build(tmp_path / "t")


def test_a_packed_graph_is_read(sample_graph: Path, tmp_path: Path) -> None:
    graph = tg.open(sample_graph)
    graph.export("graphml", tmp_path / "g.graphml")
    (tmp_path / "g.graphml.gz").write_bytes(gzip.compress((tmp_path / "g.graphml").read_bytes()))
    assert tg.build(tmp_path / "g.graphml.gz").edges.equals(graph.edges)
    (tmp_path / "g.graphml.gz").write_bytes((tmp_path / "g.graphml.gz").read_bytes()[:2000])
    with pytest.raises(tg.InputError):
        tg.build(tmp_path / "g.graphml.gz")


def test_a_graph_among_other_inputs_is_refused(sample: Path, sample_graph: Path, tmp_path: Path) -> None:
    tg.open(sample_graph).export("graphml", tmp_path / "g.graphml")
    with pytest.raises(tg.InputError, match="whole graph"):
        tg.build([sample / "wiki", tmp_path / "g.graphml"])
    (tmp_path / "page.txt").write_text("Boldly Coming\n\nThe inverse of Mars Needs Women.\n")
    graph = tg.build(tmp_path)
    assert next(f for f in graph.findings.to_pylist() if f["page"] == "g.graphml")["code"] == "unsupported-format"


def test_pages_and_edge_sets_are_no_graph_files(sample: Path, sample_graph: Path, tmp_path: Path) -> None:
    (tmp_path / "films.json").write_text('{"nodes": ["BigBad"], "Jaws": ["ThreateningShark"]}')
    assert graph_file([tmp_path / "films.json"]) is None
    assert graph_file([sample_graph]) is None
    assert graph_file(["-"]) is None
    for path in sample.rglob("*"):
        assert graph_file([path]) is None
