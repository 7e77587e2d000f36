"""Names that are written otherwise meet the one page that fits; names that only look alike stay apart."""

import pytest
from stating import codes, edges, example, graph, known, named, nodes, page, relation, work

from tropegraph.model.vocabulary import PageKind


def uses(built):
    """Works by the trope page that tells of them."""
    return {target: source for source, _, target in edges(built)}


def film(title, *pages, medium="Film", names=()):
    """Which node a film named by its title becomes, where these pages were read."""
    return uses(graph(page("Main/T", example(named(title), "Main/T", medium)), *pages, names=names))["Main/T"]


def trope(ref, *pages, names=()):
    """Which node a trope becomes that another page names."""
    built = graph(page("Main/T", relation("Main/T", "LEADS_TO", ref)), *pages, names=names)
    return next(target for source, _, target in edges(built) if source == "Main/T")


@pytest.mark.parametrize(
    ("read", "title"),
    [
        ("Film/TheSilverLantern", "Silver Lantern"),
        ("Film/SilverLantern", "The Silver Lantern"),
        ("Film/TwelveKettles", "12 Kettles"),
        ("Film/SwordCrown", "Sword & Crown"),
        ("Film/SwordAndCrown", "Sword & Crown"),
        ("Film/CafeOfDreams", "Café of Dreams"),
        ("Film/HalfMoonVow", "Half-Moon Vow"),
        ("Film/ColorOfTheHarbour", "Colour of the Harbor"),
        ("Film/SilverLantern1982", "Silver Lantern (1982)"),
        ("Film/SilverLantern1982", "Silver Lantern"),
        ("Film/SilverLantern", "Silver Lantern (1982)"),
        ("Film/SilverLanternTheReturn", "Silver Lantern: The Return"),
        ("Literature/SilverLantern", "Silver Lantern (novel)"),
        ("Film/SilverLantern1982", "Silver Lantern (1982 film)"),
    ],
)
def test_a_film_named_by_its_title_meets_its_page(read, title):
    assert film(title, work(read)) == read


@pytest.mark.parametrize(
    ("read", "title"),
    [
        ("Film/SilverLantern", "Silver Lantern II"),
        ("Film/SilverLantern", "Silver Lantern: The Return"),
        ("Film/SilverLanternTheReturn", "Silver Lantern"),
        ("Film/SilverLantern", "Silver Lanterns"),
        ("Film/SilverLantern", "Silver Lantern 2049"),
        ("Franchise/SilverLantern", "Silver Lantern"),
        ("Literature/SilverLantern", "Silver Lantern"),
        ("Series/TheSilverLantern", "Silver Lantern"),
    ],
)
def test_a_film_whose_title_only_looks_alike_stays_apart(read, title):
    assert film(title, work(read)) != read


def test_a_page_s_own_title_is_one_of_its_names():
    assert film("Lantern: The Long Night", work("Film/Lantern", title="Lantern: The Long Night")) == "Film/Lantern"


def test_a_title_that_is_another_page_s_name_is_that_page():
    pages = [work("Film/Lantern1982", title="Lantern"), work("Film/Lantern")]
    assert film("Lantern", *pages) == "Film/Lantern"


def test_remakes_stay_apart_and_what_names_neither_is_told():
    pages = [work("Film/Lantern1951"), work("Film/Lantern1982")]
    assert film("Lantern (1982)", *pages) == "Film/Lantern1982"
    built = graph(page("Main/T", example(named("Lantern"), "Main/T", "Film")), *pages)
    assert uses(built)["Main/T"] == "Film/Lantern"
    assert "name-ambiguous" in codes(built)


def test_a_remake_without_a_page_is_not_the_first_film():
    pages = [work("Film/Lantern"), work("Film/Lantern1951")]
    assert film("Lantern (1982)", *pages) == "Film/Lantern1982"
    both = page("Main/U", *(example(named(f"Lantern ({y})"), "Main/U", "Film") for y in (1951, 1982)))
    built = graph(both, work("Film/Lantern"))
    assert {source for source, _, _ in edges(built)} == {"Film/Lantern1951", "Film/Lantern1982"}


