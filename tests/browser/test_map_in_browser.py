"""What a person can do with the map. Every test also holds that nothing was asked of the network and no error shown."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.hostile import HOSTILE, hostile_graph, nothing_ran
from tests.unit.render.conftest import make_graph

pytestmark = pytest.mark.browser

BOLDLY = "Main/BoldlyComing"
ROMANCE = "Main/InterspeciesRomance"
STEP = 12  # rows of a long list that are open at the start


def test_opens_with_all_nodes_drawn(open_map, graph):
    opened = open_map(graph, title="A small map")
    opened.wait_for("shown", graph.nodes.num_rows)
    assert opened.page.title() == "A small map"
    assert opened.page.get_by_role("heading", name="A small map").is_visible()
    assert opened.page.get_by_text("2 tropes · 93 works · 1 index · 95 links").is_visible()
    assert opened.panel.is_hidden()
    painted = opened.page.evaluate(
        "() => { const c = document.querySelector('#map canvas');"
        " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; }"
    )
    assert painted > 1000


def test_search_opens_the_panel_with_its_sentences(open_map, graph):
    opened = open_map(graph)
    opened.search("boldly")
    opened.wait_for("chosen", BOLDLY)
    assert opened.panel.get_by_role("heading", name="Boldly Coming", exact=True).is_visible()
    assert opened.panel.get_by_text("It belongs under Interspecies Romance, with a ship.").is_visible()
    assert opened.panel.locator("mark").first.text_content() == "Interspecies Romance"
    assert opened.panel.get_by_text("is a subtrope of").is_visible()
    link = opened.panel.get_by_role("link")
    assert link.get_attribute("href") == f"https://example.org/wiki/{BOLDLY}"
    assert "noopener" in link.get_attribute("rel")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("AMELIE", "Amélie"),
        ("quest", "Galaxy Quest"),
        ("galaxyquest", "Galaxy Quest"),
        ("captains", "Boldly Coming"),
        ("Film/Amelie", "Amélie"),
    ],
)
def test_search_finds_by_any_spelling_part_or_alias(open_map, graph, typed, first):
    opened = open_map(graph)
    opened.page.get_by_role("combobox").fill(typed)
    assert opened.page.get_by_role("option").first.locator("bdi").first.text_content() == first


def test_search_by_keyboard_alone(open_map, graph):
    opened = open_map(graph)
    box = opened.page.get_by_role("combobox")
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("o")
    assert box.get_attribute("aria-expanded") == "true"
    first = box.get_attribute("aria-activedescendant")
    opened.page.keyboard.press("ArrowDown")
    second = box.get_attribute("aria-activedescendant")
    assert first != second
    wanted = opened.page.locator(f"#{second} bdi").first.text_content()
    opened.page.keyboard.press("Enter")
    assert box.get_attribute("aria-expanded") == "false"
    assert opened.panel.locator("h2").text_content() == wanted
    box.fill("nothing is called this")
    assert opened.page.get_by_text("Nothing by that name.").is_visible()


def test_address_opens_a_node_and_back_walks_back(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}")
    opened.wait_for("chosen", BOLDLY)
    opened.panel.get_by_role("button", name="Interspecies Romance").click()
    opened.wait_for("chosen", ROMANCE)
    assert opened.page.url.endswith(f"#{ROMANCE}")
    opened.page.go_back()
    opened.wait_for("chosen", BOLDLY)
    opened.page.go_forward()
    opened.wait_for("chosen", ROMANCE)


def test_an_unknown_address_shows_the_whole_map(open_map, graph):
    opened = open_map(graph, at="#Main/%E0%A4%A")
    opened.wait_for("chosen", None)
    assert opened.panel.is_hidden()


def test_focus_opens_a_node_until_the_reader_goes_on(open_map, graph):
    opened = open_map(graph, focus="Boldly Coming")
    opened.wait_for("chosen", BOLDLY)
    opened.page.keyboard.press("Escape")
    opened.wait_for("chosen", None)


def test_escape_and_the_button_close_the_panel(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}")
    opened.wait_for("chosen", BOLDLY)
    opened.page.keyboard.press("Escape")
    opened.wait_for("chosen", None)
    assert opened.panel.is_hidden()
    opened.page.go_back()
    opened.wait_for("chosen", BOLDLY)
    opened.panel.get_by_role("button", name="Close (Escape)").click()
    opened.wait_for("chosen", None)


def test_a_click_on_a_dot_chooses_it_and_beside_it_leaves(open_map, graph):
    opened = open_map(graph)
    opened.wait_for("chosen", None)
    opened.page.wait_for_timeout(300)
    place = opened.page.evaluate("window.tropegraphMap.place('Main/BoldlyComing')")
    opened.page.locator("#map canvas").click(position=place)
    opened.wait_for("chosen", BOLDLY)
    opened.page.locator("#map canvas").click(position={"x": 700, "y": 12})
    opened.wait_for("chosen", None)


def test_examples_stand_by_medium_and_open_in_steps(open_map, graph):
    opened = open_map(graph, at=f"#{ROMANCE}")
    opened.wait_for("chosen", ROMANCE)
    names = opened.panel.locator("button.name")
    before = names.count()
    opened.panel.get_by_role("button", name="Show 20 more of 79").click()
    assert names.count() == before + 20
    opened.panel.get_by_role("button", name="Show 40 more of 59").click()
    opened.panel.get_by_role("button", name="Show 19 more").click()
    assert names.count() == 92
    opened.search("boldly")
    opened.wait_for("chosen", BOLDLY)
    assert opened.panel.locator("h4").all_text_contents() == ["Film 1", "Video Game 1"]


def test_a_sentence_that_states_several_relations_stands_once(open_map):
    sentence = "Compare First Thing and Second Thing."
    told = {"source": "Main/A", "type": "COMPARE_WITH", "page": "Main/A", "sentence": sentence}
    evidence = [{**told, "target": f"Main/{n}Thing", "as_written": f"{n} Thing"} for n in ("First", "Second")]
    opened = open_map(
        make_graph([(e["source"], e["type"], e["target"]) for e in evidence], evidence=evidence), at="#Main/A"
    )
    opened.wait_for("chosen", "Main/A")
    assert opened.panel.locator("blockquote").all_text_contents() == [sentence]
    assert opened.panel.locator("mark").all_text_contents() == ["First Thing", "Second Thing"]
    assert opened.panel.locator("button.name").count() == 2


def test_the_legend_filters_kinds_relations_and_media(open_map, graph):
    opened = open_map(graph)
    everything = graph.nodes.num_rows
    opened.wait_for("shown", everything)
    legend = opened.page.locator("#legend")
    legend.get_by_role("checkbox", name="Work").uncheck()
    opened.wait_for("shown", everything - 93)
    legend.get_by_role("checkbox", name="Work").check()
    legend.get_by_role("checkbox", name="uses").uncheck()
    opened.wait_for("shown", 3)
    assert opened.state("live")["edges"] == 2
    legend.get_by_role("checkbox", name="uses").check()
    legend.get_by_text("Media").click()
    legend.get_by_role("checkbox", name="Video Game").uncheck()
    opened.wait_for("shown", everything - 1)
    opened.search("boldly")
    opened.wait_for("chosen", BOLDLY)
    assert opened.state("live")["nodes"] == 4


def test_neighbours_alone_are_live_around_a_chosen_node(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}")
    opened.wait_for("chosen", BOLDLY)
    assert opened.state("live") == {"nodes": 5, "edges": 4}


def test_keys_move_and_zoom_the_map(open_map, graph):
    opened = open_map(graph)
    opened.wait_for("chosen", None)
    at = "window.tropegraphMap.place('Main/BoldlyComing')"
    before = opened.page.evaluate(at)
    opened.page.locator("#map").focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate(at)["x"] == pytest.approx(before["x"] - 80, abs=1)
    opened.page.keyboard.press("0")
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate(at)["x"] == pytest.approx(before["x"], abs=1)


def test_on_a_phone_the_panel_is_a_sheet_at_the_bottom(open_map, graph):
    opened = open_map(graph, size=PHONE)
    opened.wait_for("chosen", None)
    assert opened.page.locator("#filters").is_hidden()
    opened.search("boldly")
    opened.wait_for("chosen", BOLDLY)
    opened.page.wait_for_timeout(300)
    box = opened.panel.bounding_box()
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    assert box["y"] > PHONE["height"] * 0.4
    assert box["y"] + box["height"] == pytest.approx(PHONE["height"], abs=1)
    assert opened.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    place = opened.page.evaluate("window.tropegraphMap.place('Main/BoldlyComing')")
    assert opened.page.locator("#head").bounding_box()["height"] < place["y"] < box["y"]


@pytest.mark.parametrize(
    "edges",
    [[], [("Main/A", "LEADS_TO", "Main/B")], [("Main/A", "LEADS_TO", "Main/B"), ("Film/C", "EXAMPLE_OF", "Main/A")]],
)
def test_empty_and_tiny_graphs(open_map, edges):
    opened = open_map(make_graph(edges))
    opened.wait_for("chosen", None)
    assert opened.page.locator("#counts").text_content()
    assert opened.page.get_by_role("combobox").is_visible() == bool(edges)
    if edges:
        opened.search("a")
        opened.wait_for("chosen", "Main/A")


def test_hostile_names_run_nothing_and_break_nothing(open_map):
    opened = open_map(hostile_graph(), title=HOSTILE[0], at="#Main/Plain")
    opened.wait_for("chosen", "Main/Plain")
    assert opened.panel.locator("figure").count() == STEP
    for _ in range(2):
        opened.panel.get_by_role("button", name="Show").click()
    assert opened.panel.locator("figure").count() == len(HOSTILE)
    for text in HOSTILE:
        opened.search(text[:100])
        opened.page.wait_for_timeout(30)
        nothing_ran(opened)
    assert opened.panel.get_by_role("link").count() == 0


def test_hostile_names_in_a_link_a_path_the_table_and_the_address(open_map):
    opened = open_map(hostile_graph(), title=HOSTILE[0], at="#Main/Plain")
    opened.wait_for("chosen", "Main/Plain")
    for e in range(len(HOSTILE)):
        opened.page.evaluate("(e) => tropegraphMap.panel.showEdge(e)", e)
        nothing_ran(opened)
        opened.page.evaluate(
            """(e) => {
              const { panel } = tropegraphMap;
              panel.showPath({ nodes: [panel.data.source[e], panel.data.target[e]], edges: [e] });
            }""",
            e,
        )
        nothing_ran(opened)
    opened.page.get_by_role("button", name="Table", exact=True).click()
    assert opened.page.locator("#table tbody tr").count() > 0
    for head in opened.page.locator("#table thead button").all():
        head.click()
    nothing_ran(opened)
    assert opened.page.locator("#table").evaluate("table => table.scrollWidth <= table.clientWidth")
    opened.page.keyboard.press("Escape")
    for text in HOSTILE:
        opened.page.evaluate("(text) => location.hash = text", f"{text}?table={text}&to={text}&{text}=1")
        nothing_ran(opened)
