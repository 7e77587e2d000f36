"""`resolve`: which node a name goes to, and why."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from tropegraph import pipeline
from tropegraph.cli.common import JsonOption, guarded, out, print_json
from tropegraph.errors import InputError
from tropegraph.model.vocabulary import MEDIA

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
    inputs: Annotated[
        list[str] | None, typer.Argument(help="Files or folders to look the name up in, instead of a graph.")
    ] = None,
    graph: Annotated[Path | None, typer.Option("--graph", "-g", help="Folder that `tropegraph build` wrote.")] = None,
    medium: Annotated[
        str, typer.Option(help="Medium of the work that a title names, or of the heading that a link stands under.")
    ] = "",
    decisions: DecisionsOption = None,
    json_: JsonOption = False,
) -> None:
    """Say which node a name goes to, and by which steps: in a graph, or in pages that no graph was built of."""
    found = _opened(inputs or [], graph, decisions).explain(explain, _medium(medium), decisions)
    if json_:
        print_json([asdict(explanation) for explanation in found])
        return
    readings = ("\n".join(explanation.steps) for explanation in found)
    out.print(escape("\n\n".join(readings)), soft_wrap=True)


def _opened(inputs: list[str], graph: Path | None, decisions: Path | None) -> pipeline.TropeGraph:
    """The graph, or one of the inputs that is not kept."""
    if bool(inputs) == bool(graph):
        raise InputError("Say where to look the name up.", "Give --graph DIR, or pages, and not both.")
    return pipeline.open(graph) if graph else pipeline.build(inputs, decisions=decisions, stdin=sys.stdin.buffer)


def _medium(text: str) -> str:
    known = {medium.name.lower(): medium.name for medium in MEDIA}
    if text and text.lower() not in known:
        raise InputError(f'There is no medium "{text}".', f"Known are: {', '.join(known.values())}.")
    return known.get(text.lower(), "")
