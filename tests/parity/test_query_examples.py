"""The examples of docs/cypher.md give on Neo4j what the page shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parity.conftest import Both, on_both
from tropegraph.connect import Settings
from tropegraph.graph import Graph
from tropegraph.query import NamedQuery, library, run

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def sampled(neo4j_server: Settings, sample_graph: Path) -> Iterator[Both]:
    """The sample graph on both engines."""
    yield from on_both(Graph.open(sample_graph), neo4j_server)


@pytest.mark.parametrize("query", library().values(), ids=lambda q: q.name)
def test_the_example_is_the_same_on_neo4j(sampled: Both, query: NamedQuery) -> None:
    embedded, neo4j = (run(engine, query.name, query.example) for engine in (sampled.embedded, sampled.neo4j))
    assert embedded == neo4j
