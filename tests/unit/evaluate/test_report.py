"""The report as data and as a document."""

import json
import re

import pytest

from tropegraph.evaluate import ExampleRow, PageRows, RelationRow, report_data, score
from tropegraph.render.report import render_report

HOSTILE = [
    "</script><img src=x onerror=alert(1)><script>alert(2)</script>",
    "<!--<script>",
    "javascript:alert(1)",
    '" onmouseover="alert(1)" \'',
    "{{ 7 * 7 }} ${7 * 7}",
    "\u202eesrever\u2028\u2029",
    "__proto__",
]


def scores_of(text: str = "Role"):
    gold = PageRows(
        "p",
        text,
        text,
        relations=(RelationRow("Hero", "SEE_ALSO", text, text),),
        examples=(ExampleRow(text, "Hero", modifiers=("AVERTED",)),),
    )
    found = PageRows(
        "p",
        url=text,
        relations=(RelationRow("Hero", "LEADS_TO", text, sentence=f"It leads to {text}."),),
        examples=(ExampleRow(text, "Hero", sentence=text),),
    )
    return score([gold], [found])


def test_the_data_hold_figures_and_each_fact_with_its_sentence_in_pieces() -> None:
    data = report_data(scores_of())
    assert [(part["name"], part["gold"], part["missed"], part["wrong"]) for part in data["parts"]] == [
        ("relations", 1, 1, 1),
        ("examples", 1, 0, 0),
        ("modifiers", 1, 1, 0),
    ]
    assert [kind["name"] for kind in data["kinds"]] == ["SEE_ALSO", "LEADS_TO", "EXAMPLE_OF", "AVERTED"]
    assert data["pages"] == [{"id": "p", "title": "Role", "url": "Role", "read": True}]
    wrong = next(fact for fact in data["facts"] if fact["outcome"] == "wrong")
    assert wrong == {
        "outcome": "wrong",
        "kind": 1,
        "page": 0,
        "source": "Hero",
        "target": "Role",
        "sentence": [["It leads to ", False], ["Role", True], [".", False]],
    }
    assert json.loads(json.dumps(data)) == data


def test_the_same_scores_give_the_same_document() -> None:
    one, other = (render_report(report_data(scores_of()), title="A report") for _ in range(2))
    assert one == other
    assert "<title>A report</title>" in one


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_data(text: str) -> None:
    page = render_report(report_data(scores_of(text)), title=text)
    plain = render_report(report_data(scores_of()), title="A report")
    for tag in ("<script", "</script", "<img", "<svg", "<!--"):
        assert page.count(tag) == plain.count(tag), tag
    assert json.loads(re.search(r'id="report-data">(.*?)</script>', page)[1]) == report_data(scores_of(text))


def test_the_document_names_nothing_outside_itself() -> None:
    page = render_report(report_data(scores_of()), title="A report")
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.S)
    assert not re.search(r"\b(src|href|action|poster|data)\s*=", markup)
    assert "url(" not in page.partition("</style>")[0]
    assert re.search(r"Content-Security-Policy\" content=\"default-src 'none'; script-src 'nonce-[0-9a-f]{32}'", page)
