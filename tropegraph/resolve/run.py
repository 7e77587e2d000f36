"""The whole of resolving: all that pages state in, the graph's tables out.

The claims are a table of a database, which may be larger than memory; the inputs and the distinct spellings are
Python, since a wiki has a bounded number of them. Edges and evidence come in ranges of their sources: each range fits
in memory, and the ranges in order are the sorted table.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.memory import without_collector
from tropegraph.model.facts import PageFacts, PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.names import KnownName
from tropegraph.model.vocabulary import NodeKind
from tropegraph.resolve import laying, merging, notes, ranges, tables
from tropegraph.resolve.aliases import Alias
from tropegraph.resolve.ambiguous import respelled
from tropegraph.resolve.behind import in_order
from tropegraph.resolve.coded import Coded, counted, numbered
from tropegraph.resolve.database import beside, connect
from tropegraph.resolve.decisions import NO_DECISIONS, Decisions
from tropegraph.resolve.naming import disambiguations, name_nodes
from tropegraph.resolve.nodes import Node
from tropegraph.resolve.shelves import Shelves
from tropegraph.resolve.tables import Input, Tables
from tropegraph.resolve.uses import count_forms
from tropegraph.tabular.database import kept_table
from tropegraph.tabular.schemas import SCHEMAS, ordered

_AT_ONCE = 2
"""Ranges that are merged at once."""

Piece = tuple[str, pa.Table]
"""A table's name, and its next rows."""


@dataclass(frozen=True)
class Statements:
    """All that the inputs state.

    Args:
        claims: Columns of `tables.CLAIMS`, in the backend that resolves them.
        inputs: One row an input, sorted.
        aliases: Distinct, sorted.
        findings: Columns of `tables.FINDINGS`, in the same backend.
    """

    claims: ibis.Table
    inputs: Sequence[Input]
    aliases: Sequence[Alias]
    findings: ibis.Table


def resolve(
    facts: Iterable[PageFacts],
    published: Iterable[PublishedEdges],
    names: Iterable[KnownName],
    findings: Iterable[Finding],
    *,
    mentions: bool = False,
    backend: Any = None,
    decisions: Decisions = NO_DECISIONS,
) -> Tables:
    """The graph's tables from what all pages state, all in memory. The order of the input does not matter.

    Args:
        facts: What each page states.
        published: Published work-to-trope tables.
        names: Trope titles known beforehand.
        findings: Findings made before, on inputs that gave no facts.
        mentions: Keep links without a cue as `MENTIONS` edges, and pages that are neither trope, work nor index.
        backend: ibis backend that joins and groups the facts; DuckDB in memory when `None`.
        decisions: What the user says of single names, which overrules every rule.

    Returns:
        Tables with the columns of `model.schema.TABLES`, rows sorted.
    """
    stated = _statements(facts, published, findings, mentions=mentions)
    backend = backend or connect()
    found: dict[str, list[pa.Table]] = defaultdict(list)
    for name, piece in pieces(backend, stated, tuple(names), mentions=mentions, decisions=decisions):
        found[name].append(piece)
    return Tables(**{name: pa.concat_tables(found[name]).combine_chunks() for name in SCHEMAS})


def pieces(
    backend: Any,
    stated: Statements,
    known: Sequence[KnownName],
    *,
    mentions: bool,
    decisions: Decisions = NO_DECISIONS,
    folder: Path | None = None,
) -> Iterator[Piece]:
    """The graph's tables, piece by piece; the pieces of one table in order are its rows, sorted.

    Args:
        backend: ibis backend that holds the claims; tables are made in it.
        stated: What the inputs state.
        known: Trope titles known beforehand.
        mentions: As of `resolve`.
        decisions: What the user says of single names.
        folder: Where facts are laid out that are larger than memory; in memory when `None`.
    """
    claims = respelled(backend, stated.claims, disambiguations(stated.inputs))
    with without_collector(), ThreadPoolExecutor(1) as thread:
        used = count_forms(backend, claims)
        looked_through = thread.submit(counted, backend, claims)
        named = name_nodes(used, stated.inputs, stated.aliases, known, decisions)
        found_in_claims = looked_through.result()
    kinds = {node.id: node.kind for node in named.nodes}
    coded = numbered(found_in_claims, named.ids, kinds, (row.id for row in stated.inputs))
    facts = laying.settled(backend, claims, coded, mentions=mentions)
    bounds = laying.bounds(found_in_claims.held, coded, ranges.ROWS)
    with (
        without_collector(),
        ThreadPoolExecutor(1) as thread,
        Shelves(bounds, facts.schema().to_pyarrow(), folder) as shelves,
    ):
        described = thread.submit(_nodes, named.nodes)
        lost = [notes.left_out(coded.lost(rows)) for rows in laying.laid_out(backend, facts, shelves)]
    joined: set[str] = set()
    clashes: list[Finding] = []
    for range_ in in_order(partial(_merged, backend, coded), shelves.taken(), _AT_ONCE):
        joined |= range_.joined
        clashes += range_.clashes
        yield "edges", range_.edges
        yield "evidence", range_.evidence
    nodes = {node.id for node in _kept(named.nodes, joined, mentions=mentions)}
    found = described.result()
    yield "nodes", found.filter(pc.is_in(found["id"], pa.array(nodes, pa.string())))
    with without_collector():
        yield "pages", _table("pages", _page_columns(stated.inputs, named.ids, nodes))
    told = tables.table_of(map(tables.finding_row, [*named.findings, *clashes]), tables.FINDINGS)
    yield from _findings(backend, ibis.union(stated.findings, ibis.memtable(pa.concat_tables([told, *lost]))))


