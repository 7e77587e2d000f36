"""Pages as browsers, mirroring programs and scrapers leave them on disk."""

import base64
import bz2
from email.message import EmailMessage
from pathlib import Path

import pytest

from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read import read_inputs
from tropegraph.read.saved import saved_from

ARTICLE = '<html>{}<body><div id="main-article"><p>A pet at the café.</p></div></body></html>'
JAWS = "https://tvtropes.org/pmwiki/pmwiki.php/Film/Jaws"


def one(path: Path) -> RawPage:
    (page,) = (found for found in read_inputs([str(path)]) if not isinstance(found, Finding))
    assert isinstance(page, RawPage)
    return page


def saved(folder: Path, name: str, note: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE.format(note), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "note",
    [
        f"<!-- saved from url=(0048){JAWS} -->",
        "<!-- Mirrored from tvtropes.org/pmwiki/pmwiki.php/Film/Jaws by HTTrack Website Copier/3.x -->",
        f"<!--\n Page saved with SingleFile \n url: {JAWS} \n saved date: today\n-->",
    ],
)
def test_a_saved_page_says_whence_it_is(tmp_path: Path, note: str) -> None:
    page = one(saved(tmp_path, "Jaws (Film) - TV Tropes.html", note))
    assert (page.url, page.name, page.format) == (JAWS, "Film/Jaws", Format.HTML)


def test_a_note_of_another_site_gives_no_name(tmp_path: Path) -> None:
    assert saved_from("<!-- saved from url=(0020)https://example.org/ -->") == "https://example.org/"
    page = one(saved(tmp_path, "Film/Jaws.html", "<!-- saved from url=(0020)https://example.org/ -->"))
    assert (page.url, page.name) == ("", "Film/Jaws")


def test_a_mediawiki_address_gives_the_title(tmp_path: Path) -> None:
    note = "<!-- saved from url=(0050)https://www.allthetropes.org/wiki/Wall_Jump%27s_Kin -->"
    page = one(saved(tmp_path, "x.html", note))
    assert (page.title, page.name) == ("Wall Jump's Kin", "")


def test_the_cache_of_tropescraper(tmp_path: Path) -> None:
    name = base64.b64encode(JAWS.encode()).decode() + ".html.bz2"
    (tmp_path / name).write_bytes(bz2.compress(ARTICLE.format("").encode()))
    page = one(tmp_path / name)
    assert (page.id, page.url, page.name) == (name, JAWS, "Film/Jaws")


def test_a_mirror_keeps_no_house_of_its_own(tmp_path: Path) -> None:
    saved(tmp_path, "tvtropes.org/pmwiki/pmwiki.php/Film/Jaws.html", "")
    saved(tmp_path, "hts-cache/new/Jaws.html", "")
    (tmp_path / "hts-log.txt").write_text("HTTrack launched. All went well.")
    found = list(read_inputs([str(tmp_path)]))
    assert [f.name for f in found if isinstance(f, RawPage)] == ["Film/Jaws"]
    assert [f.page for f in found if isinstance(f, Finding)] == ["hts-log.txt"]


def message(*parts: tuple[str, str, str]) -> bytes:
    whole = EmailMessage()
    whole["From"] = "<Saved by a browser>"
    whole["Snapshot-Content-Location"] = JAWS
    whole.make_related()
    for kind, place, text in parts:
        part = EmailMessage()
        part.set_content(text, subtype=kind, charset="utf-8", cte="quoted-printable")
        part["Content-Location"] = place
        whole.attach(part)
    return whole.as_bytes()


def test_a_page_saved_as_one_file(tmp_path: Path) -> None:
    path = tmp_path / "Jaws.mhtml"
    frame = ("html", "cid:frame", "<html><body>An advertisement</body></html>")
    path.write_bytes(message(("html", JAWS, ARTICLE.format("")), ("css", "cid:css", "p {}"), frame))
    page = one(path)
    assert (page.id, page.url, page.name, page.format) == ("Jaws.mhtml", JAWS, "Film/Jaws", Format.HTML)
    assert "café" in page.text
    assert "advert" not in page.text


def test_a_message_without_a_page_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(message(("css", "cid:css", "p {}")))
    nested = b"".join(b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3_000))
    (tmp_path / "b.mht").write_bytes(b"From: x\r\n" + nested)
    found = list(read_inputs([str(tmp_path)]))
    assert [(f.code, f.page) for f in found if isinstance(f, Finding)] == [
        ("unreadable", "a.mhtml"),
        ("unreadable", "b.mht"),
    ]


@pytest.mark.corpus
def test_real_mirrors_and_caches(corpus: Path) -> None:
    found = {f.id: f for f in read_inputs([str(corpus / "html")]) if isinstance(f, RawPage)}
    mirrored = {id: page.name for id, page in found.items() if id.startswith("httrack/")}  # noqa: A001
    assert set(mirrored.values()) == {
        "ActionGirl/AnimatedFilms",
        "ActionGirl/Theatre",
        "ActionGirl/WebOriginal",
        "Anime/AceAttorney",
    }
    (cached,) = (page for id, page in found.items() if id.startswith("tropescraper-cache/"))  # noqa: A001
    assert cached.name == "Literature/AhrimanTrilogy"
