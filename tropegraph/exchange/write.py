"""Writes a graph in one of the formats: whole, or not at all."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from tropegraph.errors import InputError
from tropegraph.exchange.formats import FORMATS, Format
from tropegraph.exchange.rows import Evidence, Looks, OnRows, Rows, Source
from tropegraph.writing import FolderKind, replaced, replaced_file


@dataclass(frozen=True)
class ExportReport:
    """What was written.

    Args:
        format: Name of the format.
        path: The file or folder.
        nodes: Nodes of it.
        edges: Its edges.
        size: Bytes.
        seconds: How long it took.
        notes: What to know of it, a sentence each.
    """

    format: str
    path: str
    nodes: int
    edges: int
    size: int
    seconds: float
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        counts = f"{self.nodes:,} nodes and {self.edges:,} edges"
        return f"wrote {counts} to {self.path} ({self.size / 1e6:,.1f} MB) in {self.seconds:.1f} s"

    @property
    def opening(self) -> str:
        """How to open it, in one sentence."""
        return FORMATS[self.format].opening.format(path=self.path)

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON holds it."""
        return asdict(self)


def named(name: str) -> Format:
    """The format of a name.

    Raises:
        InputError: There is none.
    """
    if name not in FORMATS:
        raise InputError(f"{name!r} is no format to export to.", f"There are {', '.join(FORMATS)}.")
    return FORMATS[name]


def write(
    source: Source,
    name: str,
    path: Path,
    *,
    evidence: Evidence | str = Evidence.FULL,
    looks: Looks | None = None,
    notes: tuple[str, ...] = (),
    progress: OnRows | None = None,
) -> ExportReport:
    """Write a graph; no more of it is in memory than a piece, beside what `source` holds.

    Args:
        source: Its nodes and edges.
        name: Name of a format.
        path: File to write, or folder for formats of two files; what is there of this kind is replaced.
        evidence: "full", "short" (the first sentence of each edge, cut after 200 signs) or "none".
        looks: Places and colours, for formats that have a place for them.
        notes: What the report is to tell.
        progress: Is told how far it is.

    Raises:
        InputError: There is no such format or form of evidence.
        OutputError: The place cannot be written.
        GraphError: The graph is damaged.
    """
    begun, form = time.perf_counter(), named(name)
    if evidence not in set(Evidence):
        raise InputError(f"{evidence!r} is no form of evidence.", f"There are {', '.join(Evidence)}.")
    nodes, edges = source.counts()
    rows = Rows(source, Evidence(evidence), looks if form.drawn else None, _teller(nodes + edges, progress))
    size = _folder(form, path, rows) if form.files else _file(form, path, rows)
    return ExportReport(name, str(path), nodes, edges, size, time.perf_counter() - begun, notes)


def _file(form: Format, path: Path, rows: Rows) -> int:
    with replaced_file(path) as out:
        text = TextIOWrapper(out, encoding="utf-8", newline="\n")
        try:
            form.write(text, rows)
        finally:
            text.detach()
        return out.tell()


def _folder(form: Format, path: Path, rows: Rows) -> int:
    kind = FolderKind(f"an export as {form.title}", lambda found: set(form.files) <= _names(found), form.files)
    with replaced(path, kind) as folder:
        form.write(folder, rows)
        return sum((folder / name).stat().st_size for name in form.files)


def _names(folder: Path) -> set[str]:
    """Names of a folder's files; none for a graph, which has files of the same names."""
    names = {path.name for path in folder.iterdir()}
    return set() if "manifest.json" in names else names


def _teller(total: int, progress: OnRows | None) -> Callable[[int], None]:
    done = 0

    def tell(rows: int) -> None:
        nonlocal done
        done += rows
        if progress:
            progress(done, total)

    return tell
