"""HTML that nobody means well: it never raises, loses no text, takes no time that grows faster than its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tropegraph.model.page import Block, BlockKind, Format, Page, RawPage
from tropegraph.parse import parse

DEEP = 4_000
PIECES = (
    "<ul><li>",
    "</li></ul>",
    "<li>",
    "<p>",
    "</p>",
    "<em>",
    "</em>",
    "<b>",
    "</b>",
    "<div class='indent'>",
    "<div class='folderlabel'>",
    "<div class='folder'>",
    "</div>",
    "<h2>",
    "</h2>",
    "<br>",
    "<dl><dd>",
    "</dd></dl>",
    "<a href='/pmwiki/pmwiki.php/Main/HarbourTown'>",
    "<a href='https://example.org/'>",
    "</a>",
    "<span class='spoiler'>",
    "<span class='inlinefolder'>",
    "</span>",
    "<table><tr><td>",
    "</table>",
    " ",
    "\n",
    "&nbsp;",
    "word",
    "Two words ",
    "<!-- x -->",
    "<script>x</script>",
    "& ",
    "< ",
)


def article(body: str) -> Page:
    head = "<input id=groupname-hidden value=Main><input id=title-hidden value=Own>"
    html = f"{head}<article id=main-article>{body}</article>"
    return parse(RawPage("hostile", html, Format.HTML))


def assert_sound(block: Block) -> None:
    """A block holds what `model.page.Block` promises."""
    assert block.text
    for part in [block.text, *(block.text[x.start : x.end] for x in (*block.links, *block.spans))]:
        assert part == part.strip() != ""
    assert not set(block.text) & set("\t\r\xa0")
    assert "  " not in block.text
    assert all(a.end <= b.start for a, b in zip(block.links, block.links[1:], strict=False))
    assert [s.start for s in block.spans] == sorted(s.start for s in block.spans)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_soup_gives_sound_blocks_and_keeps_its_words(pieces: list[str]) -> None:
    page = article("".join(pieces))
    for block in page.blocks:
        assert_sound(block)
    words = sum(piece.count("word") for piece in pieces)
    assert sum(block.text.count("word") for block in page.blocks) == words


@given(st.text(st.characters(), max_size=200))
def test_any_text_gives_sound_blocks(text: str) -> None:
    for block in article(text).blocks:
        assert_sound(block)


def test_depth_has_no_limit() -> None:
    for opening in ("<ul><li>", "<div>", "<em>", "<div class='indent'>", "<b><p>", "<span class='spoiler'>"):
        page = article(opening * DEEP + "the bottom")
        assert page.blocks[-1].text == "the bottom"


@pytest.mark.parametrize(
    "opening", ["<ul><li>", "<div>", "<dl><dd>", "<blockquote>", "<table><tr><td>", "<div></b><i>"]
)
def test_elements_deeper_than_any_page_has_them_are_only_their_text(opening: str) -> None:
    page = article("the top" + (opening + "word ") * 100_000 + "the bottom")
    words = " ".join(block.text for block in page.blocks)
    assert words.count("word") == 100_000
    assert words.startswith("the top")
    assert words.endswith("the bottom")
    assert [f.code for f in page.findings] == ["unclosed-markup"]


def test_a_large_page_that_is_not_deep_keeps_its_elements() -> None:
    page = article("<ul>" + "<li><b class=x>one</b><br><ul><li>two</ul>" * 5_000 + "</ul><h2>end</h2>")
    assert [(b.kind, b.level) for b in page.blocks[-3:]] == [
        (BlockKind.ITEM, 1),
        (BlockKind.ITEM, 2),
        (BlockKind.HEADING, 2),
    ]
    assert len(page.blocks) == 10_001
    assert all(b.spans for b in page.blocks if b.text == "one")
    assert page.findings == ()


@pytest.mark.parametrize("mark", ["<b id=%d>", "<B id='%d'>", '<font color="<%d>">', "<em\t%d >", "<s/%d>"])
def test_marks_that_are_never_closed_are_not_repeated_without_end(mark: str) -> None:
    page = article("<p>" + "".join(mark % i for i in range(3_000)) + "<p>word" * 3_000)
    assert sum(block.text.count("word") for block in page.blocks) == 3_000


def test_tags_with_attributes_without_end() -> None:
    page = article("<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">word</p><p>more</p>")
    assert [block.text for block in page.blocks] == ["word", "more"]


def test_anchors_that_are_never_closed_do_not_count_as_deep() -> None:
    page = article("<ul>" + "<li><a name=x>word" * 6_000 + "</ul><h2>end</h2>")
    assert (len(page.blocks), page.findings) == (6_001, ())


def test_folders_within_folders_keep_short_paths() -> None:
    page = article("<div class=folderlabel>in</div><div class=folder>" * 1_000 + "the bottom")
    assert page.blocks[-1].text == "the bottom"
    assert len(page.blocks[-1].section) < 50


def test_links_within_links_stay_one_link() -> None:
    page = article("<a href='/pmwiki/pmwiki.php/Main/HarbourTown'>a<table><tr><td>" * 2_000 + "x")
    assert all(link.page == "Main/HarbourTown" for block in page.blocks for link in block.links)
    assert page.blocks[-1].text.endswith("x")


def test_a_document_without_an_article_is_a_finding() -> None:
    page = parse(RawPage("odd", "<html><body><p>Nothing here.</p></body></html>", Format.HTML))
    assert page.blocks == ()
    assert [(f.code, f.page) for f in page.findings] == [("not-a-wiki-page", "odd")]


def test_what_the_page_states_comes_before_what_its_file_suggests() -> None:
    html = "<input id=groupname-hidden value=Film><input id=title-hidden value=Barge><h1 class=entry-title>Barge</h1>"
    stated = parse(RawPage("x", html + "<p id=main-article>x", Format.HTML, title="Other", name="Main/Other"))
    silent = parse(RawPage("x", "<p id=main-article>x", Format.HTML, title="Other", name="Main/Other"))
    assert (stated.title, stated.name) == ("Barge", "Film/Barge")
    assert (silent.title, silent.name) == ("Other", "Main/Other")


def test_quotes_in_items_have_their_level() -> None:
    page = article("<ul><li>a<ul><li>b<dl><dd><div class='indent'>said</div></dd></dl></li></ul></li></ul>")
    assert [(b.kind, b.level) for b in page.blocks] == [
        (BlockKind.ITEM, 1),
        (BlockKind.ITEM, 2),
        (BlockKind.QUOTE, 2),
    ]


def test_half_a_character_is_no_fault() -> None:
    assert article("half \ud800 a character").blocks[0].text == "half ? a character"
