"""Claims as facts between nodes, in numbers, laid out by their source."""

from collections.abc import Iterator, Mapping
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.resolve import edges, ranges
from tropegraph.resolve.behind import behind
from tropegraph.resolve.coded import Coded
from tropegraph.resolve.database import streamed
from tropegraph.resolve.shelves import Shelves
from tropegraph.tabular.database import kept_table

_BATCH = 200_000
"""Facts that are laid out at a time."""


def settled(backend: Any, claims: ibis.Table, coded: Coded, *, mentions: bool) -> ibis.Table:
    """The claims as facts between nodes, to be worked out when they are asked for.

    Args:
        backend: ibis backend that holds the claims.
        claims: The claims.
        coded: Numbers of all texts.
        mentions: As `pages` of `edges.allowed_table`.
    """
    tables = {**coded.tables(), "allowed": edges.allowed_table(pages=mentions)}
    kept = {name: kept_table(backend, ibis.memtable(table)) for name, table in tables.items()}
    sets = [kept.pop(name) for name in coded.sets]
    return edges.settle(claims, edges.Joined(**kept, sets=sets))


def bounds(held: Mapping[str, int], coded: Coded, rows: int) -> list[int]:
    """Numbers of nodes at which ranges of about so many facts begin; the first range's is left out.

    Args:
        held: How many claims each spelling is the source of.
        coded: Numbers of all texts.
        rows: Facts of a range.
    """
    total = np.zeros(len(coded.names.texts), np.int64)
    nodes = [coded.names.number[coded.ids[spelled]] for spelled in held]
    np.add.at(total, nodes, list(held.values()))
    return list(ranges.starts(enumerate(total.tolist()), rows))


def laid_out(backend: Any, facts: ibis.Table, shelves: Shelves) -> Iterator[pa.Table]:
    """Put facts on shelves; those that become no edge are yielded instead."""
    with behind(shelves.put) as put:
        for rows in streamed(backend, facts, _BATCH):
            kept = pc.equal(rows["fate"], edges.FATES.index(edges.KEPT))
            put(rows.filter(kept))
            lost = rows.filter(pc.invert(kept))
            if lost.num_rows:
                yield lost
