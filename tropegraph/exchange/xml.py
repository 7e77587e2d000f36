"""XML of others, read element by element: no entities, nothing is fetched, and a bound on how deep it may go."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from tropegraph.errors import InputError
from tropegraph.exchange.texts import from_xml

_CHUNK = 1 << 18
_DEEPEST = 200
_NONE: "list[Element]" = []
_HINT = "Write it anew with the tool that it comes from."


@dataclass(slots=True)
class Element:
    """An element; names are without their namespace."""

    name: str
    attributes: dict[str, str]
    words: str = ""
    parts: "list[Element]" = field(default_factory=list)
    """Of one that is given by itself: what is within it at any depth, but for others that are given by themselves."""

    @property
    def text(self) -> str:
        """The text right within it."""
        return from_xml(self.words)

    def of(self, name: str) -> "list[Element]":
        """Elements of a name within it."""
        return [part for part in self.parts if part.name == name]


def elements(file: BinaryIO, place: str, wanted: Collection[str]) -> Iterator[Element]:
    """Elements of these names, each once it is whole; one within another of them is given by itself too.

    Args:
        file: The document.
        place: What it is called where something is wrong.
        wanted: Names without namespaces.

    Raises:
        InputError: It is no XML, is cut off, goes too deep, or declares entities: those may grow or fetch without end.
    """
    reader = _Reader(place, wanted)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.EntityDeclHandler = reader.entity
    try:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk)
            yield from reader.taken()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise InputError(f"{place} is damaged from line {error.lineno} on: {why}.", _HINT) from error
    yield from reader.taken()


class _Reader:
    """Puts together the elements that are wanted, and lets go of the rest."""

    def __init__(self, place: str, wanted: Collection[str]) -> None:
        self._place = place
        self._wanted = frozenset(wanted)
        self._open: list[Element] = []
        self._within: list[list[Element]] = []
        self._depth = 0
        self._done: list[Element] = []

    def taken(self) -> list[Element]:
        done, self._done = self._done, []
        return done

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError(f"{self._place} has elements in elements without end.", _HINT)
        local = name.rpartition(":")[2]
        if local in self._wanted:
            element = Element(local, _read(attributes))
            self._within.append(element.parts)
        elif self._open:
            element = Element(local, _read(attributes), "", _NONE)
            self._within[-1].append(element)
        else:
            return
        self._open.append(element)

    def words(self, text: str) -> None:
        if self._open:
            self._open[-1].words += text

    def end(self, _: str) -> None:
        self._depth -= 1
        if self._open:
            element = self._open.pop()
            if element.name in self._wanted:
                self._within.pop()
                self._done.append(element)

    def entity(self, *_: object) -> None:
        raise InputError(f"{self._place} declares entities of its own, as no graph does.", _HINT)


def _read(attributes: dict[str, str]) -> dict[str, str]:
    for value in attributes.values():
        if "_x" in value:
            return {key: from_xml(value) for key, value in attributes.items()}
    return attributes
