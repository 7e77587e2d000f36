"""The graph for numeric tools: sparse matrix, igraph, data frames; straight from its tables."""

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tropegraph.model.vocabulary import RELATIONS, RelationType

if TYPE_CHECKING:
    import igraph
    import pandas
    import polars

Ids = NDArray[np.int64]


def to_scipy(nodes: pa.Table, edges: pa.Table) -> csr_array:
    """Adjacency matrix: row `i`, column `j` holds how many of the edges lead from node `i` to node `j`.

    An edge of a symmetric type counts both ways.

    Args:
        nodes: The nodes table, whose rows number the nodes.
        edges: The edges table.
    """
    source, target = ends(nodes, edges)
    both = pc.is_in(edges["type"], pa.array([t.value for t in RelationType if RELATIONS[t].symmetric])).to_numpy()
    rows, columns = np.concatenate([source, target[both]]), np.concatenate([target, source[both]])
    size = nodes.num_rows
    return csr_array((np.ones(len(rows), np.int64), (rows, columns)), shape=(size, size))


def to_igraph(nodes: pa.Table, edges: pa.Table) -> "igraph.Graph":
    """A directed `igraph.Graph`; attributes of vertices and edges are the columns of the tables, ids as `name`.

    Raises:
        ImportError: igraph is not installed.
    """
    try:
        import igraph
    except ImportError as error:
        raise ImportError("igraph is not installed. Install it: pip install 'tropegraph[igraph]'.") from error
    source, target = ends(nodes, edges)
    about = {"title" if c == "name" else "name" if c == "id" else c: nodes[c].to_pylist() for c in nodes.column_names}
    told = {column: edges[column].to_pylist() for column in edges.column_names[1:] if column != "target"}
    return igraph.Graph(
        nodes.num_rows,
        np.column_stack([source, target]),
        directed=True,
        vertex_attrs=about,
        edge_attrs=told,
    )


def to_pandas(table: pa.Table) -> "pandas.DataFrame":
    """A table as a pandas frame."""
    frame: pandas.DataFrame = table.to_pandas()
    return frame


def to_polars(table: pa.Table) -> "polars.DataFrame":
    """A table as a polars frame, without a copy where polars can.

    Raises:
        ImportError: polars is not installed.
    """
    try:
        import polars
    except ImportError as error:
        raise ImportError("polars is not installed. Install it: pip install 'tropegraph[polars]'.") from error
    frame = polars.from_arrow(table)
    assert isinstance(frame, polars.DataFrame)
    return frame


def ends(nodes: pa.Table, edges: pa.Table) -> tuple[Ids, Ids]:
    """Row numbers in `nodes` of each edge's source and target."""
    ids = nodes["id"].combine_chunks()
    source, target = (pc.index_in(edges[end], ids).to_numpy().astype(np.int64) for end in ("source", "target"))
    return source, target
