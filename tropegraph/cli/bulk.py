"""`export neo4j-admin`: the graph as files that the importer of Neo4j reads in one go."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from tropegraph.cli.common import GraphOption, JsonOption, guarded, out, print_json
from tropegraph.cli.neo4j import EvidenceForm, loading_bar

PANEL = "Take it elsewhere"


def register(exports: typer.Typer) -> None:
    """Add the commands of this module."""
    exports.command(
        "neo4j-admin",
        epilog="Example:  tropegraph export neo4j-admin import --graph graph  then  sh import/import.sh",
    )(neo4j_admin)


@guarded
def neo4j_admin(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder to write; an earlier import in it is replaced.")
    ],
    graph: GraphOption,
    evidence: Annotated[
        EvidenceForm, typer.Option(help="Sentences as lists on the edges, as nodes of their own, or not at all.")
    ] = EvidenceForm.PROPERTIES,
    json_: JsonOption = False,
) -> None:
    """Write files for `neo4j-admin database import`: for large graphs, into a database that has nothing in it yet."""
    from tropegraph.export.bulk import write

    with loading_bar("Writing") as progress:
        report = write(graph, folder, evidence=evidence.value, progress=progress)
    if json_:
        print_json(report.as_dict())
        return
    out.print(escape(str(report)), soft_wrap=True)
    out.print(
        f"Stop the server and run [bold]sh {escape(str(folder / 'import.sh'))}[/]; import.md tells the rest.",
        soft_wrap=True,
    )
