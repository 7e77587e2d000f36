"""What the embedded engine keeps beside a graph folder: the store that it built, and answers that took long.

Everything lies in the folder's `.cache` under names that hold the hash of the content, so nothing stale is ever read;
what is missing or broken is made anew, and a folder that cannot be written is done without.
"""

import contextlib
import hashlib
import json
import re
import secrets
import shutil
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import kglite

from tropegraph.graph.store import CACHE, MANIFEST
from tropegraph.query.engine import Result

_LAYOUT = 2
"""Raised when the cache file of an older tropegraph would hold other rows."""
_TABLES = ("nodes", "edges", "evidence")
_VOLATILE = re.compile(r"\b(?:rand|randomuuid|timestamp|(?:local)?(?:date)?time|date)\s*\(", re.IGNORECASE)
_MOST_ROWS, _MOST_ANSWERS = 2_000, 500
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

    def _file(self, edges: bool) -> Path:
        return self._folder / f"{self._stem}{'' if edges else '-shape'}.kgl"

    def load(self, *, edges: bool) -> Any:
        """The store that was kept, with or without properties of edges; `None` where it is not there, or broken."""
        file = self._file(edges)
        if not file.is_file():
            return None
        try:
            return kglite.load(str(file), storage="memory", verify="eager")
        except (kglite.KgError, ValueError, OSError):
            return None

    def keep(self, store: Any, *, edges: bool) -> None:
        """Keep a store, and drop what belongs to other content."""
        file = self._file(edges)
        part = file.with_suffix(f".{secrets.token_hex(4)}.part")
        with contextlib.suppress(OSError, kglite.KgError):
            self._folder.mkdir(exist_ok=True)
            self._drop()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                store.save(str(part))
            part.replace(file)

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


def _digest(folder: Path) -> str:
    """Hash of the graph's content."""
    found = hashlib.sha256(kglite.__version__.encode())
    for name in (MANIFEST, *(f"{table}.parquet" for table in _TABLES)):
        with contextlib.suppress(OSError), (folder / name).open("rb") as file:
            found.update(hashlib.file_digest(file, "sha256").digest())
    return found.hexdigest()[:24]
