"""What every format is given: nodes and edges row by row, from a graph folder or from tables in memory."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.graph import pieces
from tropegraph.graph.pieces import ROWS, Piece
from tropegraph.graph.store import read_manifest
from tropegraph.graph.tables import EDGE_KEY, records
from tropegraph.model.schema import TABLES

Row = dict[str, Any]
OnRows = Callable[[int, int], None]
"""Is told the nodes and edges that are written, and how many there are."""

NODE_COLUMNS = tuple(TABLES["nodes"])
EDGE_COLUMNS = tuple(TABLES["edges"])
EVIDENCE_COLUMNS = {name: column for name, column in TABLES["evidence"].items() if name not in EDGE_KEY}
"""What a piece of evidence holds beside the edge that it belongs to."""

LONGEST = 200
"""Signs of a sentence where evidence is short."""
_EMPTY = {name: column.none if column.type == "int64" else "" for name, column in EVIDENCE_COLUMNS.items()}


class Evidence(StrEnum):
    """How much of what was read goes along with the edges: all, one sentence of each edge, or nothing."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


SHORT = ("sentence", "page")
"""Attributes of an edge whose evidence is short."""

EVIDENCE_ATTRIBUTES: dict[Evidence, tuple[str, ...]] = {
    Evidence.FULL: ("evidence",),
    Evidence.SHORT: SHORT,
    Evidence.NONE: (),
}
"""Attributes that an edge has beside its columns."""


@dataclass(frozen=True, eq=False)
class Looks:
    """How a graph is drawn.

    Args:
        nodes: Columns `id`, `x`, `y`, `size`, `colour` ("#2562ae") and `community` (a number, -1 for none).
        edges: Colour by relation type.
    """

    nodes: pa.Table
    edges: Mapping[str, str]

    def by_id(self) -> dict[str, Row]:
        """The rows of `nodes` by id."""
        return {row.pop("id"): row for row in self.nodes.to_pylist()}


class Source(Protocol):
    """Where nodes and edges come from, some at a time and in the order of the tables."""

    def counts(self) -> tuple[int, int]:
        """Number of nodes, and of edges."""

    def nodes(self) -> Iterator[pa.Table]:
        """Rows of the table of nodes."""

    def edges(self) -> Iterator[Piece]:
        """Rows of the table of edges, with their evidence."""


@dataclass(frozen=True)
class Stored:
    """A graph folder, read piece by piece."""

    path: Path

    def counts(self) -> tuple[int, int]:
        """As of `Source`."""
        told = read_manifest(self.path).counts
        return told.get("nodes", 0), told.get("edges", 0)

    def nodes(self) -> Iterator[pa.Table]:
        """As of `Source`."""
        return pieces.nodes(self.path)

    def edges(self) -> Iterator[Piece]:
        """As of `Source`."""
        return pieces.edges(self.path)


@dataclass(frozen=True, eq=False)
class Held:
    """Tables of a graph, or of a part of one, in memory."""

    tables: Mapping[str, pa.Table]

    def counts(self) -> tuple[int, int]:
        """As of `Source`."""
        return self.tables["nodes"].num_rows, self.tables["edges"].num_rows

    def nodes(self) -> Iterator[pa.Table]:
        """As of `Source`."""
        yield from _slices(self.tables["nodes"])

    def edges(self) -> Iterator[Piece]:
        """As of `Source`."""
        taken = 0
        for table in _slices(self.tables["edges"]):
            count = pc.sum(table["evidence_count"]).as_py()
            yield Piece(table, self.tables["evidence"].slice(taken, count).combine_chunks())
            taken += count


def _slices(table: pa.Table) -> Iterator[pa.Table]:
    return (table.slice(start, ROWS).combine_chunks() for start in range(0, table.num_rows, ROWS))


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows of an export.

    Args:
        source: Where they come from.
        evidence: How much goes along.
        looks: How the graph is drawn; `None` where nothing says.
        tell: Is told how many rows more are done.
    """

    source: Source
    evidence: Evidence = Evidence.FULL
    looks: Looks | None = None
    tell: Callable[[int], None] = lambda _: None

    def nodes(self) -> Iterator[Row]:
        """Nodes by column."""
        for table in self.source.nodes():
            yield from records(table, NODE_COLUMNS)
            self.tell(table.num_rows)

    def edges(self) -> Iterator[Row]:
        """Edges by column, with `EVIDENCE_ATTRIBUTES`: in full a list of dictionaries without what is empty."""
        for piece in self.source.edges():
            yield from _WITH[self.evidence](piece)
            self.tell(piece.edges.num_rows)


def _with_all(piece: Piece) -> Iterator[Row]:
    told = _told(piece, tuple(EVIDENCE_COLUMNS))
    for edge in records(piece.edges, EDGE_COLUMNS):
        edge["evidence"] = list(islice(told, edge["evidence_count"]))
        yield edge


def _with_one(piece: Piece) -> Iterator[Row]:
    told = _told(piece, SHORT)
    for edge in records(piece.edges, EDGE_COLUMNS):
        found = list(islice(told, edge["evidence_count"]))
        best = next((one for one in found if "sentence" in one), found[0] if found else {})
        edge["sentence"], edge["page"] = _cut(best.get("sentence", "")), best.get("page", "")
        yield edge


def _with_none(piece: Piece) -> Iterator[Row]:
    yield from records(piece.edges, EDGE_COLUMNS)


_WITH: Mapping[Evidence, Callable[[Piece], Iterator[Row]]] = {
    Evidence.FULL: _with_all,
    Evidence.SHORT: _with_one,
    Evidence.NONE: _with_none,
}


def _told(piece: Piece, names: tuple[str, ...]) -> Iterator[Row]:
    empty = [_EMPTY[name] for name in names]
    columns = (piece.evidence[name].to_pylist() for name in names)
    for row in zip(*columns, strict=True):
        yield {name: value for name, value, none in zip(names, row, empty, strict=True) if value != none}


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1].rstrip() + "…"
