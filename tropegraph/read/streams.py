"""Streams of bytes: opened, unpacked, and bounded, so that no input can fill the memory or run without end."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from backports import zstd

PEEK = 1 << 16
"""Bytes at an input's beginning by which it is told what it is."""

MOST_OF_A_PAGE = 64 << 20
"""A page, record or line with more bytes than this is none."""

MOST_HELD = 256 << 20
"""Most bytes that are held at once of an input that cannot be read from front to back (a zip within an archive)."""

_MOST_RATIO = 500
_FREE = 64 << 20
"""Dumps of wikis shrink to a hundredth at best; what unpacks to `_MOST_RATIO` times its bytes, beyond the first
`_FREE` bytes, was made to keep its reader busy."""

_PACKED: tuple[tuple[bytes, Callable[[BinaryIO], io.BufferedIOBase]], ...] = (
    (b"\x1f\x8b", lambda file: gzip.GzipFile(fileobj=file)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
    (b"\x28\xb5\x2f\xfd", zstd.ZstdFile),
)
"""Compressions, by the bytes they begin with."""

_AT_ONCE = 1 << 20
"""Bytes asked for at once: a reader sets aside room for as many as it is asked for."""

_LAYERS = 2
"""Compressions that may lie around one another."""

_FAULTS = (
    EOFError,
    ValueError,
    OSError,
    zlib.error,
    lzma.LZMAError,
    zstd.ZstdError,
    zipfile.BadZipFile,
    tarfile.TarError,
)


class TooMuchError(OSError):
    """A stream is longer than anything of a wiki."""


class Budget:
    """How many bytes may still come out of something packed.

    Args:
        packed: Gives the number of packed bytes known so far.
    """

    def __init__(self, packed: Callable[[], int]) -> None:
        self._packed = packed
        self._made = 0

    def spend(self, count: int) -> None:
        """Count bytes that came out.

        Raises:
            TooMuchError: More came out than the packed bytes can honestly hold.
        """
        self._made += count
        if self._made > _FREE + _MOST_RATIO * self._packed():
            raise TooMuchError("it unpacks to far more than it holds, as no wiki does")


class _Steady(io.RawIOBase):
    """A stream whose reads are full but at the end and counted, and that ends where it is damaged."""

    def __init__(self, stream: BinaryIO, spend: Callable[[int], None], *, closes: bool = True) -> None:
        super().__init__()
        self._stream, self._spend, self._closes = stream, spend, closes
        self._some = getattr(stream, "read1", stream.read)
        self.fault: OSError | None = None
        self.made = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the protocol's buffer is one
        done = 0
        while done < len(buffer) and (chunk := self._chunk(len(buffer) - done)):
            buffer[done : done + len(chunk)] = chunk
            done += len(chunk)
        return done

    def close(self) -> None:
        if self._closes and not self.closed:
            self._stream.close()
        super().close()

    def _chunk(self, size: int) -> bytes:
        """The next bytes; none from a fault on, which is kept for `check_whole`."""
        if self.fault:
            return b""
        try:
            chunk: bytes = self._some(size)
            self._spend(len(chunk))
        except TooMuchError:
            raise
        except _FAULTS as error:
            self.fault = OSError("the compressed file is damaged")
            self.fault.__cause__ = error
            return b""
        self.made += len(chunk)
        return chunk


def check_whole(stream: io.BufferedReader) -> None:
    """Hold that a stream from here, which has been read to its end, ended there and not at a fault.

    Raises:
        OSError: What came is not all that there is.
    """
    if isinstance(stream.raw, _Steady) and stream.raw.fault:
        raise stream.raw.fault


def steady(
    stream: BinaryIO, spend: Callable[[int], None] = lambda _: None, *, closes: bool = True
) -> io.BufferedReader:
    """A stream that can be looked into (`peek`), and that ends at a fault: `check_whole` tells of it.

    Args:
        stream: Anything with `read`.
        spend: Called with the number of bytes of each read.
        closes: Close `stream` with it.
    """
    return io.BufferedReader(_Steady(stream, spend, closes=closes), PEEK)


def unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream without its compression; itself where it has none.

    It ends where it is damaged (`check_whole` tells), and raises `TooMuchError` where it was made to unpack without
    end.
    """
    for _ in range(_LAYERS):
        opened = _opener(stream.peek(PEEK))
        if opened is None:
            return stream
        raw = _Steady(stream, lambda _: None)
        stream = steady(opened(raw), Budget(lambda raw=raw: raw.made).spend)  # type: ignore[arg-type, misc]
    return stream


def _opener(head: bytes) -> Callable[[BinaryIO], io.BufferedIOBase] | None:
    return next((opened for magic, opened in _PACKED if head.startswith(magic)), None)


def seekable(stream: io.BufferedReader) -> BinaryIO:
    """The stream, or its bytes in memory where it can only be read from front to back.

    Raises:
        TooMuchError: It would have to be held in memory, and is too long for it.
    """
    return stream if stream.seekable() else io.BytesIO(whole(stream, MOST_HELD))


def whole(stream: BinaryIO, most: int = MOST_OF_A_PAGE) -> bytes:
    """All bytes of a stream.

    Raises:
        TooMuchError: There are more than `most`.
    """
    parts: list[bytes] = []
    left = most
    while part := stream.read(min(_AT_ONCE, left + 1)):
        parts.append(part)
        left -= len(part)
        if left < 0:
            raise TooMuchError(f"it holds more than {most >> 20} MiB, as no page does")
    return b"".join(parts)


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines of a stream with their ends; a line longer than `MOST_OF_A_PAGE` is cut there and its rest passed over."""
    while line := stream.readline(MOST_OF_A_PAGE):
        yield line
        while len(line) == MOST_OF_A_PAGE and not line.endswith(b"\n"):
            line = stream.readline(MOST_OF_A_PAGE)
