"""One node for one thing, from pages as they are written to the graph: small wikis, each for one way to go wrong.

How works are told apart stands in `test_one_work`.
"""

from pathlib import Path

import pytest

from tests.integration.single_wiki import Wiki, codes, examples, saved, trope, work
from tropegraph.model.names import KnownName


@pytest.fixture
def wiki(tmp_path: Path) -> Wiki:
    return Wiki(tmp_path / "wiki")


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
