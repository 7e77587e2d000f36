"""What earlier loads made and the graph has no longer: found, and removed.

What a load made is known by its mark: edges with `evidence_count`, nodes with `has_page`, which nobody else sets. What
a load finds on the server without its mark it marks `keep` instead, and so may you: that is never removed.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import neo4j
import numpy as np
import numpy.typing as npt

from tropegraph.export.neo4j.batches import BATCH
from tropegraph.export.neo4j.plan import Kind, Step
from tropegraph.export.neo4j.statements import EVIDENCE_LABEL, statement
from tropegraph.export.neo4j.transactions import committed
from tropegraph.graph.tables import values
from tropegraph.model.vocabulary import NodeKind, RelationType

FEW = 1_000
"""So many nodes and edges are soon loaded again: they are removed even where they are most of what is there."""

_ENDS = ("source", "target")
_Codes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Gone:
    """Rows of one kind that earlier loads made and the graph has no longer.

    Args:
        kind: What they are.
        delete: Statement that removes them.
        keys: What tells them.
        rows: One tuple of keys each.
    """

    kind: Kind
    delete: str
    keys: tuple[str, ...]
    rows: list[tuple[str, ...]]


def find(session: neo4j.Session, steps: Sequence[Step]) -> list[Gone]:
    """What is gone, in the order in which it can be removed: sentences, edges, nodes.

    The graph must have been loaded. Labels and types of which the server counts as many as the graph has are not
    looked at: there is nothing else there.

    Args:
        session: A session of the server.
        steps: The steps of the load.
    """
    names = {row[0] for row in session.execute_read(_rows, statement("in_use"))}
    found = [*_evidence(session, steps, names), *_edges(session, steps, names), *_nodes(session, steps, names)]
    return [gone for gone in found if gone.rows]


def remove(session: neo4j.Session, gone: Gone) -> int:
    """Remove rows, in batches; nodes that have edges of others stay.

    Args:
        session: A session of the server.
        gone: What is gone.

    Returns:
        How many were removed.
    """
    removed = 0
    for start in range(0, len(gone.rows), BATCH):
        rows = [dict(zip(gone.keys, row, strict=True)) for row in gone.rows[start : start + BATCH]]
        counters = committed(session, _delete, gone.delete, rows)
        removed += counters.relationships_deleted if gone.kind is Kind.EDGES else counters.nodes_deleted
    return removed


def is_most(gone: Iterable[Gone], loaded: int) -> bool:
    """Whether more would go than stays, so that it may be a graph that nobody meant to replace.

    Args:
        gone: What is gone.
        loaded: Nodes and edges of the graph.
    """
    going = sum(len(each.rows) for each in gone if each.kind is not Kind.EVIDENCE)
    return going > max(FEW, loaded)


def _nodes(session: neo4j.Session, steps: Sequence[Step], names: Collection[str]) -> Iterator[Gone]:
    for label in NodeKind:
        ours = [s for s in steps if s.kind is Kind.NODES and s.names == (label.value,)]
        if label in names and _count(session, statement("node_count", NodeLabel=label)) > _size(ours):
            there = session.execute_read(_rows, statement("nodes_there", NodeLabel=label))
            rows = _without(there, _ids(ours))
            yield Gone(Kind.NODES, statement("nodes_delete", NodeLabel=label), ("id",), rows)


def _evidence(session: neo4j.Session, steps: Sequence[Step], names: Collection[str]) -> Iterator[Gone]:
    if EVIDENCE_LABEL in names:
        ours = [s for s in steps if s.kind is Kind.EVIDENCE]
        there = session.execute_read(_rows, statement("evidence_there"))
        yield Gone(Kind.EVIDENCE, statement("evidence_delete"), ("id",), _without(there, _ids(ours)))


def _edges(session: neo4j.Session, steps: Sequence[Step], names: Collection[str]) -> Iterator[Gone]:
    numbers = {node: n for n, node in enumerate(_ids(s for s in steps if s.kind is Kind.NODES))}
    labels = [label for label in NodeKind if label in names]
    for kind in RelationType:
        ours = [s for s in steps if s.kind is Kind.EDGES and s.names[1] == kind]
        if kind in names and _count(session, statement("edge_count", RELATION_TYPE=kind)) > _size(ours):
            for source, target in product(labels, labels):
                placeholders = {"SourceLabel": source, "RELATION_TYPE": kind, "TargetLabel": target}
                mine = [s for s in ours if s.names == (source, kind, target)]
                there = statement("edges_there", **placeholders)
                rows = session.execute_read(_strangers, there, _known(mine, numbers), numbers)
                yield Gone(Kind.EDGES, statement("edges_delete", **placeholders), _ENDS, rows)


def _known(steps: Iterable[Step], numbers: dict[str, int]) -> _Codes:
    """The edges of steps, each as one number, in order."""
    found = [
        _code(numbers, source, target)
        for step in steps
        for source, target in zip(*(values(step.table, end) for end in _ENDS), strict=True)
    ]
    return np.sort(np.array(found, np.int64))


def _code(numbers: dict[str, int], source: str, target: str) -> int:
    """An edge as one number, -1 where the graph lacks an end; tuples of text would take ten times the memory."""
    ends = numbers.get(source, -1), numbers.get(target, -1)
    return -1 if min(ends) < 0 else ends[0] * len(numbers) + ends[1]


def _strangers(
    transaction: neo4j.ManagedTransaction, there: str, known: _Codes, numbers: dict[str, int]
) -> list[tuple[str, ...]]:
    """Edges that the server has and the graph has not; the others are not held."""
    found: list[tuple[str, ...]] = []
    answer = transaction.run(there)
    while rows := [(record[0], record[1]) for record in answer.fetch(BATCH)]:
        codes = np.array([_code(numbers, *row) for row in rows], np.int64)
        fresh = ~np.isin(codes, known)
        found.extend(row for row, new in zip(rows, fresh, strict=True) if new)
    return found


def _without(there: Iterable[Sequence[str]], ids: Iterable[str]) -> list[tuple[str, ...]]:
    kept = set(ids)
    return [(row[0],) for row in there if row[0] not in kept]


def _ids(steps: Iterable[Step]) -> list[str]:
    return [node for step in steps for node in values(step.table, "id")]


def _size(steps: Iterable[Step]) -> int:
    return sum(step.table.num_rows for step in steps)


def _count(session: neo4j.Session, text: str) -> int:
    return int(session.execute_read(_rows, text)[0][0])


def _rows(transaction: neo4j.ManagedTransaction, text: str) -> list[list[str]]:
    return transaction.run(text).values()


def _delete(transaction: neo4j.ManagedTransaction, text: str, rows: list[dict[str, str]]) -> neo4j.SummaryCounters:
    return transaction.run(text, rows=rows).consume().counters
