"""A whole build: lock, stage 1, stage 2, and the graph renamed into its place."""

import errno
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import ibis
import pyarrow as pa

from tropegraph.building.gathering import Gathered, Gatherer, Read
from tropegraph.building.lock import locked
from tropegraph.building.options import Options
from tropegraph.building.parts import SCHEMAS, Parts
from tropegraph.building.places import workplace_of
from tropegraph.building.progress import RESOLVING, OnProgress, Progress, Sizes
from tropegraph.building.seen import FILE as SEEN
from tropegraph.errors import GraphError, OutputError, ResourceError
from tropegraph.graph import Manifest, store
from tropegraph.resolve import NO_DECISIONS, Statements, Tables, connect, parquet_table, pieces
from tropegraph.resolve.aliases import Alias
from tropegraph.resolve.behind import behind
from tropegraph.resolve.tables import FINDINGS, Input, finding_row, table_of

SMALL = 64
"""Pages under which a part is put together with others."""


@dataclass(frozen=True)
class Built:
    """What a build did.

    Args:
        read: Pages and edge sets that were parsed and extracted.
        kept: Those known from an earlier build.
        removed: Inputs of the graph that was there before and that are gone.
        counts: Rows of each table.
    """

    read: int
    kept: int
    removed: int
    counts: dict[str, int]


def build_tables(read: Read, options: Options, on_progress: OnProgress | None = None) -> Tables:
    """The graph's tables in memory; parts lie in a temporary folder that is removed.

    Args:
        read: Begins to read the inputs.
        options: The user's.
        on_progress: Called now and then.

    Raises:
        InputError: As reading raises it.
        OutputError: The temporary folder is full.
        ResourceError: Memory or a process gave out.
    """
    with tempfile.TemporaryDirectory(prefix="tropegraph-") as folder, _one_sentence(Path(folder)):
        parts = Parts(Path(folder) / "parts")
        gathered = Gatherer(parts, options, on_progress, None).run(read)
        found: dict[str, list[pa.Table]] = defaultdict(list)
        for name, piece in _resolved(parts, gathered, options, Path(folder)):
            found[name].append(piece)
        return Tables(**{name: pa.concat_tables(rows).combine_chunks() for name, rows in found.items()})


def build_folder(
    read: Read,
    out: Path,
    options: Options,
    on_progress: OnProgress | None = None,
    *,
    rebuild: bool = False,
    sizes: Sizes | None = None,
) -> Built:
    """Build a graph folder, or bring it up to date: only pages that changed are parsed.

    Args:
        read: Begins to read the inputs.
        out: The graph folder. Parts are kept beside it, see `workplace_of`.
        options: The user's.
        on_progress: Called now and then.
        rebuild: Forget all parts first.
        sizes: Of the inputs, for the progress.

    Raises:
        InputError: As reading raises it.
        OutputError: The place cannot be written, holds something else than a graph, is full, or another build into it
            is running.
        ResourceError: Memory or a process gave out.
    """
    store.check_place(out)
    with _one_sentence(out), _workplace(out) as folder:
        if rebuild:
            shutil.rmtree(folder / "parts", ignore_errors=True)
        parts = Parts(folder / "parts")
        gathered = Gatherer(parts, options, on_progress, sizes).run(read)
        if on_progress:
            on_progress(Progress(RESOLVING, gathered.read, gathered.kept))
        before = _inputs_before(out)
        with store.replaced(out, workplace=folder) as graph:
            manifest = _write(graph, _resolved(parts, gathered, options, folder), options)
        parts.sweep(gathered.live, SMALL)
        removed = len(before - manifest.inputs.keys())
        return Built(gathered.read, gathered.kept, removed, dict(manifest.counts))


