"""Lines of wikitext laid down as blocks: what differs from the wiki source of TV Tropes."""

from tropegraph.model.page import BlockKind, SpanKind
from tropegraph.parse.pmwiki_blocks import BlockWriter, Draft

_EXAMPLES_LEVEL = 1
_ITALIC = 2


class WikitextWriter(BlockWriter):
    """Writes lines by MediaWiki's rules.

    Emphasis ends with its line. Colons indent: behind a bullet they go on with its item. A row of a table is one
    block, with bars between its cells.
    """

    def __init__(self) -> None:
        super().__init__()
        self._quotes = 0
        self._quote_level = 0

    def words(self, text: str) -> None:
        """Write what stands between two tokens."""
        if not self._fresh:
            self._broken = False
            self.draft.text.write(text)
        elif text and not text.isspace():
            self.begin(indented=text[0].isspace())
            self.draft.text.write(text)

    def newline(self) -> None:
        """End a line, and with it all emphasis; an empty one ends the block."""
        draft = self.draft
        if draft.open:
            for kind in tuple(draft.open):
                self._toggle(kind)
        if self._fresh:
            self._beside_item = False
            self.flush()
        elif draft.kind is BlockKind.HEADING or draft.row:
            self.flush()
        self._fresh = True

    def line_mark(self, sign: str) -> None:
        """Begin the block that the sign in front of a line asks for: `*`, `#`, `:`, `;`, or `=` for a heading."""
        self.flush()
        self.draft.kind, self.draft.level = self._meaning(sign)
        self._fresh = self._broken = False
        if sign[-1] == ";":
            self.draft.open[SpanKind.BOLD] = 0

    def emphasis(self, signs: int, *, bold_follows: bool) -> None:
        """A run of apostrophes, as for TV Tropes."""
        if signs == _ITALIC:
            self.begin()
            self._toggle(SpanKind.ITALIC)
        else:
            super().emphasis(signs, bold_follows=bold_follows)

    def flush(self) -> None:
        """End the present block; within a quotation the next one is part of it."""
        draft = self.draft
        if draft.text.here or draft.kind is BlockKind.HEADING:
            super().flush()
        elif draft.open or draft.level or draft.row or draft.kind is not self._plain:
            self.draft = Draft(self._plain)
        self._fresh, self._broken = True, False
        if self._quotes:
            self.draft = Draft(BlockKind.QUOTE, self._quote_level)

    @property
    def _plain(self) -> BlockKind:
        """Kind of a block that nothing was said of."""
        return BlockKind.CAPTION if self._outer else BlockKind.PARAGRAPH

    def _meaning(self, sign: str) -> tuple[BlockKind, int]:
        """Kind and level of the block that a sign begins."""
        if self._quotes and sign[0] != "=":
            return BlockKind.QUOTE, self._quote_level
        if sign[0] in "=;":
            self._item = 0
            return (BlockKind.HEADING, len(sign)) if sign[0] == "=" else (BlockKind.PARAGRAPH, 0)
        if sign[-1] in ":;":
            level = len(sign.rstrip(":;"))
            return BlockKind.PARAGRAPH, min(self._item, max(level, self._beside_item))
        self._item, self._beside_item = len(sign), True
        return BlockKind.ITEM, len(sign)

    def begin_quote(self) -> None:
        """Begin a quotation; it belongs to the item that it stands in or right below."""
        self.flush()
        if not self._quotes:
            self._quote_level = self._item if self._beside_item else 0
        self._quotes += 1
        self.draft = Draft(BlockKind.QUOTE, self._quote_level)
        self._fresh = False

    def end_quote(self) -> None:
        """End the quotation; what follows on its line goes on beside it."""
        self.flush()
        self._quotes = max(0, self._quotes - 1)
        if not self._quotes:
            self.draft = Draft(level=self._quote_level)
            self._fresh = False

    def heading(self, words: str) -> None:
        """A heading that a template shows: above all those of the page itself."""
        self.begin_heading()
        self.draft.text.write(words)
        self.flush()

    def begin_heading(self) -> None:
        """Begin the heading that a template shows."""
        self.line_mark("=" * _EXAMPLES_LEVEL)

    def begin_folder(self) -> None:
        """Begin the title of a collapsed section."""
        self.end_list()
        self.draft = Draft()
        self._fresh = False

    def end_table(self, *, caption: bool = False) -> None:
        """End the last row of a table, or what stands before one; its caption has one line."""
        self.end_list()
        self.draft.row = caption

    def cell(self) -> None:
        """Begin a cell: a bar after the one before, where that holds something."""
        if self.draft.kind is BlockKind.ITEM:
            self.flush()
        self._fresh = False
        if self.draft.text.here:
            self.draft.text.write(" | ")

    def flush_paragraph(self) -> None:
        """End a paragraph; within an item or a quotation go on."""
        if self.draft.kind is BlockKind.PARAGRAPH and not self.draft.row:
            self.flush()
        else:
            self.draft.text.write(" ")

    @property
    def in_heading(self) -> bool:
        """Whether a heading is being written."""
        return self.draft.kind is BlockKind.HEADING
