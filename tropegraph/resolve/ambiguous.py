"""Links to pages that only tell several things apart: such a link says no more of a work than its title does."""

from collections.abc import Collection
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from tropegraph.model.vocabulary import NodeKind
from tropegraph.resolve import spelling

ROWS = pa.schema(dict.fromkeys(("source", "medium", "respelled"), pa.string()))
"""Columns of what is called otherwise: a work's name, the medium that it is linked under, its name then."""


def respelled(backend: Any, claims: ibis.Table, ambiguous: Collection[str]) -> ibis.Table:
    """The claims, with links to disambiguations that stand for a work as if they were text without a link.

    Args:
        backend: ibis backend that holds the claims.
        claims: The claims.
        ambiguous: Keys of the disambiguations.
    """
    if not ambiguous:
        return claims
    works = claims.filter(_["source_kind"] == NodeKind.WORK.value).select("source", "medium").distinct()
    found = (pair.values() for pair in backend.to_pyarrow(works).to_pylist())
    rows = [(page, medium, spelling.titled_only(page, medium, ambiguous)) for page, medium in found]
    changed = [row for row in rows if row[0] != row[2]]
    return replaced(claims, ibis.memtable(_table(changed))) if changed else claims


def replaced(claims: ibis.Table, changed: ibis.Table) -> ibis.Table:
    """The claims with other names for some works, by the name and the medium that each claim gives."""
    keyed = changed.mutate(source_kind=ibis.literal(NodeKind.WORK.value))
    joined = claims.left_join(keyed, ["source", "medium", "source_kind"])
    kept = joined["respelled"].isnull()
    return joined.mutate(
        source=ibis.ifelse(kept, joined["source"], joined["respelled"]),
        source_linked=ibis.ifelse(kept, joined["source_linked"], False),
    ).select(claims.columns)


def _table(rows: list[tuple[str, str, str]]) -> pa.Table:
    return pa.table([pa.array(c, pa.string()) for c in zip(*rows, strict=True)], schema=ROWS)
