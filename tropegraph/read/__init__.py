"""Reading inputs: files, folders, standard input; pages in every markup, and published edge sets.

`read_inputs` yields whatever it finds, one thing at a time, and a finding for whatever it cannot read.
"""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read import edge_lists, path_hints
from tropegraph.read.detect import Refusal, detect, refuse_bytes
from tropegraph.read.encoding import decode
from tropegraph.read.files import Source, sources, unpack
from tropegraph.read.jsonl import is_jsonl, read_jsonl
from tropegraph.read.known_names import load_known_names, load_non_tropes

__all__ = ["load_known_names", "load_non_tropes", "read_inputs"]

Read = RawPage | PublishedEdges | Finding


def read_inputs(inputs: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Read]:
    """Every page and published edge set of the inputs.

    Args:
        inputs: Paths of files and folders, and "-" for standard input. Folders are read with all that is below them
            but hidden files; gzip, bzip2 and xz are unpacked; what a file is, its content says.
        stdin: Standard input; the process's own where it is left out.

    Yields:
        A `RawPage` a page, a `PublishedEdges` an edge set, and a `Finding` for each input, record or encoding that
        was not what it should be. One bad file never keeps the others from being read.

    Raises:
        InputError: A path is missing, or a file or folder that was named cannot be opened.
    """
    for source in sources(list(inputs), stdin or sys.stdin.buffer):
        yield from _read(source)


def _read(source: Source) -> Iterator[Read]:
    try:
        data = source.read()
        content = unpack(data)
    except OSError as error:
        reason = error.strerror or str(error)
        yield Finding("unreadable", source.id, "", f"{source.id} could not be read: {reason}.")
        return
    digest = hashlib.sha256(data).hexdigest()
    if (reader := edge_lists.reader_of(content)) is not None:
        rows = reader(content, source.id)
        if rows.good:
            yield edge_lists.published(rows.good, source.id, source.origin, digest)
        yield from rows.findings
    elif is_jsonl(content):
        yield from read_jsonl(content, source.id, source.origin)
    else:
        yield from _page(content, source, digest)


def _page(data: bytes, source: Source, digest: str) -> Iterator[RawPage | Finding]:
    refusal = refuse_bytes(data)
    if refusal is not None:
        yield _refused(refusal, source.id)
        return
    decoded = decode(data)
    format = detect(decoded.text, path_hints.suffix(source.id))  # noqa: A001
    if isinstance(format, Refusal):
        yield _refused(format, source.id)
        return
    if decoded.refused:
        message = f"{source.id} was read as {decoded.encoding}, because {decoded.refused} does not fit it."
        yield Finding("encoding-guessed", source.id, "", message)
    yield RawPage(
        id=source.id,
        text=decoded.text,
        format=format,
        title=path_hints.title_of_path(source.id),
        name=path_hints.page_of_path(source.id),
        origin=source.origin,
        digest=digest,
    )


def _refused(refusal: Refusal, id: str) -> Finding:  # noqa: A002
    return Finding(refusal.code, id, "", f"{id} {refusal.reason}.")
