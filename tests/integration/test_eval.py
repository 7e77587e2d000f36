"""`tropegraph eval` as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import run_cli
from tests.integration.test_bad_input import INPUT, OUTPUT, check_refusal

TEXT = "The inverse of Big Good. Compare The Dragon, and see Evil Overlord. It may lead to a Face Heel Turn."
ROWS = [
    {"source": "Big Bad", "type": "INVERSE_OF", "target": "Big Good"},
    {"source": "Big Bad", "type": "CONTRAST_WITH", "target": "Evil Overlord"},
    {"source": "Big Bad", "type": "SEE_ALSO", "target": "Evil Overlord", "optional": True},
    {"source": "Big Bad", "type": "LEADS_TO", "target": "Face–Heel Turn", "as_written": "Face Heel Turn"},
]
PAGE = {"id": "one", "title": "Big Bad", "relations": ROWS}
"""Found are INVERSE_OF, COMPARE_WITH (not annotated), SEE_ALSO (optional) and LEADS_TO; CONTRAST_WITH is missed."""


def lines(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return lines(tmp_path / "gold.jsonl", PAGE)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return lines(tmp_path / "pages.jsonl", {"id": "one", "title": "Big Bad", "format": "text", "text": TEXT})


def figures(*args: object, **given: Any) -> dict[str, Any]:
    ran = run_cli("eval", *args, "--json", **given)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def counts(part: dict[str, Any]) -> tuple[int, int, int, int]:
    return part["gold"], part["found"], part["missed"], part["wrong"]


def test_help_has_an_example() -> None:
    ran = run_cli("eval", "--help")
    assert ran.code == 0
    assert "Example:  tropegraph eval gold.jsonl pages/" in ran.out
    assert " eval " in run_cli("--help").out


def test_figures_of_pages(gold: Path, pages: Path) -> None:
    told = figures(gold, pages)
    assert counts(told["relations"]) == (3, 2, 1, 1)
    assert told["relations"]["precision"] == told["relations"]["recall"] == told["relations"]["f1"] == 0.6667
    assert {kind: counts(part) for kind, part in told["by_type"].items()} == {
        "INVERSE_OF": (1, 1, 0, 0),
        "CONTRAST_WITH": (1, 0, 1, 0),
        "COMPARE_WITH": (0, 0, 0, 1),
        "LEADS_TO": (1, 1, 0, 0),
    }
    assert (told["pages"], told["pages_absent"]) == (1, [])


def test_the_table_holds_the_figures(gold: Path, pages: Path) -> None:
    ran = run_cli("eval", gold, pages)
    rows = {line.split()[0]: line.split()[1:] for line in ran.out.splitlines() if line.strip()}
    assert rows["relations"] == ["3", "2", "1", "1", "0.667", "0.667", "0.667"]
    assert rows["COMPARE_WITH"] == ["0", "0", "0", "1", "0.000", "–", "–"]
    assert "examples" not in rows
    assert ran.err == ""


def test_pages_facts_and_standard_input_give_the_same_figures(tmp_path: Path, gold: Path, pages: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    facts.write_text(run_cli("extract", pages, "--jsonl").out, encoding="utf-8")
    wanted = figures(gold, pages)
    assert figures(gold, facts) == wanted
    assert figures(gold, "-", stdin=facts.read_bytes()) == wanted
    assert figures(gold, "-", stdin=pages.read_bytes()) == wanted


def test_annotations_that_hold_their_texts_need_no_input(tmp_path: Path, gold: Path, pages: Path) -> None:
    whole = lines(tmp_path / "whole.jsonl", PAGE | {"format": "text", "text": TEXT})
    assert figures(whole) == figures(gold, pages)


def test_pages_beside_the_annotations_need_no_input(sample: Path) -> None:
    told = figures(sample / "EXPECTED.jsonl")
    assert (told["pages"], told["pages_absent"]) == (44, [])
    assert told["examples"]["recall"] == 1
    assert told["relations"]["precision"] == 1


def test_two_annotators_are_compared_by_the_same_rules(tmp_path: Path, gold: Path) -> None:
    other = lines(tmp_path / "other.jsonl", PAGE | {"relations": ROWS[:1]})
    assert counts(figures(gold, other)["relations"]) == (3, 1, 2, 0)


def test_misses_stand_by_type_with_their_sentences(gold: Path, pages: Path) -> None:
    shown = run_cli("eval", gold, pages, "--misses", "5").out.partition("\n\nCONTRAST_WITH")
    assert [line.strip() for line in "".join(shown[1:]).splitlines() if line] == [
        "CONTRAST_WITH: 1 missed",
        "missed  Big Bad CONTRAST_WITH Evil Overlord  one",
        "Compare The Dragon, and see Evil Overlord.",
        "COMPARE_WITH: 1 wrong",
        "wrong   Big Bad COMPARE_WITH The Dragon  one",
        "Compare The Dragon, and see Evil Overlord.",
    ]


def test_only_so_many_misses(gold: Path, pages: Path) -> None:
    out = run_cli("eval", gold, pages, "--misses", "1").out
    assert out.count("  one\n") == 1
    assert "1 more" in out
    told = figures(gold, pages, "--misses", "1")
    assert [(row["outcome"], row["type"], row["page"]) for row in told["errors"]] == [("wrong", "COMPARE_WITH", "one")]


def test_missed_sentences_come_from_standard_input_and_from_the_annotations_too(
    tmp_path: Path, gold: Path, pages: Path
) -> None:
    sentence = "Compare The Dragon, and see Evil Overlord."
    told = figures(gold, "-", "--misses", "9", stdin=pages.read_bytes())
    assert {row["sentence"] for row in told["errors"]} == {sentence}
    whole = lines(tmp_path / "whole.jsonl", PAGE | {"format": "text", "text": TEXT})
    nothing = lines(tmp_path / "nothing.jsonl", {"id": "one", "relations": []})
    told = figures(whole, nothing, "--misses", "9")
    assert [row["sentence"] for row in told["errors"]] == [
        "The inverse of Big Good.",
        sentence,
        "It may lead to a Face Heel Turn.",
    ]


def test_one_type_alone(gold: Path, pages: Path) -> None:
    told = figures(gold, pages, "--type", "inverse-of", "--type", "LEADS_TO")
    assert list(told["by_type"]) == ["INVERSE_OF", "LEADS_TO"]
    assert counts(told["relations"]) == (2, 2, 0, 0)


def test_the_report_is_one_file(tmp_path: Path, gold: Path, pages: Path) -> None:
    report = tmp_path / "out" / "report.html"
    ran = run_cli("eval", gold, pages, "--html", report)
    assert str(report) in ran.out
    page = report.read_text(encoding="utf-8")
    assert "<title>Extraction against gold.jsonl</title>" in page
    assert "see Evil Overlord." in page.replace('Evil Overlord",true],["', "Evil Overlord")


def test_a_page_that_the_input_lacks_is_said_and_counts_as_missed(tmp_path: Path, pages: Path) -> None:
    gold = lines(tmp_path / "gold.jsonl", PAGE, PAGE | {"id": "two"})
    ran = run_cli("eval", gold, pages, "--misses", "9")
    assert "Not in the input, so that all their facts count as missed: 1 of 2 annotated pages (two)." in ran.out
    assert "(this page is not in the input)" in ran.out
    told = figures(gold, pages)
    assert told["pages_absent"] == ["two"]
    assert counts(told["relations"]) == (6, 2, 4, 1)


def test_none_of_the_pages_is_there(tmp_path: Path, gold: Path, sample: Path) -> None:
    check_refusal(run_cli("eval", gold, sample / "wiki"), INPUT, "None of the 1 annotated pages", "one")


def test_no_input_to_be_found(gold: Path) -> None:
    check_refusal(run_cli("eval", gold), INPUT, "holds no texts", "tropegraph eval")


def test_an_id_that_can_be_no_path(tmp_path: Path) -> None:
    for id_ in ("x" * 5000, "nul\0", "/" * 9):
        check_refusal(run_cli("eval", lines(tmp_path / "g.jsonl", PAGE | {"id": id_})), INPUT, "holds no texts")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "is empty"),
        (b"Big Bad", "no JSON"),
        (b"\xff\xfe", "no text"),
        (b'{"id": "one", "title": "Big Bad"}', "holds no annotations"),
        (b'{"id": "one", "relations": [{"source": "A", "type": "KIN", "target": "B"}]}', '"KIN" is no relation type'),
    ],
)
def test_a_file_that_holds_no_annotations(tmp_path: Path, pages: Path, content: bytes, word: str) -> None:
    (tmp_path / "bad.jsonl").write_bytes(content)
    check_refusal(run_cli("eval", tmp_path / "bad.jsonl", pages), INPUT, word)


def test_what_is_not_there(tmp_path: Path, gold: Path, pages: Path) -> None:
    check_refusal(run_cli("eval", tmp_path / "nowhere", pages), INPUT, "nowhere")
    check_refusal(run_cli("eval", gold, tmp_path / "nowhere"), INPUT, "nowhere")
    check_refusal(run_cli("eval", gold, pages, "--type", "KIN"), INPUT, "KIN", "SUBTROPE_OF")
    check_refusal(run_cli("eval", gold, pages, "--html", gold / "report.html"), OUTPUT, "report.html")


def test_facts_that_are_damaged(tmp_path: Path, gold: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    facts.write_text('{"id": "one", "relations": []}\n{"id": "one", "rela', encoding="utf-8")
    check_refusal(run_cli("eval", gold, facts), INPUT, "Line 2", "no JSON")
    facts.write_bytes(b'{"id": "one", "relations": []}\n\xff')
    check_refusal(run_cli("eval", gold, facts), INPUT, "no text")


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("annotated", "read"), [("dev_docs_gold.jsonl", "dev_docs.jsonl"), ("dev_pages_gold.jsonl", "")]
)
def test_figures_are_those_of_the_annotators_scorer(corpus: Path, tmp_path: Path, annotated: str, read: str) -> None:
    folder = corpus.parent / "gold"
    facts = tmp_path / "facts.jsonl"
    facts.write_text(run_cli("extract", folder / read if read else corpus, "--jsonl").out, encoding="utf-8")
    command = [sys.executable, str(folder / "score.py"), str(folder / annotated), str(facts), "--per-type"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    theirs = json.loads(done.stdout.splitlines()[-1])
    ours = figures(folder / annotated, facts)
    assert (ours["pages"], len(ours["pages_absent"])) == (theirs["pages"], theirs["pages_missing"])
    for part in ("relations", "examples", "modifiers"):
        assert _theirs(ours[part]) == theirs[part]
    assert {kind: _theirs(part) for kind, part in ours["by_type"].items()} == theirs["per_type"]


def _theirs(part: dict[str, Any]) -> dict[str, Any]:
    """Our figures under the scorer's names."""
    shares = {name: part[name] for name in ("precision", "recall", "f1")}
    return {**shares, "tp": part["found"], "fp": part["wrong"], "fn": part["missed"]}
