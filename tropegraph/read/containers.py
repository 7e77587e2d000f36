"""Kinds of input that hold more than one page: how each is told, and what reads it. The first that fits counts."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tropegraph.read import archives, edge_lists, mhtml, sevenzip
from tropegraph.read.jsonl import is_jsonl, read_jsonl
from tropegraph.read.mediawiki_api import is_answer, read_answers
from tropegraph.read.mediawiki_dump import is_dump, read_dump
from tropegraph.read.source import Opened, Read, Source
from tropegraph.read.streams import lines, whole

_MOST_OF_EDGES = 1 << 30


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
    source, data = opened.source, whole(opened.stream, _MOST_OF_EDGES)
    reader = edge_lists.reader_of(data)
    rows = reader(data, source.id) if reader else edge_lists.Rows([], [])
    if rows.good:
        yield edge_lists.published(rows.good, source.id, source.origin, hashlib.sha256(data).hexdigest())
    yield from rows.findings


def _jsonl(opened: Opened) -> Iterator[Read]:
    return read_jsonl(lines(opened.stream), opened.source.id, opened.source.origin)


CONTAINERS: tuple[Container, ...] = (
    Container(lambda opened: archives.is_zip(opened.head), archives.read_zip),
    Container(lambda opened: archives.is_tar(opened.head), archives.read_tar),
    Container(lambda opened: sevenzip.is_7z(opened.head), sevenzip.read_7z),
    Container(lambda opened: mhtml.is_mhtml(opened.head), mhtml.read_mhtml),
    Container(lambda opened: is_dump(opened.head), read_dump),
    Container(lambda opened: is_answer(opened.head), read_answers),
    Container(lambda opened: edge_lists.reader_of(opened.head) is not None, _edges),
    Container(lambda opened: is_jsonl(opened.head), _jsonl),
)
