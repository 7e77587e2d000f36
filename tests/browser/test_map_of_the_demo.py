"""What a person does with the map of the demo graph: 23,000 names, of which some have sentences."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest

from tests.browser.conftest import PHONE, OpenMap
from tests.conftest import ROOT, run_cli

HERO = "#Main/TheHero"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page that `make demo` writes."""
    folder = tmp_path_factory.mktemp("demo")
    inputs = [ROOT / "data" / "sample" / "wiki", ROOT / "data" / "edges" / "film_tropes_2014.parquet"]
    built = run_cli("build", *inputs, "--out", folder / "graph")
    assert built.code == 0, built.err
    drawn = run_cli("map", "--graph", folder / "graph", "--out", folder / "map.html")
    assert drawn.code == 0, drawn.err
    return (folder / "map.html").read_text(encoding="utf-8")


@pytest.fixture
def demo(document: str, open_document: Callable[..., Any]) -> Iterator[Callable[..., OpenMap]]:
    def open_(at: str = "", **more: Any) -> OpenMap:
        opened = open_document(document, at, kind=OpenMap, **more)
        opened.page.locator("#counts", has_text="links").wait_for()
        if not at:
            opened.page.keyboard.press("Escape")  # the hints
        return opened

    return open_


MEASURED = """() => {
  const pen = document.createElement('canvas').getContext('2d');
  const all = [...document.querySelectorAll('body > .card, body > section > .card')];
  const cards = all.filter((card) => card.id !== 'hints' && card.offsetWidth);
  return {
    cards: cards.map((card) => card.getBoundingClientRect()).map((r) => [r.left, r.top, r.right, r.bottom]),
    names: window.tropegraphMap.names.map(({ text, x, y, size, font }) => {
      pen.font = font;
      const half = Math.min(pen.measureText(text).width, 420) / 2;
      return [text, [x - half, y, x + half, y + size]];
    }),
  };
}"""


def apart(a: list[float], b: list[float]) -> bool:
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_names_stand_apart_at_every_scale_and_under_no_card(demo: Callable[..., OpenMap]) -> None:
    opened = demo()
    seen: set[str] = set()
    for _ in range(7):
        found = opened.page.evaluate(MEASURED)
        names = dict(found["names"])
        assert len(names) > 12
        seen |= set(names)
        assert [pair for pair in combinations(names, 2) if not apart(names[pair[0]], names[pair[1]])] == []
        assert [name for name in names for card in found["cards"] if not apart(names[name], card)] == []
        opened.page.get_by_role("button", name="Closer").click()
        opened.page.wait_for_timeout(250)
    assert len(seen) > 60


def test_of_a_trope_the_names_around_it_stand_apart(demo: Callable[..., OpenMap]) -> None:
    opened = demo(HERO)
    opened.wait_for("chosen", "Main/TheHero")
    found = opened.page.evaluate(MEASURED)
    names = dict(found["names"])
    assert "The Hero" in names
    assert len(names) > 20
    others = {name: box for name, box in names.items() if name != "The Hero"}
    assert [pair for pair in combinations(others, 2) if not apart(others[pair[0]], others[pair[1]])] == []
    assert [name for name in others for card in found["cards"] if not apart(others[name], card)] == []


@pytest.mark.parametrize("size", [None, PHONE], ids=["desktop", "phone"])
def test_find_read_and_walk(demo: Callable[..., OpenMap], size: dict[str, int] | None) -> None:
    opened = demo(**({"size": size} if size else {}))
    opened.search("boldly com")
    opened.wait_for("chosen", "Main/BoldlyComing")
    assert opened.panel.get_by_role("heading", name="Boldly Coming").is_visible()
    kin = opened.panel.locator("section", has=opened.page.get_by_text("is a subtrope of"))
    assert kin.locator("blockquote mark").first.inner_text() == "Interspecies Romance"
    kin.get_by_role("button", name="Interspecies Romance").first.click()
    opened.wait_for("chosen", "Main/InterspeciesRomance")
    opened.page.go_back()
    opened.wait_for("chosen", "Main/BoldlyComing")


def test_a_path_fills_the_free_part_of_the_window_and_has_its_sentences(demo: Callable[..., OpenMap]) -> None:
    opened = demo(HERO)
    opened.wait_for("chosen", "Main/TheHero")
    opened.panel.get_by_role("button", name="Path to").click()
    opened.search("boldly coming")
    path = ["Main/TheHero", "VideoGame/MassEffect", "Main/BoldlyComing"]
    opened.wait_for("path", path)
    assert opened.panel.locator(".path blockquote").count() >= 2
    left, right = 336, opened.panel.bounding_box()["x"]
    places = [opened.page.evaluate("(id) => window.tropegraphMap.place(id)", node) for node in path]
    across = [place["x"] for place in places]
    assert left < min(across) < max(across) < right
    assert max(across) - min(across) > 0.4 * (right - left)


def test_only_what_is_subverted(demo: Callable[..., OpenMap]) -> None:
    opened = demo()
    everything = opened.state("shown")
    opened.page.get_by_text("How it is played").click()
    opened.page.get_by_role("button", name="Only subverted").click(force=True)
    some = opened.state("shown")
    assert 0 < some < everything
    assert "modifiers=only,SUBVERTED" in opened.page.url
    row = opened.page.locator(".types .row", has=opened.page.get_by_text("uses", exact=True))
    left = int(row.locator(".count").inner_text())
    assert opened.state("live")["edges"] == left  # of so few every line is drawn in its own colour
    opened.page.reload()
    opened.wait_for("shown", some)
    opened.page.get_by_role("button", name="Reset").click()
    opened.wait_for("shown", everything)
