"""Which part of a graph a map shows, and what else its maker may ask for."""

import json
import re

import networkx as nx
import pytest

from tropegraph.errors import GraphError, InputError
from tropegraph.graph.named import nearest
from tropegraph.render import draw_map, render_map

EDGES = [
    ("Film/A", "EXAMPLE_OF", "Main/Xylophone"),
    ("Film/B", "EXAMPLE_OF", "Main/Xylophone"),
    ("Film/B", "EXAMPLE_OF", "Main/Yodel"),
    ("Radio/C", "EXAMPLE_OF", "Main/Zither"),
    ("Main/Xylophone", "SUBTROPE_OF", "Main/Yodel"),
    ("Main/Yodel", "SISTER_TROPE", "Main/Zither"),
]
NODES = [{"id": "Radio/C", "name": "C", "kind": "Work", "medium": "Radio"}]
TOLD = [
    {"source": s, "type": t, "target": o, "sentence": f"{n} It is said of {s} and {o}." + " And so on." * 60}
    for s, t, o in EDGES
    for n in range(3)
]


@pytest.fixture(scope="module")
def graph(graph_of):
    return graph_of(EDGES, nodes=NODES, evidence=TOLD)


def data(page):
    return json.loads(re.search(r'id="map-data">(.*?)</script>', page, re.S)[1])


def shown(graph, **options):
    packed = data(render_map(graph, **options))["nodes"]
    return set(packed["local"])


ALL = {"A", "B", "C", "Xylophone", "Yodel", "Zither"}


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ({}, ALL),
        ({"around": "xylophone", "depth": 1}, {"Xylophone", "A", "B", "Yodel"}),
        ({"around": "Main/Xylophone", "depth": 0}, {"Xylophone"}),
        (
            {"around": "Xylophone", "depth": 2, "types": ["SUBTROPE_OF", "SISTER_TROPE"]},
            {"Xylophone", "Yodel", "Zither"},
        ),
        ({"around": "A", "types": ["SISTER_TROPE"]}, {"A"}),
        ({"medium": "radio"}, {"C", "Zither"}),
        ({"medium": "Film"}, {"A", "B", "Xylophone", "Yodel"}),
        ({"types": ["SISTER_TROPE"]}, {"Yodel", "Zither"}),
        ({"nodes": ["C", "Main/Zither", "Zither"]}, {"C", "Zither"}),
        ({"top": 2, "focus": "C"}, {"C", "Yodel"}),
        ({"top": 1, "around": "C"}, {"C"}),
    ],
)
def test_a_part_shows_what_it_names_and_no_more(graph, asked, seen):
    assert shown(graph, **asked) == seen


def test_communities_have_a_share_each_however_large(graph_of, monkeypatch):
    monkeypatch.setattr("tropegraph.render.maps.MEMBERS", 4)
    cliques = [[f"Main/{name}{i}" for i in range(size)] for name, size in (("Big", 12), ("Mid", 11), ("Small", 5))]
    edges = [(a, "SEE_ALSO", b) for clique in cliques for a in clique for b in clique if a < b]
    seen = shown(
        graph_of([*edges, ("Main/Big0", "LEADS_TO", "Main/Small0"), ("Main/Mid0", "LEADS_TO", "Main/Big0")]),
        communities=True,
    )
    assert sorted(name.rstrip("0123456789") for name in seen) == ["Big"] * 4 + ["Mid"] * 4 + ["Small"] * 4


def test_the_part_gives_the_title(graph):
    assert data(render_map(graph, around="yodel"))["title"] == "Around Yodel"
    assert data(render_map(graph, medium="film"))["title"] == "Film: tropes and works"
    assert data(render_map(graph, title="Mine"))["title"] == "Mine"


@pytest.mark.parametrize(
    ("asked", "error", "hint"),
    [
        ({"around": "Xylophon"}, GraphError, "Xylophone"),
        ({"focus": "Zithers"}, GraphError, "Zither"),
        ({"nodes": ["Yodell"]}, GraphError, "Yodel"),
        ({"around": "…"}, GraphError, "Main/BoldlyComing"),
        ({"medium": "wireless"}, InputError, "Radio"),
        ({"types": ["SUBTROPE"]}, GraphError, "SUBTROPE_OF"),
        ({"evidence": "some"}, InputError, "full, short, none"),
        ({"colour_by": "age"}, InputError, "kind, medium, community"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(graph, asked, error, hint):
    with pytest.raises(error) as refused:
        draw_map(graph, **asked)
    assert hint in refused.value.hint


def test_an_option_that_is_none_is_refused(graph):
    with pytest.raises(TypeError, match="'colour'"):
        draw_map(graph, colour="medium")


def test_nearest_names_hold_the_one_sought_or_are_spelt_alike():
    names = ["Boldly Coming", "Body Paint", "The Hero", "Anti-Hero", "Hero of Another Story"]
    assert nearest("hero", names)[:2] == ["The Hero", "Anti-Hero"]
    assert nearest("Boldly Comming", names)[0] == "Boldly Coming"
    assert nearest("", []) == []


def test_a_multigraph_of_the_users_own_is_drawn_and_left_as_it_was(graph):
    network = graph.to_networkx()
    part = network.subgraph(["Main/Xylophone", "Main/Yodel", "Film/A"])
    before = repr(sorted(part.edges(keys=True, data=True)))
    assert render_map(part) == render_map(graph, nodes=list(part))
    assert repr(sorted(part.edges(keys=True, data=True))) == before
    mine = nx.MultiDiGraph()
    mine.add_edge("Main/Mine", "Main/Yours", key="SEE_ALSO", weight=3)
    assert shown(mine) == {"Mine", "Yours"}
    with pytest.raises(GraphError, match="MultiDiGraph"):
        draw_map(nx.DiGraph(mine))


def test_sentences_give_way_to_the_limit(graph):
    full, short, none = (draw_map(graph, evidence=how, limit=None) for how in ("full", "short", "none"))
    assert full.size > short.size > none.size
    assert draw_map(graph, limit=full.size / 1e6) == full
    for fits, left in ((short, "first sentence"), (none, "no sentences")):
        cut = draw_map(graph, limit=(fits.size + 10) / 1e6)
        assert cut.html == fits.html
        assert left in cut.notes[0]
    [*_, note] = draw_map(graph, limit=0.1, evidence="none").notes
    assert "fewer nodes" in note


def test_few_nodes_may_move_by_themselves_and_many_not(graph, graph_of):
    page = render_map(graph, physics=True)
    assert data(page)["physics"] is True
    many = graph_of([("Main/Hub", "SEE_ALSO", f"Main/T{i}") for i in range(400)])
    with pytest.raises(InputError, match="401 nodes are too many"):
        draw_map(many, physics=True)
    assert len(shown(many, physics=True, top=100)) == 100


def test_in_a_notebook_a_map_stands_in_a_frame_without_rights(graph, tmp_path):
    drawn = draw_map(graph)
    assert len(repr(drawn)) < 200
    frame = drawn._repr_html_()
    assert "allow-same-origin" not in frame
    assert frame.count("<") == 2
    saved = drawn.save(tmp_path / "new" / "map.html")
    assert saved.path.read_text(encoding="utf-8") == drawn.html
