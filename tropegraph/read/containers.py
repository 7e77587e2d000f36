"""Kinds of input that hold more than one page: how each is told, and what reads it. The first that fits counts."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tropegraph.read import archives, edge_columns, edge_lists, mhtml, sevenzip, tables, warc, zim
from tropegraph.read.edge_rows import Rows
from tropegraph.read.mediawiki_api import is_answer, read_answers
from tropegraph.read.mediawiki_dump import is_dump, read_dump
from tropegraph.read.source import Opened, Read, Source
from tropegraph.read.streams import lines, seekable


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of input.

    Args:
        holds: Whether an open input is of this kind, by its first bytes and its name.
        read: Gives what it holds: pages, edge sets, findings, and members that are inputs of their own.
    """

    holds: Callable[[Opened], bool]
    read: Callable[[Opened], Iterator[Read | Source]]


def _edges(opened: Opened) -> Iterator[Read]:
    source, digest = opened.source, hashlib.sha256()
    reader = edge_lists.reader_of(opened.head, opened.columns)
    rows = reader(_hashed(lines(opened.stream), digest), source.id) if reader else Rows([], [])
    if rows.good:
        yield edge_lists.published(rows.good, source.id, source.origin, digest.hexdigest())
    yield from rows.findings


def _hashed(parts: Iterator[bytes], digest: "hashlib._Hash") -> Iterator[bytes]:
    for part in parts:
        digest.update(part)
        yield part


def _parquet(opened: Opened) -> Iterator[Read]:
    """A packed edge set, or a table of pages."""
    source, file = opened.source, seekable(opened.stream)
    names = tables.names_of(file)
    found = edge_columns.columns_of(sorted(names), opened.columns)
    if set(edge_columns.COLUMNS) <= names:
        rows = edge_columns.read_parquet(file, source.id)
    elif "work" in found or (found and not tables.has_pages(names, opened.columns)):
        rows = edge_columns.read_parquet_columns(file, source.id, opened.columns)
    else:
        yield from tables.read_parquet(file, opened)
        return
    file.seek(0)
    yield edge_lists.published(rows.good, source.id, source.origin, hashlib.sha256(file.read()).hexdigest())
    yield from rows.findings


CONTAINERS: tuple[Container, ...] = (
    Container(lambda opened: archives.is_zip(opened.head), archives.read_zip),
    Container(lambda opened: archives.is_tar(opened.head), archives.read_tar),
    Container(lambda opened: sevenzip.is_7z(opened.head), sevenzip.read_7z),
    Container(lambda opened: zim.is_zim(opened.head), zim.read_zim),
    Container(lambda opened: warc.is_warc(opened.head), warc.read_warc),
    Container(lambda opened: mhtml.is_mhtml(opened.head), mhtml.read_mhtml),
    Container(lambda opened: is_dump(opened.head), read_dump),
    Container(lambda opened: is_answer(opened.head), read_answers),
    Container(lambda opened: edge_lists.reader_of(opened.head, opened.columns) is not None, _edges),
    Container(lambda opened: tables.is_jsonl(opened.head, opened.columns), tables.read_jsonl),
    Container(lambda opened: tables.is_array(opened.head, opened.columns), tables.read_array),
    Container(lambda opened: tables.is_csv(opened.head, opened.columns), tables.read_csv),
    Container(lambda opened: tables.is_parquet(opened.head), _parquet),
)
