"""One input, closed and open: what the readers of all kinds of input are given."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage

Read = RawPage | PublishedEdges | Finding
"""What comes of an input in the end."""


Columns = Mapping[str, tuple[str, ...]]
"""Names of a table's columns by what they hold, the best first; compared in lower case."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input before it is read: a file, standard input, or a member of an archive.

    Args:
        id: Path relative to the folder given, with forward slashes; the file's name for a file given; for a member
            the archive's id, "!" and the member's path.
        origin: The path as the user named it; for a member with "!" and its path.
        open: Gives the bytes; raises `OSError`. A member of a packed stream can be opened only while it is its turn.
        path: Path that hints are taken from: the folder before the name counts where it may be a namespace.
        depth: How many archives it lies in.
        file: Where it lies on disk, for libraries that read nothing else; `None` for whatever is no plain file.
    """

    id: str
    origin: str
    open: Callable[[], io.BufferedReader]
    path: str
    depth: int = 0
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An input that is open, its compression taken off.

    Args:
        source: What is open.
        stream: Its bytes, from the first one on.
        head: The first bytes of them, up to `streams.PEEK`.
        columns: Names of columns that the user gave, by what they hold; for tables only.
    """

    source: Source
    stream: io.BufferedReader
    head: bytes
    columns: Columns = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was not opened, since whoever reads said that nothing has changed in it: its `Source`'s words."""

    id: str
    origin: str


Unchanged = Callable[[Source], bool]
"""Called with each file before it is opened; whether that is not worth while, since its one page is known."""


def text_of_path(path: str) -> str:
    """A path as text that every output can hold."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
