"""`load`: the graph into a Neo4j server."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from tropegraph import pipeline
from tropegraph.cli.common import INTERRUPTED, GraphOption, JsonOption, err, fail, guarded, out, print_json, table

if TYPE_CHECKING:
    from tropegraph.connect import Settings
    from tropegraph.export import LoadReport


class EvidenceForm(StrEnum):
    """How sentences are loaded, as `export.Evidence`, which brings the driver: a dry run and --help need none."""

    PROPERTIES = "properties"
    NODES = "nodes"
    NONE = "none"


_NOTHING_WRITTEN = "Nothing was written, and no server was asked; what a load would remove is known only there."


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        "load",
        rich_help_panel="Take it elsewhere",
        epilog="Example:  NEO4J_PASSWORD=... tropegraph load --graph graph --uri bolt://localhost:7687",
    )(load)


@guarded
def load(
    graph: GraphOption,
    uri: Annotated[
        str, typer.Option(envvar="NEO4J_URI", help="Address: bolt://, neo4j:// or, encrypted, neo4j+s://host:port.")
    ] = "",
    user: Annotated[str, typer.Option(envvar="NEO4J_USERNAME", help="User; neo4j when not given.")] = "",
    password: Annotated[
        str,
        typer.Option(
            envvar="NEO4J_PASSWORD",
            show_envvar=True,
            help="Password; better given by the environment. A terminal asks for it when there is none.",
        ),
    ] = "",
    database: Annotated[str, typer.Option(envvar="NEO4J_DATABASE", help="Database; the server's own default.")] = "",
    evidence: Annotated[
        EvidenceForm, typer.Option(help="Sentences as lists on the edges, as nodes of their own, or not at all.")
    ] = EvidenceForm.PROPERTIES,
    prune: Annotated[
        bool | None,
        typer.Option(
            "--prune/--keep",
            help="Remove what earlier loads made and the graph has no longer, or leave it. Without either it is "
            "removed, unless it is more than the whole graph.",
            show_default=False,
        ),
    ] = None,
    writers: Annotated[int, typer.Option(min=1, max=16, help="How many write edges at a time.")] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be written, and ask no server.")] = False,
    json_: JsonOption = False,
) -> None:
    """Load a graph folder into Neo4j. Loading it again changes nothing; an interrupted load goes on where it was."""
    if dry_run:
        _print_plan(graph, evidence, json_=json_)
        return
    from tropegraph.connect import Settings

    logging.getLogger("neo4j").addHandler(_Retries())
    opened = pipeline.open(graph)
    settings = _asked(Settings.of(uri, user, password, database))
    login = (settings.uri, settings.user, settings.password, settings.database)
    try:
        with loading_bar() as progress:
            report = opened.load_neo4j(*login, evidence=evidence.value, prune=prune, writers=writers, progress=progress)
    except KeyboardInterrupt:
        fail("Interrupted; the same command goes on from there.", "", INTERRUPTED)
    _print_report(report, asked=prune is not None, json_=json_)


def _asked(settings: "Settings") -> "Settings":
    """The settings with a password, asked for where a person is there to type it; it is not shown."""
    if settings.password or not sys.stdin.isatty():
        return settings
    words = f'Password of "{settings.user}" at {settings.place} (Enter for none)'
    password = typer.prompt(words, default="", show_default=False, hide_input=True, err=True)
    return replace(settings, password=password)


class _Retries(logging.Handler):
    """What the driver logs while it waits for a server, in plain words; it would print it with all its details."""

    def emit(self, record: logging.LogRecord) -> None:
        if "will be retried" in str(record.msg) and isinstance(record.args, tuple):
            seconds, error = record.args
            code = getattr(error, "code", None)
            why = f"the server did not take it ({code})" if code else "the server does not answer"
            err.print(f"[bold yellow]note:[/] {why}; again in {seconds:.0f} s.", soft_wrap=True)


@contextmanager
def loading_bar(word: str = "Loading") -> Iterator[Callable[[int, int], None] | None]:
    """A progress line on standard error; gives the function that a load calls, `None` where it is no terminal."""
    if not err.is_terminal:
        yield None
        return
    columns = (TextColumn(word), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _print_report(report: "LoadReport", *, asked: bool, json_: bool) -> None:
    if json_:
        print_json(report.as_dict())
    else:
        out.print(str(report), soft_wrap=True)
    if not report.nodes_left and not report.edges_left:
        return
    what = f"{report.nodes_left:,} nodes and {report.edges_left:,} edges of earlier loads are not in this graph"
    why = "edges that no load made hold the nodes" if asked else "--prune removes them, --keep leaves them unsaid"
    err.print(f"[bold yellow]note:[/] {what}; they were left on the server: {why}.", soft_wrap=True)


def _print_plan(graph: Path, evidence: EvidenceForm, *, json_: bool) -> None:
    from tropegraph.export import neo4j

    form = neo4j.Evidence(evidence.value)
    steps = neo4j.plan(pipeline.open(graph), form)
    first, last = neo4j.schema(evidence=form is neo4j.Evidence.NODES), _NOTHING_WRITTEN
    rows = [(step.kind.value, step.pattern, f"{step.table.num_rows:,}") for step in steps]
    texts = [*first, *dict.fromkeys(step.statement for step in steps)]
    if json_:
        told = [{"kind": s.kind.value, "pattern": s.pattern, "rows": s.table.num_rows} for s in steps]
        print_json({"steps": told, "statements": texts})
        return
    out.print(table(["what", "pattern", "rows"], rows, numeric=["rows"]))
    for text in texts:
        out.print(text + ";\n", markup=False, soft_wrap=True)
    out.print(last)
