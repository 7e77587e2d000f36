"""The sentence to look at when a fact was missed."""

import pytest

from tropegraph.evaluate import ExampleRow, PageRows, PageText, RelationRow, mark, placed, score, text_of
from tropegraph.evaluate.places import find
from tropegraph.model.page import Block, BlockKind, Format, Page


@pytest.mark.parametrize(
    ("text", "name", "hit"),
    [
        ("See big-bad, too.", "Big Bad", "big-bad"),
        ("See Big Bads.", "Big Bad", "Big Bads"),
        ("See Chekhov’s Gun.", "Chekhov's Gun", "Chekhov’s Gun"),
        ("See Chekhovs Gun.", "Chekhov's Gun", "Chekhovs Gun"),
        ("Cops & Robbers", "Cops and Robbers", "Cops & Robbers"),
        ("The Damsel in Distress.", "DamselInDistress", "Damsel in Distress"),
        ("Ünlike a café duel …", "Cafe Duel", "café duel"),
        ("İ İ İ café duel", "Café Duel", "café duel"),
        ("Antihero", "Hero", None),
        ("Heroine", "Hero", None),
        ("anything", "", None),
        ("anything", "!?", None),
        ("x" * 300, "x" * 300, None),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, name: str, hit: str | None) -> None:
    span = find(text, name)
    assert (text[slice(*span)] if span else None) == hit


def test_names_are_marked_the_longer_first() -> None:
    assert mark("Hero, not Anti-Hero.", ["Hero", "Anti-Hero"]) == (
        ("Hero", True),
        (", not ", False),
        ("Anti-Hero", True),
        (".", False),
    )
    assert mark("", ["Hero"]) == ()
    assert mark("No names.", []) == (("No names.", False),)


def test_sentences_of_a_page_in_prose_and_in_items() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "A hero. See Villain."),
        Block(BlockKind.ITEM, "Jaws has a hero.", level=1),
    )
    page = Page("p", "Hero", "Main/Hero", None, Format.TEXT, blocks)
    assert text_of(page) == PageText("p", ("A hero.", "See Villain."), ("Jaws has a hero.",))


def sentence_of(gold: PageRows, found: PageRows, *texts: PageText) -> str:
    verdicts = placed(score([gold], [found]), texts).verdicts
    return next(v.sentence for v in verdicts if v.outcome == "missed")


GOLD = PageRows("p", "Hero", relations=(RelationRow("Hero", "SEE_ALSO", "Evil Overlord", "dark lord"),))


def test_the_words_of_the_text_come_before_the_title() -> None:
    text = PageText("p", ("The Evil Overlord is here.", "Mind the dark lord."))
    assert sentence_of(GOLD, PageRows("p"), text) == "Mind the dark lord."
    assert sentence_of(GOLD, PageRows("p"), PageText("p", text.prose[:1])) == "The Evil Overlord is here."


def test_the_page_s_own_name_is_no_sign() -> None:
    assert sentence_of(GOLD, PageRows("p"), PageText("p", ("The hero is brave.",))) == ""
    assert sentence_of(GOLD, PageRows("p")) == ""


def test_the_other_end_is_looked_for_where_the_page_is_the_target() -> None:
    gold = PageRows("p", "Hero", relations=(RelationRow("Evil Overlord", "LEADS_TO", "Hero", "hero"),))
    text = PageText("p", ("A hero.", "An Evil Overlord makes one."))
    assert sentence_of(gold, PageRows("p"), text) == "An Evil Overlord makes one."


def test_a_sentence_that_states_another_fact_comes_first() -> None:
    found = PageRows(
        "p", relations=(RelationRow("Hero", "SEE_ALSO", "Villain", sentence="See the dark lord and Villain."),)
    )
    text = PageText("p", ("Mind the dark lord.", "See the dark lord and Villain."))
    assert sentence_of(GOLD, found, text) == "See the dark lord and Villain."
    assert sentence_of(GOLD, found) == "See the dark lord and Villain."


def test_examples_are_looked_for_in_items_first() -> None:
    gold = PageRows("p", "Hero", examples=(ExampleRow("Jaws", "Hero"),))
    text = PageText("p", ("Named in Jaws.",), ("Jaws: he swims.",))
    assert sentence_of(gold, PageRows("p"), text) == "Jaws: he swims."
