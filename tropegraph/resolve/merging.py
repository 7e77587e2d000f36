"""Facts of some sources put together: their edges, and the evidence of each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import ibis
import numpy as np
import pyarrow as pa

from tropegraph.resolve import edges

_COMPARED = (*edges.KEY, "place", "wording", "block", "start", "end", "tie", "input")
_ORDER = (*edges.KEY, "page", "section", "sentence", "as_written", "block", "start", "end", "input")


class Merged(NamedTuple):
    """What becomes of some facts, in numbers (see `coded`), sorted.

    Args:
        edges: Edges: `edges.KEY`, the bits of what they collect, and `evidence_count`.
        evidence: Their evidence.
    """

    edges: pa.Table
    evidence: pa.Table


def merge(backend: Any, facts: pa.Table, bits: Sequence[str]) -> Merged:
    """Edges of facts, and their evidence.

    The backend is given what is compared, and no text: which rows are evidence is told by their numbers.

    Args:
        backend: ibis backend.
        facts: All facts of some sources, as `edges.settle` gives them.
        bits: Columns of bits.
    """
    numbers = facts.select([*_COMPARED, *bits]).append_column("row", pa.array(np.arange(facts.num_rows)))
    table = ibis.memtable(numbers)
    first = backend.to_pyarrow(edges.evidence(table).select("row"))
    evidence = _sorted(facts.select(_ORDER).take(first["row"]), _ORDER)
    said = _sorted(backend.to_pyarrow(edges.sayings(table, bits)), edges.KEY)
    return Merged(_united(said, bits, evidence), evidence)


def _sorted(rows: pa.Table, columns: Sequence[str]) -> pa.Table:
    return rows.sort_by([(column, "ascending") for column in columns])


def _united(said: pa.Table, bits: Sequence[str], evidence: pa.Table) -> pa.Table:
    """One row an edge: the bits of all its sayings, and the number of its pieces of evidence. All are sorted."""
    starts = _starts(said)
    columns = {column: said[column].take(pa.array(starts)) for column in edges.KEY}
    united = {column: _united_bits(said[column].to_numpy(), starts) for column in bits}
    return pa.table({**columns, **united, "evidence_count": np.diff(_starts(evidence), append=evidence.num_rows)})


def _united_bits(bits: Any, starts: Any) -> Any:
    return np.bitwise_or.reduceat(bits, starts) if len(starts) else bits


def _starts(rows: pa.Table) -> Any:
    """Where each edge's rows begin."""
    changes = np.zeros(rows.num_rows, bool)
    changes[:1] = True
    for column in edges.KEY:
        changes[1:] |= np.diff(rows[column].to_numpy()) != 0
    return np.flatnonzero(changes)
