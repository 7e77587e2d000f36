"""Transactions that write, tried again whatever became of them.

The driver tries a transaction again when its server went away or asks for it, but not when the connection broke while
the server was committing (`IncompleteCommit`): whether it did is unknown, and doing it twice might be wrong. All that a
load does may be done twice.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import IncompleteCommit

T = TypeVar("T")

_TRIES = 5
"""Commits in a row that may break off before it is the server's fault."""


def committed(session: neo4j.Session, work: Callable[..., T], *args: Any) -> T:
    """What a transaction function gives when its transaction is committed.

    Args:
        session: A session of the server.
        work: Takes the transaction and `args`; may run several times, and be done before it runs.
        args: Its further arguments.

    Raises:
        neo4j.exceptions.DriverError: The server stays away, or breaks off every commit.
    """
    for _ in range(_TRIES - 1):
        try:
            return session.execute_write(work, *args)
        except IncompleteCommit:
            continue
    return session.execute_write(work, *args)
