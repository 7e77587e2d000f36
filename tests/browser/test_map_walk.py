"""Walking on the map: what lies around, paths, edges, and a picture of what is shown."""

import struct
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from tests.unit.render.conftest import make_graph

pytestmark = pytest.mark.browser

CANVAS = "#map canvas"
CHAIN = [f"Main/N{i}" for i in range(6)]


@pytest.fixture(scope="module")
def chain():
    """Six tropes in a row, each with two works of its own."""
    row = [(a, "LEADS_TO", b) for a, b in pairwise(CHAIN)]
    works = [(f"Film/W{i}x{k}", "EXAMPLE_OF", trope) for i, trope in enumerate(CHAIN) for k in range(2)]
    told = {"source": "Main/N1", "type": "LEADS_TO", "target": "Main/N2", "page": "Main/N1"}
    return make_graph([*row, *works], evidence=[told | {"sentence": "It ends in N 2.", "as_written": "N 2"}])


def place(opened, id_):
    return opened.page.evaluate(f"window.tropegraphMap.place('{id_}')")


def click(opened, id_, **how):
    opened.page.locator(CANVAS).click(position=place(opened, id_), **how)


def bar(opened):
    return opened.page.locator("#walk")


def test_one_two_and_three_steps_by_key_and_button(open_map, chain):
    opened = open_map(chain, at="#Main/N0")
    opened.wait_for("lit", 4)  # itself, the next trope, two works
    opened.page.locator("#map").focus()
    opened.page.keyboard.press("2")
    opened.wait_for("lit", 7)
    assert opened.page.url.endswith("#Main/N0?depth=2")
    bar(opened).get_by_role("button", name="3 steps").click()
    opened.wait_for("lit", 10)
    assert bar(opened).get_by_role("button", name="3 steps").get_attribute("aria-pressed") == "true"
    opened.page.locator("#map").focus()
    opened.page.keyboard.press("1")
    opened.wait_for("lit", 4)
    assert opened.page.url.endswith("#Main/N0")


def test_a_walk_keeps_to_what_is_shown(open_map, chain):
    opened = open_map(chain, at="#Main/N0?depth=3&types=not,EXAMPLE_OF")
    opened.wait_for("lit", 4)


def test_a_path_by_shift_click_is_drawn_and_told(open_map, chain):
    opened = open_map(chain, at="#Main/N0")
    opened.wait_for("chosen", "Main/N0")
    opened.page.get_by_role("button", name="Show the whole map").click()
    opened.page.wait_for_timeout(200)
    click(opened, "Main/N3", modifiers=["Shift"])
    opened.wait_for("path", CHAIN[:4])
    assert opened.page.url.endswith("#Main/N0?to=Main/N3")
    assert opened.panel.get_by_text("It ends in N 2.").is_visible()
    assert bar(opened).get_by_text("Path of 3 steps").is_visible()
    opened.page.keyboard.press("Escape")
    opened.wait_for("path", None)
    assert opened.state("chosen") == "Main/N0"


def test_a_path_by_button_and_search(open_map, chain):
    opened = open_map(chain, at="#Film/W0x0")
    opened.wait_for("chosen", "Film/W0x0")
    opened.panel.get_by_role("button", name="Path to").click()
    assert opened.page.get_by_role("combobox").evaluate("box => box === document.activeElement")
    opened.page.keyboard.type("w5x1")
    opened.page.keyboard.press("Enter")
    opened.wait_for("path", ["Film/W0x0", *CHAIN, "Film/W5x1"])
    opened.panel.get_by_role("button", name="Clear the path").click()
    opened.wait_for("path", None)


def test_where_no_path_is_shown_it_is_said(open_map, chain):
    opened = open_map(chain, at="#Main/N0?to=Main/N3&types=not,LEADS_TO")
    opened.wait_for("chosen", "Main/N0")
    assert opened.state("path") is None
    assert bar(opened).get_by_text("No path in what is shown").is_visible()


