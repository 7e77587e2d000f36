"""A graph in figures: what `build` and `info` print."""

from collections import Counter
from typing import Any

from rich import box
from rich.markup import escape
from rich.table import Table

from tropegraph.graph import Graph
from tropegraph.model.findings import CODES


def _count(rows: list[Any]) -> dict[str, int]:
    """How often each value occurs, the most frequent first."""
    return dict(sorted(Counter(rows).items(), key=lambda item: (-item[1], item[0])))


def summary(graph: Graph) -> dict[str, dict[str, int]]:
    """Pages by format and by kind, nodes by kind, edges by type, findings by code."""
    return {
        "pages by format": _count(graph.pages["format"].to_pylist()),
        "pages by kind": _count(graph.pages["kind"].to_pylist()),
        "nodes by kind": _count(graph.nodes["kind"].to_pylist()),
        "edges by type": _count(graph.edges["type"].to_pylist()),
        "findings by code": _count(graph.findings["code"].to_pylist()),
    }


def summary_table(graph: Graph) -> Table:
    """The summary as one table: a line for each group with its total, and below it a line for each part."""
    grid = Table(box=box.SIMPLE_HEAD, show_header=False, pad_edge=False)
    grid.add_column(overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    for group, counts in summary(graph).items():
        grid.add_section()
        grid.add_row(f"[bold]{group}", f"[bold]{sum(counts.values()):,}")
        for key, n in counts.items():
            grid.add_row(escape(_label(group, key)), f"{n:,}")
    return grid


def _label(group: str, key: str) -> str:
    return f"  {key} ({CODES[key][0]}): {CODES[key][1]}" if group.startswith("findings") else f"  {key}"
