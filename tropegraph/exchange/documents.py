"""JSON documents: written a node or an edge a line, read whole."""

import json
from collections.abc import Iterable
from typing import IO, Any, BinaryIO

from tropegraph.errors import InputError
from tropegraph.exchange.texts import to_json


def write_list(out: IO[str], rows: Iterable[Any]) -> None:
    """Write a JSON array, an item a line."""
    out.write("[")
    between = "\n"
    for row in rows:
        out.write(between + to_json(row))
        between = ",\n"
    out.write("\n]")


def load(file: BinaryIO, place: str) -> dict[str, Any]:
    """The object that a document is.

    Raises:
        InputError: It is no JSON, or no object.
    """
    try:
        found = json.load(file)
    except (ValueError, RecursionError) as error:
        why = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "its text"
        raise InputError(f"{place} is no JSON: {why} cannot be read.", "Write it anew.") from error
    if not isinstance(found, dict):
        raise InputError(f"{place} is no graph in JSON.", "docs/formats.md says what a graph file holds.")
    return found


def objects(found: object, place: str) -> list[dict[str, Any]]:
    """A list of objects.

    Raises:
        InputError: It is something else.
    """
    if isinstance(found, list) and all(isinstance(row, dict) for row in found):
        return found
    raise InputError(f"{place} holds something else where its nodes and edges should be.", "Write it anew.")
