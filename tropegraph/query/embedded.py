"""Cypher over a graph folder, without a server: the one adapter around kglite."""

import contextlib
import hashlib
import os
import secrets
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import kglite
import pyarrow as pa

from tropegraph.errors import QueryError
from tropegraph.graph import Graph
from tropegraph.graph.property_graph import edges_by_pattern, nodes_by_label
from tropegraph.graph.store import CACHE, MANIFEST
from tropegraph.graph.tables import values
from tropegraph.query.dialect import check, without_comments
from tropegraph.query.engine import Result

if TYPE_CHECKING:
    import pandas as pd

# Passes of its optimiser that fuse clauses: two of them give wrong rows (a count after an undirected hop, ORDER BY an
# expression with LIMIT), the rest is of their kind and gains little.
_UNSAFE_PASSES = tuple(name for name in kglite.cypher_pass_names() if name.startswith("fuse_"))
# Its warnings tell of unknown labels; Neo4j gives no rows for these, and so do we.
kglite.set_query_warning_policy("silent")
_STRUCTURAL = ("title", "type")
_LAYOUT = 1
"""Raised when the cache file of an older tropegraph would hold other rows."""


class EmbeddedEngine:
    """A read-only Cypher engine in this process. Make one with `of` or `open`."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self._store.read_only(True)

    @classmethod
    def of(cls, graph: Graph) -> Self:
        """An engine over a graph in memory."""
        return cls(_build(graph))

    @classmethod
    def open(cls, folder: str | os.PathLike[str]) -> Self:
        """An engine over a graph folder.

        What it builds it keeps in the folder's cache, under a name that holds the content's hash; a cache that is
        missing, stale or broken is built anew, and one that cannot be written is done without.

        Raises:
            GraphError: The folder is no graph.
        """
        path = Path(folder)
        cache = path / CACHE / f"cypher-{_LAYOUT}-{_digest(path)}.kgl"
        store = _load(cache)
        if store is None:
            store = _build(Graph.open(path))
            _keep(store, cache)
        return cls(store)

    def run(self, cypher: str, params: Mapping[str, Any] | None = None) -> Result:
        """Run one statement; see `Engine.run`.

        Raises:
            QueryError: The statement is wrong, writes, or is such that the engine's answer would differ from Neo4j's.
        """
        statement = without_comments(cypher)
        check(statement)
        try:
            view = self._store.cypher(
                statement,
                params=dict(params or {}),
                disabled_passes=list(_UNSAFE_PASSES),
                hide_structural_keys=True,
            )
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


def _build(graph: Graph) -> Any:
    store = kglite.KnowledgeGraph()
    for nodes in nodes_by_label(graph):
        store.add_nodes(_frame(nodes.table), nodes.label.value, "id", column_types=_types(nodes.table))
    for edges in edges_by_pattern(graph):
        store.add_relationships(
            _frame(edges.table),
            edges.type.value,
            edges.source.value,
            "source",
            edges.target.value,
            "target",
            column_types=_types(edges.table),
        )
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


def _digest(folder: Path) -> str:
    """Hash of the graph's content; of nothing when the folder is no graph, which opening it will tell."""
    found = hashlib.sha256(kglite.__version__.encode())
    for name in (MANIFEST, *(f"{table}.parquet" for table in ("nodes", "edges", "evidence"))):
        with contextlib.suppress(OSError):
            found.update((folder / name).read_bytes())
    return found.hexdigest()[:24]


def _load(cache: Path) -> Any:
    if not cache.is_file():
        return None
    try:
        return kglite.load(str(cache), verify="eager")
    except (kglite.KgError, ValueError, OSError):
        return None


def _keep(store: Any, cache: Path) -> None:
    part = cache.with_suffix(f".{secrets.token_hex(4)}.part")
    with contextlib.suppress(OSError, kglite.KgError):
        cache.parent.mkdir(exist_ok=True)
        _drop(cache.parent.glob("cypher-*"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            store.save(str(part))
        part.replace(cache)


def _drop(files: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)


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
