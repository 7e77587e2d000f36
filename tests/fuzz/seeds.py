"""What the fuzzer starts from: the sample pages, the inputs of the case files, a small input of each container."""

import bz2
import gzip
import io
import json
import lzma
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from backports import zstd

from tests.packed import tarred, zipped

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 20_000
"""Longer pages are cut here: the fuzzer's steps are the faster the shorter its inputs are."""

_SOME = 12
"""One case in so many stands there repeated, too: it takes the fuzzer long, and shows it how."""

FINDINGS = Path(__file__).with_name("findings")
JAWS = "https://tvtropes.org/pmwiki/pmwiki.php/Film/Jaws"
_PAGES = {
    "Film/Jaws.pmwiki": b"A shark. * ThreateningShark: Played straight.\n",
    "Jaws.html": b'<div id="main-article">Wet.</div>',
}
_SUFFIXES = {"pmwiki": ".pmwiki", "markdown": ".md", "mediawiki": ".mediawiki", "text": ".txt"}
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _PAGES["Jaws.html"]
_DUMP = b"""<mediawiki><siteinfo><base>https://allthetropes.org/wiki/Main_Page</base><namespaces><namespace key="10">T
</namespace></namespaces></siteinfo><page><title>Jaws</title><ns>0</ns><revision><text>'''Jaws''' is a {{work}}.</text>
</revision></page><page><title>Shark</title><ns>0</ns><redirect title="Jaws"/></page></mediawiki>"""


def seeds() -> Iterator[bytes]:
    """Every input to start from, in the form that `checks` reads: a path, a line's end, what the file holds."""
    named = [*_files(ROOT / "data" / "sample" / "wiki"), *_files(ROOT / "data" / "sample" / "formats")]
    for path, data in [*named, *_files(ROOT / "tests" / "cases" / "html"), *cases(), *containers().items()]:
        yield f"{path}\n".encode() + data[:MOST_BYTES]
    yield from (f"{path}*300\n".encode() + data for path, data in list(cases())[::_SOME])
    yield from (path.read_bytes() for path in sorted(FINDINGS.iterdir()))


def cases() -> Iterator[tuple[str, bytes]]:
    """The inputs of the parsers' case files."""
    for markup, suffix in _SUFFIXES.items():
        for path in sorted((ROOT / "tests" / "cases" / markup).glob("*.toml")):
            entries: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get("case", [])
            yield from ((f"x{suffix}", str(entry["input"]).encode()) for entry in entries if "input" in entry)


def containers() -> dict[str, bytes]:
    """A small input of each kind that holds more than a page, by a path for it."""
    return {
        "x.zip": zipped(_PAGES),
        "x.tar": tarred(_PAGES),
        "x.tar.gz": gzip.compress(tarred(_PAGES)),
        "x.zip.bz2": bz2.compress(zipped(_PAGES)),
        "x.txt.xz": lzma.compress(_PAGES["Film/Jaws.pmwiki"]),
        "x.tar.zst": zstd.compress(tarred(_PAGES)),
        "x.parquet": _parquet({"text": ["A page.", "B."], "url": [JAWS, "x"]}),
        "edges.parquet": _parquet({"work": ["Film/Jaws"], "work_title": ["Jaws"], "trope": ["Main/Moe"]}),
        "x.7z": _seven_zip(),
        "x.zim": _zim(),
        "x.warc": _warc(),
        "x.mhtml": b"From: x\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/html\r\n\r\n" + _PAGES["Jaws.html"] + b"\r\n--b--",
        "x.xml": _DUMP,
        "api.json": json.dumps(
            {"query": {"pages": [{"title": "Jaws", "revisions": [{"slots": {"main": {"content": "A [[shark]]."}}}]}]}}
        ).encode(),
        "parse.json": b'{"parse": {"title": "Jaws", "text": {"*": "<p>A shark.</p>"}}}',
        "x.jsonl": b'{"text": "A page.", "meta": {"url": "%s"}}\n{"html": "<p>", "format": "html"}\n' % JAWS.encode(),
        "array.json": b'[{"text": "A page."}, {"markdown": "# B"}]',
        "film.csv": b'work,trope,example\nJaws,Moe,"x\ny"\nAlien,Shark Bait,\n',
        "pages.csv": b'url,title,body\n%s,Jaws,"A shark,\nwet."\n' % JAWS.encode(),
        "edges.tsv": b"Film/Jaws\tThreateningShark\tJaws\n",
        "edges.jsonl": b'{"namespace": "Film", "work": "Jaws", "tropes": ["Moe"]}\n',
        "tropes.json": b'{"Jaws": ["Moe", "SharkBait"], "Alien": []}',
        "dbtropes.nt": b"<http://dbtropes.org/resource/Film/Jaws> <http://x/hasFeature> "
        b"<http://dbtropes.org/resource/Main/Moe/i> .\n",
    }


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield "/".join(path.relative_to(folder).parts[-2:]), path.read_bytes()


def _parquet(columns: dict[str, list[str]]) -> bytes:
    data = io.BytesIO()
    pq.write_table(pa.table(columns), data)
    return data.getvalue()


def _warc() -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {JAWS}\r\nContent-Length: {len(_HTTP)}\r\n\r\n"
    return head.encode() + _HTTP + b"\r\n\r\n"


def _seven_zip() -> bytes:
    import py7zr

    data = io.BytesIO()
    with py7zr.SevenZipFile(data, "w") as archive:
        for name, content in _PAGES.items():
            archive.writestr(content, name)
    return data.getvalue()


def _zim() -> bytes:
    from libzim.writer import Creator, Hint, Item, StringProvider

    class Entry(Item):  # type: ignore[misc]
        """The one page."""

        def get_path(self) -> str:
            return "Jaws"

        def get_title(self) -> str:
            return "Jaws"

        def get_mimetype(self) -> str:
            return "text/html"

        def get_contentprovider(self) -> StringProvider:
            return StringProvider(_PAGES["Jaws.html"].decode())

        def get_hints(self) -> dict[Hint, bool]:
            return {Hint.FRONT_ARTICLE: True}

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.zim")
        with Creator(path).config_indexing(False, "eng") as creator:
            creator.add_item(Entry())
            creator.add_redirection("Shark", "Shark", "Jaws", {})
        return path.read_bytes()
