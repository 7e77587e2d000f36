"""A graph into a Neo4j server, so that a second load changes nothing.

In the order in which one knows the other: `statements` (Cypher with its labels and types), `plan` (what is written,
with which statement), `batches` (rows by the transaction), `transactions` (tried again), `progress` (how far a load is,
kept in the database), `writer`, `prune` (what is gone), `load`.
"""

from tropegraph.export.neo4j.load import load
from tropegraph.export.neo4j.plan import Evidence, Step, plan
from tropegraph.export.neo4j.report import LoadReport
from tropegraph.export.neo4j.statements import schema

__all__ = ["Evidence", "LoadReport", "Step", "load", "plan", "schema"]
