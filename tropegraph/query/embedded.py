"""Cypher over a graph folder, without a server: the one adapter around kglite."""

import os
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import kglite
import pyarrow as pa

from tropegraph.errors import QueryError
from tropegraph.graph import Graph
from tropegraph.graph.property_graph import edges_by_pattern, nodes_by_label
from tropegraph.graph.store import read_manifest
from tropegraph.graph.tables import values
from tropegraph.query.cache import SLOW, Cache
from tropegraph.query.dialect import check, without_comments
from tropegraph.query.engine import Result
from tropegraph.query.routing import LIGHT, asks_edges

if TYPE_CHECKING:
    import pandas as pd

# Passes of its optimiser that fuse clauses. Those that count edges without walking them gain a hundredfold, but
# miscount after an undirected hop and in subqueries; those that keep only the first rows while they sort gain tenfold,
# but sort wrongly by some expressions. So all are off but for a statement with a hint, which is one of ours and tested
# to give equal rows without it.
_FUSING = tuple(name for name in kglite.cypher_pass_names() if name.startswith("fuse_"))
_HINTS = {
    "counting": ("fuse_count_short_circuits", "fuse_match_return_aggregate", "fuse_match_with_aggregate"),
    "top": ("fuse_node_scan_top_k", "fuse_order_by_top_k", "fuse_with_top_k"),
}
HINT = re.compile(r"\A// hint: (\w+(?:, \w+)*)\n")
"""First line of a statement that allows passes of `_HINTS`."""
_LIMIT = re.compile(r"(?<=\bLIMIT )\$(\w+)")
# Its warnings tell of unknown labels; Neo4j gives no rows for these, and so do we.
kglite.set_query_warning_policy("silent")
_STRUCTURAL = ("title", "type")
_PIECE = 100_000
"""Edges that are handed over at a time: what stands in memory twice."""


class EmbeddedEngine:
    """A read-only Cypher engine in this process. Make one with `of` or `open`."""

    name = "embedded"

    def __init__(self, make: Callable[[bool], Any], cache: Cache | None = None) -> None:
        self._make = make
        self._cache = cache
        self._stores: dict[bool, Any] = {}

    def _store(self, *, edges: bool) -> Any:
        """The store with the properties of all edges or without most, made when a statement first asks it."""
        ready = self._stores.get(edges)
        if ready is None:
            ready = self._stores[edges] = self._make(edges)
            ready.read_only(True)
        return ready

    @classmethod
    def of(cls, graph: Graph) -> Self:
        """An engine over a graph in memory."""
        return cls(lambda edges: _build(graph, edges=edges))

    @classmethod
    def open(cls, folder: str | os.PathLike[str], *, answers: bool = True) -> Self:
        """An engine over a graph folder.

        The first statement builds what is needed and keeps it in the folder's cache, see `Cache`.

        Args:
            folder: A graph folder.
            answers: Whether answers that took long are kept too, and given again.

        Raises:
            GraphError: The folder is no graph.
        """
        path = Path(folder)
        read_manifest(path)
        cache = Cache(path)

        def make(edges: bool) -> Any:
            store = cache.load(edges=edges)
            if store is None:
                store = cache.keep(_build(Graph.open(path), edges=edges), edges=edges)
            return _build(Graph.open(path), edges=edges) if store is None else store

        return cls(make, cache if answers else None)

    def run(self, cypher: str, params: Mapping[str, Any] | None = None) -> Result:
        """Run one statement; see `Engine.run`.

        Raises:
            QueryError: The statement is wrong, writes, or is such that the engine's answer would differ from Neo4j's.
        """
        statement, values, hints = without_comments(cypher), dict(params or {}), _hints(cypher)
        check(statement)
        if self._cache and (kept := self._cache.answer(cypher, values)):
            return kept
        store = self._store(edges=asks_edges(statement))
        start = time.perf_counter()
        result = _answer(store, _with_limits(statement, values) if "top" in hints else statement, values, hints)
        if self._cache and time.perf_counter() - start >= SLOW:
            self._cache.keep_answer(cypher, values, result)
        return result


def _answer(store: Any, statement: str, params: dict[str, Any], hints: list[str]) -> Result:
    allowed = {name for hint in hints for name in _HINTS.get(hint, ())}
    disabled = [name for name in _FUSING if name not in allowed]
    try:
        view = store.cypher(statement, params=params, disabled_passes=disabled, hide_structural_keys=True)
        columns = tuple(view.columns)
        rows = list(zip(*(view.column(name) for name in columns), strict=True)) if columns else []
    except kglite.ReadOnlyError as error:
        raise QueryError(
            "The embedded engine only reads: Cypher that writes is refused.",
            "Change the pages and build the graph again, or load it into Neo4j.",
        ) from error
    except (kglite.KgError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise QueryError(f"The Cypher cannot be run: {_first_line(error)}", "See docs/cypher.md.") from error
    return Result(columns, [tuple(map(_plain, row)) for row in rows])


def _hints(cypher: str) -> list[str]:
    found = HINT.match(cypher)
    return found[1].split(", ") if found else []


def _with_limits(statement: str, params: Mapping[str, Any]) -> str:
    """The statement with the numbers of its limits written out: only these are known to the passes of the hint."""
    return _LIMIT.sub(lambda found: str(params[found[1]]) if type(params.get(found[1])) is int else found[0], statement)


def _build(graph: Graph, *, edges: bool) -> Any:
    """A store of the graph, with the properties of all edges or only of the types `LIGHT`."""
    store = kglite.KnowledgeGraph()
    for nodes in nodes_by_label(graph):
        store.add_nodes(_frame(nodes.table), nodes.label.value, "id", column_types=_types(nodes.table))
    for pattern in edges_by_pattern(graph):
        table = pattern.table if edges or pattern.type in LIGHT else pattern.table.select(["source", "target"])
        ends = (pattern.source.value, "source", pattern.target.value, "target")
        for start in range(0, table.num_rows, _PIECE):
            piece = table.slice(start, _PIECE)
            store.add_relationships(_frame(piece), pattern.type.value, *ends, column_types=_types(piece))
    return store


def _lists(table: pa.Table) -> set[str]:
    return {field.name for field in table.schema if pa.types.is_list(field.type)}


def _types(table: pa.Table) -> dict[str, str]:
    return dict.fromkeys(_lists(table), "list")


def _frame(table: pa.Table) -> "pd.DataFrame":
    import pandas as pd  # Only a graph that is not in the cache yet needs it.

    lists = _lists(table)
    return pd.DataFrame(
        {name: pd.Series(values(table, name), dtype=object if name in lists else None) for name in table.column_names}
    )


def _plain(value: Any) -> Any:
    """A value of kglite as one of `Result.rows`."""
    if isinstance(value, Mapping):
        if value.keys() == {"id", "labels", "properties"}:
            return {k: _plain(v) for k, v in sorted(value["properties"].items()) if k not in _STRUCTURAL}
        if value.keys() == {"id", "start", "end", "type", "properties"}:
            return {"type": value["type"], **{k: _plain(v) for k, v in sorted(value["properties"].items())}}
        if value.keys() == {"nodes", "relationships"}:
            return _path(value["nodes"], value["relationships"])
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _path(nodes: list[Any], edges: list[Any]) -> list[Any]:
    steps = [_plain(nodes[0])]
    for edge, node in zip(edges, nodes[1:], strict=True):
        steps += [_plain(edge), _plain(node)]
    return steps


def _first_line(error: BaseException) -> str:
    line = next(iter(str(error).splitlines()), "")[:300].strip()
    return line if line.endswith((".", "!", "?")) else f"{line}."
