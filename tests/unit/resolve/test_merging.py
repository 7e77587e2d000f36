"""Edges: both sides of a fact united, evidence kept, contradictions told."""

from dataclasses import replace

import pytest
from stating import (
    codes,
    edges,
    example,
    graph,
    link,
    membership,
    mention,
    named,
    nodes,
    page,
    published,
    relation,
    work,
)

from tropegraph.model.findings import Finding
from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS, Modifier, PageKind


@pytest.mark.parametrize("kind", TROPE_RELATIONS)
def test_symmetric_types_have_their_ends_in_id_order_and_others_as_stated(kind):
    built = graph(page("Main/Zebra", relation("Main/Zebra", kind, "Main/Ant")))
    ends = ("Main/Ant", "Main/Zebra") if RELATIONS[kind].symmetric else ("Main/Zebra", "Main/Ant")
    assert list(edges(built)) == [(ends[0], kind, ends[1])]


def test_a_symmetric_fact_stated_on_both_pages_is_one_edge_with_two_pieces_of_evidence():
    built = graph(
        page("Main/A", relation("Main/A", "CONTRAST_WITH", "Main/B", "Contrast B.")),
        page("Main/B", relation("Main/B", "CONTRAST_WITH", "Main/A", "Contrast A.")),
    )
    (edge,) = built.edges.to_pylist()
    assert edge["evidence_count"] == 2
    assert sorted(built.evidence["sentence"].to_pylist()) == ["Contrast A.", "Contrast B."]


def test_an_example_from_both_sides_and_an_edge_set_is_one_edge():
    built = graph(
        page("Main/T", example("Film/GalaxyQuest", "Main/T", "Film", [Modifier.SUBVERTED], "It turns out otherwise.")),
        work("Film/GalaxyQuest", example("Film/GalaxyQuest", "Main/T", None, [Modifier.LAMPSHADED], "They say so.")),
        sets=[published(("Film/GalaxyQuest", "Galaxy Quest", "Main/T"))],
    )
    edge = edges(built)["Film/GalaxyQuest", "EXAMPLE_OF", "Main/T"]
    assert edge["stated_on"] == ["dataset", "trope", "work"]
    assert edge["modifiers"] == ["SUBVERTED", "LAMPSHADED"]
    assert edge["media"] == ["Film"]
    assert edge["evidence_count"] == 3


def test_modifiers_come_in_vocabulary_order():
    said = [Modifier.ZIGZAGGED, Modifier.AVERTED, Modifier.INVERTED]
    built = graph(*(page("Main/T", example("Film/A", "Main/T", None, [m], m), source=m) for m in said))
    assert built.edges["modifiers"].to_pylist() == [["AVERTED", "INVERTED", "ZIGZAGGED"]]


def test_modifiers_that_exclude_each_other_are_told():
    both = [Modifier.STRAIGHT, Modifier.AVERTED]
    built = graph(page("Main/T", example("Film/A", "Main/T", None, both)))
    assert built.findings.to_pylist()[0]["code"] == "modifier-conflict"
    assert "AVERTED and STRAIGHT" in built.findings.to_pylist()[0]["message"]
    assert built.edges["modifiers"].to_pylist() == [["STRAIGHT", "AVERTED"]]


def test_the_same_page_from_two_inputs_counts_its_evidence_once():
    facts = page("Main/T", example("Film/A", "Main/T", "Film", sentence="In A, it's so."), source="b.html")
    other = page("Main/T", example("Film/A", "Main/T", "Film", sentence="In A its so."), source="a.pmwiki")
    built = graph(facts, other)
    assert built.edges["evidence_count"].to_pylist() == [1]
    assert built.evidence["input"].to_pylist() == ["a.pmwiki"]
    assert built.pages.num_rows == 2
    (told,) = built.findings.to_pylist()
    assert (told["code"], told["page"]) == ("duplicate-page", "b.html")


def test_facts_of_two_inputs_of_one_page_unite():
    built = graph(
        page("Main/T", relation("Main/T", "SEE_ALSO", "Main/A"), source="1"),
        page("Main/T", relation("Main/T", "SEE_ALSO", "Main/B"), source="2"),
    )
    assert {target for _, _, target in edges(built)} == {"Main/A", "Main/B"}


def test_one_edge_set_given_twice_counts_once():
    rows = [("Film/A", "A", "Main/T")]
    twice = [published(*rows), replace(published(*rows), id="copy.tsv")]
    assert graph(sets=twice).edges["evidence_count"].to_pylist() == [1]
    other = [published(*rows), published(*rows, source="other.tsv")]
    assert graph(sets=other).edges["evidence_count"].to_pylist() == [2]


def test_rows_of_an_edge_set_without_a_name_are_left_out():
    built = graph(sets=[published(("", "A", "Main/T"), ("Film/B", "B", "Main/T"))])
    assert list(edges(built)) == [("Film/B", "EXAMPLE_OF", "Main/T")]
    assert codes(built) == ["bad-record"]


def test_a_fact_between_one_node_and_itself_is_told_and_left_out():
    built = graph(
        page("Main/Old", to="Main/New"),
        page("Main/New", relation("Main/New", "SEE_ALSO", "Main/Old")),
    )
    assert built.edges.num_rows == 0
    assert codes(built) == ["self-loop"]


def test_one_pair_may_have_edges_of_several_types():
    built = graph(page("Main/A", relation("Main/A", "SEE_ALSO", "Main/B"), relation("Main/A", "INVERSE_OF", "Main/B")))
    assert [kind for _, kind, _ in edges(built)] == ["INVERSE_OF", "SEE_ALSO"]


