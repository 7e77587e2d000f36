"""Two CSV files, nodes.csv and edges.csv, for spreadsheets and whatever reads tables.

UTF-8 with its mark, lists as JSON, and no cell that a spreadsheet would take for a formula.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tropegraph.errors import InputError
from tropegraph.exchange.collected import Collected
from tropegraph.exchange.rows import EDGE_COLUMNS, EVIDENCE_ATTRIBUTES, NODE_COLUMNS, Row, Rows
from tropegraph.exchange.texts import from_cell, plain, to_cell

FILES: tuple[str, ...] = ("nodes.csv", "edges.csv")
_LONGEST_CELL = 64 << 20


def write(folder: Path, rows: Rows) -> None:
    """Write both files, row by row."""
    _write(folder / FILES[0], NODE_COLUMNS, rows.nodes())
    _write(folder / FILES[1], (*EDGE_COLUMNS, *EVIDENCE_ATTRIBUTES[rows.evidence]), rows.edges())


def _write(path: Path, columns: Sequence[str], rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(columns)
        table.writerows([_cell(row[name]) for name in columns] for row in rows)


def _cell(value: Any) -> Any:
    return to_cell(value) if isinstance(value, str) else plain(value)


def read(folder: Path, into: Collected) -> None:
    """Take in both files, with columns of any order; columns that are known are found in any case.

    Raises:
        InputError: A file is no table, or has no column for ids or ends.
    """
    for row in _read(folder / FILES[0], ("id",)):
        into.node(row.pop("id"), row)
    for row in _read(folder / FILES[1], ("source", "target")):
        into.edge(row.pop("source"), row.pop("target"), row)


def _read(path: Path, needed: Sequence[str]) -> Iterator[dict[str, str]]:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.reader(file)
            columns = [name.strip().lower() for name in next(table, [])]
            if missing := [name for name in needed if name not in columns]:
                raise InputError(f"{path} has no column {missing[0]}.", "Give it a heading line with that name.")
            for cells in table:
                yield dict(zip(columns, map(from_cell, cells), strict=False)) | dict.fromkeys(columns[len(cells) :], "")
    except (csv.Error, UnicodeDecodeError) as error:
        raise InputError(f"{path} is no table in UTF-8: {error}.", "Save it as CSV in UTF-8.") from error
    finally:
        csv.field_size_limit(before)
