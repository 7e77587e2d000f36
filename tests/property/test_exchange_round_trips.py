"""Whatever a graph holds, it comes back from every graph file; GraphML and JSON mean the same to networkx."""

import json
import tempfile
from pathlib import Path

import hypothesis.strategies as st
import networkx as nx
import pytest
from hypothesis import given, settings

import tropegraph as tg
from tests.parity.graphs import HOSTILE
from tropegraph.exchange import FORMATS
from tropegraph.exchange.texts import from_cell, from_xml, to_cell, xml_attribute, xml_text
from tropegraph.graph import Graph
from tropegraph.model.vocabulary import NodeKind, RelationType

AWKWARD = st.sampled_from(
    [*HOSTILE, "_x0000_", "_x005F_", "'=", "'", "[1]", '["a"]', "{}", "null", "\r", "\ufeff", "\x00"]
)
text = st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=6), AWKWARD)
whole = st.integers(-(2**62), 2**62)
ids = st.lists(text.filter(bool), min_size=1, max_size=5, unique=True)
pieces = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("page", "section", "sentence", "as_written", "input"), text),
        **dict.fromkeys(("block", "start", "end"), whole),
    },
)
attributes = st.fixed_dictionaries(
    {
        **dict.fromkeys(("modifiers", "media", "stated_on"), st.lists(text, max_size=2)),
        "evidence": st.lists(pieces, max_size=3),
    }
)


@st.composite
def graphs(draw):
    network = nx.MultiDiGraph()
    names = draw(ids)
    for node in names:
        told = {name: draw(text) for name in ("name", "namespace", "medium", "url")}
        kind = draw(st.sampled_from(NodeKind)).value
        network.add_node(
            node, **told, kind=kind, has_page=draw(st.booleans()), aliases=draw(st.lists(text, max_size=2))
        )
    ends = st.sampled_from(names)
    for source, target in draw(st.lists(st.tuples(ends, ends), max_size=6)):
        first, last = sorted((source, target))
        network.add_edge(first, last, draw(st.sampled_from(RelationType)).value, **draw(attributes))
    return tg.TropeGraph.from_networkx(network)


def same(one: Graph, other: Graph) -> bool:
    return all(one.tables[name].equals(other.tables[name]) for name in ("nodes", "edges", "evidence"))


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=40)
@given(graph=graphs())
def test_a_graph_comes_back(form, graph):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FORMATS[form].example
        graph.export(form, path, layout=False)
        back = tg.build(path)
    assert same(back, graph)
    assert back.findings.num_rows == 0


@settings(max_examples=40)
@given(graphs())
def test_networkx_has_the_same_graph(graph):
    with tempfile.TemporaryDirectory() as folder:
        for form in ("graphml", "node-link"):
            graph.export(form, Path(folder) / form)
        linked = nx.node_link_graph(json.loads((Path(folder) / "node-link").read_bytes()), edges="edges")
        read = nx.read_graphml(Path(folder) / "graphml", force_multigraph=True)
    assert same(Graph.from_networkx(linked), graph)
    edges = {(from_xml(u), d["type"], from_xml(v)): d for u, v, d in read.edges(data=True)}
    ours = graph.to_networkx()
    assert edges.keys() == {(u, kind, v) for u, v, kind in ours.edges(keys=True)}
    for (u, kind, v), told in edges.items():
        for name in ("modifiers", "media", "stated_on"):
            assert tuple(json.loads(from_xml(told[name]))) == ours.edges[u, v, kind][name]


@given(text)
def test_texts_come_back(given_text):
    assert from_cell(to_cell(given_text)) == given_text
    assert from_xml(_parsed(f"<a>{xml_text(given_text)}</a>").text or "") == given_text
    assert from_xml(_parsed(f'<a b="{xml_attribute(given_text)}"/>').get("b")) == given_text


def _parsed(document):
    from xml.etree import ElementTree

    return ElementTree.fromstring(document.encode())
