"""Rows of a graph file as the tables of a graph, and what was made of those that are none."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.exchange.rows import EVIDENCE_COLUMNS, SHORT, Row
from tropegraph.exchange.texts import KINDS
from tropegraph.graph.tables import EDGE_KEY, of_rows
from tropegraph.model import names
from tropegraph.model.findings import Finding
from tropegraph.model.schema import TABLES
from tropegraph.model.vocabulary import RELATIONS, NodeKind, RelationType

_BATCH = 50_000
_MOST = 100
"""Attributes and types that findings tell one by one."""

_NODE_COLUMNS, _EDGE_COLUMNS = frozenset(TABLES["nodes"]), frozenset(TABLES["edges"])
_NAMES = ("name", "label", "title")
"""Attributes that hold the title of a node, the best first."""
_TYPES = ("type", "kind", "relation", "interaction", "key", "label")
"""Attributes that hold the type of an edge, the best first."""
_OURS = frozenset({"id", "label", "value", "community", "evidence", "evidence_count", "weight", *SHORT})
"""Attributes that exports write beside the columns, or that say nothing."""
_KINDS = frozenset(kind.value for kind in NodeKind)
_YES, _NO = frozenset({"true", "1", "yes"}), frozenset({"false", "0", "no", ""})


class _NoValueError(Exception):
    """A value is not of the type of its column."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What becomes of a row's attributes: those that are columns, each with what reads it, and those unknown here."""

    read: tuple[tuple[str, Callable[[Any], Any]], ...]
    foreign: tuple[str, ...]


def _plan(of: str, names: tuple[str, ...]) -> _Plan:
    columns, titles = (_NODE_COLUMNS, _NAMES) if of == "nodes" else (_EDGE_COLUMNS, _TYPES)
    known = tuple((name, _READ[KINDS[name]]) for name in names if name in columns)
    return _Plan(known, tuple(name for name in names if name not in columns | _OURS and name not in titles))


@dataclass
class Collected:
    """Takes in nodes and edges, and gives the tables.

    Args:
        place: What the file is called in findings.
    """

    place: str
    _nodes: "_Batches" = field(default_factory=lambda: _Batches("nodes"))
    _edges: "_Batches" = field(default_factory=lambda: _Batches("edges"))
    _evidence: "_Batches" = field(default_factory=lambda: _Batches("evidence"))
    _plans: dict[tuple[str, ...], "_Plan"] = field(default_factory=dict)
    _notes: Counter[str] = field(default_factory=Counter)
    _lost: Counter[str] = field(default_factory=Counter)
    _count: int = 0

    def node(self, id: object, values: Mapping[str, Any]) -> None:  # noqa: A002
        """Take in a node.

        Args:
            id: Its id; what is no text is written as one.
            values: Its attributes; values as they are or as text.
        """
        key = "" if id is None else _string(id)
        if not key:
            self._lost["nodes have no id"] += 1
            return
        row = self._columns(values, "nodes")
        row["name"] = next((_string(values[n]) for n in _NAMES if values.get(n) is not None), names.title_of(key))
        if row.get("kind") not in _KINDS:
            self._notes["nodes name no kind of node: they are pages"] += 1
            row["kind"] = NodeKind.PAGE.value
        self._nodes.add({"namespace": names.namespace(key), **row, "id": key})

    def edge(self, source: object, target: object, values: Mapping[str, Any]) -> None:
        """Take in an edge; arguments as of `node`."""
        kind = relation(values)
        if kind is None:
            stated = next((str(values[n]) for n in _TYPES if values.get(n)), "")
            self.lost(f'of the type "{stated[:60]}"' if stated else "that name no type")
            return
        ends = [_string(end) if end is not None else "" for end in (source, target)]
        first, last = sorted(ends) if RELATIONS[kind].symmetric else ends
        row = self._columns(values, "edges")
        self._edges.add({**row, "source": first, "type": kind.value, "target": last, "evidence_count": 0})
        for piece in self._pieces(values):
            self._evidence.add({**piece, "source": first, "type": kind.value, "target": last}, self._count)
        self._count += 1

    def lost(self, which: str) -> None:
        """Count an edge that no graph has a place for."""
        self._lost[f"edges {which} were left out"] += 1

    def _columns(self, values: Mapping[str, Any], of: str) -> Row:
        plan = self._plans.get(names := (of, *values)) or self._plans.setdefault(names, _plan(of, tuple(values)))
        row: Row = {}
        for name, read in plan.read:
            value = values[name]
            if value is None:
                continue
            try:
                row[name] = read(value)
            except _NoValueError:
                self._notes[f'{of} have a "{name}" that cannot be read: it was left out'] += 1
        for name in plan.foreign:
            self._notes[f'{of} have an attribute "{name[:60]}", which graphs have not: it was left out'] += 1
        return row

    def _pieces(self, values: Mapping[str, Any]) -> Sequence[Row]:
        try:
            stated = _evidence(values.get("evidence"))
        except _NoValueError:
            self._notes['edges have an "evidence" that cannot be read: it was left out'] += 1
            return ()
        short = {name: _string(value) for name in SHORT if (value := values.get(name))}
        return stated or ([short] if short else [])

    @property
    def tables(self) -> dict[str, pa.Table]:
        """The tables of nodes, edges and evidence. Of rows that stand twice the first counts."""
        nodes, edges, evidence = self._nodes.table(), self._edges.table(), self._evidence.table()
        nodes = self._first(nodes, ("id",), "nodes stand there twice: the first counts")
        ids = nodes["id"].combine_chunks()
        joined = pc.and_(pc.is_in(edges["source"], ids), pc.is_in(edges["target"], ids))
        if left := edges.num_rows - (pc.sum(joined).as_py() or 0):
            self._lost["edges that lead from or to no node were left out"] += left
            edges = edges.filter(joined)
        edges = self._first(edges, EDGE_KEY, "edges stand there twice: the first counts")
        evidence = evidence.filter(pc.is_in(evidence["number"], edges["number"].combine_chunks()))
        counts = np.bincount(evidence["number"].to_numpy(), minlength=self._count)[edges["number"].to_numpy()]
        at = edges.column_names.index("evidence_count")
        edges = edges.set_column(at, "evidence_count", pa.array(counts, pa.int64()))
        return {
            name: table.drop(["number"])
            for name, table in zip(("nodes", "edges", "evidence"), (nodes, edges, evidence), strict=True)
        }

    def _first(self, table: pa.Table, key: tuple[str, ...], what: str) -> pa.Table:
        first = table.group_by(list(key)).aggregate([("number", "min")])["number_min"]
        if first and len(first) < table.num_rows:
            self._lost[what] += table.num_rows - len(first)
            return table.filter(pc.is_in(table["number"], first.combine_chunks()))
        return table

    @property
    def findings(self) -> list[Finding]:
        """What was left out, and what was made of the rest; ask for it after the tables."""
        told = [("bad-record", self._lost), ("foreign-graph", self._notes)]
        return [
            Finding(code, self.place, "", f"{count:,} {what} ({self.place}).")
            for code, counter in told
            for what, count in sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
        ]


