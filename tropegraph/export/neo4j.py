"""Loads a graph into a Neo4j server, so that a second load changes nothing.

One writer at a time: several would wait for one another at hub nodes, and deadlock.
"""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import neo4j
import pyarrow as pa

from tropegraph.connect import Settings, open_driver
from tropegraph.graph import Graph
from tropegraph.graph.property_graph import EDGE_PROPERTIES, NODE_PROPERTIES, edges_by_pattern, nodes_by_label
from tropegraph.graph.tables import values
from tropegraph.model.vocabulary import NodeKind
from tropegraph.resources import resource

BATCH = 20_000
"""Rows a transaction at most: with 50,000 a server with 1 GB of heap takes half as long again."""

BATCH_BYTES = 64_000_000
"""Bytes of Arrow data a transaction, about: rows with much evidence go in smaller batches."""

Progress = Callable[[int, int], None]
"""Is told the rows done and the rows in all, after every transaction."""

_SCHEMA = ("node_id", "node_name")


@dataclass(frozen=True)
class LoadReport:
    """What a load did.

    Args:
        nodes: Nodes of the graph, now all on the server.
        edges: Edges of the graph, now all on the server.
        nodes_created: Nodes that were not there before.
        edges_created: Edges that were not there before.
        seconds: Time taken.
    """

    nodes: int
    edges: int
    nodes_created: int
    edges_created: int
    seconds: float

    def as_dict(self) -> dict[str, Any]:
        """The fields by name."""
        return asdict(self)

    def __str__(self) -> str:
        return (
            f"{self.nodes:,} nodes ({self.nodes_created:,} new) and {self.edges:,} edges ({self.edges_created:,} new) "
            f"loaded in {self.seconds:.1f} s"
        )


@dataclass(frozen=True)
class _Step:
    """One statement and all its rows."""

    statement: str
    table: pa.Table
    keys: tuple[str, ...]
    properties: tuple[str, ...]

    def batches(self, rows: int) -> Iterator[list[dict[str, Any]]]:
        """Rows as the statement takes them, at most so many at a time."""
        each = max(1, self.table.nbytes // self.table.num_rows)
        size = max(1, min(rows, BATCH_BYTES // each))
        for start in range(0, self.table.num_rows, size):
            part = self.table.slice(start, size)
            keys = [values(part, name) for name in self.keys]
            properties = [values(part, name) for name in self.properties]
            yield [
                {**dict(zip(self.keys, key, strict=True)), "properties": dict(zip(self.properties, row, strict=True))}
                for key, row in zip(zip(*keys, strict=True), zip(*properties, strict=True), strict=True)
            ]


def load(graph: Graph, settings: Settings, *, batch: int = BATCH, progress: Progress | None = None) -> LoadReport:
    """Load a graph: constraints and indexes first, then nodes by label, then edges by pattern.

    What is on the server already and not in the graph is left alone.

    Args:
        graph: The graph.
        settings: Where the server is.
        batch: Rows a transaction at most; fewer where they are large (`BATCH_BYTES`).
        progress: Is told how far the load is.

    Returns:
        What was sent and what was new.

    Raises:
        DatabaseError: The server cannot be reached or refuses. What was loaded stays; loading again goes on.
    """
    begun = time.perf_counter()
    tell = progress or (lambda _done, _total: None)
    nodes, edges = graph.nodes.num_rows, graph.edges.num_rows
    created = {"nodes": 0, "edges": 0}
    with open_driver(settings) as driver, driver.session(database=settings.database_) as session:
        for statement in _schema():
            session.run(statement).consume()
        done = 0
        for step in (*_node_steps(graph), *_edge_steps(graph)):
            for rows in step.batches(batch):
                counters = session.execute_write(_write, step.statement, rows)
                created["nodes"] += counters.nodes_created
                created["edges"] += counters.relationships_created
                done += len(rows)
                tell(done, nodes + edges)
    return LoadReport(nodes, edges, created["nodes"], created["edges"], time.perf_counter() - begun)


def _write(transaction: neo4j.ManagedTransaction, statement: str, rows: list[dict[str, Any]]) -> neo4j.SummaryCounters:
    return transaction.run(statement, rows=rows).consume().counters


def _schema() -> Iterator[str]:
    for kind in NodeKind:
        for name in _SCHEMA:
            yield _statement("schema", name, {"NodeLabel": kind.value})


def _node_steps(graph: Graph) -> Iterator[_Step]:
    for group in nodes_by_label(graph):
        yield _Step(
            _statement("load", "nodes", {"NodeLabel": group.label.value}), group.table, ("id",), NODE_PROPERTIES
        )


def _edge_steps(graph: Graph) -> Iterator[_Step]:
    for group in edges_by_pattern(graph):
        names = {
            "SourceLabel": group.source.value,
            "TargetLabel": group.target.value,
            "RELATION_TYPE": group.type.value,
        }
        yield _Step(_statement("load", "edges", names), group.table, ("source", "target"), EDGE_PROPERTIES)


def _statement(folder: str, name: str, names: Mapping[str, str]) -> str:
    """A statement of cypher/ with its placeholder names filled in.

    Labels and types cannot be parameters in a pattern that uses an index. They come from the vocabulary only, never
    from a page, so that nothing has to be escaped.
    """
    text = resource("cypher", folder, f"{name}.cypher").read_text(encoding="utf-8")
    return re.sub(r"\b(NodeLabel|SourceLabel|TargetLabel|RELATION_TYPE)\b", lambda found: names[found[1]], text)
