"""Tables of pages: JSON lines and Parquet."""

import gzip
import io
import json
import tracemalloc
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read import read_inputs
from tropegraph.read.source import Opened, Source
from tropegraph.read.streams import PEEK, steady
from tropegraph.read.tables import is_jsonl, read_jsonl
from tropegraph.read.titles import readable_title

MOE = "https://tvtropes.org/pmwiki/pmwiki.php/Main/Moe"


def read(*records: object) -> list[RawPage | Finding]:
    lines = [r if isinstance(r, str) else json.dumps(r) for r in records]
    stream = steady(io.BytesIO("\n".join(lines).encode()))
    source = Source("docs.jsonl", "in/docs.jsonl", lambda: stream, "docs.jsonl")
    return list(read_jsonl(Opened(source, stream, stream.peek(PEEK))))


def test_a_whole_record() -> None:
    record = {"id": "d7", "title": "StowawayPet", "format": "text", "text": "A pet.", "page": "Main/StowawayPet"}
    (page,) = read(record)
    assert isinstance(page, RawPage)
    assert (page.id, page.title, page.format, page.text) == ("d7", "Stowaway Pet", Format.TEXT, "A pet.")
    assert (page.name, page.origin) == ("Main/StowawayPet", "in/docs.jsonl:1")
    assert len(page.digest) == 64


def test_only_text_is_wanted() -> None:
    first, second = read({"text": "A pet hides."}, {"text": "# Head\n\n**bold** [a](/b)", "id": 5})
    assert isinstance(first, RawPage)
    assert (first.id, first.title, first.format) == ("docs.jsonl:1", "", Format.TEXT)
    assert isinstance(second, RawPage)
    assert (second.id, second.format) == ("5", Format.MARKDOWN)


def test_a_stated_format_is_believed() -> None:
    (page,) = read({"text": "[[folder:x]]\n''y''\n[[/folder]]", "format": "TEXT"})
    assert isinstance(page, RawPage)
    assert page.format is Format.TEXT


def test_bad_records_are_findings_and_the_rest_goes_on() -> None:
    found = read('{"text": ', {"title": "x"}, [1], {"text": 5}, "", {"text": "good"}, {"id": "e", "text": "  "})
    codes = [(f.code, f.page) for f in found if isinstance(f, Finding)]
    assert codes == [
        ("bad-record", "docs.jsonl:1"),
        ("bad-record", "docs.jsonl:2"),
        ("bad-record", "docs.jsonl:3"),
        ("bad-record", "docs.jsonl:4"),
        ("empty-page", "e"),
    ]
    assert [p.id for p in found if isinstance(p, RawPage)] == ["docs.jsonl:6"]


def test_an_unknown_format_is_refused_by_name() -> None:
    (finding,) = read({"id": "d", "format": "docx", "text": "x"})
    assert isinstance(finding, Finding)
    assert finding.code == "unsupported-format"
    assert '"docx"' in finding.message


def test_what_counts_as_json_lines() -> None:
    assert is_jsonl(b'\xef\xbb\xbf\n{"id": 1, "text": "x"}\n')
    assert not is_jsonl(b"{{Yandere}} is a text")
    assert not is_jsonl(b'{\n "text": "x",\n "b": 1\n}')
    assert not is_jsonl(b'{"a": "text"}')
    assert is_jsonl(b'{"text": "' + b"a" * 70_000)
    assert not is_jsonl(b'{"namespace": "Film", "work": "x", "tropes": []}')


def test_titles_are_made_readable() -> None:
    assert readable_title("ThoseWackySailors") == "Those Wacky Sailors"
    assert readable_title(" Those  Wacky Sailors ") == "Those Wacky Sailors"
    assert readable_title("Tsundere") == "Tsundere"
    assert readable_title("BFG") == "BFG"


def test_deep_nesting_is_no_page() -> None:
    (finding,) = read('{"text": "x", "a": ' + "[" * 100_000)
    assert isinstance(finding, Finding)
    assert finding.code == "bad-record"


def test_half_a_character_is_replaced() -> None:
    (page,) = read('{"text": "a \\ud83d b", "title": "x\\udc00"}')
    assert isinstance(page, RawPage)
    page.text.encode("utf-8")
    page.title.encode("utf-8")
    assert page.text.startswith("a \N{REPLACEMENT CHARACTER}")


@pytest.mark.parametrize("column", ["text", "content", "raw_content", "html", "Body"])
def test_columns_in_many_spellings(column: str) -> None:
    (page,) = read({column: "A pet hides.", "URL": MOE, "doc_id": 7})
    assert isinstance(page, RawPage)
    assert (page.id, page.text, page.url, page.name) == ("7", "A pet hides.", MOE, "Main/Moe")


