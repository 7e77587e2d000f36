"""Which nodes the rows of an answer name."""

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.errors import QueryError
from tropegraph.graph import Graph
from tropegraph.query.engine import Engine
from tropegraph.query.library import library
from tropegraph.query.run import resolve, run


def nodes_named(graph: Graph, engine: Engine, name_or_cypher: str, params: Mapping[str, Any]) -> list[str]:
    """Ids of the nodes that an answer's rows name, and of those that were asked about.

    Args:
        graph: The graph.
        engine: That of the graph.
        name_or_cypher: As of `run`.
        params: As of `run`.

    Returns:
        First what was asked about, then the rows' nodes in order: by id where they hold ids, else by title or alias.

    Raises:
        QueryError: As of `run`, or the rows name no node.
    """
    result = run(engine, name_or_cypher, params)
    texts = list(dict.fromkeys(text for row in result.rows for cell in row for text in _texts(cell)))
    ids = set(graph.nodes["id"].filter(pc.is_in(graph.nodes["id"], pa.array(texts, pa.string()))).to_pylist())
    found = [text for text in texts if text in ids] or [id_ for text in texts if (id_ := graph.find(text))]
    if not found:
        said = "gives no rows" if not result.rows else f"names no node (its columns: {', '.join(result.columns)})"
        raise QueryError(f"The query {said}, so there is nothing to draw.", "Ask for ids or names of nodes.")
    return list(dict.fromkeys([*_asked_about(engine, name_or_cypher, params), *found]))


def _asked_about(engine: Engine, name_or_cypher: str, params: Mapping[str, Any]) -> Iterator[str]:
    query = library().get(name_or_cypher.strip())
    for param in query.params if query else ():
        if param.type.node is not None and param.name in params:
            yield resolve(engine, str(params[param.name]), param.type.node)


def _texts(cell: Any) -> Iterator[str]:
    """The texts that a value may name a node by: itself, those of a list, the id of a node."""
    if isinstance(cell, str):
        yield cell
    elif isinstance(cell, list | tuple):
        for item in cell:
            yield from _texts(item)
    elif isinstance(cell, dict) and isinstance(cell.get("id"), str):
        yield cell["id"]
