"""Nodes by what a reader calls them, and the names near one that no node has."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from tropegraph.errors import GraphError
from tropegraph.model.names import squash

if TYPE_CHECKING:
    from tropegraph.graph.graph import Graph

NEAR = 5
"""Names told where one is unknown."""
ALIKE = 20_000
"""Names that an unknown one is compared with, sign by sign."""


def found(graph: "Graph", name: str) -> str:
    """Id of the node that a reader means by a name.

    Args:
        graph: The graph.
        name: An id, a title, an alias, or any spelling that differs in case, spaces or punctuation only.

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


def _hint(names: Sequence[str]) -> str:
    said = ", ".join(" ".join(n.split())[:80] for n in names)
    return f"Near it are {said}." if names else "Give its name or its id, such as Main/BoldlyComing."
