"""What a screen reader is told: names and roles of all controls, what changed, and where the focus is."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser

BOLDLY = "Main/BoldlyComing"
ROMANCE = "Main/InterspeciesRomance"
ROLES = {"button", "checkbox", "combobox", "link", "slider", "textbox", "application", "dialog", "listbox", "option"}
LANDMARKS = {"region", "complementary", "note", "DisclosureTriangle", "table", "columnheader"}
FOCUS = "(({ activeElement: at }) => at.id || at.ariaLabel || at.textContent)(document)"


def said(opened):
    return opened.page.get_by_role("status").inner_text()


def focus(opened):
    return opened.page.evaluate(FOCUS)


def press(opened, name, role="button"):
    one = opened.page.get_by_role(role, name=name).first
    one.focus()
    one.press("Space" if role == "checkbox" else "Enter")
    opened.page.wait_for_timeout(150)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("at", ["", f"#{BOLDLY}", f"#{BOLDLY}?to=Film/GalaxyQuest", "#?table=1", "#?degree=2"])
def test_whatever_can_be_worked_has_a_name(open_map, graph, at, size):
    opened = open_map(graph, at=at, size=size)
    opened.page.evaluate("document.querySelectorAll('details').forEach((part) => part.open = true)")
    if "table" not in at:
        opened.page.locator("#query").fill("o")
    tree = opened.page.context.new_cdp_session(opened.page).send("Accessibility.getFullAXTree")["nodes"]
    told = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in tree
        if not node["ignored"] and node["role"]["value"] in ROLES | LANDMARKS
    ]
    assert [role for role, name in told if not name.strip()] == []
    assert {role for role, _ in told} >= ({"dialog", "table"} if "table" in at else {"combobox", "option", "button"})


def test_from_a_search_to_the_panel_a_path_and_the_table(open_map, graph):
    opened = open_map(graph)
    opened.wait_for("chosen", None)
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("captain")
    assert said(opened) == "1 suggestion"
    assert 'option "Boldly Coming also Captain\'s Conquests" [selected]' in opened.page.locator("#hits").aria_snapshot()
    opened.page.keyboard.press("Enter")
    opened.wait_for("chosen", BOLDLY)
    assert (said(opened), focus(opened)) == ("Boldly Coming, 4 neighbours", "query")
    panel = opened.page.get_by_role("complementary", name="Boldly Coming").aria_snapshot()
    for part in ('heading "Boldly Coming" [level=2]', 'heading "is a subtrope of 1" [level=3]', "with a ship."):
        assert part in panel
    press(opened, "Path to …")
    assert focus(opened) == "query"
    assert said(opened) == "Path from Boldly Coming: search for its other end. Escape gives up."
    opened.page.keyboard.type("amelie")
    opened.page.keyboard.press("Enter")
    opened.wait_for("path", [BOLDLY, ROMANCE, "Film/Amelie"])
    assert said(opened) == "Path from Boldly Coming to Amélie: 2 steps"
    press(opened, "Table")
    table = opened.page.get_by_role("dialog", name="On the screen").aria_snapshot()
    assert 'table "3 names, the most important first"' in table
    assert 'rowheader "Amélie"' in table
    opened.page.keyboard.press("Escape")
    opened.page.wait_for_timeout(150)
    assert focus(opened) == "as-table"
    assert opened.state("path") == [BOLDLY, ROMANCE, "Film/Amelie"]


def test_a_filter_a_walk_and_a_way_that_is_not_there_are_said(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}")
    opened.wait_for("chosen", BOLDLY)
    opened.page.locator("#map").focus()
    opened.page.keyboard.press("2")
    assert said(opened) == "95 nodes within 2 steps"
    press(opened, "Work", "checkbox")
    assert said(opened) == "3 of 96 shown"
    opened.page.evaluate(f"location.hash = '#{BOLDLY}?kinds=not,Work&to=Film/Amelie'")
    opened.page.wait_for_timeout(200)
    assert said(opened) == "No path from Boldly Coming to Amélie in what is shown"
    opened.page.evaluate(f"location.hash = '#?edge={BOLDLY},SUBTROPE_OF,{ROMANCE}'")
    opened.page.wait_for_timeout(200)
    assert said(opened) == "Link: Boldly Coming is a subtrope of Interspecies Romance"
    assert opened.page.title().startswith("Boldly Coming is a subtrope of Interspecies Romance · ")
    opened.page.keyboard.press("Escape")
    opened.wait_for("path", None)


def test_nothing_is_said_at_the_start(open_map, graph):
    opened = open_map(graph)
    opened.wait_for("chosen", None)
    assert opened.page.locator("#say").text_content() == ""


def test_a_button_that_goes_leaves_the_focus_to_a_neighbour(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}?kinds=not,Index")
    opened.wait_for("chosen", BOLDLY)
    press(opened, "Reset")
    assert (focus(opened), said(opened)) == ("Legend and filter", "All 96 shown")
    opened.page.locator("#walk").get_by_role("button", name="Path to …").press("Enter")
    back = opened.page.locator("#walk").get_by_role("button", name="Back")
    back.press("Enter")
    assert (focus(opened), back.is_hidden()) == ("Path to …", True)
    opened.search("romance")
    opened.wait_for("chosen", ROMANCE)
    opened.page.locator("#save summary").press("Enter")
    with opened.page.expect_download():
        press(opened, "SVG, names as text")
    assert focus(opened) == "Save picture"
