"""One build at a time into one folder: a lock that the system takes away from a process that is gone."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tropegraph.errors import OutputError

if sys.platform == "win32":
    import msvcrt

    def _try(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, what: str) -> Iterator[None]:
    """Hold a lock.

    Args:
        path: The lock's file; it stays, since only the system's lock on it counts.
        what: What is locked, for the message.

    Raises:
        OutputError: Another process holds it.
    """
    with path.open("a", encoding="utf-8") as file:
        try:
            _try(file)
            _check_in_place(path, file)
        except OSError as error:
            raise OutputError(
                f"Another build into {what} is running.", "Wait until it is done, or choose another place."
            ) from error
        yield


def _check_in_place(path: Path, file: IO[str]) -> None:
    """A file that was removed while this process waited for it locks nothing."""
    if not os.path.samestat(path.stat(), os.fstat(file.fileno())):
        raise FileNotFoundError(path)
