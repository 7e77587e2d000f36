"""What two graphs have that the other has not: nodes and edges added, removed and changed."""

from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa

from tropegraph.graph.tables import EDGE_KEY
from tropegraph.tabular.schemas import SCHEMAS

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

KEYS = {"nodes": ("id",), "edges": EDGE_KEY}
"""Tables that are compared, and the columns that tell their rows apart."""


class Change(NamedTuple):
    """One row that differs.

    Args:
        change: "added", "removed" or "changed".
        key: Its key.
        columns: Columns that changed; empty for a row that was added or removed.
    """

    change: str
    key: tuple[str, ...]
    columns: tuple[str, ...] = ()


def changes(name: str, old: pa.Table, new: pa.Table) -> Iterator[Change]:
    """Rows of a table that differ, in order of their keys.

    Args:
        name: A key of `KEYS`.
        old: The table of the old graph, sorted as graphs are.
        new: The table of the new one.
    """
    keys = KEYS[name]
    before, after = _rows(old, keys), _rows(new, keys)
    left, right = next(before, None), next(after, None)
    while left is not None or right is not None:
        if right is None or (left is not None and left[0] < right[0]):
            assert left is not None
            yield Change(REMOVED, left[0])
            left = next(before, None)
        elif left is None or right[0] < left[0]:
            yield Change(ADDED, right[0])
            right = next(after, None)
        else:
            if left[1] != right[1]:
                yield Change(CHANGED, left[0], _differing(name, left[1], right[1]))
            left, right = next(before, None), next(after, None)


Row = tuple[tuple[str, ...], tuple[object, ...]]


def _rows(table: pa.Table, keys: tuple[str, ...]) -> Iterator[Row]:
    """Key and other values of each row; a part of the table at a time, as Python takes more room than Arrow."""
    for batch in table.to_batches(max_chunksize=50_000):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield values[: len(keys)], values[len(keys) :]


def _differing(name: str, old: tuple[object, ...], new: tuple[object, ...]) -> tuple[str, ...]:
    columns = SCHEMAS[name].names[len(KEYS[name]) :]
    return tuple(column for column, a, b in zip(columns, old, new, strict=True) if a != b)
