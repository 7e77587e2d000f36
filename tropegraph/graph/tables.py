"""The graph's tables in Arrow: conformance, and columns as plain Python lists."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import pyarrow as pa

from tropegraph.errors import GraphError
from tropegraph.model.schema import TABLES
from tropegraph.tabular.schemas import ARROW_TYPES, SCHEMAS, ordered

EDGE_KEY = ("source", "type", "target")
"""Columns that tell edges apart; evidence has them too."""

_EMPTY: dict[str, Any] = {"string": "", "list": [], "bool": False}


def conform(name: str, table: pa.Table) -> pa.Table:
    """`table` with exactly the columns, types and row order of the graph table `name`.

    Args:
        name: A key of `model.schema.TABLES`.
        table: Arrow table that has all its columns, in any order and of types that can be cast.

    Raises:
        GraphError: A column is missing, holds nulls or cannot be cast.
    """
    schema = SCHEMAS[name]
    try:
        typed = table.select(schema.names).replace_schema_metadata(None).cast(schema)
    except (KeyError, pa.ArrowException) as error:
        raise GraphError(f"The table {name} has not the columns of a graph: {_first_line(error)}.") from error
    if nulls := [column for column in schema.names if typed[column].null_count]:
        raise GraphError(f"The table {name} has empty cells in {', '.join(nulls)}.")
    return ordered(typed)


def of_rows(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """The graph table `name` from dictionaries; what a row lacks is empty."""
    kept = list(rows)
    columns = {
        column: pa.array([row.get(column, _EMPTY.get(kind.type, kind.none)) for row in kept], ARROW_TYPES[kind.type])
        for column, kind in TABLES[name].items()
    }
    return pa.table(columns)


def values(table: pa.Table, column: str) -> list[Any]:
    """A column as a list; a list column as a list of lists, which Arrow itself converts several times slower."""
    array = table[column].combine_chunks()
    if not pa.types.is_list(array.type):
        return list(array.to_pylist())
    items, offsets = array.flatten().to_pylist(), array.offsets.to_pylist()
    first = offsets[0] if offsets else 0  # A slice begins where it does in the whole.
    return [items[start - first : end - first] for start, end in pairwise(offsets)]


def records(table: pa.Table, columns: Iterable[str]) -> list[dict[str, Any]]:
    """One dictionary a row, with the given columns."""
    names = tuple(columns)
    return [dict(zip(names, row, strict=True)) for row in zip(*(values(table, n) for n in names), strict=True)]


def _first_line(error: Exception) -> str:
    return str(error).strip("'\"").splitlines()[0].rstrip(".") if str(error) else type(error).__name__
