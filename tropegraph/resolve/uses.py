"""How every spelling is used, over all claims: one table of uses, counted by spelling."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import ibis
from ibis import _

from tropegraph.model.schema import STATED_ON_DATASET
from tropegraph.model.vocabulary import NodeKind
from tropegraph.resolve.forms import Form

_CLAIMED = tuple(kind.value for kind in (NodeKind.TROPE, NodeKind.WORK, NodeKind.INDEX))


def uses(claims: ibis.Table) -> ibis.Table:
    """One row for each end of each claim: page, kind, title, linked, medium, place, input.

    A place is only told from others, so it is a number of its text: half the memory, and less time.
    """
    return ibis.union(_end(claims, "source", "target"), _end(claims, "target", "source"))


def _end(claims: ibis.Table, end: str, other: str) -> ibis.Table:
    """An edge set states each row by itself: there the other end is the place, so that counts mean something."""
    return claims.select(
        page=claims[end],
        kind=claims[f"{end}_kind"],
        title=claims[f"{end}_title"],
        linked=claims[f"{end}_linked"],
        medium=ibis.ifelse(claims[f"{end}_kind"] == NodeKind.WORK.value, claims["medium"], ""),
        place=ibis.ifelse(claims["stated_on"] == STATED_ON_DATASET, claims[other], claims["place"]).hash(),
        input=claims["input"],
    )


def count_forms(backend: Any, claims: ibis.Table) -> dict[str, Form]:
    """Every spelling with how it is used, by spelling.

    Args:
        backend: ibis backend that runs the expressions.
        claims: The claims.
    """
    used = uses(claims)
    media, titles = (_counts(backend, used, column) for column in ("medium", "title"))
    inputs = dict(_rows(backend.to_pyarrow(first_inputs(used))))
    rows = _rows(backend.to_pyarrow(by_page(used)))
    return {
        page: Form(page, False, linked, places, _held(claimed), media.get(page, {}), titles.get(page, {}), inputs[page])
        for page, linked, places, *claimed in rows
    }


def first_inputs(used: ibis.Table) -> ibis.Table:
    """The first input that uses each spelling."""
    return used.group_by("page").agg(input=_["input"].min())


def by_page(used: ibis.Table) -> ibis.Table:
    """One row a spelling: whether it is linked, in how many places it stands, and as what.

    Places are counted in two steps, by place and then by page: counting distinct values in one keeps them all in
    memory, whatever limit it has. So does DuckDB with the texts that an aggregate holds: the first step has none.
    """
    roles = {kind: (_["kind"] == kind).any() for kind in _CLAIMED}
    at_places = used.group_by("page", "place").agg(linked=_["linked"].any(), **roles)
    return at_places.group_by("page").agg(
        linked=_["linked"].any(), places=_.count(), **{kind: _[kind].sum() for kind in _CLAIMED}
    )


def by_value(used: ibis.Table, column: str) -> ibis.Table:
    """One row a spelling and value of a column, with the number of places; empty values do not count."""
    at_places = used.filter(_[column] != "").select("page", column, "place").distinct()
    return at_places.group_by("page", column).agg(places=_.count()).select("page", column, "places")


def _counts(backend: Any, used: ibis.Table, column: str) -> Mapping[str, dict[str, int]]:
    """In how many places each page stands with each value of a column."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for page, value, places in _rows(backend.to_pyarrow(by_value(used, column))):
        found[page][value] = places
    return found


def _rows(table: Any) -> Iterable[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in table.columns), strict=True)


def _held(places: Iterable[int]) -> dict[str, int]:
    """In how many places it is taken for each kind."""
    return {kind: count for kind, count in zip(_CLAIMED, places, strict=True) if count}
