"""Work-to-trope facts that others published: tables with and without headings, JSON, N-Triples, the package's own."""

import codecs
import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.parquet as pq

from tropegraph.model import names
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.read.edge_works import namespace_of, trope_page, work_page

COLUMNS_OF: dict[str, tuple[str, ...]] = {
    "work": ("work", "work_page", "work_name", "film", "movie", "book", "series", "show", "game"),
    "title": ("work_title", "title", "film_title", "movie_title", "name"),
    "trope": ("trope", "trope_name", "trope_page", "tropes"),
    "namespace": ("namespace", "medium", "media"),
    "id": ("title_id",),
}
"""Columns of tables by what they hold; in lower case. A "title_id" begins with its medium ("f12", "lit7")."""

COLUMNS = ("work", "work_title", "trope")
"""Columns of a packed edge set: page name of the work, its title or an empty string, page name of the trope."""

_ROW = re.compile(rb"[A-Z]\w*/\S+\t[A-Za-z]\S*(?:\t[^\t\r\n]*)?\r?$")
_RECORD = re.compile(rb'"work"\s*:.*"tropes?"\s*:|"tropes?"\s*:.*"work"\s*:', re.DOTALL)
_BY_WORK = re.compile(rb'\{\s*"[^"\\]{1,300}"\s*:\s*\[\s*(?:"[\w./-]{1,200}"\s*[,\]]|\]\s*,)')
_DBTROPES = b"dbtropes.org/resource/"
_RESOURCE = r"<https?://dbtropes\.org/resource/([A-Z]\w*)/([^>/]+)>"
_FEATURE = re.compile(_RESOURCE + r"\s+<[^>]*/hasFeature>\s+<https?://dbtropes\.org/resource/Main/([^>/]+)(?:/[^>]*)?>")
_LABEL = re.compile(_RESOURCE + r'\s+<[^>]*rdf-schema#label>\s+("(?:[^"\\]|\\.)*")')
_CAMEL = re.compile(r"[A-Z0-9]\w*$")
_SCRAPED = "Film"
_DELIMITERS = (",", "\t", ";", "|")
_MOST_OF_A_HEADING = 2_000
_MOST_OF_A_CELL = 16 << 20
_PLACE = re.compile(r"([A-Z]\w*)/(\S+)$")
_MOST_NAMES = 100
_PAGE_TOOLS = re.compile(r"\s*make a to do\xa0.*", re.DOTALL)
"""Words of a page's buttons that a scraper took for a part of the title."""

Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows (work, title, trope) of a table, and what was wrong with the others."""

    good: list[Row]
    findings: list[Finding]


Reader = Callable[[Iterable[bytes], str], Rows]
"""Reads the lines of a file with this id."""


def reader_of(head: bytes) -> Reader | None:
    """The function that reads an input with these first bytes as an edge set, or `None` when it is none."""
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    first = head.split(b"\n", 1)[0]
    if _ROW.match(first):
        return read_table
    if first.startswith(b"{") and _RECORD.search(first):
        return read_records
    if _BY_WORK.match(head):
        return read_by_work
    if first.startswith((b"<http", b"#")) and _DBTROPES in head:
        return read_triples
    return read_delimited if delimiter_of(first) else None


def columns_of(heading: Sequence[str]) -> dict[str, int]:
    """Place of each column that is known; empty where the heading names no work or no trope."""
    at = {name.strip().lower(): n for n, name in enumerate(heading)}
    found = {what: at[name] for what, wanted in COLUMNS_OF.items() for name in reversed(wanted) if name in at}
    return found if "trope" in found and {"work", "title"} & set(found) else {}


def delimiter_of(heading: bytes) -> str:
    """What stands between the columns of a heading line; empty where it is the heading of no edge set."""
    text = heading[:_MOST_OF_A_HEADING].decode("utf-8-sig", "replace").strip()
    rows = ((mark, _cut(text, mark)) for mark in _DELIMITERS)
    return next((mark for mark, cells in rows if columns_of(cells)), "")


def _cut(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []


def published(rows: Sequence[Row], id: str, origin: str, digest: str) -> PublishedEdges:  # noqa: A002
    """The facts of a table as columns."""
    works, titles, tropes = zip(*rows, strict=True) if rows else ((), (), ())
    return PublishedEdges(id, works, titles, tropes, origin, digest)


def read_table(lines: Iterable[bytes], id: str) -> Rows:  # noqa: A002
    """Rows of a tab-separated table: work's page name, trope's CamelName, and (if there) the work's title."""
    return _rows(_of_lines(lines, _table_rows), id, "a work's page name and a trope with a tab between")


def read_records(lines: Iterable[bytes], id: str) -> Rows:  # noqa: A002
    """Rows of JSON lines `{"namespace", "work", "tropes": [...]}` or `{"work", "trope"}`; the namespace may lack."""
    space = namespace_of(PurePosixPath(id).name)
    return _rows(_of_lines(lines, partial(_record_rows, space=space)), id, 'an object with "work" and "tropes"')


