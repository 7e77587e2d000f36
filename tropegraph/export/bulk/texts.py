"""Lists and line breaks in the CSV of neo4j-admin.

A list is one text, its items joined by a character that stands in none of them, since nothing escapes it there.
neo4j-admin leaves out an empty list as if there was none (neo4j/neo4j issue 13566), and has no way to write a list of
one empty text: that one stands as another unused character, until the statements of `scripts` put both right.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

_CANDIDATES = (*range(0x1F, 0x1B, -1), *range(0xE000, 0xF900))
"""Separators of ASCII, then the private use area: what neo4j-admin takes is one UTF-16 unit."""


class TakenError(Exception):
    """A text holds a character that is to mark something else."""


@dataclass(frozen=True)
class Marks:
    """Characters that no text of the graph may hold.

    Args:
        delimiter: Stands between the items of a list.
        blank: Stands for a list of one empty text.
    """

    delimiter: str
    blank: str


def candidates() -> Iterator[Marks]:
    """Marks to try, the ones that no page holds first."""
    pairs = zip(_CANDIDATES[::2], _CANDIDATES[1::2], strict=True)
    return (Marks(chr(one), chr(other)) for one, other in pairs)


def flat(table: pa.Table, marks: Marks) -> pa.Table:
    """A table with its lists as text.

    Args:
        table: Columns of text, lists of text, numbers and truth values.
        marks: How lists are written.

    Returns:
        Equal columns, but text for lists and null for an empty one.

    Raises:
        TakenError: An item of a list holds one of the marks.
    """
    for place, field in enumerate(table.schema):
        if pa.types.is_list(field.type):
            table = table.set_column(place, field.name, _joined(table[field.name].combine_chunks(), marks))
    return table


def _joined(lists: pa.ListArray, marks: Marks) -> pa.Array:
    if any(_may_hold(lists.values, mark) for mark in (marks.delimiter, marks.blank)):
        raise TakenError
    size, none = pc.list_value_length(lists), pa.scalar(None, pa.string())
    text = pc.binary_join(lists, marks.delimiter)
    lone = pc.and_(pc.equal(size, 1), pc.equal(text, ""))
    if pc.any(lone).as_py():
        text = pc.if_else(lone, marks.blank, text)
    return pc.if_else(pc.equal(size, 0), none, text)


def _may_hold(texts: pa.StringArray, text: str) -> bool:
    """Whether one of the texts may hold another: looked for in all their bytes at once, those of a slice's rest too."""
    data = texts.buffers()[2]
    return data is not None and text.encode() in data.to_pybytes()


def incomplete(lists: pa.Table, kinds: pa.ChunkedArray, marks: Marks) -> dict[str, set[str]]:
    """Which lists have to be put right after an import, by label or type.

    Args:
        lists: Columns that were lists, as `flat` writes them.
        kinds: Label or type of each row.
        marks: How they are written.
    """
    found: dict[str, set[str]] = {}
    for name in lists.column_names:
        wrong = pc.or_kleene(pc.is_null(lists[name]), pc.equal(lists[name], marks.blank))
        for kind in pc.unique(kinds.filter(wrong)).to_pylist():
            found.setdefault(kind, set()).add(name)
    return found


def has_line_break(table: pa.Table) -> pa.Array:
    """Which rows hold a line break: neo4j-admin reads only such files line by line that are named to it.

    Args:
        table: As `flat` gives it.
    """
    texts = [column.combine_chunks() for column in table.columns if pa.types.is_string(column.type)]
    suspects = [text for text in texts if any(_may_hold(text, end) for end in "\r\n")]
    broken = [pc.fill_null(pc.match_substring_regex(text, "[\r\n]"), fill_value=False) for text in suspects]
    return functools.reduce(pc.or_, broken, pa.repeat(pa.scalar(value=False), table.num_rows))


def longest(table: pa.Table) -> int:
    """Bytes of text in the largest row.

    Args:
        table: As `flat` gives it.
    """
    sizes = [pc.fill_null(pc.binary_length(column), 0) for column in table.columns if pa.types.is_string(column.type)]
    return int(pc.max(functools.reduce(pc.add, sizes)).as_py() or 0)
