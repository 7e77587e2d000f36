"""Known works in text that shows no title as such."""

import pytest

from tropegraph.extract.names.known_works import Works

NAMES = {
    "galaxyquest": ("Film/GalaxyQuest",),
    "somelikeithot": ("Film/SomeLikeItHot",),
    "it": ("Film/It", "Literature/It"),
    "dune": ("Film/Dune1984", "Film/Dune2021", "Literature/"),
}
WORKS = Works(lambda: NAMES)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Galaxy Quest parodies it.", "Galaxy Quest"),
        ("Galaxy Quest's crew", "Galaxy Quest"),
        ("Some Like It Hot has it.", "Some Like It Hot"),
        ("some like it hot", ""),
        ("It does so.", ""),
        ("Galaxy questions", ""),
    ],
)
def test_a_known_title_ends_where_it_is_known_to(text: str, title: str) -> None:
    end = WORKS.end_of_title(text, 0)
    assert text[:end] == title


def test_a_title_gives_its_page_where_one_page_of_the_medium_has_it() -> None:
    assert WORKS.page("Galaxy Quest", "Film") == "Film/GalaxyQuest"
    assert WORKS.page("It", "Literature") == "Literature/It"
    assert WORKS.page("Galaxy Quest", "Literature") == ""
    assert WORKS.page("Dune", "Film") == ""
    assert WORKS.page("Dune", "Literature") == ""
    assert WORKS.page("Galaxy Quest", None) == ""


def test_titles_are_loaded_when_first_asked_for() -> None:
    calls: list[int] = []

    def load() -> dict[str, tuple[str, ...]]:
        calls.append(1)
        return NAMES

    works = Works(load)
    assert calls == []
    assert works.known("galaxy-quest")
    assert not works.known("Quest")
    assert calls == [1]
