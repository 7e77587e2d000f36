"""A table in ranges of one column, each small enough to stand in memory."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import ibis
from ibis import _

ROWS = 400_000
"""Rows of a range; one value may have more."""

_Value = TypeVar("_Value", str, int)


def of(backend: Any, table: ibis.Table, column: str, rows: int = ROWS) -> Iterator[ibis.Table]:
    """The rows in ranges of about `rows`, in order of a column; at least one range, which may be empty.

    Args:
        backend: ibis backend that holds the table.
        table: Any table.
        column: A column of text; all rows of one value are in one range.
        rows: Rows of a range.
    """
    counted = backend.to_pyarrow(table.group_by(column).agg(rows=_.count()))
    bounds = list(starts(sorted(zip(*(c.to_pylist() for c in counted.columns), strict=True)), rows))
    for low, high in zip([None, *bounds], [*bounds, None], strict=True):
        part = table if low is None else table.filter(table[column] >= low)
        yield part if high is None else part.filter(part[column] < high)


def starts(counts: Iterable[tuple[_Value, int]], rows: int) -> Iterator[_Value]:
    """Where each range but the first begins.

    Args:
        counts: Values in order, each with the number of its rows.
        rows: Rows of a range.
    """
    held = 0
    for value, count in counts:
        if held and held + count > rows:
            yield value
            held = 0
        held += count
