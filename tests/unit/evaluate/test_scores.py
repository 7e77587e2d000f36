"""Figures are counted from verdicts on single facts."""

import pytest

from tropegraph import extract_pages
from tropegraph.evaluate import ExampleRow, Figures, Outcome, PageRows, Part, RelationRow, score

FOUND, MISSED, WRONG = Outcome.FOUND, Outcome.MISSED, Outcome.WRONG


def page(*relations: RelationRow, id_: str = "p", examples: tuple[ExampleRow, ...] | None = None) -> PageRows:
    return PageRows(id_, relations=relations, examples=examples)


def told(scores, part=None):
    return [(v.outcome, v.kind, v.target) for v in scores.verdicts if part in {None, v.part}]


def test_figures_follow_from_counts() -> None:
    figures = Figures(found=6, missed=2, wrong=4)
    assert (figures.gold, figures.precision, figures.recall) == (8, 0.6, 0.75)
    assert figures.f1 == pytest.approx(2 / 3)


@pytest.mark.parametrize(("figures", "f1"), [(Figures(), 0), (Figures(missed=1), 0), (Figures(wrong=1), 0)])
def test_shares_of_nothing_are_zero(figures: Figures, f1: float) -> None:
    assert (figures.precision, figures.recall, figures.f1) == (0, 0, f1)


def test_relations_are_counted_by_type() -> None:
    gold = page(RelationRow("Hero", "SUBTROPE_OF", "Role"), RelationRow("Hero", "SEE_ALSO", "Villain"))
    found = page(RelationRow("Hero", "SUBTROPE_OF", "Role"), RelationRow("Hero", "LEADS_TO", "Villain"))
    scores = score([gold], [found])
    assert scores.relations == Figures(found=1, missed=1, wrong=1)
    assert dict(scores.by_kind) == {
        "SUBTROPE_OF": Figures(found=1),
        "SEE_ALSO": Figures(missed=1),
        "LEADS_TO": Figures(wrong=1),
    }
    assert told(scores) == [
        (FOUND, "SUBTROPE_OF", "Role"),
        (WRONG, "LEADS_TO", "Villain"),
        (MISSED, "SEE_ALSO", "Villain"),
    ]


def test_modifiers_are_judged_on_examples_that_were_found() -> None:
    gold = page(examples=(ExampleRow("Jaws", "Hero", modifiers=("AVERTED", "INVOKED")), ExampleRow("Heat", "Hero")))
    found = page(examples=(ExampleRow("Jaws", "Hero", modifiers=("AVERTED", "DEFIED"), sentence="Jaws has none."),))
    scores = score([gold], [found])
    assert scores.examples == Figures(found=1, missed=1)
    assert scores.modifiers == Figures(found=1, missed=1, wrong=1)
    assert [(v.outcome, v.kind, v.sentence) for v in scores.verdicts if v.part is Part.MODIFIERS] == [
        (FOUND, "AVERTED", "Jaws has none."),
        (WRONG, "DEFIED", "Jaws has none."),
        (MISSED, "INVOKED", "Jaws has none."),
    ]


def test_a_part_that_was_not_annotated_is_not_judged() -> None:
    found = page(RelationRow("Hero", "SEE_ALSO", "Role"), examples=(ExampleRow("Jaws", "Hero"),))
    scores = score([PageRows("p", relations=())], [found])
    assert scores.parts == {Part.RELATIONS}
    assert told(scores) == [(WRONG, "SEE_ALSO", "Role")]
    assert score([PageRows("p")], [found]).verdicts == ()


def test_all_facts_of_a_page_that_was_not_read_are_missed() -> None:
    gold = [page(RelationRow("Hero", "SEE_ALSO", "Role")), page(id_="other")]
    scores = score(gold, [page(id_="other"), page(RelationRow("A", "SEE_ALSO", "B"), id_="nobody annotated it")])
    assert scores.absent == ("p",)
    assert scores.relations == Figures(missed=1)


def test_types_that_the_rules_lack_are_no_findings() -> None:
    scores = score([page()], [page(RelationRow("Hero", "MENTIONS", "Role"), RelationRow("Hero", "EXAMPLE_OF", "Role"))])
    assert scores.verdicts == ()


def test_only_some_kinds() -> None:
    gold = page(RelationRow("Hero", "SEE_ALSO", "Role"), examples=(ExampleRow("Jaws", "Hero", modifiers=("AVERTED",)),))
    scores = score([gold], [gold], ["AVERTED"])
    assert told(scores) == [(FOUND, "AVERTED", "Hero")]
    assert scores.parts == {Part.MODIFIERS}


def test_what_extraction_gives_is_measured_as_it_is(tmp_path) -> None:
    (tmp_path / "BigBad.txt").write_text("Big Bad\n\nThe inverse of Big Good. Compare The Dragon.\n", encoding="utf-8")
    gold = PageRows("BigBad.txt", relations=(RelationRow("Big Bad", "INVERSE_OF", "Big Good"),))
    scores = score([gold], extract_pages([tmp_path]))
    assert [(v.outcome, v.target, v.sentence) for v in scores.verdicts] == [
        (FOUND, "Big Good", "The inverse of Big Good."),
        (WRONG, "The Dragon", "Compare The Dragon."),
    ]
