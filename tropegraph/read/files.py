"""Paths and standard input: which files there are."""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BufferedReader, FileIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit
from urllib.request import url2pathname

from tropegraph.errors import InputError
from tropegraph.read import path_hints
from tropegraph.read.source import Source, text_of_path
from tropegraph.read.streams import PEEK, steady

STDIN = "-"
STDIN_ID = "stdin"

_FILE_SCHEME = "file:"


def sources(inputs: list[str], stdin: BinaryIO) -> Iterator[Source]:
    """Every file of the inputs, in the order given; within a folder by path. Ids are unique.

    Raises:
        InputError: A path is missing or its folder cannot be listed.
    """
    inputs = [_local(given) for given in inputs]
    for given in inputs:
        if given != STDIN and not Path(given).exists():
            address = "://" in given
            hint = "Nothing is fetched: save the page, and give its file." if address else "Check the path."
            raise InputError(f"There is no file or folder {given}.", hint)
    seen: set[str] = set()
    for given in inputs:
        for source in _sources(given, stdin):
            id = _unused(source.id, given, seen)  # noqa: A001
            seen.add(id)
            yield source if id == source.id else replace(source, id=id)


def _local(given: str) -> str:
    """The path that a `file:` address names; anything else as it is."""
    return url2pathname(urlsplit(given).path) if given.lower().startswith(_FILE_SCHEME) else given


def _sources(given: str, stdin: BinaryIO) -> Iterator[Source]:
    if given == STDIN:
        yield Source(STDIN_ID, STDIN, partial(steady, stdin, closes=False), STDIN_ID)
    elif Path(given).is_dir():
        for path, below in _files(Path(given)):
            yield _source(path, below)
    else:
        _must_open(given)
        yield _source(Path(given), Path(given).name)


def _source(path: Path, id: str) -> Source:  # noqa: A002
    id = text_of_path(id)  # noqa: A001
    hint = id if "/" in id else path_hints.below_namespace(id, path.absolute().parent.name)
    return Source(id, str(path), partial(_regular, path), hint, file=path)


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """All files below a folder but hidden ones and the resources of saved pages, by path; each with its path below."""

    def refuse(error: OSError) -> None:
        raise InputError(f"The folder {folder} cannot be read.", "Check its permissions.") from error

    for place, folders, files in os.walk(folder, onerror=refuse if not os.access(folder, os.R_OK) else None):
        saved = {path_hints.resources_of(name) for name in files} if folders else set()
        folders[:] = sorted(name for name in folders if not path_hints.is_hidden(name) and name not in saved)
        within = Path(place).relative_to(folder).as_posix()
        below = "" if within == "." else f"{within}/"
        yield from ((Path(place, name), below + name) for name in sorted(files) if not path_hints.is_hidden(name))


def _regular(path: Path) -> BufferedReader:
    """A file, opened; a pipe or device in a folder would never end."""
    if path.exists() and not path.is_file():
        raise OSError("it is no regular file")
    return BufferedReader(FileIO(path), PEEK)


def _must_open(path: str) -> None:
    try:
        Path(path).open("rb").close()
    except OSError as error:
        raise InputError(f"The file {path} cannot be read.", "Check its permissions.") from error


def _unused(id: str, given: str, seen: set[str]) -> str:  # noqa: A002
    """An id that is not taken: the folder's name before it, then a number behind it."""
    if id not in seen:
        return id
    longer = text_of_path(f"{Path(given).name}/{id}")
    number = 2
    while longer in seen:
        longer, number = f"{id}#{number}", number + 1
    return longer
