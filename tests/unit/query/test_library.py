"""Headers of query files and parameters."""

from pathlib import Path

import pytest

from tropegraph.errors import QueryError
from tropegraph.query.library import library, named, read

HEADER = """\
// name: {name}
// purpose: A purpose.
// params: name (trope), medium (string, ""), limit (int, 20)
// columns: work, id
// engines: embedded, neo4j
// A comment.
MATCH (n) RETURN n.name AS work, n.id AS id
"""


def test_the_first_queries_are_there() -> None:
    assert {
        *("relations", "hierarchy", "opposites", "examples", "similar-works", "together", "path", "hubs", "find")
    } <= set(library())


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "odd-name.cypher"
    file.write_text(HEADER.format(name="odd-name"))
    query = read(file)
    assert (query.name, query.purpose, query.columns) == ("odd-name", "A purpose.", ("work", "id"))
    assert [str(p) for p in query.params] == ["name: trope", 'medium=""', "limit=20"]
    assert query.cypher.startswith("// A comment.\nMATCH")


@pytest.mark.parametrize(
    "text",
    [
        HEADER.format(name="other"),
        "MATCH (n) RETURN n",
        HEADER.format(name="q").replace("// purpose: A purpose.\n", ""),
        HEADER.format(name="q").replace("name (trope)", "name trope"),
    ],
)
def test_a_file_without_its_header_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "q.cypher"
    file.write_text(text)
    with pytest.raises(ValueError, match=r"header|parameters"):
        read(file)


def test_parameters_are_read_as_their_types() -> None:
    query = named("examples")
    assert query.bind({"name": "X", "limit": "5"}) == {"name": "X", "medium": "", "limit": 5}
    assert query.bind({"name": "X", "limit": 5})["limit"] == 5


@pytest.mark.parametrize("value", ["many", "-1", "1.5", "", True, -1, 1.5, None, "9" * 30, "٣"])
def test_a_number_that_is_none_is_refused(value: object) -> None:
    with pytest.raises(QueryError, match=r"limit.*whole number"):
        named("hubs").bind({"limit": value})


def test_text_that_is_none_is_refused() -> None:
    with pytest.raises(QueryError, match=r"kind.*text"):
        named("hubs").bind({"kind": 7})


def test_a_missing_parameter_is_named() -> None:
    with pytest.raises(QueryError, match=r"needs the parameter name.*--param name="):
        named("relations").bind({})


def test_an_unknown_parameter_is_named_with_those_there_are() -> None:
    with pytest.raises(QueryError, match=r"no parameter colour\. It takes kind, limit\."):
        named("hubs").bind({"colour": "red"})


@pytest.mark.parametrize(("asked", "near"), [("relation", "relations"), ("similar_works", "similar-works")])
def test_an_unknown_name_suggests_the_nearest(asked: str, near: str) -> None:
    with pytest.raises(QueryError, match=f'no query named "{asked}".*{near}'):
        named(asked)


def test_a_name_like_no_other_lists_all() -> None:
    with pytest.raises(QueryError, match="There are examples, find"):
        named("zzzzzz")
