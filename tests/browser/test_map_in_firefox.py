"""The map in Firefox: it opens, finds, is read, filtered, drawn; and asks nothing of the network."""

import base64
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.firefox import Firefox, running
from tests.conftest import missing
from tropegraph.graph import Graph
from tropegraph.render import render_map

pytestmark = pytest.mark.browser

PROGRAMS = ("firefox-esr", "firefox")
SHOWN, CHOSEN = "window.tropegraphMap?.shown", "window.tropegraphMap.chosen"
PANEL = "document.getElementById('panel').innerText"


@pytest.fixture(scope="module")
def program() -> str:
    found = os.environ.get("TROPEGRAPH_FIREFOX") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    return found or missing("browser", "no Firefox is installed (TROPEGRAPH_FIREFOX names one)")


@pytest.fixture(scope="module")
def firefox(program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with running(program, tmp_path_factory.mktemp("profile")) as one:
        yield one


@pytest.fixture
def opened(firefox: Firefox, graph: Graph, tmp_path: Path) -> Iterator[Firefox]:
    path = tmp_path / "map.html"
    path.write_text(render_map(graph), encoding="utf-8")
    firefox.requests.clear()
    firefox.complaints.clear()
    firefox.open(path.as_uri())
    firefox.wait_for(SHOWN, graph.nodes.num_rows)
    yield firefox
    assert [address for address in firefox.requests if not address.startswith(path.as_uri())] == []
    assert firefox.complaints == []


def test_a_request_would_be_seen(firefox: Firefox, tmp_path: Path) -> None:
    path = tmp_path / "asks.html"
    path.write_text("<!doctype html><img src='http://127.0.0.1:47123/picture'>", encoding="utf-8")
    firefox.open(path.as_uri())
    firefox.wait_for("document.images[0].complete", True)
    assert "http://127.0.0.1:47123/picture" in firefox.requests


def test_it_is_drawn(opened: Firefox) -> None:
    painted = opened.value(
        "(() => { const c = document.querySelector('#map canvas');"
        " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; })()"
    )
    assert painted > 1000
    assert base64.b64decode(opened.picture()).startswith(b"\x89PNG")


def test_a_name_is_found_and_read_and_left_again(opened: Firefox) -> None:
    for key in ("/", "captain", "ArrowDown", "Enter"):
        opened.type(key)
    opened.wait_for(CHOSEN, "Main/BoldlyComing")
    assert "It belongs under Interspecies Romance, with a ship." in opened.value(PANEL)
    assert opened.value("location.hash") == "#Main/BoldlyComing"
    opened.click("#panel .other, #panel button[data-id], #panel li button")
    opened.wait_for(f"{CHOSEN} !== 'Main/BoldlyComing'", True)
    opened.value("history.back()")
    opened.wait_for(CHOSEN, "Main/BoldlyComing")


def test_a_kind_is_filtered(opened: Firefox) -> None:
    opened.click("#legend [aria-label='Only Trope']")
    opened.wait_for(SHOWN, 2)
    assert opened.value("location.hash").startswith("#?")


def test_the_table_tells_what_is_on_the_screen(opened: Firefox) -> None:
    opened.click("#as-table")
    opened.wait_for("document.getElementById('table').open", True)
    assert "Boldly Coming" in opened.value("document.getElementById('table').innerText")
    opened.type("Escape")
    opened.wait_for("document.getElementById('table').open", False)


def test_what_changes_is_said_and_the_focus_stays_on_what_is_there(opened: Firefox) -> None:
    said = "document.getElementById('say').textContent"
    for key in ("/", "captain"):
        opened.type(key)
    opened.wait_for(said, "1 suggestion")
    opened.type("Enter")
    opened.wait_for(said, "Boldly Coming, 4 neighbours")
    opened.click("#legend [aria-label='Only Trope']")
    opened.wait_for(said, "2 of 96 shown")
    opened.click("#legend .state button")
    opened.wait_for(said, "All 96 shown")
    assert opened.value("document.activeElement.textContent") == "Legend and filter"
