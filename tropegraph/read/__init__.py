"""Reading inputs: files, folders, archives, standard input; pages in every markup, and published edge sets.

`read_inputs` yields whatever it finds, one thing at a time, and a finding for whatever it cannot read. `CONTAINERS` is
the one home of what kinds of input there are beside single pages.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from tropegraph.model.findings import Finding
from tropegraph.read.containers import CONTAINERS
from tropegraph.read.files import sources
from tropegraph.read.known_names import load_known_names, load_non_tropes
from tropegraph.read.pages import read_page
from tropegraph.read.source import Opened, Read, Source
from tropegraph.read.streams import PEEK, unpacked

__all__ = ["load_known_names", "load_non_tropes", "read_inputs"]


def read_inputs(inputs: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Read]:
    """Every page and published edge set of the inputs.

    Args:
        inputs: Paths of files and folders, and "-" for standard input. Folders are read with all that is below them
            but hidden files; compressed files and archives are read as what they hold; what a file is, its content
            says (docs/formats.md).
        stdin: Standard input; the process's own where it is left out.

    Yields:
        A `RawPage` a page, a `PublishedEdges` an edge set, and a `Finding` for each input, record or encoding that
        was not what it should be. One bad file never keeps the others from being read. Of a large file only what is
        yielded is in memory.

    Raises:
        InputError: A path is missing, or a file or folder that was named cannot be opened.
    """
    for source in sources(list(inputs), stdin or sys.stdin.buffer):
        yield from _read(source)


def _read(source: Source) -> Iterator[Read]:
    found_any = False
    try:
        with source.open() as packed, unpacked(packed) as stream:
            for found in _contents(Opened(source, stream, stream.peek(PEEK))):
                found_any = True
                if isinstance(found, Source):
                    yield from _read(found)
                else:
                    yield found
    except OSError as error:
        reason = error.strerror or str(error)
        yield Finding("unreadable", source.id, "", f"{source.id} could not be read: {reason}.")
        return
    if not found_any:
        yield Finding("empty-page", source.id, "", f"{source.id} holds neither a page nor facts.")


def _contents(opened: Opened) -> Iterator[Read | Source]:
    reader = next((c.read for c in CONTAINERS if c.holds(opened)), read_page)
    yield from reader(opened)
