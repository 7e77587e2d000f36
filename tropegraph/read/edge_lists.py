"""Work-to-trope facts that others published: tables with and without headings, JSON, N-Triples, the package's own."""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote

from tropegraph.model import names
from tropegraph.model.facts import PublishedEdges
from tropegraph.read.edge_columns import delimiter_of, read_delimited
from tropegraph.read.edge_rows import Row, Rows, of_lines, page_of, rows_of, title_of
from tropegraph.read.edge_works import namespace_of, work_page
from tropegraph.read.source import Columns

_ROW = re.compile(rb"[A-Z]\w*/\S+\t[A-Za-z]\S*(?:\t[^\t\r\n]*)?\r?$")
_RECORD = re.compile(rb'"work"\s*:.*"tropes?"\s*:|"tropes?"\s*:.*"work"\s*:', re.DOTALL)
_BY_WORK = re.compile(rb'\{\s*"[^"\\]{1,300}"\s*:\s*\[\s*(?:"[\w./-]{1,200}"\s*[,\]]|\]\s*,)')
_DBTROPES = b"dbtropes.org/resource/"
_RESOURCE = r"<https?://dbtropes\.org/resource/([A-Z]\w*)/([^>/]+)>"
_FEATURE = re.compile(_RESOURCE + r"\s+<[^>]*/hasFeature>\s+<https?://dbtropes\.org/resource/Main/([^>/]+)(?:/[^>]*)?>")
_LABEL = re.compile(_RESOURCE + r'\s+<[^>]*rdf-schema#label>\s+("(?:[^"\\]|\\.)*")')
_CAMEL = re.compile(r"[A-Z0-9]\w*$")
_SCRAPED = "Film"
_PLACE = re.compile(r"([A-Z]\w*)/(\S+)$")
_NONE: Columns = {}

Reader = Callable[[Iterable[bytes], str], Rows]
"""Reads the lines of a file with this id."""


def reader_of(head: bytes, given: Columns = _NONE) -> Reader | None:
    """The function that reads an input with these first bytes as an edge set, or `None` when it is none.

    Args:
        head: The first bytes.
        given: Names of columns that the user gave, for a table with a heading.
    """
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
    return partial(read_delimited, given=given) if delimiter_of(first, given) else None


def published(rows: Sequence[Row], id: str, origin: str, digest: str) -> PublishedEdges:  # noqa: A002
    """The facts of a table as columns."""
    works, titles, tropes = zip(*rows, strict=True) if rows else ((), (), ())
    return PublishedEdges(id, works, titles, tropes, origin, digest)


def read_table(lines: Iterable[bytes], id: str) -> Rows:  # noqa: A002
    """Rows of a tab-separated table: work's page name, trope's CamelName, and (if there) the work's title."""
    return rows_of(of_lines(lines, _table_rows), id, "a work's page name and a trope with a tab between")


def read_records(lines: Iterable[bytes], id: str) -> Rows:  # noqa: A002
    """Rows of JSON lines `{"namespace", "work", "tropes": [...]}` or `{"work", "trope"}`; the namespace may lack."""
    space = namespace_of(PurePosixPath(id).name)
    return rows_of(of_lines(lines, partial(_record_rows, space=space)), id, 'an object with "work" and "tropes"')


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
    return rows_of(listed, id, "a work with a list of tropes")


def read_triples(lines: Iterable[bytes], id: str) -> Rows:  # noqa: A002
    """Rows of DBTropes in N-Triples: its `hasFeature` statements, with the works' labels as titles."""
    titles: dict[str, str] = {}
    rows = rows_of(of_lines(lines, partial(_triple_rows, titles=titles)), id, "a triple")
    return Rows([(work, titles.get(work, ""), trope) for work, _, trope in rows.good], rows.findings)


def _table_rows(line: str) -> list[Row] | None:
    cells = line.split("\t")
    place = _PLACE.match(cells[0])
    if place is None or len(cells) < 2:
        return None
    return [(page_of(place[1], place[2]), title_of(cells[2]) if len(cells) > 2 else "", cells[1].strip())]


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
        return [] if space == names.DEFAULT_NAMESPACE else [(page_of(space, local), "", trope)]
    if label := _LABEL.match(line):
        titles[page_of(unquote(label[1]), unquote(label[2]))] = title_of(label[3])
    return []
