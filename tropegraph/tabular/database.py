"""DuckDB, in memory or in a file, with a limit and a place to spill to."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis
from ibis.util import gen_name


def connect(file: Path | None = None, memory: str = "", threads: int = 0) -> Any:
    """An ibis backend on DuckDB.

    Args:
        file: Where tables are put, and beside it whatever outgrows the limit; `None` keeps tables in memory and spills
            into the system's temporary folder, never into the user's working folder.
        memory: Limit, such as "2GB"; DuckDB's own (80 % of the machine's) when empty.
        threads: DuckDB's own number when 0.
    """
    spill = tempfile.gettempdir() if file is None else str(file.parent)
    limits = {"memory_limit": memory, "threads": threads, "temp_directory": spill}
    return ibis.duckdb.connect(file or ":memory:", **{name: value for name, value in limits.items() if value})


def kept_table(backend: Any, expression: ibis.Table) -> ibis.Table:
    """An expression's rows as a table of the backend, so that they are worked out once."""
    with quiet():
        return backend.create_table(gen_name("kept"), expression)


@contextmanager
def quiet() -> Iterator[None]:
    """Without the warnings by which DuckDB tells ibis of names that ibis has yet to learn."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield
