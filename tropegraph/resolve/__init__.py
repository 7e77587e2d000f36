"""From what each page states to one graph: which names are one node, and both sides of every fact merged.

What needs the database is imported when it is asked for: loading it takes a second, and the processes that read pages
do without.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from tropegraph.resolve.decisions import NO_DECISIONS, Decisions, decisions_of, parse_decisions
from tropegraph.resolve.explain import Explanation, explain
from tropegraph.resolve.tables import Tables
from tropegraph.resolve.view import View

if TYPE_CHECKING:
    from tropegraph.resolve.database import connect, parquet_table
    from tropegraph.resolve.run import Statements, pieces, resolve

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

_LATER = {
    **dict.fromkeys(("connect", "parquet_table"), "database"),
    **dict.fromkeys(("Statements", "pieces", "resolve"), "run"),
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
