"""Nodes of which too little is known."""

import ibis
from ibis import _

from tropegraph.check.shape import of_nodes
from tropegraph.check.source import Source
from tropegraph.model.vocabulary import KNOWN_NAMESPACES, UNPLACED_NAMESPACE, NodeKind


def without_page(source: Source) -> ibis.Table:
    """Tropes whose page was not read; those with the most edges first, since their pages are missed most."""
    tropes = source.nodes.filter(_["kind"] == NodeKind.TROPE.value, ~_["has_page"])
    return of_nodes("no-page", _with_degree(source, tropes))


def unknown_kinds(source: Source) -> ibis.Table:
    """Nodes that have neither a page nor a namespace that says what they are; that a list is one, its members say."""
    spaces = sorted(KNOWN_NAMESPACES | {UNPLACED_NAMESPACE})
    unknown = ~_["has_page"] & ~_["namespace"].isin(spaces)
    nodes = source.nodes.filter(unknown, _["kind"] != NodeKind.INDEX.value)
    return of_nodes("unknown-kind", _with_degree(source, nodes), detail=ibis.literal("taken for ") + nodes["kind"])


def unknown_media(source: Source) -> ibis.Table:
    """Works whose medium is not known."""
    works = source.nodes.filter(_["kind"] == NodeKind.WORK.value, _["medium"] == "")
    return of_nodes("unknown-medium", _with_degree(source, works))


def _with_degree(source: Source, nodes: ibis.Table) -> ibis.Table:
    """The nodes, with the number of their edges as `weight`."""
    counted = degrees(source.edges).group_by("id").agg(weight=_["n"].sum())
    joined = nodes.left_join(counted, "id")
    return joined.select(*nodes.columns, weight=joined["weight"].fill_null(0))


def degrees(edges: ibis.Table) -> ibis.Table:
    """How many edges start or end at each node: `id`, `n`, one row for each end that it is."""
    return ibis.union(*(edges.group_by(id=edges[end]).agg(n=_.count()) for end in ("source", "target")))
