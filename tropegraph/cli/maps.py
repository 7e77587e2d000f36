"""`map`: the graph, or a part of it, as one offline HTML file."""

import webbrowser
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from tropegraph import pipeline
from tropegraph.cli.common import GraphOption, err, guarded, out
from tropegraph.cli.queries import pair
from tropegraph.model.vocabulary import RelationType
from tropegraph.render import DEFAULT_LIMIT, DEFAULT_TOP, ColourBy, Evidence

_part = partial(typer.Option, rich_help_panel="Which part of the graph: one of these, or all of it", show_default=False)
_file = partial(typer.Option, rich_help_panel="The file")
_look = partial(typer.Option, rich_help_panel="How it looks")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        "map",
        rich_help_panel="Take it elsewhere",
        epilog='Example:  tropegraph map --graph graph --around "Boldly Coming" --depth 2 --out map.html --open',
    )(draw)


def relation_types(texts: list[str]) -> list[str]:
    """Relation types, several to a text, in any case.

    Raises:
        BadParameter: One is none.
    """
    names = [name.strip().upper() for text in texts for name in text.split(",") if name.strip()]
    if unknown := [name for name in names if name not in RelationType.__members__]:
        raise typer.BadParameter(f"{unknown[0]!r} is no relation type; there are {', '.join(RelationType)}.")
    return names


@guarded
def draw(
    graph: GraphOption,
    around: Annotated[str | None, _part(help="What is near this trope or work.")] = None,
    medium: Annotated[str | None, _part(help="Works of this medium, and the tropes they use.")] = None,
    query: Annotated[str | None, _part(help="What a named query names; see `tropegraph query --list`.")] = None,
    communities: Annotated[bool, _part("--communities", help="Communities, by their most important members.")] = False,
    depth: Annotated[int, typer.Option(min=0, help="With --around: at most so many links away.")] = 2,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", help="With --query: key=value.")] = None,
    top: Annotated[int, typer.Option(min=1, help="At most so many nodes, the most important first.")] = DEFAULT_TOP,
    types: Annotated[
        list[str] | None, typer.Option(help="Links of these types only: SUBTROPE_OF,SISTER_TROPE.", show_default=False)
    ] = None,
    to: Annotated[Path, _file("--out", "-o", help="HTML file to write.")] = Path("map.html"),
    show: Annotated[bool, _file("--open", help="Open it in the browser.")] = False,
    evidence: Annotated[Evidence, _file(help="Sentences in it: all, the first of each link, or none.")] = Evidence.FULL,
    limit: Annotated[float, _file(min=1, help="Megabytes; beyond, sentences are cut, then left out.")] = DEFAULT_LIMIT,
    title: Annotated[str, _look(help="Heading; made from the part shown if not given.", show_default=False)] = "",
    focus: Annotated[str | None, _look(help="Trope or work that is open at the start.", show_default=False)] = None,
    colour_by: Annotated[
        ColourBy | None,
        _look("--colour-by", "--color-by", help="Colour of the dots at the start: kind, medium or community."),
    ] = None,
    seed: Annotated[int, _look(help="The same seed gives the same map.")] = 1,
    physics: Annotated[bool, _look("--physics", help="Nodes move by themselves, if under 300.")] = False,
) -> None:
    """Draw the graph, or a part of it, as one interactive HTML file that needs no network."""
    if sum(part is not None for part in (around, medium, query)) + communities > 1:
        raise typer.BadParameter("Give one of --around, --medium, --query and --communities.")
    if param and query is None:
        raise typer.BadParameter("--param belongs to --query.")
    drawn = pipeline.open(graph).map(
        to,
        query=query,
        params=dict(pair(p, typed=False) for p in param or ()),
        around=around,
        depth=depth,
        medium=medium,
        communities=communities,
        top=top,
        types=None if types is None else relation_types(types),
        evidence=evidence,
        limit=limit,
        title=title,
        focus=focus,
        colour_by=colour_by or (ColourBy.COMMUNITY if communities else ColourBy.KIND),
        seed=seed,
        physics=physics,
    )
    for note in drawn.notes:
        err.print(f"[bold yellow]warning:[/] {escape(note)}", soft_wrap=True)
    out.print(f"Map written to [bold]{escape(str(to))}[/] ({drawn.size / 1e6:.1f} MB).", soft_wrap=True)
    if show:
        webbrowser.open(to.resolve().as_uri())
