"""Published tables of works and tropes with named columns: CSV and its like, and Parquet."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from tropegraph.model.findings import Finding
from tropegraph.read import delimited
from tropegraph.read.edge_rows import Row, Rows, rows_of, title_of
from tropegraph.read.edge_works import namespace_of, work_page
from tropegraph.read.source import Columns

COLUMNS_OF: Columns = {
    "work": ("work", "work_page", "work_name", "film", "movie", "book", "series", "show", "game"),
    "title": ("work_title", "title", "film_title", "movie_title", "name"),
    "trope": ("trope", "trope_name", "trope_page", "tropes"),
    "namespace": ("namespace", "medium", "media"),
    "id": ("title_id",),
}
"""Columns of tables by what they hold. A "title_id" begins with its medium ("f12", "lit7")."""

COLUMNS = ("work", "work_title", "trope")
"""Columns of a packed edge set: page name of the work, its title or an empty string, page name of the trope."""

_CAMEL = re.compile(r"[A-Z0-9]\w*$")
_NONE: Columns = {}


def columns_of(heading: Sequence[str], given: Columns = _NONE) -> dict[str, int]:
    """Place of each column that is known; empty where the heading names no work or no trope."""
    at = {name.strip().lower(): n for n, name in enumerate(heading)}
    wanted = {what: given.get(what, names) for what, names in COLUMNS_OF.items()}
    found = {what: at[name] for what, some in wanted.items() for name in reversed(some) if name in at}
    return found if "trope" in found and {"work", "title"} & set(found) else {}


def delimiter_of(heading: bytes, given: Columns = _NONE) -> str:
    """What stands between the columns of a heading line; empty where it is the heading of no edge set."""
    return delimited.mark_of(heading, lambda cells: bool(columns_of(cells, given)))


def read_delimited(lines: Iterable[bytes], id: str, given: Columns = _NONE) -> Rows:  # noqa: A002
    """Rows of a table with a heading line, told by the names of its columns (`COLUMNS_OF`, or those given).

    Raises:
        OSError: A cell is longer than any that a table of works and tropes has.
    """
    rows = delimited.rows(lines, lambda heading: delimiter_of(heading, given))
    columns = columns_of(next(rows)[1], given)
    space = namespace_of(PurePosixPath(id).name)
    numbered = ((number, _cell_rows(cells, columns, space)) for number, cells in rows)
    return rows_of(numbered, id, "a work and a trope")


def read_parquet(data: BinaryIO, id: str) -> Rows:  # noqa: A002
    """Rows of a packed edge set, its columns as in `COLUMNS`."""
    try:
        table = pq.read_table(data, columns=list(COLUMNS))
        columns = [_strings(table[name]) for name in COLUMNS]
    except (pa.ArrowException, KeyError, OSError, UnicodeDecodeError):
        return Rows([], [Finding("bad-record", id, "", f"{id} is Parquet without the columns {', '.join(COLUMNS)}.")])
    return Rows(list(zip(*columns, strict=True)), [])


def read_parquet_columns(data: BinaryIO, id: str, given: Columns = _NONE) -> Rows:  # noqa: A002
    """Rows of a Parquet file, told by the names of its columns as in a table with a heading.

    Raises:
        OSError: The file is damaged.
    """
    try:
        table = pq.ParquetFile(data)
        at = columns_of(table.schema_arrow.names, given)
        wanted = [table.schema_arrow.names[n] for n in at.values()]
        columns = {what: n for n, what in enumerate(at)}
        space = namespace_of(PurePosixPath(id).name)
        cells = _parquet_cells(table, wanted, wanted[columns["trope"]])
        numbered = ((n, _cell_rows(row, columns, space)) for n, row in enumerate(cells, 1))
        return rows_of(numbered, id, "a work and a trope")
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise OSError("the Parquet file is damaged") from error


def _parquet_cells(table: pq.ParquetFile, columns: list[str], tropes: str) -> Iterator[list[str]]:
    """Rows of cells; a row with a list of tropes is one for each of them."""
    for batch in table.iter_batches(columns=columns):
        for row in batch.to_pylist():
            listed = row[tropes] if isinstance(row[tropes], list) else [row[tropes]]
            for trope in listed:
                cells = {**row, tropes: trope}
                yield [cell if isinstance(cell := cells[name], str) else "" for name in columns]


def _strings(column: pa.ChunkedArray) -> list[str]:
    """Values of a column, each distinct one of a chunk made once; nothing is an empty string."""
    strings: list[str] = []
    for chunk in column.cast(pa.string()).fill_null("").dictionary_encode().chunks:
        values = chunk.dictionary.to_pylist()
        strings.extend(values[i] for i in chunk.indices.to_pylist())
    return strings


def _cell_rows(cells: list[str], columns: dict[str, int], space: str) -> list[Row] | None:
    found = {what: cells[at].strip() for what, at in columns.items() if at < len(cells)}
    work, trope = found.get("work") or found.get("title", ""), found.get("trope", "")
    stated = found.get("namespace", "") or found.get("id", "")
    page = work_page(work, namespace_of(stated.rstrip("0123456789")) or space)
    if not page or not trope:
        return None
    title = found.get("title", "")
    return [(page, "" if _CAMEL.match(title) else title_of(title), trope)]
