"""The command line: each command parses its options, calls one function and prints.

Exit codes are those of `tropegraph.errors`; 2 is a usage error, 130 an interruption.
"""

import typer

from tropegraph.cli import (
    analyse,
    build,
    check,
    difference,
    evaluate,
    explain,
    exports,
    inspect,
    maps,
    neo4j,
    queries,
    resolve,
    shell,
)
from tropegraph.cli.common import version_option

app = typer.Typer(
    name="tropegraph",
    help="Trope wiki pages as a typed graph: what each link means, and the sentence that says so.",
    epilog="Begin with:  tropegraph build PAGES --out graph  then  tropegraph map --graph graph --out map.html",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(version_option)
for module in (
    build,
    inspect,
    check,
    difference,
    resolve,
    queries,
    analyse,
    shell,
    evaluate,
    explain,
    maps,
    neo4j,
    exports,
):
    module.register(app)


def main() -> None:
    """Run the command line."""
    app()
