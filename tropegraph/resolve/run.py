"""The whole of resolving: all pages' facts in, the graph's tables out."""

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.model.facts import PageFacts, PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.names import KnownName
from tropegraph.model.schema import TABLES
from tropegraph.model.vocabulary import Modifier, NodeKind
from tropegraph.resolve import aliases, edges, notes, spelling, tables
from tropegraph.resolve.aliases import Alias, Closure
from tropegraph.resolve.claims import Claim, claims_of
from tropegraph.resolve.identity import Form, identify
from tropegraph.resolve.nodes import Node
from tropegraph.resolve.tables import Input, Tables
from tropegraph.resolve.uses import count_forms

_RANK = {modifier.value: rank for rank, modifier in enumerate(Modifier)}
_ARROW_TYPES = {"string": pa.string(), "list": pa.list_(pa.string()), "bool": pa.bool_(), "int64": pa.int64()}


def resolve(
    facts: Iterable[PageFacts],
    published: Iterable[PublishedEdges],
    names: Iterable[KnownName],
    findings: Iterable[Finding],
    *,
    mentions: bool = False,
    backend: Any = None,
) -> Tables:
    """The graph's tables from what all pages state. The order of the input does not matter.

    Args:
        facts: What each page states.
        published: Published work-to-trope tables.
        names: Trope titles known beforehand.
        findings: Findings made before, on inputs that gave no facts.
        mentions: Keep links without a cue as `MENTIONS` edges, and pages that are neither trope, work nor index.
        backend: ibis backend that joins and groups the facts; DuckDB in memory when `None`.

    Returns:
        Tables with the columns of `model.schema.TABLES`, rows sorted.
    """
    stated, known = _stated(facts, published, mentions=mentions), tuple(names)
    backend = backend or _duckdb()
    named = _named(stated, count_forms(backend, ibis.memtable(stated.claims)), known)
    settled = _settled(backend, stated.claims, named, mentions=mentions)
    kept = _kept(named.nodes, settled.edges, mentions=mentions)
    told = [
        *findings,
        *stated.findings,
        *named.findings,
        *notes.left_out(edges.SELF_LOOP, settled.loops),
        *notes.left_out(edges.WRONG_END, settled.misfits),
        *notes.contradictions(settled.edges, settled.evidence),
    ]
    return Tables(
        nodes=_table("nodes", (node.row() for node in kept)),
        edges=settled.edges,
        evidence=settled.evidence,
        pages=_table("pages", _page_rows(stated.inputs, named.ids, {node.id for node in kept})),
        findings=_table("findings", _finding_rows(told)),
    )


def _duckdb() -> Any:
    """DuckDB in memory; what outgrows it goes to the system's temporary folder, not to the user's working folder."""
    return ibis.duckdb.connect(temp_directory=tempfile.gettempdir())


@dataclass(frozen=True)
class _Stated:
    claims: pa.Table
    inputs: Sequence[Input]
    aliases: Sequence[Alias]
    findings: Sequence[Finding]


@dataclass(frozen=True)
class _Named:
    ids: dict[str, str]
    nodes: Sequence[Node]
    findings: Sequence[Finding]


@dataclass(frozen=True)
class _Settled:
    edges: pa.Table
    evidence: pa.Table
    loops: pa.Table
    misfits: pa.Table


def _stated(facts: Iterable[PageFacts], published: Iterable[PublishedEdges], *, mentions: bool) -> _Stated:
    """All that the inputs state, as tables and sorted rows."""
    pages, sets = list(facts), list(published)
    findings = [finding for page in pages for finding in page.findings]
    findings += filter(None, map(tables.nameless_rows, sets))
    claims = tables.claims_table(
        claim for page in pages for claim in claims_of(page, mentions=mentions) if _is_named(claim, findings)
    )
    return _Stated(
        claims=pa.concat_tables([claims, *map(tables.published_table, sets)]),
        inputs=sorted({*map(tables.input_of, pages), *map(tables.input_of_edges, sets)}),
        aliases=sorted({alias for page in pages for alias in aliases.aliases_of(page)}),
        findings=findings,
    )


def _is_named(claim: Claim, findings: list[Finding]) -> bool:
    """Whether both ends have a name; else a finding is added."""
    finding = tables.unnamed(claim)
    if finding:
        findings.append(finding)
    return finding is None


def _named(stated: _Stated, used: Mapping[str, Form], known: Sequence[KnownName]) -> _Named:
    """Which spelling is which node, and what each node is."""
    forms = _forms(used, stated.inputs, stated.aliases)
    closure = _closure(stated, known)
    ids = identify(forms, closure.roots, known)
    nodes = _nodes(forms, ids, stated, {spelling.trope_key(name.key) for name in known})
    conflicts = (node.conflict() for node in nodes)
    findings = [
        *aliases.findings(closure, stated.aliases),
        *notes.duplicates(stated.inputs, ids),
        *(finding for finding in conflicts if finding),
    ]
    return _Named(ids, nodes, findings)


