"""The graph to other programs: a Neo4j server."""

from tropegraph.export.neo4j import LoadReport, load

__all__ = ["LoadReport", "load"]
