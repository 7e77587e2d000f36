"""A graph folder of which only those tables and columns are read that somebody asks for."""

import os
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa

from tropegraph.graph import store
from tropegraph.graph.graph import Graph
from tropegraph.graph.links import Links, links
from tropegraph.tabular.schemas import SCHEMAS


class StoredGraph(Graph):
    """A graph that stays in its folder: each table is read when it is first used, and of edges first the ends only.

    What the folder holds is taken on trust, where `Graph.open` checks and sorts all of it: for millions of edges that
    is the difference between half a second and half a minute. Make one with `StoredGraph.at`.
    """

    folder: Path

    @classmethod
    def at(cls, path: str | os.PathLike[str]) -> "StoredGraph":
        """The graph in a folder.

        Raises:
            GraphError: There is none, or its format version is another. Tables that are damaged are told when they are
                read.
        """
        graph = cls.__new__(cls)
        object.__setattr__(graph, "manifest", store.read_manifest(Path(path)))
        object.__setattr__(graph, "folder", Path(path))
        return graph

    def __getattr__(self, name: str) -> Any:
        """A table, at its first use."""
        if name not in SCHEMAS:
            raise AttributeError(name)
        table = store.read_table(self.folder, name)
        object.__setattr__(self, name, table)
        return table

    @cached_property
    def links(self) -> Links:
        """The ends and types of the edges, read as the dictionaries that Parquet keeps them in."""
        return links(self.nodes, store.read_table(self.folder, "edges", ["source", "type", "target"], coded=True))

    def edge_column(self, name: str) -> pa.ChunkedArray:
        """One column of the edges table."""
        return store.read_table(self.folder, "edges", [name])[name]
