"""Groups of files that neo4j-admin imports, and the columns of each.

neo4j-admin knows from a header what a column is: `name:type`, or one of its own words (`:START_ID`, `:LABEL`).
"""

from dataclasses import dataclass

from tropegraph.export.neo4j.plan import EVIDENCE_PROPERTIES, Evidence, edge_properties
from tropegraph.graph.derived import DERIVED
from tropegraph.graph.property_graph import NODE_PROPERTIES
from tropegraph.model.schema import TABLES

_TYPES = {"string": "string", "list": "string[]", "bool": "boolean", "int64": "long"}
"""Type of neo4j-admin for each that a `model.schema.Column` may have."""

_KNOWN = {name: column.type for table in (*TABLES.values(), DERIVED) for name, column in table.items()}
_LISTED = {"evidence": "list", "pages": "list"}


@dataclass(frozen=True)
class Group:
    """Files of one header.

    Args:
        name: What their names begin with.
        option: Option of neo4j-admin that takes them, with what all its rows have in common.
        columns: Columns of the table by heading.
        kind: Column of the table with the label or type of each row.
    """

    name: str
    option: str
    columns: dict[str, str]
    kind: str

    @property
    def header(self) -> str:
        """The text of the header."""
        return ",".join(self.columns) + "\n"


def _typed(names: tuple[str, ...]) -> dict[str, str]:
    return {f"{name}:{_TYPES[(_KNOWN | _LISTED)[name]]}": name for name in names}


NODES = Group("nodes", "--nodes", {"id:ID(node)": "id", **_typed(NODE_PROPERTIES[1:]), ":LABEL": "kind"}, "kind")


def edges(evidence: Evidence) -> Group:
    """The files of edges.

    Args:
        evidence: How the graph's evidence is loaded.
    """
    ends = {":START_ID(node)": "source", ":END_ID(node)": "target", ":TYPE": "type"}
    return Group("edges", "--relationships", {**ends, **_typed(edge_properties(evidence))}, "type")


def sentences(label: str) -> Group:
    """The files of sentences that are nodes.

    Args:
        label: Their label.
    """
    return Group("evidence", f"--nodes={label}", {"id:ID(evidence)": "id", **_typed(EVIDENCE_PROPERTIES)}, "type")


def between(kind: str, end: str) -> Group:
    """The files that join sentences to an end of their edge.

    Args:
        kind: Type of the relationships.
        end: Column with the id of that end.
    """
    return Group(kind.lower(), f"--relationships={kind}", {":START_ID(evidence)": "id", ":END_ID(node)": end}, "type")
