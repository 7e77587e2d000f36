"""A graph in figures: what `build` and `info` print."""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from rich import box
from rich.markup import escape
from rich.table import Table

from tropegraph.graph import Graph, store
from tropegraph.model.findings import CODES

GROUPS = {
    "pages by format": ("pages", "format"),
    "pages by kind": ("pages", "kind"),
    "nodes by kind": ("nodes", "kind"),
    "edges by type": ("edges", "type"),
    "findings by code": ("findings", "code"),
}
"""Each group of figures: the table and column that it counts."""


def _count(column: pa.ChunkedArray) -> dict[str, int]:
    """How often each value occurs, the most frequent first."""
    pairs = ((row["values"], row["counts"]) for row in pc.value_counts(column).to_pylist())
    return dict(sorted(pairs, key=lambda item: (-item[1], item[0])))


def summary(graph: Graph) -> dict[str, dict[str, int]]:
    """Pages by format and by kind, nodes by kind, edges by type, findings by code."""
    return {group: _count(graph.tables[table][column]) for group, (table, column) in GROUPS.items()}


def summary_of_folder(folder: Path) -> dict[str, dict[str, int]]:
    """The summary of a graph folder, of which only the columns that count are read.

    Raises:
        GraphError: It is no graph.
    """
    return {
        group: _count(store.read_table(folder, table, [column])[column]) for group, (table, column) in GROUPS.items()
    }


def summary_table(figures: dict[str, dict[str, int]]) -> Table:
    """The summary as one table: a line for each group with its total, and below it a line for each part."""
    grid = Table(box=box.SIMPLE_HEAD, show_header=False, pad_edge=False)
    grid.add_column(overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    for group, counts in figures.items():
        grid.add_section()
        grid.add_row(f"[bold]{group}", f"[bold]{sum(counts.values()):,}")
        for key, n in counts.items():
            grid.add_row(escape(_label(group, key)), f"{n:,}")
    return grid


def _label(group: str, key: str) -> str:
    return f"  {key} ({CODES[key][0]}): {CODES[key][1]}" if group.startswith("findings") else f"  {key}"
