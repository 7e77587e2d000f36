"""The reference of the named queries, docs/cypher.md, written from their headers and what they give on a sample.

    python -m tropegraph.query.reference GRAPH > docs/cypher.md

GRAPH is the graph of data/sample/wiki; tests compare the page with what comes out.
"""

from collections.abc import Mapping
from importlib import resources
from typing import Any

from tropegraph.query.dialect import REFUSALS
from tropegraph.query.engine import Engine, Result
from tropegraph.query.library import NamedQuery, library
from tropegraph.query.run import run

_TEXTS = resources.files("tropegraph.query") / "texts"


def reference(sample: Engine) -> str:
    """The text of docs/cypher.md.

    Args:
        sample: An engine over the sample graph, which answers the examples.
    """
    queries = library()
    listed = "".join(f"- [{q.name}](#{q.name}): {q.purpose}\n" for q in queries.values())
    sections = "\n".join(_section(query, sample) for query in queries.values())
    refused = "".join(f"| {refusal.what} | {refusal.hint} |\n" for refusal in REFUSALS)
    return f"{_text('head')}{listed}\n{sections}\n{_text('engine')}{refused}{_text('values')}"


def _text(name: str) -> str:
    return (_TEXTS / f"{name}.md").read_text(encoding="utf-8")


def _section(query: NamedQuery, sample: Engine) -> str:
    rows = "".join(
        f"| `{p.name}` | {p.type.words} | {'required' if p.required else f'`{p.default!r}`'} |\n" for p in query.params
    )
    params = f"| parameter | value | default |\n|---|---|---|\n{rows}\n" if rows else ""
    columns = ", ".join(f"`{column}`" for column in query.columns)
    return f"### {query.name}\n\n{query.purpose}\n\n{params}Columns: {columns}.\n{_example(query, sample)}"


def _example(query: NamedQuery, sample: Engine) -> str:
    if query.example is None:
        return ""
    given = "".join(f" -p {name}={_quoted(value)}" for name, value in query.example.items())
    return (
        f"\n    tropegraph query {query.name} --graph sample{given}\n\n{_table(run(sample, query.name, query.example))}"
    )


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _table(result: Result) -> str:
    if not result.rows:
        return "No rows.\n"
    lines = [result.columns, ["---"] * len(result.columns), *([_cell(v) for v in row] for row in result.rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "<br>".join(map(_cell, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_cell(item)}" for key, item in value.items())
    return f"{value:.4g}" if isinstance(value, float) else str(value).replace("|", "\\|")


if __name__ == "__main__":
    import sys

    from tropegraph.query.embedded import EmbeddedEngine

    sys.stdout.write(reference(EmbeddedEngine.open(sys.argv[1])))
