"""Tables whose columns stand between commas, tabs, semicolons or bars, with a heading line."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

_MARKS = (",", "\t", ";", "|")
_MOST_OF_A_HEADING = 2_000
_MOST_OF_A_CELL = 16 << 20


def mark_of(heading: bytes, wanted: Callable[[Sequence[str]], bool]) -> str:
    """What stands between the columns.

    Args:
        heading: The first line.
        wanted: Whether a heading with these columns is the one that is looked for.

    Returns:
        The mark; empty where no mark makes such a heading.
    """
    text = heading[:_MOST_OF_A_HEADING].decode("utf-8-sig", "replace").strip()
    return next((mark for mark in _MARKS if wanted(_cut(text, mark))), "")


def rows(lines: Iterable[bytes], mark_of_heading: Callable[[bytes], str]) -> Iterator[tuple[int, list[str]]]:
    """Cells of every row that is not blank, the heading first, with the number of the row's last line.

    Args:
        lines: Lines of the file.
        mark_of_heading: What stands between the columns, by the first line.

    Raises:
        OSError: A cell is longer than any that a table of a wiki has.
    """
    texts = (line.decode("utf-8-sig", "replace") for line in lines)
    first = next(texts, "")
    table = csv.reader(chain([first], texts), delimiter=mark_of_heading(first.encode()) or ",")
    before = csv.field_size_limit(_MOST_OF_A_CELL)
    try:
        yield from ((table.line_num, cells) for cells in table if cells)
    except csv.Error as error:
        raise OSError(f"it is no table: {error}") from error
    finally:
        csv.field_size_limit(before)


def _cut(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []
