"""Files that need not be read again: their stamps, as the system gives them, and the keys of the pages they held.

A file's content is what counts, and a page's key is a digest of it. A stamp is only a shortcut to it, as in git's
index: a file whose size, times and inode are those of its last reading is not opened. A file that was written just
before it was read keeps no stamp, since a change within the clock's next tick would not show.
"""

import os
import time
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read import Source

FRESH = 2_000_000_000
"""Nanoseconds for which a file counts as just written: the coarsest clock of a file system, FAT's."""

FILE = "seen.parquet"
"""Where the stamps are kept beside the parts."""

_INODE = (1 << 63) - 1


class Stamp(NamedTuple):
    """A file as the system tells of it, and the path that hints were taken from."""

    path: str
    size: int
    modified: int
    changed: int
    inode: int


_SCHEMA = pa.schema(
    {"id": pa.string(), "key": pa.string(), "path": pa.string(), **dict.fromkeys(Stamp._fields[1:], pa.int64())}
)


class Seen:
    """The files that were read, each with its stamp and the key of the one page that it held.

    Only files that gave one page and nothing else are kept: what else a file may give depends on other files.

    Args:
        folder: Where the stamps are kept from build to build.
        extractor: As `keys.of_extractor`; stamps of another one are of no use.
        known: Keys of the pages that need not be parsed.
    """

    def __init__(self, folder: Path, extractor: str, known: Container[str]) -> None:
        self._path = folder / FILE
        self._extractor = extractor
        self._known = known
        self._before = self._read()
        self._after: dict[str, tuple[str, Stamp]] = {}
        self._now: tuple[str, Stamp] | None = None
        self._begun = time.time_ns()

    def is_unchanged(self, source: Source) -> bool:
        """Whether a file is as it was at its last reading; called before each is read."""
        self._now = None
        stamp = _stamp(source)
        if stamp is None:
            return False
        key, before = self._before.get(source.id, ("", None))
        if before == stamp and key in self._known:
            self._after[source.id] = (key, stamp)
            return True
        if max(stamp.modified, stamp.changed) < self._begun - FRESH:
            self._now = (source.id, stamp)
        return False

    def key(self, id: str) -> str:  # noqa: A002
        """Key of the page of an unchanged file."""
        return self._after[id][0]

    def note(self, item: RawPage | PublishedEdges | Finding, key: str = "") -> None:
        """Note what came of the file that is read just now."""
        if self._now is None:
            return
        id, stamp = self._now  # noqa: A001
        if isinstance(item, RawPage) and item.id == id and id not in self._after:
            self._after[id] = (key, stamp)
        else:
            self._after.pop(id, None)
            self._now = None

    def write(self) -> None:
        """Keep the stamps for the next build."""
        rows = [(name, key, *stamp) for name, (key, stamp) in self._after.items()]
        columns = zip(*rows, strict=True) if rows else [()] * len(_SCHEMA)
        arrays = [pa.array(column, field.type) for column, field in zip(columns, _SCHEMA, strict=True)]
        unfinished = self._path.with_suffix(".new")
        schema = _SCHEMA.with_metadata({"extractor": self._extractor})
        pq.write_table(pa.table(arrays, schema=schema), unfinished, compression="zstd")
        unfinished.replace(self._path)

    def _read(self) -> dict[str, tuple[str, Stamp]]:
        try:
            table = pq.read_table(self._path, partitioning=None)
        except (OSError, pa.ArrowException):
            return {}
        told = table.schema.metadata or {}
        if told.get(b"extractor") != self._extractor.encode() or not table.schema.equals(_SCHEMA):
            return {}
        rows = zip(*(column.to_pylist() for column in table.columns), strict=True)
        return {name: (key, Stamp(*stamp)) for name, key, *stamp in rows}


def _stamp(source: Source) -> Stamp | None:
    """`None` for what is no plain file."""
    if source.file is None:
        return None
    try:
        told = os.stat(source.file)  # noqa: PTH116
    except OSError:
        return None
    return Stamp(source.path, told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino & _INODE)
