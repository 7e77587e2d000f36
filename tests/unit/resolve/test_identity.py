"""Which names meet in one node, and what the node's id is."""

from stating import codes, edges, example, graph, known, link, named, nodes, page, published, relation, work

from tropegraph.model.vocabulary import PageKind


def test_capitalisation_variants_are_one_node_named_by_the_page_read():
    built = graph(
        page("Main/StarCrossedLovers"),
        page("Main/BoldlyComing", relation("Main/BoldlyComing", "SEE_ALSO", "Main/StarcrossedLovers")),
    )
    assert set(nodes(built)) == {"Main/StarCrossedLovers", "Main/BoldlyComing"}
    assert ("Main/BoldlyComing", "SEE_ALSO", "Main/StarCrossedLovers") in edges(built)


def test_without_a_page_the_known_camel_name_is_the_id():
    facts = [page(f"Main/T{i}", relation(f"Main/T{i}", "SEE_ALSO", "Main/StarcrossedLovers")) for i in range(3)]
    assert "Main/StarCrossedLovers" in nodes(graph(*facts, names=[known("Star Crossed Lovers")]))


def test_without_a_known_name_the_most_frequent_spelling_is_the_id():
    spellings = ["Main/StarcrossedLovers", "Main/StarcrossedLovers", "Main/StarCrossedLovers"]
    facts = [page(f"Main/T{i}", relation(f"Main/T{i}", "SEE_ALSO", s)) for i, s in enumerate(spellings)]
    assert "Main/StarcrossedLovers" in nodes(graph(*facts))
    assert "Main/StarCrossedLovers" not in nodes(graph(*facts))


def test_equally_frequent_spellings_give_the_smallest():
    facts = [
        page("Main/T1", relation("Main/T1", "SEE_ALSO", "Main/AbB")),
        page("Main/T2", relation("Main/T2", "SEE_ALSO", "Main/ABB")),
    ]
    assert "Main/ABB" in nodes(graph(*facts))


def test_a_name_without_a_link_meets_the_linked_page():
    built = graph(
        page("Main/T1", relation("Main/T1", "SEE_ALSO", named("Hot Skitty-on-Wailord Action"))),
        page("Main/T2", relation("Main/T2", "SEE_ALSO", link("Main/HotSkittyOnWailordAction"))),
    )
    assert set(nodes(built)) == {"Main/T1", "Main/T2", "Main/HotSkittyOnWailordAction"}


def test_names_in_different_namespaces_stay_apart():
    built = graph(
        page("Main/Dune", example("Film/Dune", "Main/Dune"), example("Literature/Dune", "Main/Dune")),
    )
    assert set(nodes(built)) == {"Main/Dune", "Film/Dune", "Literature/Dune"}


def test_titles_in_other_scripts_stay_apart():
    built = graph(
        page("Main/T", example(named("千と千尋"), "Main/T", "Film"), example(named("羅生門"), "Main/T", "Film"))
    )
    assert len(nodes(built)) == 3


def test_a_plural_meets_the_known_singular():
    facts = page("Main/T", relation("Main/T", "LEADS_TO", named("Half-Human Hybrids")))
    assert "Main/HalfHumanHybrid" in nodes(graph(facts, names=[known("Half Human Hybrid")]))
    assert "Main/HalfHumanHybrids" in nodes(graph(facts))


def test_a_known_plural_stays_itself():
    facts = page("Main/T", relation("Main/T", "SEE_ALSO", "Main/MultipleEndings"))
    built = graph(facts, names=[known("Multiple Ending"), known("Multiple Endings")])
    assert "Main/MultipleEndings" in nodes(built)


def test_a_work_without_a_page_is_its_title_within_its_medium():
    built = graph(page("Main/T", example(named("Galaxy Quest"), "Main/T", "Film")))
    node = nodes(built)["Film/GalaxyQuest"]
    assert (node["kind"], node["medium"], node["name"]) == ("Work", "Film", "Galaxy Quest")


def test_a_work_without_a_page_meets_the_one_page_of_its_medium():
    """A manga's page is in a namespace that its medium lists second."""
    built = graph(
        page("Main/T1", example(named("Ranma"), "Main/T1", "Anime & Manga")),
        page("Main/T2", example("Manga/Ranma", "Main/T2")),
    )
    assert ("Manga/Ranma", "EXAMPLE_OF", "Main/T1") in edges(built)
    assert "Anime/Ranma" not in nodes(built)


def test_a_work_of_unknown_medium_meets_the_one_page_of_its_name():
    built = graph(
        page("Main/T1", example(named("Galaxy Quest"), "Main/T1")),
        page("Main/T2", example("Film/GalaxyQuest", "Main/T2")),
    )
    assert ("Film/GalaxyQuest", "EXAMPLE_OF", "Main/T1") in edges(built)


def test_a_work_of_unknown_medium_stays_apart_where_two_pages_fit():
    built = graph(
        page("Main/T1", example(named("Dune"), "Main/T1")),
        page("Main/T2", example("Film/Dune", "Main/T2"), example("Literature/Dune", "Main/T2")),
    )
    assert ("Work/Dune", "EXAMPLE_OF", "Main/T1") in edges(built)
    assert nodes(built)["Work/Dune"]["medium"] == ""


def test_a_work_of_another_medium_stays_apart():
    built = graph(
        page("Main/T1", example(named("Dune"), "Main/T1", "Literature")),
        page("Main/T2", example("Film/Dune", "Main/T2")),
    )
    assert {"Film/Dune", "Literature/Dune"} <= set(nodes(built))


def test_a_work_linked_outside_the_media_meets_the_page_of_its_heading():
    built = graph(
        page("Main/T1", example("Main/GalaxyQuest", "Main/T1", "Film")),
        page("Main/T2", example("Film/GalaxyQuest", "Main/T2"), example("VideoGame/GalaxyQuest", "Main/T2")),
    )
    assert ("Film/GalaxyQuest", "EXAMPLE_OF", "Main/T1") in edges(built)
    assert "Main/GalaxyQuest" not in nodes(built)


def test_a_work_read_from_its_page_gives_the_id():
    built = graph(
        work("Film/GalaxyQuest", example("Film/GalaxyQuest", "Main/T")),
        sets=[
            published(("Film/Galaxyquest", "Galaxy Quest", "Main/T"), ("Film/Galaxyquest", "Galaxy Quest", "Main/U"))
        ],
    )
    assert {row["source"] for row in built.edges.to_pylist()} == {"Film/GalaxyQuest"}


def test_ends_without_a_letter_are_told_and_left_out():
    built = graph(page("Main/T", example(named("???"), "Main/T"), relation("Main/T", "SEE_ALSO", named("!"))))
    assert built.edges.num_rows == 0
    assert sorted(codes(built)) == ["trope-unclear", "work-unclear"]


def test_a_subpage_speaks_of_its_parent():
    built = graph(
        page(
            "Main/BoldlyComing", example("Film/GalaxyQuest", "Main/BoldlyComing"), on="BoldlyComing/Film", source="sub"
        )
    )
    assert built.pages.to_pylist()[0]["page"] == "BoldlyComing/Film"
    assert built.pages.to_pylist()[0]["node"] == "Main/BoldlyComing"
    assert not nodes(built)["Main/BoldlyComing"]["has_page"]
    assert built.evidence.to_pylist()[0]["page"] == "BoldlyComing/Film"


def test_a_page_without_name_or_title_keeps_its_row():
    built = graph(page("", kind=PageKind.OTHER, title="", source="mystery.txt"))
    assert built.pages.to_pylist()[0]["id"] == "mystery.txt"
    assert built.nodes.num_rows == 0
