"""Archives: their members as inputs of their own, one after the other, in memory only.

A member whose name leads out of the archive, that is a link or a device, or whose name was there before, is refused.
"""

import io
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO

from tropegraph.model.findings import Finding
from tropegraph.read import path_hints
from tropegraph.read.source import Opened, Source, text_of_path
from tropegraph.read.streams import Budget, seekable, steady

BETWEEN = "!"
"""Stands between an archive and its member in ids: "pages.zip!Film/GalaxyQuest.html"."""

MOST_NESTED = 2
"""Archives that may lie in one another: an archive, and archives in it."""

_BLOCK = 512
_MOST_OF_A_HEADER = 1 << 20
_ENCRYPTED = 0x1
LINK = "a link, and links are not followed"
_ZIP_FAULTS = (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, RuntimeError, OSError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Args:
        name: Its path as the archive gives it.
        open: Gives its bytes.
        trouble: Why it is not read, as the end of a sentence "... is ..."; empty when nothing speaks against it.
    """

    name: str
    open: Callable[[], BinaryIO]
    trouble: str = ""


def is_zip(head: bytes) -> bool:
    """Whether bytes begin a zip archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_tar(head: bytes) -> bool:
    """Whether bytes begin a tar archive: its first header has the right sum."""
    try:
        tarfile.TarInfo.frombuf(head[:_BLOCK], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def read_zip(opened: Opened) -> Iterator[Source | Finding]:
    """The members of a zip archive."""
    file = seekable(opened.stream)
    size = file.seek(0, io.SEEK_END)
    try:
        archive = zipfile.ZipFile(file)
    except _ZIP_FAULTS as error:
        raise OSError("the archive is damaged") from error
    with archive:
        budget = Budget(lambda: size)
        members = (_zip_member(archive, info) for info in archive.infolist() if not info.filename.endswith("/"))
        yield from sources_of(opened.source, members, budget, archive.namelist())


def read_tar(opened: Opened) -> Iterator[Source | Finding]:
    """The members of a tar archive, read from front to back."""
    try:
        with tarfile.open(fileobj=opened.stream, mode="r|", tarinfo=_Header, errorlevel=0) as archive:
            members = (_tar_member(archive, info) for info in archive if not info.isdir())
            yield from sources_of(opened.source, members, None)
    except tarfile.TarError as error:
        raise OSError("the archive is damaged") from error


def sources_of(
    outer: Source, members: Iterator[Member], budget: Budget | None, names: list[str] | None = None
) -> Iterator[Source | Finding]:
    """Members as inputs; hidden files and the resources of saved pages are passed over as in a folder.

    Args:
        outer: The archive.
        members: Its files, in its order.
        budget: What they may unpack to together; `None` where the archive's own stream sees to it.
        names: All names, where they are known beforehand.
    """
    if outer.depth >= MOST_NESTED:
        yield Finding("unsafe-member", outer.id, "", f"{outer.id} is an archive in an archive in an archive.")
        return
    seen: set[str] = set()
    saved = path_hints.resource_folders(names or [])
    for member in members:
        path = text_of_path(member.name.replace("\\", "/")).removeprefix("./")
        id = f"{outer.id}{BETWEEN}{path}"  # noqa: A001
        if trouble := member.trouble or _trouble(path, seen):
            yield Finding("unsafe-member", id, "", f"{id} is {trouble}.")
            continue
        seen.add(path)
        saved |= path_hints.resource_folders([path])
        if not path_hints.passed_over(path, saved):
            opener = partial(_open, member.open, budget)
            yield Source(id, f"{outer.origin}{BETWEEN}{path}", opener, path, outer.depth + 1)


def _trouble(path: str, seen: set[str]) -> str:
    pure = PurePosixPath(path)
    if not pure.name:
        return "without a name"
    if pure.is_absolute() or ".." in pure.parts or path[1:2] == ":" or "\x00" in path:
        return "a path that leads out of the archive"
    return "there twice; the first one was read" if path in seen else ""


def _open(opened: Callable[[], BinaryIO], budget: Budget | None) -> io.BufferedReader:
    try:
        return steady(opened(), budget.spend) if budget else steady(opened())
    except (*_ZIP_FAULTS, tarfile.TarError) as error:
        raise OSError("the archive is damaged") from error


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    trouble = ""
    if stat.S_ISLNK(info.external_attr >> 16):
        trouble = LINK
    elif info.flag_bits & _ENCRYPTED:
        trouble = "locked with a password"
    return Member(info.filename, lambda: archive.open(info), trouble)  # type: ignore[arg-type, return-value]


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Member:
    trouble = ""
    if info.issym() or info.islnk():
        trouble = LINK
    elif not info.isreg() or info.issparse():
        trouble = "no regular file"
    return Member(info.name, lambda: archive.extractfile(info), trouble)  # type: ignore[arg-type, return-value]


class _Header(tarfile.TarInfo):
    """A header whose long names are of a sensible length: the library reads them whole, whatever they claim."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if not self.isreg() and not self.isdir() and self.size > _MOST_OF_A_HEADER:
            raise tarfile.ReadError("a header is too long")
        return super()._proc_member(archive)  # type: ignore[misc, no-any-return]
