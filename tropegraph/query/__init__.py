"""Named queries and free Cypher, on the embedded engine or on Neo4j."""

from tropegraph.query.embedded import EmbeddedEngine
from tropegraph.query.engine import Engine, Result
from tropegraph.query.library import NamedQuery, Param, library
from tropegraph.query.neo4j import Neo4jEngine
from tropegraph.query.run import resolve, run

__all__ = ["EmbeddedEngine", "Engine", "NamedQuery", "Neo4jEngine", "Param", "Result", "library", "resolve", "run"]
