"""GraphML (http://graphml.graphdrawing.org): igraph, networkx, yEd, Cytoscape.

It has no lists: they are JSON text. Every edge has an id, and its relation type as attribute `type`.
Gephi takes the type of an edge from an attribute that the schema does not know; its own format is GEXF.
"""

from typing import IO, BinaryIO

from tropegraph.exchange.collected import Collected
from tropegraph.exchange.rows import EDGE_COLUMNS, EVIDENCE_ATTRIBUTES, NODE_COLUMNS, Row, Rows
from tropegraph.exchange.texts import KINDS, from_xml, plain, xml_attribute, xml_text
from tropegraph.exchange.xml import Element, elements

SPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"string": "string", "list": "string", "bool": "boolean", "int64": "long"}
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="{SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="{SPACE} {SPACE}/1.0/graphml.xsd">
"""


def write(out: IO[str], rows: Rows) -> None:
    """Write a document, row by row."""
    of_nodes, of_edges = NODE_COLUMNS[1:], ("type", *EDGE_COLUMNS[3:], *EVIDENCE_ATTRIBUTES[rows.evidence])
    out.write(_HEAD)
    out.writelines(_key("node", name) for name in of_nodes)
    out.writelines(_key("edge", name) for name in of_edges)
    out.write('<graph id="tropes" edgedefault="directed">\n')
    for node in rows.nodes():
        out.write(f'<node id="{xml_attribute(node["id"])}">{_data("node", node, of_nodes)}</node>\n')
    for number, edge in enumerate(rows.edges()):
        ends = f'source="{xml_attribute(edge["source"])}" target="{xml_attribute(edge["target"])}"'
        out.write(f'<edge id="e{number}" {ends}>{_data("edge", edge, of_edges)}</edge>\n')
    out.write("</graph>\n</graphml>\n")


def _key(of: str, name: str) -> str:
    return f'<key id="{of}.{name}" for="{of}" attr.name="{name}" attr.type="{_TYPES[KINDS[name]]}"/>\n'


def _data(of: str, row: Row, names: tuple[str, ...]) -> str:
    return "".join(f'<data key="{of}.{name}">{xml_text(plain(row[name]))}</data>' for name in names)


def read(file: BinaryIO, into: Collected) -> None:
    """Take in a document of this package or of another tool.

    Raises:
        InputError: It is no XML, or declares entities.
    """
    names: dict[str, str] = {}
    defaults: dict[str, Row] = {"node": {}, "edge": {}}
    for element in elements(file, into.place, {"key", "node", "edge", "hyperedge"}):
        at = element.attributes
        if element.name == "key":
            name = names[at.get("id", "")] = at.get("attr.name") or at.get("yfiles.type") or at.get("id", "")
            for default in element.of("default"):
                for of in ("node", "edge") if at.get("for") == "all" else (at.get("for", ""),):
                    defaults.get(of, {})[name] = default.text
        elif element.name == "node":
            into.node(at.get("id"), _told(element, names, defaults["node"]))
        elif element.name == "edge":
            into.edge(at.get("source"), at.get("target"), _told(element, names, defaults["edge"]))
        else:
            into.lost("of more than two ends")


def _told(element: Element, names: dict[str, str], defaults: Row) -> Row:
    told = dict(defaults)
    for data in element.of("data"):
        key = data.attributes.get("key", "")
        told[names.get(key, key)] = from_xml(data.words)
    return told