def _forms(used: Mapping[str, Form], inputs: Iterable[Input], stated: Iterable[Alias]) -> list[Form]:
    """Every spelling: of the claims, of the pages read, and of both ends of aliases."""
    forms = dict(used)
    for page in [
        *(row.subject for row in inputs if row.subject),
        *(page for a in stated for page in (a.page, a.target)),
    ]:
        forms.setdefault(page, Form(page))
    for row in inputs:
        if row.is_own:
            forms[row.subject] = replace(forms[row.subject], read=True)
    return [forms[page] for page in sorted(forms)]


def _closure(stated: _Stated, known: Iterable[KnownName]) -> Closure:
    """Where aliases lead; what pages say of a name outweighs what is known beforehand."""
    own = {spelling.key(row.subject) for row in stated.inputs if row.is_own}
    pairs = [(spelling.key(alias.page), spelling.key(alias.target)) for alias in stated.aliases]
    settled = own | {page for page, _ in pairs}
    pairs += [pair for pair in aliases.known_aliases(known) if pair[0] not in settled]
    return aliases.close(pairs, own)


def _nodes(forms: Iterable[Form], ids: Mapping[str, str], stated: _Stated, known: set[str]) -> list[Node]:
    """All nodes there could be, sorted by id."""
    spelled, about, titles = defaultdict(list), defaultdict(list), defaultdict(set)
    for form in forms:
        spelled[ids[form.page]].append(form)
    for row in stated.inputs:
        if row.subject and not row.is_redirect:
            about[ids[row.subject]].append(row)
    for alias in stated.aliases:
        if ids[alias.page] == ids[alias.target]:
            titles[ids[alias.target]].add(alias.title)
    return [
        Node(node, spelled[node], about[node], spelling.key(node) in known, titles[node]) for node in sorted(spelled)
    ]


def _settled(backend: Any, claims: pa.Table, named: _Named, *, mentions: bool) -> _Settled:
    """The facts as edges between nodes."""
    ids = edges.ids_table(named.ids, {node.id: node.kind for node in named.nodes})
    allowed = edges.allowed_table(pages=mentions)
    facts = backend.to_pyarrow(edges.settle(*(ibis.memtable(table) for table in (claims, ids, allowed))))
    kept, loops, misfits = (
        facts.filter(pc.equal(facts["fate"], fate)) for fate in (edges.KEPT, edges.SELF_LOOP, edges.WRONG_END)
    )
    pieces = backend.to_pyarrow(edges.evidence(ibis.memtable(kept)))
    merged = backend.to_pyarrow(edges.edges(ibis.memtable(kept), ibis.memtable(pieces)))
    return _Settled(_ordered("edges", _in_vocabulary_order(merged)), _ordered("evidence", pieces), loops, misfits)


def _in_vocabulary_order(merged: pa.Table) -> pa.Table:
    """Modifiers in the order of the vocabulary rather than of the alphabet."""
    if (pc.max(pc.list_value_length(merged["modifiers"])).as_py() or 0) < 2:
        return merged
    lists = [sorted(values, key=_RANK.__getitem__) for values in merged["modifiers"].to_pylist()]
    column = merged.schema.get_field_index("modifiers")
    return merged.set_column(column, "modifiers", pa.array(lists, pa.list_(pa.string())))


def _kept(nodes: Iterable[Node], merged: pa.Table, *, mentions: bool) -> list[Node]:
    """Nodes that an edge joins, or whose page was read; other pages only when asked for."""
    joined = {*merged["source"].to_pylist(), *merged["target"].to_pylist()}
    return [n for n in nodes if n.id in joined or (n.inputs and (mentions or n.kind is not NodeKind.PAGE))]


def _page_rows(inputs: Iterable[Input], ids: Mapping[str, str], nodes: set[str]) -> Iterator[dict[str, object]]:
    for row in inputs:
        node = ids.get(row.subject, "")
        yield {**row._asdict(), "node": node if node in nodes else ""}


def _finding_rows(findings: Iterable[Finding]) -> Iterator[dict[str, object]]:
    for f in set(findings):
        yield {"code": f.code, "severity": f.severity, "page": f.page, "where": f.where, "message": f.message}


def _table(name: str, rows: Iterable[Mapping[str, object]]) -> pa.Table:
    columns = TABLES[name]
    schema = pa.schema([(column, _ARROW_TYPES[columns[column].type]) for column in columns])
    return _ordered(name, pa.Table.from_pylist([{c: row[c] for c in columns} for row in rows], schema))


def _ordered(name: str, table: pa.Table) -> pa.Table:
    """The schema's columns, rows sorted by them; lists stand right of a unique key and need no comparing."""
    kept = table.select(list(TABLES[name]))
    keys = [(column, "ascending") for column, c in TABLES[name].items() if c.type != "list"]
    return kept.sort_by(keys).combine_chunks()
