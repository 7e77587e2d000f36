"""`check`: what contradicts itself in a graph, or looks wrong, with the sentences that say so."""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape
from rich.padding import Padding

from tropegraph.check import KINDS, Problem, Statement, kinds_of
from tropegraph.cli.common import guarded, out, table

if TYPE_CHECKING:
    from tropegraph.check.run import Report

CONTRADICTED = 9
"""Exit code of `--strict` where something contradicts itself; docs/errors.md names it."""

SHOWN = 3
"""Cases of each kind that are shown without being asked for."""


def _known(kind: str | None) -> str | None:
    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} is no kind of problem. Kinds are {', '.join(KINDS)}.")
    return kind


Folder = Annotated[Path, typer.Argument(metavar="GRAPH", help="Folder of `tropegraph build`.", show_default=False)]
KindOption = Annotated[str | None, typer.Option(help="Show all cases of this kind.", callback=_known)]
Limit = Annotated[
    int | None, typer.Option(min=1, help=f"At most so many of each kind; {SHOWN}, or all with --kind and --json.")
]


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("check", rich_help_panel="Look into a graph", epilog="Example:  tropegraph check graph --kind hub")(
        check
    )


@guarded
def check(
    folder: Folder,
    kind: KindOption = None,
    limit: Limit = None,
    strict: Annotated[bool, typer.Option("--strict", help=f"Exit with {CONTRADICTED} on a contradiction.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object a case, for machines.")] = False,
) -> None:
    """Look for contradictions and doubtful spots in a graph; nothing is repaired."""
    from tropegraph.check import run, source  # They bring a database, which other commands do not need.

    with source.opened(folder) as tables:
        report = run.check(tables)
        if json_:
            _print_lines(report, kinds_of(kind), limit)
        elif kind:
            _print_cases(report, kind, limit)
        else:
            _print_all(report, limit or SHOWN)
        if strict and report.contradictory:
            raise typer.Exit(CONTRADICTED)


def _print_lines(report: "Report", kinds: Iterable[str], limit: int | None) -> None:
    for kind in kinds:
        for problem in report.problems(kind, limit):
            sys.stdout.write(json.dumps(_record(problem), ensure_ascii=False) + "\n")


def _record(problem: Problem) -> dict[str, Any]:
    return {
        "kind": problem.kind,
        "severity": problem.severity,
        "nodes": problem.nodes,
        "detail": problem.detail,
        "told_by": problem.told_by,
        "statements": [
            {**s.fact._asdict(), "page": s.page, "section": s.section, "sentence": s.sentence, "input": s.input}
            for s in problem.statements
        ],
    }


def _print_all(report: "Report", limit: int) -> None:
    found = {kind: n for kind, n in report.counts.items() if n}
    rows = [(kind, KINDS[kind].severity, f"{n:,}", KINDS[kind].meaning) for kind, n in found.items()]
    if rows:
        out.print(table(["kind", "severity", "count", "what it means"], rows, numeric=["count"]))
    for kind in found:
        if KINDS[kind].listed:
            _print_cases(report, kind, limit)
    if not report.contradictory:
        out.print("Nothing contradicts itself.")
    if rows:
        out.print("All cases of one kind: --kind KIND. What to do about each: docs/checks.md.")


def _print_cases(report: "Report", kind: str, limit: int | None) -> None:
    count = report.counts[kind]
    out.print(f"[bold]{kind}[/] ({count:,}): {KINDS[kind].meaning}")
    for problem in report.problems(kind, limit):
        _print_case(problem)
    if limit is not None and count > limit:
        out.print(f"  and {count - limit:,} more")
    out.print()


def _print_case(problem: Problem) -> None:
    told = f"told by {problem.told_by}" if problem.told_by else ""
    remarks = "; ".join(filter(None, (told, problem.detail)))
    _print_indented(2, f"[bold]{escape(', '.join(problem.nodes))}[/]{escape(f' ({remarks})') if remarks else ''}")
    for text, facts in _by_sentence(problem.statements):
        _print_indented(4, escape(text))
        _print_indented(6, f"[dim]{escape('; '.join(facts))}[/]")


def _print_indented(columns: int, markup: str) -> None:
    out.print(Padding(markup, (0, 0, 0, columns)))


def _by_sentence(statements: Iterable[Statement]) -> Iterator[tuple[str, list[str]]]:
    """Each place once, with the edges that it states."""
    for place, some in groupby(sorted(statements, key=_place), _place):
        yield place, sorted({" ".join(statement.fact) for statement in some})


def _place(statement: Statement) -> str:
    if not statement.page:
        return f"published edge set {statement.input}"
    return f"{statement.page}: {statement.sentence or 'a box or list'}"
