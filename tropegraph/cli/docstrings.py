"""What a docstring tells, by its sections: help of commands that are made from functions."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_SECTION = re.compile(r"^(Args|Returns|Raises|Source):\n", re.MULTILINE)
_ENTRY = re.compile(r"^(\w+): ", re.MULTILINE)


@dataclass(frozen=True)
class Told:
    """A docstring taken apart.

    Args:
        paragraphs: What stands before all sections; the first is the purpose.
        args: What is said of each argument.
        sections: The texts of all other sections, by name.
    """

    paragraphs: list[str]
    args: dict[str, str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)


def told(function: Callable[..., Any]) -> Told:
    """What the docstring of a function tells; each text as one line."""
    head, *parts = _SECTION.split(inspect.getdoc(function) or "")
    sections = {name: inspect.cleandoc(body) for name, body in zip(parts[::2], parts[1::2], strict=True)}
    _, *entries = _ENTRY.split(sections.pop("Args", ""))
    args = dict(zip(entries[::2], map(_one_line, entries[1::2]), strict=True))
    paragraphs = [_one_line(text) for text in head.split("\n\n") if text.strip()]
    return Told(paragraphs, args, {name: _one_line(text) for name, text in sections.items()})


def _one_line(text: str) -> str:
    return " ".join(text.split())
