"""From what each page states to one graph: which names are one node, and both sides of every fact merged."""

from tropegraph.resolve.database import connect, parquet_table
from tropegraph.resolve.run import Statements, pieces, resolve
from tropegraph.resolve.tables import Tables

__all__ = ["Statements", "Tables", "connect", "parquet_table", "pieces", "resolve"]
