"""Other ways to write a title."""

import pytest

from tropegraph.model.names import squash
from tropegraph.resolve import likeness


def has(like, title, other):
    return squash(other) in likeness.keys(like, [title])


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("Half-Human Hybrids", "Half-Human Hybrid"),
        ("Lonely Wolves", "Lonely Wolf"),
        ("Reluctant Heroes", "Reluctant Hero"),
        ("Creepy Children", "Creepy Child"),
        ("Evil Twins", "Evil Twin"),
        ("Two-Faced Enemies", "Two-Faced Enemy"),
        ("Knights in Shining Armour", "Knight in Shining Armour"),
    ],
)
def test_plural_and_singular_are_alike_both_ways(many, one):
    assert has(likeness.plurals, many, one)
    assert has(likeness.plurals, one, many)


@pytest.mark.parametrize("title", ["Chess", "Looking Glass", "Witch Princess"])
def test_a_word_that_only_ends_so_has_no_other_singular(title):
    assert not has(likeness.plurals, title, title[:-1])
    assert not has(likeness.plurals, title, title[:-2])


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Colour-Coded Armour", "Color-Coded Armor"),
        ("Theatre of Grey", "Theater of Gray"),
        ("Fellow Traveller", "Fellow Traveler"),
        ("Organised Defence", "Organized Defense"),
        ("Dialogue Tree", "Dialog Tree"),
        ("Jewellery Heist", "Jewelry Heist"),
    ],
)
def test_british_and_american_spelling_are_alike_both_ways(british, american):
    british, american = (text.replace("-", " ") for text in (british, american))
    assert has(likeness.spellings, british, american)
    assert has(likeness.spellings, american, british)


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ("12 Monkeys", "Twelve Monkeys"),
        ("300", "Three Hundred"),
        ("1984", "Nineteen Eighty Four"),
        ("39 Steps", "Thirty Nine Steps"),
        ("101 Kettles", "One Hundred One Kettles"),
        ("20,000 Leagues", "Twenty Thousand Leagues"),
    ],
)
def test_a_leading_number_may_be_spelled_out(digits, words):
    assert has(likeness.numbers, digits, words)
    assert has(likeness.numbers, words, digits) or "," in digits


def test_ordinals_and_numbers_within_are_no_leading_numbers():
    assert not likeness.keys(likeness.numbers, ["1st Kettle", "Kettle 12"])


def test_articles_come_and_go():
    assert has(likeness.articles, "The Lantern", "Lantern")
    assert has(likeness.articles, "Lantern", "A Lantern")
    assert not has(likeness.articles, "Theodora", "odora")


def test_and_may_be_dropped():
    assert has(likeness.conjunctions, "Sword & Crown", "Sword Crown")
    assert has(likeness.conjunctions, "Sword Crown", "Sword and Crown")
    assert not has(likeness.conjunctions, "Sandy Crown", "Sy Crown")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kettle (novel)", ("Kettle", "Literature")),
        ("Kettle (1984 film)", ("Kettle 1984", "Film")),
        ("Kettle (TV series, 2000)", ("Kettle 2000", "Series")),
        ("Kettle (Ashdown)", ("Kettle (Ashdown)", "")),
        ("Kettle", ("Kettle", "")),
    ],
)
def test_a_bracket_may_say_the_medium(title, expected):
    assert likeness.medium_in_bracket(title) == expected
