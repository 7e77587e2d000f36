"""The graph: five Arrow tables and a manifest, checked, and what one does with them."""

import os
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.errors import GraphError
from tropegraph.graph import select, store
from tropegraph.graph.manifest import Manifest
from tropegraph.graph.tables import EDGE_KEY, conform, of_rows, values
from tropegraph.model.vocabulary import RelationType
from tropegraph.tabular.schemas import SCHEMAS

if TYPE_CHECKING:
    import igraph
    import pandas
    import polars
    from scipy.sparse import csr_array

    from tropegraph.graph.links import Links
    from tropegraph.graph.networks import MultiDiGraph


class TableSet(Protocol):
    """Whatever holds the five tables under their names, such as the outcome of `resolve`."""

    @property
    def nodes(self) -> pa.Table: ...  # noqa: D102
    @property
    def edges(self) -> pa.Table: ...  # noqa: D102
    @property
    def evidence(self) -> pa.Table: ...  # noqa: D102
    @property
    def pages(self) -> pa.Table: ...  # noqa: D102
    @property
    def findings(self) -> pa.Table: ...  # noqa: D102


@dataclass(frozen=True)
class Graph:
    """Tropes, works and indexes, and how they relate. Make one with `of`, `open` or `from_networkx`.

    Args:
        nodes, edges, evidence, pages, findings: Arrow tables with the columns of `model.schema.TABLES`, sorted.
        manifest: Versions, inputs, options and counts.
    """

    nodes: pa.Table
    edges: pa.Table
    evidence: pa.Table
    pages: pa.Table
    findings: pa.Table
    manifest: Manifest

    @classmethod
    def of(cls, tables: TableSet, *, options: Mapping[str, Any] | None = None) -> Self:
        """A graph of five tables.

        Args:
            tables: Object whose attributes are the tables.
            options: Options of the build that change its outcome; values fit for JSON.

        Raises:
            GraphError: A table has not the columns of its schema, or the tables do not fit together.
        """
        return cls._of({name: getattr(tables, name) for name in SCHEMAS}, options or {})

    @classmethod
    def _of(cls, tables: Mapping[str, pa.Table], options: Mapping[str, Any]) -> Self:
        kept = {name: conform(name, tables[name]) for name in SCHEMAS}
        check(kept)
        inputs = dict(zip(values(kept["pages"], "id"), values(kept["pages"], "digest"), strict=True))
        counts = {name: table.num_rows for name, table in kept.items()}
        return cls(**kept, manifest=Manifest(inputs=inputs, options=dict(options), counts=counts))

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Self:
        """Read a graph folder.

        Raises:
            GraphError: There is none at `path`, it is damaged, or its format version is another.
        """
        tables, manifest = store.read(Path(path))
        try:
            kept = {name: conform(name, table) for name, table in tables.items()}
            check(kept)
        except GraphError as error:
            raise GraphError(f"The graph at {path} is damaged. {error.message}", "Build the graph again.") from error
        return cls(**kept, manifest=manifest)

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = True) -> None:
        """Write the graph as a folder of Parquet files and manifest.json; equal graphs give equal bytes.

        A graph at `path` is replaced as a whole once the new one is on disk; whatever else is there is left alone.

        Args:
            path: The folder; its parents are made.
            overwrite: Whether a graph at `path` may be replaced.

        Raises:
            OutputError: `path` is a file, holds something else than a graph, holds a graph that may not be replaced,
                or cannot be written.
        """
        store.write(Path(path), self.tables, self.manifest, overwrite=overwrite)

    @staticmethod
    def check_writable(path: str | os.PathLike[str]) -> None:
        """Check that `save` would be let write to a place, before the work is done that ends there.

        Args:
            path: The folder; nothing is left behind where there is none yet.

        Raises:
            OutputError: `path` is a file, holds something else than a graph, or cannot be written.
        """
        store.check_writable(Path(path))

    def __repr__(self) -> str:
        """One line: five tables printed whole would be no answer in a notebook."""
        counts = self.manifest.counts
        return f"<{type(self).__name__}: {counts.get('nodes', 0):,} nodes, {counts.get('edges', 0):,} edges>"

    @property
    def tables(self) -> dict[str, pa.Table]:
        """The five tables by name."""
        return {name: getattr(self, name) for name in SCHEMAS}

    def to_networkx(self, *, evidence: bool = True, mentions: bool = True) -> "MultiDiGraph":
        """The graph as a `networkx.MultiDiGraph`; the key of an edge is its relation type.

        Args:
            evidence: Give every edge its evidence, a list of dictionaries, as attribute `evidence`.
            mentions: Keep `MENTIONS` edges, where the graph has them.

        Returns:
            A new multigraph. Node attributes are the columns of the nodes table; edge attributes are `modifiers`,
            `media` and `stated_on` (tuples, which edges share to spare memory) and `evidence_count`.
        """
        from tropegraph.graph import networks  # networkx takes half a second to import

        kept = self if mentions else self.only(types=[t for t in RelationType if t is not RelationType.MENTIONS])
        return networks.to_networkx(kept.nodes, kept.edges, kept.evidence if evidence else None)

    def to_scipy(self, *, types: Collection[str] | None = None) -> "csr_array":
        """The adjacency matrix: at `[i, j]` the number of edges from node `i` to node `j`, symmetric ones both ways.

        Args:
            types: Relation types that count; `None` for all.

        Returns:
            Sparse array of int64; node `i` is row `i` of `nodes`.

        Raises:
            GraphError: A type is none.
        """
        from tropegraph.graph import frames

        return frames.to_scipy(self.nodes, self._of_types(types))

    def to_igraph(self, *, types: Collection[str] | None = None) -> "igraph.Graph":
        """The graph as a directed `igraph.Graph`: ids as vertex attribute `name`, titles as `title`, types as `type`.

        Args:
            types: Relation types of the edges to take; `None` for all.

        Raises:
            GraphError: A type is none.
            ImportError: igraph (an optional extra, GPL) is not installed.
        """
        from tropegraph.graph import frames

        return frames.to_igraph(self.nodes, self._of_types(types))

    def to_pandas(self, table: str = "edges") -> "pandas.DataFrame":
        """One of the five tables as a pandas frame.

        Raises:
            GraphError: There is no such table.
        """
        from tropegraph.graph import frames

        return frames.to_pandas(self._table(table))

    def to_polars(self, table: str = "edges") -> "polars.DataFrame":
        """One of the five tables as a polars frame.

        Raises:
            GraphError: There is no such table.
            ImportError: polars (an optional extra) is not installed.
        """
        from tropegraph.graph import frames

        return frames.to_polars(self._table(table))

    def _table(self, name: str) -> pa.Table:
        if name not in SCHEMAS:
            raise GraphError(f"{name!r} is no table of a graph.", f"Tables are {', '.join(SCHEMAS)}.")
        return self.tables[name]

    def _of_types(self, types: Collection[str] | None) -> pa.Table:
        """The edges of these types; `None` for all."""
        select.check_types(types)
        return self.edges if types is None else self.edges.filter(select.of_types(self.edges, types))

    @classmethod
    def from_networkx(cls, graph: "MultiDiGraph", *, options: Mapping[str, Any] | None = None) -> Self:
        """A graph from a `networkx.MultiDiGraph` shaped as `to_networkx` gives it; missing attributes are filled.

        Raises:
            GraphError: It is no directed multigraph, or has edge keys that are no relation types.
        """
        from tropegraph.graph import networks

        tables = networks.from_networkx(graph)
        return cls._of({**tables, "pages": of_rows("pages", ()), "findings": of_rows("findings", ())}, options or {})

    def around(self, node: str, depth: int = 1) -> Self:
        """The part of the graph at most `depth` edges away from a node, in either direction.

        Args:
            node: Id of the node.
            depth: Number of edges; 0 gives the node alone.

        Raises:
            GraphError: There is no such node.
        """
        if not pc.any(pc.equal(self.nodes["id"], node)).as_py():
            raise GraphError(f"The graph has no node {node!r}.", "Look it up with find().")
        return self._of(select.among(self.tables, select.within(self.tables, node, depth)), self.manifest.options)

    def only(self, *, kinds: Collection[str] | None = None, types: Collection[str] | None = None) -> Self:
        """The part of the graph with nodes of these kinds and edges of these types; `None` keeps all.

        Nodes that lose all their edges stay.

        Raises:
            GraphError: A kind or type is none.
        """
        select.check_types(types)
        return self._of(select.among(self.tables, select.of_kinds(self.nodes, kinds), types), self.manifest.options)

    @cached_property
    def links(self) -> "Links":
        """The ends and types of the edges as numbers."""
        from tropegraph.graph.links import links

        return links(self.nodes, self.edges)

    def edge_column(self, name: str) -> pa.ChunkedArray:
        """One column of the edges table."""
        return self.edges[name]

    @cached_property
    def _names(self) -> select.NameIndex:
        return select.NameIndex(self.nodes)

    def find(self, name: str) -> str | None:
        """Id of the node that a reader means by `name`; `None` when there is none.

        Args:
            name: An id, a title, an alias, or any spelling that differs in case, spaces or punctuation only.
        """
        return next(iter(self._names.candidates(name)), None)

    def candidates(self, name: str) -> list[str]:
        """All ids that `name` may mean, best first: by id, title, alias, spelling; tropes before works."""
        return self._names.candidates(name)

    def counts(self) -> dict[str, dict[str, int]]:
        """Number of nodes by kind and of edges by type: ``{"nodes": {...}, "edges": {...}}``, sorted by name."""
        columns = {"nodes": self.nodes["kind"], "edges": self.edges["type"]}
        return {name: dict(sorted(Counter(column.to_pylist()).items())) for name, column in columns.items()}


def check(tables: Mapping[str, pa.Table]) -> None:
    """Check that conforming tables fit together.

    Raises:
        GraphError: A node or edge stands twice, an edge leads nowhere, or its evidence is not what it counts.
    """
    nodes, edges, evidence = tables["nodes"], tables["edges"], tables["evidence"]
    _unique("node", nodes, ("id",))
    _unique("edge", edges, EDGE_KEY)
    ids = nodes["id"].combine_chunks()
    for end in ("source", "target"):
        if not pc.all(pc.is_in(edges[end], ids), min_count=0).as_py():
            raise GraphError(f"An edge's {end} is no node.")
    counted = evidence.group_by(list(EDGE_KEY), use_threads=False).aggregate([([], "count_all")])
    claimed = edges.filter(pc.greater(edges["evidence_count"], 0)).select([*EDGE_KEY, "evidence_count"])
    if not counted.rename_columns(claimed.column_names).sort_by([(k, "ascending") for k in EDGE_KEY]).equals(claimed):
        raise GraphError("The evidence is not what the edges count.")


def _unique(what: str, table: pa.Table, key: tuple[str, ...]) -> None:
    if table.group_by(list(key)).aggregate([]).num_rows != table.num_rows:
        raise GraphError(f"One {what} stands twice.")
