"""Files and folders that are written whole or not at all."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tropegraph.errors import OutputError


def write_text(path: Path, text: str) -> Path:
    """Write a file whole or not at all, in UTF-8 with plain line ends.

    Raises:
        OutputError: The place cannot be written.
    """
    return write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all.

    Raises:
        OutputError: The place cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True) if part.parent.is_dir() else None
        raise OutputError(f"{path} cannot be written: {error.strerror}.", "Choose another place.") from error
    return path


@contextlib.contextmanager
def replaced_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of the one at `path` when the block ends without an error.

    Args:
        path: The file; its parents are made.

    Raises:
        OutputError: The place is a folder or cannot be written; errors of the system within the block become one too.
    """
    target = path.resolve()
    if target.is_dir():
        raise OutputError(f"{path} is a folder, not a file.", "Name a file in it.")
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(target)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {reason(error)}.", "Choose another place.") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


@dataclass(frozen=True)
class FolderKind:
    """A kind of folder that is replaced as a whole, and nothing else than it.

    Args:
        name: What it is called, with its article: "a graph".
        holds: Whether a folder is one.
        files: Names that are its own; whatever else lies there is carried over when it is replaced.
    """

    name: str
    holds: Callable[[Path], bool]
    files: Collection[str]


@contextlib.contextmanager
def replaced(path: Path, kind: FolderKind, *, overwrite: bool = True, workplace: Path | None = None) -> Iterator[Path]:
    """A temporary folder to fill, which takes the place of the one at `path` when the block ends without an error.

    It is flushed to disk, then renamed into place.

    Args:
        path: The folder; its parents are made. One of the same kind is replaced, an empty folder is used.
        kind: What is written.
        overwrite: Whether one of the same kind may be replaced.
        workplace: Folder on the same disk to put the temporary one into; beside `path` when `None`.

    Raises:
        OutputError: `path` is a file or holds something else, holds one that may not be replaced, or cannot be
            written; errors of the system within the block become one too.
    """
    with _as_output_error(path, kind):
        target = path.resolve()
        restore(target)
        _refuse(path, target, kind, overwrite=overwrite)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _temporary(target if workplace is None else workplace / target.name) as folder:
            yield folder
            _flush_all(folder)
            _carry_over(target, folder, kind)
            _swap(folder, target)


def check_writable(path: Path, kind: FolderKind) -> None:
    """Check that `replaced` would be let put a folder at `path`, without leaving anything there.

    Raises:
        OutputError: It would not.
    """
    check_place(path, kind)
    with _as_output_error(path, kind):
        target = path.resolve()
        parent = next(folder for folder in target.parents if folder.exists())
        with _temporary(parent / target.name):
            pass


def check_place(path: Path, kind: FolderKind) -> None:
    """Check that there is nothing at `path`, or a folder of this kind, or an empty one.

    Raises:
        OutputError: There is something else.
    """
    with _as_output_error(path, kind):
        _refuse(path, path.resolve(), kind, overwrite=True)


def restore(target: Path) -> None:
    """Put back the folder that `replaced` has put aside, where it was killed before the new one took its place."""
    old = _aside(target)
    if old.is_dir() and not target.exists():
        old.rename(target)


def reason(error: BaseException) -> str:
    """What the system says is wrong, to go on a sentence with."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).rstrip(".").lower()


@contextlib.contextmanager
def _as_output_error(path: Path, kind: FolderKind) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        noun = kind.name.partition(" ")[2]
        raise OutputError(
            f"The {noun} cannot be written to {path}: {reason(error)}.", "Choose another place."
        ) from error


def _refuse(path: Path, target: Path, kind: FolderKind, *, overwrite: bool) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError(f"{path} is a file, not a folder.", f"Name a new folder, or one that holds {kind.name}.")
    if kind.holds(target):
        if not overwrite:
            raise OutputError(f"There is {kind.name} at {path} already.", "Name another folder, or allow overwriting.")
    elif any(target.iterdir()):
        raise OutputError(
            f"{path} holds files that are not {kind.name}; they are left alone.",
            f"Name a new folder, or one that holds {kind.name}.",
        )


@contextlib.contextmanager
def _temporary(target: Path) -> Iterator[Path]:
    folder = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _flush_all(folder: Path) -> None:
    for file in folder.iterdir():
        _flush(file)
    _flush(folder)


def _carry_over(target: Path, folder: Path, kind: FolderKind) -> None:
    """Copy what a user has put beside its own files, a map for instance, so that replacing it loses nothing."""
    for item in target.iterdir() if target.exists() else ():
        if item.name in kind.files:
            continue
        if item.is_dir() and not item.is_symlink():
            shutil.copytree(item, folder / item.name, symlinks=True)
        else:
            shutil.copy2(item, folder / item.name, follow_symlinks=False)


def _flush(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _swap(folder: Path, target: Path) -> None:
    """Put `folder` in the place of `target`.

    No portable call exchanges two folders, so the old one steps aside first. A process killed between the two
    renames leaves it there, and the next `restore` puts it back.
    """
    old = _aside(target)
    if target.exists():
        shutil.rmtree(old, ignore_errors=True)
        os.replace(target, old)  # noqa: PTH105
    try:
        os.replace(folder, target)  # noqa: PTH105
    except OSError:
        restore(target)
        raise
    _flush(target.parent)
    shutil.rmtree(old, ignore_errors=True)
