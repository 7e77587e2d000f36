"""Work-to-trope facts that others published as tables: tab-separated, JSON lines, or the package's own Parquet."""

import io
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyarrow as pa
import pyarrow.parquet as pq

from tropegraph.model import names
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding

PARQUET = b"PAR1"
COLUMNS = ("work", "work_title", "trope")
"""Columns of a packed edge set: page name of the work, its title or an empty string, page name of the trope."""

_HEAD = 8_192
_ROW = re.compile(rb"[A-Z]\w*/\S+\t[A-Za-z]\S*(?:\t[^\t\r\n]*)?\r?$")
_PLACE = re.compile(r"([A-Z]\w*)/(\S+)$")
_NAME = re.compile(r"[A-Z0-9][\w-]*$")
_MOST_NAMES = 100
_PAGE_TOOLS = re.compile(r"\s*make a to do\xa0.*", re.DOTALL)
"""Words of a page's buttons that a scraper took for a part of the title."""

Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows (work, title, trope) of a table, and what was wrong with the others."""

    good: list[Row]
    findings: list[Finding]


def reader_of(data: bytes) -> Callable[[bytes, str], Rows] | None:
    """The function that reads these bytes as an edge set, or `None` when they are none."""
    if data.startswith(PARQUET):
        return read_parquet
    first = data[:_HEAD].lstrip().split(b"\n", 1)[0]
    if _ROW.match(first):
        return read_table
    return read_records if first.startswith(b"{") and b'"tropes"' in first and b'"work"' in first else None


def published(rows: Sequence[Row], id: str, origin: str, digest: str) -> PublishedEdges:  # noqa: A002
    """The facts of a table as columns."""
    works, titles, tropes = zip(*rows, strict=True) if rows else ((), (), ())
    return PublishedEdges(id, works, titles, tropes, origin, digest)


def read_table(data: bytes, id: str) -> Rows:  # noqa: A002
    """Rows of a tab-separated table: work's page name, trope's CamelName, and (if there) the work's title."""
    return _rows(data, id, _table_rows, "a work's page name and a trope with a tab between")


def read_records(data: bytes, id: str) -> Rows:  # noqa: A002
    """Rows of JSON lines `{"namespace", "work", "tropes": [...]}`, the work given by its title."""
    return _rows(data, id, _record_rows, 'an object with "namespace", "work" and "tropes"')


def read_parquet(data: bytes, id: str) -> Rows:  # noqa: A002
    """Rows of a packed edge set, its columns as in `COLUMNS`."""
    try:
        table = pq.read_table(io.BytesIO(data), columns=list(COLUMNS))
        columns = [_strings(table[name]) for name in COLUMNS]
    except (pa.ArrowException, KeyError, OSError):
        return Rows([], [Finding("bad-record", id, "", f"{id} is Parquet without the columns {', '.join(COLUMNS)}.")])
    return Rows(list(zip(*columns, strict=True)), [])


def _rows(data: bytes, id: str, rows_of: Callable[[str], list[Row] | None], wanted: str) -> Rows:  # noqa: A002
    """Rows of all lines; lines that are none, and names that are no trope's, are counted in one finding each."""
    good: list[Row] = []
    bad_lines: list[int] = []
    bad_names: Counter[str] = Counter()
    pages: dict[str, str] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        rows = rows_of(line) if line.strip() else []
        if rows is None:
            bad_lines.append(number)
            continue
        for work, title, trope in rows:
            if trope not in pages:
                pages[trope] = names.page_name(trope) if _NAME.match(trope) else ""
            if pages[trope]:
                good.append((work, title, pages[trope]))
            else:
                bad_names[trope] += 1
    return Rows(good, [*_bad_lines(id, bad_lines, wanted), *_bad_names(id, bad_names)])


def _bad_lines(id: str, lines: list[int], wanted: str) -> list[Finding]:  # noqa: A002
    if not lines:
        return []
    message = f"{len(lines)} lines of {id} do not hold {wanted}; the first is line {lines[0]}."
    return [Finding("bad-record", id, f"line {lines[0]}", message)]


def _bad_names(id: str, found: Counter[str]) -> list[Finding]:  # noqa: A002
    shown = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST_NAMES]
    return [
        Finding("bad-record", id, "", f'"{name}" is no name of a trope page; {count} rows of {id} were left out.')
        for name, count in shown
    ]


def _strings(column: pa.ChunkedArray) -> list[str]:
    """Values of a column, each distinct one of a chunk made once; nothing is an empty string."""
    strings: list[str] = []
    for chunk in column.cast(pa.string()).fill_null("").dictionary_encode().chunks:
        values = chunk.dictionary.to_pylist()
        strings.extend(values[i] for i in chunk.indices.to_pylist())
    return strings


def _table_rows(line: str) -> list[Row] | None:
    cells = line.split("\t")
    place = _PLACE.match(cells[0])
    if place is None or len(cells) < 2:
        return None
    return [(_page(place[1], place[2]), _title(cells[2]) if len(cells) > 2 else "", cells[1].strip())]


def _record_rows(line: str) -> list[Row] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    match record:
        case {"namespace": str(space), "work": str(title), "tropes": list(tropes)} if space:
            work = names.page_name(title, space)
            return [(work, title, str(trope)) for trope in tropes] if work else None
    return None


@lru_cache(maxsize=1 << 16)
def _page(space: str, local: str) -> str:
    """The wiki's page name; tables made from decoded addresses have hyphens in it, the wiki has none."""
    return names.page_name(local, space) or f"{space}/{local}"


@lru_cache(maxsize=1 << 16)
def _title(cell: str) -> str:
    """A title without its quotes and their escapes."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        try:
            cell = str(json.loads(cell))
        except ValueError:
            cell = cell[1:-1].replace('""', '"')
    return " ".join(_PAGE_TOOLS.sub("", cell).split())
