"""The files of cypher/ agree with the vocabulary, with their headers and with docs/cypher.md."""

import re
from pathlib import Path

import pytest

from tests.parity.graphs import awkward
from tests.parity.test_queries import calls
from tests.unit.query.test_answers import random_graph
from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS, RelationType
from tropegraph.query import EmbeddedEngine
from tropegraph.query.embedded import HINT
from tropegraph.query.library import NamedQuery, library
from tropegraph.query.reference import reference

ROOT = Path(__file__).resolve().parents[3]
QUERIES = list(library().values())


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_parameters_are_those_of_the_statement(query: NamedQuery) -> None:
    assert set(re.findall(r"\$(\w+)", query.cypher)) == {p.name for p in query.params}
    assert query.example is not None
    query.bind(query.example)


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_rows_have_an_order(query: NamedQuery) -> None:
    end = query.cypher.rpartition("RETURN")[2]
    assert "ORDER BY" in end


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_both_engines_run_every_query(query: NamedQuery) -> None:
    assert query.engines == ("embedded", "neo4j")


@pytest.mark.parametrize("name", ["relations", "paths", "bridges", "pairs"])
def test_queries_name_all_types_between_tropes(name: str) -> None:
    found = re.findall(r"\[r?:([A-Z_|]+)(?:\*1\.\.3)?\]", library()[name].cypher)
    assert {types for types in found if types != "EXAMPLE_OF"} == {"|".join(TROPE_RELATIONS)}


def test_a_symmetric_type_is_one_that_one_sided_looks_at() -> None:
    (types,) = re.findall(r"\[r:([A-Z_|]+)\]", library()["one-sided"].cypher)
    assert types.split("|") == [t for t in TROPE_RELATIONS if RELATIONS[t].symmetric]


@pytest.mark.parametrize("name", ["relations", "path", "paths", "bridges", "evidence"])
def test_symmetric_types_have_no_direction(name: str) -> None:
    lists = re.findall(r"IN (\[.*?\]) THEN 'both'", library()[name].cypher)
    (symmetric,) = {tuple(re.findall(r"'([A-Z_]+)'", found)) for found in lists}
    assert list(symmetric) == [t for t in TROPE_RELATIONS if RELATIONS[t].symmetric]


@pytest.mark.parametrize("file", sorted((ROOT / "cypher").glob("[sl]*/*.cypher")), ids=lambda f: f.stem)
def test_other_files_have_a_header_too(file: Path) -> None:
    keys = [line.split(": ")[0] for line in file.read_text().splitlines()[:5]]
    assert keys == ["// name", "// purpose", "// params", "// columns", "// engines"]
    assert f"// name: {file.stem}\n" in file.read_text()


def test_the_reference_is_current(sample_graph: Path) -> None:
    """Headers, and the rows of every example on the sample graph."""
    written = (ROOT / "docs" / "cypher.md").read_text(encoding="utf-8")
    assert written == reference(EmbeddedEngine.open(sample_graph)), (
        "write it anew: python -m tropegraph.query.reference GRAPH > docs/cypher.md, GRAPH made of data/sample/wiki"
    )


@pytest.mark.parametrize("query", [q for q in QUERIES if HINT.match(q.cypher)], ids=lambda q: q.name)
@pytest.mark.parametrize("seed", [None, *range(6)])
def test_the_hint_changes_no_row(query: NamedQuery, seed: int | None) -> None:
    graph = awkward() if seed is None else random_graph(seed)
    engine, plain = EmbeddedEngine.of(graph), HINT.sub("", query.cypher)
    for call in calls(graph, query):
        assert engine.run(query.cypher, call) == engine.run(plain, call), call


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "g"
    awkward().save(folder)
    return folder


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_the_stores_that_are_kept_give_the_same(query: NamedQuery, kept: Path) -> None:
    graph, asked = awkward(), list(calls(awkward(), query))[:50]
    built, made, opened = EmbeddedEngine.of(graph), EmbeddedEngine.open(kept), EmbeddedEngine.open(kept, answers=False)
    for call in asked:
        expected = built.run(query.cypher, call)
        assert made.run(query.cypher, call) == opened.run(query.cypher, call) == expected, call


def test_only_as_few_edges_as_there_are_types_may_all_be_loops() -> None:
    (most,) = re.findall(r"n\.edges <= (\d+)", library()["orphans"].cypher)
    assert int(most) == len(RelationType)
