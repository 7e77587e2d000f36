"""The database that resolving runs in: DuckDB, in memory or in a folder, with a limit and a place to spill to."""

import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis.util import gen_name


def connect(folder: Path | None = None, memory: str = "", threads: int = 0) -> Any:
    """An ibis backend on DuckDB.

    Args:
        folder: Where tables and whatever outgrows the limit are put; `None` keeps tables in memory and spills into
            the system's temporary folder, never into the user's working folder.
        memory: Limit, such as "2GB"; DuckDB's own (80 % of the machine's) when empty.
        threads: DuckDB's own number when 0.
    """
    limits = {"memory_limit": memory, "threads": threads, "temp_directory": str(folder or tempfile.gettempdir())}
    place = ":memory:" if folder is None else folder / "resolve.duckdb"
    return ibis.duckdb.connect(place, **{name: value for name, value in limits.items() if value})


def kept_table(backend: Any, expression: ibis.Table) -> ibis.Table:
    """An expression's rows as a table of the backend, so that they are worked out once."""
    with _quiet():
        return backend.create_table(gen_name("kept"), expression)


def parquet_table(backend: Any, files: Sequence[Path], schema: pa.Schema) -> ibis.Table:
    """Parquet files of one schema as a table; an empty one where there are no files."""
    if not files:
        return ibis.memtable(schema.empty_table())
    with _quiet():
        return backend.read_parquet([str(file) for file in files], table_name=gen_name("files"))


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the warnings by which DuckDB tells ibis of names that ibis has yet to learn."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield
