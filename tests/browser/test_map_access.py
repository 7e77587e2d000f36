"""The map for everybody: fingers, keyboard alone, screen reader; and the first visit."""

import pytest

from tests.browser.conftest import PHONE
from tests.unit.render.conftest import make_graph

pytestmark = pytest.mark.browser

BOLDLY = "Main/BoldlyComing"
ROMANCE = "Main/InterspeciesRomance"
SEEN = "(box) => box.checkVisibility({ visibilityProperty: true, opacityProperty: true })"
FOCUS = "(({ activeElement: at }) => [at.dataset.stop, parseFloat(getComputedStyle(at).outlineWidth)])(document)"
CONTROLS = "button, a[href], input, summary, [tabindex='0']"


@pytest.fixture
def boldly(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}")
    opened.wait_for("chosen", BOLDLY)
    return opened


@pytest.fixture
def phone(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}", size=PHONE)
    opened.wait_for("chosen", BOLDLY)
    return opened


# --- fingers ---------------------------------------------------------------------------------------------------------

SMALL = """() => [...document.querySelectorAll('button, a[href], summary, label, input:not([type=checkbox])')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => [one.textContent.trim() || one.id, one.getBoundingClientRect()])
  .filter(([, box]) => Math.round(box.height) < 40 || Math.round(box.width) < 40)
  .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""


@pytest.mark.parametrize("at", ["", f"#{BOLDLY}", "#?table=1"])
def test_a_finger_hits_every_control(open_map, graph, at):
    opened = open_map(graph, at=at, size=PHONE)
    opened.page.evaluate("document.querySelectorAll('details').forEach((part) => part.open = true)")
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate(SMALL) == []


def drag(opened, to):
    box = opened.page.locator("#grip").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x, (y + to) / 2)
    opened.page.mouse.move(x, to)
    opened.page.mouse.up()


def share(opened):
    """The part of the window that the sheet takes."""
    return round(opened.panel.bounding_box()["height"] / PHONE["height"], 2)


def test_the_sheet_is_dragged_higher_and_lower_and_away(phone):
    assert share(phone) == 0.52
    drag(phone, 60)
    assert share(phone) == 0.92
    drag(phone, 600)
    assert share(phone) == 0.25
    drag(phone, PHONE["height"] - 20)
    phone.wait_for("chosen", None)
    assert phone.panel.is_hidden()
    assert phone.page.locator("#grip").is_hidden()


def test_the_sheet_obeys_a_tap_and_the_keyboard(phone):
    grip = phone.page.get_by_role("button", name="Height of the panel")
    grip.tap()
    assert (share(phone), grip.get_attribute("aria-expanded")) == (0.92, "true")
    grip.tap()
    assert (share(phone), grip.get_attribute("aria-expanded")) == (0.52, "false")
    grip.press("ArrowDown")
    assert share(phone) == 0.25
    grip.press("ArrowDown")
    phone.wait_for("chosen", None)


def test_suggestions_lie_over_a_high_sheet_and_a_tap_takes_one(phone):
    phone.page.get_by_role("button", name="Height of the panel").tap()
    phone.page.get_by_role("combobox").fill("romance")
    phone.page.get_by_role("option").first.tap()
    phone.wait_for("chosen", ROMANCE)
    assert phone.page.evaluate("document.activeElement.id") != "query"


def test_two_fingers_come_closer(open_map, graph):
    opened = open_map(graph, size=PHONE)
    opened.wait_for("chosen", None)
    opened.page.wait_for_timeout(200)
    apart = f"Math.abs(tropegraphMap.place('{BOLDLY}').y - tropegraphMap.place('Film/GalaxyQuest').y)"
    before = opened.page.evaluate(apart)
    touch = opened.page.context.new_cdp_session(opened.page)

    def fingers(kind, *distances):
        points = [{"x": 195, "y": 450 + d, "id": k} for k, d in enumerate(distances)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", -30, 30)
    for distance in range(40, 130, 15):
        fingers("touchMove", -distance, distance)
    fingers("touchEnd")
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate(apart) > 1.3 * before


# --- keyboard --------------------------------------------------------------------------------------------------------


def test_the_keyboard_reaches_every_control_in_order_and_shows_where_it_is(boldly):
    page = boldly.page
    wanted = page.evaluate(
        f"""() => [...document.querySelectorAll("{CONTROLS}")].filter({SEEN})
          .map((one, k) => one.dataset.stop = String(k))"""
    )
    page.evaluate("document.activeElement.blur()")
    reached = []
    for _ in range(len(wanted) + 3):
        page.keyboard.press("Tab")
        stop, line = page.evaluate(FOCUS)
        if stop is None or stop in reached:
            break
        assert line >= 2, f"nothing shows that {stop} has the focus"
        reached.append(stop)
    assert reached == wanted


def test_after_a_click_the_keys_still_move_the_map(boldly):
    boldly.page.locator("#map canvas").click(position={"x": 640, "y": 700})
    assert boldly.page.evaluate("document.activeElement.id") == "map"


def test_a_choice_in_the_panel_takes_the_focus_along(boldly):
    boldly.panel.get_by_role("button", name="Interspecies Romance").first.press("Enter")
    boldly.wait_for("chosen", ROMANCE)
    assert boldly.page.evaluate("document.activeElement.id") == "panel"


# --- screen reader ---------------------------------------------------------------------------------------------------


def test_parts_have_roles_and_names(boldly):
    page = boldly.page
    assert page.get_by_role("banner").count() == page.get_by_role("main").count() == 1
    assert page.get_by_role("search").is_visible()
    assert page.get_by_role("region", name="Tools").get_by_role("button", name="Table").is_visible()
    assert page.get_by_role("complementary", name="Boldly Coming").is_visible()
    assert page.get_by_role("application").get_attribute("aria-label").startswith("Map.")
    assert page.get_by_role("status").inner_text().startswith("Boldly Coming, ")
    assert page.locator("html").get_attribute("lang") == "en"
    nameless = "button, a, input, summary, [role]"
    assert (
        page.evaluate(
            f"""() => [...document.querySelectorAll("{nameless}")].filter({SEEN})
          .filter((one) => !(one.ariaLabel || one.textContent.trim() || one.labels?.length || one.role === 'status'))
          .map((one) => one.outerHTML)"""
        )
        == []
    )


# --- the table -------------------------------------------------------------------------------------------------------


def names(opened):
    return opened.page.locator("#table tbody th bdi").all_inner_texts()


def test_the_table_says_what_is_on_the_screen(open_map, graph):
    opened = open_map(graph)
    opened.wait_for("chosen", None)
    opened.page.get_by_role("button", name="Table").click()
    table = opened.page.get_by_role("dialog", name="On the screen").get_by_role("table")
    assert table.locator("caption").inner_text() == "96 names, the most important first"
    assert table.get_by_role("columnheader").all_inner_texts() == ["Name", "Kind", "Medium", "Links"]
    quest = table.get_by_role("row").filter(has_text="Galaxy Quest")
    assert quest.locator("td").all_inner_texts() == ["Work", "Film", "1"]
    assert opened.page.url.endswith("?table=1")


def test_the_table_is_sorted_by_its_headers(open_map, graph):
    opened = open_map(graph, at="#?table=1")
    heads = opened.page.locator("#table thead th")
    heads.get_by_role("button", name="Name").click()
    assert names(opened) == sorted(names(opened), key=lambda name: (name.rstrip("0123456789"), len(name), name))
    assert heads.nth(0).get_attribute("aria-sort") == "ascending"
    heads.get_by_role("button", name="Name").click()
    assert heads.nth(0).get_attribute("aria-sort") == "descending"
    heads.get_by_role("button", name="Links").click()
    assert (names(opened)[0], heads.nth(3).get_attribute("aria-sort")) == ("Interspecies Romance", "descending")
    assert heads.nth(0).get_attribute("aria-sort") is None
    assert opened.page.get_by_role("status").inner_text() == "96 names, sorted by links"


def test_the_table_closes_by_escape_by_back_and_by_going_to_a_name(boldly):
    page, table = boldly.page, boldly.page.locator("#table")
    page.get_by_role("button", name="Table").click()
    assert table.is_visible()
    assert "Interspecies Romance" in names(boldly)
    page.keyboard.press("Escape")
    assert table.is_hidden()
    assert boldly.state("chosen") == BOLDLY
    assert page.evaluate("document.activeElement.id") == "as-table"
    assert page.url.endswith(f"#{BOLDLY}")  # closing took the step back that opening was
    page.go_forward()
    table.wait_for()
    table.get_by_role("button", name="Interspecies Romance").click()
    boldly.wait_for("chosen", ROMANCE)
    assert table.is_hidden()
    assert page.evaluate("document.activeElement.id") == "panel"


def test_a_long_table_opens_in_steps(open_map):
    opened = open_map(make_graph([(f"Film/Long{i}", "EXAMPLE_OF", "Main/Trope") for i in range(449)]), at="#?table=1")
    rows = opened.page.locator("#table tbody tr")
    assert rows.count() == 200
    opened.page.get_by_role("button", name="Show 200 more of 250").press("Enter")
    assert rows.count() == 400
    assert opened.page.evaluate("document.activeElement.closest('tr').rowIndex") == 201
    opened.page.get_by_role("button", name="Show 50 more").click()
    assert rows.count() == 450


# --- the first visit -------------------------------------------------------------------------------------------------


def test_three_hints_at_the_first_visit_and_never_again(open_map, graph):
    opened = open_map(graph)
    hints = opened.page.get_by_role("note", name="Hints")
    assert hints.locator("li").count() == 3
    opened.page.keyboard.press("Tab")
    assert hints.is_visible()
    hints.get_by_role("button", name="Got it").press("Enter")
    assert hints.is_hidden()
    assert opened.page.get_by_text("Search, or click a dot.").is_visible()
    opened.page.reload()
    opened.wait_for("chosen", None)
    assert hints.is_hidden()


def test_a_click_goes_through_the_hints_and_sends_them_away(open_map, graph):
    opened = open_map(graph)
    box = opened.page.locator("#hints").bounding_box()
    beneath = opened.page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).tagName", [box["x"] + 20, box["y"] + 20]
    )
    assert beneath == "CANVAS"
    opened.page.mouse.click(box["x"] + 20, box["y"] + 20)
    assert opened.page.locator("#hints").is_hidden()


def test_who_comes_with_an_address_gets_no_hints(boldly):
    assert boldly.page.locator("#hints").is_hidden()


def test_where_nothing_may_be_kept_the_hints_still_go(open_map, graph):
    opened = open_map(graph)
    opened.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    opened.page.reload()
    opened.wait_for("chosen", None)
    hints = opened.page.locator("#hints")
    assert hints.is_visible()
    opened.search("boldly")
    opened.wait_for("chosen", BOLDLY)
    assert hints.is_hidden()
