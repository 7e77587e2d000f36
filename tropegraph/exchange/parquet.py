"""Two Parquet files, nodes.parquet and edges.parquet, the evidence of an edge in its row as a list of structs."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tropegraph.errors import InputError
from tropegraph.exchange.collected import Collected
from tropegraph.exchange.rows import EVIDENCE_COLUMNS, SHORT, Evidence, Row, Rows
from tropegraph.graph.pieces import Piece
from tropegraph.graph.tables import of_rows
from tropegraph.tabular.schemas import SCHEMAS

FILES: tuple[str, ...] = ("nodes.parquet", "edges.parquet")
_SHORT = pa.schema([*SCHEMAS["edges"], *(pa.field(name, pa.string()) for name in SHORT)])


def write(folder: Path, rows: Rows) -> None:
    """Write both files, piece by piece."""
    _write(folder / FILES[0], _nodes(rows))
    _write(folder / FILES[1], _edges(rows))


def _nodes(rows: Rows) -> Iterator[pa.Table]:
    yield SCHEMAS["nodes"].empty_table()
    for table in rows.source.nodes():
        yield table
        rows.tell(table.num_rows)


def _edges(rows: Rows) -> Iterator[pa.Table]:
    if rows.evidence is Evidence.SHORT:
        yield _SHORT.empty_table()
        yield from (_of_short(part) for part in _batches(rows.edges()))
        return
    empty = Piece(SCHEMAS["edges"].empty_table(), SCHEMAS["evidence"].empty_table())
    nested = _nested if rows.evidence is Evidence.FULL else lambda piece: piece.edges
    yield nested(empty)
    for piece in rows.source.edges():
        yield nested(piece)
        rows.tell(piece.edges.num_rows)


def _batches(rows: Iterator[Row], size: int = 50_000) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        part.append(row)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part


def _of_short(part: list[Row]) -> pa.Table:
    table = of_rows("edges", part)
    for name in SHORT:
        table = table.append_column(name, pa.array([row[name] for row in part], pa.string()))
    return table


def _nested(piece: Piece) -> pa.Table:
    counts = piece.edges["evidence_count"].to_numpy()
    offsets = pa.array(np.concatenate(([0], np.cumsum(counts))), pa.int32())
    told = [piece.evidence[name].combine_chunks() for name in EVIDENCE_COLUMNS]
    structs = pa.StructArray.from_arrays(told, list(EVIDENCE_COLUMNS))
    return piece.edges.append_column("evidence", pa.ListArray.from_arrays(offsets, structs))


def _write(path: Path, tables: Iterator[pa.Table]) -> None:
    first = next(tables)
    with pq.ParquetWriter(path, first.schema, compression="zstd") as writer:
        for table in tables:
            writer.write_table(table)


def read(folder: Path, into: Collected) -> None:
    """Take in both files.

    Raises:
        InputError: A file is damaged, or has no column for ids or ends.
    """
    for row in _read(folder / FILES[0]):
        into.node(row.pop("id", None), row)
    for row in _read(folder / FILES[1]):
        into.edge(row.pop("source", None), row.pop("target", None), row)


def _read(path: Path) -> Iterator[Row]:
    try:
        for batch in pq.ParquetFile(path).iter_batches():
            yield from batch.to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise InputError(f"{path} is no Parquet file that can be read.", "Write it anew.") from error
