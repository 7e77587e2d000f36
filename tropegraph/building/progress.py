"""How far a build is."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
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
        with_files = ThreadPoolExecutor(1)  # whoever builds has other things to do before the first page
        self._measured = with_files.submit(_measured, [str(given) for given in inputs])
        with_files.shutdown(wait=False)

    def share(self, origin: str) -> float:
        """Share of the bytes before a page; -1 where the input's size is unknown or it lies in one file only."""
        before, total = self._measured.result()
        return before[origin] / total if total and len(before) > 1 and origin in before else -1.0


def _measured(inputs: Iterable[str]) -> tuple[dict[str, int], int]:
    """The bytes before each file, and of all."""
    before: dict[str, int] = {}
    total = 0
    for given in inputs:
        for path in _files(given):
            before[path] = total
            with suppress(OSError):
                total += os.stat(path).st_size  # noqa: PTH116 - a quarter of the time, over all files
    return before, total


def _files(given: str) -> Iterator[str]:
    """All files below a path, in the order in which they are read."""
    if not os.path.isdir(given):  # noqa: PTH112
        yield str(Path(given))
    for place, folders, files in os.walk(Path(given)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(files) if not name.startswith("."))  # noqa: PTH118
