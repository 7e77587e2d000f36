"""Both engines over the awkward graph."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.parity.graphs import awkward
from tropegraph import export
from tropegraph.connect import Settings, open_driver
from tropegraph.graph import Graph
from tropegraph.query import EmbeddedEngine, Neo4jEngine


@dataclass(frozen=True)
class Both:
    """One graph on both engines."""

    graph: Graph
    embedded: EmbeddedEngine
    neo4j: Neo4jEngine


def on_both(graph: Graph, server: Settings) -> Iterator[Both]:
    """The graph, alone on the server, on both engines."""
    from tests.neo4j_fixture import delete_all

    with open_driver(server) as driver:
        delete_all(driver)
    export.load(graph, server)
    with Neo4jEngine.open(server) as engine:
        yield Both(graph, EmbeddedEngine.of(graph), engine)


@pytest.fixture(scope="module")
def both(neo4j_server: Settings) -> Iterator[Both]:
    """The awkward graph on both engines."""
    yield from on_both(awkward(), neo4j_server)
