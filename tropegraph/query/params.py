"""Parameters of named queries: their types, and how a value that someone gave is read as one."""

import difflib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tropegraph.errors import QueryError
from tropegraph.model.names import squash
from tropegraph.model.vocabulary import MEDIA, TROPE_RELATIONS, Modifier, NodeKind

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_RANGE = re.compile(r"([0-9]+)-([0-9]+)")
REQUIRED = object()
"""Default of a parameter that has none."""


@dataclass(frozen=True)
class Type:
    """A type of parameters.

    Args:
        read: Reads a value; raises ValueError, which says what the value has to be.
        words: What a value is, in words.
        names: All values, where they are names.
        node: Kind of node that a value names, empty for any; `None` where it names none.
    """

    read: Callable[[Any], Any]
    words: str
    names: tuple[str, ...] = ()
    node: str | None = None


def _int(value: Any) -> int:
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("a whole number from 0 on")
    return value


def _between(least: int, most: int) -> Type:
    words = f"a whole number from {least} to {most}"

    def read(value: Any) -> int:
        try:
            number = _int(value)
        except ValueError:
            number = -1
        if not least <= number <= most:
            raise ValueError(words)
        return number

    return Type(read, words)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text")
    return value


def _one_of(what: str, names: Sequence[str], words: str) -> Type:
    """A word of the vocabulary, however capitalised, with spaces, hyphens or underscores."""
    known = {squash(name): str(name) for name in names}

    def read(value: Any) -> str:
        key = squash(value) if isinstance(value, str) else ""
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
            raise ValueError(
                f"{what}; did you mean {known[near[0]]}?" if near else f"{what}: {', '.join(known.values())}"
            )
        return known[key]

    return Type(read, words, tuple(known.values()))


def _node(kind: str, words: str) -> Type:
    return Type(_text, f"id, title or alias of {words}", node=kind)


TYPES: dict[str, Type] = {
    "int": Type(_int, "a whole number from 0 on"),
    "string": Type(_text, "text"),
    "trope": _node(NodeKind.TROPE, "a trope"),
    "work": _node(NodeKind.WORK, "a work"),
    "index": _node(NodeKind.INDEX, "an index"),
    "node": _node("", "any node"),
    "relation": _one_of("a relation between tropes", TROPE_RELATIONS, "a relation between tropes, as `SISTER_TROPE`"),
    "modifier": _one_of("a modifier", tuple(Modifier), "a modifier, as `SUBVERTED`"),
    "medium": _one_of("a medium", sorted(medium.name for medium in MEDIA), "a medium, as `Film`"),
    "kind": _one_of("a kind of node", tuple(NodeKind), "`Trope`, `Work`, `Index` or `Page`"),
}
"""Types by name; besides, ``1-6`` is a whole number from 1 to 6."""


def type_of(name: str) -> Type:
    """The type of a name.

    Raises:
        KeyError: There is none.
    """
    bounds = _RANGE.fullmatch(name)
    return _between(int(bounds[1]), int(bounds[2])) if bounds else TYPES[name]


@dataclass(frozen=True)
class Param:
    """A parameter of a named query.

    Args:
        name: Its name, without the dollar sign.
        kind: Name of its type, as `type_of` takes it.
        default: Value where none is given; `REQUIRED` when one must be.
    """

    name: str
    kind: str
    default: Any = REQUIRED

    @property
    def type(self) -> Type:
        """Its type."""
        return type_of(self.kind)

    @property
    def required(self) -> bool:
        """Whether a value must be given."""
        return self.default is REQUIRED

    def __str__(self) -> str:
        return f"{self.name}: {self.kind}" if self.required else f"{self.name}={json.dumps(self.default)}"

    def read(self, value: Any) -> Any:
        """The value as the parameter's type; an empty one where that is the default.

        Raises:
            QueryError: It is none of that type.
        """
        if isinstance(value, str) and value == "" == self.default:
            return value
        try:
            return self.type.read(value)
        except ValueError as error:
            told = f"It has to be {error}"
            shown = str(value) if len(str(value)) <= 80 else f"{str(value)[:77]}..."
            raise QueryError(
                f'The parameter {self.name} is "{shown}".', told if told.endswith("?") else f"{told}."
            ) from error
