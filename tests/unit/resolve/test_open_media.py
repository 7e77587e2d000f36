"""Works of wikis that keep no namespaces of works: the links say that it is one, and not of which medium."""

from stating import edges, example, graph, nodes, page

from tropegraph.model.vocabulary import PageKind


def test_the_heading_that_it_stands_under_gives_its_namespace():
    built = graph(page("Main/T", example("Work/GalaxyQuest", "Main/T", "Film")))
    assert ("Film/GalaxyQuest", "EXAMPLE_OF", "Main/T") in edges(built)


def test_media_of_one_namespace_count_together():
    media = ["Animated Film", "Western Animation", "Literature"]
    built = graph(*(page(f"Main/T{i}", example("Work/Shrek", f"Main/T{i}", m)) for i, m in enumerate(media)))
    assert "WesternAnimation/Shrek" in nodes(built)
    assert len(nodes(built)) == 4


def test_as_many_headings_for_as_against_leave_it_open():
    media = ["Film", "Literature"]
    built = graph(*(page(f"Main/T{i}", example("Work/Dune", f"Main/T{i}", m)) for i, m in enumerate(media)))
    assert set(nodes(built)) == {"Main/T0", "Main/T1", "Work/Dune"}


def test_its_own_page_decides_over_any_heading():
    built = graph(
        page("Main/T", example("Work/Dune", "Main/T", "Film")),
        page("Literature/Dune", kind=PageKind.WORK, aliases=("Main/Dune", "Work/Dune")),
    )
    assert ("Literature/Dune", "EXAMPLE_OF", "Main/T") in edges(built)
    assert "Work/Dune" not in nodes(built)


def test_a_link_in_a_namespace_decides_where_it_is_of_the_same_medium():
    built = graph(
        page("Main/T1", example("Work/Monster", "Main/T1", "Anime & Manga")),
        page("Main/T2", example("Manga/Monster", "Main/T2", "Anime & Manga")),
    )
    assert ("Manga/Monster", "EXAMPLE_OF", "Main/T1") in edges(built)


def test_a_redirect_from_a_short_title_leads_on():
    built = graph(
        page("Main/T", example("Work/Buffy", "Main/T", "Live-Action TV")),
        page("Main/Buffy", to="Series/BuffyTheVampireSlayer"),
        page("Series/BuffyTheVampireSlayer", kind=PageKind.WORK),
    )
    assert ("Series/BuffyTheVampireSlayer", "EXAMPLE_OF", "Main/T") in edges(built)


def test_a_work_linked_without_a_namespace_stands_in_that_of_its_medium() -> None:
    built = graph(page("Main/T", example("Main/GalaxyQuest", "Main/T", "Film")))
    assert set(nodes(built)) == {"Main/T", "Film/GalaxyQuest"}


def test_a_page_that_was_read_keeps_its_name_whatever_its_medium() -> None:
    built = graph(
        page("Main/T", example("Main/GalaxyQuest", "Main/T", "Film")), page("Main/GalaxyQuest", kind=PageKind.WORK)
    )
    assert set(nodes(built)) == {"Main/T", "Main/GalaxyQuest"}


def test_a_work_takes_no_name_that_another_has() -> None:
    built = graph(
        page("Main/T1", example("Main/Monster", "Main/T1", "Anime & Manga")),
        page("Main/T2", example("Anime/Monster", "Main/T2", "Anime & Manga")),
        page("Main/T3", example("Manga/Monster", "Main/T3", "Anime & Manga")),
    )
    assert {"Anime/Monster", "Manga/Monster", "Main/Monster"} <= set(nodes(built))
