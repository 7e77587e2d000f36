"""Stamps of files: a file is left unopened only where nothing about it has changed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tropegraph.building import seen
from tropegraph.building.seen import Seen
from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read import Source, Unread, read_changed

LONG_AGO = 1_000_000_000


@pytest.fixture(autouse=True)
def _nothing_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that the tests have just written count as old; their times of change cannot be set."""
    monkeypatch.setattr(seen, "FRESH", -3600 * 10**9)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "Main" / "WallJump.pmwiki"
    path.parent.mkdir(parents=True)
    path.write_text("A jump off a wall. Compare DoubleJump.\n", encoding="utf-8")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


def read(folder: Path, extractor: str = "e", keys: tuple[str, ...] = ("key",)) -> list[str]:
    """Go over a folder as a build does; the types of what came of it."""
    known = Seen(folder, extractor, keys)
    found = []
    for item in read_changed([str(folder / "in")], None, None, known.is_unchanged):
        found.append(type(item).__name__)
        if not isinstance(item, Unread):
            known.note(item, "key")
        else:
            assert known.key(item.id) == "key"
    known.write()
    return found


def test_a_file_that_did_not_change_is_not_opened(tmp_path: Path, page: Path) -> None:
    assert [read(tmp_path) for _ in range(3)] == [["RawPage"], ["Unread"], ["Unread"]]


def rewrite(page: Path) -> None:
    page.write_text(page.read_text(encoding="utf-8").replace("Double", "Triple"), encoding="utf-8")


def same_size_and_time(page: Path) -> None:
    rewrite(page)
    os.utime(page, ns=(LONG_AGO, LONG_AGO))


def other_file(page: Path) -> None:
    page.with_name("x").write_bytes(page.read_bytes())
    page.with_name("x").replace(page)


@pytest.mark.parametrize("change", [rewrite, same_size_and_time, other_file, os.utime])
def test_a_file_that_may_have_changed_is_opened(tmp_path: Path, page: Path, change: Callable[[Path], None]) -> None:
    read(tmp_path)
    change(page)
    assert read(tmp_path) == ["RawPage"]
    assert read(tmp_path) == ["Unread"]


def test_stamps_of_other_code_and_of_forgotten_pages_count_for_nothing(tmp_path: Path, page: Path) -> None:
    read(tmp_path)
    assert read(tmp_path, extractor="other") == ["RawPage"]
    assert read(tmp_path, extractor="other", keys=()) == ["RawPage"]


def test_a_file_just_written_is_opened_again(tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "FRESH", 3600 * 10**9)
    assert [read(tmp_path) for _ in range(2)] == [["RawPage"], ["RawPage"]]


def test_damaged_stamps_count_for_nothing(tmp_path: Path, page: Path) -> None:
    read(tmp_path)
    (tmp_path / seen.FILE).write_bytes(b"PAR1")
    assert read(tmp_path) == ["RawPage"]


@pytest.mark.parametrize("first", [RawPage, Finding])
def test_a_file_that_gives_more_than_a_page_is_opened_again(tmp_path: Path, page: Path, first: type) -> None:
    raw = RawPage("Main/WallJump.pmwiki", "", Format.PMWIKI)
    finding = Finding("encoding-guessed", raw.id, "", "")
    known = Seen(tmp_path, "e", ("key",))
    next(iter(read_changed([str(tmp_path / "in")], None, None, known.is_unchanged)))
    for item in (raw, finding) if first is RawPage else (finding, raw):
        known.note(item, "key")
    known.write()
    assert read(tmp_path) == ["RawPage"]


def test_an_id_that_a_record_took_is_not_given_twice(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_text('{"id": "b.pmwiki", "title": "Wall Jump", "text": "Compare DoubleJump."}\n')
    (folder / "b.pmwiki").write_text("A jump. Compare DoubleJump.\n")
    yes: Callable[[Source], bool] = lambda source: source.id == "b.pmwiki"  # noqa: E731
    ids = [item.id for item in read_changed([str(folder)], None, None, yes) if isinstance(item, RawPage)]
    assert ids == ["b.pmwiki", "b.pmwiki#2"]
