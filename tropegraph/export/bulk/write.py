"""Writes a graph folder as an import for neo4j-admin: piece by piece, and whole or not at all."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

import tropegraph
from tropegraph.errors import GraphError, OutputError
from tropegraph.export.bulk import columns, scripts
from tropegraph.export.bulk.files import Files
from tropegraph.export.bulk.texts import Marks, TakenError, candidates
from tropegraph.export.neo4j.plan import Evidence, Kind, evidence_nodes
from tropegraph.export.neo4j.statements import EVIDENCE_LABEL, EVIDENCE_TYPES
from tropegraph.graph import pieces
from tropegraph.graph.pieces import Piece
from tropegraph.graph.property_graph import with_evidence
from tropegraph.graph.store import read_manifest
from tropegraph.model.vocabulary import NodeKind, RelationType
from tropegraph.writing import FolderKind, check_writable, replaced

OnRows = Callable[[int, int], None]
"""Is told the nodes and edges that are written, and how many there are."""

MANIFEST = "export.json"
"""By it a folder is known to be an import of ours."""

_FORMAT = "tropegraph neo4j-admin"


@dataclass(frozen=True)
class BulkReport:
    """What was written.

    Args:
        nodes: Nodes of the graph.
        edges: Its edges.
        evidence: Sentences that are nodes.
        size: Bytes of all files.
        seconds: How long it took.
    """

    nodes: int
    edges: int
    evidence: int
    size: int
    seconds: float

    def __str__(self) -> str:
        told = f" and {self.evidence:,} sentences" if self.evidence else ""
        rate = self.edges / max(self.seconds, 1e-9)
        return (
            f"wrote {self.nodes:,} nodes and {self.edges:,} edges{told} ({self.size / 1e6:,.1f} MB) "
            f"in {self.seconds:.1f} s ({rate:,.0f} edges/s)"
        )

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON holds it."""
        return asdict(self)


def write(
    graph: Path, to: Path, *, evidence: Evidence | str = Evidence.PROPERTIES, progress: OnRows | None = None
) -> BulkReport:
    """Write an import.

    Args:
        graph: A graph folder. It is read piece by piece; the whole is never in memory.
        to: Folder to write. An import that is there is replaced, an empty folder is used.
        evidence: How sentences are loaded: "properties", "nodes" or "none".
        progress: Is told how far it is.

    Raises:
        GraphError: There is no graph, it is damaged, or it has no nodes.
        OutputError: `to` holds something else, or cannot be written.
    """
    begun = time.perf_counter()
    form, rows = Evidence(evidence), read_manifest(graph).counts
    if not rows["nodes"]:
        raise GraphError(f"The graph at {graph} has no nodes.", "Without any there is nothing to import.")
    check_writable(to, KIND)
    total = rows["nodes"] + rows["edges"]
    with replaced(to, KIND) as folder:
        files, counts = _fitting(graph, folder, form, lambda done: progress(done, total) if progress else None)
        _describe(folder, files, counts)
        size = sum(path.stat().st_size for path in folder.iterdir())
    seconds = time.perf_counter() - begun
    return BulkReport(counts[Kind.NODES], counts[Kind.EDGES], counts[Kind.EVIDENCE], size, seconds)


def _fitting(
    graph: Path, folder: Path, evidence: Evidence, tell: Callable[[int], None]
) -> tuple[Files, dict[Kind, int]]:
    """Write all files with the first marks that no text holds."""
    for marks in candidates():
        try:
            return _all(graph, folder, evidence, marks, tell)
        except TakenError:
            for path in folder.iterdir():
                path.unlink()
    raise OutputError("No character is left that could part the items of lists.", "Use `tropegraph load`.")


def _all(
    graph: Path, folder: Path, evidence: Evidence, marks: Marks, tell: Callable[[int], None]
) -> tuple[Files, dict[Kind, int]]:
    counts = dict.fromkeys(Kind, 0)
    seen, left_out = 0, []
    with Files(folder, marks) as files:
        for table in pieces.property_nodes(graph):
            known = pc.is_in(table["kind"], pa.array([*NodeKind]))
            kept = table.filter(known)
            files.write(columns.NODES, kept)
            left_out += table["id"].filter(pc.invert(known)).chunks
            counts[Kind.NODES] += kept.num_rows
            tell(seen := seen + table.num_rows)
        strangers = pa.chunked_array(left_out, pa.string()).combine_chunks()
        for piece in pieces.edges(graph):
            for kind, rows in _edges(files, _taken(piece, strangers), evidence):
                counts[kind] += rows
            tell(seen := seen + piece.edges.num_rows)
    return files, counts


def _edges(files: Files, piece: Piece, evidence: Evidence) -> Iterator[tuple[Kind, int]]:
    """Write edges and what states them; gives how many of which kind."""
    whole = evidence is Evidence.PROPERTIES
    files.write(columns.edges(evidence), with_evidence(piece.edges, piece.evidence) if whole else piece.edges)
    yield Kind.EDGES, piece.edges.num_rows
    if evidence is Evidence.NODES:
        told = evidence_nodes(piece.evidence)
        files.write(columns.sentences(EVIDENCE_LABEL), told)
        for kind, end in EVIDENCE_TYPES.items():
            files.write(columns.between(kind, end), told)
        yield Kind.EVIDENCE, told.num_rows


def _taken(piece: Piece, left_out: pa.Array) -> Piece:
    """The edges of a piece that a load takes, of known types and between known nodes: nearly always all."""
    edges = piece.edges
    kept = pc.is_in(edges["type"], pa.array([*RelationType]))
    if len(left_out):
        kept = pc.and_not(kept, pc.or_(*(pc.is_in(edges[end], left_out) for end in ("source", "target"))))
    if pc.all(kept).as_py():
        return piece
    rows = np.repeat(kept.to_numpy(), edges["evidence_count"].to_numpy())
    return Piece(edges.filter(kept), piece.evidence.filter(pa.array(rows)))


def _describe(folder: Path, files: Files, counts: dict[Kind, int]) -> None:
    """Put the scripts and the manifest beside the files."""
    told = {kind.value: rows for kind, rows in counts.items() if rows}
    texts = {
        scripts.SCRIPT: scripts.script(files),
        scripts.README: scripts.readme(files, told),
        scripts.AFTER: scripts.after(files, evidence=bool(counts[Kind.EVIDENCE])),
        MANIFEST: json.dumps({"format": _FORMAT, "tropegraph": tropegraph.__version__, "counts": told}, indent=2)
        + "\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    (folder / scripts.SCRIPT).chmod(0o755)


def _is_import(folder: Path) -> bool:
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and told.get("format") == _FORMAT


def _names() -> frozenset[str]:
    """Names of all files that an import may have."""
    named = [columns.NODES, columns.edges(Evidence.NONE), columns.sentences(EVIDENCE_LABEL)]
    groups = [*named, *(columns.between(*each) for each in EVIDENCE_TYPES.items())]
    files = (f"{group.name}.{end}" for group in groups for end in ("header.csv", "csv", "lines.csv"))
    return frozenset({*files, scripts.SCRIPT, scripts.README, scripts.AFTER, MANIFEST})


KIND = FolderKind("an import for neo4j-admin", _is_import, _names())
"""What `write` writes and may replace."""
