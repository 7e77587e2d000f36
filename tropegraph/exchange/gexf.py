"""GEXF 1.3 (https://gexf.net), the format of Gephi, with places, sizes and colours.

Gephi keeps parallel edges apart by their `kind`, which is the relation type. It has no lists that all readers agree on:
they are JSON text. What is empty is left out, so that it is empty in Gephi too. Gephi's axis y leads upwards, the map's
downwards.
"""

from collections.abc import Iterator
from typing import IO, BinaryIO

from tropegraph.exchange.collected import Collected
from tropegraph.exchange.rows import EDGE_COLUMNS, EVIDENCE_ATTRIBUTES, NODE_COLUMNS, Row, Rows
from tropegraph.exchange.texts import KINDS, plain, xml_attribute
from tropegraph.exchange.xml import Element, elements

SPACE = "http://gexf.net/1.3"
_TYPES = {"string": "string", "list": "string", "bool": "boolean", "int64": "integer"}
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="{SPACE}" xmlns:viz="{SPACE}/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="{SPACE} {SPACE}/gexf.xsd" version="1.3">
<meta><creator>tropegraph</creator></meta>
<graph defaultedgetype="directed" mode="static" idtype="string">
"""
_OF_NODES = tuple(name for name in NODE_COLUMNS if name not in {"id", "name"})


def write(out: IO[str], rows: Rows) -> None:
    """Write a document, row by row."""
    looks = rows.looks.by_id() if rows.looks else {}
    of_nodes = (*_OF_NODES, "community") if looks else _OF_NODES
    of_edges = (*EDGE_COLUMNS[3:], *EVIDENCE_ATTRIBUTES[rows.evidence])
    out.write(_HEAD + _attributes("node", of_nodes) + _attributes("edge", of_edges) + "<nodes>\n")
    for node in rows.nodes():
        look = looks.get(node["id"], {})
        drawn = _drawn(look) if look else ""
        head = f'<node id="{xml_attribute(node["id"])}" label="{xml_attribute(node["name"])}">'
        out.write(f"{head}{_values({**node, **look}, of_nodes)}{drawn}</node>\n")
    out.write("</nodes>\n<edges>\n")
    colours = {kind: _colour(colour) for kind, colour in rows.looks.edges.items()} if rows.looks else {}
    for number, edge in enumerate(rows.edges()):
        kind = edge["type"]
        ends = f'source="{xml_attribute(edge["source"])}" target="{xml_attribute(edge["target"])}"'
        said = f'kind="{xml_attribute(kind)}" label="{xml_attribute(kind)}"'
        out.write(f'<edge id="e{number}" {ends} {said}>{_values(edge, of_edges)}{colours.get(kind, "")}</edge>\n')
    out.write("</edges>\n</graph>\n</gexf>\n")


def _attributes(of: str, names: tuple[str, ...]) -> str:
    rows = "".join(f'<attribute id="{name}" title="{name}" type="{_TYPES[KINDS[name]]}"/>\n' for name in names)
    return f'<attributes class="{of}" mode="static">\n{rows}</attributes>\n'


def _values(row: Row, names: tuple[str, ...]) -> str:
    told = [(name, plain(row[name])) for name in names if row.get(name) not in (None, "", []) or name == "namespace"]
    values = "".join(f'<attvalue for="{name}" value="{xml_attribute(text)}"/>' for name, text in told)
    return f"<attvalues>{values}</attvalues>" if values else ""


def _drawn(look: Row) -> str:
    return (
        f'<viz:size value="{look["size"]:g}"/>'
        f'<viz:position x="{look["x"]:g}" y="{-look["y"]:g}" z="0"/>{_colour(look["colour"])}'
    )


def _colour(colour: str) -> str:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f'<viz:color r="{red}" g="{green}" b="{blue}" a="1"/>'


def read(file: BinaryIO, into: Collected) -> None:
    """Take in a document of this package or of another tool.

    Raises:
        InputError: It is no XML, or declares entities.
    """
    titles: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    for element in elements(file, into.place, {"attributes", "node", "edge"}):
        at = element.attributes
        if element.name == "attributes":
            titles.setdefault(at.get("class", ""), {}).update(_titles(element))
            continue
        told = dict(_told(element, titles[element.name]))
        if element.name == "node":
            into.node(at.get("id"), {"label": at.get("label"), **told})
        else:
            into.edge(at.get("source"), at.get("target"), {"kind": at.get("kind"), "label": at.get("label"), **told})


def _titles(element: Element) -> Iterator[tuple[str, str]]:
    for found in element.of("attribute"):
        key = found.attributes.get("id", "")
        yield key, found.attributes.get("title", key)


def _told(element: Element, titles: dict[str, str]) -> Iterator[tuple[str, str]]:
    for value in element.of("attvalue"):
        key = value.attributes.get("for", value.attributes.get("id", ""))
        yield titles.get(key, key), value.attributes.get("value", "")
