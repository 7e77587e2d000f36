"""A graph into a Neo4j server, so that a second load changes nothing.

In the order in which one knows the other: `statements` (Cypher with its labels and types), `plan` (what is written,
with which statement), `batches` (rows by the transaction), `transactions` (tried again), `progress` (how far a load is,
kept in the database), `writer`, `prune` (what is gone), `loading`. That brings the driver, and is imported when `load`
is asked for.
"""

from typing import TYPE_CHECKING, Any

from tropegraph.export.neo4j.plan import Evidence, Step, plan
from tropegraph.export.neo4j.report import LoadReport
from tropegraph.export.neo4j.statements import schema

if TYPE_CHECKING:
    from tropegraph.export.neo4j.loading import load

__all__ = ["Evidence", "LoadReport", "Step", "load", "plan", "schema"]


def __getattr__(name: str) -> Any:
    if name != "load":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tropegraph.export.neo4j.loading import load

    return load
