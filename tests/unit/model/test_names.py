"""How a trope wiki spells names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tropegraph.model import names


@pytest.mark.parametrize(
    ("title", "camel"),
    [
        ("Boldly Coming", "BoldlyComing"),
        ("Hot Skitty-on-Wailord Action", "HotSkittyOnWailordAction"),
        ("Schrödinger's Cat", "SchrodingersCat"),
        ("Fire & Ice", "FireAndIce"),
        ("Ærø and the Dæmon of Łódź", "AeroAndTheDaemonOfLodz"),
        ("21 Jump Street", "21JumpStreet"),
        ("Did You Just Romance Cthulhu?", "DidYouJustRomanceCthulhu"),
        ("If I Can't Have You…", "IfICantHaveYou"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_camel_name_of_a_title(title: str, camel: str) -> None:
    assert names.camel(title) == camel


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("Main/BoldlyComing", "Boldly Coming"),
        ("Main/TheManInTheMoon", "The Man in the Moon"),
        ("Film/TheAvengers2012", "The Avengers 2012"),
        ("Series/StarTrekTheOriginalSeries", "Star Trek the Original Series"),
        ("Main/NASA", "NASA"),
        ("VideoGame/DukeNukem3D", "Duke Nukem 3D"),
        ("Film/50FirstDates", "50 First Dates"),
        ("Main/ABNegative", "AB Negative"),
        ("BoldlyComing", "Boldly Coming"),
    ],
)
def test_title_of_a_page_name(page: str, title: str) -> None:
    assert names.title_of(page) == title


def test_only_what_may_be_a_title_is_remembered() -> None:
    def held() -> int:
        return names._remembered_title.cache_info().currsize

    names._remembered_title.cache_clear()
    assert names.title_of("Main/" + "Ab" * 60) == " ".join(["Ab"] * 60)
    assert held() == 0
    assert [names.title_of("Main/BoldlyComing") for _ in range(2)] == ["Boldly Coming"] * 2
    assert held() == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Green-Skinned Space Babe", "GreenSkinnedSpaceBabe"),
        ("Half-Human Hybrid", "half human hybrid"),
        ("Beauty & the Beast", "Beauty and the Beast"),
        ("Pokémon", "POKEMON"),
        ("Ærøskøbing", "Aeroskobing"),
        ("進撃の巨人", "進撃の 巨人"),
    ],
)
def test_spellings_of_one_title_have_one_key(one: str, other: str) -> None:
    assert names.squash(one) == names.squash(other)


def test_parts_of_a_page_name() -> None:
    assert (names.namespace("Film/GalaxyQuest"), names.local("Film/GalaxyQuest")) == ("Film", "GalaxyQuest")
    assert (names.namespace("GalaxyQuest"), names.local("GalaxyQuest")) == ("Main", "GalaxyQuest")
    assert names.page_name("Galaxy Quest", "Film") == "Film/GalaxyQuest"
    assert names.page_name("?!") == ""


@given(st.text(st.characters(max_codepoint=127)))
def test_key_of_plain_letters_is_that_of_the_general_way(text: str) -> None:
    general = names.squash(f"{text}é")
    assert names.squash(text) == general.removesuffix("e")


@given(st.text())
def test_any_text_has_a_key_of_letters_and_digits(text: str) -> None:
    key = names.squash(text)
    assert key == "" or key.isalnum()
    assert names.squash(key) == key


@given(st.lists(st.from_regex(r"[A-Z][a-z]{1,8}", fullmatch=True), min_size=1, max_size=6))
def test_a_title_of_words_survives_the_way_to_a_page_name_and_back(words: list[str]) -> None:
    title = " ".join(words)
    assert names.squash(names.title_of(names.page_name(title))) == names.squash(title)


@given(st.text())
def test_a_page_name_holds_no_separator_of_its_own(text: str) -> None:
    page = names.page_name(text)
    assert page == "" or page.count("/") == 1


@pytest.mark.parametrize(
    ("page", "title", "year"),
    [
        ("Film/Dracula1931", "Dracula (1931)", 1931),
        ("Film/Dracula1931", "", 1931),
        ("Film/Dracula", "Dracula (1931)", 1931),
        ("Film/Dune", "Dune (film 1984)", 1984),
        ("Film/HouseOfWax2005", "House of Wax 2005", 2005),
        ("Film/AssaultOnPrecinct132005", "Assault on Precinct 13 (2005)", 2005),
        ("Film/SwingParadeOf1946", "Swing Parade Of 1946", None),
        ("Film/BladeRunner2049", "Blade Runner 2049", None),
        ("Film/Heat", "Heat", None),
        ("Film/1984", "1984", None),
        ("Film/District9", "District 9", None),
    ],
)
def test_years_in_names(page, title, year):
    assert names.year_of(page, title) == year
