"""The command line: each command parses its options, calls one function and prints.

Exit codes are those of `tropegraph.errors`; 2 is a usage error, 130 an interruption.
"""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from tropegraph.cli.common import version_option

MODULES = {
    "build": "build",
    "extract": "build",
    "info": "inspect",
    "findings": "inspect",
    "check": "check",
    "diff": "difference",
    "resolve": "resolve",
    "query": "queries",
    "shell": "shell",
    "eval": "evaluate",
    "explain": "explain",
    "map": "maps",
    "load": "neo4j",
    "analyse": "analyse",
    "export": "exports",
}
"""Each command and the module of this package that registers it, in the order in which help lists them."""


class _Commands(TyperGroup):
    """The commands, each made when it is asked for: whoever asks a query does not wait for what reads pages."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        # A name that is none needs all of them: typer suggests the nearest of those that were made.
        for module in dict.fromkeys([MODULES[cmd_name]] if cmd_name in MODULES else MODULES.values()):
            self._make(module)
        return super().get_command(ctx, cmd_name)

    def _make(self, module: str) -> None:
        if not any(MODULES[name] == module for name in self.commands):
            self.commands.update(typer.main.get_group(commands_of(module)).commands)


def commands_of(module: str) -> typer.Typer:
    """The commands that a module of this package registers."""
    app = typer.Typer(rich_markup_mode="rich", context_settings={"help_option_names": ["-h", "--help"]})
    app.callback()(lambda: None)
    import_module(f"tropegraph.cli.{module}").register(app)
    return app


app = typer.Typer(
    name="tropegraph",
    cls=_Commands,
    help="Trope wiki pages as a typed graph: what each link means, and the sentence that says so.",
    epilog="Begin with:  tropegraph build PAGES --out graph  then  tropegraph map --graph graph --out map.html",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(version_option)


def main() -> None:
    """Run the command line."""
    app()
