"""TV Tropes wiki source (PmWiki with the site's own additions) to a `Page`.

The tokens come from `pmwiki_tokens`, what each directive does from `pmwiki_directives`; here is the one pass that lays
them down as blocks. Markup that is unknown or never closed is read as text, with a finding.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from tropegraph.model import names
from tropegraph.model.findings import Finding
from tropegraph.model.page import BlockKind, Format, Page, RawPage, SpanKind
from tropegraph.parse.build import Outline, TextBuilder
from tropegraph.parse.lines import normal_lines, without_numbers
from tropegraph.parse.pmwiki_directives import BREAK_TAGS, DIRECTIVES, SILENT_TAGS, Action, Directive
from tropegraph.parse.pmwiki_tokens import Kind, Token, named_page, tokenise
from tropegraph.parse.subpages import name_from_subpages, own_subpages
from tropegraph.parse.targets import spelled_title

_MAX_OPEN_MARKS = 16
_ARGUMENT = re.compile(r"[\w%#.+-]{0,40}:(?!//)")
_IMAGE = re.compile(r"static\.tvtropes\.org/|/pub/images/|\.(?:png|jpe?g|gif|webp|svg|bmp)$", re.IGNORECASE)
_HEADING_OF_CAPITALS = 6


def parse_pmwiki(raw: RawPage) -> Page:
    """The page that TV Tropes wiki source describes.

    A bare WikiWord reads as the wiki shows it, in words. Where the page states no name, a list of its own subpages
    may give it.

    Args:
        raw: A page of `Format.PMWIKI`; line numbers in front of every line are taken off.
    """
    source = without_numbers(normal_lines(raw.text))
    reader = _Reader(raw.id, source)
    reader.run()
    blocks = tuple(reader.outline.blocks)
    name = raw.name or name_from_subpages(blocks)
    return Page(
        id=raw.id,
        title=reader.title or raw.title,
        name=name,
        kind=None,
        format=Format.PMWIKI,
        blocks=blocks,
        redirect_to=reader.redirect_to,
        indexes=tuple(dict.fromkeys(reader.indexes)),
        subpages=own_subpages(blocks, name),
        url=raw.url,
        origin=raw.origin,
        digest=raw.digest,
        findings=tuple(reader.findings),
    )


@dataclass(slots=True, eq=False)
class _Draft:
    """A block in the making, with the emphasis that is open in it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    row: bool = False
    text: TextBuilder = field(default_factory=TextBuilder)
    open: dict[SpanKind, int] = field(default_factory=dict)
    heading_until: int = -1


@dataclass(slots=True, eq=False)
class _Frame:
    """An open bracket or note, and where it began; in a later draft it goes on from the first word."""

    token: Token
    draft: _Draft
    start: int
    action: Action | None = None
    mark: SpanKind | None = None

    def start_in(self, draft: _Draft) -> int:
        return self.start if draft is self.draft else 0