def test_mentions_only_when_asked_for():
    facts = page("Main/A", mention("Main/A", "Main/B"), mention("Main/A", "Creator/Someone"))
    assert graph(facts).edges.num_rows == 0
    built = graph(facts, mentions=True)
    assert nodes(built)["Creator/Someone"]["kind"] == "Page"
    assert ("Main/A", "MENTIONS", "Main/B") in edges(built)


def test_a_membership_joins_to_an_index():
    built = graph(page("Main/A", membership("Main/A", "Main/LoveTropes")))
    assert nodes(built)["Main/LoveTropes"]["kind"] == "Index"
    assert built.edges["stated_on"].to_pylist() == [["trope"]]
    assert built.evidence.to_pylist()[0]["block"] == -1


def test_links_to_people_never_become_tropes():
    built = graph(page("Main/A", relation("Main/A", "SEE_ALSO", "Creator/Someone")))
    assert set(nodes(built)) == {"Main/A"}
    assert set(codes(built)) == {"kind-conflict", "wrong-end"}


def test_a_page_read_decides_its_kind():
    built = graph(
        page("Main/A", relation("Main/A", "SEE_ALSO", "Main/B")),
        page("Main/B", kind=PageKind.WORK),
    )
    assert nodes(built)["Main/B"]["kind"] == "Work"
    assert built.edges.num_rows == 0
    assert set(codes(built)) == {"kind-conflict", "wrong-end"}


def test_an_index_may_act_as_a_trope():
    built = graph(
        page("Main/A", relation("Main/A", "SUBTROPE_OF", "Main/LoveTropes")),
        page("Main/LoveTropes", kind=PageKind.INDEX),
    )
    assert ("Main/A", "SUBTROPE_OF", "Main/LoveTropes") in edges(built)
    assert nodes(built)["Main/LoveTropes"]["kind"] == "Index"
    assert codes(built) == []


def test_a_work_may_be_an_index_too():
    built = graph(
        work("Film/GalaxyQuest", membership("Film/GalaxyQuest", "Franchise/Quests")),
        page("Main/T", example("Franchise/Quests", "Main/T")),
    )
    assert nodes(built)["Franchise/Quests"]["kind"] == "Work"
    assert ("Film/GalaxyQuest", "IN_INDEX", "Franchise/Quests") in edges(built)
    assert codes(built) == []


def test_the_name_is_the_title_of_the_page_read_then_the_best_label_then_the_page_name():
    facts = page("Main/BoldlyComing", relation("Main/BoldlyComing", "SEE_ALSO", named("half-human hybrid")))
    more = page("Main/T", relation("Main/T", "SEE_ALSO", named("Half-Human Hybrid")))
    assert nodes(graph(facts, more))["Main/HalfHumanHybrid"]["name"] == "Half-Human Hybrid"
    read = page("Main/HalfHumanHybrid", title="Half-Human, Half-Hybrid!")
    assert nodes(graph(facts, more, read))["Main/HalfHumanHybrid"]["name"] == "Half-Human, Half-Hybrid!"
    unlabelled = page("Main/T", relation("Main/T", "SEE_ALSO", replace(link("Main/HalfHumanHybrid"), title="those")))
    assert nodes(graph(unlabelled))["Main/HalfHumanHybrid"]["name"] == "Half Human Hybrid"


def test_titles_of_an_edge_set_name_its_works():
    built = graph(sets=[published(("Film/TenThingsIHateAboutYou", "Ten Things I Hate about You", "Main/T"))])
    assert nodes(built)["Film/TenThingsIHateAboutYou"]["name"] == "Ten Things I Hate about You"


def test_the_medium_is_the_page_s_then_the_namespace_s_then_the_heading_s():
    built = graph(
        page("Main/T", example(named("Punch"), "Main/T", "Puppet Show"), example("Film/Other", "Main/T", "Literature")),
        work("WesternAnimation/Shorts", example("WesternAnimation/Shorts", "Main/T"), medium="Animated Film"),
    )
    media = {node: row["medium"] for node, row in nodes(built).items() if row["kind"] == "Work"}
    assert media == {
        "Film/Other": "Film",
        "WesternAnimation/Shorts": "Animated Film",
        "Work/Punch": "Puppet Show",
    }


def test_address_and_page_come_from_the_page_read():
    built = graph(page("Main/A", relation("Main/A", "SEE_ALSO", "Main/B"), url="https://example.org/A"))
    assert nodes(built)["Main/A"]["url"] == "https://example.org/A"
    assert (nodes(built)["Main/A"]["has_page"], nodes(built)["Main/B"]["has_page"]) == (True, False)


def test_findings_of_pages_and_of_reading_are_kept_once_each():
    told = Finding("empty-page", "x.txt", "", "It is empty.")
    built = graph(page("Main/A", findings=(told,)), findings=[told])
    assert codes(built) == ["empty-page"]


def test_nothing_gives_empty_tables():
    built = graph()
    assert built.counts() == {"nodes": {}, "edges": {}}


@pytest.mark.parametrize("sources", [("a", "b"), ("b", "a")])
def test_which_wording_of_one_page_is_kept_hangs_on_what_it_says_and_not_on_the_name_of_its_file(sources):
    wordings = ("It plays it, as ever.", "It plays it as ever.")
    both = (
        page("Main/T", example("Film/A", "Main/T", sentence=sentence), source=source)
        for sentence, source in zip(wordings, sources, strict=True)
    )
    assert graph(*both).evidence["sentence"].to_pylist() == ["It plays it as ever."]
