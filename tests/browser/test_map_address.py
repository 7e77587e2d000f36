"""The address holds what is chosen and set: through a reload and steps back, and whatever somebody writes into it."""

import pytest

pytestmark = pytest.mark.browser

BOLDLY = "Main/BoldlyComing"
SETTINGS = "colour=medium&types=not,IN_INDEX&kinds=not,Index&media=only,Film&modifiers=only,-&degree=1&depth=2"
SEEN = """() => ({
  chosen: tropegraphMap.chosen, shown: tropegraphMap.shown, lit: tropegraphMap.lit, colour: tropegraphMap.colour,
  path: tropegraphMap.path, hash: location.hash, summary: document.querySelector('.summary').textContent,
  ticked: [...document.querySelectorAll('#filters input')].map((box) => box.checked ? box.value : ''),
  least: document.querySelector('.degree .count').textContent, table: document.getElementById('table').open,
})"""


def seen(opened):
    opened.page.wait_for_timeout(150)
    return opened.page.evaluate(SEEN)


def test_a_reload_restores_everything(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}?to=Film/GalaxyQuest&{SETTINGS}")
    opened.wait_for("path", [BOLDLY, "Film/GalaxyQuest"])
    before = seen(opened)
    assert (before["colour"], before["least"], before["summary"]) == ("medium", "1", "94 of 96 shown")
    assert before["hash"] == f"#{BOLDLY}?to=Film/GalaxyQuest&{SETTINGS}"
    opened.page.reload()
    opened.wait_for("path", [BOLDLY, "Film/GalaxyQuest"])
    assert seen(opened) == before


def test_steps_go_back_after_a_reload_and_settings_stay(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}")
    opened.wait_for("chosen", BOLDLY)
    opened.search("romance")
    opened.wait_for("chosen", "Main/InterspeciesRomance")
    opened.page.locator("#legend .kinds").get_by_role("checkbox", name="Index").uncheck()
    opened.wait_for("shown", 95)
    opened.page.reload()
    opened.wait_for("shown", 95)
    opened.page.go_back()
    opened.wait_for("chosen", BOLDLY)
    assert opened.state("shown") == 95
    opened.page.go_forward()
    opened.wait_for("chosen", "Main/InterspeciesRomance")
    assert opened.page.url.endswith("#Main/InterspeciesRomance?kinds=not,Index")


def test_an_address_that_is_written_by_hand_says_everything(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}?kinds=not,Index")
    opened.wait_for("shown", 95)
    opened.page.evaluate("location.hash = '#Film/Amelie?colour=medium'")
    opened.wait_for("chosen", "Film/Amelie")
    assert (opened.state("shown"), opened.state("colour")) == (96, "medium")
    opened.page.go_back()
    opened.wait_for("chosen", BOLDLY)


def test_a_name_that_this_map_has_not_is_said(open_map, graph):
    opened = open_map(graph, at="#Main/%3Cb%3ENobody")
    opened.wait_for("shown", 96)
    assert opened.page.get_by_text("Not on this map: Main/<b>Nobody").is_visible()


EVERYTHING = {"shown": 96, "chosen": None, "path": None, "least": "0", "table": False, "colour": "kind"}


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("#?degree=99999999999999999999999", {}),
        ("#?degree=1e21&depth=0x3&table=%00", {}),
        ("#?degree=-5&depth=Infinity", {}),
        ("#?degree=999999999", {"shown": 0, "least": "999999999"}),
        (f"#{BOLDLY}?degree=4294967297", {"chosen": BOLDLY}),
        (f"#{BOLDLY}?to={BOLDLY}", {"chosen": BOLDLY}),
        ("#__proto__?to=__proto__&edge=__proto__,constructor,toString&colour=__proto__", {}),
        ("#?__proto__=x&constructor=y&types=not,__proto__&kinds=not,toString", {}),
        ("#?kinds=only,constructor", {"shown": 0}),
        ("#%E0%A4%A?types=%FF,%C0%80&degree=%", {}),
        ("#%00%01%EF%BF%BE%E2%80%AE", {}),
        ("#??&&==&=x&edge=,,&to", {}),
        ("#?edge=a,b,c,d,e&table=yes", {}),
        ("#Main%2FBoldlyComing", {"chosen": BOLDLY}),
        ("#" + "A" * 300_000, {}),
        ("#?types=not," + ",".join(["x"] * 50_000), {}),
        ("#%3Cimg%20src=x%20onerror=alert(1)%3E?colour=%3Cscript%3Ealert(1)%3C/script%3E", {}),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_strange_address_harms_nothing(open_map, graph, address, wanted):
    opened = open_map(graph, at=address)
    opened.wait_for("shown", (EVERYTHING | wanted)["shown"])
    first = seen(opened)
    assert {key: first[key] for key in EVERYTHING} == EVERYTHING | wanted
    opened.page.reload()
    opened.wait_for("shown", first["shown"])
    assert seen(opened) == first
    opened.page.locator("#legend").locator(".state button").evaluate("button => button.click()")
    opened.wait_for("shown", 96)
    opened.search("boldly")
    opened.wait_for("chosen", BOLDLY)
