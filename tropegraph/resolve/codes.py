"""Numbers for texts: facts are joined, grouped and sorted by numbers, and are given their texts at the end.

A name's number is its place in the alphabet, so that numbers are in the order of the texts. The few distinct texts of
a column that an edge collects are bits, so that what an edge collects is one number too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

NUMBER = pa.int64()
NONE = -1
"""Number of the empty text."""

_BITS = 62
"""Bits of one number: its sign stays free."""


@dataclass(frozen=True)
class Names:
    """Distinct texts in order, each with its place as its number."""

    texts: Sequence[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Names":
        """Texts in any order, with repeats."""
        return cls(sorted(set(texts)))

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Each text's number."""
        return {text: number for number, text in enumerate(self.texts)}

    def table(self, column: str, number: str) -> pa.Table:
        """Each text with its number."""
        return pa.table({column: pa.array(self.texts, pa.string()), number: pa.array(range(len(self.texts)), NUMBER)})

    def spelled(self, numbers: Any) -> pa.Array:
        """Texts for numbers; the empty one for `NONE`."""
        return self._array.take(pa.array(np.asarray(numbers) + 1))

    @cached_property
    def _array(self) -> pa.Array:
        return pa.array(["", *self.texts], pa.string())


@dataclass(frozen=True)
class Sets:
    """A column's values as bits, for edges to collect.

    Args:
        column: The column; it holds one value, none, or several with spaces between where `split` is set.
        values: All values, in the order in which they are told.
        texts: All distinct texts of the column.
        split: Whether a text holds several values.
    """

    column: str
    values: Sequence[str]
    texts: Sequence[str]
    split: bool = False

    @property
    def columns(self) -> list[str]:
        """Names of the columns of numbers that hold the bits: as many as it takes."""
        return [f"{self.column}{i}" for i in range(max(1, -(-len(self.values) // _BITS)))]

    def table(self) -> pa.Table:
        """Each text of the column with its bits."""
        found = {self.column: pa.array(self.texts, pa.string())}
        bits = [self._bits(text) for text in self.texts]
        for i, name in enumerate(self.columns):
            found[name] = pa.array([(b >> i * _BITS) & ((1 << _BITS) - 1) for b in bits], NUMBER)
        return pa.table(found)

    def _bits(self, text: str) -> int:
        held = text.split() if self.split else [text] if text else []
        return sum(1 << self.values.index(value) for value in set(held))

    def lists(self, numbers: pa.Table) -> pa.Array:
        """The values that each row's bits stand for; there are few different ones.

        Args:
            numbers: The columns of `columns`.
        """
        which = np.zeros(numbers.num_rows, np.int64)
        distinct = [0]
        for i, name in enumerate(self.columns):
            bits, places = _distinct(numbers[name].to_numpy())
            pairs, which = _distinct(which * max(1, len(bits)) + places)
            distinct = [distinct[p // len(bits)] | bits[p % len(bits)] << i * _BITS for p in pairs]
        lists = pa.array([self._values(bits) for bits in distinct], pa.list_(pa.string()))
        return lists.take(pa.array(which))

    def holds(self, numbers: pa.Table, value: str) -> Any:
        """Whether each row's bits hold a value."""
        place, bit = divmod(self.values.index(value), _BITS)
        return numbers[self.columns[place]].to_numpy() >> bit & 1 == 1

    def _values(self, bits: int) -> list[str]:
        return [value for i, value in enumerate(self.values) if bits >> i & 1]


def _distinct(numbers: Any) -> tuple[list[int], Any]:
    """Distinct numbers, and the place of each number among them."""
    encoded = pc.dictionary_encode(pa.array(numbers, NUMBER))
    return encoded.dictionary.to_pylist(), encoded.indices.to_numpy()
