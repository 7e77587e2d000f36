"""7z archives, where the library for them is installed."""

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import missing
from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read import read_inputs

try:
    import py7zr
except ImportError:
    py7zr = None  # type: ignore[assignment]


@pytest.fixture(autouse=True)
def library() -> None:
    if py7zr is None:
        missing("py7zr", "py7zr is not installed")


def packed(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with py7zr.SevenZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(content, name)
    return data.getvalue()


def write(folder: Path, files: dict[str, bytes]) -> Path:
    (folder / "x.7z").write_bytes(packed(files))
    return folder / "x.7z"


def test_members_are_pages(tmp_path: Path) -> None:
    files = {"Film/GalaxyQuest.pmwiki": b"The crew.", "empty.txt": b"", "in/long.txt": b"A pet hides. " * 99_999}
    found = list(read_inputs([str(write(tmp_path, files))]))
    texts = {f.id: f.text for f in found if isinstance(f, RawPage)}
    assert set(texts) == {"x.7z!Film/GalaxyQuest.pmwiki", "x.7z!in/long.txt"}
    assert texts["x.7z!in/long.txt"].encode() == files["in/long.txt"]
    assert [(f.code, f.page) for f in found if isinstance(f, Finding)] == [("empty-page", "x.7z!empty.txt")]


def test_in_another_archive(tmp_path: Path) -> None:
    path = write(tmp_path, {"in.7z": packed({"a.txt": b"One."}), "b.txt": b"Two."})
    assert sorted(f.page if isinstance(f, Finding) else f.id for f in read_inputs([str(path)])) == [
        "x.7z!b.txt",
        "x.7z!in.7z!a.txt",
    ]


def test_names_that_lead_out_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(py7zr.SevenZipFile, "_sanitize_archive_arcname", staticmethod(lambda name: name))
    monkeypatch.setattr("py7zr.py7zr.check_archive_path", lambda name: True)
    path = write(tmp_path, {"../a.txt": b"A page.", "/b.txt": b"A page.", "good.txt": b"Good."})
    found = list(read_inputs([str(path)]))
    assert [f.code for f in found if isinstance(f, Finding)] == ["unsafe-member"] * 2
    assert [f.id for f in found if isinstance(f, RawPage)] == ["x.7z!good.txt"]


def test_a_damaged_archive_is_a_finding(tmp_path: Path) -> None:
    data = packed({"a.txt": os.urandom(90_000).hex().encode(), "b.txt": b"Good."})
    for cut in (20, len(data) // 2, len(data) - 9):
        (tmp_path / "y.7z").write_bytes(data[:cut])
        (finding,) = read_inputs([str(tmp_path / "y.7z")])
        assert isinstance(finding, Finding)
        assert finding.code == "unreadable"
    spoilt = bytearray(data)
    spoilt[4_000] ^= 0xFF
    (tmp_path / "y.7z").write_bytes(bytes(spoilt))
    assert {f.code for f in read_inputs([str(tmp_path / "y.7z")]) if isinstance(f, Finding)} == {"unreadable"}


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    found = list(read_inputs([str(write(tmp_path, {"a.txt": b"a" * (70 << 20), "b.txt": b"Late."}))]))
    assert ("unreadable", "x.7z!a.txt") in [(f.code, f.page) for f in found if isinstance(f, Finding)]


def test_stopping_early_leaves_no_thread(tmp_path: Path) -> None:
    before = threading.active_count()
    found = read_inputs([str(write(tmp_path, {f"{n}.txt": b"A pet hides. " * 9_999 for n in range(9)}))])
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before


def test_without_the_library_the_finding_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, {"a.txt": b"One."})
    monkeypatch.setitem(sys.modules, "py7zr", None)
    (finding,) = read_inputs([str(path)])
    assert isinstance(finding, Finding)
    assert "tropegraph[archives]" in finding.message


@pytest.mark.parametrize("names_too", [True, False])
def test_an_archive_with_a_password_says_so(tmp_path: Path, names_too: bool) -> None:
    path = tmp_path / "x.7z"
    with py7zr.SevenZipFile(path, "w", password="rain", header_encryption=names_too) as archive:
        archive.writestr(b"A pier.", "a.txt")
    (finding,) = read_inputs([str(path)])
    assert isinstance(finding, Finding)
    assert (finding.code, finding.message.endswith("locked with a password.")) == ("unreadable", True)
