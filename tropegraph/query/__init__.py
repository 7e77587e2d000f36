"""Named queries and free Cypher, on the embedded engine or on Neo4j."""

from typing import TYPE_CHECKING, Any

from tropegraph.query.embedded import EmbeddedEngine
from tropegraph.query.engine import Engine, Result
from tropegraph.query.library import NamedQuery, library, named
from tropegraph.query.named_nodes import nodes_named
from tropegraph.query.params import Param
from tropegraph.query.run import resolve, run

if TYPE_CHECKING:
    from tropegraph.query.neo4j import Neo4jEngine

__all__ = [
    "EmbeddedEngine",
    "Engine",
    "NamedQuery",
    "Neo4jEngine",
    "Param",
    "Result",
    "library",
    "named",
    "nodes_named",
    "resolve",
    "run",
]


def __getattr__(name: str) -> Any:
    """`Neo4jEngine` on first use: its driver takes half a second to import, and most questions go to a folder."""
    if name == "Neo4jEngine":
        from tropegraph.query.neo4j import Neo4jEngine

        return Neo4jEngine
    raise AttributeError(name)
