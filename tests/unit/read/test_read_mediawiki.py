"""Dumps and API answers of MediaWiki wikis."""

import bz2
import gzip
import json
import lzma
import tracemalloc
from pathlib import Path

import pytest

from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read import read_inputs

SITE = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
  <siteinfo>
    <sitename>Goat Tropes</sitename>
    <base>https://goats.example.org/wiki/Main_Page</base>
    <namespaces>
      <namespace key="0" />
      <namespace key="1">Talk</namespace>
      <namespace key="10">Template</namespace>
    </namespaces>
  </siteinfo>
"""


def _page(title: str, *texts: str, space: int = 0, extra: str = "", model: str = "wikitext") -> str:
    revisions = "".join(
        f"<revision><id>{i}</id><contributor><username>Kid</username></contributor><comment>text</comment>"
        f"<model>{model}</model><format>text/x-wiki</format><text bytes='1'>{text}</text></revision>"
        for i, text in enumerate(texts)
    )
    return f"<page><title>{title}</title><ns>{space}</ns><id>7</id>{extra}{revisions}</page>\n"


def _dump(*pages: str) -> str:
    return SITE + "".join(pages) + "</mediawiki>"


def _read(path: Path, data: bytes) -> list[object]:
    path.write_bytes(data)
    return list(read_inputs([str(path)]))


DUMP = _dump(
    _page("Talking Lamp", "{{trope}}\nIt &amp; I talk to a [[Goat]]."),
    _page("Lamp (film)", "old", "{{work}} new"),
    _page("Lamps", "#REDIRECT [[Talking Lamp]]", extra='<redirect title="Talking Lamp" />'),
    _page("Lampen", "#WEITER [[Talking Lamp]]", extra='<redirect title="Talking Lamp" />'),
    _page("Gone", "", extra='<redirect title="Talking Lamp" />'),
    _page("Talk:Talking Lamp", "I like it.", space=1),
    _page("Template:Trope", "x", space=10),
    _page("Template:Work", "x", space=10),
    _page("Lamp.css", "p {}", model="css"),
)


@pytest.mark.parametrize(
    ("name", "pack"),
    [("d.xml", bytes), ("d.xml.bz2", bz2.compress), ("d.xml.gz", gzip.compress), ("d.xml.xz", lzma.compress)],
)
def test_the_articles_of_a_dump_in_their_last_revision(tmp_path: Path, name: str, pack: type[bytes]) -> None:
    found = _read(tmp_path / name, pack(DUMP.encode()))
    pages = [page for page in found if isinstance(page, RawPage)]
    assert [(page.title, page.text) for page in pages] == [
        ("Talking Lamp", "{{trope}}\nIt & I talk to a [[Goat]]."),
        ("Lamp (film)", "{{work}} new"),
        ("Lamps", "#REDIRECT [[Talking Lamp]]"),
        ("Lampen", "#WEITER [[Talking Lamp]]"),
        ("Gone", "#REDIRECT [[Talking Lamp]]"),
    ]
    assert {page.format for page in pages} == {Format.MEDIAWIKI}
    assert (pages[1].id, pages[1].name) == (f"{name}!Lamp (film)", "")
    assert pages[1].url == "https://goats.example.org/wiki/Lamp_%28film%29"
    assert pages[1].origin.endswith(f"{name}!Lamp (film)")
    assert len({page.digest for page in pages}) == 4


def test_what_is_left_out_of_a_dump_is_told_once_for_each_namespace(tmp_path: Path) -> None:
    findings = [f for f in _read(tmp_path / "d.xml", DUMP.encode()) if isinstance(f, Finding)]
    assert [(f.code, f.message.rpartition(": ")[2]) for f in findings] == [
        ("not-an-article", "1 (Talk)."),
        ("not-an-article", "2 (Template)."),
        ("not-an-article", "1 (css)."),
    ]


def test_an_older_dump_in_another_encoding(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!-- kept -->\n' + _dump(_page("Café", "Déjà vu")).replace(
        "export-0.11", "export-0.3"
    )
    (page,) = _read(tmp_path / "d.xml", text.encode("latin-1"))
    assert isinstance(page, RawPage)
    assert (page.title, page.text) == ("Café", "Déjà vu")


def test_a_dump_that_ends_early_gives_its_pages_and_a_finding(tmp_path: Path) -> None:
    *pages, last = _read(tmp_path / "d.xml", DUMP.encode()[: DUMP.index("<title>Lamps")])
    assert [page.title for page in pages if isinstance(page, RawPage)] == ["Talking Lamp", "Lamp (film)"]
    assert isinstance(last, Finding)
    assert (last.code, last.where) == ("unreadable", "line 14")


def test_a_fault_in_the_middle_loses_no_page_before_it(tmp_path: Path) -> None:
    found = _read(tmp_path / "d.xml", DUMP.replace("<title>Lamps", "<title><<Lamps").encode())
    assert [type(f) for f in found] == [RawPage, RawPage, Finding]


BOMBS = {
    "entities within entities": '<!DOCTYPE mediawiki [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    "a file from outside": '<!DOCTYPE mediawiki [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    "a type from outside": '<!DOCTYPE mediawiki SYSTEM "http://127.0.0.1:9/x.dtd">',
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_document_type_is_refused(tmp_path: Path, name: str) -> None:
    data = "<?xml version='1.0'?>" + DUMP.replace("<mediawiki", f"{BOMBS[name]}<mediawiki", 1)
    found = _read(tmp_path / "d.xml", data.encode())
    assert [f.code for f in found if isinstance(f, Finding)] == ["unreadable"]
    assert len(found) == 1


def test_memory_is_that_of_one_page(tmp_path: Path) -> None:
    path = tmp_path / "d.xml"
    with path.open("w") as file:
        file.write(SITE)
        file.writelines(_page(f"Lamp {i}", "A lamp that talks. " * 500) for i in range(3_000))
        file.write("</mediawiki>")
    tracemalloc.start()
    count = sum(isinstance(page, RawPage) for page in read_inputs([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3_000
    assert path.stat().st_size > 25_000_000
    assert peak < 2_000_000


def _query(page: dict[str, object]) -> str:
    return json.dumps({"batchcomplete": True, "query": {"pages": [page]}})


REVISION = [{"slots": {"main": {"contentmodel": "wikitext", "content": "{{trope}} A lamp."}}}, {"content": "old"}]
ANSWERS = {
    "second form": _query({"pageid": 1, "ns": 0, "title": "Lamp", "revisions": REVISION}),
    "first form": '{"query":{"pages":{"1":{"title":"Lamp","revisions":[{"*":"{{trope}} A lamp."}]}}}}',
    "spread over lines": json.dumps(json.loads(_query({"title": "Lamp", "revisions": REVISION})), indent=2),
    "parse": '{"parse":{"title":"Lamp","pageid":1,"wikitext":{"*":"{{trope}} A lamp."},"text":{"*":"<p>x</p>"}}}',
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answers_of_the_api(tmp_path: Path, name: str) -> None:
    (page,) = _read(tmp_path / "a.json", ANSWERS[name].encode())
    assert isinstance(page, RawPage)
    assert (page.id, page.title, page.text, page.format) == (
        "a.json!Lamp",
        "Lamp",
        "{{trope}} A lamp.",
        Format.MEDIAWIKI,
    )


def test_answers_one_a_line_with_lines_that_are_none(tmp_path: Path) -> None:
    missing = '{"batchcomplete":"","query":{"pages":{"-1":{"title":"Goat","missing":""}}}}'
    broken = '{"query": {"pages": '
    found = _read(tmp_path / "a.jsonl", "\n".join([ANSWERS["second form"], missing, broken, ""]).encode())
    assert [getattr(f, "code", "page") for f in found] == ["page", "bad-record", "bad-record"]


def test_an_array_of_answers_as_a_script_collects_them(tmp_path: Path) -> None:
    first = {"continue": {"rvcontinue": "2"}, "query": {"pages": [{"ns": 0, "title": "Lamp", "revisions": REVISION}]}}
    pages = [{"ns": 10, "title": "Template:Lamp", "revisions": REVISION}, {"ns": 0, "title": "Pier"}]
    second = {"query": {"redirects": [{"from": "Lantern", "to": "Lamp"}], "pages": pages}}
    page, finding, redirect, others = _read(tmp_path / "a.json", json.dumps([first, second]).encode())
    assert isinstance(page, RawPage)
    assert isinstance(redirect, RawPage)
    assert (page.title, redirect.title, redirect.text) == ("Lamp", "Lantern", "#REDIRECT [[Lamp]]")
    assert isinstance(finding, Finding)
    assert (finding.code, finding.message) == (
        "bad-record",
        'a.json:1: "Pier" is left out, because it comes without its text.',
    )
    assert isinstance(others, Finding)
    assert others.code == "not-an-article"


HOSTILE = [
    '[{"query":3},{"parse":[]}]',
    '{"query":{"redirects":[{"from":1}],"pages":{"1":{"ns":[]}}}}',
    '{"query":[]}',
    '{"query":{"pages":[1,null,{"title":3}]}}',
    '{"parse":{"title":"a","text":[]}}',
    '{"query":',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_other_json_never_raises(tmp_path: Path, text: str) -> None:
    assert not any(isinstance(f, RawPage) for f in _read(tmp_path / "a.json", text.encode()))
