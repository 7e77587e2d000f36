"""Node-link JSON: `networkx.node_link_graph`, D3. Lists and evidence stay lists; the key of an edge is its type."""

from typing import IO, BinaryIO

from tropegraph.exchange.collected import Collected
from tropegraph.exchange.documents import load, objects, write_list
from tropegraph.exchange.rows import Rows

_EDGES = ("edges", "links")
"""What the list of edges is called: `links` by D3 and by networkx before 3.4."""


def write(out: IO[str], rows: Rows) -> None:
    """Write a document, row by row."""
    out.write('{"directed":true,"multigraph":true,"graph":{},\n"nodes":')
    write_list(out, rows.nodes())
    out.write(',\n"edges":')
    write_list(
        out, ({"source": e.pop("source"), "target": e.pop("target"), "key": e.pop("type"), **e} for e in rows.edges())
    )
    out.write("}\n")


def read(file: BinaryIO, into: Collected) -> None:
    """Take in a document of this package, of networkx or of D3.

    Raises:
        InputError: It is no such JSON.
    """
    found = load(file, into.place)
    for node in objects(found.get("nodes"), into.place):
        into.node(node.pop("id", node.get("name")), node)
    for edge in objects(next((found[name] for name in _EDGES if name in found), []), into.place):
        into.edge(edge.pop("source", None), edge.pop("target", None), edge)
