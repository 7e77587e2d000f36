"""Where the tables come from: the Parquet files of a graph folder, or a graph in memory, in DuckDB."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import ibis
from ibis import _

from tropegraph.errors import GraphError, ResourceError
from tropegraph.graph import TableSet, store
from tropegraph.model import schema
from tropegraph.model.vocabulary import TROPE_RELATIONS
from tropegraph.tabular.database import connect, kept_table, quiet

TABLES = ("nodes", "edges", "evidence", "pages")
_REBUILD = "Build the graph again."


@dataclass(frozen=True)
class Source:
    """The tables of a graph that the checks read, with the columns of `model.schema.TABLES`.

    Args:
        backend: The database that they are in.
        nodes, edges, evidence, pages: The tables.
    """

    backend: Any
    nodes: ibis.Table
    edges: ibis.Table
    evidence: ibis.Table
    pages: ibis.Table

    def related(self, table: str = "edges") -> ibis.Table:
        """Rows of `edges` or `evidence` that join trope to trope."""
        rows: ibis.Table = getattr(self, table)
        return rows.filter(_["type"].isin([kind.value for kind in TROPE_RELATIONS]))

    def kept(self, expression: ibis.Table) -> ibis.Table:
        """An expression's rows as a table of the database, so that they are worked out once."""
        return kept_table(self.backend, expression)


@contextmanager
def opened(folder: Path) -> Iterator[Source]:
    """The tables of a graph folder; the files are read as they are needed, and may be larger than memory.

    Raises:
        GraphError: It is no graph, or it is damaged, which may show only while it is read.
        ResourceError: The memory of this machine is not enough.
    """
    store.read_manifest(folder)
    with _database() as backend, _told_of(folder):
        yield Source(backend, **{name: _table(backend, folder, name) for name in TABLES})


def _table(backend: Any, folder: Path, name: str) -> ibis.Table:
    table = backend.read_parquet(folder / f"{name}.parquet", table_name=name)
    if table.columns != tuple(schema.TABLES[name]):
        raise GraphError(f"The graph at {folder} is damaged: {name}.parquet has other columns.", _REBUILD)
    return table


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    """DuckDB's errors as ours."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise ResourceError("Memory gave out while the graph was checked.", "Make room, and run it again.") from error
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        raise GraphError(f"The graph at {folder} is damaged: its tables cannot be read.", _REBUILD) from error


@contextmanager
def loaded(graph: TableSet) -> Iterator[Source]:
    """The tables of a graph in memory."""
    with _database() as backend:
        yield Source(backend, **{name: ibis.memtable(getattr(graph, name)) for name in TABLES})


@contextmanager
def _database() -> Iterator[Any]:
    backend = connect()
    with quiet():
        try:
            yield backend
        finally:
            backend.disconnect()
