"""Published work-to-trope facts in their three shapes."""

import hashlib
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.read import edge_lists, read_inputs
from tropegraph.read.edge_rows import Rows
from tropegraph.resources import resource

TABLE = (
    'Film/TheLongVoyage\tStowawayPet\t"The Long Voyage"\n'
    'Film/Barge-Men2\tCat-AndRat\t"Barge-Men \\u2014 No\\u00EBl"\n'
    "Film/Plain\tMoe\n"
)


def test_a_table_with_tabs() -> None:
    reader = edge_lists.reader_of(TABLE.encode())
    assert reader is edge_lists.read_table
    assert reader(io.BytesIO(TABLE.encode()), "t").good == [
        ("Film/TheLongVoyage", "The Long Voyage", "Main/StowawayPet"),
        ("Film/BargeMen2", "Barge-Men — Noël", "Main/CatAndRat"),
        ("Film/Plain", "", "Main/Moe"),
    ]


def test_bad_lines_and_names_are_counted_once_each() -> None:
    rows = edge_lists.read_table(
        io.BytesIO((TABLE + "nonsense\n\nFilm/X\nFilm/X\tseede\nFilm/Y\tseede\n").encode()), "t"
    )
    assert len(rows.good) == 3
    assert [(f.code, f.where) for f in rows.findings] == [("bad-record", "line 4"), ("bad-record", "")]
    assert "2 lines" in rows.findings[0].message
    assert '"seede"' in rows.findings[1].message
    assert "2 rows" in rows.findings[1].message


def test_a_scraped_title_loses_the_buttons() -> None:
    line = 'Film/Barge\tMoe\t"Barge make a to do\\u00A0send a pm\\u00A0go to watchlist"\n'
    assert edge_lists.read_table([line.encode()], "t").good == [("Film/Barge", "Barge", "Main/Moe")]


def test_json_lines() -> None:
    lines = (
        '{"namespace": "Film", "work": "The Long Voyage & Back", "tropes": ["StowawayPet", "Area51"]}\n'
        '{"namespace": "Film", "work": "x"}\n'
        "not json\n"
    )
    reader = edge_lists.reader_of(lines.encode())
    assert reader is edge_lists.read_records
    rows = reader(io.BytesIO(lines.encode()), "t")
    assert rows.good == [
        ("Film/TheLongVoyageAndBack", "The Long Voyage & Back", "Main/StowawayPet"),
        ("Film/TheLongVoyageAndBack", "The Long Voyage & Back", "Main/Area51"),
    ]
    assert [(f.code, f.where) for f in rows.findings] == [("bad-record", "line 2")]


def test_a_work_without_tropes_is_no_fault() -> None:
    line = b'{"namespace": "Film", "work": "Barge", "tropes": []}\n'
    assert edge_lists.read_records([line], "t") == Rows([], [])


def test_parquet(tmp_path: Path) -> None:
    table = pa.table({"work": ["Film/A", "Film/B"], "work_title": ["A", None], "trope": ["Main/X", "Main/Y"]})
    pq.write_table(table, tmp_path / "t.parquet")
    (edges,) = _edges(tmp_path)
    assert (edges.works, edges.work_titles, edges.tropes) == (("Film/A", "Film/B"), ("A", ""), ("Main/X", "Main/Y"))
    assert edges.digest == hashlib.sha256((tmp_path / "t.parquet").read_bytes()).hexdigest()


