"""`load`: the graph into a Neo4j server."""

from typing import Annotated

import typer

from tropegraph import pipeline
from tropegraph.cli.common import GraphOption, JsonOption, guarded, out, print_json


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
    uri: Annotated[str, typer.Option(envvar="NEO4J_URI", help="Address of the server.")] = "",
    user: Annotated[str, typer.Option(envvar="NEO4J_USERNAME", help="User.")] = "",
    password: Annotated[
        str, typer.Option(envvar="NEO4J_PASSWORD", show_envvar=True, help="Password; better given by the environment.")
    ] = "",
    database: Annotated[str, typer.Option(envvar="NEO4J_DATABASE", help="Database; the server's own default.")] = "",
    json_: JsonOption = False,
) -> None:
    """Load a graph folder into Neo4j; loading it again changes nothing."""
    report = pipeline.open(graph).load_neo4j(uri, user, password, database)
    if json_:
        print_json(report.as_dict())
    else:
        out.print(str(report))
