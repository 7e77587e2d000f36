"""Documents opened in Chromium with the network refused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.unit.render.conftest import make_graph
from tropegraph.graph import Graph
from tropegraph.render import render_map

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


@dataclass
class Opened:
    """A page with one of our documents, and what happened in it that should not."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


class OpenMap(Opened):
    """A page with a map."""

    def state(self, name: str) -> Any:
        """A property of the page's `tropegraphMap`."""
        return self.page.evaluate(f"window.tropegraphMap.{name}")

    def wait_for(self, name: str, value: Any) -> None:
        """Wait until that property has a value; the page's policy forbids Playwright's own waiting."""
        for _ in range(200):
            if self.page.evaluate("!!window.tropegraphMap") and self.state(name) == value:
                return
            self.page.wait_for_timeout(25)
        pytest.fail(f"{name} is {self.state(name)!r}, not {value!r}; {self.complaints}")

    def search(self, text: str) -> None:
        """Type into the search box and choose the first suggestion."""
        self.page.get_by_role("combobox").fill(text)
        self.page.get_by_role("combobox").press("Enter")

    @property
    def panel(self) -> Any:
        """The side panel."""
        return self.page.locator("#panel")


@pytest.fixture
def open_document(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Writes a document to a file and opens it; at the end nothing may have been asked of the network."""
    contexts, opened = [], []

    def open_(document: str, at: str = "", size: dict[str, int] = DESKTOP, kind: type[Opened] = Opened) -> Opened:
        path = tmp_path / f"document{len(opened)}.html"
        path.write_text(document, encoding="utf-8")
        context = browser.new_context(viewport=size, has_touch=size == PHONE, reduced_motion="reduce")
        contexts.append(context)
        one = kind(context.new_page())
        opened.append(one)

        def refuse(route: Route) -> None:
            url = route.request.url
            if url.split("#")[0] == path.as_uri():
                return route.continue_()
            one.requests.append(url)
            return route.abort()

        one.page.route("**/*", refuse)
        one.page.on("console", lambda m: one.complaints.append(m.text) if m.type in {"error", "warning"} else None)
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.on("dialog", lambda dialog: (one.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
        one.page.goto(path.as_uri() + at)
        one.page.wait_for_timeout(50)
        return one

    yield open_
    for context in contexts:
        context.close()
    assert [one.requests for one in opened] == [[] for _ in opened]
    assert [one.complaints for one in opened] == [[] for _ in opened]


@pytest.fixture
def open_map(open_document: Callable[..., Any]) -> Callable[..., OpenMap]:
    """Opens the map of a graph."""

    def open_(graph: Graph, at: str = "", size: dict[str, int] = DESKTOP, **options: Any) -> OpenMap:
        return open_document(render_map(graph, **options), at, size, OpenMap)

    return open_


@pytest.fixture(scope="session")
def graph() -> Graph:
    """Two tropes that lead to one another, an index, and films that use them."""
    told = {"page": "Main/BoldlyComing", "section": "Description"}
    evidence = [
        {
            **told,
            "source": "Main/BoldlyComing",
            "type": "SUBTROPE_OF",
            "target": "Main/InterspeciesRomance",
            "sentence": "It belongs under Interspecies Romance, with a ship.",
            "as_written": "Interspecies Romance",
        },
        {
            **told,
            "source": "Film/GalaxyQuest",
            "type": "EXAMPLE_OF",
            "target": "Main/BoldlyComing",
            "section": "Film",
            "sentence": "In Galaxy Quest the crew talks of nothing else.",
            "as_written": "Galaxy Quest",
        },
    ]
    nodes = [
        {"id": "Main/BoldlyComing", "name": "Boldly Coming", "kind": "Trope", "aliases": ["Captain's Conquests"]},
        {"id": "Main/InterspeciesRomance", "name": "Interspecies Romance", "kind": "Trope"},
        {"id": "Main/SpaceTropes", "name": "Space Tropes", "kind": "Index"},
        {"id": "Film/GalaxyQuest", "name": "Galaxy Quest", "kind": "Work", "medium": "Film"},
        {"id": "Film/Amelie", "name": "Amélie", "kind": "Work", "medium": "Film"},
        {"id": "VideoGame/MassEffect", "name": "Mass Effect", "kind": "Work", "medium": "Video Game"},
    ]
    for node in nodes:
        node["url"] = f"https://example.org/wiki/{node['id']}"
    edges = [
        ("Main/BoldlyComing", "SUBTROPE_OF", "Main/InterspeciesRomance"),
        ("Main/BoldlyComing", "IN_INDEX", "Main/SpaceTropes"),
        ("Film/GalaxyQuest", "EXAMPLE_OF", "Main/BoldlyComing"),
        ("VideoGame/MassEffect", "EXAMPLE_OF", "Main/BoldlyComing"),
        ("Film/Amelie", "EXAMPLE_OF", "Main/InterspeciesRomance"),
        *((f"Film/Filler{i}", "EXAMPLE_OF", "Main/InterspeciesRomance") for i in range(90)),
    ]
    return make_graph(edges, nodes=nodes, evidence=evidence)
