"""Values as text, for formats that have no lists, and texts that a format would not hold as they are; and back.

XML has no place for some characters: they are written as `_x0001_`, and an underscore that would be misread for the
start of that as `_x005F_`: the way of Office Open XML (ISO/IEC 29500-1, ST_Xstring). Spreadsheets take a cell that
begins with a sign such as "=" for a formula: an apostrophe stands before it, and before those that stand there.
"""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from tropegraph.model.schema import TABLES

KINDS: dict[str, str] = {
    **{name: column.type for table in ("nodes", "edges") for name, column in TABLES[table].items()},
    "evidence": "list",
    "sentence": "string",
    "page": "string",
    "community": "int64",
}
"""Type of each attribute that nodes and edges may have: as of `model.schema.Column`."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f&<>\ufffe\uffff]|_x")
_NOT_IN_ATTRIBUTE = re.compile('[\x00-\x1f&<>"\ufffe\uffff]|_x')
"""What is not written as it is; most texts hold nothing of it."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"} | {c: f"&#{ord(c)};" for c in "\t\n\r"}
)
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED_FORMULA = re.compile(r"''*[=+\-@\t\r]")

to_json: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""JSON text without spaces."""


def plain(value: Any) -> str:
    """A value as text: lists as JSON, truth values as XML has them."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _texts(tuple(value)) if not value or isinstance(value[0], str) else to_json(value)
    return str(value)


@lru_cache(maxsize=1 << 14)
def _texts(values: tuple[str, ...]) -> str:
    """A list of texts: there are few different ones, and millions of edges."""
    return to_json(values)


def xml_text(text: str) -> str:
    """Text between two tags."""
    return text if _NOT_IN_TEXT.search(text) is None else _fit(text).translate(_IN_TEXT)


def xml_attribute(text: str) -> str:
    """Text between quotation marks; line breaks stay line breaks."""
    return text if _NOT_IN_ATTRIBUTE.search(text) is None else _fit(text).translate(_IN_ATTRIBUTE)


def _fit(text: str) -> str:
    return _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def from_xml(text: str) -> str:
    """The text that was written into XML."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def to_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def from_cell(text: str) -> str:
    """The text that `to_cell` was given."""
    return text[1:] if _ESCAPED_FORMULA.match(text) else text
