"""The database that resolving runs in: DuckDB, in memory or in a folder, with a limit and a place to spill to."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis.util import gen_name

from tropegraph.tabular import database


def connect(folder: Path | None = None, memory: str = "", threads: int = 0) -> Any:
    """An ibis backend on DuckDB.

    Args:
        folder: Where tables and whatever outgrows the limit are put; `None` keeps tables in memory and spills into
            the system's temporary folder, never into the user's working folder.
        memory: Limit, such as "2GB"; DuckDB's own (80 % of the machine's) when empty.
        threads: DuckDB's own number when 0.
    """
    return database.connect(None if folder is None else folder / "resolve.duckdb", memory, threads)


@contextmanager
def beside(backend: Any) -> Iterator[Any]:
    """Another way into the same database, for another thread: one of DuckDB's connections does one thing at a time."""
    other = ibis.duckdb.from_connection(backend.con.cursor())
    try:
        yield other
    finally:
        other.disconnect()


def parquet_table(backend: Any, files: Sequence[Path], schema: pa.Schema) -> ibis.Table:
    """Parquet files of one schema as a table; an empty one where there are no files."""
    if not files:
        return ibis.memtable(schema.empty_table())
    with database.quiet():
        return backend.read_parquet([str(file) for file in files], table_name=gen_name("files"))


def streamed(backend: Any, expression: ibis.Table, rows: int) -> Iterator[pa.Table]:
    """An expression's rows in batches, worked out as they are asked for; until the last, nothing else may be asked.

    ibis has a way to say this too, but with it all rows stand in memory before the first is given.
    """
    with database.quiet():
        view = backend.create_view(gen_name("streamed"), expression)
    schema = expression.schema().to_pyarrow()
    for batch in backend.con.table(view.get_name()).to_arrow_reader(rows):
        yield pa.Table.from_batches([batch]).cast(schema)
