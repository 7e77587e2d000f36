"""Asks an engine: by the name of a query, or in Cypher."""

import re
from collections.abc import Mapping
from typing import Any

from tropegraph.errors import QueryError
from tropegraph.model.vocabulary import NodeKind
from tropegraph.query.engine import Engine, Result
from tropegraph.query.library import NamedQuery, named

_NAME = re.compile(r"\s*[\w-]*\s*")


def run(
    engine: Engine,
    name_or_cypher: str,
    params: Mapping[str, Any] | None = None,
    queries: Mapping[str, NamedQuery] | None = None,
) -> Result:
    """Rows of a named query or of a Cypher statement.

    Args:
        engine: Where the graph is.
        name_or_cypher: Key of `library()`, or Cypher that does not write.
        params: Values of parameters by name. Those of a named query may be given as text; a trope or work by its id,
            its title or an alias, however capitalised.
        queries: The named queries, where they are not those of `library()`.

    Raises:
        QueryError: There is no such query, a parameter is missing, unknown or bad, no node is called so, or the engine
            refuses the statement.
    """
    if not _NAME.fullmatch(name_or_cypher):
        return engine.run(name_or_cypher, params)
    query = named(name_or_cypher.strip(), queries)
    return _answer(engine, query, _with_ids(engine, query, query.bind(params or {})))


def _answer(engine: Engine, query: NamedQuery, values: Mapping[str, Any]) -> Result:
    """The answer of the engine's own text; of the common one where that gives none, or needs what is not there."""
    if own := query.own.get(engine.name):
        try:
            result = engine.run(own, values)
        except QueryError:
            return engine.run(query.cypher, values)
        if result.rows:
            return result
    return engine.run(query.cypher, values)


def _with_ids(engine: Engine, query: NamedQuery, values: Mapping[str, Any]) -> dict[str, Any]:
    kinds = {p.name: p.type.node for p in query.params}
    return {
        name: value if (kind := kinds[name]) is None else resolve(engine, value, kind) for name, value in values.items()
    }


def resolve(engine: Engine, name: str, kind: str = "") -> str:
    """Id of the node that a reader means by `name`.

    Args:
        engine: Where the graph is.
        name: Id, title or alias, however capitalised.
        kind: Node kind; any when empty.

    Raises:
        QueryError: No node of that kind is called so; nodes whose titles hold the words are named.
    """
    about = {"name": name, "kind": kind}
    for key in ("id", "name"):
        rows = engine.run(_exactly(kind, key), {"name": name}).rows
        if rows:
            return str(rows[0][0])
    found = engine.run(named("find").cypher, {**about, "limit": 5}).records() if name.strip() else []
    if found and found[0]["found"] != "part":
        return str(found[0]["id"])
    near = ", ".join(f'"{row["name"]}"' for row in found)
    hint = f"There is {near}." if near else "Look for it with the query search."
    raise QueryError(f'No {kind.lower() or "node"} is called "{name}".', hint)


def _exactly(kind: str, key: str) -> str:
    """The statement that looks nodes up by index; kind and key are never a reader's words."""
    label = f":{NodeKind(kind)}" if kind else ""
    return f"MATCH (n{label} {{{key}: $name}}) RETURN n.id AS id ORDER BY id LIMIT 1"
