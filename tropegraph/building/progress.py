"""How far a build is."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

READING, RESOLVING = "reading", "resolving"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is.

    Args:
        stage: "reading" pages, or "resolving" names and writing tables.
        read: Pages parsed and extracted.
        kept: Pages known from an earlier build.
        share: Share of the input's bytes that is done, from 0 to 1; -1 where it cannot be told.
    """

    stage: str
    read: int
    kept: int
    share: float = -1.0


OnProgress = Callable[[Progress], None]
"""Called now and then, from the thread that builds."""


class Sizes:
    """How much of the input's bytes is done, told by the origin of the page that is read just now.

    Args:
        inputs: Files and folders as the user gave them; what is none is left out, and then nothing can be told.
    """

    def __init__(self, inputs: Iterable[str | PathLike[str]]) -> None:
        self._before: dict[str, int] = {}
        self._total = 0
        for given in map(str, inputs):
            for path in _files(given):
                self._before[path] = self._total
                with suppress(OSError):
                    self._total += os.stat(path).st_size  # noqa: PTH116 - a quarter of the time, over all files

    def share(self, origin: str) -> float:
        """Share of the bytes before a page; -1 where the input's size is unknown or it lies in one file only."""
        before = self._before.get(origin) if len(self._before) > 1 else None
        return -1.0 if before is None or not self._total else before / self._total


def _files(given: str) -> Iterator[str]:
    """All files below a path, in the order in which they are read."""
    if not os.path.isdir(given):  # noqa: PTH112
        yield str(Path(given))
    for place, folders, files in os.walk(Path(given)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(files) if not name.startswith("."))  # noqa: PTH118