def test_books_of_one_title_are_told_apart_by_their_writers():
    pages = [work(f"Literature/Lantern{w}", title=f"Lantern ({w})") for w in ("Ashdown", "Carrow")]
    assert film("Lantern (Carrow)", *pages, medium="Literature") == "Literature/LanternCarrow"
    assert film("Lantern", *pages, medium="Literature") == "Literature/Lantern"


def test_a_page_with_a_writer_in_brackets_says_that_the_plain_title_is_another_s():
    only = work("Literature/LanternCarrow", title="Lantern (Carrow)")
    assert film("Lantern", only, medium="Literature") == "Literature/Lantern"


def test_the_film_the_book_and_the_franchise_of_one_title_stay_apart():
    pages = [work(f"{space}/Lantern") for space in ("Film", "Literature", "Franchise")]
    assert film("Lantern", *pages) == "Film/Lantern"
    assert film("Lantern", *pages, medium="Literature") == "Literature/Lantern"


def test_a_disambiguation_never_becomes_the_work():
    apart = page("Film/Lantern", kind=PageKind.DISAMBIGUATION)
    assert film("Lantern", apart, work("Film/Lantern1982")) == "Film/Lantern1982"
    built = graph(
        page("Main/T", example("Film/Lantern", "Main/T", "Film")),
        apart,
        work("Film/Lantern1951"),
        work("Film/Lantern1982"),
    )
    assert uses(built)["Main/T"] == "Work/Lantern"
    assert "name-ambiguous" in codes(built)


def test_a_link_to_a_disambiguation_means_the_work_of_the_heading():
    built = graph(
        page("Main/T", example("Main/Lantern", "Main/T", "Film")),
        page("Main/U", example("Main/Lantern", "Main/U", "Literature")),
        page("Main/Lantern", kind=PageKind.DISAMBIGUATION),
        work("Film/Lantern"),
        work("Literature/Lantern"),
    )
    assert uses(built) == {"Main/T": "Film/Lantern", "Main/U": "Literature/Lantern"}


def test_subpages_belong_to_their_work_and_are_kept_as_where_it_is_stated():
    spaces = ("Film", "YMMV", "Trivia", "Characters", "Recap")
    pages = [
        work("Film/Lantern", example("Film/Lantern", "Main/T", sentence=s), on=f"{s}/Lantern", source=s) for s in spaces
    ]
    built = graph(*pages)
    assert [(k[0], row["evidence_count"]) for k, row in edges(built).items()] == [("Film/Lantern", 5)]
    assert sorted(built.evidence["page"].to_pylist()) == sorted(f"{s}/Lantern" for s in spaces)


@pytest.mark.parametrize(
    ("read", "other"),
    [
        ("Main/TheLonelyWolf", "Main/LonelyWolf"),
        ("Main/LonelyWolf", "Main/LonelyWolves"),
        ("Main/KnightInShiningArmour", "Main/KnightsInShiningArmour"),
        ("Main/ColourCodedArmour", "Main/ColorCodedArmor"),
        ("Main/SwordCrown", "Main/SwordAndCrown"),
        ("Main/ThreeWishes", named("3 Wishes")),
        ("Main/ProtegeOfTheMoon", named("Protégé of the Moon")),
    ],
)
def test_a_trope_written_otherwise_meets_its_page_or_its_known_name(read, other):
    assert trope(other, page(read)) == read
    assert trope(other, names=[known(nodes(graph(page(read)))[read]["name"])]) == read


def test_a_link_to_a_film_without_the_article_means_another_film():
    built = graph(page("Main/T", example("Film/Heat", "Main/T", "Film")), work("Film/TheHeat"))
    assert uses(built)["Main/T"] == "Film/Heat"


