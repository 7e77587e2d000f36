"""Files that were cut off: what is readable of them is read, and the rest is told of."""

import bz2
import gzip
import hashlib
import io
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from backports import zstd

from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read import read_inputs

PACK: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}
LINES = [f"{hashlib.sha256(bytes([n % 256, n >> 8])).hexdigest()} rains on the pier." for n in range(20_000)]


def cut(data: bytes) -> bytes:
    return data[: len(data) * 9 // 10]


@pytest.mark.parametrize("ending", PACK)
def test_a_page(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"Rain.txt{ending}").write_bytes(cut(PACK[ending]("\n".join(LINES).encode())))
    page, finding = read_inputs([str(tmp_path)])
    assert isinstance(page, RawPage)
    read = page.text.splitlines()[:-1]
    assert len(read) > 1_000
    assert read == LINES[: len(read)]
    assert isinstance(finding, Finding)
    assert (finding.code, finding.page) == ("unreadable", f"Rain.txt{ending}")
    assert finding.message.endswith("was read only in part: the compressed file is damaged.")


def test_records(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Rain on the pier."}\n' * 1_000)[:-8])
    *pages, finding = read_inputs([str(tmp_path)])
    assert len(pages) == 1_000
    assert isinstance(finding, Finding)
    assert finding.code == "unreadable"


def test_a_member_that_is_not_what_was_packed(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("Rain.txt", "Rain on the pier.")
        archive.writestr("Sun.txt", "Sun on the pier.")
    (tmp_path / "x.zip").write_bytes(data.getvalue().replace(b"Rain on", b"Ruin on"))
    finding, sun = read_inputs([str(tmp_path)])
    assert isinstance(finding, Finding)
    assert (finding.code, finding.page) == ("unreadable", "x.zip!Rain.txt")
    assert isinstance(sun, RawPage)


def test_nothing_readable_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "x.txt.gz").write_bytes(gzip.compress(b"Rain.")[:9])
    (finding,) = read_inputs([str(tmp_path)])
    assert isinstance(finding, Finding)
    assert (finding.code, "could not be read" in finding.message) == ("unreadable", True)
