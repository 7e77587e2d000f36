"""Facts in ranges of their sources, each small enough to stand in memory; on disk where there is a folder for them."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pyarrow as pa

_COMPRESSED = pa.ipc.IpcWriteOptions(compression="lz4")


class Shelves:
    """Tables with a number in their column `source`, put together again range by range.

    Args:
        bounds: Where each range but the first begins, in order.
        schema: Of the tables.
        folder: Where to put them; `None` keeps them in memory.
    """

    def __init__(self, bounds: Sequence[int], schema: pa.Schema, folder: Path | None) -> None:
        self._bounds = np.array(bounds, dtype=np.int64)
        self._schema = schema
        self._held: list[list[pa.RecordBatch]] = [[] for _ in range(len(bounds) + 1)]
        self._folder = folder
        self._writers: list[pa.ipc.RecordBatchStreamWriter] = []
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Open the files, if there is a folder for them."""
        for number in range(len(self._held) if self._folder else 0):
            file = self._open.enter_context(self._path(number).open("wb"))
            self._writers.append(pa.ipc.new_stream(file, self._schema, options=_COMPRESSED))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the files; they stay until they are taken."""
        if kind is None:
            for writer in self._writers:
                writer.close()
        self._open.close()

    def put(self, rows: pa.Table) -> None:
        """Put rows where they belong."""
        ranges = np.searchsorted(self._bounds, rows["source"].to_numpy(), side="right")
        ordered = rows.take(pa.array(np.argsort(ranges, kind="stable")))
        starts = np.searchsorted(np.sort(ranges), np.arange(len(self._held) + 1))
        for number, (start, end) in enumerate(pairwise(starts)):
            for batch in ordered.slice(start, end - start).combine_chunks().to_batches():
                self._add(number, batch)

    def _add(self, number: int, batch: pa.RecordBatch) -> None:
        if self._writers:
            self._writers[number].write_batch(batch)
        else:
            self._held[number].append(batch)

    def taken(self) -> Iterator[pa.Table]:
        """Each range in order, which is forgotten then; at least one, which may be empty."""
        for number, held in enumerate(self._held):
            yield pa.Table.from_batches(held, self._schema) if self._folder is None else self._read(self._path(number))
            held.clear()

    def _path(self, number: int) -> Path:
        assert self._folder is not None
        return self._folder / f"range{number}.arrow"

    @staticmethod
    def _read(path: Path) -> pa.Table:
        with path.open("rb") as file:
            found = pa.ipc.open_stream(file).read_all()
        path.unlink()
        return found
