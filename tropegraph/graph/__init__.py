"""The graph: Arrow tables, kept as a folder of Parquet files, seen as a networkx multigraph."""

from tropegraph.graph.graph import Graph, TableSet
from tropegraph.graph.manifest import Manifest
from tropegraph.graph.stored import StoredGraph

__all__ = ["Graph", "Manifest", "StoredGraph", "TableSet"]
