"""The graph to a property-graph database: a Neo4j server, or files for its importer.

What brings the driver is imported when it is asked for: whoever writes files does without.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tropegraph.export.neo4j import Evidence, LoadReport, load

__all__ = ["Evidence", "LoadReport", "load"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tropegraph.export import neo4j

    return getattr(neo4j, name)
