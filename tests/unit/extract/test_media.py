"""Media by heading, namespace and subpage."""

import pytest

from tropegraph.extract.pages.media import is_real_life, is_work, medium_of_heading, medium_of_page, medium_of_section


@pytest.mark.parametrize(
    ("heading", "medium"),
    [
        ("Films — Live-Action", "Film"),
        ("Anime and Manga", "Anime & Manga"),
        ("Fan Fics", "Fan Work"),
        ("Examples from Literature:", "Literature"),
        ("Live-Action TV", "Live-Action TV"),
        ("Western Animation", "Western Animation"),
        ("Platform Game", None),
        ("A-D", None),
    ],
)
def test_heading(heading, medium):
    assert medium_of_heading(heading) == medium


@pytest.mark.parametrize(
    ("section", "medium"),
    [
        (("Examples:", "Comic Books"), "Comic Book"),
        (("Examples:", "Platform Game"), "Platform Game"),
        (("Video Games", "A-D"), "Video Game"),
        (("Examples:",), None),
        ((), None),
    ],
)
def test_section(section, medium):
    assert medium_of_section(section) == medium


def test_namespace_whatever_its_capitals():
    assert medium_of_page("Videogame/Portal") == medium_of_page("VideoGame/Portal") == "Video Game"
    assert medium_of_page("Manhwa/Noblesse") == "Anime & Manga"
    assert (is_work("LetsPlay/Mahu"), is_work("Main/BigBad"), is_work("Creator/JossWhedon")) == (True, False, False)


def test_real_life():
    assert is_real_life(("Examples", "Real Life"))
    assert not is_real_life(("Examples", "Film"))
