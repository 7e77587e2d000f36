"""Crawls, where the library for them is installed."""

import gzip
import importlib.util
import sys
from pathlib import Path

import pytest

from tests.conftest import missing
from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read import read_inputs

MOE = "https://tvtropes.org/pmwiki/pmwiki.php/Main/Moe"
JAWS = "https://tvtropes.org/pmwiki/pmwiki.php/Film/Jaws"
ARTICLE = b'<html><body><div id="main-article"><p>A pet.</p></div></body></html>'


@pytest.fixture(autouse=True)
def library() -> None:
    if importlib.util.find_spec("warcio") is None:
        missing("warcio", "warcio is not installed")


def record(kind: str, url: str, status: str, content: bytes) -> bytes:
    number, _, content_type = status.partition(" ")
    if kind == "response":
        content = f"HTTP/1.1 {number} X\r\nContent-Type: {content_type}\r\n\r\n".encode() + content
        content_type = "application/http; msgtype=response"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
    return (
        f"{head}Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n" * 2
    )


def crawl(folder: Path, *records: tuple[str, str, str, bytes], packed: bool = True) -> Path:
    """A file of records (kind, address, status and type, content), each packed for itself as crawlers do."""
    parts = [record(*given) for given in records]
    path = folder / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(b"".join(map(gzip.compress, parts) if packed else parts))
    return path


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_trope_wikis_are_read(tmp_path: Path, packed: bool) -> None:
    path = crawl(
        tmp_path,
        ("response", MOE, "200 text/html; charset=utf-8", ARTICLE),
        ("response", "https://shop.example/", "200 text/html", b"<html>Buy.</html>"),
        ("response", JAWS, "404 text/html", ARTICLE),
        ("response", "https://static.tvtropes.org/a.png", "200 image/png", b"\x89PNG"),
        ("request", MOE, "- application/http", b"GET / HTTP/1.1\r\n\r\n"),
        ("response", "https://tropedia.fandom.com/wiki/Moe", "500 text/html", b"no"),
        packed=packed,
    )
    page, *findings = read_inputs([str(path)])
    assert isinstance(page, RawPage)
    assert (page.id, page.url, page.name) == (f"{path.name}!{MOE}", MOE, "Main/Moe")
    assert (page.format, page.text.encode()) == (Format.HTML, ARTICLE)
    told = [(f.code, f.page, f.message[:9]) for f in findings if isinstance(f, Finding)]
    assert told == [("other-site", path.name, "1 records"), ("not-an-article", path.name, "3 records")]


def test_one_address_that_was_fetched_twice_is_two_pages(tmp_path: Path) -> None:
    path = crawl(tmp_path, ("response", MOE, "200 text/html", ARTICLE), ("response", MOE, "200 text/html", ARTICLE))
    assert [page.id for page in read_inputs([str(path)]) if isinstance(page, RawPage)] == [
        f"{path.name}!{MOE}",
        f"{path.name}!{MOE}#2",
    ]


def test_a_record_that_is_longer_than_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = record("response", MOE, "200 text/html", ARTICLE + b" ")
    short = whole.replace(b"</div>", b"</div>and more")
    path = tmp_path / "crawl.warc"
    path.write_bytes(short + record("response", JAWS, "200 text/html", ARTICLE))
    found = list(read_inputs([str(path)]))
    assert "bad-record" in {f.code for f in found if isinstance(f, Finding)}
    assert JAWS in {page.url for page in found if isinstance(page, RawPage)}
    assert capsys.readouterr().err == ""


def test_the_texts_of_a_crawl(tmp_path: Path) -> None:
    path = crawl(tmp_path, ("conversion", JAWS, "- text/plain", "Jaws\nA shark at the café.".encode()))
    (page,) = read_inputs([str(path)])
    assert isinstance(page, RawPage)
    assert (page.name, page.format, page.text) == ("Film/Jaws", Format.TEXT, "Jaws\nA shark at the café.")


def test_a_damaged_crawl_is_a_finding(tmp_path: Path) -> None:
    path = crawl(tmp_path, ("response", MOE, "200 text/html", ARTICLE), ("response", JAWS, "200 text/html", ARTICLE))
    path.write_bytes(path.read_bytes()[:-40])
    found = list(read_inputs([str(path)]))
    assert "unreadable" in [f.code for f in found if isinstance(f, Finding)]
    for text in (b"WARC/1.0\r\n\r\n", b"WARC/1.0 and then nothing", b"WARC/9\r\nContent-Length: x\r\n\r\n"):
        path.write_bytes(text)
        assert all(isinstance(f, Finding) for f in read_inputs([str(path)]))


def test_without_the_library_the_finding_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = crawl(tmp_path, ("response", MOE, "200 text/html", ARTICLE))
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (finding,) = read_inputs([str(path)])
    assert isinstance(finding, Finding)
    assert "tropegraph[crawls]" in finding.message
