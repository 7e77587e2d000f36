"""`eval`: extraction held against annotated pages."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from tropegraph.cli.build import Columns, Names, columns_of, known_names
from tropegraph.cli.common import JsonOption, guarded, out, print_json
from tropegraph.cli.measured import check_any_read, measured
from tropegraph.cli.scored import absent_line, error_lines, error_records, left_line, scores_record, scores_table
from tropegraph.errors import InputError
from tropegraph.evaluate import KINDS, Scores, load_annotations, placed, report_data, score
from tropegraph.writing import write_text


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        "eval",
        rich_help_panel="Check what was read",
        epilog="Example:  tropegraph eval gold.jsonl pages/ --misses 20 --html report.html",
    )(evaluate)


@guarded
def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="Annotated pages: JSON lines, see docs/accuracy.md.", show_default=False)
    ],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Pages to read, or the output of `tropegraph extract`; - for standard input. "
            "Left out, the texts in GOLD or the pages beside it.",
            show_default=False,
        ),
    ] = None,
    misses: Annotated[int, typer.Option(min=0, help="Show so many missed and wrong facts with their sentences.")] = 0,
    html: Annotated[Path | None, typer.Option(help="Write a page to leaf through all facts.")] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--type", help="Only this relation type, EXAMPLE_OF or modifier. Repeatable.", show_default=False),
    ] = None,
    names: Names = None,
    column: Columns = None,
    json_: JsonOption = False,
) -> None:
    """Measure precision and recall of the extraction against annotated pages."""
    kinds = _kinds(kind or ())
    pages = load_annotations(gold)
    source = measured(gold, pages[0].id, inputs or (), known_names(names), columns_of(column))
    scores = score(pages, source.found(), kinds)
    check_any_read(pages, scores.absent, source.name)
    if misses or html:
        scores = placed(scores, source.texts(page.id for page in scores.pages))
    if html:
        _write_report(html, scores, gold)
    _print(scores, misses, json_=json_)
    if html and not json_:
        out.print(f"Report written to [bold]{escape(str(html))}[/].", soft_wrap=True)


def _kinds(given: Sequence[str]) -> list[str]:
    """Kinds of verdicts by their names in any case; all of them where none is given."""
    kinds = [name.upper().replace("-", "_") for name in given]
    for kind in kinds:
        if kind not in KINDS:
            raise InputError(f'There is no type "{kind}".', f"Known are: {', '.join(KINDS)}.")
    return kinds or list(KINDS)


def _write_report(path: Path, scores: Scores, gold: Path) -> None:
    from tropegraph.render.report import render_report  # Brings what draws maps, which figures alone do not need.

    write_text(path, render_report(report_data(scores), title=f"Extraction against {gold.name}"))


def _print(scores: Scores, misses: int, *, json_: bool) -> None:
    if json_:
        print_json(scores_record(scores) | ({"errors": error_records(scores, misses)} if misses else {}))
        return
    out.print(scores_table(scores))
    if absent := absent_line(scores):
        out.print(escape(absent), soft_wrap=True)
    if misses:
        for line in error_lines(scores, misses):
            out.print(line, soft_wrap=True)
        if left := left_line(scores, misses):
            out.print(left, soft_wrap=True)
