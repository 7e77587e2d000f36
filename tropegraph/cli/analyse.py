"""`analyse`: the measures of `tropegraph.analyse`, each a command made from its function."""

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

import typer
from rich.markup import escape
from typer.core import TyperGroup

from tropegraph.cli import tree
from tropegraph.cli.common import (
    GraphOption,
    JsonOption,
    cell,
    columns_that_fit,
    csv_text,
    guarded,
    out,
    print_json,
    table,
)
from tropegraph.cli.docstrings import Told, told
from tropegraph.errors import OutputError
from tropegraph.graph import StoredGraph
from tropegraph.writing import write_bytes

if TYPE_CHECKING:
    import pandas as pd

    from tropegraph.analyse import Measure

SHOWN = 20
"""Rows of a table in the terminal."""
LEAST = 4
"""Columns that a table in the terminal shows side by side; if fewer fit, each row stands by itself."""
_OWN = "Options of this measure"

OutOption = Annotated[
    Path | None, typer.Option("--out", "-o", help="Write all rows to this .csv or .parquet file.", show_default=False)
]
LimitOption = Annotated[
    int | None,
    typer.Option(min=1, help=f"At most so many rows; {SHOWN}, or all with --out and --json.", show_default=False),
]
_SHARED = {
    "graph": (GraphOption, ...),
    "to": (OutOption, None),
    "limit": (LimitOption, None),
    "json_": (JsonOption, False),
}


class _Measures(TyperGroup):
    """The commands, made when one is asked for: the libraries that they need take a second to import."""

    def list_commands(self, ctx: Any) -> list[str]:
        self._make()
        return super().list_commands(ctx)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        self._make()
        return super().get_command(ctx, cmd_name)

    def _make(self) -> None:
        if not self.commands:
            self.commands.update(typer.main.get_group(_app()).commands)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    measures = typer.Typer(
        cls=_Measures,
        no_args_is_help=True,
        help="Measure a graph: what is central, what belongs together, what is alike.",
        epilog="Example:  tropegraph analyse pagerank --graph graph --out pagerank.csv",
    )
    app.add_typer(measures, name="analyse", rich_help_panel="Look into a graph")


def _app() -> typer.Typer:
    from tropegraph.analyse.measures import GENEALOGY, MEASURES

    app = typer.Typer(rich_markup_mode="rich", context_settings={"help_option_names": ["-h", "--help"]})
    app.callback()(lambda: None)
    for measure in MEASURES.values():
        example = " ".join(["tropegraph analyse", measure.name, *filter(None, [measure.example]), "--graph graph"])
        app.command(
            measure.name,
            help=_help(told(measure.function)),
            rich_help_panel=measure.topic,
            epilog=escape(f"Example:  {example}"),
        )(command(measure))
    tree.register(app, GENEALOGY)
    return app


def _help(text: Told) -> str:
    parts = [
        *text.paragraphs,
        *(f"{name}: {text.sections[name]}" for name in ("Returns", "Source") if name in text.sections),
    ]
    return "\n\n".join(escape(part).replace("`", "") for part in parts)


