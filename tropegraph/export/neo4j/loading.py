"""Loads a graph: constraints, nodes, edges, evidence, indexes; then removes what is gone."""

import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import neo4j

from tropegraph.connect import Settings, open_driver
from tropegraph.errors import DatabaseError
from tropegraph.export.neo4j import progress as how_far
from tropegraph.export.neo4j.batches import BATCH, Limits
from tropegraph.export.neo4j.plan import Evidence, Kind, Step, counts, load_id, plan
from tropegraph.export.neo4j.prune import Gone, find, is_most, remove
from tropegraph.export.neo4j.report import LoadReport
from tropegraph.export.neo4j.statements import constraints, indexes, statement
from tropegraph.export.neo4j.transactions import committed
from tropegraph.export.neo4j.writer import NodesGoneError, OnRows, OpenSession, Tally, Writer, write_all
from tropegraph.graph import Graph

PATIENCE = 300.0
"""Seconds that a transaction is tried again for: a server that starts after a crash has to recover first."""


def load(
    graph: Graph,
    settings: Settings,
    *,
    evidence: Evidence | str = Evidence.PROPERTIES,
    prune: bool | None = None,
    batch: int = BATCH,
    writers: int = 1,
    patience: float = PATIENCE,
    progress: OnRows | None = None,
) -> LoadReport:
    """Load a graph, and remove what earlier loads made and the graph has no longer.

    An interrupted load goes on from where it was when the same graph is loaded again.

    Args:
        graph: The graph.
        settings: Where the server is.
        evidence: How sentences are loaded: "properties", "nodes" or "none".
        prune: Remove what is gone, or leave it. `None` removes it unless it is more than all that the graph has, which
            may then be another graph than the one on the server.
        batch: Rows a transaction at most; fewer where they are large, or the server lacks the memory for them.
        writers: How many write edges at a time.
        patience: Seconds that a transaction is tried again for while the server restarts or another one takes over.
        progress: Is told how far the load is.

    Returns:
        What was sent, what was new, and what was removed.

    Raises:
        DatabaseError: The server cannot be reached or refuses. What was loaded stays; loading again goes on.
    """
    begun = time.perf_counter()
    evidence = Evidence(evidence)
    steps = plan(graph, evidence)
    identity = load_id(graph, evidence, writers)
    rows = counts(steps)

    def writer() -> Writer:
        return Writer(identity, Limits(batch), Tally(sum(rows.values()), progress or (lambda _done, _total: None)))

    with open_driver(settings, patience=patience) as driver:
        sessions = partial(driver.session, database=settings.database_)
        with sessions() as session:
            _run(session, constraints(evidence=evidence is Evidence.NODES))
            how_far.drop(session, but=identity)
            written = _written(sessions, steps, writer, writers)
            _run(session, (*indexes(), statement("ready")))
            gone = [] if prune is False else find(session, steps)
            leave = prune is None and is_most(gone, rows[Kind.NODES] + rows[Kind.EDGES])
            removed = {} if leave else _removed(session, gone)
            how_far.drop(session)
    left = {kind: n - removed.get(kind, 0) for kind, n in _sizes(gone).items()}
    return LoadReport(
        nodes=rows[Kind.NODES],
        edges=rows[Kind.EDGES],
        nodes_created=written.created[Kind.NODES],
        edges_created=written.created[Kind.EDGES],
        seconds=time.perf_counter() - begun,
        evidence=rows[Kind.EVIDENCE],
        resumed=written.resumed,
        nodes_removed=removed.get(Kind.NODES, 0),
        edges_removed=removed.get(Kind.EDGES, 0),
        nodes_left=left.get(Kind.NODES, 0),
        edges_left=left.get(Kind.EDGES, 0),
    )


def _written(sessions: OpenSession, steps: Sequence[Step], new_writer: Callable[[], Writer], writers: int) -> Tally:
    """Write everything; where somebody removed what an interrupted load had written, once more from the beginning."""
    first, second = new_writer(), new_writer()
    try:
        write_all(sessions, steps, first, writers)
    except NodesGoneError:
        with sessions() as session:
            how_far.drop(session)
    else:
        return first.tally
    try:
        write_all(sessions, steps, second, writers)
    except NodesGoneError as error:
        raise DatabaseError(
            "Somebody else removes nodes from the database while the load runs.", "Load again when it is done."
        ) from error
    return second.tally


def _run(session: neo4j.Session, texts: Iterable[str]) -> None:
    """Run statements, each in a transaction of its own, as schema wants it."""
    for text in texts:
        committed(session, _consume, text)


def _consume(transaction: neo4j.ManagedTransaction, text: str) -> None:
    transaction.run(text).consume()


def _removed(session: neo4j.Session, gone: Iterable[Gone]) -> dict[Kind, int]:
    removed = dict.fromkeys(Kind, 0)
    for each in gone:
        removed[each.kind] += remove(session, each)
    return removed


def _sizes(gone: Iterable[Gone]) -> dict[Kind, int]:
    sizes = dict.fromkeys(Kind, 0)
    for each in gone:
        sizes[each.kind] += len(each.rows)
    return sizes
