"""What a load writes: statements, each with all its rows."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.export.neo4j.statements import EVIDENCE_LABEL, statement
from tropegraph.graph import Graph
from tropegraph.graph.property_graph import EDGE_PROPERTIES, NODE_PROPERTIES, edges_by_pattern, is_told, nodes_by_label
from tropegraph.graph.tables import EDGE_KEY, records

EVIDENCE_PROPERTIES = ("type", "page", "section", "sentence", "as_written")
"""Properties of an `Evidence` node besides its id."""


class Evidence(StrEnum):
    """How the sentences that state an edge are loaded."""

    PROPERTIES = "properties"
    """As two lists on the edge, `evidence` and `pages`."""
    NODES = "nodes"
    """As `Evidence` nodes, joined to both ends of the edge."""
    NONE = "none"
    """Not at all."""


class Kind(StrEnum):
    """What a step writes."""

    NODES = "nodes"
    EDGES = "edges"
    EVIDENCE = "evidence"


def edge_properties(evidence: Evidence) -> tuple[str, ...]:
    """Properties of every edge.

    Args:
        evidence: How the graph's evidence is loaded.
    """
    whole = evidence is Evidence.PROPERTIES
    return EDGE_PROPERTIES if whole else tuple(name for name in EDGE_PROPERTIES if name not in {"evidence", "pages"})


@dataclass(frozen=True)
class Step:
    """One statement and all its rows.

    Args:
        kind: What it writes.
        names: Labels and types of the statement: (label,) for nodes, (label, type, label) for edges and evidence.
        statement: Cypher that takes the parameter `rows`.
        table: The rows.
        keys: Columns by which a row is found.
        properties: Columns that are set.
    """

    kind: Kind
    names: tuple[str, ...]
    statement: str
    table: pa.Table
    keys: tuple[str, ...]
    properties: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """What it writes, as a pattern of Cypher."""
        if len(self.names) == 1:
            return f"(:{self.names[0]})"
        source, kind, target = self.names
        of = f"(:{EVIDENCE_LABEL}) of " if self.kind is Kind.EVIDENCE else ""
        return f"{of}(:{source})-[:{kind}]->(:{target})"


def plan(graph: Graph, evidence: Evidence = Evidence.PROPERTIES) -> list[Step]:
    """The steps of a load, in order: nodes by label, edges by pattern, sentences where they are nodes.

    Args:
        graph: The graph.
        evidence: How its evidence is loaded.
    """
    steps = [*_nodes(graph), *_edges(graph, evidence)]
    return [*steps, *_evidence(graph, steps)] if evidence is Evidence.NODES else steps


def _nodes(graph: Graph) -> Iterator[Step]:
    for group in nodes_by_label(graph):
        label = group.label.value
        yield Step(Kind.NODES, (label,), statement("nodes", NodeLabel=label), group.table, ("id",), NODE_PROPERTIES)


def _edges(graph: Graph, evidence: Evidence) -> Iterator[Step]:
    file = "edges" if evidence is Evidence.PROPERTIES else "edges_bare"
    for group in edges_by_pattern(graph):
        names = (group.source.value, group.type.value, group.target.value)
        text = _between(file, names)
        yield Step(Kind.EDGES, names, text, group.table, ("source", "target"), edge_properties(evidence))


def _between(name: str, names: tuple[str, str, str]) -> str:
    source, kind, target = names
    placeholders = {"SourceLabel": source, "TargetLabel": target}
    return statement(name, **placeholders, **({"RELATION_TYPE": kind} if name != "evidence" else {}))


def _evidence(graph: Graph, steps: Iterable[Step]) -> Iterator[Step]:
    """One step for each step of edges; what has neither sentence nor page is counted on its edge only."""
    rows = evidence_nodes(graph.evidence)
    for step in steps:
        if step.kind is Kind.EDGES:
            source, kind, target = step.names
            ends = step.table.select(["source", "target"])
            table = rows.filter(pc.equal(rows["type"], kind)).join(ends, ["source", "target"], join_type="inner")
            if table.num_rows:
                ordered = table.sort_by([("id", "ascending")]).combine_chunks()
                names = (source, kind, target)
                keys = ("id", "source", "target")
                yield Step(Kind.EVIDENCE, names, _between("evidence", names), ordered, keys, EVIDENCE_PROPERTIES)


def evidence_nodes(rows: pa.Table) -> pa.Table:
    """The rows of evidence that become nodes, with the column `id`.

    Args:
        rows: The evidence table, or the whole evidence of some edges.
    """
    told = rows.filter(is_told(rows))
    return told.append_column("id", pa.array(evidence_ids(told), pa.string()))


def evidence_ids(rows: pa.Table) -> list[str]:
    """An id for every row of evidence, made of what it says; equal rows are numbered.

    Args:
        rows: The evidence table.
    """
    seen: dict[str, int] = {}
    found = []
    for row in records(rows, (*EDGE_KEY, "page", "section", "sentence", "as_written", "block", "start", "input")):
        told = hashlib.blake2b(repr(tuple(row.values())).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        again = seen[told] = seen.get(told, -1) + 1
        found.append(f"{told}-{again}" if again else told)
    return found


def load_id(graph: Graph, evidence: Evidence, writers: int) -> str:
    """What tells one load from another: the content of the graph, and how it is written.

    Args:
        graph: The graph.
        evidence: How its evidence is loaded.
        writers: Writers of edges, each with its own share of the rows.
    """
    digest = hashlib.blake2b(f"{evidence.value} {writers}".encode(), digest_size=16)
    sink = pa.PythonFile(_Sink(digest), "w")
    for table in (graph.nodes, graph.edges, graph.evidence):
        with pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table.combine_chunks())
    return digest.hexdigest()


class _Sink:
    """A file that keeps only the digest of what is written."""

    closed = False

    def __init__(self, digest: "hashlib.blake2b") -> None:
        self._digest = digest

    def write(self, data: bytes) -> int:
        self._digest.update(data)
        return len(data)

    def flush(self) -> None: ...

    def close(self) -> None: ...


def counts(steps: Iterable[Step]) -> dict[Kind, int]:
    """Rows of every kind.

    Args:
        steps: The steps of a load.
    """
    rows = dict.fromkeys(Kind, 0)
    for step in steps:
        rows[step.kind] += step.table.num_rows
    return rows