class _Batches:
    """Rows of a table, made Arrow some at a time; `number` is their place, or that of the edge they belong to."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rows: list[Row] = []
        self._numbers: list[int] = []
        self._done: list[pa.Table] = []
        self._count = 0

    def add(self, row: Row, number: int | None = None) -> None:
        self._rows.append(row)
        self._numbers.append(self._count if number is None else number)
        self._count += 1
        if len(self._rows) >= _BATCH:
            self._flush()

    def table(self) -> pa.Table:
        self._flush()
        return pa.concat_tables(self._done)

    def _flush(self) -> None:
        made = of_rows(self._name, self._rows)
        self._done.append(made.append_column("number", pa.array(self._numbers, pa.int64())))
        self._rows, self._numbers = [], []


def relation(values: Mapping[str, Any]) -> RelationType | None:
    """The type of an edge by its attributes; `None` where they name none."""
    for name in _TYPES:
        if isinstance(value := values.get(name), str) and (kind := _relation(value)):
            return kind
    return None


@lru_cache(maxsize=1 << 10)
def _relation(text: str) -> RelationType | None:
    word = text.strip().upper().replace(" ", "_").replace("-", "_")
    return RelationType(word) if word in RelationType.__members__ else None


def _evidence(value: Any) -> list[Row]:
    found = _listed(value) if value else []
    if not all(isinstance(piece, dict) for piece in found):
        raise _NoValueError
    return [
        {name: read(value) for name, value in piece.items() if (read := _EVIDENCE.get(name)) is not None}
        for piece in found
    ]


def _string(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if text.isascii() else text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _listed(value: Any) -> list[Any]:
    """A list, or the one that JSON text holds."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise _NoValueError from error
    if not isinstance(value, list | tuple):
        raise _NoValueError
    return list(value)


def _list(value: Any) -> list[str]:
    return _list_in(value) if isinstance(value, str) else [_string(item) for item in _listed(value)]


@lru_cache(maxsize=1 << 14)
def _list_in(text: str) -> list[str]:
    """The list that text holds: there are few different ones, and millions of edges. Nobody changes it."""
    if not text.startswith("["):
        return [_string(text)] if text else []
    return [_string(item) for item in _listed(text)]


def _bool(value: Any) -> bool:
    text = str(value).strip().lower()
    if text not in _YES | _NO:
        raise _NoValueError
    return text in _YES


def _int(value: Any) -> int:
    try:
        number = int(value)
    except (ValueError, TypeError, OverflowError) as error:
        raise _NoValueError from error
    if not -(1 << 63) <= number < 1 << 63:
        raise _NoValueError
    return number


_READ: dict[str, Callable[[Any], Any]] = {"string": _string, "list": _list, "bool": _bool, "int64": _int}
_EVIDENCE = {name: _READ[column.type] for name, column in EVIDENCE_COLUMNS.items()}
