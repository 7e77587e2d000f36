"""When a found row is an annotated one: the annotators' rules of comparison.

Names compare without case, accents, punctuation, spacing, leading article or plural ending; the ends of a symmetric
relation compare in either order. A row has several keys where an end has several names; two rows agree when they share
one.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from tropegraph.evaluate.rows import ExampleRow, RelationRow
from tropegraph.model.names import fold, squash
from tropegraph.model.vocabulary import RELATIONS

Row = TypeVar("Row", RelationRow, ExampleRow)
Keys = frozenset[Hashable]

_PAGE_NAME = re.compile(r"\w+/\S+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ARTICLE = re.compile(r"^\s*(?:the|an|a)\s+")
_BRITISH = re.compile(r"\bcolour")
_ENDINGS = (("ies", "y"), ("ves", "f"), ("es", ""), ("s", ""), ("e", ""))
"""Endings of which one number of a word may have more, and what stands for them; the first that fits counts."""
_STEM = 4
"""Letters of a word that are left at least."""
_SYMMETRIC = frozenset(str(kind) for kind, info in RELATIONS.items() if info.symmetric)


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Key under which two spellings of one title, or a title and its page name, compare equal.

    >>> name_key("Main/TheBigBads") == name_key("a big bad")
    True
    """
    title = name.rpartition("/")[2] if _PAGE_NAME.fullmatch(name) else name
    plain = _ARTICLE.sub("", fold(spaced(title)))
    return _singular(squash(_BRITISH.sub("color", plain)))


def spaced(name: str) -> str:
    """The words of a CamelName apart; any other name as it is."""
    return _CAMEL.sub(" ", name)


def _singular(key: str) -> str:
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and len(key) >= len(ending) + _STEM:
            return key.removesuffix(ending) + instead
    return key


def relation_keys(row: RelationRow) -> Keys:
    """All keys of a relation: its type and its ends, the target under its title and as it is written."""
    sources = _names(row.source)
    targets = _names(row.target, row.as_written)
    ordered = sorted if row.type in _SYMMETRIC else tuple
    return frozenset((row.type, *ordered((a, b))) for a in sources for b in targets)


def _names(*names: str) -> set[str]:
    return set(filter(None, map(name_key, names)))


def example_keys(row: ExampleRow) -> Keys:
    """All keys of an example: its trope, and its work under its title and its page name."""
    works = {name_key(row.work), *_names(row.work_page)}
    return frozenset((work, name_key(row.trope)) for work in works)


@dataclass(frozen=True, slots=True)
class Matched(Generic[Row]):
    """Rows of one page, told apart.

    Args:
        right: Pairs of an annotated row and the found row that says the same.
        wrong: Found rows that nobody annotated.
        missed: Annotated rows that were not found.
    """

    right: tuple[tuple[Row, Row], ...]
    wrong: tuple[Row, ...]
    missed: tuple[Row, ...]


def match(gold: Sequence[Row], found: Sequence[Row], keys: Callable[[Row], Keys]) -> Matched[Row]:
    """Pair found rows with annotated ones, in order.

    What agrees with an optional row only, or repeats an earlier found row, counts neither for nor against.

    Args:
        gold: Annotated rows.
        found: Found rows.
        keys: Keys of a row.
    """
    firm = [row for row in gold if not row.optional]
    let_pass: set[Hashable] = set().union(*(keys(row) for row in gold if row.optional))
    places = _places(firm, keys)
    right: dict[int, Row] = {}
    wrong: list[Row] = []
    for row in found:
        at = keys(row)
        fits = sorted({i for key in at for i in places.get(key, ())})
        free = next((i for i in fits if i not in right), None)
        if free is not None:
            right[free] = row
        elif not fits and not at & let_pass:
            wrong.append(row)
        let_pass |= at
    missed = tuple(row for i, row in enumerate(firm) if i not in right)
    return Matched(tuple((firm[i], row) for i, row in right.items()), tuple(wrong), missed)


def _places(rows: Sequence[Row], keys: Callable[[Row], Keys]) -> dict[Hashable, list[int]]:
    places = defaultdict(list)
    for i, row in enumerate(rows):
        for key in keys(row):
            places[key].append(i)
    return places
