"""7z archives (extra `archives`). The library pushes members out; a thread turns that round: they are pulled."""

import io
import queue
import threading
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from tropegraph.model.findings import Finding
from tropegraph.read.archives import LINK, Member, sources_of
from tropegraph.read.extras import needed
from tropegraph.read.source import Opened, Source
from tropegraph.read.streams import Budget, TooMuchError, seekable

_MAGIC = b"7z\xbc\xaf\x27\x1c"
_LOCKED = "the archive is locked with a password"
_WAIT = 0.1
_END = None

_Event = str | bytes | Exception | None
"""A member's name as it begins, a part of its bytes, what went wrong, and nothing at all for an end."""


class _StoppedError(Exception):
    """Nobody wants the rest."""


class _Belt:
    """Hands events from the thread that unpacks to the one that reads; a few at most are under way."""

    def __init__(self, budget: Budget) -> None:
        self._events: queue.Queue[_Event] = queue.Queue(maxsize=1)
        self._stop = threading.Event()
        self._budget = budget

    def put(self, event: _Event) -> None:
        while not self._stop.is_set():
            try:
                return self._events.put(event, timeout=_WAIT)
            except queue.Full:
                continue
        raise _StoppedError

    def get(self) -> _Event:
        return self._events.get()

    def stop(self) -> None:
        self._stop.set()

    def create(self, name: str) -> "_Entrance":
        """The library's way to ask for a place to write a member to."""
        self.put(name)
        return _Entrance(self, self._budget)


class _Entrance:
    """A place to write one member to, as the library wants it."""

    def __init__(self, belt: _Belt, budget: Budget) -> None:
        self._belt, self._budget, self._size = belt, budget, 0

    def write(self, part: bytes | bytearray) -> int:
        self._budget.spend(len(part))
        self._size += len(part)
        self._belt.put(bytes(part))
        return len(part)

    def size(self) -> int:
        return self._size

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def flush(self) -> None:
        pass

    def close(self) -> None:
        self._belt.put(_END)


class _Exit(io.RawIOBase):
    """One member, read off the belt."""

    def __init__(self, belt: _Belt) -> None:
        super().__init__()
        self._belt, self._left, self._ended = belt, b"", False
        self.failed = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if not self._left and not self._ended:
            event = self._belt.get()
            if isinstance(event, Exception):
                self._ended = self.failed = True
                raise event
            self._left, self._ended = cast("bytes", event or b""), event is _END
        part, self._left = (self._left, b"") if size < 0 else (self._left[:size], self._left[size:])
        return part

    def drain(self) -> None:
        while not self._ended:
            self._left = b""
            self.read()


def is_7z(head: bytes) -> bool:
    """Whether bytes begin a 7z archive."""
    return head.startswith(_MAGIC)


def read_7z(opened: Opened) -> Iterator[Source | Finding]:
    """The members of a 7z archive, in its order; every part is unpacked once.

    Raises:
        OSError: The archive is damaged or locked, or py7zr is not installed.
    """
    library = needed("py7zr", "archives", "7z archives")
    locked_error = needed("py7zr.exceptions", "archives", "7z archives").PasswordRequired
    file = seekable(opened.stream)
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    try:
        archive = library.SevenZipFile(file)
        locked = archive.needs_password()
    except locked_error as error:
        raise OSError(_LOCKED) from error
    except Exception as error:
        raise OSError("the archive is damaged") from error
    with archive:
        if locked:
            raise OSError(_LOCKED)
        yield from sources_of(opened.source, _members(archive, Budget(lambda: size)), None, archive.getnames())


def _members(archive: Any, budget: Budget) -> Iterator[Member]:
    files = [info for info in archive.files if not info.is_directory]
    good = {info.filename for info in files if not _trouble(info)}
    yield from (Member(info.filename, io.BytesIO, _trouble(info)) for info in files if _trouble(info))
    belt = _Belt(budget)
    thread = threading.Thread(target=_unpack, args=(archive, belt, good), daemon=True)
    thread.start()
    try:
        while (name := belt.get()) is not _END:
            if isinstance(name, Exception):
                raise name
            member = _Exit(belt)
            yield Member(cast("str", name), lambda member=member: cast("BinaryIO", member))  # type: ignore[misc]
            member.drain()
            if member.failed:
                return
    finally:
        belt.stop()
        thread.join()


def _unpack(archive: Any, belt: _Belt, names: set[str]) -> None:
    try:
        if names:
            archive.extract(targets=names, factory=belt)
        belt.put(_END)
    except _StoppedError:
        return
    except TooMuchError as error:
        _last(belt, error)
    except Exception:  # the library raises what its decompressors raise
        _last(belt, OSError("the archive is damaged"))


def _last(belt: _Belt, event: _Event) -> None:
    try:
        belt.put(event)
    except _StoppedError:
        return


def _trouble(info: Any) -> str:
    if info.is_symlink or info.is_junction:
        return LINK
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/"):
        return "a path that leads out of the archive"
    return "no regular file" if info.is_socket else ""
