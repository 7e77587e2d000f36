"""Every error that tropegraph raises on purpose, as one tree.

::

    TropegraphError                exit code
    ├── InputError         3       nothing readable where input was expected
    ├── OutputError        4       the place to write to cannot be written
    ├── GraphError         5       a folder is not a graph, or not one of this version
    ├── QueryError         6       unknown query, bad parameter, Cypher that fails
    ├── DatabaseError      7       Neo4j cannot be reached, or refuses the login
    └── ResourceError      8       memory, a process or a library is not there

Each carries one sentence that says what is wrong and one that says what to try. Bad markup is never an
error: it becomes a `Finding` and the rest of the page goes on.
"""

from typing import ClassVar


class TropegraphError(Exception):
    """Base of all errors raised on purpose.

    Args:
        message: One sentence: what is wrong.
        hint: One sentence: what to try; empty when there is nothing to say.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[type["TropegraphError"], tuple[str, str]]:
        return type(self), (self.message, self.hint)


class InputError(TropegraphError):
    """Nothing readable where input was expected."""

    exit_code = 3


class OutputError(TropegraphError):
    """The place to write to cannot be written."""

    exit_code = 4


class GraphError(TropegraphError):
    """A folder is not a graph, or not one of this version."""

    exit_code = 5


class QueryError(TropegraphError):
    """Unknown query, missing or bad parameter, or Cypher that the engine refuses."""

    exit_code = 6


class DatabaseError(TropegraphError):
    """Neo4j cannot be reached, or refuses the login."""

    exit_code = 7


class ResourceError(TropegraphError):
    """Memory, or a process of a build, gave out, or a library for measures is not installed."""

    exit_code = 8
