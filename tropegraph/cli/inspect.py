"""`info` and `findings`: what a graph folder holds, and what could not be read."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from tropegraph import pipeline
from tropegraph.cli.common import JsonOption, guarded, out, print_json, table
from tropegraph.cli.summary import summary, summary_table

Folder = Annotated[Path, typer.Argument(help="Folder that `tropegraph build` wrote.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    panel = "Look into a graph"
    app.command("info", rich_help_panel=panel, epilog="Example:  tropegraph info graph")(info)
    app.command("findings", rich_help_panel=panel, epilog="Example:  tropegraph findings graph --code title-inferred")(
        findings
    )


@guarded
def info(folder: Folder, json_: JsonOption = False) -> None:
    """Say what a graph folder holds: pages, nodes, edges, findings."""
    graph = pipeline.open(folder)
    if json_:
        print_json({"graph": str(folder), **summary(graph)})
        return
    out.print(summary_table(summary(graph)))


@guarded
def findings(
    folder: Folder,
    code: Annotated[str | None, typer.Option(help="Only findings of this code.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    json_: JsonOption = False,
) -> None:
    """List what could not be read or understood, and why."""
    rows = [r for r in pipeline.open(folder).findings.to_pylist() if code in {None, r["code"]}]
    if json_:
        print_json(rows)
        return
    columns = ["code", "severity", "page", "where", "message"]
    out.print(table(columns, [[r[c] for c in columns] for r in rows[:limit]]))
    if len(rows) > limit:
        out.print(escape(f"{len(rows) - limit:,} more: raise --limit or choose a --code."))
