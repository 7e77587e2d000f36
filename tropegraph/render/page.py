"""The map as one HTML document that asks nothing of the network.

pyvis (0.3.2) makes the page, with care: its nodes and edges are filled directly (`add_edge` takes quadratic time and
drops parallel edges), its template is ours (its own asks the network for scripts and sets names as HTML), and the
caller writes the file (`write_html` knows no encoding).
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from tropegraph.render.choose import Chosen, Floats, Ints, everything, live
from tropegraph.render.columns import readable
from tropegraph.render.offline import environment
from tropegraph.render.style import MOVING_OPTIONS, VIS_OPTIONS

TEMPLATE = "map.html"
STYLES = ("ground.css", "map.css", "walk.css", "reading.css", "print.css")
SCRIPTS = (
    "data.js",
    "text.js",
    "address.js",
    "element.js",
    "search.js",
    "suggest.js",
    "share.js",
    "filter.js",
    "walk.js",
    "colours.js",
    "labels.js",
    "regions.js",
    "lines.js",
    "sizes.js",
    "paint.js",
    "names.js",
    "view.js",
    "moving.js",
    "groups.js",
    "panel.js",
    "legend.js",
    "table.js",
    "sheet.js",
    "hints.js",
    "aids.js",
    "walkbar.js",
    "picture.js",
    "main.js",
)
"""Parts of the page's script, in the order in which they are joined."""
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"


def document(chosen: Chosen, places: Floats, data: Mapping[str, Any]) -> str:
    """The page from its parts, through pyvis.

    Args:
        chosen: Nodes and edges.
        places: Coordinates of the nodes, shape (nodes, 2).
        data: What `pack` gives, with title and focus.
    """
    from pyvis.network import Network

    net = Network(height="100%", width="100%", directed=True, cdn_resources="in_line", heading=data["title"])
    net.nodes, net.edges = _live(chosen, places, *(everything(chosen) if data["physics"] else live(chosen)))
    net.node_ids = [node["id"] for node in net.nodes]
    net.options = VIS_OPTIONS | MOVING_OPTIONS if data["physics"] else VIS_OPTIONS
    net.templateEnv = environment(
        title=readable(str(data["title"])) or "Trope map",
        data=data,
        styles=STYLES,
        scripts=SCRIPTS,
        vis=_vis_network(),
    )
    net.path = TEMPLATE
    return str(net.generate_html())


def _live(
    chosen: Chosen, places: Floats, nodes: Ints, edges: Ints
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes and edges for vis-network itself; how they look, the page knows by their numbers."""
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
