"""`shell`: Cypher and named queries, one after another, typed or piped."""

import os
import re
import shlex
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from tropegraph import query
from tropegraph.cli.common import err, guarded, out, table
from tropegraph.cli.queries import CypherDirOption, UriOption, engine_of, listing, numeric, plain_text, value_of
from tropegraph.errors import QueryError

HISTORY = "TROPEGRAPH_HISTORY"
"""Environment variable that names the file of what was asked before; empty for none."""

_HELP = """\
MATCH ... RETURN ...;             Cypher, over as many lines as it needs, up to a semicolon
relations name="Boldly Coming"    a named query with its values, on one line
:queries                          every named query with its parameters
:param name=value                 a parameter of Cypher, as $name; without a value, forget it
:help  :quit
"""
_TOKEN = re.compile(
    r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | `[^`]*` | //[^\n]* | /\*.*?\*/ | ;""", re.VERBOSE | re.DOTALL
)
_ASKED = re.compile(r"\s*([\w-]+)(?:\s+\w+=.*)?\s*;?\s*", re.DOTALL)


@dataclass
class Session:
    """A conversation with an engine.

    Args:
        engine: Where the graph is.
        queries: The named queries.
        show: Prints an answer, and the seconds that it took.
        params: Values of parameters of Cypher.
    """

    engine: query.Engine
    queries: Mapping[str, query.NamedQuery]
    show: Callable[[query.Result, float], None]
    params: dict[str, Any] = field(default_factory=dict)

    def whole(self, text: str) -> bool:
        """Whether a text can be run, or needs more lines."""
        stripped = text.strip()
        return not stripped or stripped.startswith(":") or self._asked(text) is not None or not split(text)[1].strip()

    def run(self, text: str) -> bool:
        """Run all statements of a text; says whether to go on.

        Raises:
            QueryError: One is refused; those behind it are not run.
        """
        if text.strip().startswith(":"):
            return self._command(*text.strip()[1:].partition(" ")[::2])
        if name := self._asked(text):
            self._answer(name, _values(text.strip().rstrip(";")[len(name) :]))
            return True
        done, rest = split(text)
        for statement in (*done, rest):
            if statement.strip():
                self._answer(statement, self.params)
        return True

    def _asked(self, text: str) -> str | None:
        """Name of the named query that a text asks."""
        found = _ASKED.fullmatch(text)
        return found[1] if found and found[1] in self.queries else None

    def _answer(self, name_or_cypher: str, params: Mapping[str, Any]) -> None:
        start = time.perf_counter()
        result = query.run(self.engine, name_or_cypher, params, self.queries)
        self.show(result, time.perf_counter() - start)

    def _command(self, name: str, rest: str) -> bool:
        if name in ("quit", "exit", "q"):
            return False
        if name == "queries":
            out.print(listing(self.queries))
        elif name == "param":
            self._set(rest)
        elif name in ("help", "h", "?"):
            out.print(_HELP, end="", markup=False)
        else:
            raise QueryError(f"There is no command :{name}.", "See :help.")
        return True

    def _set(self, text: str) -> None:
        key, equals, value = text.strip().partition("=")
        if not key.isidentifier():
            raise QueryError(f'"{text.strip()}" is no parameter.', "Write it as :param name=value.")
        self.params.pop(key, None)
        if equals:
            self.params[key] = value_of(value)


def split(text: str) -> tuple[list[str], str]:
    """Statements that end with a semicolon, and what is left; those in strings, names and comments end none."""
    ends = [found.end() for found in _TOKEN.finditer(text) if found[0] == ";"]
    starts = [0, *ends]
    return [text[a : b - 1].strip() for a, b in zip(starts, ends, strict=False)], text[starts[-1] :]


def _values(text: str) -> dict[str, str]:
    """Values of a named query as they are typed: name="some words" limit=3."""
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise QueryError("A quotation mark is not closed.", 'Write it as name="some words".') from error
    if wrong := [word for word in words if "=" not in word]:
        raise QueryError(f'"{wrong[0]}" is no parameter.', 'Write it as name="some words".')
    return dict(word.split("=", 1) for word in words)


def chunks(lines: Iterable[str], whole: Callable[[str], bool]) -> Iterator[str]:
    """Lines put together until they can be run; at the end what is left."""
    text = ""
    for line in lines:
        text += line
        if whole(text):
            yield text
            text = ""
    if text.strip():
        yield text


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        "shell",
        rich_help_panel="Look into a graph",
        epilog='Example:  tropegraph shell --graph graph    or    echo "hubs limit=3" | tropegraph shell --graph graph',
    )(shell)


@guarded
def shell(
    graph: Annotated[Path | None, typer.Option("--graph", "-g", help="Folder that `tropegraph build` wrote.")] = None,
    uri: UriOption = None,
    cypher_dir: CypherDirOption = None,
) -> None:
    """Ask a graph folder or Neo4j one thing after another: Cypher and named queries, with history and completion."""
    queries = query.library(cypher_dir)
    typed = sys.stdin.isatty() and sys.stdout.isatty()
    with engine_of(graph, uri) as engine:
        session = Session(engine, queries, _table if typed else _plain)
        if typed:
            _converse(session)
            return
        for text in chunks(sys.stdin, session.whole):
            if not session.run(text):
                return


def _converse(session: Session) -> None:
    """Ask and answer until the end; an error is told, and the conversation goes on."""
    from tropegraph.cli.prompt import prompt

    out.print("Cypher ends with a semicolon; :help says more, :quit leaves.")
    ask, going = prompt(session.queries, session.whole, _history()), True
    while going:
        try:
            going = session.run(ask())
        except QueryError as error:
            err.print(f"[bold red]error:[/] {escape(str(error))}", soft_wrap=True)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _history() -> Path | None:
    given = os.environ.get(HISTORY)
    with suppress(RuntimeError):
        return Path(given) if given else None if given == "" else Path.home() / ".tropegraph_history"
    return None


def _table(result: query.Result, seconds: float) -> None:
    out.print(table(result.columns, result.rows, numeric=numeric(result)))
    took = f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"
    out.print(f"{len(result.rows):,} row{'' if len(result.rows) == 1 else 's'} in {took}")


def _plain(result: query.Result, seconds: float) -> None:
    sys.stdout.write(plain_text(result))
