"""Paths and standard input: which files there are, and the bytes in them."""

import bz2
import gzip
import io
import lzma
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tropegraph.errors import InputError

STDIN = "-"
STDIN_ID = "stdin"

_RESOURCES = "_files"
"""Ending of the folder that browsers put beside a saved page for its pictures and scripts."""

_PACKED: tuple[tuple[bytes, Callable[[io.BytesIO], io.BufferedIOBase]], ...] = (
    (b"\x1f\x8b", lambda file: gzip.GzipFile(fileobj=file)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)
"""Compressions, by the bytes they begin with."""

_MOST_UNPACKED = 1 << 30
"""A file that unpacks to more bytes than this is taken for one made to fill the memory."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input before it is read.

    Args:
        id: Path relative to the folder given, with forward slashes; the file's name for a file given.
        origin: The path as the user named it.
        read: Gives the bytes; raises `OSError`.
    """

    id: str
    origin: str
    read: Callable[[], bytes]


def sources(inputs: list[str], stdin: BinaryIO) -> Iterator[Source]:
    """Every file of the inputs, in the order given; within a folder by path. Ids are unique.

    Raises:
        InputError: A path is missing or its folder cannot be listed.
    """
    for given in inputs:
        if given != STDIN and not Path(given).exists():
            raise InputError(f"There is no file or folder {given}.", "Check the path.")
    seen: set[str] = set()
    for given in inputs:
        for source in _sources(given, stdin):
            id = _unused(source.id, given, seen)  # noqa: A001
            seen.add(id)
            yield Source(id, source.origin, source.read)


def unpack(data: bytes) -> bytes:
    """Bytes with their compression taken off.

    Raises:
        OSError: They begin like a compressed file and are none, or none of a sensible size.
    """
    for magic, opened in _PACKED:
        if data.startswith(magic):
            try:
                content = opened(io.BytesIO(data)).read(_MOST_UNPACKED + 1)
            except (EOFError, ValueError, OSError, zlib.error, lzma.LZMAError) as error:
                raise OSError("the compressed file is damaged") from error
            if len(content) > _MOST_UNPACKED:
                raise OSError("the compressed file unpacks to more than 1 GiB")
            return content
    return data


def _sources(given: str, stdin: BinaryIO) -> Iterator[Source]:
    if given == STDIN:
        yield Source(STDIN_ID, STDIN, stdin.read)
    elif Path(given).is_dir():
        for path in _files(Path(given)):
            yield Source(_id(path.relative_to(given).as_posix()), str(path), partial(_regular, path))
    else:
        _must_open(given)
        yield Source(_id(Path(given).name), given, Path(given).read_bytes)


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder but hidden ones and the resources of saved pages, by path."""

    def refuse(error: OSError) -> None:
        raise InputError(f"The folder {folder} cannot be read.", "Check its permissions.") from error

    for place, folders, files in os.walk(folder, onerror=refuse if not os.access(folder, os.R_OK) else None):
        saved = {Path(name).stem + _RESOURCES for name in files}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in saved)
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


def _regular(path: Path) -> bytes:
    """Bytes of a file; a pipe or device in a folder would never end."""
    if path.exists() and not path.is_file():
        raise OSError("it is no regular file")
    return path.read_bytes()


def _must_open(path: str) -> None:
    try:
        Path(path).open("rb").close()
    except OSError as error:
        raise InputError(f"The file {path} cannot be read.", "Check its permissions.") from error


def _id(path: str) -> str:
    """A path as text that every output can hold."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _unused(id: str, given: str, seen: set[str]) -> str:  # noqa: A002
    """An id that is not taken: the folder's name before it, then a number behind it."""
    if id not in seen:
        return id
    longer = _id(f"{Path(given).name}/{id}")
    number = 2
    while longer in seen:
        longer, number = f"{id}#{number}", number + 1
    return longer
