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


def test_there_are_many_queries() -> None:
    assert len(library()) >= 24


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
    with pytest.raises(QueryError, match=r"header|parameters|same name"):
        read(file)


def test_parameters_are_read_as_their_types() -> None:
    query = named("examples")
    assert query.bind({"name": "X", "limit": "5", "medium": "live action tv"}) == {
        "name": "X",
        "medium": "Live-Action TV",
        "modifier": "",
        "limit": 5,
    }
    assert query.bind({"name": "X", "limit": 5})["limit"] == 5


@pytest.mark.parametrize("value", ["many", "-1", "1.5", "", True, -1, 1.5, None, "9" * 30, "٣"])
def test_a_number_that_is_none_is_refused(value: object) -> None:
    with pytest.raises(QueryError, match=r"limit.*whole number"):
        named("hubs").bind({"limit": value})


def test_text_that_is_none_is_refused() -> None:
    with pytest.raises(QueryError, match=r"name.*text"):
        named("relations").bind({"name": 7})


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
    with pytest.raises(QueryError, match="There are bridges, contradictions"):
        named("zzzzzz")


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("relation", "sister", r'relation is "sister"\. It has to be a relation between tropes.*SISTER_TROPE'),
        ("relation", "EXAMPLE_OF", "a relation between tropes"),
        ("relation", "", "a relation between tropes"),
        ("relation", "X]->() DETACH DELETE n //", "a relation between tropes"),
        ("relation", 7, "a relation between tropes"),
    ],
)
def test_a_word_that_is_not_of_the_vocabulary_is_refused(kind: str, value: object, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        named("pairs").bind({kind: value})


@pytest.mark.parametrize("value", ["subtrope of", "SubtropeOf", "SUBTROPE_OF", "subtrope-of"])
def test_a_word_of_the_vocabulary_may_be_written_in_many_ways(value: str) -> None:
    assert named("pairs").bind({"relation": value})["relation"] == "SUBTROPE_OF"


def test_an_empty_value_is_any_where_that_is_the_default() -> None:
    assert named("one-sided").bind({"relation": ""})["relation"] == ""


@pytest.mark.parametrize("value", ["0", 7, -1, "deep", True])
def test_a_number_out_of_its_range_is_refused(value: object) -> None:
    with pytest.raises(QueryError, match=r"depth.*a whole number from 1 to 6"):
        named("subtropes").bind({"name": "x", "depth": value})


class TestOwnFolder:
    """Queries of a user's own."""

    def test_they_stand_beside_ours_and_before_them(self, tmp_path: Path) -> None:
        for name in ("mine", "hubs"):
            (tmp_path / f"{name}.cypher").write_text(HEADER.format(name=name))
        found = library(tmp_path)
        assert set(found) == {*library(), "mine"}
        assert found["hubs"].purpose == "A purpose."
        assert named("mine", found).params == found["hubs"].params

    def test_a_text_for_one_engine_lies_beside_the_common_one(self, tmp_path: Path) -> None:
        (tmp_path / "mine.cypher").write_text(HEADER.format(name="mine"))
        (tmp_path / "mine.neo4j.cypher").write_text(HEADER.format(name="mine").replace("MATCH (n)", "MATCH (m)"))
        assert library(tmp_path)["mine"].own["neo4j"].startswith("// A comment.\nMATCH (m)")

    def test_a_folder_that_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(QueryError, match="no folder"):
            library(tmp_path / "nowhere")

    @pytest.mark.parametrize("content", [b"MATCH (n) RETURN n", b"", b"\xff\xfe", b"// name: mine\n"])
    def test_a_file_that_is_no_query(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "mine.cypher").write_bytes(content)
        with pytest.raises(QueryError, match=r"mine\.cypher"):
            library(tmp_path)
