"""Which part of a graph a map or an export is asked to show."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.graph import select
from tropegraph.graph.named import found, known_medium
from tropegraph.model.vocabulary import NodeKind

if TYPE_CHECKING:
    from tropegraph.graph import Graph

Tables = Mapping[str, pa.Table]


@dataclass(frozen=True)
class Part:
    """A part of a graph: of the parts named, what lies in all of them.

    Args:
        types: Only edges of these relation types, and nodes that have one; all when `None`.
        around: Only nodes at most `depth` edges away from the node of this name or id.
        depth: As said.
        medium: Only works of this medium, and what they are joined to.
        nodes: Only nodes of these names or ids.
        kinds: Only nodes of these kinds.
    """

    types: Collection[str] | None = None
    around: str | None = None
    depth: int = 2
    medium: str | None = None
    nodes: Sequence[str] | None = None
    kinds: Collection[str] | None = None

    @property
    def is_all(self) -> bool:
        """Whether it is the whole graph."""
        return all(value is None for value in (self.types, self.around, self.medium, self.nodes, self.kinds))


def taken(graph: "Graph", part: Part) -> Tables:
    """The tables of that part.

    Raises:
        GraphError: A type or kind is none, or no node has that name.
        InputError: The medium is none.
    """
    tables: Tables = graph.tables
    if part.types is not None:
        tables = _of_types(tables, part.types)
    if part.kinds is not None:
        tables = select.among(tables, select.of_kinds(tables["nodes"], part.kinds))
    if part.medium is not None:
        tables = select.among(tables, _of_medium(tables, known_medium(part.medium)))
    if part.around is not None:
        tables = select.among(tables, select.within(tables, found(graph, part.around), part.depth))
    if part.nodes is not None:
        ids = list(dict.fromkeys(found(graph, name) for name in part.nodes))
        tables = select.among(tables, pa.array(ids, pa.string()))
    if part.around is not None and not tables["nodes"].num_rows:  # it has no edge of the types or in the medium
        return select.among(graph.tables, pa.array([found(graph, part.around)], pa.string()), part.types)
    return tables


def _of_types(tables: Tables, types: Collection[str]) -> Tables:
    select.check_types(types)
    edges = tables["edges"].filter(select.of_types(tables["edges"], types))
    return select.among(tables, _ends(edges), types)


def _of_medium(tables: Tables, medium: str) -> pa.Array:
    nodes, edges = tables["nodes"], tables["edges"]
    of_it = pc.and_(pc.equal(nodes["medium"], medium), pc.equal(nodes["kind"], NodeKind.WORK.value))
    works = nodes["id"].filter(of_it).combine_chunks()
    touching = pc.or_(pc.is_in(edges["source"], works), pc.is_in(edges["target"], works))
    ends = _ends(edges.filter(touching))
    other = nodes.filter(pc.and_(pc.equal(nodes["kind"], NodeKind.WORK.value), pc.invert(of_it)))
    met = ends.filter(pc.invert(pc.is_in(ends, other["id"].combine_chunks())))
    return pc.unique(pa.concat_arrays([works, met]))


def _ends(edges: pa.Table) -> pa.Array:
    return pc.unique(pa.concat_arrays([edges[end].combine_chunks() for end in ("source", "target")]))
