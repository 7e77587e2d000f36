"""`build` and `extract`: from pages to a graph, and from pages to facts."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tropegraph import pipeline
from tropegraph.cli.common import JsonOption, err, guarded, out, print_json, table
from tropegraph.cli.records import record
from tropegraph.cli.summary import summary, summary_table
from tropegraph.graph import Graph
from tropegraph.model.facts import PageFacts
from tropegraph.model.findings import Finding, Severity
from tropegraph.model.names import KnownName
from tropegraph.read import load_known_names

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
    json_: JsonOption = False,
) -> None:
    """Read pages of any kind and write their typed graph to a folder."""
    Graph.check_writable(to)
    with _progress("Reading") as done:
        graph = pipeline.build(
            inputs,
            names=_names(names),
            mentions=mentions,
            stdin=sys.stdin.buffer,
            columns=_columns(column),
            on_page=lambda _: done(),
        )
    graph.save(to)
    if json_:
        print_json({"graph": str(to), **summary(graph)})
        return
    out.print(summary_table(graph))
    out.print(
        f"Graph written to [bold]{escape(str(to))}[/]. Look at it: tropegraph info {escape(str(to))}", soft_wrap=True
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
    found = pipeline.extract_pages(inputs, names=_names(names), stdin=sys.stdin.buffer, columns=_columns(column))
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


def _columns(given: list[str] | None) -> dict[str, str]:
    """Names of columns by what they hold; whether such a kind is known, the reader says."""
    return {kind.strip(): name for kind, _, name in (text.partition("=") for text in given or ())}


def _names(path: Path | None) -> tuple[KnownName, ...] | None:
    return None if path is None else (*load_known_names(), *load_known_names(path))


@contextmanager
def _progress(what: str) -> Iterator[Any]:
    """A progress line on standard error where that is a terminal; gives the function to call after each page."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(f"{what} pages", total=None)
        yield lambda: bar.advance(task)
