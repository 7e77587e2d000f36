"""The formats of graph files: the one table of what they are called, how they are told apart, and what opens them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tropegraph.exchange import csv_pair, cytoscape, gexf, graphml, node_link, parquet
from tropegraph.exchange.collected import Collected
from tropegraph.exchange.rows import Rows


@dataclass(frozen=True, slots=True)
class Format:
    """A format of graph files.

    Args:
        name: As commands call it.
        title: As its users call it.
        tools: What opens it.
        example: A name that such a file may have.
        opening: How to open one, as a sentence about `{path}`.
        write: Writes rows, into a text file that is open or into a folder.
        read: Takes in such a file that is open, or such a folder.
        files: Names of the files of a folder; none where it is one file.
        sign: What its first bytes hold, where it is one file.
        drawn: Whether places and colours have a place in it.
    """

    name: str
    title: str
    tools: str
    example: str
    opening: str
    write: Callable[[Any, Rows], None]
    read: Callable[[Any, Collected], None]
    files: tuple[str, ...] = ()
    sign: re.Pattern[bytes] | None = None
    drawn: bool = False


def _root(name: bytes) -> re.Pattern[bytes]:
    """An XML document with this element near its beginning: comments and a document type may stand before it."""
    return re.compile(rb"\s*(?:<[?!](?s:.{0,16000}?))?<(?:\w{1,20}:)?" + name + rb"[\s>]")


_CYTOSCAPE = rb'\s*\{(?s:.{0,2000}?)"elements"\s*:\s*[\[{]'
_NODE_LINK = (
    rb'\s*\{\s*(?:"(?:directed|multigraph)"\s*:\s*(?:true|false)'
    rb'|"graph"\s*:\s*\{|"(?:nodes|links|edges)"\s*:\s*\[\s*\{)'
)

FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format(
            "graphml",
            "GraphML",
            "igraph, networkx, yEd, Cytoscape",
            "graph.graphml",
            'Python: networkx.read_graphml("{path}", force_multigraph=True); '
            'R: igraph::read_graph("{path}", "graphml").',
            graphml.write,
            graphml.read,
            sign=_root(b"graphml"),
        ),
        Format(
            "gexf",
            "GEXF",
            "Gephi, with places and colours",
            "graph.gexf",
            "Open {path} in Gephi with File > Open, and keep what it offers.",
            gexf.write,
            gexf.read,
            sign=_root(b"gexf"),
            drawn=True,
        ),
        Format(
            "cytoscape",
            "Cytoscape JSON",
            "Cytoscape and Cytoscape.js",
            "graph.cyjs",
            "Open {path} in Cytoscape with File > Import > Network from File; Cytoscape.js takes it as it is.",
            cytoscape.write,
            cytoscape.read,
            sign=re.compile(_CYTOSCAPE),
            drawn=True,
        ),
        Format(
            "node-link",
            "node-link JSON",
            "networkx and D3",
            "graph.json",
            'Python: networkx.node_link_graph(json.load(open("{path}")), edges="edges"); D3 takes it as it is.',
            node_link.write,
            node_link.read,
            sign=re.compile(_NODE_LINK),
        ),
        Format(
            "csv",
            "two CSV files",
            "spreadsheets and pandas",
            "tables",
            "Open nodes.csv and edges.csv in {path} with any spreadsheet, or with pandas.read_csv.",
            csv_pair.write,
            csv_pair.read,
            files=csv_pair.FILES,
        ),
        Format(
            "parquet",
            "two Parquet files",
            "pandas, polars, R, DuckDB",
            "tables",
            "Open nodes.parquet and edges.parquet in {path} with pandas, polars, R's arrow or DuckDB.",
            parquet.write,
            parquet.read,
            files=parquet.FILES,
        ),
    )
}
"""Formats by name."""
