"""From what each page states to one graph: which names are one node, and both sides of every fact merged."""

from tropegraph.resolve.run import resolve
from tropegraph.resolve.tables import Tables

__all__ = ["Tables", "resolve"]
