"""The files of cypher/ agree with the vocabulary, with their headers and with docs/cypher.md."""

import re
from pathlib import Path

import pytest

from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS
from tropegraph.query.library import TYPES, NamedQuery, library
from tropegraph.query.reference import reference

ROOT = Path(__file__).resolve().parents[3]
QUERIES = list(library().values())


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_parameters_are_those_of_the_statement(query: NamedQuery) -> None:
    assert set(re.findall(r"\$(\w+)", query.cypher)) == {p.name for p in query.params}
    assert all(p.type in TYPES for p in query.params)


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_rows_have_an_order(query: NamedQuery) -> None:
    end = query.cypher.rpartition("RETURN")[2]
    assert "ORDER BY" in end


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_both_engines_run_every_query(query: NamedQuery) -> None:
    assert query.engines == ("embedded", "neo4j")


def test_relations_names_all_types_between_tropes() -> None:
    text = library()["relations"].cypher
    assert re.search(r"\[r:([A-Z_|]+)\]", text)[1].split("|") == list(TROPE_RELATIONS)  # type: ignore[index]


@pytest.mark.parametrize("name", ["relations", "path"])
def test_symmetric_types_have_no_direction(name: str) -> None:
    symmetric = re.findall(r"'([A-Z_]+)'", library()[name].cypher)
    assert symmetric == [t for t in TROPE_RELATIONS if RELATIONS[t].symmetric]


@pytest.mark.parametrize("file", sorted((ROOT / "cypher").glob("[sl]*/*.cypher")), ids=lambda f: f.stem)
def test_other_files_have_a_header_too(file: Path) -> None:
    keys = [line.split(": ")[0] for line in file.read_text().splitlines()[:5]]
    assert keys == ["// name", "// purpose", "// params", "// columns", "// engines"]
    assert f"// name: {file.stem}\n" in file.read_text()


def test_the_reference_is_current() -> None:
    assert (ROOT / "docs" / "cypher.md").read_text(encoding="utf-8") == reference(), (
        "write it anew: python -m tropegraph.query.reference > docs/cypher.md"
    )
