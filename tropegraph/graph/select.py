"""Parts of a graph, and nodes by what a reader calls them."""

from collections.abc import Collection, Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.errors import GraphError
from tropegraph.graph.tables import values
from tropegraph.model import names
from tropegraph.model.vocabulary import NodeKind, RelationType
from tropegraph.tabular.schemas import SCHEMAS

_KIND_ORDER = {kind.value: rank for rank, kind in enumerate(NodeKind)}


def within(tables: Mapping[str, pa.Table], centre: str, depth: int) -> pa.Array:
    """Ids of all nodes at most `depth` edges away from `centre`, whatever the edges' direction."""
    edges = tables["edges"]
    reached = pa.array([centre], pa.string())
    for _ in range(depth):
        forth = pc.filter(edges["target"], pc.is_in(edges["source"], reached)).combine_chunks()
        back = pc.filter(edges["source"], pc.is_in(edges["target"], reached)).combine_chunks()
        grown = pc.unique(pa.concat_arrays([reached, forth, back]))
        if len(grown) == len(reached):
            break
        reached = grown
    return reached


def among(tables: Mapping[str, pa.Table], ids: pa.Array, types: Collection[str] | None = None) -> dict[str, pa.Table]:
    """The tables with only these nodes, the edges among them, and what belongs to those.

    Args:
        tables: All tables of a graph.
        ids: Ids of the nodes to keep.
        types: Relation types to keep; `None` keeps all.
    """
    kept = {
        name: table.filter(_joins(table, ids, types))
        for name, table in tables.items()
        if "source" in table.schema.names
    }
    nodes = tables["nodes"].filter(pc.is_in(tables["nodes"]["id"], ids))
    pages = tables["pages"].filter(pc.is_in(tables["pages"]["node"], ids))
    findings = tables["findings"].filter(pc.is_in(tables["findings"]["page"], pages["id"].combine_chunks()))
    found = {"nodes": nodes, "pages": pages, "findings": findings, **kept}
    return {name: found[name] for name in SCHEMAS}


def _joins(table: pa.Table, ids: pa.Array, types: Collection[str] | None) -> pa.Array:
    both = pc.and_(pc.is_in(table["source"], ids), pc.is_in(table["target"], ids))
    return both if types is None else pc.and_(both, of_types(table, types))


def of_types(table: pa.Table, types: Collection[str]) -> pa.Array:
    """Which rows are of these relation types."""
    return pc.is_in(table["type"], pa.array(sorted(types), pa.string()))


def check_types(types: Collection[str] | None) -> None:
    """Check the names of relation types; `None` means all.

    Raises:
        GraphError: A type is none.
    """
    if unknown := [t for t in types or () if t not in RelationType.__members__]:
        raise GraphError(f"{unknown[0]!r} is no relation type.", f"Types are {', '.join(RelationType)}.")


def of_kinds(nodes: pa.Table, kinds: Collection[str] | None) -> pa.Array:
    """Ids of the nodes of these kinds; `None` means all.

    Raises:
        GraphError: A kind is none.
    """
    wanted = sorted(_KIND_ORDER if kinds is None else kinds)
    if unknown := [kind for kind in wanted if kind not in _KIND_ORDER]:
        raise GraphError(f"{unknown[0]!r} is no kind of node.", f"Kinds are {', '.join(_KIND_ORDER)}.")
    return pc.filter(nodes["id"], pc.is_in(nodes["kind"], pa.array(wanted, pa.string()))).combine_chunks()


class NameIndex:
    """Nodes by id, name, alias and squash key, built once a graph."""

    def __init__(self, nodes: pa.Table) -> None:
        self._by_key: list[dict[str, list[str]]] = [{}, {}, {}, {}]
        columns = (values(nodes, column) for column in ("id", "name", "kind", "aliases", "has_page"))
        rows = sorted(zip(*columns, strict=True), key=lambda row: (_KIND_ORDER.get(row[2], 9), not row[4], row[0]))
        for node, name, _, aliases, _ in rows:
            for rank, key in _keys(node, name, aliases):
                self._by_key[rank].setdefault(key, []).append(node)

    def candidates(self, name: str) -> list[str]:
        """Ids that `name` may mean, best first: by id, by name, by alias, by squash key; tropes before works."""
        keys = (name, name, name, names.squash(name))
        found = (node for by_key, key in zip(self._by_key, keys, strict=True) for node in by_key.get(key, ()))
        return list(dict.fromkeys(found))


def _keys(node: str, name: str, aliases: list[str]) -> Iterator[tuple[int, str]]:
    yield 0, node
    yield 1, name
    yield from ((2, alias) for alias in aliases)
    yield from ((3, key) for key in {names.squash(text) for text in (node, names.local(node), name, *aliases)} if key)