def read_by_work(lines: Iterable[bytes], id: str) -> Rows:  # noqa: A002
    """Rows of one JSON object `{work: [tropes]}`, as tropescraper writes it: films, where the file's name says nothing.

    Raises:
        OSError: It is no such object.
    """
    try:
        works = json.loads(b"".join(lines))
    except (ValueError, RecursionError) as error:
        raise OSError("it is no JSON") from error
    space = namespace_of(PurePosixPath(id).name) or _SCRAPED
    listed = ((n, _listed(work, tropes, space)) for n, (work, tropes) in enumerate(works.items(), 1))
    return _rows(listed, id, "a work with a list of tropes")


def read_triples(lines: Iterable[bytes], id: str) -> Rows:  # noqa: A002
    """Rows of DBTropes in N-Triples: its `hasFeature` statements, with the works' labels as titles."""
    titles: dict[str, str] = {}
    rows = _rows(_of_lines(lines, partial(_triple_rows, titles=titles)), id, "a triple")
    return Rows([(work, titles.get(work, ""), trope) for work, _, trope in rows.good], rows.findings)


def read_delimited(lines: Iterable[bytes], id: str) -> Rows:  # noqa: A002
    """Rows of a table with a heading line, told by the names of its columns (`COLUMNS_OF`).

    Raises:
        OSError: A cell is longer than any that a table of works and tropes has.
    """
    texts = (line.decode("utf-8-sig", "replace") for line in lines)
    first = next(texts)
    table = csv.reader(chain([first], texts), delimiter=delimiter_of(first.encode()) or ",")
    columns = columns_of(next(table))
    space = namespace_of(PurePosixPath(id).name)
    numbered = ((table.line_num, _cell_rows(cells, columns, space)) for cells in _cells(table))
    return _rows(numbered, id, "a work and a trope")


def read_parquet(data: BinaryIO, id: str) -> Rows:  # noqa: A002
    """Rows of a packed edge set, its columns as in `COLUMNS`."""
    try:
        table = pq.read_table(data, columns=list(COLUMNS))
        columns = [_strings(table[name]) for name in COLUMNS]
    except (pa.ArrowException, KeyError, OSError, UnicodeDecodeError):
        return Rows([], [Finding("bad-record", id, "", f"{id} is Parquet without the columns {', '.join(COLUMNS)}.")])
    return Rows(list(zip(*columns, strict=True)), [])


def _rows(numbered: Iterable[tuple[int, list[Row] | None]], id: str, wanted: str) -> Rows:  # noqa: A002
    """Rows of all lines; lines that are none, and names that are no trope's, are counted in one finding each."""
    good: list[Row] = []
    bad_lines: list[int] = []
    bad_names: Counter[str] = Counter()
    for number, rows in numbered:
        if rows is None:
            bad_lines.append(number)
            continue
        for work, title, trope in rows:
            if page := trope_page(trope):
                good.append((work, title, page))
            else:
                bad_names[trope] += 1
    return Rows(good, [*_bad_lines(id, bad_lines, wanted), *_bad_names(id, bad_names)])


def _of_lines(
    lines: Iterable[bytes], rows_of: Callable[[str], list[Row] | None]
) -> Iterator[tuple[int, list[Row] | None]]:
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8-sig", "replace").rstrip("\r\n")
        yield number, rows_of(text) if text.strip() else []


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


def _record_rows(line: str, space: str) -> list[Row] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    match record:
        case {"work": str(work), "tropes": list(tropes)}:
            return _listed(work, tropes, _space(record) or space)
        case {"work": str(work), "trope": str(trope)}:
            return _listed(work, [trope], _space(record) or space)
    return None


def _space(record: dict[str, object]) -> str:
    stated = str(record.get("namespace") or "")
    return stated or namespace_of(str(record.get("medium") or ""))


def _listed(work: str, tropes: object, space: str) -> list[Row] | None:
    page = work_page(work, space)
    if not page or not isinstance(tropes, list):
        return None
    return [(page, work if page != work and not _CAMEL.match(work) else "", str(trope)) for trope in tropes]


def _triple_rows(line: str, titles: dict[str, str]) -> list[Row]:
    if feature := _FEATURE.match(line):
        space, local, trope = (unquote(part) for part in feature.groups())
        return [] if space == names.DEFAULT_NAMESPACE else [(_page(space, local), "", trope)]
    if label := _LABEL.match(line):
        titles[_page(unquote(label[1]), unquote(label[2]))] = _title(label[3])
    return []


def _cells(table: Iterator[list[str]]) -> Iterator[list[str]]:
    before = csv.field_size_limit(_MOST_OF_A_CELL)
    try:
        yield from filter(None, table)
    except csv.Error as error:
        raise OSError(f"it is no table: {error}") from error
    finally:
        csv.field_size_limit(before)


def _cell_rows(cells: list[str], columns: dict[str, int], space: str) -> list[Row] | None:
    found = {what: cells[at].strip() for what, at in columns.items() if at < len(cells)}
    work, trope = found.get("work") or found.get("title", ""), found.get("trope", "")
    stated = found.get("namespace", "") or found.get("id", "")
    page = work_page(work, namespace_of(stated.rstrip("0123456789")) or space)
    if not page or not trope:
        return None
    title = found.get("title", "")
    return [(page, "" if _CAMEL.match(title) else _title(title), trope)]


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
