"""Files, folders and standard input."""

import bz2
import gzip
import hashlib
import io
import json
import lzma
import os
from pathlib import Path

import pytest
from backports import zstd

from tropegraph.errors import InputError
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read import read_inputs
from tropegraph.read.streams import MOST_OF_A_PAGE

HTML = '<html><body><div id="main-article"><p>A pet.</p></div></body></html>'


def fill(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def pages(*inputs: str | Path) -> list[RawPage]:
    return [found for found in read_inputs([str(i) for i in inputs]) if isinstance(found, RawPage)]


def findings(*inputs: str | Path) -> list[tuple[str, str]]:
    found = read_inputs([str(i) for i in inputs])
    return [(f.code, f.page) for f in found if isinstance(f, Finding)]


def test_a_folder_is_read_whole_and_in_order(tmp_path: Path) -> None:
    fill(tmp_path, {"b.txt": b"Two.", "a/z.txt": b"One.", "a/y/x.txt": b"Deep.", ".git/x.txt": b"no", ".x.txt": b"no"})
    assert [(p.id, p.text) for p in pages(tmp_path)] == [("b.txt", "Two."), ("a/z.txt", "One."), ("a/y/x.txt", "Deep.")]


def test_what_is_known_of_a_page(tmp_path: Path) -> None:
    fill(tmp_path, {"Film/GalaxyQuest.html": HTML.encode(), "WallJump.txt": b"A jump."})
    wall, quest = pages(tmp_path)
    assert (quest.id, quest.name, quest.title, quest.format) == (
        "Film/GalaxyQuest.html",
        "Film/GalaxyQuest",
        "",
        Format.HTML,
    )
    assert (wall.name, wall.title, wall.format) == ("", "Wall Jump", Format.TEXT)
    assert quest.digest == hashlib.sha256(HTML.encode()).hexdigest()
    assert quest.origin == str(tmp_path / "Film" / "GalaxyQuest.html")


def test_resources_of_a_saved_page_are_not_looked_at(tmp_path: Path) -> None:
    fill(tmp_path, {"Page.html": HTML.encode(), "Page_files/script.js": b"x", "other_files/a.txt": b"A page."})
    assert [p.id for p in pages(tmp_path)] == ["Page.html", "other_files/a.txt"]
    assert findings(tmp_path) == []


def test_bad_files_are_findings_and_the_rest_goes_on(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "binary.bin": b"\x00\x01\x02" * 9,
            "broken.gz": b"\x1f\x8b\x08broken",
            "empty.txt": b"",
            "good.txt": b"A pet hides.",
            "search.html": b"<!doctype html><html><body>Results</body></html>",
            "table.csv": b"a,b",
        },
    )
    assert [p.id for p in pages(tmp_path)] == ["good.txt"]
    assert findings(tmp_path) == [
        ("binary-input", "binary.bin"),
        ("unreadable", "broken.gz"),
        ("empty-page", "empty.txt"),
        ("not-a-wiki-page", "search.html"),
        ("unsupported-format", "table.csv"),
    ]


def test_a_folder_of_nothing_gives_nothing(tmp_path: Path) -> None:
    assert list(read_inputs([str(tmp_path)])) == []


def test_packed_files(tmp_path: Path) -> None:
    zst = zstd.compress(b"Two, ") + zstd.compress(b"three.")
    files = {
        "a.txt.gz": gzip.compress(b"One."),
        "b.html.bz2": bz2.compress(HTML.encode()),
    }
    fill(tmp_path, {**files, "c.txt.xz.gz": gzip.compress(lzma.compress(b"Four.")), "d.txt.zst": zst})
    first, second, third, fourth = pages(tmp_path)
    assert (third.text, fourth.text) == ("Four.", "Two, three.")
    assert (first.text, first.format) == ("One.", Format.TEXT)
    assert second.format is Format.HTML


def test_a_file_has_its_name_as_id(tmp_path: Path) -> None:
    fill(tmp_path, {"x/a.txt": b"One."})
    (page,) = pages(tmp_path / "x" / "a.txt")
    assert page.id == "a.txt"


def test_ids_stay_unique(tmp_path: Path) -> None:
    fill(tmp_path, {"x/a.txt": b"One.", "y/a.txt": b"Two.", "z/y/a.txt": b"Three."})
    inputs = [tmp_path / "x", tmp_path / "y", tmp_path / "z" / "y", tmp_path / "x" / "a.txt"]
    ids = [p.id for p in pages(*inputs)]
    assert ids[:3] == ["a.txt", "y/a.txt", "a.txt#2"]
    assert len(set(ids)) == 4


