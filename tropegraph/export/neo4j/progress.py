"""How far a load is: kept in the database, in one transaction with the rows that it counts.

An interrupted load leaves its progress behind, and the same load goes on from there; any other load drops it.
"""

from dataclasses import asdict, dataclass

import neo4j

from tropegraph.export.neo4j.statements import statement
from tropegraph.export.neo4j.transactions import committed


@dataclass(frozen=True)
class Progress:
    """How far one writer is.

    Args:
        load: Id of the load.
        part: Number of the writer.
        step: Number of the step that it is at.
        done: Rows of its share of that step that are written.
    """

    load: str
    part: int
    step: int = 0
    done: int = 0

    def known(self, step: int, rows: int) -> int:
        """Rows of a step that are written.

        Args:
            step: Number of the step.
            rows: Rows of the writer's share of it.
        """
        if step == self.step:
            return self.done
        return rows if step < self.step else 0


def read(session: neo4j.Session, load: str, part: int) -> Progress:
    """How far a writer of an interrupted load was; at the beginning when there is none.

    Args:
        session: A session of the server.
        load: Id of the load.
        part: Number of the writer.
    """

    def work(transaction: neo4j.ManagedTransaction) -> Progress:
        found = transaction.run(statement("progress_get"), load=load, part=part).values()
        return Progress(load, part, *(found[0] if found else ()))

    return session.execute_read(work)


def drop(session: neo4j.Session, *, but: str = "") -> None:
    """Forget how far loads are.

    Args:
        session: A session of the server.
        but: Id of the load that is not meant; none when empty.
    """
    committed(session, lambda transaction: transaction.run(statement("progress_drop"), load=but).consume())


def write(transaction: neo4j.ManagedTransaction, now: Progress) -> None:
    """Put down how far a writer is.

    Args:
        transaction: The transaction that writes the rows.
        now: Its progress after these rows.
    """
    transaction.run(statement("progress_set"), **asdict(now)).consume()