def test_asking_for_a_path_can_be_given_up(open_map, chain):
    opened = open_map(chain, at="#Main/N0")
    opened.wait_for("chosen", "Main/N0")
    bar(opened).get_by_role("button", name="Path to").click()
    assert bar(opened).get_by_text("Path to: search, or click its end").is_visible()
    bar(opened).get_by_role("button", name="Back").click()
    opened.search("N4")
    opened.wait_for("chosen", "Main/N4")
    assert opened.state("path") is None


def test_two_clicks_add_neighbours_to_what_is_lit(open_map, chain):
    opened = open_map(chain, at="#Main/N0")
    opened.wait_for("lit", 4)
    opened.page.get_by_role("button", name="Show the whole map").click()
    opened.page.wait_for_timeout(200)
    opened.page.locator(CANVAS).dblclick(position=place(opened, "Main/N1"))
    opened.wait_for("lit", 7)  # N0 and N1 with all their neighbours
    assert opened.state("chosen") == "Main/N1"
    opened.page.locator(CANVAS).dblclick(position=place(opened, "Main/N2"))
    opened.wait_for("lit", 10)
    opened.page.keyboard.press("Escape")
    opened.wait_for("lit", 5)


def test_escape_walks_back(open_map, chain):
    opened = open_map(chain, at="#Main/N0")
    for name in ("N1", "N2"):
        opened.search(name)
        opened.wait_for("chosen", f"Main/{name}")
    opened.page.locator("#map").focus()
    for there in ("Main/N1", "Main/N0", None):
        opened.page.keyboard.press("Escape")
        opened.wait_for("chosen", there)


def test_a_click_on_a_line_opens_the_edge(open_map, chain):
    opened = open_map(chain)
    opened.wait_for("shown", 18)
    ends = [place(opened, id_) for id_ in ("Main/N1", "Main/N2")]
    middle = {axis: (ends[0][axis] + ends[1][axis]) / 2 for axis in "xy"}
    opened.page.locator(CANVAS).click(position=middle)
    opened.wait_for("path", ["Main/N1", "Main/N2"])
    assert opened.page.url.endswith("#?edge=Main/N1,LEADS_TO,Main/N2")
    assert opened.panel.get_by_text("It ends in N 2.").is_visible()
    opened.page.keyboard.press("Escape")
    opened.wait_for("path", None)
    assert opened.panel.is_hidden()


def saved(opened, choice):
    opened.page.get_by_label("Save picture").click()
    with opened.page.expect_download() as download:
        opened.page.get_by_role("button", name=choice).click()
    return download.value.path().read_bytes(), download.value.suggested_filename


def test_a_picture_as_svg_has_names_as_text(open_map, chain):
    opened = open_map(chain, at="#Main/N0", title="Six in a row")
    opened.wait_for("chosen", "Main/N0")
    content, name = saved(opened, "SVG")
    assert name == "six-in-a-row.svg"
    texts = [t.text for t in ET.fromstring(content).iter("{http://www.w3.org/2000/svg}text")]
    assert {"N0", "N1"} <= set(texts)


def test_a_picture_as_png_is_twice_as_sharp(open_map, chain):
    opened = open_map(chain)
    opened.wait_for("shown", 18)
    content, name = saved(opened, "PNG")
    assert name == "trope-map.png"
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (2 * 1280, 2 * 800)


def test_no_name_becomes_markup_in_a_picture(open_map):
    bad = '</text><script>alert(1)</script>"\'&]]><image href="http://x.example/">'
    edges = [("Main/A", "LEADS_TO", "Main/B")]
    nodes = [
        {"id": "Main/A", "name": bad, "kind": "Trope"},
        {"id": "Main/B", "name": "b\x00\x08\ufffe", "kind": "Trope"},
    ]
    opened = open_map(make_graph(edges, nodes=nodes))
    opened.wait_for("shown", 2)
    drawn = ET.fromstring(opened.page.evaluate("window.tropegraphMap.svg()"))
    assert {e.tag.partition("}")[2] for e in drawn.iter()} <= {"svg", "rect", "g", "path", "polygon", "circle", "text"}
    assert any((t.text or "").startswith("</text><script>") for t in drawn.iter())
