"""The reference of the command line, written from the commands themselves; the site's page cli.md."""

from collections.abc import Iterator
from typing import Any

import typer
from rich.text import Text
from typer.main import get_command

from tropegraph.cli import app

HEAD = """\
# Command line

Written from the commands themselves; `tropegraph --help` and `tropegraph COMMAND --help` say the same in a terminal.
What the exit codes mean: [exit codes and findings](errors.md).
"""


def command_line() -> str:
    """The page: a list of the commands, and a section for each with its options and an example."""
    root = get_command(app)
    commands = list(commands_of(root))
    listed = "".join(f"- [`{path}`](#{_anchor(path)}): {_plain(c.help)}\n" for path, c in commands)
    return f"{HEAD}\n{listed}\n" + "\n".join(_section(path, c) for path, c in commands)


def commands_of(command: Any, path: str = "tropegraph") -> Iterator[tuple[str, Any]]:
    """Every command that does something, with what one types to call it.

    Args:
        command: As `typer.main.get_command` gives it.
        path: How it is called.
    """
    if not hasattr(command, "list_commands"):
        yield path, command
        return
    context = typer.Context(command, info_name=path)
    for name in command.list_commands(context):
        one = command.get_command(context, name)
        if not one.hidden:
            yield from commands_of(one, f"{path} {name}")


def _section(path: str, command: Any) -> str:
    context = typer.Context(command, info_name=path)
    usage = " ".join(command.collect_usage_pieces(context))
    rows = [r for r in (p.get_help_record(context) for p in command.get_params(context)) if r]
    table = "".join(f"| `{name}` | {_cell(text)} |\n" for name, text in rows)
    example = (command.epilog or "").removeprefix("Example:").strip()
    return (
        f"## {path} {{ #{_anchor(path)} }}\n\n{_plain(command.help, whole=True)}\n\n```text\n{path} {usage}\n```\n\n"
        f"| takes | which is |\n|---|---|\n{table}\nExample: `{example}`\n"
    )


def _anchor(path: str) -> str:
    return path.removeprefix("tropegraph ").replace(" ", "-")


def _plain(text: str | None, *, whole: bool = False) -> str:
    """A help text without the marks of colours; its first paragraph, or all of it."""
    plain = Text.from_markup(text or "").plain.strip()
    return plain if whole else plain.split("\n\n")[0].replace("\n", " ")


def _cell(text: str) -> str:
    return text.strip().replace("\n", " ").replace("|", "\\|").replace("<", "&lt;")
