"""Cytoscape JSON (.cyjs): Cytoscape, Cytoscape.js, `networkx.cytoscape_graph`. Lists stay lists; places go along.

Nodes and edges share their ids there: those of edges begin with what no id of a node begins with.
"""

from collections.abc import Iterator
from typing import IO, Any, BinaryIO

from tropegraph.exchange.collected import Collected
from tropegraph.exchange.documents import load, objects, write_list
from tropegraph.exchange.rows import Row, Rows


def write(out: IO[str], rows: Rows) -> None:
    """Write a document, row by row."""
    looks, taken = rows.looks.by_id() if rows.looks else {}, set[str]()
    out.write('{"data":{"name":"tropegraph"},"directed":true,"multigraph":true,"elements":{\n"nodes":')
    write_list(out, (_node(node, looks.get(node["id"]), taken) for node in rows.nodes()))
    out.write(',\n"edges":')
    write_list(out, _edges(rows, _prefix(taken)))
    out.write("}}\n")


def _node(node: Row, look: Row | None, taken: set[str]) -> dict[str, Any]:
    if node["id"].startswith("e"):
        taken.add(node["id"])
    data = {**node, "value": node["id"]}
    if look is None:
        return {"data": data}
    told = {"community": look["community"], "colour": look["colour"], "size": look["size"]}
    return {"data": {**data, **told}, "position": {"x": look["x"], "y": look["y"]}}


def _prefix(taken: set[str]) -> str:
    prefix = "e"
    while any(id_.startswith(prefix) for id_ in taken):
        prefix += "-"
    return prefix


def _edges(rows: Rows, prefix: str) -> Iterator[dict[str, Any]]:
    for number, edge in enumerate(rows.edges()):
        kind = edge.pop("type")
        yield {"data": {"id": f"{prefix}{number}", **edge, "key": kind, "interaction": kind}}


def read(file: BinaryIO, into: Collected) -> None:
    """Take in a document of this package, of Cytoscape or of networkx.

    Raises:
        InputError: It is no such JSON.
    """
    found = load(file, into.place).get("elements")
    if isinstance(found, list):  # Cytoscape.js takes one list of both, too.
        every = [row.get("data") for row in objects(found, into.place)]
        found = {
            "nodes": [d for d in every if "source" not in (d or {})],
            "edges": [d for d in every if "source" in (d or {})],
        }
    else:
        parts = found if isinstance(found, dict) else {}
        found = {of: [row.get("data") for row in objects(parts.get(of, []), into.place)] for of in ("nodes", "edges")}
    for node in objects(found["nodes"], into.place):
        into.node(node.get("id"), {name: value for name, value in node.items() if name not in _DRAWN})
    for edge in objects(found["edges"], into.place):
        into.edge(edge.pop("source", None), edge.pop("target", None), edge)


_DRAWN = frozenset({"colour", "size"})
