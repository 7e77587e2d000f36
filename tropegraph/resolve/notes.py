"""Findings of the resolving itself: what was united, left out or contradicts itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.model.findings import CODES, Finding
from tropegraph.model.vocabulary import EXCLUSIVE_MODIFIERS
from tropegraph.resolve.tables import FINDINGS, Input


def duplicates(inputs: Iterable[Input], ids: Mapping[str, str]) -> list[Finding]:
    """Every input but the first that is a page which another input is too."""
    by_page: dict[str, set[str]] = defaultdict(set)
    for row in inputs:
        if row.page:
            page = row.page if row.is_redirect else ids.get(row.page, row.page)
            by_page[page].add(row.id)
    return [
        Finding("duplicate-page", other, "", f"{page} was read from {first} too.")
        for page, (first, *others) in ((page, sorted(found)) for page, found in by_page.items())
        for other in others
    ]


def left_out(lost: pa.Table) -> pa.Table:
    """One finding for each claim that became no edge.

    Args:
        lost: Claims with their fate, as `Coded.lost` gives them.
    """
    severity = pa.array([CODES[fate][0].value for fate in lost["fate"].to_pylist()], pa.string())
    words = (lost["source"], lost["type"], lost["target"], "was left out.", " ")
    message = pc.binary_join_element_wise(*words)
    return pa.table([lost["fate"], severity, lost["input"], lost["section"], message], schema=FINDINGS)


def contradictions(edges: pa.Table, evidence: pa.Table) -> list[Finding]:
    """Edges whose modifiers exclude each other, told on the first input that states them."""
    played = {tuple(e[k] for k in ("source", "type", "target")): e["modifiers"] for e in _with_many(edges)}
    clashes = {
        key: pair for key, modifiers in played.items() for pair in EXCLUSIVE_MODIFIERS if set(pair) <= set(modifiers)
    }
    if not clashes:
        return []
    first: dict[tuple[str, ...], str] = {}
    for *key, origin in zip(*(evidence[c].to_pylist() for c in ("source", "type", "target", "input")), strict=True):
        if tuple(key) in clashes:
            first[tuple(key)] = min(origin, first.get(tuple(key), origin))
    return [
        Finding("modifier-conflict", first[key], "", f"{key[0]} plays {key[2]} both {' and '.join(sorted(pair))}.")
        for key, pair in clashes.items()
    ]


def _with_many(edges: pa.Table) -> list[dict[str, str]]:
    return list(edges.filter(pc.greater(pc.list_value_length(edges["modifiers"]), 1)).to_pylist())
