"""Writes the steps of a load, a transaction a batch, each tried again until the server takes it.

One writer by default: several wait for one another at hub nodes, and deadlock.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

import neo4j
from neo4j.exceptions import Neo4jError

from tropegraph.errors import DatabaseError
from tropegraph.export.neo4j import progress
from tropegraph.export.neo4j.batches import Limits, batches
from tropegraph.export.neo4j.plan import Kind, Step
from tropegraph.export.neo4j.progress import Progress
from tropegraph.export.neo4j.transactions import committed

OnRows = Callable[[int, int], None]
"""Is told the rows done and the rows in all, after every transaction."""

OpenSession = Callable[[], neo4j.Session]

_OUT_OF_MEMORY = "OutOfMemoryError"


class NodesGoneError(Exception):
    """Edges found no ends: somebody removes nodes while the load runs, or did before it was resumed."""


class _TooLargeError(Exception):
    """The server has not the memory for a transaction."""


@dataclass(frozen=True)
class Share:
    """One of several equal shares of rows.

    Args:
        part: Which one.
        parts: How many there are.
    """

    part: int
    parts: int

    def of(self, rows: int) -> tuple[int, int]:
        """Its first row, and the one after its last."""
        return rows * self.part // self.parts, rows * (self.part + 1) // self.parts


WHOLE = Share(0, 1)


@dataclass
class Tally:
    """What was written so far, by any writer.

    Args:
        total: Rows in all.
        tell: Is told how far the load is.
        done: Rows written, by this load or by the one that it resumes.
        resumed: Rows of those that the one before had written.
        created: New nodes or edges, by what a step writes.
    """

    total: int
    tell: OnRows
    done: int = 0
    resumed: int = 0
    created: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(Kind, 0))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def skip(self, rows: int) -> None:
        """Count rows that are there from the load before."""
        with self._lock:
            self.done += rows
            self.resumed += rows

    def add(self, kind: Kind, rows: int, created: int) -> None:
        """Count rows of a transaction."""
        with self._lock:
            self.done += rows
            self.created[kind] += created
            self.tell(self.done, self.total)


@dataclass(frozen=True)
class Writer:
    """Writes steps.

    Args:
        load: Id of the load.
        limits: How large a transaction may be.
        tally: What was written so far.
        stop: Set when another writer failed.
    """

    load: str
    limits: Limits
    tally: Tally
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self, session: neo4j.Session, steps: Iterable[tuple[int, Step]], share: Share = WHOLE) -> None:
        """Write one share of the rows of some steps, from where an interrupted load has come to.

        Args:
            session: A session of its own.
            steps: The steps with their numbers.
            share: Which share.
        """
        come = progress.read(session, self.load, share.part)
        for number, step in steps:
            start, stop = share.of(step.table.num_rows)
            known = come.known(number, stop - start)
            self.tally.skip(known)
            for batch in batches(step, start + known, stop, self.limits):
                if self.stop.is_set():
                    return
                self._write(session, step, batch.rows, Progress(self.load, share.part, number, batch.done - start))

    def _write(self, session: neo4j.Session, step: Step, rows: list[dict[str, Any]], now: Progress) -> None:
        try:
            counters = committed(session, _Work(step, rows, now))
        except _TooLargeError as error:
            if len(rows) == 1:
                raise DatabaseError(
                    f"The server runs out of memory over a single row of {step.pattern}.",
                    "Give it more heap, or load with --evidence none.",
                ) from error
            self.limits.halve(len(rows))
            half = len(rows) // 2
            self._write(session, step, rows[:half], replace(now, done=now.done - len(rows) + half))
            self._write(session, step, rows[half:], now)
        else:
            created = counters.relationships_created if step.kind is Kind.EDGES else counters.nodes_created
            self.tally.add(step.kind, len(rows), created)


@dataclass
class _Work:
    """Writes rows and the progress that they make. It may run several times, and was perhaps done before: it merges.

    Args:
        step: The step.
        rows: Some of its rows.
        now: Progress after them.
        committing: Whether it was done and its commit failed, which happens to a server without memory for it.
    """

    step: Step
    rows: list[dict[str, Any]]
    now: Progress
    committing: bool = False

    def __call__(self, transaction: neo4j.ManagedTransaction) -> neo4j.SummaryCounters:
        if self.committing and len(self.rows) > 1:
            raise _TooLargeError
        try:
            counters = self._write(transaction)
        except Neo4jError as error:
            if (error.code or "").endswith(_OUT_OF_MEMORY):
                raise _TooLargeError from error
            raise
        self.committing = True
        return counters

    def _write(self, transaction: neo4j.ManagedTransaction) -> neo4j.SummaryCounters:
        answer = transaction.run(self.step.statement, rows=self.rows)
        found = answer.single(strict=True)["rows"]
        if found < len(self.rows):
            raise NodesGoneError
        progress.write(transaction, self.now)
        return answer.consume().counters


def write_all(open_session: OpenSession, steps: Sequence[Step], writer: Writer, writers: int) -> None:
    """Write all steps: nodes by one writer, then the rest by as many as are wanted.

    Args:
        open_session: Gives a session.
        steps: The steps of a load.
        writer: Writes them.
        writers: How many write edges and sentences.

    Raises:
        NodesGoneError: Edges found no ends.
    """
    numbered = list(enumerate(steps))
    nodes = [(n, s) for n, s in numbered if s.kind is Kind.NODES]
    with open_session() as session:
        writer.run(session, nodes)
        if writers == 1:
            writer.run(session, numbered[len(nodes) :])
            return

    def work(part: int) -> None:
        try:
            with open_session() as session:
                writer.run(session, numbered[len(nodes) :], Share(part, writers))
        except BaseException:
            writer.stop.set()
            raise

    with ThreadPoolExecutor(writers) as pool:
        running = [pool.submit(work, part) for part in range(writers)]
        try:
            for each in running:
                each.result()
        finally:
            writer.stop.set()
