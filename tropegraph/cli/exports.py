"""`export`: the graph as files for other tools."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from tropegraph.cli import bulk
from tropegraph.cli.common import GraphOption, JsonOption, err, guarded, out, print_json
from tropegraph.cli.maps import relation_types
from tropegraph.cli.neo4j import loading_bar
from tropegraph.errors import GraphError
from tropegraph.exchange import FORMATS, Evidence, ExportReport, Format
from tropegraph.graph.part import Part
from tropegraph.model.vocabulary import NodeKind
from tropegraph.render import ColourBy

_part = partial(
    typer.Option, rich_help_panel="Which part of the graph: what lies in all that is given", show_default=False
)
_look = partial(typer.Option, rich_help_panel="How it looks")

Around = Annotated[str | None, _part(help="What is near this trope or work.")]
Depth = Annotated[int, _part(min=0, help="With --around: at most so many links away.", show_default=True)]
Types = Annotated[list[str] | None, _part(help="Links of these types, and what they join: SUBTROPE_OF,SISTER_TROPE.")]
Kinds = Annotated[list[str] | None, _part(help="Nodes of these kinds: Trope,Work,Index.")]
Medium = Annotated[str | None, _part(help="Works of this medium, and what they are joined to.")]
Told = Annotated[Evidence, typer.Option(help="Sentences: all, the first of each link cut short, or none.")]
Layout = Annotated[
    bool | None,
    _look("--layout/--no-layout", help="Places, sizes and colours as on the map; without either up to 30,000 nodes."),
]
Colour = Annotated[ColourBy, _look("--colour-by", "--color-by", help="What gives nodes their colour.")]
Seed = Annotated[int, _look(help="The same seed gives the same places.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    exports = typer.Typer(no_args_is_help=True, help="Write the graph as files for other tools.")
    for form in FORMATS.values():
        epilog = f"Example:  tropegraph export {form.name} --graph graph --out {form.example} --kinds Trope"
        made = _drawn(form) if form.drawn else _plain(form)
        exports.command(form.name, epilog=epilog, help=_help(form))(made)
    bulk.register(exports)
    app.add_typer(exports, name="export", rich_help_panel=bulk.PANEL)


def _help(form: Format) -> str:
    what = f"a folder with {' and '.join(form.files)}" if form.files else "one file"
    title = f"{form.title[0].upper()}{form.title[1:]}"
    return f"{title}, for {form.tools}.\n\nThat is {what}. {form.opening.format(path=form.example)}"


def _to(form: Format) -> Any:
    return typer.Option("--out", "-o", help="Folder to write." if form.files else "File to write.", show_default=False)


def _plain(form: Format) -> Callable[..., None]:
    """The command of a format without places."""

    @guarded
    def write(
        graph: GraphOption,
        to: Annotated[Path, _to(form)],
        around: Around = None,
        depth: Depth = 2,
        types: Types = None,
        kinds: Kinds = None,
        medium: Medium = None,
        evidence: Told = Evidence.FULL,
        json_: JsonOption = False,
    ) -> None:
        part = _part_of(around, depth, types, kinds, medium)
        _export(graph, form, to, json_=json_, part=part, evidence=evidence)

    return write


def _drawn(form: Format) -> Callable[..., None]:
    """The command of a format that has places."""

    @guarded
    def write(
        graph: GraphOption,
        to: Annotated[Path, _to(form)],
        around: Around = None,
        depth: Depth = 2,
        types: Types = None,
        kinds: Kinds = None,
        medium: Medium = None,
        evidence: Told = Evidence.FULL,
        layout: Layout = None,
        colour_by: Colour = ColourBy.COMMUNITY,
        seed: Seed = 1,
        json_: JsonOption = False,
    ) -> None:
        part = _part_of(around, depth, types, kinds, medium)
        look = {"layout": layout, "colour_by": colour_by, "seed": seed}
        _export(graph, form, to, json_=json_, part=part, evidence=evidence, **look)

    return write


def _part_of(
    around: str | None, depth: int, types: list[str] | None, kinds: list[str] | None, medium: str | None
) -> Part:
    chosen = None if types is None else relation_types(types)
    return Part(chosen, around, depth, medium, kinds=None if kinds is None else _kinds(kinds))


def _kinds(texts: list[str]) -> list[str]:
    """Kinds of nodes, several to a text, in any case."""
    known = {kind.lower(): kind.value for kind in NodeKind}
    names = [name.strip() for text in texts for name in text.split(",") if name.strip()]
    if unknown := [name for name in names if name.lower() not in known]:
        raise typer.BadParameter(f"{unknown[0]!r} is no kind of node; there are {', '.join(NodeKind)}.")
    return [known[name.lower()] for name in names]


def _export(graph: Path, form: Format, to: Path, *, json_: bool, **options: Any) -> None:
    from tropegraph.exported import export

    if to.resolve() == graph.resolve():
        raise GraphError(f"{to} is the graph itself.", "Name another place with --out.")
    with loading_bar("Writing") as progress:
        report = export(graph, form.name, to, keep=graph, progress=progress, **options)
    _print(report, json_=json_)


def _print(report: ExportReport, *, json_: bool) -> None:
    for note in report.notes:
        err.print(f"[bold yellow]note:[/] {escape(note)}", soft_wrap=True)
    if json_:
        print_json(report.as_dict())
        return
    out.print(escape(str(report)), soft_wrap=True)
    out.print(escape(report.opening), soft_wrap=True)
