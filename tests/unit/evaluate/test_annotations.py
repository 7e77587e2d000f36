"""Files of annotations are read strictly, and facts that were found before as they are."""

import json

import pytest

from tropegraph.errors import InputError
from tropegraph.evaluate import ExampleRow, PageRows, RelationRow, fact_rows, holds_facts, holds_texts, load_annotations

RELATION = {"source": "Hero", "type": "SEE_ALSO", "target": "Role"}
EXAMPLE = {"work": "Jaws", "trope": "Hero"}


def written(folder, *records: object) -> str:
    path = folder / "gold.jsonl"
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_rows_are_read_with_what_they_lack_left_empty(tmp_path) -> None:
    full = {"work_page": "Film/Jaws", "modifiers": ["AVERTED"], "work_as_written": "the film", "optional": True}
    path = written(
        tmp_path,
        {"id": "a", "title": "Hero", "relations": [RELATION, RELATION | {"as_written": "roles", "optional": True}]},
        "",
        {"page": "b", "relations": None, "examples": [EXAMPLE, EXAMPLE | full]},
    )
    assert load_annotations(path) == (
        PageRows(
            "a",
            "Hero",
            relations=(
                RelationRow("Hero", "SEE_ALSO", "Role"),
                RelationRow("Hero", "SEE_ALSO", "Role", "roles", optional=True),
            ),
        ),
        PageRows(
            "b",
            examples=(
                ExampleRow("Jaws", "Hero"),
                ExampleRow("Jaws", "Hero", "Film/Jaws", ("AVERTED",), "the film", optional=True),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ([], "is empty"),
        (["\n\n"], "is empty"),
        (["not JSON"], "Line 1 of gold.jsonl is no JSON"),
        (["[" * 100_000], "is no JSON"),
        ([{"id": "a", "relations": []}, [1]], "Line 2 of gold.jsonl is no JSON object"),
        ([{"relations": []}], 'has no "id"'),
        ([{"id": "a", "title": "Hero"}], "holds no annotations"),
        ([{"id": "a", "relations": "none"}], '"relations" is no list of objects'),
        ([{"id": "a", "examples": ["Jaws"]}], '"examples" is no list of objects'),
        ([{"id": "a", "relations": [RELATION, {"source": "Hero"}]}], 'relations 2 has no "type"'),
        ([{"id": "a", "relations": [RELATION | {"target": " "}]}], 'relations 1 has no "target"'),
        ([{"id": "a", "relations": [RELATION | {"type": "SUBTROPE"}]}], '"SUBTROPE" is no relation type'),
        ([{"id": "a", "examples": [{"work": "Jaws"}]}], 'examples 1 has no "trope"'),
        ([{"id": "a", "examples": [EXAMPLE | {"modifiers": ["ADVERTED"]}]}], '"ADVERTED" is no modifier'),
        ([{"id": "a", "examples": [EXAMPLE | {"modifiers": "AVERTED"}]}], '"modifiers" is no list'),
        ([{"id": "a", "relations": []}, {"id": "a", "relations": []}], 'annotates the page "a" twice'),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, records, words) -> None:
    with pytest.raises(InputError) as caught:
        load_annotations(written(tmp_path, *records))
    assert words in caught.value.message


def test_a_file_that_cannot_be_read(tmp_path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        load_annotations(tmp_path / "nowhere")
    with pytest.raises(InputError, match="cannot be read"):
        load_annotations(tmp_path)
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="no text"):
        load_annotations(tmp_path / "bytes")


def test_found_facts_may_have_types_and_empty_names_that_annotations_may_not() -> None:
    row = {"source": "", "type": "MENTIONS", "target": "Role", "evidence": "A role."}
    assert fact_rows(json.dumps({"id": 7, "relations": [row]}), "facts") == (
        PageRows("7", relations=(RelationRow("", "MENTIONS", "Role", sentence="A role."),)),
    )
    with pytest.raises(InputError, match='Line 2 of facts, relations 1 has no "target"'):
        fact_rows('{"id": 1, "relations": []}\n{"id": 2, "relations": [{"source": "a", "type": "b"}]}', "facts")


@pytest.mark.parametrize(
    ("line", "facts", "texts"),
    [
        ('{"id": "a", "relations": []}', True, False),
        ('\n{"id": "a", "examples": null}\nrubbish', True, False),
        ('{"id": "a", "relations": [], "text": "A page."}', False, True),
        ('{"id": "a", "text": "A page."}', False, True),
        ("Big Bad\n\nA page.", False, False),
        ("", False, False),
        ("[1]", False, False),
    ],
)
def test_what_a_file_holds_is_told_by_its_first_line(line: str, facts: bool, texts: bool) -> None:
    assert (holds_facts(line), holds_texts(line)) == (facts, texts)
