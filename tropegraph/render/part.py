"""Which part of a graph a map is asked to show."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.errors import GraphError, InputError
from tropegraph.graph import select
from tropegraph.model.names import squash
from tropegraph.model.vocabulary import MEDIA, NodeKind

if TYPE_CHECKING:
    from tropegraph.graph import Graph

Tables = Mapping[str, pa.Table]
NEAR = 5
"""Names told where one is unknown."""
ALIKE = 20_000
"""Names that an unknown one is compared with, sign by sign."""


@dataclass(frozen=True)
class Part:
    """A part of a graph: of the parts named, what lies in all of them.

    Args:
        types: Only edges of these relation types, and nodes that have one; all when `None`.
        around: Only nodes at most `depth` edges away from the node of this name or id.
        depth: As said.
        medium: Only works of this medium, and what they are joined to.
        nodes: Only nodes of these names or ids.
    """

    types: Collection[str] | None = None
    around: str | None = None
    depth: int = 2
    medium: str | None = None
    nodes: Sequence[str] | None = None


def taken(graph: "Graph", part: Part) -> Tables:
    """The tables of that part.

    Raises:
        GraphError: A type is none, or no node has that name.
        InputError: The medium is none.
    """
    tables: Tables = graph.tables
    if part.types is not None:
        tables = _of_types(tables, part.types)
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


def found(graph: "Graph", name: str) -> str:
    """Id of the node that a reader means by a name.

    Raises:
        GraphError: There is none; the hint tells those whose names come nearest.
    """
    id_ = graph.find(name)
    if id_ is None:
        raise GraphError(f"The graph has no node {name!r}.", _hint(nearest(name, graph.nodes["name"].to_pylist())))
    return id_


def nearest(name: str, names: Collection[str]) -> list[str]:
    """Those of the names that are most like one: those that hold it, then those spelt alike."""
    wanted = squash(name)
    known = {squash(other): other for other in names}
    holding = sorted((key for key in known if wanted and wanted in key), key=len)[:NEAR]
    alike = [key for key in known if key[:1] == wanted[:1] and abs(len(key) - len(wanted)) < 1 + len(wanted) // 2]
    close = get_close_matches(wanted, alike[:ALIKE], NEAR)
    return [known[key] for key in list(dict.fromkeys([*holding, *close]))[:NEAR]]


def known_medium(name: str) -> str:
    """A medium by its name in any spelling, or by the word for it.

    Raises:
        InputError: There is none.
    """
    known = {key: medium.name for medium in MEDIA for key in (*map(squash, medium.namespaces), squash(medium.name))}
    if squash(name) not in known:
        raise InputError(f"There is no medium {name!r}.", f"Known are: {', '.join(m.name for m in MEDIA)}.")
    return known[squash(name)]


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


def _hint(names: Sequence[str]) -> str:
    said = ", ".join(" ".join(n.split())[:80] for n in names)
    return f"Near it are {said}." if names else "Give its name or its id, such as Main/BoldlyComing."
