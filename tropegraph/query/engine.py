"""What every Cypher engine offers: a statement and its parameters in, rows of plain Python values out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas


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

    def to_pandas(self) -> "pandas.DataFrame":
        """A data frame: a column for each, rows in their order, values as they are."""
        import pandas as pd  # takes a third of a second to import

        return pd.DataFrame(self.rows, columns=list(self.columns))

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        return str(self.to_pandas().to_html(max_rows=60))


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
