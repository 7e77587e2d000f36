"""The named queries: one file of cypher/queries each, with a header that says what it takes and gives.

::

    // name: examples
    // purpose: Works that use a trope.
    // params: name (trope), medium (medium, ""), limit (int, 200)
    // columns: work, id
    // engines: embedded, neo4j
    // example: name="The Hero" limit=3
    MATCH ...

A parameter is ``name (type)`` or ``name (type, default)``; types are those of `params.type_of`. Where the default is
``""``, an empty value is one, whatever the type. The example may be left out. ``NAME.ENGINE.cypher`` is another text of
a query for that engine alone, with the same header: it gives the same rows by means that the other engine lacks.
"""

import difflib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tropegraph.errors import QueryError
from tropegraph.query.params import REQUIRED, Param, type_of
from tropegraph.resources import resource

_HEADER = re.compile(r"// (\w+):(?: (.*))?")
_KEYS = ("name", "purpose", "params", "columns", "engines")
_PARAM = re.compile(r'(\w+) \(([\w-]+)(?:, ("[^"]*"|[^)"]+))?\)(?:, |$)')
_VALUE = re.compile(r'(\w+)=(?:"([^"]*)"|(\S+))')
_USE_HEADER = "Begin it with // name:, // purpose:, // params:, // columns: and // engines:, as docs/cypher.md shows."


@dataclass(frozen=True)
class NamedQuery:
    """One file of cypher/queries.

    Args:
        name: Its name.
        purpose: One sentence or two: what it gives.
        params: Its parameters.
        columns: Names of the columns it gives.
        engines: Engines it runs on.
        cypher: The statement, without its header.
        example: Values of parameters that show it, as text; `None` where it has none.
        own: Other texts, by the engine that each is for.
    """

    name: str
    purpose: str
    params: tuple[Param, ...]
    columns: tuple[str, ...]
    engines: tuple[str, ...]
    cypher: str
    example: Mapping[str, str] | None = None
    own: Mapping[str, str] = field(default_factory=dict)

    def bind(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Values of all parameters: those given, each read as its type, and defaults.

        Raises:
            QueryError: One is missing, unknown or of a wrong type.
        """
        known = [p.name for p in self.params]
        if unknown := sorted(set(given) - set(known)):
            raise QueryError(
                f"The query {self.name} has no parameter {unknown[0]}.", f"It takes {', '.join(known) or 'none'}."
            )
        if lacking := [p for p in self.params if p.required and p.name not in given]:
            raise QueryError(
                f"The query {self.name} needs the parameter {lacking[0].name}: {lacking[0].type.words}.",
                f'Give it as --param {lacking[0].name}="...".',
            )
        return {p.name: p.read(given[p.name]) if p.name in given else p.default for p in self.params}


@lru_cache(maxsize=8)
def library(folder: Path | None = None) -> Mapping[str, NamedQuery]:
    """All named queries by name, sorted.

    Args:
        folder: Folder of a user's own; one that has the name of ours takes its place.

    Raises:
        QueryError: The folder is none, or a file in it is no query.
    """
    if folder is not None and not folder.is_dir():
        raise QueryError(f"There is no folder {folder} of queries.", "Name one that holds files like NAME.cypher.")
    places = [resource("cypher", "queries"), *([folder] if folder else [])]
    found = {query.name: query for place in places for query in _of_folder(place)}
    return MappingProxyType(dict(sorted(found.items())))


def _of_folder(folder: Path) -> list[NamedQuery]:
    return [read(path) for path in sorted(folder.glob("*.cypher")) if "." not in path.stem]


def named(name: str, queries: Mapping[str, NamedQuery] | None = None) -> NamedQuery:
    """A named query, of the library unless others are given.

    Raises:
        QueryError: There is none of that name.
    """
    queries = library() if queries is None else queries
    try:
        return queries[name]
    except KeyError:
        near = difflib.get_close_matches(name, queries, n=3, cutoff=0.4)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(queries)}."
        raise QueryError(f'There is no query named "{name}".', hint) from None


def read(path: Path) -> NamedQuery:
    """A named query from its file, with its texts for one engine from the files beside it.

    Raises:
        QueryError: The file cannot be read, lacks a header line or is not what its header says.
    """
    header, cypher = _parts(path)
    if header["name"] != path.stem:
        raise QueryError(f"The query file {path} calls itself {header['name']}.", "Give both the same name.")
    return NamedQuery(
        name=header["name"],
        purpose=header["purpose"],
        params=_params(header["params"], path),
        columns=tuple(header["columns"].split(", ")),
        engines=tuple(header["engines"].split(", ")),
        cypher=cypher,
        example=None if "example" not in header else {m[1]: m[2] or m[3] for m in _VALUE.finditer(header["example"])},
        own={other.suffixes[0][1:]: _parts(other)[1] for other in sorted(path.parent.glob(f"{path.stem}.*.cypher"))},
    )


def _parts(path: Path) -> tuple[dict[str, str], str]:
    """Header and statement of a file."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"The query file {path} cannot be read.", "It has to be text in UTF-8.") from error
    found = [_HEADER.fullmatch(line) for line in lines[: len(_KEYS) + 1]]
    header = {match[1]: match[2] or "" for match in found if match and match[1] in (*_KEYS, "example")}
    cypher = "\n".join(lines[len(header) :]).strip()
    if tuple(header)[: len(_KEYS)] != _KEYS or not cypher:
        raise QueryError(f"The query file {path} has not the header of a query.", _USE_HEADER)
    return header, cypher


def _params(text: str, path: Path) -> tuple[Param, ...]:
    found = [] if text == "none" else list(_PARAM.finditer(text))
    try:
        params = tuple(Param(m[1], m[2], json.loads(m[3]) if m[3] else REQUIRED) for m in found)
        for param in params:
            type_of(param.kind)
    except (KeyError, ValueError):
        found = []
    if "".join(match[0] for match in found) != text.removeprefix("none"):
        raise QueryError(f"The query file {path} has no list of parameters: {text}.", _USE_HEADER)
    return params