class _Range(NamedTuple):
    """What becomes of the facts of one range of sources."""

    edges: pa.Table
    evidence: pa.Table
    joined: set[str]
    clashes: list[Finding]


def _merged(backend: Any, coded: Coded, facts: pa.Table) -> _Range:
    with beside(backend) as own:
        merged = merging.merge(own, facts, coded.bits)
    found, evidence = coded.edges(merged.edges), coded.evidence(merged.evidence)
    joined = {node for end in ("source", "target") for node in pc.unique(found[end]).to_pylist()}
    return _Range(found, evidence, joined, notes.contradictions(*coded.clashing(merged, found, evidence)))


def _statements(
    facts: Iterable[PageFacts], published: Iterable[PublishedEdges], findings: Iterable[Finding], *, mentions: bool
) -> Statements:
    sets = list(published)
    rows = [tables.state(page, mentions=mentions) for page in facts]
    claims = tables.table_of((claim for stated in rows for claim in stated.claims), tables.CLAIMS)
    rows += map(tables.state_edges, sets)
    told = [*findings, *(finding for stated in rows for finding in stated.findings)]
    return Statements(
        claims=ibis.memtable(pa.concat_tables([claims, *map(tables.published_table, sets)])),
        inputs=sorted({stated.input for stated in rows}),
        aliases=sorted({alias for stated in rows for alias in stated.aliases}),
        findings=ibis.memtable(tables.table_of(map(tables.finding_row, told), tables.FINDINGS)),
    )


def _kept(nodes: Iterable[Node], joined: Collection[str], *, mentions: bool) -> list[Node]:
    """Nodes that an edge joins, or whose page was read; other pages only when asked for."""
    return [n for n in nodes if n.id in joined or (n.inputs and (mentions or n.kind is not NodeKind.PAGE))]


def _page_columns(inputs: Sequence[Input], ids: Mapping[str, str], nodes: set[str]) -> dict[str, Iterable[object]]:
    found = (ids.get(row.subject, "") for row in inputs)
    columns = dict(zip(Input._fields, zip(*inputs, strict=True), strict=True)) if inputs else {}
    return {**dict.fromkeys(Input._fields, ()), **columns, "node": [node if node in nodes else "" for node in found]}


def _findings(backend: Any, told: ibis.Table) -> Iterator[Piece]:
    """All distinct findings, code by code, in ranges of the pages that they concern."""
    distinct = kept_table(backend, told.distinct())
    yield "findings", SCHEMAS["findings"].empty_table()
    for code in sorted(backend.to_pyarrow(distinct.select("code").distinct())["code"].to_pylist()):
        for part in ranges.of(backend, distinct.filter(distinct["code"] == code), "page"):
            yield "findings", _ordered("findings", backend.to_pyarrow(part))


def _nodes(nodes: Iterable[Node]) -> pa.Table:
    rows = [node.row() for node in nodes]
    return _table("nodes", {column: [row[column] for row in rows] for column in SCHEMAS["nodes"].names})


def _table(name: str, columns: Mapping[str, Iterable[object]]) -> pa.Table:
    return ordered(pa.table([pa.array(columns[field.name], field.type) for field in SCHEMAS[name]], SCHEMAS[name]))


def _ordered(name: str, table: pa.Table) -> pa.Table:
    """The schema's columns, of its types, in order, without what a backend says of them beside."""
    schema = SCHEMAS[name]
    return ordered(table.select(schema.names).cast(schema))
