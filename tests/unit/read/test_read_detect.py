"""Which markup a text is in, and why something is none."""

from pathlib import Path

import pytest

from tropegraph.model.page import Format
from tropegraph.read.detect import Refusal, detect, refuse_bytes

PMWIKI = """%% An old picture was here.
[[quoteright:300:barrel.jpg]]
A pet hides on board. Compare CastawayPet and [[LoyalToAFault out of love]].
----
[[folder:Film]]
* ''Film/TheLongVoyage'': the dog.
** He stays.
[[/folder]]
"""
PMWIKI_BARE = (
    "A goat hides on board, much as a GreenSkinnedSpaceBabe would. See NobodyLooksInTheBarrel or BarrelOfLaughs, or \
TheCatWasNotAskedForItsOpinion.\n"
)
MARKDOWN = """# Stowaway Pet

A pet hides on board. Compare [Castaway Pet](/pmwiki/pmwiki.php/Main/CastawayPet) and **not** the cook.

## Film

- _The Long Voyage_: the dog.
  - He stays.
"""
MARKDOWN_WITHOUT_LINKS = """_"Who feeds it?"_

A pet hides on board.<sup>note&nbsp;</sup> It eats.

## Film

  * _The Long Voyage_: the dog.
"""
MEDIAWIKI = """{{trope}}
[[File:Barrel.jpg|frame|In it.]]
A pet hides on board. Compare [[Castaway Pet]] and [[Loyal to a Fault|love]].
{{examples}}
== [[Film]] ==
* ''[[The Long Voyage]]'': the dog.
[[Category:Trope]]
"""
TEXT = """Stowaway Pet

A pet hides on board. Compare Castaway Pet, as McDonald and MacLean had it on YouTube.
Examples:
Film
• The Long Voyage: the dog. It's 9 * 5 = 45 years old - a wonder!
"""
EXTRACT = """A pet hides on board. Compare Castaway Pet.

== Examples ==

=== Film ===
The Long Voyage: the dog.

== Trivia ==
It bit the cook.
"""
PRESENT = (
    '<!DOCTYPE html>\n<html><head><title>x</title></head><body><div class="a" id="main-article">x</div></body></html>'
)


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        (PMWIKI, Format.PMWIKI),
        (PMWIKI_BARE, Format.PMWIKI),
        (MARKDOWN, Format.MARKDOWN),
        (MARKDOWN_WITHOUT_LINKS, Format.MARKDOWN),
        (TEXT, Format.TEXT),
        (EXTRACT, Format.TEXT),
        ("A pet hides.\n" + "- The Long Voyage: the dog.\n  - He stays.\n" * 4, Format.TEXT),
        ("A pet hides.\n" + "- *The Long Voyage*: the dog.\n  - He stays.\n" * 4, Format.MARKDOWN),
        (EXTRACT.replace("Castaway Pet", "[[Castaway Pet]]"), Format.MEDIAWIKI),
        ("One sentence without anything in it.", Format.TEXT),
        (PRESENT, Format.HTML),
        ("<!-- saved -->\n" + PRESENT.replace("main-article", "wikitext"), Format.HTML),
        ('<html><body><div id="mw-content-text">x</div></body></html>', Format.HTML),
        (MEDIAWIKI, Format.MEDIAWIKI),
        ("#REDIRECT [[Talking Lamp]]", Format.MEDIAWIKI),
        ("\ufeff".strip("\ufeff") + "<div id='main-article'><p>A fragment.</p></div>", Format.HTML),
    ],
)
def test_the_markup_is_told_by_what_the_text_holds(text: str, markup: Format) -> None:
    assert detect(text) is markup


def test_the_ending_decides_only_where_the_text_does_not() -> None:
    assert detect("One sentence.", ".md") is Format.MARKDOWN
    assert detect("One sentence.", ".pmwiki") is Format.PMWIKI
    assert detect(PMWIKI * 3, ".md") is Format.PMWIKI
    assert detect(EXTRACT, ".mediawiki") is Format.MEDIAWIKI
    assert detect(PRESENT, ".txt") is Format.HTML


@pytest.mark.parametrize(
    ("text", "suffix", "code"),
    [
        ("   \n", "", "empty-page"),
        ("<!doctype html><html><body><p>Results for tropes</p></body></html>", "", "not-a-wiki-page"),
        ("a,b\n1,2\n", ".csv", "unsupported-format"),
    ],
)
def test_what_is_no_page_is_refused(text: str, suffix: str, code: str) -> None:
    refusal = detect(text, suffix)
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-page"),
        (b" \n\t", "empty-page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary-input"),
        (b"%PDF-1.4\n" + bytes(range(1, 9)) * 50, "binary-input"),
        (b"text \x00 text", "binary-input"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, code: str) -> None:
    refusal = refuse_bytes(data)
    assert refusal is not None
    assert refusal.code == code


def test_text_in_utf_16_is_no_binary() -> None:
    assert refuse_bytes("A page.".encode("utf-16")) is None


@pytest.mark.parametrize("piece", ["[[", "{{", "_a", "**", "](", "<!--", "<", "=", "'", "\\", "[[A ", "AaBb"])
def test_hostile_text_is_told_in_linear_time(piece: str) -> None:
    assert detect(piece * 50_000) in set(Format) or isinstance(detect(piece), Refusal)


@pytest.mark.corpus
def test_real_pages(corpus: Path) -> None:
    by_ending = {".md": Format.MARKDOWN, ".pmwiki": Format.PMWIKI, ".txt": Format.TEXT}
    for path in sorted((corpus / "wiki" / "rebuilt").iterdir()):
        assert detect(path.read_text("utf-8")) is by_ending[path.suffix], path.name
    for path in (corpus / "wiki" / "pantheon").iterdir():
        assert detect(path.read_text("utf-8")) is Format.PMWIKI, path.name
    seeds = [detect(path.read_text("utf-8")) for path in sorted((corpus / "seeds").iterdir())]
    assert seeds == [Format.MARKDOWN, Format.PMWIKI, Format.TEXT, Format.PMWIKI]
