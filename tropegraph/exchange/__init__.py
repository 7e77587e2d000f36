"""Graphs as files of other tools, both ways: GraphML, GEXF, Cytoscape and node-link JSON, CSV and Parquet.

One module a format holds how it is written and how it is read. In the order in which one knows the other: `rows` (what
every format is given), `texts` (lists, evidence and forbidden characters in text), `xml` (read without harm),
`collected` (rows of a file as tables of a graph), the formats, `formats` (the table of them), `write` and `read`.
"""

from tropegraph.exchange.formats import FORMATS, Format
from tropegraph.exchange.read import Imported, graph_file, read
from tropegraph.exchange.rows import Evidence, Held, Looks, Source, Stored
from tropegraph.exchange.write import ExportReport, named, write

__all__ = [
    "FORMATS",
    "Evidence",
    "ExportReport",
    "Format",
    "Held",
    "Imported",
    "Looks",
    "Source",
    "Stored",
    "graph_file",
    "named",
    "read",
    "write",
]
