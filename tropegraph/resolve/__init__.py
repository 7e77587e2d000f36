"""From what each page states to one graph: which names are one node, and both sides of every fact merged."""

from tropegraph.resolve.database import connect, parquet_table
from tropegraph.resolve.decisions import NO_DECISIONS, Decisions, decisions_of, parse_decisions
from tropegraph.resolve.explain import Explanation, explain
from tropegraph.resolve.run import Statements, pieces, resolve
from tropegraph.resolve.tables import Tables
from tropegraph.resolve.view import View

__all__ = [
    "NO_DECISIONS",
    "Decisions",
    "Explanation",
    "Statements",
    "Tables",
    "View",
    "connect",
    "decisions_of",
    "explain",
    "parquet_table",
    "parse_decisions",
    "pieces",
    "resolve",
]
