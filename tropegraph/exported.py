"""Exports to other tools put together: which part of a graph, how it is drawn, and the file it becomes."""

from pathlib import Path
from typing import TYPE_CHECKING

from tropegraph.exchange import ExportReport, Held, Looks, Stored, named, write
from tropegraph.exchange.rows import OnRows
from tropegraph.graph import Graph, StoredGraph
from tropegraph.graph.part import Part, taken

if TYPE_CHECKING:
    from tropegraph.render import ColourBy

MOST_DRAWN = 30_000
"""Nodes up to which places are computed unasked: seconds, while those of 100,000 nodes take a minute."""
ALL = Part()


def export(
    graph: Graph | Path,
    form: str,
    path: Path,
    *,
    part: Part = ALL,
    evidence: str = "full",
    layout: bool | None = None,
    colour_by: "ColourBy | str" = "community",
    seed: int = 1,
    keep: Path | None = None,
    progress: OnRows | None = None,
) -> ExportReport:
    """Write a graph, or a part of it, for another tool.

    Args:
        graph: A graph, or a graph folder: the whole of that is read piece by piece and never in memory.
        form: Name of a format, see `exchange.FORMATS`.
        path: File to write; a folder for formats of two files.
        part: Which part.
        evidence: "full", "short" or "none".
        layout: Whether places, sizes and colours go along, where the format has them; up to `MOST_DRAWN` nodes
            when `None`.
        colour_by: What gives nodes their colour: "kind", "medium" or "community".
        seed: Of the layout.
        keep: Graph folder to keep computed layouts in.
        progress: Is told how far it is.

    Raises:
        InputError: There is no such format, form of evidence, colouring or medium.
        GraphError: There is no graph, it is damaged, or it has no such type, kind or node.
        OutputError: The place cannot be written.
    """
    drawn = named(form).drawn and layout is not False
    source = _source(graph, part)
    looks, notes = None, list[str]()
    if drawn and layout is None and source.counts()[0] > MOST_DRAWN:
        notes.append(f"More than {MOST_DRAWN:,} nodes: without places and colours, unless they are asked for.")
    elif drawn:
        looks = _looks(source, colour_by, seed, keep)
    return write(source, form, path, evidence=evidence, looks=looks, notes=tuple(notes), progress=progress)


def _source(graph: Graph | Path, part: Part) -> Stored | Held:
    if isinstance(graph, Path) and part.is_all:
        return Stored(graph)
    whole = StoredGraph.at(graph) if isinstance(graph, Path) else graph
    return Held(taken(whole, part))


def _looks(source: Stored | Held, colour_by: "ColourBy | str", seed: int, keep: Path | None) -> Looks:
    from tropegraph.render.looks import line_colours, looks  # brings scipy

    if isinstance(source, Stored):
        whole = StoredGraph.at(source.path)
        tables = {"nodes": whole.nodes, "edges": whole.edges}
    else:
        tables = dict(source.tables)
    return Looks(looks(tables, seed=seed, colour_by=colour_by, keep=keep), line_colours())
