"""Published work-to-trope facts in their three shapes."""

import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tropegraph.model.facts import PublishedEdges
from tropegraph.read import edge_lists, read_inputs
from tropegraph.resources import resource

TABLE = (
    'Film/TheLongVoyage\tStowawayPet\t"The Long Voyage"\n'
    'Film/Barge-Men2\tCat-AndRat\t"Barge-Men \\u2014 No\\u00EBl"\n'
    "Film/Plain\tMoe\n"
)


def test_a_table_with_tabs() -> None:
    reader = edge_lists.reader_of(TABLE.encode())
    assert reader is edge_lists.read_table
    assert reader(TABLE.encode(), "t").good == [
        ("Film/TheLongVoyage", "The Long Voyage", "Main/StowawayPet"),
        ("Film/BargeMen2", "Barge-Men — Noël", "Main/CatAndRat"),
        ("Film/Plain", "", "Main/Moe"),
    ]


def test_bad_lines_and_names_are_counted_once_each() -> None:
    rows = edge_lists.read_table((TABLE + "nonsense\n\nFilm/X\nFilm/X\tseede\nFilm/Y\tseede\n").encode(), "t")
    assert len(rows.good) == 3
    assert [(f.code, f.where) for f in rows.findings] == [("bad-record", "line 4"), ("bad-record", "")]
    assert "2 lines" in rows.findings[0].message
    assert '"seede"' in rows.findings[1].message
    assert "2 rows" in rows.findings[1].message


def test_a_scraped_title_loses_the_buttons() -> None:
    line = 'Film/Barge\tMoe\t"Barge make a to do\\u00A0send a pm\\u00A0go to watchlist"\n'
    assert edge_lists.read_table(line.encode(), "t").good == [("Film/Barge", "Barge", "Main/Moe")]


def test_json_lines() -> None:
    lines = (
        '{"namespace": "Film", "work": "The Long Voyage & Back", "tropes": ["StowawayPet", "Area51"]}\n'
        '{"namespace": "Film", "work": "x"}\n'
        "not json\n"
    )
    reader = edge_lists.reader_of(lines.encode())
    assert reader is edge_lists.read_records
    rows = reader(lines.encode(), "t")
    assert rows.good == [
        ("Film/TheLongVoyageAndBack", "The Long Voyage & Back", "Main/StowawayPet"),
        ("Film/TheLongVoyageAndBack", "The Long Voyage & Back", "Main/Area51"),
    ]
    assert [(f.code, f.where) for f in rows.findings] == [("bad-record", "line 2")]


def test_a_work_without_tropes_is_no_fault() -> None:
    line = b'{"namespace": "Film", "work": "Barge", "tropes": []}\n'
    assert edge_lists.read_records(line, "t") == edge_lists.Rows([], [])


def test_parquet() -> None:
    table = pa.table({"work": ["Film/A", "Film/B"], "work_title": ["A", None], "trope": ["Main/X", "Main/Y"]})
    data = io.BytesIO()
    pq.write_table(table, data)
    reader = edge_lists.reader_of(data.getvalue())
    assert reader is edge_lists.read_parquet
    assert reader(data.getvalue(), "t").good == [("Film/A", "A", "Main/X"), ("Film/B", "", "Main/Y")]


def test_parquet_of_another_kind_is_a_finding() -> None:
    data = io.BytesIO()
    pq.write_table(pa.table({"a": [1]}), data)
    for content in (data.getvalue(), b"PAR1 and then nothing"):
        rows = edge_lists.read_parquet(content, "t")
        assert rows.good == []
        assert [f.code for f in rows.findings] == ["bad-record"]


@pytest.mark.parametrize("text", ["A page.\n", "Film/GalaxyQuest is a film.\n", "{}\n", ""])
def test_pages_are_no_edge_sets(text: str) -> None:
    assert edge_lists.reader_of(text.encode()) is None


def test_the_packed_edge_set() -> None:
    (edges,) = _edges(resource("data", "edges"))
    assert len(edges.works) == len(edges.work_titles) == len(edges.tropes) == 289_133
    assert len(set(edges.works)) > 6_000
    assert not {t for t in edges.tropes if not t.startswith("Main/") or "-" in t}
    pairs = list(zip(edges.works, edges.work_titles, edges.tropes, strict=True))
    assert pairs == sorted(set(pairs))


def _edges(folder: Path) -> list[PublishedEdges]:
    return [found for found in read_inputs([str(folder)]) if isinstance(found, PublishedEdges)]


@pytest.mark.corpus
def test_the_published_sets(corpus: Path) -> None:
    films, works = _edges(corpus / "edges")
    assert len(films.works) == 290_103
    assert len(works.works) == 299_443
    assert len(set(works.works)) > 3_800