class _Reader:
    """The state of one pass over one source."""

    def __init__(self, page: str, source: str) -> None:
        self.page = page
        self.source = source
        self.outline = Outline()
        self.findings: list[Finding] = []
        self.redirect_to = ""
        self.title = ""
        self.indexes: list[str] = []
        self._tokens = tokenise(source)
        self._strong_after = _strong_after(self._tokens)
        self._line_ends = [m.start() for m in re.finditer("\n", source)]
        self._position = 0
        self._draft = _Draft()
        self._frames: list[_Frame] = []
        self._notes: list[_Frame] = []
        self._marks: list[_Frame] = []
        self._outer: list[_Draft] = []
        self._links = 0
        self._item = 0
        self._beside_item = False
        self._fresh = True
        self._broken = False

    def run(self) -> None:
        """Read the whole source."""
        for index, token in enumerate(self._tokens):
            if token.start >= self._position:
                self._words(self.source[self._position : token.start])
                self._position = token.end
                _HANDLERS[token.kind](self, token, index)
        self._words(self.source[self._position :])
        self._flush()
        if self.outline.in_folder:
            self._find("unclosed-markup", len(self.source), "A folder is opened and never closed.")

    def _find(self, code: str, offset: int, message: str) -> None:
        where = f"line {bisect_right(self._line_ends, offset - 1) + 1}"
        self.findings.append(Finding(code, self.page, where, message))

    def _complain(self, code: str, token: Token) -> None:
        words = self.source[token.start : token.start + 40].partition("\n")[0]
        fault = "is never closed, or never opened" if code == "unclosed-markup" else "is not known"
        self._find(code, token.start, f'"{words}" {fault}.')

    # Words and lines

    def _words(self, text: str) -> None:
        if text and not text.isspace():
            self._begin(indented=text[0].isspace())
            self._draft.text.write(html.unescape(text) if "&" in text else text)
        elif text and not self._fresh:
            self._draft.text.write(" ")

    def _begin(self, *, indented: bool = False) -> None:
        """Go on with the block above, or start a paragraph where an unmarked line follows another kind of block."""
        if self._fresh and not (indented or self._broken) and self._draft.kind in {BlockKind.ITEM, BlockKind.QUOTE}:
            self._flush()
            self._item = 0
        if self._fresh:
            self._draft.text.write(" ")
        self._fresh = self._broken = False

    def _newline(self, token: Token, index: int) -> None:
        if self._fresh:
            self._beside_item = False
        if self._fresh or self._draft.kind is BlockKind.HEADING or self._draft.row:
            self._flush()
        self._fresh = True

    def _mark(self, token: Token, index: int) -> None:
        sign = token.text.strip()
        self._flush()
        if sign[0] in "*#":
            self._item = len(sign)
            self._beside_item = True
            self._draft = _Draft(BlockKind.ITEM, len(sign))
        elif sign[-1] in "><":
            self._draft = _Draft(BlockKind.QUOTE, min(self._item, max(len(sign) - 2, self._beside_item)))
        else:
            self._item = 0
            self._draft = _Draft(BlockKind.HEADING, len(sign)) if sign[0] == "!" else _Draft(row=sign == "||")
        self._fresh = self._broken = False

    def _flush(self) -> None:
        """End the present block; marks that are open go on in the next one."""
        draft = self._draft
        self._end_marks(draft)
        if draft.kind is BlockKind.HEADING:
            self.outline.heading(draft.text, draft.level)
        elif draft.heading_until == draft.text.here:
            self.outline.heading(draft.text, _HEADING_OF_CAPITALS)
        else:
            self.outline.add(draft.text, draft.kind, draft.level)
        self._draft = _Draft(BlockKind.CAPTION if self._outer else BlockKind.PARAGRAPH)
        self._fresh = True
        self._broken = False

    def _end_marks(self, draft: _Draft) -> None:
        for frame in self._marks:
            if frame.mark:
                draft.text.mark(frame.start_in(draft), frame.mark)

    # Inline markup

    def _link(self, token: Token, index: int) -> None:
        if token.url and _IMAGE.search(token.url):
            return
        self._begin()
        start = self._draft.text.here
        self._draft.text.write(token.text)
        if not self._links:
            self._lay_link(token, start)

    def _lay_link(self, token: Token, start: int) -> None:
        text = self._draft.text
        title = spelled_title(text.since(start), token.page) if token.page else ""
        text.link(start, page=token.page, url=token.url, title=title)

    def _literal(self, token: Token, index: int) -> None:
        self._begin()
        self._draft.text.write(token.text)

    def _emphasis(self, token: Token, index: int) -> None:
        self._begin()
        count = token.end - token.start
        if count == 3 and SpanKind.BOLD not in self._draft.open and not self._strong_after[index]:
            self._toggle(SpanKind.ITALIC)
            self._draft.text.write("'")
            return
        self._draft.text.write("'" * (1 if count == 4 else max(count - 5, 0)))
        if count != 2:
            self._toggle(SpanKind.BOLD)
        if count not in {3, 4}:
            self._toggle(SpanKind.ITALIC)

    def _toggle(self, kind: SpanKind) -> None:
        draft = self._draft
        if kind in draft.open:
            draft.text.mark(draft.open.pop(kind), kind)
        else:
            draft.open[kind] = draft.text.here

    def _hard_break(self, token: Token, index: int) -> None:
        self._begin()
        self._draft.text.hard_break()
        self._broken = True

    def _cell(self, token: Token, index: int) -> None:
        self._begin()
        row = self._draft.row
        self._draft.text.write("||" if not row else " | " if self._draft.text.here else "")

    def _index(self, token: Token, index: int) -> None:
        if token.page:
            self.indexes.append(token.page)

    def _title(self, token: Token, index: int) -> None:
        self.title = self.title or token.text

    def _nothing(self, token: Token, index: int) -> None:
        """Comments, table attributes and size marks leave nothing."""

    # Brackets

    def _open_link(self, token: Token, index: int) -> None:
        if token.partner < 0:
            self._complain("unclosed-markup", token)
            self._link(token, index)
            self._draft.text.write(" ")
            return
        self._begin()
        self._frames.append(_Frame(token, self._draft, self._draft.text.here))
        self._links += 1

    def _open_directive(self, token: Token, index: int) -> None:
        directive = DIRECTIVES.get(token.text)
        if directive is None or token.partner < 0:
            self._begin()
            self._complain("unclosed-markup" if token.partner < 0 else "unknown-markup", token)
            self._draft.text.write("" if directive else self.source[token.start + 2 : token.end])
            directive = Directive(Action.TEXT)
        if token.partner >= 0:
            self._enter(token, directive)

    def _enter(self, token: Token, directive: Directive) -> None:
        for _ in range(directive.arguments):
            argument = _ARGUMENT.match(self.source, self._position)
            self._position = argument.end() if argument else self._position
        if directive.action in {Action.REDIRECT, Action.TITLE}:
            self._state(token, directive.action)
            return
        if directive.action is Action.FOLDER:
            self._flush()
            self._item = 0
        elif directive.action is Action.CAPTION:
            self._outer.append(self._draft)
            self._draft = _Draft(BlockKind.CAPTION)
        else:
            self._begin()
        frame = _Frame(token, self._draft, self._draft.text.here, directive.action, directive.mark)
        self._frames.append(frame)
        self._open_mark(frame)

    def _state(self, token: Token, action: Action) -> None:
        """A directive that says something of the whole page."""
        close = self._tokens[token.partner]
        words = self.source[self._position : close.start].strip()
        if action is Action.TITLE:
            self.title = words
        else:
            self.redirect_to = named_page(words) or names.page_name(words)
        self._position = close.end

    def _open_mark(self, frame: _Frame) -> None:
        if frame.mark and len(self._marks) < _MAX_OPEN_MARKS:
            self._marks.append(frame)

    def _close_mark(self, frame: _Frame) -> None:
        if frame in self._marks and frame.mark:
            self._marks.remove(frame)
            self._draft.text.mark(frame.start_in(self._draft), frame.mark)

    def _close(self, token: Token, index: int) -> None:
        if token.partner < 0:
            self._begin()
            self._complain("unclosed-markup", token)
            self._draft.text.write("]]")
            return
        frame = self._frames.pop()
        self._close_mark(frame)
        if frame.action is None:
            self._close_link(frame, token)
        elif frame.action is Action.FOLDER:
            self.outline.folder(self._draft.text)
            self._draft = _Draft()
        elif frame.action is Action.CAPTION:
            self._flush()
            self._draft = self._outer.pop()
        elif frame.action is Action.LABEL:
            self._open_note(frame.token)
        elif frame.action is Action.HEADING and not frame.start_in(self._draft):
            self._draft.heading_until = self._draft.text.here

    def _close_link(self, frame: _Frame, token: Token) -> None:
        self._links -= 1
        start = frame.start_in(self._draft)
        if not self.source[frame.token.end : token.start].strip():
            start = self._draft.text.here
            self._draft.text.write(frame.token.text)
        if not self._links:
            self._lay_link(frame.token, start)

    # Tags

    def _tag(self, token: Token, index: int) -> None:
        if token.text in BREAK_TAGS:
            self._hard_break(token, index)
        elif token.text == "note":
            self._open_note(token)
        elif token.text in {"/note", "/labelnote"}:
            self._close_note(token)
        elif token.text == "/folder":
            self._end_folder(token)
        elif token.text not in SILENT_TAGS:
            self._begin()
            self._complain("unknown-markup", token)
            self._draft.text.write(self.source[token.start + 2 : token.end - 2])

    def _end_folder(self, token: Token) -> None:
        self._flush()
        self._item = 0
        if not self.outline.end_folder():
            self._complain("unclosed-markup", token)

    def _open_note(self, token: Token) -> None:
        if not token.noted:
            self._complain("unclosed-markup", token)
            return
        self._begin()
        self._draft.text.write(" ")
        frame = _Frame(token, self._draft, self._draft.text.here, mark=SpanKind.NOTE)
        self._notes.append(frame)
        self._open_mark(frame)

    def _close_note(self, token: Token) -> None:
        if token.noted and self._notes:
            self._close_mark(self._notes.pop())
        else:
            self._complain("unclosed-markup", token)


def _strong_after(tokens: list[Token]) -> list[bool]:
    """For each token, whether a bold mark follows it on its line."""
    found = False
    answers: list[bool] = []
    for token in reversed(tokens):
        answers.append(found)
        if token.kind is Kind.NEWLINE:
            found = False
        elif token.kind is Kind.EMPHASIS:
            found = found or token.end - token.start >= 3
    return answers[::-1]


_HANDLERS: dict[Kind, Callable[[_Reader, Token, int], None]] = {
    Kind.NEWLINE: _Reader._newline,
    Kind.MARK: _Reader._mark,
    Kind.LINK: _Reader._link,
    Kind.LITERAL: _Reader._literal,
    Kind.EMPHASIS: _Reader._emphasis,
    Kind.BREAK: _Reader._hard_break,
    Kind.CELL: _Reader._cell,
    Kind.INDEX: _Reader._index,
    Kind.TITLE: _Reader._title,
    Kind.OPEN_LINK: _Reader._open_link,
    Kind.OPEN_DIRECTIVE: _Reader._open_directive,
    Kind.CLOSE: _Reader._close,
    Kind.TAG: _Reader._tag,
    Kind.NOTHING: _Reader._nothing,
}
