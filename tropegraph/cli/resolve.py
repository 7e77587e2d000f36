"""`resolve`: which node a name goes to, and why."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from tropegraph import pipeline
from tropegraph.cli.common import GraphOption, JsonOption, guarded, out, print_json

DecisionsOption = Annotated[
    Path | None,
    typer.Option("--decisions", help="Table of single names that overrules every rule: same, different, alias."),
]


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command(
        "resolve",
        rich_help_panel="Look into a graph",
        epilog='Example:  tropegraph resolve --explain "Half-Human Hybrids" --graph graph',
    )(resolve)


@guarded
def resolve(
    explain: Annotated[str, typer.Option("--explain", metavar="NAME", help="A title, or a page as Film/GalaxyQuest.")],
    graph: GraphOption,
    medium: Annotated[str, typer.Option(help="Medium of the work that a title names, as Film.")] = "",
    decisions: DecisionsOption = None,
    json_: JsonOption = False,
) -> None:
    """Say which node a name goes to, and by which steps."""
    found = pipeline.open(graph).explain(explain, medium, decisions)
    if json_:
        print_json([asdict(explanation) for explanation in found])
        return
    for explanation in found:
        out.print(escape("\n".join(explanation.steps)), soft_wrap=True)
