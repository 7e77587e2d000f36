"""`build` and `extract`: from pages to a graph, and from pages to facts."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from tropegraph import pipeline
from tropegraph.building.options import MEMORY
from tropegraph.building.places import workplace_of
from tropegraph.cli.common import INTERRUPTED, JsonOption, err, fail, guarded, out, print_json, table
from tropegraph.cli.progress import build_progress
from tropegraph.cli.records import record
from tropegraph.cli.resolve import DecisionsOption
from tropegraph.cli.summary import summary_of_folder, summary_table
from tropegraph.model.facts import PageFacts
from tropegraph.model.findings import Finding, Severity
from tropegraph.model.names import KnownName
from tropegraph.read import load_known_names

if TYPE_CHECKING:
    from tropegraph.building.run import Built

Inputs = Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)]
Names = Annotated[Path | None, typer.Option(help="Known trope titles, one a line, beside the ones built in.")]

Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        "-c",
        metavar="KIND=NAME",
        help="Name of a column in tables that is not found by itself, as text=body or work=film. Repeatable.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("build", rich_help_panel="Make a graph", epilog="Example:  tropegraph build pages/ --out graph")(build)
    app.command(
        "extract", rich_help_panel="Make a graph", epilog="Example:  tropegraph extract pages/ --jsonl > facts.jsonl"
    )(extract)


@guarded
def build(
    inputs: Inputs,
    to: Annotated[Path, typer.Option("--out", "-o", help="Folder to write the graph to.", show_default=False)],
    names: Names = None,
    column: Columns = None,
    mentions: Annotated[bool, typer.Option(help="Keep links without a cue as MENTIONS edges.")] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read pages; one a processor.", show_default=False)
    ] = None,
    memory: Annotated[str, typer.Option(help="What joining the facts may use; beyond it, the disk is used.")] = MEMORY,
    decisions: DecisionsOption = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Read all pages anew, even those known before.")] = False,
    json_: JsonOption = False,
) -> None:
    """Read pages of any kind and write their typed graph to a folder; a second time, only what changed is read."""
    options = pipeline.options_of(
        known_names(names), decisions, mentions=mentions, columns=columns_of(column), workers=workers, memory=memory
    )
    try:
        with build_progress() as report:
            built = pipeline.build_folder(
                inputs, to, options, stdin=sys.stdin.buffer, rebuild=rebuild, on_progress=report
            )
    except KeyboardInterrupt:
        fail(_interrupted(to), "", INTERRUPTED)
    figures = summary_of_folder(to)
    if json_:
        print_json({"graph": str(to), **figures})
        return
    out.print(summary_table(figures))
    place = escape(str(to))
    out.print(_done(built))
    out.print(f"Graph written to [bold]{place}[/]. Look at it: tropegraph info {place}", soft_wrap=True)


def _done(built: "Built") -> str:
    gone = f", removed {built.removed:,}" if built.removed else ""
    return f"Pages read {built.read:,}, kept {built.kept:,}{gone}."


def _interrupted(to: Path) -> str:
    from tropegraph.building.parts import kept_pages

    kept = kept_pages(to)
    if not kept:
        return "Interrupted; what was there before is untouched."
    return (
        f"Interrupted; {kept:,} pages are done and kept in {workplace_of(to)}: the same command goes on from there, "
        "and what was there before is untouched."
    )


@guarded
def extract(
    inputs: Inputs,
    names: Names = None,
    column: Columns = None,
    jsonl: Annotated[bool, typer.Option("--jsonl/--table", help="One JSON object a page, or a table.")] = True,
) -> None:
    """Print what each page states, one JSON object a line."""
    rows: list[list[Any]] = []
    found = pipeline.extract_pages(inputs, names=known_names(names), stdin=sys.stdin.buffer, columns=columns_of(column))
    for item in found:
        if isinstance(item, PageFacts):
            if jsonl:
                sys.stdout.write(json.dumps(record(item), ensure_ascii=False) + "\n")
            rows.append([item.id, item.page.title, str(item.kind), len(item.relations), len(item.examples)])
        elif isinstance(item, Finding) and item.severity is Severity.ERROR:
            err.print(f"[yellow]refused:[/] {escape(item.message)}", soft_wrap=True)
    if not jsonl:
        numeric = ("relations", "examples")
        out.print(table(["id", "title", "kind", *numeric], rows, numeric=numeric))


def columns_of(given: list[str] | None) -> dict[str, str]:
    """Names of columns by what they hold; whether such a kind is known, the reader says."""
    return {kind.strip(): name for kind, _, name in (text.partition("=") for text in given or ())}


def known_names(path: Path | None) -> tuple[KnownName, ...] | None:
    """Titles of the file beside those built in; `None` where no file is given."""
    return None if path is None else (*load_known_names(), *load_known_names(path))
