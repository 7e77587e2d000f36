"""ZIM files, where the library for them is installed; written by its own writer."""

import gzip
import importlib.util
import sys
from pathlib import Path

import pytest

from tests.conftest import missing
from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read import read_inputs

ARTICLE = '<html><body><div id="main-article"><p>A {}.</p></div></body></html>'


@pytest.fixture
def wiki(tmp_path: Path) -> Path:
    """A wiki of two pages, a style sheet, a search page and a redirect."""
    if importlib.util.find_spec("libzim") is None:
        missing("libzim", "libzim is not installed")
    from libzim.writer import Creator, Hint, Item, StringProvider

    class Page(Item):  # type: ignore[misc]
        def __init__(self, path: str, title: str, kind: str, text: str) -> None:
            super().__init__()
            self.path, self.title, self.kind, self.text = path, title, kind, text

        def get_path(self) -> str:
            return self.path

        def get_title(self) -> str:
            return self.title

        def get_mimetype(self) -> str:
            return self.kind

        def get_contentprovider(self) -> StringProvider:
            return StringProvider(self.text)

        def get_hints(self) -> dict[Hint, bool]:
            return {Hint.FRONT_ARTICLE: self.kind == "text/html"}

    path = tmp_path / "wiki.zim"
    with Creator(path) as creator:
        creator.set_mainpath("Wall_Jump")
        creator.add_item(Page("Wall_Jump", "Wall Jump", "text/html", ARTICLE.format("jump")))
        creator.add_item(Page("Ship%27s_Cat", "Ship's Cat", "text/html", ARTICLE.format("cat")))
        creator.add_item(Page("style.css", "", "text/css", "p {}"))
        creator.add_item(Page("search", "Search", "text/html", "<html><body>Search here.</body></html>"))
        creator.add_redirection("Jump_off_Walls", "Jump off Walls", "Wall_Jump", {Hint.FRONT_ARTICLE: True})
    return path


def test_pages_and_redirects(wiki: Path) -> None:
    found = list(read_inputs([str(wiki)]))
    pages = {f.id: f for f in found if isinstance(f, RawPage)}
    assert set(pages) == {"wiki.zim!Wall_Jump", "wiki.zim!Ship%27s_Cat", "wiki.zim!Jump_off_Walls"}
    assert [(f.code, f.page) for f in found if isinstance(f, Finding)] == [("not-a-wiki-page", "wiki.zim!search")]
    cat, redirect = pages["wiki.zim!Ship%27s_Cat"], pages["wiki.zim!Jump_off_Walls"]
    assert (cat.title, cat.name, cat.format) == ("Ship's Cat", "", Format.HTML)
    assert (redirect.title, redirect.text) == ("Jump off Walls", "#REDIRECT [[Wall Jump]]")
    assert (redirect.format, redirect.origin) == (Format.MEDIAWIKI, f"{wiki}!Jump_off_Walls")


def test_a_damaged_or_packed_one_is_a_finding(wiki: Path, tmp_path: Path) -> None:
    data = wiki.read_bytes()
    wiki.unlink()
    (tmp_path / "a.zim").write_bytes(data[:200])
    (tmp_path / "b.zim.gz").write_bytes(gzip.compress(data))
    found = list(read_inputs([str(tmp_path)]))
    assert [(f.code, f.page) for f in found if isinstance(f, Finding)] == [
        ("unreadable", "a.zim"),
        ("unreadable", "b.zim.gz"),
    ]


def test_without_the_library_the_finding_says_what_to_install(wiki: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libzim.reader", None)
    (finding,) = read_inputs([str(wiki)])
    assert isinstance(finding, Finding)
    assert "tropegraph[zim]" in finding.message
