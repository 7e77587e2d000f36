"""Whatever the bytes, reading ends, and tells what was wrong instead of raising."""

import bz2
import gzip
import importlib.util
import io
import lzma

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packed import tarred, zipped
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import CODES, Finding
from tropegraph.model.page import RawPage
from tropegraph.read import read_inputs

FILES = {"Film/A.txt": b"A page of words. " * 40, "b.html": b'<html><div id="main-article">A.</div></html>'}
MOE = "https://tvtropes.org/pmwiki/pmwiki.php/Main/Moe"


def _parquet() -> bytes:
    data = io.BytesIO()
    pq.write_table(pa.table({"text": ["A page.", "B."], "url": [MOE, "x"]}), data)
    return data.getvalue()


def _crawl() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + FILES["b.html"]
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {MOE}\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


MHTML = (
    b"From: x\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nPGRpdiBpZD0ibWFpbi1hcnRpY2xlIj4=\r\n--b--"
)
SEEDS = {
    "zip": zipped(FILES),
    "tar": tarred(FILES),
    "tar.gz": gzip.compress(tarred(FILES)),
    "zip.bz2": bz2.compress(zipped(FILES)),
    "xz": lzma.compress(FILES["Film/A.txt"]),
    "tar.zst": zstd.compress(tarred(FILES)),
    "parquet": _parquet(),
    "mhtml": MHTML,
    "csv": b'work,trope,example\nA,B,"x\ny"\nC,D,\n',
    "json": b'{"A": ["B", "C"], "D": []}',
    "jsonl": b'{"text": "x", "meta": {"url": "https://tvtropes.org/"}}\n' * 3,
    "array": b'[{"text": "x"}, {"html": "<p>"}]',
    "nt": b"<http://dbtropes.org/resource/Film/A> <http://x/hasFeature> <http://dbtropes.org/resource/Main/B/i> .\n",
    **({"warc": _crawl()} if importlib.util.find_spec("warcio") else {}),
}

edits = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(["set", "cut", "add", "end"]), st.binary(max_size=6)),
    max_size=8,
)


def spoilt(data: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    """Bytes with each change made at its share of their length."""
    for share, how, piece in changes:
        at = int(share * len(data))
        after = {"set": at + len(piece), "cut": at + 9, "add": at, "end": len(data)}[how]
        data = data[:at] + (b"" if how in {"cut", "end"} else piece) + data[after:]
    return data


@pytest.mark.parametrize("kind", SEEDS)
@settings(max_examples=60, deadline=None)
@given(changes=edits)
def test_no_input_raises(kind: str, changes: list[tuple[float, str, bytes]]) -> None:
    found = list(read_inputs(["-"], io.BytesIO(spoilt(SEEDS[kind], changes))))
    for item in found:
        assert isinstance(item, RawPage | PublishedEdges | Finding)
        assert not isinstance(item, Finding) or item.code in CODES
        item.id.encode() if isinstance(item, RawPage) else None
    assert found


@given(st.binary(max_size=600))
def test_no_bytes_raise(data: bytes) -> None:
    assert all(isinstance(f, RawPage | PublishedEdges | Finding) for f in read_inputs(["-"], io.BytesIO(data)))
