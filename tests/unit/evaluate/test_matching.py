"""The annotators' rules of comparison."""

import pytest

from tropegraph.evaluate.matching import example_keys, match, name_key, relation_keys
from tropegraph.evaluate.rows import ExampleRow, RelationRow


def related(source: str, kind: str, target: str, written: str = "", *, optional: bool = False) -> RelationRow:
    return RelationRow(source, kind, target, written, optional)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Big Bad", "big bad"),
        ("The Big Bad", "Main/TheBigBad"),
        ("An Ice Person", "ice-person"),
        ("Damsel in Distress", "DamselInDistress"),
        ("Chekhov's Gun", "Chekhovs Gun"),
        ("Café Duel", "Cafe Duel"),
        ("Cops & Robbers", "Cops and Robbers"),
        ("Color-Coded Heroes", "Colour Coded Hero"),
        ("Evil Twins", "Evil Twin"),
        ("Great Families", "Great Family"),
        ("Lone Wolves", "Lone Wolf"),
        ("Secret Bases", "Secret Base"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Big Bad", "Big Good"),
        ("Hero", "Anti-Hero"),
        ("Bus", "Bu"),
        ("進撃の巨人", "鋼の錬金術師"),
    ],
)
def test_names_that_stay_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_symmetric_types_compare_in_either_order_and_others_do_not() -> None:
    assert relation_keys(related("A1", "INVERSE_OF", "B1")) == relation_keys(related("B1", "INVERSE_OF", "A1"))
    assert not relation_keys(related("A1", "LEADS_TO", "B1")) & relation_keys(related("B1", "LEADS_TO", "A1"))
    assert not relation_keys(related("A1", "SEE_ALSO", "B1")) & relation_keys(related("A1", "LEADS_TO", "B1"))


def test_a_target_is_known_by_the_words_that_the_text_has_for_it() -> None:
    gold = [related("Hero", "SEE_ALSO", "Evil Overlord", "dark lord")]
    matched = match(gold, [related("The Hero", "SEE_ALSO", "Dark Lords")], relation_keys)
    assert (len(matched.right), matched.wrong, matched.missed) == (1, (), ())


def test_a_work_is_known_by_its_page() -> None:
    gold = [ExampleRow("Avatar", "Big Bad", "WesternAnimation/AvatarTheLastAirbender")]
    found = [ExampleRow("Avatar: The Last Airbender", "The Big Bad")]
    assert len(match(gold, found, example_keys).right) == 1


def test_rows_are_told_apart() -> None:
    gold = [related("A1", "SEE_ALSO", "B1"), related("A1", "SEE_ALSO", "C1")]
    found = [related("A1", "SEE_ALSO", "D1"), related("A1", "SEE_ALSO", "C1")]
    matched = match(gold, found, relation_keys)
    assert matched.right == ((gold[1], found[1]),)
    assert matched.wrong == (found[0],)
    assert matched.missed == (gold[0],)


def test_an_optional_row_counts_neither_for_nor_against() -> None:
    gold = [related("A1", "SEE_ALSO", "B1", optional=True)]
    for found in ([], [related("A1", "SEE_ALSO", "B1")]):
        matched = match(gold, found, relation_keys)
        assert (matched.right, matched.wrong, matched.missed) == ((), (), ())


def test_a_fact_found_twice_counts_once_right_or_wrong() -> None:
    gold = [related("A1", "COMPARE_WITH", "B1")]
    found = [related("A1", "COMPARE_WITH", "B1"), related("B1", "COMPARE_WITH", "A1")]
    assert len(match(gold, found, relation_keys).right) == 1
    assert match(gold, found, relation_keys).wrong == ()
    assert match([], found, relation_keys).wrong == (found[0],)


def test_two_annotated_rows_of_one_name_want_two_found_rows() -> None:
    gold = [ExampleRow("Ring", "Big Bad", "Film/Ring"), ExampleRow("Ring", "Big Bad", "Literature/Ring")]
    found = [ExampleRow("Ring", "Big Bad", "Film/Ring")]
    assert len(match(gold, found, example_keys).missed) == 1
    assert match(gold, found * 2, example_keys).missed == ()
