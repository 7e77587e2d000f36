"""Wordings of the modifiers, and the everyday sense of the same words."""

import pytest

from tropegraph.extract.examples.modifiers import hits, modifier_of, ordered
from tropegraph.model.page import Block, BlockKind, Link
from tropegraph.model.vocabulary import Modifier


def said(text, *links):
    return [str(h.modifier) for h in hits(Block(BlockKind.ITEM, text, 1, links=links))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Averted. Nobody falls.", ["AVERTED"]),
        ("Mostly averted with the guards.", ["AVERTED"]),
        ("It is partially justified by the gloves.", ["JUSTIFIED"]),
        ("Everybody jumps, though it is later subverted.", ["SUBVERTED"]),
        ("Double Subverted in the end.", ["DOUBLE_SUBVERTED"]),
        ("Inverted and played straight in the finale.", ["INVERTED", "STRAIGHT"]),
        ("The film lampshades this at once.", ["LAMPSHADED"]),
        ("The series deconstructs the trope.", ["DECONSTRUCTED"]),
        ("Hilariously spoofed in the sequel.", ["PARODIED"]),
        ("Zig-zagged: now they do, now they don't.", ["ZIGZAGGED"]),
        ("She does it, which is played for laughs.", ["PLAYED_FOR_LAUGHS"]),
        ("Played with in the pilot.", ["PLAYED_WITH"]),
        ("Implied with the cook.", ["IMPLIED"]),
        ("The end implies that he is one of these.", ["IMPLIED"]),
        ("A subversion of this trope.", ["SUBVERTED"]),
        ("A rare gender inversion.", ["GENDER_INVERTED"]),
        ("She lives to a great age, making this an aversion.", ["AVERTED"]),
        ("The last scene is a complete inversion: he saves her.", ["INVERTED"]),
        ("A downplayed example is the dog.", ["DOWNPLAYED"]),
        ("Exploited by the villain.", ["EXPLOITED"]),
    ],
)
def test_said(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He averted the war with a song.",
        "She subverted expectations of her teachers.",
        "An implied threat hangs over the house.",
        "His aversion to spiders is well known.",
        "There is an aversion to spiders at court.",
        "They discussed the plan over tea.",
        "He plays with her toys.",
        "The king was exploited peasants' worst enemy.",
        "For once this is not subverted.",
        "It almost justified his trust in strangers.",
        "A comedic version of the cook.",
        "She walks zig-zagging home.",
    ],
)
def test_everyday_words_say_nothing(text):
    assert said(text) == []


def test_link_to_a_modifiers_page_counts_under_any_label():
    assert said("However, she falls.", Link(0, 7, page="Main/SubvertedTrope")) == ["SUBVERTED"]


def test_words_about_another_trope_do_not_count():
    text = "He walks in and subverts this Big Bad idea. Averts Wall Crawl, too."
    start = text.index("Wall")
    assert "AVERTED" not in said(text, Link(start, start + 10, page="Main/WallCrawl"))


def test_hits_lie_where_they_are_said():
    text = "X: Averted. Then subverted."
    block = Block(BlockKind.ITEM, text, 1)
    assert [text[h.start : h.end].lower() for h in hits(block)] == ["averted", "subverted"]
    assert [h.modifier for h in hits(block, 11)] == [Modifier.SUBVERTED]


def test_every_modifier_has_a_page_of_its_own():
    names = (
        "SubvertedTrope",
        "PlayedForDrama",
        "LogicalExtreme",
        "ConversationalTroping",
        "EnforcedTrope",
        "PlayedStraight",
    )
    assert [modifier_of(Link(0, 1, page=f"Main/{n}")) for n in names] == [
        Modifier.SUBVERTED,
        Modifier.PLAYED_FOR_DRAMA,
        Modifier.LOGICAL_EXTREME,
        Modifier.CONVERSED,
        Modifier.ENFORCED,
        Modifier.STRAIGHT,
    ]


def test_order_is_the_vocabularys():
    assert ordered({Modifier.PLAYED_WITH, Modifier.AVERTED}) == (Modifier.AVERTED, Modifier.PLAYED_WITH)