def test_parquet_of_another_kind_is_a_finding(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": [1]}), tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"PAR1 and then nothing")
    pq.write_table(pa.table({"work": [[1]], "work_title": ["x"], "trope": ["x"]}), tmp_path / "c.parquet")
    found = list(read_inputs([str(tmp_path)]))
    assert [(f.code, f.page) for f in found if isinstance(f, Finding)] == [
        ("unreadable", "a.parquet"),
        ("unreadable", "b.parquet"),
        ("bad-record", "c.parquet"),
    ]


def rows(text: str, id: str = "t") -> Rows:  # noqa: A002
    reader = edge_lists.reader_of(text.encode())
    assert reader is not None
    return reader(io.BytesIO(text.encode()), id)


def test_a_table_with_a_heading_and_an_example_over_lines() -> None:
    text = (
        ",Title,Trope,Example,trope_id,title_id\n"
        '0,TheLongVoyage,StowawayPet," A dog,\nand ""a cat"".",t1,f7\n'
        "1,BargeMen,MoralMyopia, They lie.,t2,lit3\n"
        "2,BargeMen,,nothing,t3,tv1\n"
    )
    found = rows(text)
    assert found.good == [
        ("Film/TheLongVoyage", "", "Main/StowawayPet"),
        ("Literature/BargeMen", "", "Main/MoralMyopia"),
    ]
    assert [(f.code, f.where) for f in found.findings] == [("bad-record", "line 5")]


@pytest.mark.parametrize(
    ("text", "id", "row"),
    [
        ("work\ttrope\nBarge Men\tStowaway Pet\n", "tv.tsv", ("Series/BargeMen", "", "Main/StowawayPet")),
        ("movie;trope\nBargeMen;Moe\n", "x.csv", ("Work/BargeMen", "", "Main/Moe")),
        ("trope,work,medium\nMoe,Barge,Video Games\n", "x.csv", ("VideoGame/Barge", "", "Main/Moe")),
        ("Work,Trope\nFilm/Barge,Main/Moe\n", "x.csv", ("Film/Barge", "", "Main/Moe")),
        ("work,title,trope\nFilm/Barge,The Barge!,Moe\n", "x.csv", ("Film/Barge", "The Barge!", "Main/Moe")),
        (
            "work,trope\nhttps://tvtropes.org/pmwiki/pmwiki.php/Film/Barge,/pmwiki/pmwiki.php/Main/Moe\n",
            "x.csv",
            ("Film/Barge", "", "Main/Moe"),
        ),
        ("work,trope,medium\nVideogame/Barge,Moe,Film\n", "x.csv", ("VideoGame/Barge", "", "Main/Moe")),
        ("work,trope,medium\nTin/Copper,Moe,Film\n", "x.csv", ("Film/TinCopper", "", "Main/Moe")),
        ("work,trope,medium\nMr.Barge,Moe,Film\n", "x.csv", ("Film/MrBarge", "", "Main/Moe")),
        (
            '{"work": "Tin/Copper", "trope": "Moe", "namespace": "Literature"}\n',
            "x.jsonl",
            ("Literature/TinCopper", "Tin/Copper", "Main/Moe"),
        ),
        ('{"work": "Barge", "trope": "Moe", "medium": "Film"}\n', "x.jsonl", ("Film/Barge", "", "Main/Moe")),
    ],
)
def test_tables_in_many_spellings(text: str, id: str, row: tuple[str, str, str]) -> None:  # noqa: A002
    assert rows(text, id) == Rows([row], [])


def test_the_json_of_tropescraper() -> None:
    text = '{"TheLongVoyage": ["StowawayPet", "Moe"],\n "Barge": [], "Lost": "no list"}'
    found = rows(text)
    assert found.good == [("Film/TheLongVoyage", "", "Main/StowawayPet"), ("Film/TheLongVoyage", "", "Main/Moe")]
    assert [f.where for f in found.findings] == ["line 3"]


RESOURCE = "http://dbtropes.org/resource"
TRIPLES = f"""<{RESOURCE}/Film/TheLongVoyage> <http://www.w3.org/2000/01/rdf-schema#label> "The Long \\"Voyage\\"" .
<{RESOURCE}/Film/TheLongVoyage> <http://skip.example/seeder/skipinions/hasFeature> <{RESOURCE}/Main/Moe/int_1a2b> .
<{RESOURCE}/Film/TheLongVoyage> <http://skip.example/seeder/skipinions/hasFeature> <{RESOURCE}/Main/StowawayPet> .
<{RESOURCE}/Main/Moe/int_1a2b> <http://www.w3.org/2000/01/rdf-schema#comment> "A <dog> & a cat." .
<{RESOURCE}/Main/Moe> <http://skip.example/seeder/skipinions/hasFeature> <{RESOURCE}/Main/Trope> .
"""


def test_the_triples_of_dbtropes() -> None:
    found = rows(TRIPLES)
    assert found.findings == []
    assert found.good == [
        ("Film/TheLongVoyage", 'The Long "Voyage"', "Main/Moe"),
        ("Film/TheLongVoyage", 'The Long "Voyage"', "Main/StowawayPet"),
    ]


@pytest.mark.parametrize(
    "text", ["A page.\n", "Film/GalaxyQuest is a film.\n", "{}\n", "", "a,b\n1,2\n", "The trope, the work\n", "[1]"]
)
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
