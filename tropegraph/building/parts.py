"""Parts on disk: folders of Parquet files, each whole or not there, found by the keys of the pages in them."""

import os
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tropegraph.building import keys
from tropegraph.building.places import workplace_of
from tropegraph.resolve.tables import ALIASES, CLAIMS, FINDINGS, INPUTS, table_of

_TEXT = pa.string()
_KEY = pa.field("key", _TEXT)

SCHEMAS: dict[str, pa.Schema] = {
    "claims": CLAIMS.insert(0, _KEY),
    "findings": FINDINGS.insert(0, _KEY),
    "inputs": INPUTS.insert(0, _KEY),
    "aliases": ALIASES.insert(0, _KEY),
    "paragraphs": pa.schema({"key": _TEXT, "paragraph": pa.binary(), "name": _TEXT, "title": _TEXT}),
    "waiting": pa.schema(
        {
            **dict.fromkeys(("key", "id", "text", "format", "title", "name", "url", "origin", "digest"), _TEXT),
            "paragraphs": pa.list_(pa.binary()),
        }
    ),
}
"""Tables of a part, each with the key of the page that a row is of; a table without rows has no file.

`paragraphs` are those of pages with a title, for pages that have none: these are `waiting`, whole as they were read,
since what they state depends on other pages.
"""

_HOLDERS = ("inputs", "waiting")
"""Tables that have one row a page: their keys are those of the part."""

_UNFINISHED = "unfinished-"


class Parts:
    """The parts in a folder.

    Args:
        folder: Where they lie; made when it is missing. What is unfinished or damaged there is removed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._part_of: dict[str, str] = {}
        self._waiting: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)
        paths = sorted(folder.iterdir())
        with ThreadPoolExecutor(_THREADS) as threads:
            for path, held in zip(paths, threads.map(_held, paths), strict=True):
                if path.name.startswith(_UNFINISHED) or not self._take(path.name, held):
                    shutil.rmtree(path, ignore_errors=True)

    def __contains__(self, key: object) -> bool:
        return key in self._part_of

    def __len__(self) -> int:
        return len(self._part_of)

    def add(self, name: str) -> None:
        """Take in a part that was written to the folder."""
        self._take(name, _held(self.folder / name))

    def is_waiting(self, key: str) -> bool:
        """Whether a page waits for its title."""
        return key in self._waiting

    def files(self, table: str) -> list[Path]:
        """The files of a table."""
        found = (self.folder / name / f"{table}.parquet" for name in sorted(set(self._part_of.values())))
        return [path for path in found if path.exists()]

    def rows(self, table: str, live: Collection[str], columns: Sequence[str] | None = None) -> Iterable[pa.Table]:
        """A table's rows of the pages that are alive, part by part.

        Args:
            table: A key of `SCHEMAS`.
            live: Keys of the pages.
            columns: The columns wanted beside the key; all when `None`.
        """
        for path in self.files(table):
            found = pq.read_table(path, columns=None if columns is None else ["key", *columns], partitioning=None)
            alive = [key in live for key in found["key"].to_pylist()]
            yield found if all(alive) else found.filter(pa.array(alive, pa.bool_()))

    def dead(self, live: Collection[str]) -> int:
        """How many pages in the parts are not alive."""
        return sum(key not in live for key in self._part_of)

    def sweep(self, live: Collection[str], small: int) -> None:
        """Remove what is dead: parts without a live page at once, others together with small ones when they are many.

        Args:
            live: Keys of the pages that are alive.
            small: Pages under which a part is small.
        """
        held: dict[str, list[str]] = {name: [] for name in self._part_of.values()}
        for key, name in self._part_of.items():
            if key in live:
                held[name].append(key)
        for name in [name for name, found in held.items() if not found]:
            self._drop(name)
        light = sorted(name for name, found in held.items() if 0 < len(found) < small)
        if len(light) > _MANY:
            for start in range(0, len(light), _MANY):
                group = light[start : start + _MANY]
                if len(group) > 1:
                    self._unite(group, live)

    def _unite(self, names: Sequence[str], live: Collection[str]) -> None:
        """Several parts as one. The old ones go last: killed in between, the same pages are there twice."""
        tables = {table: self._united(names, table, live) for table in SCHEMAS}
        new = write_tables(self.folder, tables)
        for name in names:
            self._drop(name)
        self.add(new)

    def _united(self, names: Sequence[str], table: str, live: Collection[str]) -> pa.Table:
        paths = [self.folder / name / f"{table}.parquet" for name in names]
        found = [pq.read_table(path, partitioning=None) for path in paths if path.exists()]
        rows = pa.concat_tables([SCHEMAS[table].empty_table(), *found])
        return rows.filter(pa.array([key in live for key in rows["key"].to_pylist()], pa.bool_()))

    def _take(self, name: str, held: Mapping[str, Sequence[str]]) -> bool:
        """Take in a part; false where it holds nothing, or a page that another part holds too."""
        together = [key for table in held.values() for key in table]
        if not together or any(key in self._part_of for key in together):
            return False
        self._part_of.update(dict.fromkeys(together, name))
        self._waiting.update(held["waiting"])
        return True

    def _drop(self, name: str) -> None:
        gone = [key for key, part in self._part_of.items() if part == name]
        for key in gone:
            del self._part_of[key]
        self._waiting.difference_update(gone)
        shutil.rmtree(self.folder / name, ignore_errors=True)


_THREADS = 4
"""Parts that are looked into at once; they are small files, so that much of it is waiting."""

_MANY = 16
"""Small parts up to this number are left as they are."""


def _held(folder: Path) -> dict[str, list[str]]:
    """Keys of a part's pages, by the table that holds them; nothing where the part is damaged."""
    try:
        found = {table: _keys(folder, table) for table in _HOLDERS}
        for path in folder.iterdir():
            pq.read_metadata(path)
    except (OSError, pa.ArrowException):
        return {}
    return found


def _keys(folder: Path, table: str) -> list[str]:
    path = folder / f"{table}.parquet"
    return list(pq.read_table(path, columns=["key"], partitioning=None)["key"].to_pylist()) if path.exists() else []


def write(folder: Path, rows: Mapping[str, Iterable[Sequence[Any]]]) -> str:
    """Write a part.

    Args:
        folder: Where the parts lie.
        rows: Rows of its tables; a table may be missing.

    Returns:
        Its name: a digest of the keys of its pages.

    Raises:
        OSError: It cannot be written.
    """
    return write_tables(folder, {table: table_of(found, SCHEMAS[table]) for table, found in rows.items()})


def write_tables(folder: Path, tables: Mapping[str, pa.Table]) -> str:
    """Write a part whose tables are Arrow; see `write`."""
    found = [key for table in _HOLDERS if table in tables for key in tables[table]["key"].to_pylist()]
    name = keys.digest(sorted(found))
    unfinished = folder / f"{_UNFINISHED}{name}-{os.getpid()}"
    unfinished.mkdir()
    try:
        for table, content in tables.items():
            if content.num_rows:
                _write_file(unfinished / f"{table}.parquet", content)
        unfinished.rename(folder / name)
    except OSError:
        shutil.rmtree(unfinished, ignore_errors=True)
        if not (folder / name).exists():
            raise
    return name


def _write_file(path: Path, table: pa.Table) -> None:
    with path.open("wb") as file:
        pq.write_table(table, file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())


def kept_pages(out: Path) -> int:
    """How many pages the parts of a graph hold."""
    folder = workplace_of(out) / "parts"
    return len(Parts(folder)) if folder.is_dir() else 0
