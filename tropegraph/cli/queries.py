"""`query`: named queries and free Cypher, embedded or on Neo4j."""

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from tropegraph import query
from tropegraph.cli.common import csv_text, guarded, out, print_json, table
from tropegraph.errors import QueryError

UriOption = Annotated[
    str | None, typer.Option(help="Ask this Neo4j server instead, e.g. bolt://localhost:7687.", show_default=False)
]
CypherDirOption = Annotated[
    Path | None, typer.Option(help="Folder of named queries of your own; see docs/cypher.md.", show_default=False)
]


class RowFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        "query",
        rich_help_panel="Look into a graph",
        epilog='Example:  tropegraph query relations --graph graph --param name="Boldly Coming"',
    )(ask)


@guarded
def ask(
    name: Annotated[str | None, typer.Argument(help="Name of a query; see --list.", show_default=False)] = None,
    cypher: Annotated[str | None, typer.Option(help="Cypher text instead of a name.")] = None,
    graph: Annotated[Path | None, typer.Option("--graph", "-g", help="Folder that `tropegraph build` wrote.")] = None,
    uri: UriOption = None,
    cypher_dir: CypherDirOption = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", help="Parameter as key=value.")] = None,
    form: Annotated[RowFormat, typer.Option("--format", "-f", help="How to print the rows.")] = RowFormat.TABLE,
    listed: Annotated[bool, typer.Option("--list", help="Show every query with its parameters.")] = False,
) -> None:
    """Answer a named query or Cypher from a graph folder (no server needed) or from Neo4j."""
    queries = query.library(cypher_dir)
    if listed:
        out.print(listing(queries))
        return
    if (name is None) == (cypher is None):
        raise QueryError("Give the name of a query or --cypher TEXT.", "See `tropegraph query --list`.")
    if name is not None:
        query.named(name, queries)  # Before a graph is opened for nothing.
    params = dict(pair(p, typed=name is None) for p in param or ())
    with engine_of(graph, uri) as engine:
        _print(query.run(engine, name or cypher or "", params, queries), form)


def listing(queries: Mapping[str, query.NamedQuery]) -> Table:
    """Every query with what it gives and takes."""
    rows = [(q.name, q.purpose, " ".join(str(p) for p in q.params)) for q in queries.values()]
    return table(["query", "what it gives", "parameters"], rows)


def engine_of(graph: Path | None, uri: str | None) -> AbstractContextManager[query.Engine]:
    """The engine that the options name.

    Raises:
        QueryError: They name none.
    """
    if uri is not None:
        from tropegraph.connect import Settings  # Brings the driver, which a graph folder does not need.

        return query.Neo4jEngine.open(Settings.of(uri=uri))
    if graph is None:
        raise QueryError("Give --graph DIR to ask a graph folder.", "Or --uri bolt://... to ask a Neo4j server.")
    return nullcontext(query.EmbeddedEngine.open(graph))


def pair(text: str, *, typed: bool) -> tuple[str, Any]:
    """Name and value of a parameter; in free Cypher the value is JSON where it can be, a named query has its types."""
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise QueryError(f'"{text}" is no parameter.', "Write it as key=value.")
    return key, value_of(value) if typed else value


def value_of(text: str) -> Any:
    """A value as JSON where it can be, else the text."""
    with suppress(ValueError):
        return json.loads(text)
    return text


def plain_text(result: query.Result) -> str:
    """Rows for a pipe: columns between tabs under their names, lists as JSON, an empty line at the end."""
    lines = [result.columns, *result.rows]
    return "".join("\t".join(map(_plain_cell, line)) + "\n" for line in lines) + "\n"


def _plain_cell(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else " " for c in text)


def _print(result: query.Result, form: RowFormat) -> None:
    if form is RowFormat.JSON:
        print_json([dict(zip(result.columns, row, strict=True)) for row in result.rows])
    elif form is RowFormat.CSV:
        out.file.write(csv_text(result.columns, result.rows))
    else:
        out.print(table(result.columns, result.rows, numeric=numeric(result)))
        out.print(f"{len(result.rows):,} row{'' if len(result.rows) == 1 else 's'}")


def numeric(result: query.Result) -> list[str]:
    """Columns that hold numbers only."""
    columns = zip(result.columns, zip(*result.rows, strict=True), strict=False)
    return [name for name, values in columns if all(isinstance(v, int | float) for v in values)]
