"""A graph folder read piece by piece, for what goes over all of it once and needs no more than a piece in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tropegraph.errors import GraphError
from tropegraph.graph.derived import EDGE_COLUMNS, derived
from tropegraph.graph.property_graph import with_derived
from tropegraph.graph.store import read_manifest
from tropegraph.tabular.schemas import SCHEMAS

ROWS = 1 << 17
"""Rows of a piece: as many as a row group has."""


@dataclass(frozen=True)
class Piece:
    """Some edges and what states them.

    Args:
        edges: Rows of the table of edges.
        evidence: Their rows of evidence, in the same order; `evidence_count` of them for each edge.
    """

    edges: pa.Table
    evidence: pa.Table


def nodes(path: Path) -> Iterator[pa.Table]:
    """The nodes of a graph folder, in order of their ids.

    Raises:
        GraphError: There is no graph, or it is damaged.
    """
    yield from _all(_Reader(path, "nodes"))


def property_nodes(path: Path) -> Iterator[pa.Table]:
    """The same with all `NODE_PROPERTIES`; the edges are gone over first, for what follows from them.

    Raises:
        GraphError: There is no graph, or it is damaged.
    """
    short = [table.select(["id", "kind"]) for table in nodes(path)]
    numbers = derived(pa.concat_tables(short), _all(_Reader(path, "edges", EDGE_COLUMNS))) if short else {}
    start = 0
    for table in nodes(path):
        yield with_derived(table, {name: column.slice(start, len(table)) for name, column in numbers.items()})
        start += len(table)


def edges(path: Path) -> Iterator[Piece]:
    """The edges of a graph folder with their evidence, both tables read side by side: they are in one order.

    Raises:
        GraphError: There is no graph, or it is damaged.
    """
    lines, told = _Reader(path, "edges"), _Reader(path, "evidence")
    while (table := lines.take(ROWS)).num_rows:
        yield Piece(table, told.take(pc.sum(table["evidence_count"]).as_py()))
    lines.check_done()
    told.check_done()


def _all(reader: "_Reader") -> Iterator[pa.Table]:
    while (table := reader.take(ROWS)).num_rows:
        yield table
    reader.check_done()


class _Reader:
    """The rows of a table, or of some columns of it, as many at a time as are asked for."""

    def __init__(self, path: Path, name: str, columns: Sequence[str] | None = None) -> None:
        schema = pa.schema([SCHEMAS[name].field(column) for column in columns or SCHEMAS[name].names])
        self._damaged = f"The graph at {path} is damaged: {name}.parquet "
        self._rows = read_manifest(path).counts.get(name, 0)
        self._taken = 0
        self._waiting = schema.empty_table()
        self._batches = self._read(path.resolve() / f"{name}.parquet", schema)

    def take(self, rows: int) -> pa.Table:
        """The next rows; fewer only at the end."""
        parts = [self._waiting]
        while sum(part.num_rows for part in parts) < rows and (batch := next(self._batches, None)) is not None:
            parts.append(pa.Table.from_batches([batch]))
        found = pa.concat_tables(parts)
        self._waiting = found.slice(rows)
        self._taken += min(rows, found.num_rows)
        return found.slice(0, rows).combine_chunks()

    def check_done(self) -> None:
        """Check that the rows taken are all that the manifest counts, and all that there are."""
        if self._taken != self._rows or self.take(1).num_rows:
            raise GraphError(self._damaged + "has not the rows that the manifest counts.", "Build the graph again.")

    def _read(self, path: Path, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
        try:
            file = pq.ParquetFile(path, page_checksum_verification=True)
            for batch in file.iter_batches(ROWS, columns=schema.names):
                yield pa.RecordBatch.from_arrays(batch.select(schema.names).cast(schema).columns, schema=schema)
        except (OSError, KeyError, pa.ArrowException) as error:
            raise GraphError(self._damaged + "cannot be read.", "Build the graph again.") from error
