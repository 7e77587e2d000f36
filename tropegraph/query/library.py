"""The named queries: one file of cypher/queries each, with a header that says what it takes and gives.

::

    // name: examples
    // purpose: Works that use a trope.
    // params: name (trope), limit (int, 200)
    // columns: work, id
    // engines: embedded, neo4j
    MATCH ...

A parameter is ``name (type)`` or ``name (type, default)``; types are the keys of `TYPES`.
"""

import difflib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tropegraph.errors import QueryError
from tropegraph.resources import resource

_HEADER = re.compile(r"// (\w+): (.*)")
_PARAM = re.compile(r'(\w+) \((\w+)(?:, ("[^"]*"|[^)"]+))?\)(?:, |$)')
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
REQUIRED = object()
"""Default of a parameter that has none."""


def _int(value: Any) -> int:
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("a whole number from 0 on")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text")
    return value


TYPES: Mapping[str, tuple[Callable[[Any], Any], str]] = {
    "int": (_int, "a whole number from 0 on"),
    "string": (_text, "text"),
    "trope": (_text, "id, title or alias of a trope"),
    "work": (_text, "id, title or alias of a work"),
    "node": (_text, "id, title or alias of any node"),
}
"""Types of parameters: how a value is read, and what it is in words."""


@dataclass(frozen=True)
class Param:
    """A parameter of a named query.

    Args:
        name: Its name, without the dollar sign.
        type: Key of `TYPES`.
        default: Value where none is given; `REQUIRED` when one must be.
    """

    name: str
    type: str
    default: Any = REQUIRED

    @property
    def required(self) -> bool:
        """Whether a value must be given."""
        return self.default is REQUIRED

    def __str__(self) -> str:
        return f"{self.name}: {self.type}" if self.required else f"{self.name}={json.dumps(self.default)}"

    def read(self, value: Any) -> Any:
        """The value as the parameter's type.

        Raises:
            QueryError: It is none of that type.
        """
        try:
            return TYPES[self.type][0](value)
        except ValueError as error:
            raise QueryError(f'The parameter {self.name} is "{value}".', f"It has to be {error}.") from error


@dataclass(frozen=True)
class NamedQuery:
    """One file of cypher/queries.

    Args:
        name: Its name.
        purpose: One sentence: what it gives.
        params: Its parameters.
        columns: Names of the columns it gives.
        engines: Engines it runs on.
        cypher: The statement, without its header.
    """

    name: str
    purpose: str
    params: tuple[Param, ...]
    columns: tuple[str, ...]
    engines: tuple[str, ...]
    cypher: str

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
                f"The query {self.name} needs the parameter {lacking[0].name}: {TYPES[lacking[0].type][1]}.",
                f'Give it as --param {lacking[0].name}="...".',
            )
        return {p.name: p.read(given[p.name]) if p.name in given else p.default for p in self.params}


@lru_cache(maxsize=1)
def library() -> Mapping[str, NamedQuery]:
    """All named queries by name, sorted."""
    files = sorted(resource("cypher", "queries").glob("*.cypher"))
    return MappingProxyType({query.name: query for query in map(read, files)})


def named(name: str) -> NamedQuery:
    """A named query.

    Raises:
        QueryError: There is none of that name.
    """
    try:
        return library()[name]
    except KeyError:
        near = difflib.get_close_matches(name, library(), n=3, cutoff=0.4)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(library())}."
        raise QueryError(f'There is no query named "{name}".', hint) from None


def read(path: Path) -> NamedQuery:
    """A named query from its file.

    Raises:
        ValueError: The file lacks a header line or is not what its header says.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [_HEADER.fullmatch(line) for line in lines[:5]]
    header = {match[1]: match[2] for match in found if match}
    if list(header) != ["name", "purpose", "params", "columns", "engines"] or header["name"] != path.stem:
        raise ValueError(f"{path.name} has not the header of a query")
    return NamedQuery(
        name=header["name"],
        purpose=header["purpose"],
        params=_params(header["params"]),
        columns=tuple(header["columns"].split(", ")),
        engines=tuple(header["engines"].split(", ")),
        cypher="\n".join(lines[5:]).strip(),
    )


def _params(text: str) -> tuple[Param, ...]:
    if text == "none":
        return ()
    found = list(_PARAM.finditer(text))
    if "".join(match[0] for match in found) != text:
        raise ValueError(f"not a list of parameters: {text}")
    return tuple(Param(m[1], m[2], json.loads(m[3]) if m[3] else REQUIRED) for m in found)
