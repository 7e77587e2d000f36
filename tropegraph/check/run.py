"""All checks over a graph, and their problems with the evidence."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from tropegraph.check.cycles import subtrope_cycles
from tropegraph.check.hubs import common_words, hubs
from tropegraph.check.kinds import KINDS, Severity
from tropegraph.check.nodes import unknown_kinds, unknown_media, without_page
from tropegraph.check.pairs import clashes, modifier_clashes, self_loops
from tropegraph.check.problems import Fact, Problem, Statement
from tropegraph.check.sides import one_sided, one_sided_examples
from tropegraph.check.source import Source

Check = Callable[[Source], ibis.Table]
"""The problems of one or more kinds, in the shape of `shape.SCHEMA`."""

CHECKS: tuple[Check, ...] = (
    self_loops,
    clashes,
    subtrope_cycles,
    common_words,
    hubs,
    modifier_clashes,
    unknown_kinds,
    unknown_media,
    one_sided,
    one_sided_examples,
    without_page,
)
"""Every check. Which kinds of problem they find, `kinds.KINDS` says."""

SOME = 3
"""Statements shown of a problem that speaks of a node alone."""

BATCH = 20_000
"""Problems whose evidence is looked up at once."""


@dataclass(frozen=True)
class Report:
    """What the checks found.

    Args:
        source: The tables of the graph.
        found: All problems, in the shape of `shape.SCHEMA`.
        counts: How many there are of each kind, in the order of `kinds.KINDS`; kinds without any stand with 0.
    """

    source: Source
    found: ibis.Table
    counts: Mapping[str, int]

    @property
    def contradictory(self) -> bool:
        """Whether something is stated that cannot be true together."""
        return any(n for kind, n in self.counts.items() if KINDS[kind].severity is Severity.CONTRADICTION)

    def problems(self, kind: str, limit: int | None = None) -> Iterator[Problem]:
        """Problems of a kind with their evidence, the weightiest first, then by the nodes concerned.

        Args:
            kind: A key of `kinds.KINDS`.
            limit: At most so many; all when `None`.
        """
        ordered = self.found.filter(_["kind"] == kind).order_by(ibis.desc("weight"), "nodes", "facts")
        found = (ordered if limit is None else ordered.limit(limit)).to_pyarrow()
        for batch in found.to_batches(max_chunksize=BATCH):
            yield from _with_evidence(self.source, batch.to_pylist())


def check(source: Source, checks: Sequence[Check] = CHECKS) -> Report:
    """Look for contradictions and doubtful spots in a graph; nothing is changed.

    Args:
        source: Its tables, which must stay open while the report is read.
        checks: What to look for.
    """
    found = ibis.union(*(source.kept(look(source)) for look in checks))
    counted = {row["kind"]: row["n"] for row in found.group_by("kind").agg(n=_.count()).to_pyarrow().to_pylist()}
    return Report(source, found, {kind: counted.get(kind, 0) for kind in KINDS})


def _with_evidence(source: Source, rows: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """Problems of rows in the shape of `shape.SCHEMA`."""
    facts = [[Fact(**fact) for fact in row["facts"]] for row in rows]
    of_fact = _statements_of(source, {fact for some in facts for fact in some})
    of_node = _some_naming(source, [row["nodes"][0] for row in rows if not row["facts"]])
    for row, some in zip(rows, facts, strict=True):
        told = [s for fact in some for s in of_fact[fact]] if some else of_node[row["nodes"][0]]
        shown = tuple(sorted(some)), tuple(sorted(told))
        yield Problem(row["kind"], tuple(row["nodes"]), *shown, row["weight"], row["detail"])


def _statements_of(source: Source, facts: Iterable[Fact]) -> Mapping[Fact, list[Statement]]:
    """All evidence of some edges."""
    wanted = pa.Table.from_pylist([fact._asdict() for fact in facts], _KEYS)
    found: dict[Fact, list[Statement]] = defaultdict(list)
    for statement in _statements(source.evidence.semi_join(ibis.memtable(wanted), Fact._fields)):
        found[statement.fact].append(statement)
    return found


def _some_naming(source: Source, nodes: Sequence[str]) -> Mapping[str, list[Statement]]:
    """Of each node a few statements that name it: those with a sentence, and of other pages than its own, first."""
    wanted = ibis.memtable(pa.table({"id": pa.array(sorted(set(nodes)), pa.string())}))
    ends = (source.evidence.mutate(id=source.evidence[end]).semi_join(wanted, "id") for end in ("source", "target"))
    named = ibis.union(*ends)
    order = [named["sentence"] == "", named["page"] == named["id"], *(named[name] for name in _TOLD)]
    ranked = named.mutate(rank=ibis.row_number().over(group_by="id", order_by=order))
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in _statements(ranked.filter(_["rank"] < SOME)):
        for node in {statement.fact.source, statement.fact.target}:
            found[node].append(statement)
    return found


_KEYS = pa.schema([(name, pa.string()) for name in Fact._fields])
_TOLD = (*Fact._fields, "page", "section", "sentence", "input")


def _statements(evidence: ibis.Table) -> Iterator[Statement]:
    rows = evidence.select(*_TOLD).distinct().to_pyarrow()
    for source, kind, target, *rest in zip(*(rows[name].to_pylist() for name in _TOLD), strict=True):
        yield Statement(Fact(source, kind, target), *rest)
