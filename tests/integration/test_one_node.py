"""One node for one thing, from pages as they are written to the graph: small wikis, each for one way to go wrong."""

import html
from pathlib import Path

import pytest

import tropegraph as tg
from tropegraph.model.names import KnownName

BULLETS = "\n\n----\n!!Examples:\n[[foldercontrol]]\n\n[[folder:{heading}]]\n{bullets}\n[[/folder]]\n"


def trope(*bullets: str, heading: str = "Film", said: str = "A lantern that goes out when it is needed.") -> str:
    """Wiki source of a trope's page."""
    return said + BULLETS.format(heading=heading, bullets="\n".join(f"* {bullet}" for bullet in bullets))


def work(*bullets: str, said: str = "A film of a tower and its keeper.") -> str:
    """Wiki source of a work's page."""
    return f"{said}\n\n!!This film provides examples of:\n" + "".join(f"* {bullet}\n" for bullet in bullets)


def saved(page: str, title: str, text: str, *, index: str = "", aliases: tuple[str, ...] = ()) -> str:
    """A trope's page as a browser saves it, with its box of indexes and its other titles."""
    space, local = page.split("/")
    others = "".join(f"<h3><span>{html.escape(alias)}</span></h3>" for alias in aliases)
    middle = f'<li>\n<a href="/pmwiki/pmwiki.php/{index}">{index.partition("/")[2]}</a>\n</li>' if index else ""
    box = f'<div class="section-links"><div class="links"><ul><li></li>{middle}<li></li></ul></div></div>'
    return (
        f"<html><head><title>{title} - TV Tropes</title></head><body>"
        f'<input type="hidden" id="groupname-hidden" value="{space}"/>'
        f'<input type="hidden" id="title-hidden" value="{local}"/>'
        f'<h1 itemprop="headline" class="entry-title">{title}</h1><div class="alt-titles">{others}</div>'
        f'<div id="main-article">{text}</div>{box}</body></html>'
    )


