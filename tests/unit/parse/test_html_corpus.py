"""Real saved pages of every layout: how much of each is read, counted against the markup itself."""

import bz2
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser

from tropegraph.model.page import BlockKind, Format, Page, RawPage, SpanKind
from tropegraph.parse import parse

pytestmark = pytest.mark.corpus

NOT_TEXT = "script, style, nav, form, .proper-ad-unit, .dfpBox"
TOGGLE = "open/close all folders"


class Row(NamedTuple):
    """What a page holds; counts of blocks, links and marks."""

    path: str
    name: str
    title: str
    headings: int
    paragraphs: int
    quotes: int
    items: int
    wiki_links: int
    other_links: int
    notes: int
    spoilers: int
    indexes: int
    subpages: int


ROWS = (
    Row(
        "current/KingdomHeartsII-TropesAToL.html",
        "KingdomHeartsII/TropesAToL",
        "Tropes A–L",
        3,
        2,
        19,
        703,
        876,
        5,
        11,
        45,
        1,
        0,
    ),
    Row(
        "current/KingdomHeartsII-TropesMToZ.html",
        "KingdomHeartsII/TropesMToZ",
        "Tropes M–Z",
        3,
        2,
        12,
        494,
        665,
        7,
        4,
        35,
        1,
        0,
    ),
    Row(
        "current/KingdomHeartsII.html", "VideoGame/KingdomHeartsII", "Kingdom Hearts II", 1, 8, 3, 2, 51, 0, 1, 0, 22, 2
    ),
    Row(
        "current/MultipleEndings-ActionGames.html",
        "MultipleEndings/ActionGames",
        "Action Games",
        0,
        0,
        1,
        100,
        136,
        4,
        0,
        32,
        1,
        0,
    ),
    Row(
        "current/MultipleEndings-Undertale.html",
        "MultipleEndings/Undertale",
        "Undertale",
        3,
        8,
        0,
        18,
        24,
        2,
        5,
        0,
        1,
        0,
    ),
    Row(
        "current/MultipleEndings-VideoGames.html",
        "MultipleEndings/VideoGames",
        "Video Games",
        17,
        1,
        6,
        961,
        938,
        11,
        8,
        445,
        1,
        0,
    ),
    Row(
        "current/MultipleEndings-VisualNovels.html",
        "MultipleEndings/VisualNovels",
        "Visual Novels",
        7,
        1,
        0,
        242,
        293,
        3,
        4,
        167,
        1,
        0,
    ),
    Row(
        "current/MultipleEndings.html",
        "Main/MultipleEndings",
        "Multiple Endings",
        21,
        8,
        4,
        271,
        454,
        22,
        3,
        76,
        11,
        15,
    ),
    Row(
        "current/StalkerWithACrush-VideoGames.html",
        "StalkerWithACrush/VideoGames",
        "Video Games",
        1,
        1,
        8,
        111,
        210,
        2,
        0,
        28,
        1,
        0,
    ),
    Row(
        "current/StalkerWithACrush.html",
        "Main/StalkerWithACrush",
        "Stalker with a Crush",
        11,
        8,
        4,
        93,
        201,
        4,
        3,
        21,
        20,
        11,
    ),
    Row("current/WallJump.html", "Main/WallJump", "Wall Jump", 25, 4, 0, 160, 257, 2, 2, 2, 8, 0),
    Row(
        "httrack/ActionGirl/AnimatedFilms.html",
        "ActionGirl/AnimatedFilms",
        "Animated Films",
        0,
        0,
        0,
        37,
        49,
        1,
        0,
        3,
        1,
        0,
    ),
    Row("httrack/ActionGirl/Theatre.html", "ActionGirl/Theatre", "Theatre", 0, 0, 0, 10, 11, 0, 0, 1, 1, 0),
    Row(
        "httrack/ActionGirl/WebOriginal.html", "ActionGirl/WebOriginal", "Web Original", 0, 0, 0, 31, 40, 0, 0, 2, 1, 0
    ),
    Row("httrack/Anime/AceAttorney.html", "Anime/AceAttorney", "Ace Attorney", 6, 4, 1, 245, 223, 4, 2, 31, 11, 0),
    Row("layout2015/ComedyTropes.html", "Main/ComedyTropes", "Comedy Tropes", 24, 2, 0, 1481, 1483, 0, 0, 0, 2, 0),
    Row("layout2015/CowboyBebop.html", "Anime/CowboyBebop", "Cowboy Bebop", 4, 14, 13, 711, 779, 11, 3, 105, 18, 0),
    Row(
        "layout2020/AhrimanTrilogy.html", "Literature/AhrimanTrilogy", "Ahriman Trilogy", 1, 3, 0, 42, 55, 3, 0, 4, 4, 0
    ),
    Row("layout2023/film2.html", "Film/AaronLovesAngela", "Aaron Loves Angela", 1, 2, 0, 19, 25, 0, 0, 1, 6, 0),
    Row(
        "layout2023/film3.html",
        "Film/AbacusSmallEnoughToJail",
        "Abacus: Small Enough to Jail",
        1,
        2,
        0,
        15,
        19,
        1,
        0,
        0,
        3,
        0,
    ),
    Row("layout2023/film_index_page1.html", "", "work pages in Film", 0, 1, 0, 500, 500, 0, 0, 0, 0, 0),
    Row(
        "layout2023/theavengers2012.html", "Film/TheAvengers2012", "The Avengers (2012)", 1, 8, 3, 5, 51, 0, 1, 0, 30, 0
    ),
    Row(
        "layout2023/theavengers_tropesAtoD.html",
        "TheAvengers/TropesAToD",
        "Tropes A to D",
        6,
        2,
        43,
        448,
        509,
        5,
        4,
        134,
        1,
        0,
    ),
    Row(
        "layout2023/theavengers_tropesEtoL.html",
        "TheAvengers/TropesEToL",
        "Tropes E to L",
        9,
        2,
        44,
        390,
        444,
        6,
        3,
        110,
        1,
        0,
    ),
)


