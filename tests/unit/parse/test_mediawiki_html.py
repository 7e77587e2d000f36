"""Pages as a MediaWiki shows them: what is text, where links lead, what the page is."""

from collections.abc import Sequence

import pytest

from tropegraph.model.page import Block, Format, Page, RawPage
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse import parse
from tropegraph.read.detect import detect

SCRIPT = """<script>RLCONF={"wgPageName":"Talking_Lamp","wgNamespaceNumber":0,
"wgCategories":["Trope","Lamp Tropes"],"wgRedirectedFrom":"Lamps_That_Talk"};</script>"""

FANDOM = f"""<!DOCTYPE html><html><head><title>Talking Lamp | Goatpedia | Fandom</title>{SCRIPT}
<link rel="canonical" href="https://tropedia.fandom.com/wiki/Talking_Lamp"></head><body>
<div class="sitenotice"><ul><li>Read the rules.</li></ul>READ MORE</div>
<h1 class="page-header__title" id="firstHeading">Talking Lamp</h1>
<div id="mw-content-text"><div class="mw-content-ltr mw-parser-output">
<div class="toc"><h2>Contents</h2><ul><li><a href="#Film">Film</a></li></ul></div>
<table><tr><td><a href="/wiki/Talking_Lamp/Quotes" title="Talking Lamp/Quotes">Quotes</a></td>
<td><a href="/wiki/Talking_Lamp/Playing_With" title="Talking Lamp/Playing With">Playing With</a></td></tr></table>
<figure class="thumb tright"><a href="/wiki/File:Lamp.png"><img src="lamp.png"></a>
<figcaption>A lamp and a <a href="/wiki/Goat" title="Goat">Goat</a>.</figcaption></figure>
<table class="cquote"><tr><td><img alt="Cquote1"></td><td>"Good evening."</td><td><img alt="Cquote2"></td></tr></table>
<table><tr><td><img alt="Cquote1.png" data-image-name="Cquote1.png"></td><td>"Bad evening."</td></tr></table>
<p>A lamp that <b>talks</b>.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> Compare
<a href="/wiki/Singing_Lamp" title="Singing Lamp">Singing Lamps</a>,
<a href="/wiki/Dim_Lamp?action=edit&amp;redlink=1" class="new" title="Dim Lamp (page does not exist)">dim ones</a>,
<a rel="nofollow" class="external text" href="https://en.example.org/wiki/Lamp">lamps</a> and
<a href="https://en.wikipedia.org/wiki/Lamp" class="extiw" title="wikipedia:Lamp">more</a>.</p>
<div class="navbox"><ul><li><a href="/wiki/Other">Other</a></li></ul></div>
<h2><span class="mw-headline" id="Film">Film</span><span class="mw-editsection">[edit | hide]</span></h2>
<ul><li><i><a href="/wiki/The_Pier_(film)" title="The Pier (film)">The Pier</a></i>: a lamp
<span class="spoiler">is <a href="/wiki/The_Hero" title="The Hero">the hero</a></span>.
<ul><li><i><a href="/wiki/Pier_II" title="Pier II">Pier II</a></i> too.</li></ul></li></ul>
<div class="mw-references-wrap"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">↑</span>
<span class="reference-text">Of brass.</span></li></ol></div>
</div></div>
<div class="catlinks"><div id="mw-normal-catlinks"><ul><li><a>Trope</a></li></ul></div></div>
</body></html>"""


def _page(text: str, title: str = "") -> Page:
    assert detect(text) is Format.HTML
    return parse(RawPage("p", text, Format.HTML, title=title))


def _texts(blocks: Sequence[Block]) -> list[tuple[str, int, tuple[str, ...], str]]:
    return [(str(b.kind), b.level, b.section, b.text) for b in blocks]


def _links(page: Page) -> list[tuple[str, str]]:
    return [(b.text[k.start : k.end], k.page or k.url) for b in page.blocks for k in b.links]


def test_the_text_of_a_page_without_what_stands_around_it() -> None:
    assert _texts(_page(FANDOM).blocks) == [
        ("caption", 0, (), "A lamp and a Goat."),
        ("quote", 0, (), '"Good evening."'),
        ("quote", 0, (), '"Bad evening."'),
        ("paragraph", 0, (), "A lamp that talks. Of brass. Compare Singing Lamps, dim ones, lamps and more."),
        ("heading", 2, (), "Film"),
        ("item", 1, ("Film",), "The Pier: a lamp is the hero."),
        ("item", 2, ("Film",), "Pier II too."),
    ]


def test_links_lead_to_pages_of_the_wiki_or_out_of_it() -> None:
    assert _links(_page(FANDOM)) == [
        ("Goat", "Main/Goat"),
        ("Singing Lamps", "Main/SingingLamp"),
        ("dim ones", "Main/DimLamp"),
        ("lamps", "https://en.example.org/wiki/Lamp"),
        ("more", "https://en.wikipedia.org/wiki/Lamp"),
        ("The Pier", "Film/ThePier"),
        ("the hero", "Main/TheHero"),
        ("Pier II", "Work/PierII"),
    ]


def test_marks_are_laid_over_notes_and_spoilers() -> None:
    marks = [(str(s.kind), b.text[s.start : s.end]) for b in _page(FANDOM).blocks for s in b.spans]
    assert ("note", "Of brass.") in marks
    assert ("spoiler", "is the hero") in marks


