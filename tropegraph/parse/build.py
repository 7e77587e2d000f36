"""What every parser builds with: a block's text with its links and marks, and the path of sections over it.

`TextBuilder` holds the block invariants of `model.page.Block` by construction: white space is folded as it comes in, so
no offset ever has to be corrected. `Outline` gathers the blocks of a page under its headings and folders.
"""

import re
from dataclasses import replace
from typing import TypeVar

from tropegraph.model import names
from tropegraph.model.page import Block, BlockKind, Link, Span, SpanKind
from tropegraph.parse.subpages import is_medium

FOLDER_LEVEL = 7
"""Heading level of a folder: below all six levels of real headings."""

_DEEPEST = 24
_Part = TypeVar("_Part", Link, Span)
_SENTENCE_END = re.compile(r"(?<!\.\.)[.!][\"'”’)]*$")
_ABOUT_EXAMPLES = re.compile(r"\b(?:examples?|tropes)\b", re.IGNORECASE)
_FEWEST_LOWER_WORDS = 4
_INVISIBLE = dict.fromkeys(map(ord, "\x00\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


class TextBuilder:
    """Append-only text of one block.

    Runs of white space become one space, hard breaks a newline. White space is written only when something follows
    it, hence the text never begins or ends with any, and neither does a link or mark.
    """

    __slots__ = ("_gap", "_length", "_links", "_parts", "_spans")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._links: list[Link] = []
        self._spans: list[Span] = []

    @property
    def here(self) -> int:
        """Offset to hand to `link` or `mark` later on as their start."""
        return self._length + 1 if self._gap and self._length else self._length

    @property
    def pending(self) -> str:
        """White space that is written before the next word: empty, a space or a newline."""
        return self._gap

    def write(self, text: str) -> str:
        """Append text; its white space, newlines included, is folded. Gives the words that were written."""
        words = text.strip()
        if not words.isprintable():
            text = text.translate(_INVISIBLE)
            words = " ".join(text.split())
        elif "  " in words:
            words = " ".join(words.split())
        if not words:
            self._gap = self._gap or (" " if text else "")
            return ""
        apart = self._length and (self._gap or text[0] != words[0])
        piece = (self._gap or " ") + words if apart else words
        self._parts.append(piece)
        self._length += len(piece)
        self._gap = " " if text[-1] != words[-1] else ""
        return words

    def hard_break(self) -> None:
        """Append a hard line break."""
        self._gap = "\n"

    def link(self, start: int, *, page: str = "", url: str = "", title: str = "") -> None:
        """Make a link of all that was written since `start`.

        Nothing happens where that is nothing or a link already, or where the link leads nowhere.

        Args:
            start: Offset, from `here`.
            page: As in `model.page.Link`.
            url: As in `model.page.Link`.
            title: As in `model.page.Link`.
        """
        free = not self._links or self._links[-1].end <= start
        if start < self._length and free and (page or url):
            self._links.append(Link(start, self._length, page, url, title))

    def mark(self, start: int, kind: SpanKind) -> None:
        """Lay a mark over all that was written since `start`; nothing happens where that is nothing."""
        if start < self._length:
            self._spans.append(Span(start, self._length, kind))

    def since(self, start: int) -> str:
        """The text written since `start`."""
        tail = self._parts[-1] if self._parts else ""
        offset = start - self._length + len(tail)
        if offset >= 0:
            return tail[offset:].strip()
        parts: list[str] = []
        length = self._length
        for part in reversed(self._parts):
            if length <= start:
                break
            length -= len(part)
            parts.append(part)
        return "".join(reversed(parts))[max(start - length, 0) :].strip()

    def block(self, kind: BlockKind, level: int = 0, section: tuple[str, ...] = ()) -> Block | None:
        """The finished block, or `None` when it has no text. Arguments as in `model.page.Block`."""
        if not self._parts:
            return None
        text = "".join(self._parts)
        links = tuple([_after_gap(link, text) for link in self._links]) if self._links else ()
        spans = _in_order([_after_gap(span, text) for span in self._spans]) if self._spans else ()
        return Block(kind, text, level, section, links, spans)


def _after_gap(part: _Part, text: str) -> _Part:
    """A link or mark that begins where white space was written later on begins behind it."""
    return replace(part, start=part.start + 1) if text[part.start].isspace() else part


def _in_order(spans: list[Span]) -> tuple[Span, ...]:
    """Marks by their start, the outer one first, each once."""
    return tuple(sorted(set(spans), key=lambda s: (s.start, -s.end, s.kind)) if len(spans) > 1 else spans)


def _is_bold_medium(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or block.level or not block.spans:
        return False
    whole = (Span(0, len(block.text), SpanKind.BOLD), Span(0, len(block.text.rstrip(":")), SpanKind.BOLD))
    return any(span in block.spans for span in whole) and is_medium(block.text)


def _is_sentence(heading: str) -> bool:
    """Whether a heading is a whole sentence (a warning, "X redirects here."); one about examples is a heading still."""
    if not _SENTENCE_END.search(heading) or _ABOUT_EXAMPLES.search(heading):
        return False
    lower = [word for word in heading.split() if word[0].islower() and word not in names.MINOR_WORDS]
    return len(lower) >= _FEWEST_LOWER_WORDS


class Outline:
    """The blocks of a page, each under its path of headings and folders.

    A heading ends the headings of its own and lower rank, a folder's end all that was opened inside it. Parsers that
    cannot see where a folder ends write it as a heading of level `FOLDER_LEVEL`. Paths end growing at a depth that no
    page reaches by intent, or thousands of folders never closed would take memory by the square.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[tuple[int, str]] = []
        self.path: tuple[str, ...] = ()

    def add(self, text: TextBuilder, kind: BlockKind, level: int = 0) -> None:
        """Append the finished text as a block of the present section; an empty one is left out.

        A paragraph that is nothing but a medium's name in bold is a heading, as pages without folders have it.
        """
        block = text.block(kind, level, self.path)
        if block is not None and _is_bold_medium(block):
            self.heading(text, FOLDER_LEVEL)
        else:
            self._append(block)

    def heading(self, text: TextBuilder, level: int) -> None:
        """Append a heading and go into its section; an empty one is left out, a whole sentence is a paragraph."""
        if _is_sentence(text.since(0)):
            self.add(text, BlockKind.PARAGRAPH)
            return
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self._enter(text, level, level)

    def folder(self, text: TextBuilder) -> None:
        """Append a folder's title and go into the folder, until `end_folder`."""
        self._enter(text, FOLDER_LEVEL, 0)

    def end_folder(self) -> bool:
        """Leave the innermost open folder; `False` when none is open."""
        if not self.in_folder:
            return False
        while self._open.pop()[0]:
            pass
        self._set_path()
        return True

    @property
    def in_folder(self) -> bool:
        """Whether a folder is open."""
        return any(level == 0 for level, _ in self._open)

    def _enter(self, text: TextBuilder, level: int, rank: int) -> None:
        self._set_path()
        block = text.block(BlockKind.HEADING, level, self.path)
        if block is not None:
            self.blocks.append(block)
            self._open += [(rank, block.text)] if len(self._open) < _DEEPEST else []
        self._set_path()

    def _append(self, block: Block | None) -> None:
        if block is not None:
            self.blocks.append(block)

    def _set_path(self) -> None:
        self.path = tuple(title for _, title in self._open)
