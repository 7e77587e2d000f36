"""Which bracket of wikitext closes which, to which the bars belong, and which tag ends which element."""

from collections import defaultdict

from tropegraph.parse.mediawiki_tokens import ALONE, Kind, Token, cut


def tokenise(source: str) -> list[Token]:
    """All markup of a source, in order, brackets paired; what lies between tokens is text.

    Args:
        source: Wikitext with newlines as line ends.
    """
    tokens = cut(source)
    _Pairing(tokens, source).run()
    return tokens


_LINKS = frozenset({Kind.OPEN_LINK, Kind.OPEN_OUTSIDE})
_PARTED = frozenset({Kind.OPEN_LINK, Kind.OPEN_TEMPLATE})
_NOBODY = frozenset({Kind.NEWLINE, Kind.LIST, Kind.HEADING, Kind.LINK, Kind.EMPHASIS})
"""Tokens that mean nothing while no bracket is open."""


class _Pairing:
    """One pass over the tokens of one source, with one stack for brackets and one for each name of tags."""

    def __init__(self, tokens: list[Token], source: str) -> None:
        self._tokens = tokens
        self._source = source
        self._stack: list[int] = []
        self._open = {Kind.OPEN_TEMPLATE: 0, Kind.TABLE: 0}
        self._pipes: defaultdict[int, list[int]] = defaultdict(list)
        self._elements: dict[str, list[int]] = {}

    def run(self) -> None:
        """Pair all tokens."""
        for index, token in enumerate(self._tokens):
            kind = token.kind
            if self._stack or kind not in _NOBODY:
                step = _STEPS.get(kind)
                if step:
                    step(self, token, index)
        for opening, pipes in self._pipes.items():
            self._tokens[opening].pipes = pipes

    def _is_top(self, kinds: frozenset[Kind]) -> bool:
        return bool(self._stack) and self._tokens[self._stack[-1]].kind in kinds

    def _push(self, token: Token, index: int) -> None:
        self._stack.append(index)
        if token.kind in self._open:
            self._open[token.kind] += 1

    def _pop(self) -> Token:
        token = self._tokens[self._stack.pop()]
        if token.kind in self._open:
            self._open[token.kind] -= 1
        return token

    def _pair(self, token: Token, index: int) -> None:
        token.partner = self._stack[-1]
        self._pop().partner = index

    def _newline(self, token: Token, index: int) -> None:
        """Addresses end with their line, links with their paragraph."""
        before = self._tokens[index - 1] if index else token
        after_empty = before.kind is Kind.NEWLINE and not self._source[before.end : token.start].strip()
        while self._is_top(_LINKS if after_empty else frozenset({Kind.OPEN_OUTSIDE})):
            self._pop()

    def _line_mark(self, token: Token, index: int) -> None:
        while self._is_top(_LINKS):
            self._pop()

    def _close_link(self, token: Token, index: int) -> None:
        if self._is_top(frozenset({Kind.OPEN_OUTSIDE})):
            token.kind, token.end = Kind.CLOSE_OUTSIDE, token.start + 1
            self._pair(token, index)
        elif self._is_top(frozenset({Kind.OPEN_LINK})):
            self._pair(token, index)

    def _close_outside(self, token: Token, index: int) -> None:
        if self._is_top(frozenset({Kind.OPEN_OUTSIDE})):
            self._pair(token, index)

    def _close_template(self, token: Token, index: int) -> None:
        if self._unwind(Kind.OPEN_TEMPLATE):
            self._pair(token, index)

    def _close_table(self, token: Token, index: int) -> None:
        if self._is_top(frozenset({Kind.OPEN_TEMPLATE})) or not self._unwind(Kind.TABLE):
            self._bar(token, index)
        else:
            self._pair(token, index)

    def _unwind(self, kind: Kind) -> bool:
        """Leave all that was opened within the innermost open bracket of a kind; `False` where none is open."""
        if not self._open[kind]:
            return False
        while self._tokens[self._stack[-1]].kind is not kind:
            self._pop()
        return True

    def _bar(self, token: Token, index: int) -> None:
        """A bar, or what would be a table's mark if it did not stand in a link or template."""
        bar = self._source.find("|", token.start, token.end)
        if bar >= 0 and self._is_top(_PARTED):
            self._pipes[self._stack[-1]].append(index)
            token.kind, token.end, token.partner = Kind.PIPE, bar + 1, self._stack[-1]
        elif not self._open[Kind.TABLE]:
            token.kind, token.text = Kind.LITERAL, self._source[token.start : token.end].strip()
        elif token.kind is Kind.PIPE:
            token.kind = Kind.CELL

    def _tag(self, token: Token, index: int) -> None:
        """Let a closing tag close the last open one of its name."""
        if token.partner == ALONE:
            return
        opened = self._elements.setdefault(token.text, [])
        if not token.closing:
            opened.append(index)
        elif opened:
            token.partner = opened.pop()
            self._tokens[token.partner].partner = index


_STEPS = {
    Kind.NEWLINE: _Pairing._newline,
    Kind.LIST: _Pairing._line_mark,
    Kind.HEADING: _Pairing._line_mark,
    Kind.OPEN_LINK: _Pairing._push,
    Kind.OPEN_OUTSIDE: _Pairing._push,
    Kind.OPEN_TEMPLATE: _Pairing._push,
    Kind.TABLE: _Pairing._push,
    Kind.CLOSE_LINK: _Pairing._close_link,
    Kind.CLOSE_OUTSIDE: _Pairing._close_outside,
    Kind.CLOSE_TEMPLATE: _Pairing._close_template,
    Kind.TABLE_END: _Pairing._close_table,
    Kind.PIPE: _Pairing._bar,
    Kind.ROW: _Pairing._bar,
    Kind.CELL: _Pairing._bar,
    Kind.TAG: _Pairing._tag,
}