NOTED = """<div class="mw-parser-output"><p>A lamp<sup class="reference"><a href="#cite_note-a">[1]</a></sup> and a
goat<sup class="reference"><a href="#cite_note-a">[1]</a></sup>,
both old<sup class="reference"><a href="#cite_note-b">[2]</a></sup><sup class="reference">[3]</sup>.</p>
<ol class="references"><li id="cite_note-a"><a href="#cite_ref-a">^</a> See <i><a href="/wiki/The_Pier_(film)">The
Pier</a></i> <sup class="reference"><a href="#cite_note-b">[2]</a></sup></li>
<li id="cite_note-b"><span class="reference-text">A list:<ul><li><a href="/wiki/Goat">Goat</a></li></ul></span></li>
</ol></div>"""


def test_a_note_keeps_its_links_and_stands_once() -> None:
    page = _page(NOTED)
    assert _texts(page.blocks) == [
        ("paragraph", 0, (), "A lamp See The Pier and a goat, both old A list:Goat."),
    ]
    assert _links(page) == [("The Pier", "Film/ThePier")]
    marks = [(str(s.kind), b.text[s.start : s.end]) for b in page.blocks for s in b.spans]
    assert marks == [("note", "See The Pier"), ("italic", "The Pier"), ("note", "A list:Goat")]


def test_what_the_page_is() -> None:
    page = _page(FANDOM)
    assert (page.title, page.name, page.kind) == ("Talking Lamp", "Main/TalkingLamp", PageKind.TROPE)
    assert page.aliases == ("Main/LampsThatTalk",)
    assert page.indexes == ("Main/LampTropes",)
    assert page.url == "https://tropedia.fandom.com/wiki/Talking_Lamp"


def test_a_page_without_scripts_is_told_by_its_heading_and_categories() -> None:
    page = _page(FANDOM.replace(SCRIPT, ""))
    assert (page.title, page.name, page.kind) == ("Talking Lamp", "Main/TalkingLamp", PageKind.TROPE)


WORK = """<html><head><title>The Pier (film) - Goat Tropes</title></head><body>
<div id="mw-content-text"><p><i><b>The Pier</b></i> is a film.</p></div>
<div id="mw-normal-catlinks"><ul><li><a>Work</a></li><li><a>Film</a></li></ul></div></body></html>"""


def test_a_work_in_an_old_skin_is_named_by_its_bracket() -> None:
    page = _page(WORK)
    assert (page.title, page.name, page.kind) == ("The Pier", "Film/ThePier", PageKind.WORK)
    assert _texts(page.blocks) == [("paragraph", 0, (), "The Pier is a film.")]


@pytest.mark.parametrize(
    ("attributes", "leads"),
    [
        ('href="Talking_Lamp" title="Talking Lamp"', "Main/TalkingLamp"),
        ('href="../A/Talking_Lamp.html" title="Talking Lamp"', "Main/TalkingLamp"),
        ('href="Talking_Lamp.html"', "Main/TalkingLamp"),
        ('href="/index.php?title=Talking_Lamp&amp;action=edit"', "Main/TalkingLamp"),
        ('href="https://allthetropes.org/wiki/Talking_Lamp%27s_Son"', "Main/TalkingLampsSon"),
        ('href="//tropedia.fandom.com/wiki/Talking_Lamp/Film"', "TalkingLamp/Film"),
        ('href="/wiki/Star:_The_Lamp"', "Main/StarTheLamp"),
        ('href="https://tvtropes.org/pmwiki/pmwiki.php/Film/ThePier" class="external"', "Film/ThePier"),
        ('href="https://de.wikipedia.org/wiki/Lampe"', "https://de.wikipedia.org/wiki/Lampe"),
        ('href="#Film"', ""),
        ('href="/wiki/File:Lamp.png"', ""),
        ('href="/wiki/Special:Random"', ""),
        ('href="javascript:alert(1)"', ""),
        ('href="mailto:a@example.org"', ""),
    ],
)
def test_where_a_link_leads(attributes: str, leads: str) -> None:
    page = _page(f'<div class="mw-parser-output"><p>See <a {attributes}>it</a>.</p></div>', "Goat")
    assert [found for _, found in _links(page)] == ([leads] if leads else [])


def test_a_fragment_has_the_title_that_its_source_gives() -> None:
    page = _page('<div class="mw-parser-output"><p>A lamp.</p></div>', "Talking Lamp/Film")
    assert page.name == "TalkingLamp/Film"


HOSTILE = {
    "tables in tables": "<table><tr><td>" * 20_000 + "x",
    "quotation marks": '<table><tr><td><img alt="Cquote1">' * 20_000,
    "notes": '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>' * 50_000,
    "notes in notes": '<div class="references">'
    + "".join(
        f'<li id="cite_note-{n}">x<sup class="reference"><a href="#cite_note-{n + 1}">[1]</a></sup></li>'
        for n in range(9_000)
    )
    + '</div><sup class="reference"><a href="#cite_note-0">[1]</a></sup>',
    "one long note": f'<ol class="references"><li id="cite_note-1"><b>{"long " * 100_000}</b>x</li></ol>'
    + '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>' * 10_000,
    "scripts": '<script>"wgCategories":["' * 20_000,
    "classes": f'<div class="{"a " * 200_000}">x',
    "italic links": '<p><i><a href="/wiki/A">A</a></i> ' * 20_000,
    "links in one italic": "<p><i>" + '<a href="/wiki/A">A</a> ' * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_come_to_an_end(name: str) -> None:
    _page(
        f'<html><body><div id="mw-content-text"><div class="mw-parser-output">{HOSTILE[name]}</div></div></body></html>'
    )
