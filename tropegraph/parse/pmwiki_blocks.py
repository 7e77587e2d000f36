"""Lines, words and marks of wiki source, laid down as blocks: what `pmwiki` says, without the brackets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from tropegraph.model.page import BlockKind, SpanKind
from tropegraph.parse.build import Outline, TextBuilder

_MAX_OPEN_MARKS = 16
_HEADING_OF_CAPITALS = 6
_ITEM_OR_QUOTE = frozenset({BlockKind.ITEM, BlockKind.QUOTE})


@dataclass(slots=True, eq=False)
class Draft:
    """A block in the making.

    Args:
        kind: As in `model.page.Block`.
        level: As in `model.page.Block`.
        row: Whether it is a row of a table.
        text: Its text so far.
        open: Where the emphasis that is open in it began.
        heading_until: Offset up to which it is all in capitals, which makes it a heading if nothing follows; or -1.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    row: bool = False
    text: TextBuilder = field(default_factory=TextBuilder)
    open: dict[SpanKind, int] = field(default_factory=dict)
    heading_until: int = -1


@dataclass(slots=True, eq=False)
class Mark:
    """A mark that is open, and where it began; in a later draft it goes on from the first word."""

    kind: SpanKind
    draft: Draft
    start: int

    def lay_on(self, draft: Draft) -> None:
        """Mark the part of a draft that it covers so far."""
        draft.text.mark(self.start if draft is self.draft else 0, self.kind)


class BlockWriter:
    """Writes words into drafts and finished drafts into an outline, by the rules for lines.

    An unmarked line goes on with a paragraph; with an item or a quote only when it is indented or a hard break stands
    before it. Marks live on over the ends of blocks, emphasis does not.
    """

    def __init__(self) -> None:
        self.outline = Outline()
        self.draft = Draft()
        self._outer: list[Draft] = []
        self._marks: list[Mark] = []
        self._item = 0
        self._beside_item = False
        self._fresh = True
        self._broken = False

    def words(self, text: str) -> None:
        """Write what stands between two tokens."""
        if text and not text.isspace():
            if self._fresh or self._broken:
                self.begin(indented=text[0].isspace())
            self.draft.text.write(text)
        elif text and not self._fresh:
            self.draft.text.write(" ")

    def begin(self, *, indented: bool = False) -> None:
        """Make the draft ready for words: the one above, or a new paragraph."""
        if self._fresh:
            if not (indented or self._broken) and self.draft.kind in _ITEM_OR_QUOTE:
                self.end_list()
            self.draft.text.write(" ")
        self._fresh = self._broken = False

    def newline(self) -> None:
        """End a line; an empty one ends the block."""
        self._beside_item = self._beside_item and not self._fresh
        if self._fresh or self.draft.kind is BlockKind.HEADING or self.draft.row:
            self.flush()
        self._fresh = True

    def line_mark(self, sign: str) -> None:
        """Begin the block that the sign in front of a line asks for."""
        self._finish()
        self.draft = self._marked(sign.strip())
        self._fresh = self._broken = False

    def _marked(self, sign: str) -> Draft:
        if sign[0] in "*#":
            self._item, self._beside_item = len(sign), True
            return Draft(BlockKind.ITEM, len(sign))
        if sign[-1] in "><":
            return Draft(BlockKind.QUOTE, min(self._item, max(len(sign) - 2, self._beside_item)))
        self._item = 0
        return Draft(BlockKind.HEADING, len(sign)) if sign[0] == "!" else Draft(row=sign == "||")

    def hard_break(self) -> None:
        """Break the line within the block."""
        self.begin()
        self.draft.text.hard_break()
        self._broken = True

    def flush(self) -> None:
        """End the present block."""
        self._finish()
        self.draft = Draft(BlockKind.CAPTION if self._outer else BlockKind.PARAGRAPH)
        self._fresh, self._broken = True, False

    def _finish(self) -> None:
        """Hand the present block over to the outline."""
        draft = self.draft
        for mark in self._marks:
            mark.lay_on(draft)
        if draft.kind is BlockKind.HEADING:
            self.outline.heading(draft.text, draft.level)
        elif draft.heading_until > 0 and not draft.text.since(draft.heading_until):
            self.outline.heading(draft.text, _HEADING_OF_CAPITALS)
        else:
            self.outline.add(draft.text, draft.kind, draft.level)

    def end_list(self) -> None:
        """End the present block, and with it the item that quotes below could belong to."""
        self.flush()
        self._item = 0

    def enter_caption(self) -> None:
        """Begin a caption, in the middle of whatever stands around it."""
        self._outer.append(self.draft)
        self.draft = Draft(BlockKind.CAPTION)

    def leave_caption(self) -> None:
        """End the caption and go on with what stands around it."""
        self.flush()
        self.draft = self._outer.pop()

    def leave_folder_title(self) -> None:
        """Make the draft a folder's title and go into the folder."""
        self.outline.folder(self.draft.text)
        self.draft = Draft()

    def open_mark(self, kind: SpanKind) -> Mark:
        """Begin a mark; of very many within each other only the first are laid down."""
        mark = Mark(kind, self.draft, self.draft.text.here)
        if len(self._marks) < _MAX_OPEN_MARKS:
            self._marks.append(mark)
        return mark

    def close_mark(self, mark: Mark) -> None:
        """End a mark."""
        if mark in self._marks:
            self._marks.remove(mark)
            mark.lay_on(self.draft)

    def emphasis(self, signs: int, *, bold_follows: bool) -> None:
        """A run of apostrophes: two for italic, three for bold, five for both; others are apostrophes as well.

        Args:
            signs: Length of the run.
            bold_follows: Whether a run of three or more follows on the line; else three end italics before an "'s".
        """
        self.begin()
        if signs == 3 and SpanKind.BOLD not in self.draft.open and not bold_follows:
            self._toggle(SpanKind.ITALIC)
            self.draft.text.write("'")
            return
        if signs > 3 and signs != 5:
            self.draft.text.write("'" * (1 if signs == 4 else signs - 5))
        if signs != 2:
            self._toggle(SpanKind.BOLD)
        if signs not in {3, 4}:
            self._toggle(SpanKind.ITALIC)

    def _toggle(self, kind: SpanKind) -> None:
        draft = self.draft
        if kind in draft.open:
            draft.text.mark(draft.open.pop(kind), kind)
        else:
            draft.open[kind] = draft.text.here


class _Piece(Protocol):
    """What the tokens of both wikis' source have in common."""

    @property
    def kind(self) -> Enum: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def bold_after(tokens: Sequence[_Piece], newline: Enum, emphasis: Enum) -> list[bool]:
    """For each token, whether a bold mark (three apostrophes or more) follows it on its line.

    Args:
        tokens: Tokens of a page.
        newline: Kind of the tokens that end a line.
        emphasis: Kind of the tokens that are apostrophes.
    """
    found = False
    answers: list[bool] = []
    for token in reversed(tokens):
        answers.append(found)
        if token.kind is newline:
            found = False
        elif token.kind is emphasis:
            found = found or token.end - token.start >= 3
    return answers[::-1]
