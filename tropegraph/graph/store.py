"""The graph folder on disk: Parquet files and manifest.json, replaced as a whole or not at all."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tropegraph import writing
from tropegraph.errors import GraphError
from tropegraph.graph.manifest import Manifest
from tropegraph.tabular.schemas import SCHEMAS

MANIFEST = "manifest.json"
CACHE = ".cache"
"""Name for what readers keep beside the tables to be quick; a new graph in the same place drops it."""
_REBUILD = "Build the graph again."


def write(path: Path, tables: Mapping[str, pa.Table], manifest: Manifest, *, overwrite: bool) -> None:
    """Write a graph folder: into a temporary sibling, flushed to disk, then renamed into place.

    Args:
        path: The folder; its parents are made. An existing graph there is replaced, an empty folder is used.
        tables: Every table of the graph, by name.
        manifest: What the folder says of itself.
        overwrite: Whether an existing graph may be replaced.

    Raises:
        OutputError: `path` is a file or holds something else than a graph, holds a graph and `overwrite` is false, or
            cannot be written.
    """
    with replaced(path, overwrite=overwrite) as folder:
        writers = Writers(folder)
        for name in SCHEMAS:
            writers.write(name, tables[name])
        writers.close()
        write_manifest(folder, manifest)


@contextlib.contextmanager
def replaced(path: Path, *, overwrite: bool = True, workplace: Path | None = None) -> Iterator[Path]:
    """A temporary folder to fill, which takes the place of the graph at `path` when the block ends without an error.

    Args:
        path: The folder; its parents are made. An existing graph there is replaced, an empty folder is used.
        overwrite: Whether an existing graph may be replaced.
        workplace: Folder on the same disk to put the temporary one into; beside `path` when `None`.

    Raises:
        OutputError: As `write`; errors of the system within the block become one too.
    """
    with writing.replaced(path, _GRAPH, overwrite=overwrite, workplace=workplace) as folder:
        yield folder


ROW_GROUP = 1 << 17
"""Rows of a row group: what a writer holds in memory, and a reader skips by."""


class Writers:
    """The tables of a graph folder, each written piece by piece; the same rows give the same bytes, however cut."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, pq.ParquetWriter] = {}
        self._waiting: dict[str, pa.Table] = {}
        self.counts: dict[str, int] = {}

    def write(self, name: str, piece: pa.Table) -> None:
        """Add rows to a table: of its schema, and in its order after those written before."""
        if name not in self._open:
            self._open[name] = pq.ParquetWriter(
                self._folder / f"{name}.parquet",
                SCHEMAS[name],
                compression="zstd",
                use_dictionary=True,
                write_page_checksum=True,
            )
        rows = pa.concat_tables([self._waiting.get(name, SCHEMAS[name].empty_table()), piece])
        whole = rows.num_rows - rows.num_rows % ROW_GROUP
        self._write(name, rows.slice(0, whole))
        self._waiting[name] = rows.slice(whole)
        self.counts[name] = self.counts.get(name, 0) + piece.num_rows

    def close(self) -> None:
        """Write what is left, and the ends of the files."""
        for name, writer in self._open.items():
            self._write(name, self._waiting.pop(name))
            writer.close()

    def _write(self, name: str, rows: pa.Table) -> None:
        for start in range(0, rows.num_rows, ROW_GROUP):
            self._open[name].write_table(rows.slice(start, ROW_GROUP).combine_chunks(), ROW_GROUP)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write what a folder says of itself."""
    (folder / MANIFEST).write_text(manifest.to_json(), encoding="utf-8", newline="\n")


def check_writable(path: Path) -> None:
    """Check that `write` would be let put a graph at `path`, without leaving anything there.

    Raises:
        OutputError: It would not.
    """
    writing.check_writable(path, _GRAPH)


def check_place(path: Path) -> None:
    """Check that there is nothing at `path`, or a graph, or an empty folder.

    Raises:
        OutputError: There is something else.
    """
    writing.check_place(path, _GRAPH)


def read(path: Path) -> tuple[dict[str, pa.Table], Manifest]:
    """Read a graph folder.

    Raises:
        GraphError: There is none, it is damaged, or its format version is another.
    """
    manifest, target = read_manifest(path), path.resolve()
    return {name: _read_table(path, target, name, manifest) for name in SCHEMAS}, manifest


def read_manifest(path: Path) -> Manifest:
    """What a graph folder says of itself.

    Raises:
        GraphError: There is none, it is damaged, or its format version is another.
    """
    target = path.resolve()
    with contextlib.suppress(OSError):
        writing.restore(target)
    if not target.is_dir():
        raise GraphError(f"There is no graph at {path}.", "Make one with `tropegraph build INPUT --out DIR`.")
    if not (target / MANIFEST).is_file():
        raise GraphError(f"{path} is not a graph: it has no {MANIFEST}.", "Name a folder that `tropegraph build` made.")
    try:
        return Manifest.from_json((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"The graph at {path} cannot be read: {writing.reason(error)}.", _REBUILD) from error


def read_table(path: Path, name: str, columns: Sequence[str] | None = None, *, coded: bool = False) -> pa.Table:
    """One table of a graph folder, without reading the rest.

    Args:
        path: The folder.
        name: The table.
        columns: The columns wanted; all when `None`.
        coded: Give the columns, which have to be texts, as dictionaries: much quicker where texts come often.

    Raises:
        GraphError: There is no graph, or it is damaged.
    """
    read_manifest(path)
    try:
        kept = list(columns or ()) if coded else None
        return pq.read_table(path / f"{name}.parquet", columns=columns, read_dictionary=kept, partitioning=None)
    except (OSError, pa.ArrowException) as error:
        raise GraphError(f"The graph at {path} is damaged: {name}.parquet cannot be read.", _REBUILD) from error


def _read_table(path: Path, target: Path, name: str, manifest: Manifest) -> pa.Table:
    file = f"{name}.parquet"
    try:
        table = pq.read_table(target / file, page_checksum_verification=True, partitioning=None)
    except (OSError, pa.ArrowException) as error:
        raise GraphError(f"The graph at {path} is damaged: {file} cannot be read.", _REBUILD) from error
    if table.num_rows != manifest.counts.get(name):
        raise GraphError(
            f"The graph at {path} is damaged: {file} has {table.num_rows} rows, not the manifest's.", _REBUILD
        )
    return table


def _is_graph(target: Path) -> bool:
    """Whether the folder is a graph of any format version: only then may it be replaced."""
    try:
        Manifest.from_json((target / MANIFEST).read_text(encoding="utf-8"))
    except GraphError as error:
        return "version" in error.message
    except (OSError, UnicodeDecodeError):
        return False
    return True


_GRAPH = writing.FolderKind(
    "a graph", _is_graph, frozenset({CACHE, MANIFEST, *(f"{name}.parquet" for name in SCHEMAS)})
)
