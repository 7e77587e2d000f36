"""What every Cypher engine offers: a statement and its parameters in, rows of plain Python values out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Result:
    """Rows of an answer.

    Args:
        columns: Names of the columns.
        rows: One tuple a row. Values are `None`, `bool`, `int`, `float`, `str`, lists and dictionaries of them; a node
            is the dictionary of its properties, an edge that of its properties and its `type`, a path the list of its
            nodes and edges in turn.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def records(self) -> list[dict[str, Any]]:
        """One dictionary a row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Engine(Protocol):
    """Something that answers read-only Cypher over one graph."""

    @property
    def name(self) -> str:
        """What queries' headers call it: "embedded" or "neo4j"."""
        ...

    def run(self, cypher: str, params: Mapping[str, Any] | None = None) -> Result:
        """Run one statement.

        Args:
            cypher: The statement. It may not write.
            params: Values of its parameters, by name.

        Raises:
            QueryError: The engine refuses the statement.
        """
        ...