@contextmanager
def _workplace(out: Path) -> Iterator[Path]:
    """The folder to work in, locked; what an earlier build left there half done is removed, and so is what is done."""
    folder = workplace_of(out)
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder / "lock", str(out)):
        _clean(folder)
        try:
            yield folder
        finally:
            _clean(folder)
            if not any((folder / "parts").iterdir() if (folder / "parts").is_dir() else ()):
                shutil.rmtree(folder, ignore_errors=True)


def _clean(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name in {"lock", "parts", SEEN}:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _resolved(parts: Parts, gathered: Gathered, options: Options, folder: Path) -> Iterator[tuple[str, pa.Table]]:
    spill = folder / "spill"
    spill.mkdir()
    backend = connect(spill, options.memory, options.processes)
    try:
        stated, decided = _statements(backend, parts, gathered), options.decisions or NO_DECISIONS
        yield from pieces(backend, stated, options.names, mentions=options.mentions, decisions=decided, folder=spill)
    finally:
        backend.disconnect()


def _statements(backend: Any, parts: Parts, gathered: Gathered) -> Statements:
    """What the pages of the inputs state, taken from the parts."""
    live = gathered.live
    read = table_of(map(finding_row, gathered.findings), FINDINGS)
    findings = _table(backend, parts, "findings", live)
    inputs = {_placed(row, live[key]) for key, *row in _rows(parts.rows("inputs", live))}
    aliases = {Alias(*row) for _, *row in _rows(parts.rows("aliases", live))}
    return Statements(
        claims=_table(backend, parts, "claims", live),
        inputs=sorted(inputs),
        aliases=sorted(aliases),
        findings=ibis.union(findings, ibis.memtable(read)),
    )


_ORIGIN = Input._fields.index("origin")


def _placed(row: list[Any], origin: str) -> Input:
    """An input, where it lies now."""
    row[_ORIGIN] = origin
    return Input._make(row)


def _rows(tables: Iterable[pa.Table]) -> Iterator[tuple[Any, ...]]:
    """Rows of tables as tuples."""
    for table in tables:
        yield from zip(*(column.to_pylist() for column in table.columns), strict=True)


def _table(backend: Any, parts: Parts, name: str, live: dict[str, str]) -> ibis.Table:
    """A table of the parts without its key, and without the rows of pages that are dead."""
    table = parquet_table(backend, parts.files(name), SCHEMAS[name])
    if parts.dead(live):
        table = table.semi_join(ibis.memtable(pa.table({"key": list(live)})), "key")
    return table.drop("key")


def _write(folder: Path, found: Iterator[tuple[str, pa.Table]], options: Options) -> Manifest:
    writers = store.Writers(folder)
    inputs: dict[str, str] = {}
    with behind(writers.write) as write:
        for name, piece in found:
            write(name, piece)
            if name == "pages":
                inputs |= zip(piece["id"].to_pylist(), piece["digest"].to_pylist(), strict=True)
    writers.close()
    manifest = Manifest(inputs=inputs, options=options.told(), counts=writers.counts)
    store.write_manifest(folder, manifest)
    return manifest


def _inputs_before(out: Path) -> set[str]:
    try:
        return set(store.read_manifest(out).inputs)
    except GraphError:
        return set()


_FULL = (errno.ENOSPC, errno.EDQUOT)
_FULL_HINT = "Make room and run the same command again: what is done is kept."


@contextmanager
def _one_sentence(place: Path) -> Iterator[None]:
    """Whatever the system refuses on the way, as one of our own errors."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        if "disk" in str(error).lower() or "temp_directory" in str(error).lower():
            raise OutputError(f"The disk of {place} is full.", _FULL_HINT) from error
        raise ResourceError("The limit of memory is too small.", "Give more, as with --memory 4GB.") from error
    except (OSError, duckdb.IOException) as error:
        if getattr(error, "errno", None) in _FULL or "no space left" in str(error).lower():
            raise OutputError(f"The disk of {place} is full.", _FULL_HINT) from error
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise OutputError(f"The graph cannot be written to {place}: {reason}.", "Choose another place.") from error