def command(measure: "Measure") -> Callable[..., None]:
    """The command of a measure: its signature is that of the measure, with the options that all have."""
    own = _parameters(measure.function)
    shared = [_keyword(name, annotation, default) for name, (annotation, default) in _SHARED.items()]

    @guarded
    def run(graph: Path, to: Path | None, limit: int | None, json_: bool, **given: Any) -> None:
        _check_ending(to)
        frame = measure.function(StoredGraph.at(graph), **_read(given))
        _show(frame, to, limit, as_json=json_)

    parameters = [*own.values(), *shared]
    run.__signature__ = inspect.Signature(sorted(parameters, key=lambda p: p.kind))  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _parameters(function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """Parameters of a measure as typer reads them: those that must be given as arguments, the others as options."""
    hints, texts = get_type_hints(function), told(function).args
    _, *parameters = inspect.signature(function).parameters.values()
    return {p.name: _parameter(p, hints[p.name], escape(texts[p.name]).replace("`", "")) for p in parameters}


def _parameter(given: inspect.Parameter, kind: Any, text: str) -> inspect.Parameter:
    if given.default is given.empty:
        annotation = Annotated[kind, typer.Argument(help=text, show_default=False)]
        return inspect.Parameter(given.name, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=annotation)
    flag = f"--{given.name.replace('_', '-').rstrip('-')}"
    if kind is bool and given.default:
        flag += f"/--no-{flag[2:]}"
    shown = given.default not in (None, ()) and not _several(kind)
    option = typer.Option(flag, help=text, show_default=shown, rich_help_panel=_OWN)
    if _several(kind):
        return _keyword(given.name, Annotated[list[str] | None, option], None)
    return _keyword(given.name, Annotated[kind, option], given.default)


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    default = inspect.Parameter.empty if default is ... else default
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _several(kind: Any) -> bool:
    return any(get_origin(part) is tuple for part in (kind, *get_args(kind)))


def _read(given: Mapping[str, Any]) -> dict[str, Any]:
    """Values for the measure: several texts as one tuple, split at commas; left out where none was given."""
    read = {
        name: tuple(part.strip() for text in value for part in text.split(",")) if isinstance(value, list) else value
        for name, value in given.items()
    }
    return {name: value for name, value in read.items() if value not in (None, ())}


def _check_ending(to: Path | None) -> None:
    if to is not None and to.suffix.lower() not in _WRITERS:
        raise OutputError(
            f"{to} is no kind of table that is known by its ending.", f"End it in {' or '.join(_WRITERS)}."
        )


def _csv(frame: "pd.DataFrame") -> bytes:
    return csv_text(list(frame.columns), _rows(frame)).encode()


def _parquet(frame: "pd.DataFrame") -> bytes:
    import io

    stream = io.BytesIO()
    frame.to_parquet(stream, index=False)
    return stream.getvalue()


_WRITERS = {".csv": _csv, ".parquet": _parquet}


def _show(frame: "pd.DataFrame", to: Path | None, limit: int | None, *, as_json: bool) -> None:
    """Print or write a frame: its first rows, and what it says as a whole."""
    wanted = frame if limit is None else frame.head(limit)
    if to is not None:
        write_bytes(to, _WRITERS[to.suffix.lower()](wanted))
    if as_json:
        print_json({"rows": _records(wanted), "facts": frame.attrs})
        return
    if to is None:
        _print_table(frame.head(SHOWN) if limit is None else wanted)
    _print_facts(frame.attrs)
    out.print(_ending(frame, wanted, to), soft_wrap=True)


def _print_table(frame: "pd.DataFrame") -> None:
    """As many columns as fit side by side, where the first of them do; what is left out is named."""
    columns, rows = [str(name) for name in frame.columns], _rows(frame)
    count = columns_that_fit(columns, rows)
    count = count if count >= LEAST else len(columns)
    numbers = [str(name) for name in frame.select_dtypes("number")]
    out.print(table(columns[:count], [row[:count] for row in rows], numeric=numbers))
    if count < len(columns):
        out.print(escape(f"Columns with no room here: {', '.join(columns[count:])}"))


def _print_facts(facts: Mapping[Any, Any]) -> None:
    for name, value in facts.items():
        out.print(f"[dim]{escape(str(name))}:[/] {escape(cell(value))}", soft_wrap=True)


def _ending(frame: "pd.DataFrame", wanted: "pd.DataFrame", to: Path | None) -> str:
    count = f"{len(frame):,} row{'' if len(frame) == 1 else 's'}"
    if to is not None:
        return escape(
            f"{len(wanted):,} of {count} written to {to}." if len(wanted) < len(frame) else f"{count} written to {to}."
        )
    return f"{count}; all of them: --out table.csv" if len(frame) > min(len(wanted), SHOWN) else count


def _rows(frame: "pd.DataFrame") -> list[list[Any]]:
    return [list(row) for row in zip(*(_values(frame[name]) for name in frame.columns), strict=True)]


def _records(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    return [dict(zip(map(str, frame.columns), row, strict=True)) for row in _rows(frame)]


def _values(column: "pd.Series[Any]") -> list[Any]:
    """Values as Python has them; what is missing, or no number, is `None`."""
    return [None if not isinstance(v, list | tuple) and v != v else v for v in column.tolist()]  # noqa: PLR0124