def test_json_lines_of_pages_and_of_edges(tmp_path: Path) -> None:
    record = {"id": "d1", "text": "A pet."}
    edges = {"namespace": "Film", "work": "Barge", "tropes": ["Moe"]}
    fill(tmp_path, {"e.jsonl": json.dumps(edges).encode(), "p.jsonl": json.dumps(record).encode()})
    first, second = read_inputs([str(tmp_path)])
    assert isinstance(first, PublishedEdges)
    assert (first.id, first.works, first.tropes) == ("e.jsonl", ("Film/Barge",), ("Main/Moe",))
    assert isinstance(second, RawPage)
    assert second.id == "d1"


def test_standard_input() -> None:
    (page,) = read_inputs(["-"], io.BytesIO(b"A pet hides."))
    assert isinstance(page, RawPage)
    assert (page.id, page.origin, page.format, page.title) == ("stdin", "-", Format.TEXT, "")


def test_an_encoding_that_does_not_fit_is_told(tmp_path: Path) -> None:
    text = HTML.replace("<body>", '<head><meta charset="iso-8859-1"></head><body>').replace("pet", "chât")
    fill(tmp_path, {"p.html": text.encode()})
    finding, page = read_inputs([str(tmp_path)])
    assert isinstance(finding, Finding)
    assert (finding.code, finding.page) == ("encoding-guessed", "p.html")
    assert isinstance(page, RawPage)
    assert "chât" in page.text


def test_a_missing_path_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": b"One."})
    found = read_inputs([str(tmp_path), str(tmp_path / "nowhere")])
    with pytest.raises(InputError, match="nowhere"):
        next(found)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": b"One.", "b.txt": b"Two."})
    (tmp_path / "a.txt").chmod(0)
    assert findings(tmp_path) == [("unreadable", "a.txt")]
    with pytest.raises(InputError, match=r"a\.txt"):
        list(read_inputs([str(tmp_path / "a.txt")]))


def test_a_pipe_in_a_folder_is_a_finding(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert findings(tmp_path) == [("unreadable", "pipe.txt")]


def test_a_file_made_to_fill_the_memory_is_a_finding(tmp_path: Path) -> None:
    fill(tmp_path, {"bomb.txt.gz": gzip.compress(b"a" * (MOST_OF_A_PAGE + 1), 1), "fine.txt.gz": gzip.compress(b"A.")})
    assert findings(tmp_path) == [("unreadable", "bomb.txt.gz")]
    assert [p.id for p in pages(tmp_path)] == ["fine.txt.gz"]


def test_files_about_files_and_lists_of_words_are_no_pages(tmp_path: Path) -> None:
    words = "\n".join(f"word{n}" for n in range(60)).encode()
    about = {"README.md": b"# Data\n\nFacts.", "sub/LICENSE": b"May be used.", "sub/SOURCE.md": b"From there."}
    fill(tmp_path, {**about, "words.txt": words, "Source.txt": b"A pet hides.", "Verse.txt": b"Hides.\n" * 9})
    assert [p.id for p in pages(tmp_path)] == ["Source.txt", "Verse.txt"]
    assert findings(tmp_path) == [("not-a-wiki-page", name) for name in ("README.md", "words.txt", *sorted(about)[1:])]


def test_the_folder_of_a_file_gives_its_namespace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, {"Characters/GalaxyQuest.pmwiki": b"The crew.", "MyPages/WallJump.pmwiki": b"A jump."})
    (sheet,) = pages(tmp_path / "Characters" / "GalaxyQuest.pmwiki")
    assert (sheet.id, sheet.name) == ("GalaxyQuest.pmwiki", "Characters/GalaxyQuest")
    assert [p.name for p in pages(tmp_path / "Characters")] == ["Characters/GalaxyQuest"]
    assert [(p.name, p.title) for p in pages(tmp_path / "MyPages" / "WallJump.pmwiki")] == [("", "Wall Jump")]
    monkeypatch.chdir(tmp_path / "Characters")
    assert [p.name for p in pages("GalaxyQuest.pmwiki")] == ["Characters/GalaxyQuest"]


def test_the_address_of_a_file(tmp_path: Path) -> None:
    fill(tmp_path, {"a b.txt": b"A pet."})
    assert [p.id for p in pages((tmp_path / "a b.txt").as_uri())] == ["a b.txt"]


def test_a_link_into_nothing_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert findings(tmp_path) == [("unreadable", "gone.txt")]


@pytest.mark.corpus
def test_real_files(corpus: Path) -> None:
    found = list(read_inputs([str(corpus / "html")]))
    refused = [(f.code, f.page) for f in found if isinstance(f, Finding) and f.code != "encoding-guessed"]
    assert refused == [("empty-page", "not-wiki/empty.html"), ("not-a-wiki-page", "not-wiki/google-endings.html")]
    assert sum(isinstance(f, RawPage) and f.format is Format.HTML for f in found) == 25
