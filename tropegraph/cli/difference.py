"""`diff`: what changed from one graph to another."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from tropegraph.cli.common import JsonOption, guarded, out, print_json, table
from tropegraph.graph import store
from tropegraph.graph.diff import KEYS, Change, changes

Old = Annotated[Path, typer.Argument(help="Graph folder to compare with.", show_default=False)]
New = Annotated[Path, typer.Argument(help="Graph folder of which to tell what is new.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("diff", rich_help_panel="Look into a graph", epilog="Example:  tropegraph diff old new")(diff)


@guarded
def diff(
    old: Old,
    new: New,
    limit: Annotated[int, typer.Option(min=1, help="At most so many nodes, and so many edges.")] = 50,
    json_: JsonOption = False,
) -> None:
    """List the nodes and edges that were added, removed or changed."""
    found = {name: list(changes(name, store.read_table(old, name), store.read_table(new, name))) for name in KEYS}
    if json_:
        print_json({name: [_record(name, change) for change in rows] for name, rows in found.items()})
        return
    for name, rows in found.items():
        _print(name, rows, limit)


def _record(name: str, change: Change) -> dict[str, object]:
    return {"change": change.change, **dict(zip(KEYS[name], change.key, strict=True)), "columns": list(change.columns)}


def _print(name: str, rows: Sequence[Change], limit: int) -> None:
    if not rows:
        out.print(f"No difference in {name}.")
        return
    shown = [(row.change, *row.key, ", ".join(row.columns)) for row in rows[:limit]]
    out.print(table(["change", *KEYS[name], "columns"], shown))
    out.print(f"{len(rows):,} {name} differ.")
    if len(rows) > limit:
        out.print(escape(f"{len(rows) - limit:,} more: raise --limit, or use --json."))
