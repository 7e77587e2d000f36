"""The reference of the named queries, docs/cypher.md, written from their headers."""

from tropegraph.query.dialect import REFUSALS
from tropegraph.query.library import TYPES, NamedQuery, library

_HEAD = """\
# Cypher

Every file of `cypher/queries` is one Cypher statement with a header. All of them run unchanged on the embedded engine
and on Neo4j, and give equal rows in equal order. Ask by name or write your own:

    tropegraph query relations --graph graph --param name="Boldly Coming"
    tropegraph query --graph graph --cypher "MATCH (w:Work)-[:EXAMPLE_OF]->(t:Trope) RETURN t.name, count(w) AS n ORDER BY n DESC LIMIT 5"

A parameter that names a node takes its id, its title or one of its other titles, however capitalised. In the Neo4j
Browser, where the text of a file can be pasted as it is, it is the id; the query `find` tells it.

"""  # noqa: E501

_TAIL = """\
Values that differ: the embedded engine gives null where Neo4j gives an error or an infinity (`1.0 / 0`, a product of
text, `toInteger` of a number too large); `avg` may differ in its last digit; a list made by `collect` has the order of
the rows before it, so sort them first where it matters. An answer may take three minutes on either engine.
"""


def reference() -> str:
    """The text of docs/cypher.md."""
    queries = "\n".join(map(_section, library().values()))
    refused = "".join(f"- {refusal.what}. {refusal.hint}\n" for refusal in REFUSALS)
    return (
        f"{_HEAD}## Named queries\n\n{queries}\n## What the embedded engine does not answer\n\n"
        "It reads only. Besides, it refuses Cypher that it would answer otherwise than Neo4j, rather than give wrong "
        f"rows:\n\n{refused}\n{_TAIL}"
    )


def _section(query: NamedQuery) -> str:
    params = "".join(
        f"| `{p.name}` | {TYPES[p.type][1]} | {'required' if p.required else f'`{p.default!r}`'} |\n"
        for p in query.params
    )
    table = f"| parameter | value | default |\n|---|---|---|\n{params}\n" if params else ""
    return f"### {query.name}\n\n{query.purpose}\n\n{table}Columns: {', '.join(f'`{c}`' for c in query.columns)}.\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(reference())
