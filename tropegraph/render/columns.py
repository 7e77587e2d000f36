"""Columns that a browser reads fast, and text that cannot harm what stands around it."""

import base64
import re
from collections.abc import Hashable, Iterable, Mapping
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

LONGEST_NAME = 300
"""Longer names are cut: nobody reads on, and the page stays usable."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
"""Controls, marks of direction and signs without width: they would turn or break the text around a name."""
_SMALLEST_TYPES = {"u": (np.uint8, np.uint16, np.uint32), "i": (np.int16, np.int32)}


def numbers(values: NDArray[Any], kind: str = "u") -> dict[str, str]:
    """An array of whole numbers: its type in the browser's terms, and its bytes.

    Args:
        values: Whole numbers.
        kind: "u" for unsigned, "i" for signed.
    """
    low, high = (values.min(), values.max()) if len(values) else (0, 0)
    fits = (t for t in _SMALLEST_TYPES[kind] if np.iinfo(t).min <= low and high <= np.iinfo(t).max)
    typed = values.astype(np.dtype(next(fits)).newbyteorder("<"))
    name = f"{'Uint' if kind == 'u' else 'Int'}{typed.dtype.itemsize * 8}Array"
    return {"type": name, "base64": base64.b64encode(typed.tobytes()).decode("ascii")}


def readable(text: str, longest: int = LONGEST_NAME) -> str:
    """`text` without signs that cannot be seen, on one line, cut after `longest` characters."""
    plain = " ".join(_UNSEEN.sub(" ", text[: 4 * longest]).split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def web_address(url: str) -> str:
    """`url` where it is an http or https address, else an empty string."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


class Distinct:
    """Distinct values in order of appearance, so that rows can name them by number."""

    def __init__(self) -> None:
        self._number: dict[Hashable, int] = {}

    def number(self, value: str) -> int:
        """The number of a value, a new one where it is met for the first time."""
        return self._number.setdefault(value, len(self._number))

    @property
    def values(self) -> list[Any]:
        """All values by number."""
        return list(self._number)


def column(table: pa.Table, name: str) -> list[Any]:
    """A column's values."""
    return list(table[name].to_pylist())


def keys(table: pa.Table) -> Iterable[tuple[str, str, str]]:
    """Source, type and target of each row."""
    return zip(*(column(table, name) for name in ("source", "type", "target")), strict=True)


def lists(values: pa.ChunkedArray) -> list[list[str]]:
    """The values of a column of lists."""
    array = values.combine_chunks()
    items, ends = array.values.to_pylist(), array.offsets.to_pylist()
    return [items[a:b] for a, b in pairwise(ends)]


def whole(values: Iterable[int]) -> NDArray[np.int64]:
    """Whole numbers as an array."""
    return np.fromiter(values, dtype=np.int64)


def sparse(rows: Iterable[list[Any]]) -> Mapping[str, list[Any]]:
    """Lists that are mostly empty: those that are not, by row."""
    return {str(i): row for i, row in enumerate(rows) if row}


def mostly(values: Iterable[str]) -> dict[str, Any]:
    """A column most of whose rows hold the same value: that value, and the rows that hold another."""
    rows = list(values)
    usual = max(sorted(set(rows)), key=rows.count, default="")
    return {"usual": usual, "others": {str(i): v for i, v in enumerate(rows) if v != usual}}
