"""The one pass that lays the tokens of wikitext down as blocks: lines, tables and tags."""

import html
import re
from collections.abc import Callable

from tropegraph.model.page import SpanKind
from tropegraph.parse import mediawiki_arguments, mediawiki_links
from tropegraph.parse.mediawiki_state import BOLD, State
from tropegraph.parse.mediawiki_tokens import OPAQUE_TAGS, Kind, Token

_CELL_STYLE = re.compile(r"[^\[\]{}|\n]{0,300}=[^\[\]{}|\n]{0,300}\|(?!\|)")
_MARKS = {
    "i": SpanKind.ITALIC,
    "em": SpanKind.ITALIC,
    "cite": SpanKind.ITALIC,
    "b": SpanKind.BOLD,
    "strong": SpanKind.BOLD,
    "ref": SpanKind.NOTE,
    "spoiler": SpanKind.SPOILER,
}
_QUOTE_TAGS = frozenset({"blockquote", "poem"})
_BLOCK_TAGS = frozenset("p div center table tr ul ol dl h1 h2 h3 h4 h5 h6 tabber onlyinclude noinclude".split())
_SILENT_TAGS = frozenset(
    "span small big u s strike del ins sup sub font tt code kbd var abbr nowiki references wbr td th tbody thead "
    "caption dt dd rb rt rp ruby bdi bdo mark q section gallery noinclude onlyinclude includeonly img".split()
)


def read(page: str, source: str, title: str) -> State:
    """All that a wikitext holds.

    Args:
        page: Id of the page, for findings.
        source: Wikitext with newlines as line ends.
        title: The wiki's title of the page; empty when unknown.
    """
    state = State(page, source, title)
    for index, token in enumerate(state.tokens):
        start, position = token.start, state.position
        if start >= position:
            if start > position:
                state.words(source[position:start])
            state.position = token.end
            _HANDLERS[token.kind](state, token, index)
    state.words(source[state.position :])
    while state.frames:
        state.end_frame()
    state.out.newline()
    state.out.flush()
    return state


def _nothing(state: State, token: Token, index: int) -> None:
    """Comments and switches leave nothing."""


def _literal(state: State, token: Token, index: int) -> None:
    if token.text:
        state.write(html.unescape(token.text))


def _newline(state: State, token: Token, index: int) -> None:
    state.header = False
    state.out.newline()


def _line_mark(state: State, token: Token, index: int) -> None:
    if state.source.startswith("\n", token.start):
        _newline(state, token, index)
    state.out.line_mark(token.text)


def _heading_end(state: State, token: Token, index: int) -> None:
    if not state.out.in_heading:
        state.write(token.text)


def _rule(state: State, token: Token, index: int) -> None:
    state.out.end_list()


def _table(state: State, token: Token, index: int) -> None:
    state.out.end_table()
    if token.kind is not Kind.TABLE_END:
        _skip_line(state)


def _row(state: State, token: Token, index: int) -> None:
    state.out.end_table(caption=token.text.endswith("+"))
    if token.text.endswith("-"):
        _skip_line(state)


def _skip_line(state: State) -> None:
    """Pass over a table's style, up to the end of its line or of the bracket that it stands in."""
    end = state.source.find("\n", state.position)
    end = end if end >= 0 else len(state.source)
    inner = state.tokens[state.frames[-1].token.partner].start if state.frames else end
    state.position = max(state.position, min(end, inner))


def _cell(state: State, token: Token, index: int) -> None:
    if token.text == "!!" and not state.header:
        state.write("!!")
        return
    state.header = state.header or token.text == "!"
    if not state.source.startswith("||", token.start - 1):
        state.out.cell()
    style = _CELL_STYLE.match(state.source, state.position)
    state.position = style.end() if style else state.position


def _emphasis(state: State, token: Token, index: int) -> None:
    signs = token.end - token.start
    state.out.emphasis(signs, bold_follows=signs == BOLD and state.bold_follows(index))


def _tag(state: State, token: Token, index: int) -> None:
    if token.text in {"br", "hr"}:
        state.out.hard_break()
    elif token.text == "li" and not token.closing:
        state.out.line_mark("*")
    elif token.text in _BLOCK_TAGS:
        _block_tag(state, token)
    elif token.partner == -1 and token.text in _MARKS.keys() | _QUOTE_TAGS | OPAQUE_TAGS:
        state.complain("unclosed-markup", token)
    elif token.partner >= 0 and token.text in _QUOTE_TAGS:
        (state.out.end_quote if token.closing else state.out.begin_quote)()
    elif token.partner >= 0 and token.text in _MARKS:
        _mark_tag(state, token)
    elif token.text not in _SILENT_TAGS | _MARKS.keys() | {"li"}:
        state.complain("unknown-markup", token)


def _block_tag(state: State, token: Token) -> None:
    heading = len(token.text) == 2 and token.text[1].isdigit() and not token.closing and token.partner >= 0
    if heading:
        state.out.line_mark("=" * int(token.text[1]))
    elif token.text in {"ul", "ol", "dl"} or state.out.in_heading:
        state.out.flush()
    else:
        state.out.flush_paragraph()


def _mark_tag(state: State, token: Token) -> None:
    open_marks = state.marks.setdefault(token.text, [])
    if not token.closing:
        state.write(" " if token.text == "ref" else "")
        open_marks.append(state.out.open_mark(_MARKS[token.text]))
    elif open_marks:
        state.out.close_mark(open_marks.pop())


_HANDLERS: dict[Kind, Callable[[State, Token, int], None]] = {
    Kind.NEWLINE: _newline,
    Kind.LIST: _line_mark,
    Kind.HEADING: _line_mark,
    Kind.HEADING_END: _heading_end,
    Kind.RULE: _rule,
    Kind.EMPHASIS: _emphasis,
    Kind.LITERAL: _literal,
    Kind.NOTHING: _nothing,
    Kind.URL: mediawiki_links.url,
    Kind.TAG: _tag,
    Kind.PIPE: mediawiki_arguments.pipe,
    Kind.TABLE: _table,
    Kind.ROW: _row,
    Kind.CELL: _cell,
    Kind.TABLE_END: _table,
    Kind.LINK: mediawiki_links.whole_link,
    Kind.OPEN_LINK: mediawiki_links.open_link,
    Kind.OPEN_OUTSIDE: mediawiki_links.open_outside,
    Kind.OPEN_TEMPLATE: mediawiki_arguments.open_template,
    Kind.CLOSE_LINK: mediawiki_links.close_link,
    Kind.CLOSE_OUTSIDE: mediawiki_links.close_outside,
    Kind.CLOSE_TEMPLATE: mediawiki_arguments.close_template,
}