def test_leading_digits_in_a_link_are_the_number_in_words_read_or_not():
    built = graph(
        page("Main/T", example("Film/28Lanterns", "Main/T", "Film")),
        page("Main/U", example("Film/TwentyEightLanterns", "Main/U", "Film")),
    )
    assert uses(built) == dict.fromkeys(("Main/T", "Main/U"), "Film/TwentyEightLanterns")


def test_two_pages_that_differ_in_the_article_stay_two():
    assert trope("Main/Hero", page("Main/Hero"), page("Main/TheHero")) == "Main/Hero"
    assert trope("Main/TheHero", page("Main/Hero"), page("Main/TheHero")) == "Main/TheHero"


def test_a_linked_trope_with_an_article_is_no_trope_without_one():
    assert trope("Main/TheLantern", page("Main/Lantern")) == "Main/TheLantern"
    assert trope("Main/TheLantern", names=[known("Lantern")]) == "Main/TheLantern"
    assert trope(named("The Lantern"), page("Main/Lantern")) == "Main/Lantern"


def test_singular_and_plural_that_are_only_linked_are_the_commoner_of_the_two():
    def linked(*tropes):
        facts = [page(f"Main/T{i}", relation(f"Main/T{i}", "LEADS_TO", t)) for i, t in enumerate(tropes)]
        return set(nodes(graph(*facts))) - {f"Main/T{i}" for i in range(len(tropes))}

    assert linked("Main/LonelyWolves", "Main/LonelyWolf") == {"Main/LonelyWolf"}
    assert linked("Main/LonelyWolves", "Main/LonelyWolves", "Main/LonelyWolf") == {"Main/LonelyWolves"}
    assert linked("Main/LonelyWolves", named("Lonely Wolf")) == {"Main/LonelyWolves"}
    assert len(linked(named("Lonely Wolves"), named("Lonely Wolf"))) == 2, "no page of either name, as far as is known"


def test_singular_and_plural_that_are_both_known_or_read_stay_two():
    assert trope("Main/Wolves", names=[known("Wolf"), known("Wolves")]) == "Main/Wolves"
    assert trope("Main/Wolves", page("Main/Wolf"), page("Main/Wolves")) == "Main/Wolves"


def test_plurals_of_works_stay_apart():
    built = graph(page("Main/T", example("Film/Wolf", "Main/T")), page("Main/U", example("Film/Wolves", "Main/U")))
    assert uses(built) == {"Main/T": "Film/Wolf", "Main/U": "Film/Wolves"}


def test_a_work_that_only_works_of_other_media_fit_is_its_own_and_told():
    built = graph(page("Main/T", example(named("Lantern"), "Main/T", "Film")), work("Literature/Lantern"))
    assert uses(built)["Main/T"] == "Film/Lantern"
    (told,) = built.findings.to_pylist()
    assert (told["code"], told["page"]) == ("other-medium", "Main/T.txt")
    assert "(Literature/Lantern)" in told["message"]


def test_a_work_that_nothing_else_bears_the_name_of_is_not_told():
    assert codes(graph(page("Main/T", example(named("Lantern"), "Main/T", "Film")), work("Literature/Kettle"))) == []


def test_a_work_that_is_linked_is_its_own_in_silence():
    assert codes(graph(page("Main/T", example("Film/Lantern", "Main/T")), work("Literature/Lantern"))) == []


def test_a_name_that_fits_two_tropes_stays_and_is_told():
    built = graph(
        page("Main/T", relation("Main/T", "LEADS_TO", "Main/Lantern")), page("Main/TheLantern"), page("Main/ALantern")
    )
    assert ("Main/T", "LEADS_TO", "Main/Lantern") in edges(built)
    assert codes(built) == ["name-ambiguous"]


def test_british_spelling_is_no_reason_without_a_known_name():
    built = graph(page("Main/T", *(relation("Main/T", "LEADS_TO", f"Main/{n}") for n in ("GreyArmour", "GrayArmor"))))
    assert {"Main/GreyArmour", "Main/GrayArmor"} <= set(nodes(built))
