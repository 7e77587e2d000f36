"""Nodes and media by what a reader calls them, and the names near one that no node has."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from itertools import compress
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.errors import GraphError, InputError
from tropegraph.model.names import squash
from tropegraph.model.vocabulary import MEDIA, NodeKind

if TYPE_CHECKING:
    from tropegraph.graph.graph import Graph

NEAR = 5
"""Names told where one is unknown."""
ALIKE = 20_000
"""Names that an unknown one is compared with, sign by sign."""


def found(graph: "Graph", name: str, kind: NodeKind | None = None) -> str:
    """Id of the node that a reader means by a name.

    Args:
        graph: The graph.
        name: An id, a title, an alias, or any spelling that differs in case, spaces or punctuation only.
        kind: Only nodes of this kind; all when `None`.

    Raises:
        GraphError: There is none; the hint tells those whose names come nearest.
    """
    among = graph.nodes if kind is None else graph.nodes.filter(pc.equal(graph.nodes["kind"], kind.value))
    meant = graph.candidates(name)
    fits = pc.is_in(pa.array(meant, pa.string()), among["id"].combine_chunks()).to_pylist()
    if id_ := next(compress(meant, fits), None):
        return id_
    what = "node" if kind is None else kind.value.lower()
    raise GraphError(f"The graph has no {what} {name!r}.", _hint(nearest(name, among["name"].to_pylist())))


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


def _hint(names: Sequence[str]) -> str:
    said = ", ".join(" ".join(n.split())[:80] for n in names)
    return f"Near it are {said}." if names else "Give its name or its id, such as Main/BoldlyComing."
