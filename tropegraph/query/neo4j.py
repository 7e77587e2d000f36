"""Cypher over a Neo4j server, read-only."""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any, Self

import neo4j
from neo4j.exceptions import ClientError
from neo4j.graph import Node, Path, Relationship

from tropegraph.connect import Settings, open_driver
from tropegraph.errors import QueryError
from tropegraph.query.engine import Result

_STATEMENT = ("Neo.ClientError.Statement", "Neo.ClientError.Procedure", "Neo.ClientError.Transaction")
_WRITES = "Neo.ClientError.Statement.AccessMode"
_SECONDS = 180.0
"""How long an answer may take, as long as on the embedded engine."""


class Neo4jEngine:
    """An engine over an open driver. Make one with `open`."""

    name = "neo4j"

    def __init__(self, driver: neo4j.Driver, settings: Settings) -> None:
        self._driver = driver
        self._database = settings.database_

    @classmethod
    @contextlib.contextmanager
    def open(cls, settings: Settings) -> Iterator[Self]:
        """An engine over a server, until the end of the `with` block.

        Raises:
            DatabaseError: The server cannot be reached or refuses the login.
        """
        with open_driver(settings) as driver:
            yield cls(driver, settings)

    def run(self, cypher: str, params: Mapping[str, Any] | None = None) -> Result:
        """Run one statement in a read transaction; see `Engine.run`.

        Raises:
            QueryError: The server refuses the statement.
        """
        try:
            with self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
                return session.execute_read(_rows, cypher, dict(params or {}))
        except ClientError as error:
            if error.code == _WRITES:
                raise QueryError("Queries only read: Cypher that writes is refused.", "Use cypher-shell.") from error
            if (error.code or "").startswith(_STATEMENT):
                raise QueryError(f"Neo4j refuses the Cypher: {_one_line(error)}", "See docs/cypher.md.") from error
            raise


@neo4j.unit_of_work(timeout=_SECONDS)
def _rows(transaction: neo4j.ManagedTransaction, cypher: str, params: dict[str, Any]) -> Result:
    answer = transaction.run(cypher, params)
    columns = tuple(answer.keys())
    return Result(columns, [tuple(map(_plain, record.values())) for record in answer])


def _plain(value: Any) -> Any:
    """A value of the driver as one of `Result.rows`."""
    if isinstance(value, Node):
        return {key: _plain(value[key]) for key in sorted(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, **{key: _plain(value[key]) for key in sorted(value)}}
    if isinstance(value, Path):
        return _path(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.iso_format() if hasattr(value, "iso_format") else value


def _path(path: Path) -> list[Any]:
    steps = [_plain(path.nodes[0])]
    for edge, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [_plain(edge), _plain(node)]
    return steps


def _one_line(error: ClientError) -> str:
    return next(iter((error.message or "").splitlines()), "no reason given")
