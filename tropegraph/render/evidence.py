"""The sentences that go along with a map, as columns."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.render.choose import Chosen
from tropegraph.render.columns import Distinct, column, keys, readable


class Evidence(StrEnum):
    """How much of what was read goes along with the edges."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


LONGEST = {Evidence.FULL: 2_000, Evidence.SHORT: 200}
"""Signs of a sentence; longer ones are cut."""

Row = tuple[int, str, str, str, str]


def sentences(chosen: Chosen, evidence: pa.Table, how: Evidence = Evidence.FULL) -> dict[str, Any]:
    """Rows with a sentence: edge, page, section (numbers), as written, sentence.

    Args:
        chosen: Nodes and edges.
        evidence: The graph's evidence.
        how: Every sentence, the first of each edge cut short, or none.
    """
    pages, sections = Distinct(), Distinct()
    packed = [
        [edge, pages.number(page), sections.number(readable(section)), readable(written), _cut(text, written, how)]
        for edge, page, section, written, text in _taken(chosen, evidence, how)
    ]
    return {"how": str(how), "rows": packed, "pages": pages.values, "sections": sections.values}


def _taken(chosen: Chosen, evidence: pa.Table, how: Evidence) -> Iterable[Row]:
    if how is Evidence.NONE:
        return ()
    rows = _rows(chosen, evidence.filter(pc.not_equal(evidence["sentence"], "")))
    return rows if how is Evidence.FULL else _first_of_each(rows)


def _rows(chosen: Chosen, kept: pa.Table) -> Iterator[Row]:
    number = {key: i for i, key in enumerate(keys(chosen.edges))} if kept.num_rows else {}
    rest = (column(kept, name) for name in ("page", "section", "as_written", "sentence"))
    for key, *row in zip(keys(kept), *rest, strict=True):
        if key in number:
            yield (number[key], *row)


def _first_of_each(rows: Iterable[Row]) -> Iterator[Row]:
    seen: set[int] = set()
    for row in rows:
        if row[0] not in seen:
            seen.add(row[0])
            yield row


def _cut(text: str, written: str, how: Evidence) -> str:
    """The sentence, cut; where it names the other end only later, from a word before that name on."""
    longest = LONGEST[how]
    at = text.find(written)
    if how is Evidence.SHORT and written and at + len(written) > longest:
        start = text.find(" ", max(0, at - longest // 2)) + 1
        return readable("…" + text[min(start, at) :], longest)
    return readable(text, longest)
