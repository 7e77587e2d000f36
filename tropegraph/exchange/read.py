"""Reads a graph file back: which of the inputs is one, in which format, and its tables."""

import gzip
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import pyarrow as pa

from tropegraph.errors import InputError
from tropegraph.exchange.collected import Collected
from tropegraph.exchange.formats import FORMATS, Format
from tropegraph.graph.store import MANIFEST
from tropegraph.graph.tables import of_rows
from tropegraph.memory import without_collector
from tropegraph.writing import reason

_HEAD = 1 << 14
_GZIP = b"\x1f\x8b"
_MARK = b"\xef\xbb\xbf"
_SUFFIXES = frozenset({".graphml", ".gexf", ".xml", ".json", ".cyjs", ".gz"})
"""Endings of files that are looked into."""
DATASET = "DATASET"
"""Kind of an input that is no page."""


@dataclass(frozen=True)
class Imported:
    """The tables of a graph file, named as a graph's."""

    nodes: pa.Table
    edges: pa.Table
    evidence: pa.Table
    pages: pa.Table
    findings: pa.Table


def graph_file(inputs: Sequence[str | Path]) -> Path | None:
    """The graph file that the inputs are; `None` where they are something else.

    Raises:
        InputError: It stands among other inputs: it is a whole graph, and no page.
    """
    found = [Path(path) for path in inputs if str(path) != "-" and format_of(Path(path)) is not None]
    if found and len(inputs) > 1:
        raise InputError(f"{found[0]} is a whole graph: it is read by itself.", "Build it alone, into another folder.")
    return found[0] if found else None


def format_of(path: Path) -> Format | None:
    """The format of a graph file, or of a folder with the two files of one; `None` where it is none."""
    if path.is_dir():
        held = {item.name for item in path.iterdir()}
        folders = (form for form in FORMATS.values() if form.files and MANIFEST not in held)
        return next((form for form in folders if set(form.files) <= held), None)
    if path.suffix.lower() not in _SUFFIXES or not path.is_file():
        return None
    try:
        with _opened(path) as file:
            head = file.read(_HEAD).removeprefix(_MARK)
    except (OSError, EOFError):
        return None
    return next((form for form in FORMATS.values() if form.sign and form.sign.match(head)), None)


def read(path: Path) -> Imported:
    """The graph of a file.

    Args:
        path: A file or folder that `format_of` knows.

    Raises:
        InputError: It cannot be read, or holds no node.
    """
    form, into = format_of(path), Collected(path.name)
    assert form is not None
    try:
        with without_collector():
            _take(form, path, into)
        digest = _digest([path / name for name in form.files] or [path])
    except (OSError, EOFError) as error:
        raise InputError(f"{path} cannot be read: {reason(error)}.", "Write it anew.") from error
    tables = into.tables
    if not tables["nodes"].num_rows:
        raise InputError(f"{path} is a graph without nodes.", "There is nothing to build.")
    page = {"id": path.name, "kind": DATASET, "format": form.name, "origin": str(path), "digest": digest}
    told = [
        {"code": f.code, "severity": f.severity.value, "page": f.page, "where": f.where, "message": f.message}
        for f in into.findings
    ]
    return Imported(**tables, pages=of_rows("pages", [page]), findings=of_rows("findings", told))


def _take(form: Format, path: Path, into: Collected) -> None:
    if form.files:
        form.read(path, into)
        return
    with _opened(path) as file:
        form.read(file, into)


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        packed = file.read(len(_GZIP)) == _GZIP
    return cast("BinaryIO", gzip.open(path)) if packed else path.open("rb")


def _digest(paths: Sequence[Path]) -> str:
    found = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while part := file.read(1 << 20):
                found.update(part)
    return found.hexdigest()
