"""The documentation site: built strictly, complete, and in need of no network."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from typer.main import get_command

from tests.conftest import ROOT
from tropegraph.analyse import MEASURES
from tropegraph.cli import app

sys.path.insert(0, str(ROOT / "tools"))
from docs_cli import commands_of

FETCHING = {"src", "srcset", "data", "poster", "action"}
"""Attributes whose address a browser fetches; `href` does so on `link` only."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` does; a warning is an error."""
    to = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", to],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "no_proxy": "", "https_proxy": "http://127.0.0.1:9"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return to


class Fetched(HTMLParser):
    """Gathers the addresses that a document makes a browser fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        fetching = FETCHING | ({"href"} if tag in {"link", "image", "use"} else set())
        self.addresses += [value or "" for name, value in attrs if name in fetching]


def test_every_page_is_there(site: Path) -> None:
    sources = {p.relative_to(ROOT / "docs").with_suffix("").as_posix() for p in (ROOT / "docs").rglob("*.md")}
    pages = {p.relative_to(site).with_suffix("").as_posix() for p in site.rglob("*.html")}
    assert {re.sub(r"README$", "index", source) for source in sources} <= pages
    assert {"cli", "contributing", "changelog", "api/tropegraph", "api/graph", "api/analyse", "api/errors"} <= pages


def test_every_page_can_be_found_by_the_menu(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    pages = {p.relative_to(site).as_posix() for p in site.rglob("*.html")} - {"404.html"}
    assert {page for page in pages if f'href="{page}"' not in home} <= {"index.html"}


def test_nothing_is_fetched_over_the_network(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert [a for a in Fetched(text).addresses if re.match(r"(?:https?:)?//", a)] == [], page
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet


def test_every_command_and_measure_is_in_the_reference(site: Path) -> None:
    cli = (site / "cli.html").read_text(encoding="utf-8")
    for path, _ in commands_of(get_command(app)):
        assert f'id="{path.removeprefix("tropegraph ").replace(" ", "-")}"' in cli
    api = (site / "api" / "analyse.html").read_text(encoding="utf-8")
    for measure in MEASURES.values():
        assert f'id="{measure.function.__module__}.{measure.function.__name__}"' in api


@pytest.mark.browser
def test_it_opens_from_a_folder_and_its_search_works_there(site: Path, browser: Browser) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for name in ("index", "tutorial", "cookbook", "cli", "pages", "errors", "api/graph"):
        page.goto((site / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((site / "index.html").as_uri())
    page.locator("input.md-search__input").click()
    page.keyboard.type("contradict")
    page.locator(".md-search-result__item", has_text="Checking a graph").wait_for()
    page.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
