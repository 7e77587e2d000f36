"""Pages as JSON lines."""

import io
import json

from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read.jsonl import is_jsonl, read_jsonl, readable_title


def read(*records: object) -> list[RawPage | Finding]:
    lines = [r if isinstance(r, str) else json.dumps(r) for r in records]
    return list(read_jsonl(io.BytesIO("\n".join(lines).encode()), "docs.jsonl", "in/docs.jsonl"))


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
