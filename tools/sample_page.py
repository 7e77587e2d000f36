"""A sample page between reading and writing: runs, blocks, and how runs are joined."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Plain text."""

    text: str


@dataclass(frozen=True)
class Link:
    """A link: page name, label, and the token of the wiki source that made it."""

    page: str
    label: str
    token: str


@dataclass(frozen=True)
class Mark:
    """Runs under one mark."""

    runs: tuple["Inline", ...]


class Bold(Mark):
    """Bold."""


class Italic(Mark):
    """Italics."""


class Note(Mark):
    """A note that a reader opens."""


class Spoiler(Mark):
    """Hidden until asked for."""


Inline = Text | Link | Mark


@dataclass(frozen=True)
class Block:
    """A line of the page: its kind, its runs, its depth (or an image's width), an image's address and link."""

    kind: str
    runs: tuple[Inline, ...] = ()
    level: int = 0
    image: str = ""
    link: str = ""


@dataclass(frozen=True)
class Page:
    """A page: its name, its title, its lines."""

    name: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def space(self) -> str:
        """Namespace."""
        return self.name.partition("/")[0]

    @property
    def own(self) -> str:
        """Name within the namespace."""
        return self.name.partition("/")[2]


Writer = Callable[[tuple[Inline, ...]], str]


def join(
    runs: tuple[Inline, ...], text: Callable[[str], str], link: Callable[[Link], str], mark: Callable[[Mark, str], str]
) -> str:
    """Write runs one after another: plain text, links, and marks around what is in them."""
    parts = []
    for run in runs:
        if isinstance(run, Text):
            parts.append(text(run.text))
        elif isinstance(run, Link):
            parts.append(link(run))
        else:
            parts.append(mark(run, join(run.runs, text, link, mark)))
    return "".join(parts)