class Wiki:
    """A wiki of a few pages in a folder.

    Args:
        folder: Where it lies.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def graph(self, pages: dict[str, str], names: tuple[KnownName, ...] = (), decided: str = "") -> tg.TropeGraph:
        """The graph of pages by their names, with what a table of decisions says."""
        for page, text in pages.items():
            ending = "html" if text.startswith("<html>") else "pmwiki"
            path = self.folder / f"{page}.{ending}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        decisions = self.folder.with_suffix(".decisions")
        decisions.write_text(decided, encoding="utf-8")
        return tg.build(self.folder, names=names, decisions=decisions, workers=1)


@pytest.fixture
def wiki(tmp_path: Path) -> Wiki:
    return Wiki(tmp_path / "wiki")


def examples(graph: tg.TropeGraph) -> set[tuple[str, str]]:
    """Work and trope of every example."""
    return {(e["source"], e["target"]) for e in graph.edges.to_pylist() if e["type"] == "EXAMPLE_OF"}


def codes(graph: tg.TropeGraph) -> list[str]:
    """Codes of findings about names and facts, those of single pages aside."""
    return [c for c in graph.findings["code"].to_pylist() if c not in {"title-inferred", "medium-inferred"}]


# What is told from both sides


def test_an_example_from_the_trope_and_from_the_work_is_one_edge_with_both_sentences(wiki: Wiki) -> None:
    graph = wiki.graph(
        {
            "Main/AmberLantern": trope("Subverted in ''Film/TheTowerKeeper'', where it only seems to go out."),
            "Film/TheTowerKeeper": work("AmberLantern: Lampshaded by the keeper, who says so."),
        }
    )
    (edge,) = graph.edges.to_pylist()
    assert (edge["source"], edge["type"], edge["target"]) == ("Film/TheTowerKeeper", "EXAMPLE_OF", "Main/AmberLantern")
    assert (edge["evidence_count"], edge["stated_on"], edge["media"]) == (2, ["trope", "work"], ["Film"])
    assert edge["modifiers"] == ["SUBVERTED", "LAMPSHADED"]
    assert sorted(graph.evidence["page"].to_pylist()) == ["Film/TheTowerKeeper", "Main/AmberLantern"]


def test_both_sides_that_contradict_each_other_keep_their_word_and_are_told(wiki: Wiki) -> None:
    graph = wiki.graph(
        {
            "Main/AmberLantern": trope("Averted in ''Film/TheTowerKeeper'': it burns to the end."),
            "Film/TheTowerKeeper": work("AmberLantern: Played straight, since it goes out in the storm."),
        }
    )
    (edge,) = graph.edges.to_pylist()
    assert edge["modifiers"] == ["STRAIGHT", "AVERTED"]
    assert codes(graph) == ["modifier-conflict"]


@pytest.mark.parametrize("cue", ["Compare", "Contrast", "Sister trope to", "Overlaps with"])
def test_a_symmetric_relation_from_both_ends_is_one_edge(wiki: Wiki, cue: str) -> None:
    graph = wiki.graph(
        {
            "Main/AmberLantern": f"A lantern of amber. {cue} BirchLantern.",
            "Main/BirchLantern": f"A lantern of birch. {cue} AmberLantern.",
        }
    )
    (edge,) = graph.edges.to_pylist()
    assert (edge["source"], edge["target"], edge["evidence_count"]) == ("Main/AmberLantern", "Main/BirchLantern", 2)


def test_a_membership_from_the_index_and_from_the_page_s_own_box_is_one_edge(wiki: Wiki) -> None:
    listed = "".join(f"* {name}Lantern\n" for name in ("Amber", "Birch", "Cedar", "Ember", "Fern", "Grove", "Heath"))
    graph = wiki.graph(
        {
            "Main/LanternTropes": f"Lanterns of all kinds.\n\n----\n!!Tropes:\n\n[[index]]\n{listed}[[/index]]\n",
            "Main/AmberLantern": saved(
                "Main/AmberLantern", "Amber Lantern", "<p>It is.</p>", index="Main/LanternTropes"
            ),
        }
    )
    edges = {e["source"]: e for e in graph.edges.to_pylist()}
    assert {(e["type"], e["target"]) for e in edges.values()} == {("IN_INDEX", "Main/LanternTropes")}
    assert edges["Main/AmberLantern"]["stated_on"] == ["index", "trope"]
    assert edges["Main/AmberLantern"]["evidence_count"] == 2
    assert edges["Main/BirchLantern"]["stated_on"] == ["index"]


# How tropes are spelled

SEVENTEEN = """
StarCrossedLanterns StarcrossedLanterns STARCROSSEDLANTERNS StarCrossedLANTERNS STARCrossedLanterns StarCrossedlanterns
Starcrossedlanterns StarCROSSEDLanterns StArCrossedLanterns StarCrossedLanternS StarCrossedLaNterns STarCrossedLanterns
starCrossedLanterns starcrossedlanterns Star-CrossedLanterns Star_CrossedLanterns StárCrossedLanterns
""".split()


def test_seventeen_spellings_of_one_trope_are_one_node(wiki: Wiki) -> None:
    linked = {f"Film/Keeper{i}": work(f"[[Main/{name} those]]: They do.") for i, name in enumerate(SEVENTEEN)}
    graph = wiki.graph({"Main/StarCrossedLanterns": trope(), **linked})
    assert {target for _, target in examples(graph)} == {"Main/StarCrossedLanterns"}
    assert len(examples(graph)) == len(SEVENTEEN) == 17


@pytest.mark.parametrize("label", ["Half-Moon Lantern", "Half Moon Lantern", "half-moon lantern", "Hálf-Moon Lantern"])
def test_hyphens_and_accents_and_capitals_of_a_label_do_not_matter(wiki: Wiki, label: str) -> None:
    graph = wiki.graph({"Main/HalfMoonLantern": trope(), "Film/TheTowerKeeper": work(f"{label}: It does.")},
                       (KnownName("halfmoonlantern", "HalfMoonLantern"),))  # fmt: skip
    assert examples(graph) == {("Film/TheTowerKeeper", "Main/HalfMoonLantern")}


@pytest.mark.parametrize("link", ["{{Amber Lantern}}s", "[[AmberLantern amber lanterns]]", "AmberLanterns"])
def test_a_plural_link_is_the_trope(wiki: Wiki, link: str) -> None:
    graph = wiki.graph({"Main/AmberLantern": trope(), "Main/BirchLantern": f"Of birch. Compare {link}."})
    assert [e["source"] for e in graph.edges.to_pylist()] == ["Main/AmberLantern"]


def test_british_and_american_spelling_is_one_where_a_list_of_names_says_so(wiki: Wiki) -> None:
    pages = {
        "Film/TheTowerKeeper": work("[[Main/GreyArmor grey]]: It is."),
        "Film/TheBell": work("[[Main/GrayArmour it]]: So."),
    }
    assert len({target for _, target in examples(wiki.graph(pages))}) == 2
    listed = (KnownName("greyarmour", "GreyArmour"),)
    assert {target for _, target in examples(wiki.graph(pages, listed))} == {"Main/GreyArmour"}


def test_a_pothole_gives_a_trope_no_other_name(wiki: Wiki) -> None:
    graph = wiki.graph(
        {
            "Main/AmberLantern": trope(),
            "Film/TheTowerKeeper": work("[[AmberLantern Birch Lantern]]: As they call it."),
            "Film/TheBell": work("BirchLantern: Another one."),
        }
    )
    assert examples(graph) == {("Film/TheTowerKeeper", "Main/AmberLantern"), ("Film/TheBell", "Main/BirchLantern")}
    aliases = {row["id"]: row["aliases"] for row in graph.nodes.to_pylist()}
    assert aliases["Main/AmberLantern"] == []


BOTH = (KnownName("amberlantern", "AmberLantern", ("oldlantern",)), KnownName("birchlantern", "BirchLantern"))


@pytest.mark.parametrize("said", ["Compare The Amber Lantern.", "Compare The Old Lantern.", "See The Amber Lantern."])
def test_an_article_too_many_in_text_is_no_other_trope(wiki: Wiki, said: str) -> None:
    graph = wiki.graph({"Main/BirchLantern": f"A lantern of birch. {said}"}, BOTH)
    assert {e["source"] for e in graph.edges.to_pylist()} | {e["target"] for e in graph.edges.to_pylist()} == {
        "Main/AmberLantern",
        "Main/BirchLantern",
    }


@pytest.mark.parametrize("names", [(), BOTH])
@pytest.mark.parametrize("other", ["Main/AmberLantern", "Main/TheAmberLantern"])
def test_a_page_that_has_the_article_comes_first(wiki: Wiki, names: tuple[KnownName, ...], other: str) -> None:
    pages = {"Main/AmberLantern": trope(), other: trope(), "Main/BirchLantern": "Of birch. Compare The Amber Lantern."}
    graph = wiki.graph({**pages, "Film/TheTowerKeeper": work("The Amber Lantern: It does.")}, names)
    assert examples(graph) == {("Film/TheTowerKeeper", other)}
    assert {e["source"] for e in graph.edges.to_pylist() if e["type"] == "COMPARE_WITH"} <= {other, "Main/BirchLantern"}
    assert len(graph.edges) == 2


# Where names lead


def test_a_chain_of_redirects_is_followed_and_told(wiki: Wiki) -> None:
    graph = wiki.graph(
        {
            "Main/AmberLantern": trope(),
            "Main/OldLantern": "[[redirect:AmberLantern]]\n",
            "Main/OldestLantern": "[[redirect:OldLantern]]\n",
            "Film/TheTowerKeeper": work("OldestLantern: As it was called."),
        }
    )
    assert examples(graph) == {("Film/TheTowerKeeper", "Main/AmberLantern")}
    assert codes(graph) == ["redirect-chain"]


def test_a_circle_of_redirects_is_told(wiki: Wiki) -> None:
    circle = {f"Main/{a}Lantern": f"[[redirect:{b}Lantern]]\n" for a, b in (("Amber", "Birch"), ("Birch", "Amber"))}
    graph = wiki.graph({**circle, "Film/TheTowerKeeper": work("AmberLantern: It does.", "BirchLantern: It does, too.")})
    assert len(examples(graph)) == 2
    assert codes(graph) == ["redirect-cycle"]


def test_an_alias_that_two_pages_claim_is_given_to_neither_and_told(wiki: Wiki) -> None:
    pages = {
        f"Main/{name}Lantern": saved(f"Main/{name}Lantern", f"{name} Lantern", "<p>It is.</p>", aliases=("Dim Light",))
        for name in ("Amber", "Birch")
    }
    graph = wiki.graph({**pages, "Film/TheTowerKeeper": work("DimLight: It is.")})
    assert examples(graph) == {("Film/TheTowerKeeper", "Main/DimLight")}
    assert codes(graph) == ["alias-conflict"]


def test_a_page_that_moved_is_where_its_redirect_leads(wiki: Wiki) -> None:
    graph = wiki.graph(
        {
            "Main/AmberLantern": trope("''Main/TheTowerKeeper'' has one."),
            "Main/TheTowerKeeper": "[[redirect:Film/TheTowerKeeper]]\n",
            "Film/TheTowerKeeper": work("BirchLantern: It does."),
        }
    )
    assert {source for source, _ in examples(graph)} == {"Film/TheTowerKeeper"}


# Works: the known ways to take one for another


def told_in(wiki: Wiki, bullet: str, *works: str, heading: str = "Film", **pages: str) -> tuple[str, list[str]]:
    """The work that a bullet without a link is taken for beside these pages, and what was told."""
    more = {page.replace("__", "/"): text for page, text in pages.items()}
    listed = {page: work("BirchLantern: It does.") for page in works}
    graph = wiki.graph({"Main/AmberLantern": trope(bullet, heading=heading), **listed, **more})
    (found,) = (source for source, target in examples(graph) if target == "Main/AmberLantern")
    return found, codes(graph)


def test_failure_disambiguation_taken_as_the_work(wiki: Wiki) -> None:
    apart = (
        '"Kettle" may refer to any of the following:\n\n* '
        "Film/Kettle"
        ", the film.\n* "
        "Literature/Kettle"
        ", the book.\n\n"
        "If an internal link has led you here, please change it so that it points to the article that is meant.\n"
    )
    found, _ = told_in(wiki, "''Main/{{Kettle}}'' has one.", "Film/Kettle", "Literature/Kettle", Main__Kettle=apart)
    assert found == "Film/Kettle"


def test_failure_leading_digits(wiki: Wiki) -> None:
    assert told_in(wiki, "''12 Kettles'' has one.", "Film/TwelveKettles") == ("Film/TwelveKettles", [])


def test_failure_leading_digits_of_a_page(wiki: Wiki) -> None:
    assert told_in(wiki, "''12 Kettles'' has one.", "Film/12Kettles") == ("Film/12Kettles", [])


SPOKEN = {
    "pmwiki": "A film of {}.\n\n!!This film provides examples of:\n* AmberLantern: It does.\n",
    "md": "A film of {}.\n\n## Tropes in this film\n\n* [Amber Lantern](../Main/AmberLantern.md): It does.\n",
    "txt": "A film of {}.\n\nThis film provides examples of:\n\n* Amber Lantern: It does.\n",
}
"""A page of a work that does not say its title, in some markups."""


@pytest.mark.parametrize("ending", SPOKEN)
@pytest.mark.parametrize(("page", "heading"), [("Film/300", "Film"), ("Series/24", "Live-Action TV"),
                                               ("Literature/1984", "Literature")])  # fmt: skip
def test_failure_names_that_are_numbers(tmp_path: Path, page: str, heading: str, ending: str) -> None:
    number = page.partition("/")[2]
    linked = trope(f"''[[{page} so]]'' has one.", f"''{number}'' has one.", f"''{page}'' has one.", heading=heading)
    for name, text in ((f"{page}.{ending}", SPOKEN[ending].format(number)), ("Main/AmberLantern.pmwiki", linked)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    graph = tg.build(tmp_path, names=(), workers=1)
    (edge,) = graph.edges.to_pylist()
    assert (edge["source"], edge["target"], edge["stated_on"]) == (page, "Main/AmberLantern", ["trope", "work"])


def test_files_that_are_counted_have_the_name_of_their_title(wiki: Wiki) -> None:
    said = "A film of a tower.\n\n!!This film provides examples of:\n* AmberLantern: It does.\n"
    graph = wiki.graph({"Film/7": f"[[title:The Tower Keeper]]\n{said}", "Film/8": said})
    assert {source for source, _ in examples(graph)} == {"Film/TheTowerKeeper", "Film/8"}


@pytest.mark.parametrize("title", ["Sword & Kettle", "Sword and Kettle"])
def test_failure_dropped_ampersand(wiki: Wiki, title: str) -> None:
    assert told_in(wiki, f"''{title}'' has one.", "Film/SwordKettle") == ("Film/SwordKettle", [])


def test_failure_subtitles(wiki: Wiki) -> None:
    both = ("Film/Kettle", "Film/KettleTheReturn")
    assert told_in(wiki, "''Kettle: The Return'' has one.", *both) == ("Film/KettleTheReturn", [])
    assert told_in(wiki, "''Kettle'' has one.", *both) == ("Film/Kettle", [])


def test_failure_subtitle_without_a_page(wiki: Wiki) -> None:
    assert told_in(wiki, "''Kettle: The Return'' has one.", "Film/Kettle") == ("Film/KettleTheReturn", [])


def test_failure_accents(wiki: Wiki) -> None:
    assert told_in(wiki, "''Château of Kettles'' has one.", "Film/ChateauOfKettles") == ("Film/ChateauOfKettles", [])


def test_failure_years(wiki: Wiki) -> None:
    both = ("Film/Kettle1951", "Film/Kettle1982")
    assert told_in(wiki, "''Kettle (1982)'' has one.", *both) == ("Film/Kettle1982", [])
    assert told_in(wiki, "''Kettle'' has one.", *both) == ("Film/Kettle", ["name-ambiguous"])


def test_failure_years_of_a_remake_without_a_page(wiki: Wiki) -> None:
    assert told_in(wiki, "''Kettle (1982)'' has one.", "Film/Kettle", "Film/Kettle1951")[0] == "Film/Kettle1982"


def test_failure_creators(wiki: Wiki) -> None:
    both = ("Literature/KettleAshdown", "Literature/KettleCarrow")
    found = told_in(wiki, "''Kettle (Carrow)'' has one.", *both, heading="Literature")
    assert found == ("Literature/KettleCarrow", [])


def test_failure_franchise_and_book_taken_as_the_film(wiki: Wiki) -> None:
    others = ("Franchise/Kettle", "Literature/Kettle")
    assert told_in(wiki, "''Kettle'' has one.", *others) == ("Film/Kettle", ["other-medium"])
    assert told_in(wiki, "''Kettle'' has one.", *others, "Film/Kettle") == ("Film/Kettle", [])


@pytest.mark.parametrize(("heading", "space"), [("Literature", "Theatre"), ("Theatre", "Literature")])
def test_failure_play_among_books(wiki: Wiki, heading: str, space: str) -> None:
    """Half the works told so are the play, half a book of its name: only a redirect or the user says which."""
    found = told_in(wiki, "''Kettle'' has one.", f"{space}/Kettle", heading=heading)
    assert found == (f"{heading}/Kettle", ["other-medium"])


def test_failure_play_among_books_with_a_redirect(wiki: Wiki) -> None:
    led = {"Literature__Kettle": "[[redirect:Theatre/Kettle]]\n"}
    assert told_in(wiki, "''Kettle'' has one.", "Theatre/Kettle", heading="Literature", **led) == ("Theatre/Kettle", [])


def test_failure_play_among_books_with_a_decision(wiki: Wiki) -> None:
    pages = {"Main/AmberLantern": trope("''Kettle'' has one.", heading="Literature"), "Theatre/Kettle": work()}
    graph = wiki.graph(pages, decided="same\tLiterature/Kettle\tTheatre/Kettle\n")
    assert (examples(graph), codes(graph)) == ({("Theatre/Kettle", "Main/AmberLantern")}, [])


def test_failure_subpages(wiki: Wiki) -> None:
    spaces = ("Trivia", "YMMV", "Characters", "Recap")
    parts = {f"{space}/TheTowerKeeper": work(f"{space}Lantern: It does.") for space in spaces}
    graph = wiki.graph({"Film/TheTowerKeeper": work("AmberLantern: It does."), **parts})
    assert {source for source, _ in examples(graph)} == {"Film/TheTowerKeeper"}
    stated = {row["target"]: row["page"] for row in graph.evidence.to_pylist()}
    assert stated == {"Main/AmberLantern": "Film/TheTowerKeeper"} | {
        f"Main/{space}Lantern": f"{space}/TheTowerKeeper" for space in spaces
    }
