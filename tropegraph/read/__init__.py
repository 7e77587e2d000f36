"""Reading inputs: files, folders, archives, standard input; pages in every markup, and published edge sets.

`read_inputs` yields whatever it finds, one thing at a time, and a finding for whatever it cannot read. `CONTAINERS` is
the one home of what kinds of input there are beside single pages.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BufferedReader
from typing import BinaryIO

from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read.archives import BETWEEN
from tropegraph.read.columns import given_columns
from tropegraph.read.containers import CONTAINERS
from tropegraph.read.files import sources
from tropegraph.read.ids import Ids
from tropegraph.read.known_names import load_known_names, load_non_tropes, load_work_names
from tropegraph.read.pages import read_page
from tropegraph.read.source import Columns, Opened, Read, Source, Unchanged, Unread
from tropegraph.read.streams import PEEK, check_whole, unpacked

__all__ = [
    "Source",
    "Unchanged",
    "Unread",
    "load_known_names",
    "load_non_tropes",
    "load_work_names",
    "read_changed",
    "read_inputs",
]


def read_inputs(
    inputs: Sequence[str], stdin: BinaryIO | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Read]:
    """Every page and published edge set of the inputs.

    Args:
        inputs: Paths of files and folders, and "-" for standard input. Folders are read with all that is below them
            but hidden files; compressed files and archives are read as what they hold; what a file is, its content
            says (docs/formats.md).
        stdin: Standard input; the process's own where it is left out.
        columns: Names of columns in tables by what they hold (`columns.KINDS`): `{"text": "body"}`. What is not given
            is found by its name.

    Yields:
        A `RawPage` a page, a `PublishedEdges` an edge set, and a `Finding` for each input, record or encoding that
        was not what it should be. One bad file never keeps the others from being read. Of a large file only what is
        yielded is in memory. No two pages have one id.

    Raises:
        InputError: A path is missing, a file or folder that was named cannot be opened, or `columns` names a kind of
            column that there is not.
    """
    for found in read_changed(inputs, stdin, columns, lambda _: False):
        if not isinstance(found, Unread):
            yield found


def read_changed(
    inputs: Sequence[str], stdin: BinaryIO | None, columns: Mapping[str, str] | None, unchanged: Unchanged
) -> Iterator[Read | Unread]:
    """As `read_inputs`, without opening the files that have not changed.

    Args:
        inputs: As of `read_inputs`, and so is what is raised.
        stdin: As of `read_inputs`.
        columns: As of `read_inputs`.
        unchanged: Called with each file just before it is opened. It may say yes only to a file that gave one page of
            the file's own id and nothing else when it was last read.
    """
    given, ids = given_columns(columns or {}), Ids()
    for source in sources(list(inputs), stdin or sys.stdin.buffer):
        if unchanged(source) and source.id not in ids:
            yield Unread(ids.unused(source.id, source.id), source.origin)
            continue
        for found in _read(source, given):
            yield _with_own_id(found, source, ids) if isinstance(found, RawPage) else found


def _with_own_id(page: RawPage, source: Source, ids: Ids) -> RawPage:
    longer = page.id if page.id.startswith(source.id) else f"{source.id}{BETWEEN}{page.id}"
    id = ids.unused(page.id, longer)  # noqa: A001
    return page if id == page.id else replace(page, id=id)


def _read(source: Source, columns: Columns) -> Iterator[Read]:
    told = held = False
    try:
        with source.open() as packed, unpacked(packed) as stream:
            for found in _contents(Opened(source, stream, _head(stream), columns)):
                told, held = True, held or not isinstance(found, Finding)
                if isinstance(found, Source):
                    yield from _read(found, columns)
                else:
                    yield found
            check_whole(stream)
    except OSError as error:
        reason = error.strerror or str(error)
        how = "was read only in part" if held else "could not be read"
        yield Finding("unreadable", source.id, "", f"{source.id} {how}: {reason}.")
        return
    if not told:
        yield Finding("empty-page", source.id, "", f"{source.id} holds neither a page nor facts.")


def _head(stream: BufferedReader) -> bytes:
    """The first bytes; where there are none because of a fault, that is what is wrong."""
    head = stream.peek(PEEK)
    if not head:
        check_whole(stream)
    return head


def _contents(opened: Opened) -> Iterator[Read | Source]:
    reader = next((c.read for c in CONTAINERS if c.holds(opened)), read_page)
    yield from reader(opened)
