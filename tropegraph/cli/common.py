"""What every command shares: consoles, errors as one sentence, tables, the version."""

import csv
import functools
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Annotated, Any, NoReturn, ParamSpec, TypeVar

import typer
from rich import box
from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.markup import escape
from rich.table import Table

from tropegraph import __version__
from tropegraph.errors import OutputError, TropegraphError

P = ParamSpec("P")
R = TypeVar("R")

PIPED_WIDTH = 140
"""Columns of a table that goes to a file or a pipe, where no terminal says its own."""


class _Console(Console):
    """A console that leaves it to `guarded` what a reader means that has gone."""

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError


def _console(*, stderr: bool = False) -> Console:
    console = _Console(stderr=stderr, highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PIPED_WIDTH
    return console


out = _console()
err = _console(stderr=True)

INTERRUPTED = 130
FAULT = 1

DEBUG = "TROPEGRAPH_DEBUG"
"""Environment variable under which a fault of our own shows its stack trace."""

GraphOption = Annotated[Path, typer.Option("--graph", "-g", help="Folder that `tropegraph build` wrote.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for machines.")]


def _print_version(asked: bool) -> None:
    if asked:
        out.print(f"tropegraph {__version__}")
        raise typer.Exit


def version_option(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Options that stand before any command."""


def fail(message: str, hint: str, code: int) -> NoReturn:
    """Print one sentence and its hint on standard error, and leave with the code."""
    # One line, however long: whoever searches a log for it finds it whole.
    err.print(f"[bold red]error:[/] {escape(message)} {escape(hint)}".rstrip(), soft_wrap=True)
    raise typer.Exit(code)


def guarded(command: Callable[P, R]) -> Callable[P, R]:
    """The command with every error on purpose turned into one sentence and its exit code."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except TropegraphError as error:
            fail(error.message, error.hint, error.exit_code)
        except KeyboardInterrupt:
            fail("Interrupted; what was there before is untouched.", "", INTERRUPTED)
        except BrokenPipeError:
            # The reader of our output has gone (`| head`): that is its right, and no error.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit from None
        except OSError as error:
            where = f" {error.filename}" if error.filename else ""
            fail(f"The system refused{where}: {error.strerror or error}.", "", OutputError.exit_code)
        except (typer.Exit, typer.BadParameter):
            raise
        except Exception as error:
            if os.environ.get(DEBUG):
                raise
            what = " ".join(f"{type(error).__name__}: {error}".split())
            fail(f"This is a fault of tropegraph ({what}).", f"Set {DEBUG}=1 to see where, and report it.", FAULT)

    return run


SHORT = 36
"""Cells up to this length are never wrapped: the long columns of a table share what room is left."""

ROOM = 30
"""Width that a long column needs to be read as text and not as a ribbon."""


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], *, numeric: Sequence[str] = (), width: int | None = None
) -> Table:
    """A terminal table; every cell is escaped, so that no name is read as markup.

    Where the columns do not fit side by side, each row becomes a small table of its own, column by column.

    Args:
        columns: Their names.
        rows: Values, one for each column.
        numeric: Columns to set flush right.
        width: Characters of a line; the terminal's when `None`.
    """
    cells = [[cell(value) for value in row] for row in rows]
    lengths = _lengths(columns, cells)
    if cells and sum(_needed(columns, lengths)) > (width or out.width):
        return _one_by_one(columns, cells)
    grid = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for name, length in zip(columns, lengths, strict=True):
        justify: JustifyMethod = "right" if name in numeric else "left"
        grid.add_column(escape(name), justify=justify, overflow="fold", no_wrap=length <= SHORT)
    for row in cells:
        grid.add_row(*map(escape, row))
    return grid


def columns_that_fit(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, width: int | None = None) -> int:
    """How many columns, from the first on, fit side by side in a table of the terminal.

    Args:
        columns: Their names.
        rows: Values, one for each column.
        width: Characters of a line; the terminal's when `None`.
    """
    needed = _needed(columns, _lengths(columns, [[cell(value) for value in row] for row in rows]))
    return sum(total <= (width or out.width) for total in accumulate(needed))


def _lengths(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> list[int]:
    return [max((_longest_line(row[i]) for row in cells), default=0) for i in range(len(columns))]


def _needed(columns: Sequence[str], lengths: Sequence[int]) -> list[int]:
    """Width of each column with its margin."""
    return [max(len(name), n if n <= SHORT else ROOM) + 3 for name, n in zip(columns, lengths, strict=True)]


def _longest_line(text: str) -> int:
    return max(map(cell_len, text.split("\n")))


def _one_by_one(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> Table:
    grid = Table(box=None, show_header=False, pad_edge=False)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for row in cells:
        for name, value in zip(columns, row, strict=True):
            if value:
                grid.add_row(escape(name), escape(value))
        grid.add_row()
    return grid


def cell(value: Any) -> str:
    """A value as one cell of a table: lists joined, control characters shown as spaces."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        parts = [cell(v) for v in value]
        return ("\n" if any(len(p) > SHORT for p in parts) else ", ").join(parts)
    if isinstance(value, float):
        return f"{value:.4g}"
    return "".join(c if c.isprintable() or c == "\n" else " " for c in str(value))


def print_json(value: Any) -> None:
    """Print one JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Rows as CSV with a header; lists are JSON, and no cell can be taken for a spreadsheet formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_csv_cell(v) for v in row])
    return text.getvalue()


def _csv_cell(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return value