def text_of(path: Path) -> str:
    data = bz2.decompress(path.read_bytes()) if path.suffix == ".bz2" else path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read(path: Path) -> Page:
    return parse(RawPage(path.name, text_of(path), Format.HTML))


def squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").replace("\xad", "").split())


def count(page: Page, path: str) -> Row:
    kinds = Counter(block.kind for block in page.blocks)
    links = [link for block in page.blocks for link in block.links]
    marks = Counter(span.kind for block in page.blocks for span in block.spans)
    return Row(
        path,
        page.name,
        page.title,
        kinds[BlockKind.HEADING],
        kinds[BlockKind.PARAGRAPH],
        kinds[BlockKind.QUOTE],
        kinds[BlockKind.ITEM],
        sum(bool(link.page) for link in links),
        sum(bool(link.url) for link in links),
        marks[SpanKind.NOTE],
        marks[SpanKind.SPOILER],
        len(page.indexes),
        len(page.subpages),
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.path)
def test_counts(corpus: Path, row: Row) -> None:
    assert count(read(corpus / "html" / row.path), row.path) == row


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.path)
def test_all_text_of_the_article_and_nothing_else(corpus: Path, row: Row) -> None:
    path = corpus / "html" / row.path
    html = LexborHTMLParser(text_of(path))
    article = html.css_first("#main-article") or html.css_first("#wikitext")
    assert article is not None
    for node in article.css(NOT_TEXT):
        node.decompose()
    for label in article.css(".notelabel"):
        if label.text(strip=True) in {"note", "*"}:
            label.decompose()
    expected = squeezed(article.text()).replace(squeezed(TOGGLE), "")
    assert squeezed("".join(block.text for block in read(path).blocks)) == expected


def test_a_scraper_cache_holds_the_same_page(corpus: Path) -> None:
    (cached,) = (corpus / "html" / "tropescraper-cache").iterdir()
    assert read(cached).blocks == read(corpus / "html" / "layout2020" / "AhrimanTrilogy.html").blocks
