"""What the embedded engine keeps beside a graph folder: the stores that it built, and answers that took long.

Everything lies in the folder's `.cache` under names that hold the hash of the content, so nothing stale is ever read;
what is missing or broken is made anew, and a folder that cannot be written is done without.
"""

import contextlib
import hashlib
import json
import os
import re
import secrets
import shutil
import tempfile
import warnings
import weakref
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import kglite

from tropegraph.graph.store import CACHE, MANIFEST
from tropegraph.query.engine import Result

_LAYOUT = 3
"""Raised when the cache file of an older tropegraph would hold other rows."""
_TABLES = ("nodes", "edges", "evidence")
_VOLATILE = re.compile(r"\b(?:rand|randomuuid|timestamp|(?:local)?(?:date)?time|date)\s*\(", re.IGNORECASE)
_MOST_ROWS, _MOST_ANSWERS = 2_000, 500
_SUMS = "sums.json"
"""File that tells the checksums of the others in the folder of a store on disk."""
_POINTER, _LOCK = "CURRENT", ".kglite.lock"
SLOW = 0.1
"""Seconds from which on an answer is kept."""


class Cache:
    """The cache of one graph folder.

    Args:
        folder: The folder, which need not be a graph.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / CACHE
        self._stem = f"cypher-{_LAYOUT}-{_digest(folder)}"

    def _place(self, edges: bool) -> Path:
        return self._folder / f"{self._stem}{'.whole' if edges else '.kgl'}"

    def load(self, *, edges: bool) -> Any:
        """The store that was kept; `None` where it is not there, or broken.

        Args:
            edges: The one on disk, with the properties of all edges; else the one in memory.
        """
        place = self._place(edges)
        try:
            if not edges:
                return kglite.load(str(place), storage="memory", verify="eager")
            if json.loads((place / _SUMS).read_bytes()) != _sums(place):
                return None
            return kglite.load(str(self._writable(place)))
        except (kglite.KgError, ValueError, OSError):
            return None

    def _writable(self, place: Path) -> Path:
        """The folder, or a copy that lasts as long as the cache: files are opened to be written, though never are."""
        if os.access(place / _POINTER, os.W_OK):
            return place
        copy = Path(tempfile.mkdtemp(prefix="tropegraph-"))
        weakref.finalize(self, shutil.rmtree, copy, ignore_errors=True)
        for name in _sums(place):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(place / name, copy / name)
        return copy

    def keep(self, store: Any, *, edges: bool) -> Any:
        """Keep a store, and drop what belongs to other content.

        Returns:
            The store to go on with; `None` where writing broke off and left none.
        """
        part = self._folder / f"{self._stem}.{secrets.token_hex(4)}.part"
        try:
            self._folder.mkdir(exist_ok=True)
            self._drop()
            part.mkdir()
        except OSError:
            return store
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return self._kept_whole(store, part) if edges else self._kept_light(store, part)
        except (OSError, kglite.KgError):
            return None if edges else store
        finally:
            shutil.rmtree(part, ignore_errors=True)

    def _kept_light(self, store: Any, part: Path) -> Any:
        store.save(str(part / "store"))
        (part / "store").replace(self._place(False))
        return store

    def _kept_whole(self, store: Any, part: Path) -> Any:
        store.enable_disk_mode(str(part))
        (part / _POINTER).chmod(0o644)  # As the rest, so that whoever may read the graph may read it.
        (part / _SUMS).write_text(json.dumps(_sums(part)), encoding="utf-8")
        shutil.rmtree(self._place(True), ignore_errors=True)
        part.rename(self._place(True))
        return self.load(edges=True)

    def _drop(self) -> None:
        for old in self._folder.glob("cypher-*"):
            if old.name.startswith(self._stem):
                continue
            if old.is_dir():
                shutil.rmtree(old, ignore_errors=True)
            else:
                old.unlink(missing_ok=True)

    def answer(self, statement: str, params: Mapping[str, Any]) -> Result | None:
        """An answer that was kept."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(self._answer_file(statement, params).read_text(encoding="utf-8"))
            return Result(tuple(kept["columns"]), [tuple(row) for row in kept["rows"]])
        return None

    def keep_answer(self, statement: str, params: Mapping[str, Any], result: Result) -> None:
        """Keep an answer, unless it is large or another one might be given next time."""
        if len(result.rows) > _MOST_ROWS or _VOLATILE.search(statement):
            return
        with contextlib.suppress(OSError, ValueError, TypeError):
            file = self._answer_file(statement, params)
            file.parent.mkdir(parents=True, exist_ok=True)
            if sum(1 for _ in file.parent.iterdir()) < _MOST_ANSWERS:
                part = file.with_suffix(f".{secrets.token_hex(4)}.part")
                text = json.dumps({"columns": result.columns, "rows": result.rows}, ensure_ascii=False)
                part.write_text(text, encoding="utf-8")
                part.replace(file)

    def _answer_file(self, statement: str, params: Mapping[str, Any]) -> Path:
        asked = json.dumps([statement, dict(params)], sort_keys=True)
        return self._folder / f"{self._stem}.answers" / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.json"


def _sums(folder: Path) -> dict[str, int]:
    """Checksums of the files of a store on disk: one cut short would end the process when it is read."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in {_SUMS, _LOCK})
    return {path.relative_to(folder).as_posix(): _sum(path) for path in files}


def _sum(path: Path) -> int:
    found = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found = zlib.crc32(piece, found)
    return found


def _digest(folder: Path) -> str:
    """Hash of the graph's content."""
    found = hashlib.sha256(kglite.__version__.encode())
    for name in (MANIFEST, *(f"{table}.parquet" for table in _TABLES)):
        with contextlib.suppress(OSError), (folder / name).open("rb") as file:
            found.update(hashlib.file_digest(file, "sha256").digest())
    return found.hexdigest()[:24]
