"""Columns whose names the user gives."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tropegraph.errors import InputError
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read import read_inputs
from tropegraph.read.source import Read

ROWS: list[dict[str, object]] = [{"key": "a1", "headline": "The Pier", "prose": "A pier.", "text": "An abstract."}]
GIVEN = {"text": "Prose", "title": "headline", "id": "key"}


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    if path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    elif path.suffix == ".csv":
        path.write_text("\n".join([",".join(rows[0]), *(",".join(map(str, row.values())) for row in rows)]))
    elif path.suffix == ".json":
        path.write_text(json.dumps(rows))
    else:
        path.write_text("\n".join(map(json.dumps, rows)))
    return path


def read(path: Path, columns: dict[str, str]) -> list[Read]:
    return list(read_inputs([str(path)], columns=columns))


@pytest.mark.parametrize("name", ["x.jsonl", "x.json", "x.csv", "x.parquet"])
def test_given_columns_come_before_those_that_are_found(tmp_path: Path, name: str) -> None:
    (page,) = read(write(tmp_path / name, ROWS), GIVEN)
    assert isinstance(page, RawPage)
    assert (page.id, page.title, page.text) == ("a1", "The Pier", "A pier.")


def test_the_html_of_a_page_is_taken_before_its_text(tmp_path: Path) -> None:
    html = '<div id="main-article">A pier.</div>'
    rows: list[dict[str, object]] = [{"prose": "A pier.", "markup_of": html}, {"prose": "Rain."}]
    path = write(tmp_path / "x.jsonl", rows)
    pages = read(path, {"text": "prose", "html": "markup_of"})
    assert [page.text for page in pages if isinstance(page, RawPage)] == [html, "Rain."]


def test_a_record_without_the_given_column_is_a_finding(tmp_path: Path) -> None:
    (finding,) = read(write(tmp_path / "x.jsonl", ROWS), {"text": "essay"})
    assert isinstance(finding, Finding)
    assert (finding.code, '"essay"' in finding.message) == ("bad-record", True)
    (finding,) = read(write(tmp_path / "x.parquet", ROWS), {"text": "essay"})
    assert isinstance(finding, Finding)
    assert (finding.code, "essay" in finding.message) == ("unreadable", True)


@pytest.mark.parametrize("name", ["x.csv", "x.parquet"])
def test_columns_of_published_edges(tmp_path: Path, name: str) -> None:
    rows: list[dict[str, object]] = [{"picture": "The Pier", "device": "ShockingSwerve", "film": "no"}]
    (edges,) = read(write(tmp_path / name, rows), {"work": "picture", "trope": "device"})
    assert isinstance(edges, PublishedEdges)
    assert (edges.works, edges.tropes) == (("Work/ThePier",), ("Main/ShockingSwerve",))


def test_lists_of_tropes_in_parquet(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"film": "The Pier", "tropes": ["Moe", "ShockingSwerve"], "medium": "Film"},
        {"film": None, "tropes": None, "medium": None},
    ]
    edges, finding = read(write(tmp_path / "x.parquet", rows), {})
    assert isinstance(edges, PublishedEdges)
    assert (edges.works, edges.tropes) == (("Film/ThePier",) * 2, ("Main/Moe", "Main/ShockingSwerve"))
    assert isinstance(finding, Finding)
    assert finding.code == "bad-record"


@pytest.mark.parametrize("columns", [{"prose": "text"}, {"text": " "}])
def test_kinds_that_there_are_not(tmp_path: Path, columns: dict[str, str]) -> None:
    with pytest.raises(InputError, match="Known are: text, url"):
        read(write(tmp_path / "x.jsonl", ROWS), columns)


def test_records_of_one_id_are_told_apart(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        write(tmp_path / name, [{"id": "1", "text": "A pier."}, {"id": "1", "text": "Rain."}])
    ids = [page.id for page in read_inputs([str(tmp_path)]) if isinstance(page, RawPage)]
    assert ids == ["1", "a.jsonl!1", "b.jsonl!1", "b.jsonl!1#2"]
