"""Maps that their maker asked to be otherwise: in a notebook, and with nodes that move by themselves."""

import pytest

from tropegraph.render import draw_map

pytestmark = pytest.mark.browser

BOLDLY = "Main/BoldlyComing"
ROMANCE = "Main/InterspeciesRomance"


def test_in_a_notebook_a_map_works_and_reaches_nothing_outside(open_document, graph):
    cell = draw_map(graph, focus=ROMANCE)._repr_html_()
    opened = open_document(f"<!doctype html><meta charset=utf-8><body><p id=secret>mine</p>{cell}")
    [frame] = opened.page.frames[1:]
    inside = opened.page.frame_locator("iframe")
    inside.locator("#panel").get_by_role("heading", name="Interspecies Romance", exact=True).wait_for()
    inside.get_by_role("combobox").fill("boldly")
    inside.get_by_role("combobox").press("Enter")
    inside.locator("#panel").get_by_role("heading", name="Boldly Coming", exact=True).wait_for()
    assert opened.page.url.endswith(".html")
    reach = (
        "() => { try { return parent.document.getElementById('secret').textContent; } catch (e) { return e.name; } }"
    )
    assert frame.evaluate(reach) == "SecurityError"
    assert frame.evaluate("origin") == "null"


def place(opened, id_):
    at = opened.page.evaluate(f"window.tropegraphMap.place('{id_}')")
    return at["x"], at["y"]


def test_nodes_move_by_themselves_come_to_rest_and_can_be_dragged(open_map, graph):
    opened = open_map(graph, physics=True, top=80)
    opened.wait_for("resting", True)
    (x, y), other = place(opened, BOLDLY), place(opened, "Film/Amelie")
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + 60, y + 40, steps=4)
    there, still = place(opened, BOLDLY), place(opened, "Film/Amelie")
    opened.page.mouse.up()
    assert abs(there[0] - x - 60) + abs(there[1] - y - 40) < 12
    assert abs(still[0] - other[0]) + abs(still[1] - other[1]) < 50, "the node is dragged, not the map"
    opened.search("boldly")
    opened.wait_for("chosen", BOLDLY)
    assert opened.panel.get_by_text("is a subtrope of").is_visible()
