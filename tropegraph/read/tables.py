"""Tables of pages, as crawls of the web are published: JSON lines, CSV and Parquet, read a record at a time."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read import delimited
from tropegraph.read.records import COLUMNS, NESTED, columns_of, has_text, page_of_record
from tropegraph.read.source import Columns, Opened
from tropegraph.read.streams import MOST_HELD, lines, whole

PARQUET = b"PAR1"
_OBJECT = re.compile(rb'\s*\{\s*"')
_ARRAY = re.compile(rb'\s*\[\s*\{\s*"')
_BATCH = 64
_MARK = b"\xef\xbb\xbf"
_NONE: Columns = {}


def is_jsonl(head: bytes, given: Columns = _NONE) -> bool:
    """Whether bytes are JSON lines with a page each: the first line is an object, with a column for a text.

    Args:
        head: The first bytes.
        given: Names of columns that the user gave.
    """
    head = head.removeprefix(_MARK).lstrip()
    line, ended, _ = head.partition(b"\n")
    whole = not ended or line.rstrip().endswith(b"}")
    return bool(_OBJECT.match(line)) and whole and _has_text(line, given)


def read_jsonl(opened: Opened) -> Iterator[RawPage | Finding]:
    """The page of every line; a line that is none gives a finding."""
    yield from pages_of_records(_records(lines(opened.stream)), opened)


def is_array(head: bytes, given: Columns = _NONE) -> bool:
    """Whether bytes begin one JSON array of objects, with a column for a text; `given` as above."""
    return bool(_ARRAY.match(head.removeprefix(_MARK))) and _has_text(head, given)


def read_array(opened: Opened) -> Iterator[RawPage | Finding]:
    """The page of every object of a JSON array, which is held whole.

    Raises:
        OSError: It is no JSON, or too long to be held.
    """
    records = _loaded(whole(opened.stream, MOST_HELD).decode("utf-8-sig", "replace"))
    if not isinstance(records, list):
        raise OSError("it is no JSON")
    yield from pages_of_records(enumerate(records, 1), opened)


def is_csv(head: bytes, given: Columns = _NONE) -> bool:
    """Whether bytes begin a table with a heading line, with a column for a text and another; `given` as above."""
    return bool(_mark(head.split(b"\n", 1)[0], given))


def read_csv(opened: Opened) -> Iterator[RawPage | Finding]:
    """The page of every row of a table with a heading line.

    Raises:
        OSError: It is no such table.
    """
    rows = delimited.rows(lines(opened.stream), lambda heading: _mark(heading, opened.columns))
    heading = [name.strip() for name in next(rows)[1]]
    yield from pages_of_records(((number, dict(zip(heading, cells, strict=False))) for number, cells in rows), opened)


def is_parquet(head: bytes) -> bool:
    """Whether bytes begin a Parquet file."""
    return head.startswith(PARQUET)


def names_of(file: BinaryIO) -> set[str]:
    """Names of the columns of a Parquet file.

    Raises:
        OSError: The file is damaged.
    """
    try:
        return set(pq.ParquetFile(file).schema_arrow.names)
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise OSError("the Parquet file is damaged") from error


def has_pages(names: Iterable[str], given: Columns = _NONE) -> bool:
    """Whether a table with these columns has one for a text."""
    return bool(columns_of(names, {**COLUMNS, **given}))


def read_parquet(file: BinaryIO, opened: Opened) -> Iterator[RawPage | Finding]:
    """The page of every row of a Parquet file that has a column for a text.

    Raises:
        OSError: The file is damaged, or has no such column.
    """
    try:
        table = pq.ParquetFile(file)
        names = table.schema_arrow.names
        wanted = {**COLUMNS, **opened.columns}
        if not columns_of(names, wanted):
            raise OSError(f"it has no column of a name such as {', '.join(wanted['text'][:5])}")
        known = {name for some in wanted.values() for name in some} | set(NESTED)
        yield from pages_of_records(_rows(table, [name for name in names if name.lower() in known]), opened)
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise OSError("the Parquet file is damaged") from error


def pages_of_records(records: Iterable[tuple[int, Any]], opened: Opened) -> Iterator[RawPage | Finding]:
    """The pages of records, each with its number in the file; those of other sites are counted in one finding."""
    source, others, wanted = opened.source, 0, {**COLUMNS, **opened.columns}
    for number, record in records:
        place = f"{source.id}:{number}"
        if not has_text(record, wanted):
            text = opened.columns.get("text", ("text",))[0]
            yield Finding("bad-record", place, "", f'{place} is no record with a "{text}".')
        elif (page := page_of_record(record, place, f"{source.origin}:{number}", wanted)) is None:
            others += 1
        else:
            yield page
    yield from of_other_sites(source.id, others)


def of_other_sites(id: str, count: int) -> Iterator[Finding]:  # noqa: A002
    """The finding for records that were passed over; none for none."""
    if count:
        yield Finding("other-site", id, "", f"{count} records of {id} are of other sites than trope wikis.")


def _mark(heading: bytes, given: Columns) -> str:
    """What stands between the columns of a table of pages; of one column alone nothing says that it is a table."""
    wanted = {**COLUMNS, **given}
    return delimited.mark_of(heading, lambda cells: len(columns_of(map(str.strip, cells), wanted)) > 1)


def _has_text(head: bytes, given: Columns) -> bool:
    return bool(_key(COLUMNS["text"] + given.get("text", ())).search(head))


@lru_cache
def _key(names: tuple[str, ...]) -> re.Pattern[bytes]:
    return re.compile(rb'"(?:' + "|".join(map(re.escape, names)).encode() + rb')"\s{0,9}:', re.IGNORECASE)


def _records(found: Iterable[bytes]) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(found, 1):
        if text := line.decode("utf-8-sig", "replace").strip():
            yield number, _loaded(text)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _rows(file: pq.ParquetFile, columns: list[str]) -> Iterator[tuple[int, Any]]:
    number = 0
    for batch in file.iter_batches(batch_size=_BATCH, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield number, row
