"""The graph to other programs: a Neo4j server."""

from tropegraph.export.neo4j import Evidence, LoadReport, load

__all__ = ["Evidence", "LoadReport", "load"]
