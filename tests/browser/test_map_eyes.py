"""The map for every pair of eyes, and on paper: dark and light, contrast, large letters, print."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE, OpenMap
from tropegraph.render import render_map

pytestmark = pytest.mark.browser

BOLDLY = "Main/BoldlyComing"


@pytest.fixture
def boldly(open_map, graph):
    opened = open_map(graph, at=f"#{BOLDLY}")
    opened.wait_for("chosen", BOLDLY)
    return opened


INK = """() => {
  const copy = document.createElement('canvas');
  [copy.width, copy.height] = [160, 100];
  const pen = copy.getContext('2d', { willReadFrequently: true });
  pen.drawImage(document.querySelector('#map canvas'), 0, 0, 160, 100);
  const { data } = pen.getImageData(0, 0, 160, 100);
  const inked = [...data.keys()].filter((k) => k % 4 === 3 && data[k] > 100);
  return inked.reduce((sum, k) => sum + data[k - 3] + data[k - 2] + data[k - 1], 0) / inked.length / 3;
}"""


# Text that is seen, where its contrast to what lies behind it, as WCAG 2.2 defines it, is less than 4.5, or 3 if large.
FAINT = """() => {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], ground) => [...[r, g, b].map((part, k) => part * a + ground[k] * (1 - a)), 1];
  const own = (one) => rgba(getComputedStyle(one).backgroundColor);
  const behind = (one) => (one ? over(own(one), behind(one.parentElement)) : [255, 255, 255, 1]);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const faint = new Set();
  let seen = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || one.closest('script, style, .unseen')) continue;
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    seen++;
    const style = getComputedStyle(one);
    const ground = behind(one);
    const [a, b] = [light(over(rgba(style.color), ground)), light(ground)].sort((p, q) => q - p);
    const large = parseFloat(style.fontSize) >= (Number(style.fontWeight) >= 700 ? 18.66 : 24);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (large ? 3 : 4.5)) faint.add(`${one.className} ${one.textContent.slice(0, 30)} ${ratio}`);
  }
  return [seen > 20, [...faint]];
}"""


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("at", ["", f"#{BOLDLY}", f"#{BOLDLY}?to=Film/GalaxyQuest", "#?table=1", "#?kinds=not,Work"])
def test_text_can_be_read_on_its_ground(open_map, graph, at, size):
    opened = open_map(graph, at=at, size=size)
    opened.page.evaluate("document.querySelectorAll('details').forEach((part) => part.open = true)")
    opened.page.locator("#query").fill("o")
    for scheme in ("light", "dark"):
        opened.page.emulate_media(color_scheme=scheme)
        opened.page.wait_for_timeout(300)
        assert opened.page.evaluate(FAINT) == [True, []], scheme


def test_dark_and_light_follow_the_system(boldly):
    ground = "getComputedStyle(document.body).backgroundColor"
    light = boldly.page.evaluate(ground), boldly.page.evaluate(INK)
    boldly.page.emulate_media(color_scheme="dark")
    boldly.page.wait_for_timeout(200)
    dark = boldly.page.evaluate(ground), boldly.page.evaluate(INK)
    assert light[0] != dark[0]
    assert abs(light[1] - dark[1]) > 5


def on_paper(opened, scheme):
    opened.page.emulate_media(media="print", color_scheme=scheme)
    opened.page.wait_for_timeout(200)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_the_picture_and_the_text_and_nothing_to_press(boldly, scheme):
    on_paper(boldly, scheme)
    assert boldly.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for hidden in ("#zoom", "#legend", "#query", "#as-table", ".close", ".actions", "#map"):
        assert boldly.page.locator(hidden).first.is_hidden(), hidden
    picture, text = boldly.page.locator("#paper").bounding_box(), boldly.panel.bounding_box()
    assert picture["y"] + picture["height"] <= text["y"]
    assert boldly.panel.evaluate("panel => panel.scrollHeight <= panel.clientHeight + 1")
    ground, inked = boldly.page.evaluate(
        """() => {
          const { width, height } = document.getElementById('paper');
          const { data } = document.getElementById('paper').getContext('2d').getImageData(0, 0, width, height);
          let inked = 0;
          for (let k = 0; k < data.length; k += 4) inked += data[k] + data[k + 1] + data[k + 2] < 600;
          return [[...data.slice(0, 4)], inked];
        }"""
    )
    assert ground == [255, 255, 255, 255]
    assert inked > 1000


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_after_printing_the_map_stands_where_it_stood(open_map, graph, size):
    opened = open_map(graph, at=f"#{BOLDLY}", size=size)
    opened.wait_for("chosen", BOLDLY)
    opened.page.wait_for_timeout(200)
    places = "['Main/BoldlyComing', 'Film/GalaxyQuest'].map((id) => Object.values(tropegraphMap.place(id)))"
    before = opened.page.evaluate(places)
    opened.page.pdf(format="A4")
    on_paper(opened, "light")
    opened.page.emulate_media(media="screen")
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate(places) == before
    assert opened.page.locator("#paper").count() == 0


def test_paper_says_how_many_of_a_list_it_leaves_out(open_map, graph):
    opened = open_map(graph, "#Main/InterspeciesRomance")
    opened.wait_for("chosen", "Main/InterspeciesRomance")
    named = opened.panel.locator("section", has_text="Amélie").locator("button.name").count()
    on_paper(opened, "light")
    more = opened.panel.locator(".more")
    assert more.is_visible()
    said = more.evaluate("(button) => getComputedStyle(button, '::after').content")
    assert said == f'"and {91 - named} more"'  # of 91 films


def test_a_table_on_paper_keeps_its_headers(open_map, graph):
    opened = open_map(graph, at="#?table=1")
    on_paper(opened, "light")
    heads = opened.page.locator("#table thead")
    assert heads.get_by_role("button").all_inner_texts() == ["Name", "Kind", "Medium", "Links"]
    assert heads.get_by_role("button", name="Links").is_visible()


@pytest.mark.parametrize("size", [{"width": 640, "height": 400}, {"width": 320, "height": 256}])
def test_at_twice_and_four_times_the_size_nothing_is_cut_off(open_map, graph, size):
    opened = open_map(graph, at=f"#{BOLDLY}", size=size)
    opened.wait_for("chosen", BOLDLY)
    within(opened, size)


def test_letters_twice_as_large_keep_the_layout(browser, program, graph, tmp_path):
    path = tmp_path / "map.html"
    path.write_text(render_map(graph), encoding="utf-8")
    size = {"width": 1280, "height": 800}
    args = ["--no-sandbox", "--disable-gpu", "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=program, args=args)
    try:
        opened = OpenMap(large.new_page(viewport=size, reduced_motion="reduce"))
        opened.page.goto(f"{path.as_uri()}#{BOLDLY}")
        opened.wait_for("chosen", BOLDLY)
        assert opened.panel.evaluate("panel => parseFloat(getComputedStyle(panel).fontSize)") == 28
        within(opened, size)
    finally:
        large.close()


def within(opened, size):
    """Nothing is scrolled sideways, and the controls that are seen lie in the window or in a part that scrolls."""
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert opened.panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")
    for part in ("#query", "#panel .close", "#panel h2"):
        box = opened.page.locator(part).bounding_box()
        assert box["x"] >= 0, part
        assert box["y"] >= 0, part
        assert box["x"] + box["width"] <= size["width"], part
        assert box["y"] + box["height"] <= size["height"], part
