"""The page as text."""

import json
import re

import pytest

from tropegraph.errors import GraphError
from tropegraph.render import render_map
from tropegraph.render.offline import in_script

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "<!--<script>",
    "]]>",
    "{{ 7*7 }}{% raw %}",
    "'\"`${alert(1)}",
    "\u2028\u2029",
    "&lt;b&gt;",
]
SCRIPT = re.compile(r'<script type="application/json" id="([^"]+)">(.*?)</script>', re.S)


def data_of(page):
    return {name: json.loads(text) for name, text in SCRIPT.findall(page)}


@pytest.fixture
def graph(graph_of):
    return graph_of([("Film/A", "EXAMPLE_OF", "Main/X"), ("Main/X", "LEADS_TO", "Main/Y")])


def test_equal_graphs_give_equal_bytes(graph):
    assert render_map(graph) == render_map(graph)
    assert render_map(graph, title="Another") != render_map(graph)


def test_the_page_is_made_by_pyvis_with_its_vis_network(graph):
    page = render_map(graph)
    held = data_of(page)["vis-data"]
    assert {node["id"] for node in held["nodes"]} == {0, 1, 2}
    assert len(held["edges"]) == 2
    assert json.loads(held["options"])["physics"] == {"enabled": False}
    assert "vis.js is dual licensed under both" in page
    assert "@version 9.1.2" in page


def test_parallel_edges_of_two_types_both_stay(graph_of):
    graph = graph_of([("Main/X", "LEADS_TO", "Main/Y"), ("Main/X", "INVOLVES", "Main/Y")])
    assert len(data_of(render_map(graph))["vis-data"]["edges"]) == 2


def test_nothing_in_the_page_asks_the_network_for_anything(graph):
    page = render_map(graph)
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.S)
    assert not re.search(r"\b(src|href|action|poster|data)\s*=", markup)
    assert "sourceMappingURL" not in page
    assert "url(" not in page.partition("</style>")[0]


def test_scripts_and_styles_run_by_the_nonce_alone(graph):
    page = render_map(graph)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    nonce = re.search(r"script-src 'nonce-([0-9a-f]{32})'", policy)[1]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in re.findall(r"<(?:script|style)\b[^>]*>", page.partition('id="map-data"')[0]):
        assert f'nonce="{nonce}"' in tag or "application/json" in tag
    assert f"nonce-{nonce}" not in render_map(graph, title="Another")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_data(graph_of, text):
    node = {"id": f"Main/{text}", "name": text, "kind": "Trope", "aliases": [text], "url": text, "medium": text}
    told = {"source": node["id"], "type": "LEADS_TO", "target": "Main/Y"}
    told |= {"page": text, "section": text, "sentence": f"{text} so.", "as_written": text}
    graph = graph_of([(node["id"], "LEADS_TO", "Main/Y")], nodes=[node], evidence=[told])
    page = render_map(graph, title=text)
    plain = render_map(graph_of([("Main/X", "LEADS_TO", "Main/Y")]))
    for tag in ("<script", "</script", "<img", "<!--"):
        assert page.count(tag) == plain.count(tag), tag
    assert data_of(page)["map-data"]["focus"] == ""


def test_json_for_a_script_element_survives_the_way(graph):
    for text in HOSTILE:
        written = in_script({"x": text})
        assert json.loads(written) == {"x": text}
        assert not set("<>&\u2028\u2029") & set(written)


def test_focus_is_found_by_name_or_refused(graph_of, graph):
    assert data_of(render_map(graph, focus="Main/X"))["map-data"]["focus"] == "Main/X"
    with pytest.raises(GraphError, match="no node 'Nowhere'"):
        render_map(graph, focus="Nowhere")


def test_evidence_can_be_left_out(graph_of):
    told = {"source": "Main/X", "type": "LEADS_TO", "target": "Main/Y", "sentence": "A telling sentence."}
    graph = graph_of([("Main/X", "LEADS_TO", "Main/Y")], evidence=[told])
    assert "A telling sentence." in render_map(graph)
    assert "A telling sentence." not in render_map(graph, evidence="none")


def test_an_empty_graph_gives_a_page(graph_of):
    assert data_of(render_map(graph_of([])))["map-data"]["nodes"]["count"] == 0
