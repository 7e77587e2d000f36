"""TV Tropes wiki source (PmWiki with the site's own additions) to a `Page`.

The tokens come from `pmwiki_tokens`, what each directive does from `pmwiki_directives`; here is the one pass that lays
them down as blocks. Markup that is unknown or never closed is read as text, with a finding.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from tropegraph.model import names
from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, Page, RawPage, SpanKind
from tropegraph.parse.aliases import without_aliases
from tropegraph.parse.lines import normal_lines, without_numbers
from tropegraph.parse.pmwiki_blocks import BlockWriter, Draft, Mark, bold_after
from tropegraph.parse.pmwiki_directives import BREAK_TAGS, DIRECTIVES, SILENT_TAGS, Action, Directive
from tropegraph.parse.pmwiki_names import named_page
from tropegraph.parse.pmwiki_tokens import Kind, Token, plain, tokenise
from tropegraph.parse.subpages import name_from_subpages, own_subpages
from tropegraph.parse.targets import spelled_title

_ARGUMENT = re.compile(r"[\w%#.+-]{0,40}:(?!//)")
_IMAGE = re.compile(r"static\.tvtropes\.org/|/pub/images/|\.(?:png|jpe?g|gif|webp|svg|bmp)$", re.IGNORECASE)


def parse_pmwiki(raw: RawPage) -> Page:
    """The page that TV Tropes wiki source describes.

    A bare WikiWord reads as the wiki shows it, in words. Where the page states no name, a list of its own subpages
    may give it.

    Args:
        raw: A page of `Format.PMWIKI`; line numbers in front of every line are taken off.
    """
    source = "\n" + without_numbers(normal_lines(raw.text))
    reader = _Reader(raw.id, source)
    reader.run()
    blocks, aliases = without_aliases(reader.out.outline.blocks)
    name = raw.name or name_from_subpages(blocks)
    return Page(
        id=raw.id,
        title=reader.title or raw.title,
        name=name,
        kind=None,
        format=Format.PMWIKI,
        blocks=blocks,
        aliases=aliases,
        redirect_to=reader.redirect_to,
        indexes=tuple(dict.fromkeys(reader.indexes)),
        subpages=own_subpages(blocks, name),
        url=raw.url,
        origin=raw.origin,
        digest=raw.digest,
        findings=tuple(reader.findings),
    )


@dataclass(slots=True, eq=False)
class _Frame:
    """An open bracket, and where its inside begins; in a later draft that is the first word."""

    token: Token
    draft: Draft
    start: int
    action: Action | None = None
    mark: Mark | None = None

    def start_in(self, draft: Draft) -> int:
        return self.start if draft is self.draft else 0


class _Reader:
    """The state of one pass over one source."""

    def __init__(self, page: str, source: str) -> None:
        self.page = page
        self.source = source
        self.out = BlockWriter()
        self.findings: list[Finding] = []
        self.redirect_to = ""
        self.title = ""
        self.indexes: list[str] = []
        self._tokens = tokenise(source)
        self._bold_after = bold_after(self._tokens, Kind.NEWLINE, Kind.EMPHASIS)
        self._position = 0
        self._frames: list[_Frame] = []
        self._notes: list[Mark] = []
        self._links = 0

    def run(self) -> None:
        """Read the whole source."""
        for index, token in enumerate(self._tokens):
            start = token.start
            if start >= self._position:
                if start > self._position:
                    self._words(self._position, start)
                self._position = token.end
                _HANDLERS[token.kind](self, token, index)
        self._words(self._position, len(self.source))
        self.out.flush()
        if self.out.outline.in_folder:
            self._find("unclosed-markup", len(self.source), "A folder is opened and never closed.")

    def _words(self, start: int, end: int) -> None:
        self.out.words(plain(self.source[start:end]))

    def _find(self, code: str, offset: int, message: str) -> None:
        where = f"line {bisect_right(self._line_starts, offset)}"
        self.findings.append(Finding(code, self.page, where, message))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [match.end() for match in re.finditer("\n", self.source)]

    def _complain(self, code: str, token: Token) -> None:
        words = self.source[token.start : token.start + 40].partition("\n")[0].rstrip()
        fault = "is never closed, or never opened" if code == "unclosed-markup" else "is not known"
        self._find(code, token.start, f'"{words}" {fault}.')

    def _newline(self, token: Token, index: int) -> None:
        self.out.newline()
        if token.text:
            self.out.line_mark(token.text)

    def _link(self, token: Token, index: int) -> None:
        if not (token.url and _IMAGE.search(token.url)):
            self._whole_link(token, index)

    def _whole_link(self, token: Token, index: int) -> None:
        start = self._write(token.text)
        if not self._links:
            self._lay_link(token, start)

    def _lay_link(self, token: Token, start: int) -> None:
        text = self.out.draft.text
        title = spelled_title(text.since(start), token.page) if token.page else ""
        text.link(start, page=token.page, url=token.url, title=title)

    def _write(self, words: str) -> int:
        """Write words where they stand and give the offset that they begin at."""
        self.out.begin()
        start = self.out.draft.text.here
        self.out.draft.text.write(words)
        return start

    def _literal(self, token: Token, index: int) -> None:
        self._write(token.text)

    def _emphasis(self, token: Token, index: int) -> None:
        self.out.emphasis(token.end - token.start, bold_follows=self._bold_after[index])

    def _hard_break(self, token: Token, index: int) -> None:
        self.out.hard_break()

    def _cell(self, token: Token, index: int) -> None:
        draft = self.out.draft
        self._write("||" if not draft.row else " | " if draft.text.here else "")

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
            self._write(" ")
            return
        self._frames.append(self._frame(token))
        self._links += 1

    def _frame(self, token: Token, directive: Directive | None = None) -> _Frame:
        if directive is None or directive.action not in {Action.FOLDER, Action.CAPTION}:
            self.out.begin()
        draft = self.out.draft
        frame = _Frame(token, draft, draft.text.here, directive.action if directive else None)
        if directive and directive.mark:
            frame.mark = self.out.open_mark(directive.mark)
        return frame

    def _open_directive(self, token: Token, index: int) -> None:
        directive = DIRECTIVES.get(token.text)
        if directive is None or token.partner < 0:
            self._complain("unclosed-markup" if token.partner < 0 else "unknown-markup", token)
            self._write("" if directive else self.source[token.start + 2 : token.end])
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
            self.out.end_list()
        elif directive.action is Action.LABEL:
            self._begin_label(token)
        elif directive.action is Action.CAPTION:
            self.out.enter_caption()
        self._frames.append(self._frame(token, directive))

    def _begin_label(self, token: Token) -> None:
        """Set a note's label apart from the word before; one that only says "note" is left out."""
        self._write(" ")
        close = self._tokens[token.partner].start
        if names.squash(self.source[self._position : close]) in {"", "note"}:
            self._position = close

    def _state(self, token: Token, action: Action) -> None:
        """A directive that says something of the whole page."""
        close = self._tokens[token.partner]
        words = self.source[self._position : close.start].strip()
        if action is Action.TITLE:
            self.title = words
        else:
            self.redirect_to = named_page(words) or names.page_name(words)
        self._position = close.end

    def _close(self, token: Token, index: int) -> None:
        if token.partner < 0:
            self._complain("unclosed-markup", token)
            self._write("]]")
            return
        frame = self._frames.pop()
        if frame.mark:
            self.out.close_mark(frame.mark)
        draft = self.out.draft
        if frame.action is None:
            self._close_link(frame, token)
        elif frame.action is Action.FOLDER:
            self.out.leave_folder_title()
        elif frame.action is Action.CAPTION:
            self.out.leave_caption()
        elif frame.action is Action.LABEL:
            self._open_note(frame.token)
        elif frame.action is Action.HEADING and not frame.start_in(draft):
            draft.heading_until = draft.text.here

    def _close_link(self, frame: _Frame, token: Token) -> None:
        self._links -= 1
        start = frame.start_in(self.out.draft)
        if not self.source[frame.token.end : token.start].strip():
            start = self._write(frame.token.text)
        if not self._links:
            self._lay_link(frame.token, start)

    # Tags

    def _tag(self, token: Token, index: int) -> None:
        if token.text in BREAK_TAGS:
            self.out.hard_break()
        elif token.text == "note":
            self._open_note(token)
        elif token.text in {"/note", "/labelnote"}:
            self._close_note(token)
        elif token.text == "/folder":
            self._end_folder(token)
        elif token.text not in SILENT_TAGS:
            self._complain("unknown-markup", token)
            self._write(self.source[token.start + 2 : token.end - 2])

    def _end_folder(self, token: Token) -> None:
        self.out.end_list()
        if not self.out.outline.end_folder():
            self._complain("unclosed-markup", token)

    def _open_note(self, token: Token) -> None:
        if not token.noted:
            self._complain("unclosed-markup", token)
            return
        self._write(" ")
        self._notes.append(self.out.open_mark(SpanKind.NOTE))

    def _close_note(self, token: Token) -> None:
        if token.noted and self._notes:
            self.out.close_mark(self._notes.pop())
        else:
            self._complain("unclosed-markup", token)


_HANDLERS: dict[Kind, Callable[[_Reader, Token, int], None]] = {
    Kind.NEWLINE: _Reader._newline,
    Kind.LINK: _Reader._link,
    Kind.WHOLE_LINK: _Reader._whole_link,
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