def test_a_page_with_its_links_is_preferred() -> None:
    html = '<html><body><div id="main-article">A pet.</div></body></html>'
    (page,) = read({"text": "A pet.", "html": html})
    assert isinstance(page, RawPage)
    assert (page.format, page.text) == (Format.HTML, html)
    (page,) = read({"text": "A pet.", "html": ""})
    assert isinstance(page, RawPage)
    assert page.text == "A pet."


def test_an_address_may_lie_deeper() -> None:
    (page,) = read({"text": "A pet.", "meta": {"url": MOE, "text": "no"}})
    assert isinstance(page, RawPage)
    assert (page.text, page.name) == ("A pet.", "Main/Moe")


def test_other_sites_are_passed_over_and_counted() -> None:
    other = {"text": "Buy now.", "url": "https://shop.example/"}
    page, finding = read(other, {"text": "A pet.", "url": "https://allthetropes.org/wiki/Ship%27s_Cat"}, other)
    assert isinstance(page, RawPage)
    assert (page.title, page.name) == ("Ship's Cat", "")
    assert isinstance(finding, Finding)
    assert (finding.code, finding.page) == ("other-site", "docs.jsonl")
    assert finding.message.startswith("2 records")


def test_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {"content": ["A pet hides.", "Buy.", None], "url": [MOE, "https://shop.example/", MOE], "n": [1] * 3}
    )
    pq.write_table(table, tmp_path / "crawl.parquet")
    page, *findings = read_inputs([str(tmp_path)])
    assert isinstance(page, RawPage)
    assert (page.id, page.text, page.name) == ("crawl.parquet:1", "A pet hides.", "Main/Moe")
    assert [(f.code, f.page) for f in findings if isinstance(f, Finding)] == [
        ("bad-record", "crawl.parquet:3"),
        ("other-site", "crawl.parquet"),
    ]


@pytest.mark.parametrize("ending", ["", ".gz"])
def test_lines_are_read_one_at_a_time(tmp_path: Path, ending: str) -> None:
    line = json.dumps({"text": "A pet hides on board. " * 20_000}).encode() + b"\n"
    data = line * 60
    (tmp_path / f"a.jsonl{ending}").write_bytes(gzip.compress(data, 1) if ending else data)
    tracemalloc.start()
    count = sum(1 for _ in read_inputs([str(tmp_path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 60
    assert peak < 20 * len(line)


def test_rows_that_are_no_text_are_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    pq.write_table(pa.table({"text": ["A page that hides."]}), path, compression="none")
    path.write_bytes(path.read_bytes().replace(b"page", b"p\x80ge"))
    (finding,) = read_inputs([str(path)])
    assert isinstance(finding, Finding)
    assert (finding.code, finding.page) == ("unreadable", "c.parquet")


def test_an_array(tmp_path: Path) -> None:
    records = [{"title": "StowawayPet", "text": "A pet."}, {"title": "x"}]
    (tmp_path / "a.json").write_text(json.dumps(records, indent=1))
    (tmp_path / "b.json").write_text(json.dumps(records)[:-5])
    page, lacking, broken = read_inputs([str(tmp_path)])
    assert isinstance(page, RawPage)
    assert (page.id, page.title) == ("a.json:1", "Stowaway Pet")
    assert [(f.code, f.page) for f in (lacking, broken) if isinstance(f, Finding)] == [
        ("bad-record", "a.json:2"),
        ("unreadable", "b.json"),
    ]


def test_a_table_with_a_heading(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(
        f'"url", title,body\n{MOE},,"A pier,\nand ""rain""."\n,Rain,Sun.\nhttps://x.example/,,No\n,,\n'
    )
    first, second, empty, others = read_inputs([str(tmp_path)])
    assert isinstance(first, RawPage)
    assert (first.id, first.name, first.text) == ("x.csv:3", "Main/Moe", 'A pier,\nand "rain".')
    assert isinstance(second, RawPage)
    assert (second.title, second.text, second.origin) == ("Rain", "Sun.", str(tmp_path / "x.csv") + ":4")
    assert isinstance(empty, Finding)
    assert (empty.code, empty.page) == ("empty-page", "x.csv:6")
    assert isinstance(others, Finding)
    assert others.code == "other-site"


@pytest.mark.parametrize(
    "text", ["Text\n\nA page of one column.", "Title, words\nA page.", "A | text | of bars\nIt is."]
)
def test_a_page_is_no_table(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.txt").write_text(text)
    (page,) = read_inputs([str(tmp_path)])
    assert isinstance(page, RawPage)
    assert page.text == text
