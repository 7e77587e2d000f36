"""What measures are asked about, by the names that a reader uses."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.errors import GraphError
from tropegraph.graph import Graph
from tropegraph.graph.named import found, known_medium
from tropegraph.model.vocabulary import NodeKind


def row_of(graph: Graph, name: str, kind: NodeKind, nodes: pa.Table) -> int:
    """Row of a work or trope in a table of some of them.

    Args:
        graph: The graph.
        name: An id, a title, an alias, or any spelling of one.
        kind: What it is.
        nodes: Some rows of the nodes table.

    Raises:
        GraphError: There is none of this name, or it is not among the rows.
    """
    node = found(graph, name, kind)
    row = int(pc.index(nodes["id"], node).as_py())
    if row < 0:
        raise GraphError(f"{node} has no examples that count here.", "Ask for another, or for more examples.")
    return row


def row_named(graph: Graph, name: str, kind: NodeKind, nodes: pa.Table) -> int | None:
    """The same; `None` where the name is empty, which stands for all."""
    return row_of(graph, name, kind, nodes) if name else None


def media_named(media: Sequence[str]) -> list[str] | None:
    """Media by their names in any spelling; `None`, which stands for all, where none is given.

    Raises:
        InputError: One is none.
    """
    return [known_medium(name) for name in media] or None
