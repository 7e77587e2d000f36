"""The map as one HTML document that asks nothing of the network.

pyvis (0.3.2) makes the page, with care: its nodes and edges are filled directly (`add_edge` takes quadratic time and
drops parallel edges), its template is ours (its own asks the network for scripts and sets names as HTML), and the
caller writes the file (`write_html` knows no encoding).
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from tropegraph.errors import GraphError
from tropegraph.render.choose import Chosen, Floats, choose, live
from tropegraph.render.columns import readable
from tropegraph.render.evidence import Evidence
from tropegraph.render.offline import environment
from tropegraph.render.style import VIS_OPTIONS

if TYPE_CHECKING:
    from tropegraph.graph import Graph


class ColourBy(StrEnum):
    """What gives the dots their colour."""

    KIND = "kind"
    MEDIUM = "medium"
    COMMUNITY = "community"


DEFAULT_TOP = 30_000
"""Nodes on a map unless said otherwise."""

TEMPLATE = "map.html"
STYLES = ("ground.css", "map.css")
SCRIPTS = (
    "data.js",
    "text.js",
    "address.js",
    "element.js",
    "search.js",
    "suggest.js",
    "share.js",
    "filter.js",
    "labels.js",
    "sizes.js",
    "paint.js",
    "view.js",
    "groups.js",
    "panel.js",
    "legend.js",
    "main.js",
)
"""Parts of the page's script, in the order in which they are joined."""
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"


def render_map(
    graph: "Graph",
    *,
    title: str = "Trope map",
    top: int | None = DEFAULT_TOP,
    seed: int = 1,
    focus: str | None = None,
    evidence: Evidence | str = Evidence.FULL,
    colour_by: ColourBy | str = ColourBy.KIND,
) -> str:
    """One HTML document with the whole map in it: opened from disk, it needs no network.

    Args:
        graph: The graph.
        title: Heading and title of the page.
        top: At most this many nodes, the most important; `None` shows all.
        seed: The same seed and graph give the same document, byte for byte.
        focus: Name or id of the node that is open at the start.
        evidence: How much goes along of the sentences that state each edge: "full", "short" (the first of each edge,
            cut after 200 signs) or "none".
        colour_by: What gives dots their colour at the start: "kind", "medium" or "community".

    Returns:
        The document; write it as UTF-8.

    Raises:
        GraphError: `focus` is no node of the graph.
    """
    # scipy here and pyvis below take a second to import: not whenever somebody asks for the command line's help.
    from tropegraph.render.layout import lay_out
    from tropegraph.render.pack import pack

    chosen = choose(graph.nodes, graph.edges, top)
    layout = lay_out(chosen.nodes.num_rows, chosen.source, chosen.target, chosen.pull, seed)
    packed = pack(chosen, layout, graph.evidence, Evidence(evidence))
    asked = {"title": title, "focus": _focus(graph, focus), "colour_by": str(ColourBy(colour_by)), "physics": False}
    return document(chosen, layout.places, packed | asked)


def document(chosen: Chosen, places: Floats, data: Mapping[str, Any]) -> str:
    """The page from its parts, through pyvis.

    Args:
        chosen: Nodes and edges.
        places: Coordinates of the nodes, shape (nodes, 2).
        data: What `pack` gives, with title and focus.
    """
    from pyvis.network import Network

    net = Network(height="100%", width="100%", directed=True, cdn_resources="in_line", heading=data["title"])
    net.nodes, net.edges = _live(chosen, places)
    net.node_ids = [node["id"] for node in net.nodes]
    net.options = VIS_OPTIONS
    net.templateEnv = environment(
        title=readable(str(data["title"])) or "Trope map",
        data=data,
        styles=STYLES,
        scripts=SCRIPTS,
        vis=_vis_network(),
    )
    net.path = TEMPLATE
    return str(net.generate_html())


def _focus(graph: "Graph", name: str | None) -> str:
    if not name:
        return ""
    found = graph.find(name)
    if found is None:
        raise GraphError(f"The graph has no node {name!r}.", "Give its name or its id, such as Main/BoldlyComing.")
    return found


def _live(chosen: Chosen, places: Floats) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes and edges for vis-network itself; how they look, the page knows by their numbers."""
    nodes, edges = live(chosen)
    xy = np.rint(places).astype(int)
    return (
        [{"id": int(i), "x": int(xy[i, 0]), "y": int(xy[i, 1])} for i in nodes],
        [{"id": int(e), "from": int(chosen.source[e]), "to": int(chosen.target[e])} for e in edges],
    )


@cache
def _vis_network() -> str:
    """vis-network as pyvis ships it, with its licence, without the address of a source map that is not there."""
    text = (files("pyvis") / VIS).read_text(encoding="utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))
