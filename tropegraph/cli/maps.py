"""`map`: the graph as one offline HTML file."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from tropegraph import pipeline
from tropegraph.cli.common import GraphOption, guarded, out
from tropegraph.render import DEFAULT_TOP, Evidence


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        "map",
        rich_help_panel="Take it elsewhere",
        epilog="Example:  tropegraph map --graph graph --out map.html --open",
    )(draw)


@guarded
def draw(
    graph: GraphOption,
    to: Annotated[Path, typer.Option("--out", "-o", help="HTML file to write.")] = Path("map.html"),
    title: Annotated[str, typer.Option(help="Heading of the map.")] = "Trope map",
    top: Annotated[int, typer.Option(min=1, help="At most so many nodes, the most important first.")] = DEFAULT_TOP,
    focus: Annotated[str | None, typer.Option(help="Trope or work that is open at the start.")] = None,
    seed: Annotated[int, typer.Option(help="Seed of the layout: the same seed gives the same map.")] = 1,
    evidence: Annotated[
        Evidence, typer.Option(help="Sentences in the file: all, the first of each, none.")
    ] = Evidence.FULL,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Draw the graph as one interactive HTML file that needs no network."""
    path = pipeline.open(graph).map(to, title=title, top=top, seed=seed, focus=focus, evidence=evidence)
    size = path.stat().st_size / 1e6
    out.print(f"Map written to [bold]{escape(str(path))}[/] ({size:.1f} MB).", soft_wrap=True)
    if show:
        webbrowser.open(path.resolve().as_uri())
