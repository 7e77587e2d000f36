"""The rows of a step, cut into transactions by their number and their size."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.export.neo4j.plan import Step
from tropegraph.graph.tables import records, values

BATCH = 20_000
"""Rows a transaction at most: with 50,000 a server with 1 GB of heap takes half as long again."""

BATCH_BYTES = 16_000_000
"""Bytes of text a transaction, about: the server needs some ten times as much for it, out of its heap."""

LEAST = 1_000
"""Rows below which the limit does not fall: several writers fail at a commit by a deadlock, too."""

Sizes = npt.NDArray[np.int64]


@dataclass
class Limits:
    """How large a transaction may be; a writer lowers it when the server runs out of memory.

    Args:
        rows: Rows at most.
        size: Bytes of text, about.
    """

    rows: int = BATCH
    size: int = BATCH_BYTES

    def halve(self, rows: int) -> None:
        """Allow half of so many rows, but not less than `LEAST`: beyond that a batch is halved by itself."""
        self.rows = min(self.rows, max(LEAST, rows // 2))


@dataclass(frozen=True)
class Batch:
    """Rows of one transaction.

    Args:
        rows: As the statement takes them.
        done: Rows of the step that are done after it.
    """

    rows: list[dict[str, Any]]
    done: int


def batches(step: Step, start: int, stop: int, limits: Limits) -> Iterator[Batch]:
    """The rows of a step from one to another, batch by batch; the next is made while one is written.

    Args:
        step: The step.
        start: First row.
        stop: The row after the last.
        limits: How large a batch may be; read anew before each.
    """
    sizes = row_sizes(step.table)
    with ThreadPoolExecutor(1) as pool:
        waiting: Future[Batch] | None = None
        while start < stop or waiting:
            ready, waiting = waiting, None
            if start < stop:
                end = cut(sizes, start, stop, limits)
                waiting = pool.submit(_batch, step, start, end)
                start = end
            if ready:
                yield ready.result()


def cut(sizes: Sizes, start: int, stop: int, limits: Limits) -> int:
    """Where a batch ends that begins at `start`: one row at least, and no more than the limits allow.

    Args:
        sizes: Bytes of the rows before each row, and of all rows.
        start: Its first row.
        stop: The row after the last of all.
        limits: How large the batch may be.
    """
    full = int(np.searchsorted(sizes, sizes[start] + limits.size, side="right")) - 1
    return min(stop, start + limits.rows, max(start + 1, full))


def row_sizes(table: pa.Table) -> Sizes:
    """Bytes of text in the rows before each row of a table, and at the end of all of them.

    Args:
        table: A table of text, lists of text, numbers and truth values.
    """
    size = np.zeros(table.num_rows, np.int64)
    for column in table.columns:
        size += _bytes(column.combine_chunks())
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(size)))


def _bytes(array: pa.Array) -> Sizes | int:
    if pa.types.is_string(array.type):
        return np.asarray(pc.binary_length(array), np.int64)
    if not pa.types.is_list(array.type):
        return 8
    ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(_bytes(array.flatten()))))
    offsets = np.asarray(array.offsets) - array.offsets[0].as_py()
    return np.asarray(np.diff(ends[offsets]), np.int64)


def _batch(step: Step, start: int, stop: int) -> Batch:
    # Taken, not sliced: a slice would drag the items of all lists of the table along.
    part = step.table.slice(start, stop - start).take(np.arange(stop - start))
    properties = records(part, step.properties)
    keys = [values(part, name) for name in step.keys]
    names = (*step.keys, "properties")
    return Batch([dict(zip(names, row, strict=True)) for row in zip(*keys, properties, strict=True)], stop)
