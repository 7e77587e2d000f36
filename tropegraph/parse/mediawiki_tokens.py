"""MediaWiki source cut into tokens: what stands where, before anything is made of it.

One pass of one expression over the text; every repetition in it is bounded or anchored, so the time is linear in the
text's length whatever it holds. Brackets are paired here, so that what is opened and never closed is known before the
first word is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto


class Kind(Enum):
    """What a token is."""

    NEWLINE = auto()
    LIST = auto()
    HEADING = auto()
    HEADING_END = auto()
    RULE = auto()
    EMPHASIS = auto()
    LITERAL = auto()
    NOTHING = auto()
    URL = auto()
    TAG = auto()
    PIPE = auto()
    TABLE = auto()
    ROW = auto()
    CELL = auto()
    TABLE_END = auto()
    OPEN_LINK = auto()
    OPEN_OUTSIDE = auto()
    OPEN_TEMPLATE = auto()
    CLOSE_LINK = auto()
    CLOSE_OUTSIDE = auto()
    CLOSE_TEMPLATE = auto()


@dataclass(slots=True, eq=False)
class Token:
    """One piece of markup.

    Args:
        kind: What it is.
        start: Offset of its first character in the source.
        end: Offset behind its last character.
        text: Its words: a sign, a target, a template's or tag's name, an address, a literal text.
        closing: For a tag, whether it ends an element; -1 as `partner` says that the element is never closed.
        partner: Index of the token that closes it, or -1.
        pipes: Indices of the bars that part its arguments.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    closing: bool = False
    partner: int = -1
    pipes: list[int] = field(default_factory=list)


OPAQUE_TAGS = frozenset(
    "nowiki pre gallery math syntaxhighlight source score timeline script style templatestyles imagemap inputbox "
    "youtube video ce chem mapframe maplink graph section dynamicpagelist dpl includeonly html categorytree rss".split()
)
"""Elements in which nothing is markup."""

LITERAL_TAGS = frozenset({"nowiki", "pre"})
"""Those of them whose inside is text of the page."""

VOID_TAGS = frozenset("br hr wbr references img".split())
"""Elements that hold nothing."""

_TOKEN = re.compile(
    r"""(?=[\n\[\]{}|='<*\#:;!_~h -])(?:
     (?P<newline>\n)
    |(?P<table>^[ \t]{0,20}:{0,5}\{\|(?!\}\}))
    |(?P<table_end>^[ \t]{0,20}\|\}(?!\}))
    |(?P<row>^[ \t]{0,20}\|(?:-|\+))
    |(?P<cell>^[ \t]{0,20}(?:\|(?!\|?\}\})|!))
    |(?P<heading>^={1,6}(?=[^\n]*=[ \t]*(?:<!--[^\n]{0,300}-->[ \t]*)?$))
    |(?P<list>^[*\#:;]+)
    |(?P<rule>^-{4,})
    |(?P<heading_end>={1,6}(?=[ \t]*(?:<!--[^\n]{0,300}-->[ \t]*)?$))
    |(?P<link>\[\[[ \t]*(?P<target>(?:[^\[\]{}|<>\n]|\{\{[A-Za-z]{1,20}\}\}){1,255}?)[ \t]*(?=\||\]\]))
    |(?P<close_link>\]\])
    |(?P<outside>\[(?=(?:https?:)?//)(?P<address>[^\s\[\]<>"{}|]{1,2000})[ \t]*)
    |(?P<close_outside>\])
    |(?P<template>\{\{[ \t\n]{0,9}(?P<name>[^{}|\[\]<>\n]{1,100})[ \t\n]{0,9}(?=\||\}\}))
    |(?P<close_template>\}\})
    |(?P<pipe>\|)
    |(?P<header>!!)
    |(?P<emphasis>'{2,})
    |(?P<comment><!--)
    |(?P<tag></?(?P<tag_name>[A-Za-z][A-Za-z0-9]{0,20})(?:[\s/][^<>]{0,500})?>)
    |(?P<nothing>__[A-Z]{3,30}__|~{3,5})
    |(?P<url>\bhttps?://[^\s\[\]<>"{}|]+))""",
    re.MULTILINE | re.VERBOSE,
)
_KINDS = {
    "newline": Kind.NEWLINE,
    "table": Kind.TABLE,
    "table_end": Kind.TABLE_END,
    "row": Kind.ROW,
    "cell": Kind.CELL,
    "heading": Kind.HEADING,
    "list": Kind.LIST,
    "rule": Kind.RULE,
    "heading_end": Kind.HEADING_END,
    "link": Kind.OPEN_LINK,
    "close_link": Kind.CLOSE_LINK,
    "outside": Kind.OPEN_OUTSIDE,
    "close_outside": Kind.CLOSE_OUTSIDE,
    "template": Kind.OPEN_TEMPLATE,
    "close_template": Kind.CLOSE_TEMPLATE,
    "pipe": Kind.PIPE,
    "header": Kind.CELL,
    "emphasis": Kind.EMPHASIS,
    "comment": Kind.NOTHING,
    "tag": Kind.TAG,
    "nothing": Kind.NOTHING,
    "url": Kind.URL,
}
_WORDS = {"link": "target", "outside": "address", "template": "name", "tag": "tag_name"}
_TRAILING = ".,;:!?)'"


def tokenise(source: str) -> list[Token]:
    """All markup of a source, in order, brackets paired; what lies between tokens is text.

    Args:
        source: Wikitext with newlines as line ends.
    """
    tokens = list(_scan(source))
    _Pairing(tokens, source).run()
    _pair_tags(tokens)
    return tokens


def _scan(source: str) -> Iterator[Token]:
    position = 0
    absent: set[str] = set()
    while match := _TOKEN.search(source, position):
        token = _token(source, match, absent)
        position = max(token.end, match.start() + 1)
        if token.end > token.start:
            yield token


def _token(source: str, match: re.Match[str], absent: set[str]) -> Token:
    group = match.lastgroup if match.lastgroup in _KINDS else ""
    group = group or next(name for name in _KINDS if match[name] is not None)
    if group == "comment":
        return _comment(source, match.start(), absent)
    if group == "url":
        address = match.group().partition("''")[0].rstrip(_TRAILING)
        return Token(Kind.URL, match.start(), match.start() + len(address), address)
    words = match[_WORDS[group]] if group in _WORDS else match.group()
    token = Token(_KINDS[group], *match.span(), words.strip())
    return _tag(source, token, absent) if group == "tag" else token


def _comment(source: str, start: int, absent: set[str]) -> Token:
    """A comment, with its line where it stands alone on it."""
    end = _find(source, "-->", start + 4, absent)
    if end < 0:
        return Token(Kind.LITERAL, start, start + 4, "<!--")
    alone = (start == 0 or source[start - 1] == "\n") and source.startswith("\n", end + 3)
    return Token(Kind.NOTHING, start, end + 3 + alone)


def _tag(source: str, token: Token, absent: set[str]) -> Token:
    """A tag; with all up to its end where nothing inside it is markup."""
    token.text = token.text.lower()
    token.closing = source.startswith("</", token.start)
    alone = source.startswith("/>", token.end - 2) or token.text in VOID_TAGS
    if alone:
        token.partner = -2
    elif token.text in OPAQUE_TAGS and not token.closing:
        end = _find(source, f"</{token.text}", token.end, absent)
        close = source.find(">", end, end + 40) if end >= 0 else -1
        if close >= 0:
            inner = source[token.end : end] if token.text in LITERAL_TAGS else ""
            return Token(Kind.LITERAL, token.start, close + 1, inner)
    return token


def _find(source: str, words: str, start: int, absent: set[str]) -> int:
    """Offset of `words`, which are looked for in vain only once."""
    end = -1 if words in absent else source.find(words, start)
    if end < 0:
        absent.add(words)
    return end


class _Pairing:
    """Which bracket closes which, and to which brackets the bars belong."""

    def __init__(self, tokens: list[Token], source: str) -> None:
        self._tokens = tokens
        self._source = source
        self._stack: list[int] = []
        self._open = {Kind.OPEN_TEMPLATE: 0, Kind.TABLE: 0}
        self._line_begins = True

    def run(self) -> None:
        """Pair all tokens."""
        for index, token in enumerate(self._tokens):
            step = _STEPS.get(token.kind)
            if step:
                step(self, token, index)
            self._line_begins = token.kind is Kind.NEWLINE

    def _top(self) -> Token | None:
        return self._tokens[self._stack[-1]] if self._stack else None

    def _is_top(self, *kinds: Kind) -> bool:
        top = self._top()
        return top is not None and top.kind in kinds

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
        while self._is_top(Kind.OPEN_OUTSIDE) or (self._line_begins and self._is_top(Kind.OPEN_LINK)):
            self._pop()

    def _line_mark(self, token: Token, index: int) -> None:
        while self._is_top(Kind.OPEN_LINK, Kind.OPEN_OUTSIDE):
            self._pop()

    def _close_link(self, token: Token, index: int) -> None:
        if self._is_top(Kind.OPEN_OUTSIDE):
            token.kind, token.end = Kind.CLOSE_OUTSIDE, token.start + 1
            self._pair(token, index)
        elif self._is_top(Kind.OPEN_LINK):
            self._pair(token, index)

    def _close_outside(self, token: Token, index: int) -> None:
        if self._is_top(Kind.OPEN_OUTSIDE):
            self._pair(token, index)

    def _close_template(self, token: Token, index: int) -> None:
        if self._unwind(Kind.OPEN_TEMPLATE):
            self._pair(token, index)

    def _close_table(self, token: Token, index: int) -> None:
        if self._is_top(Kind.OPEN_TEMPLATE) or not self._unwind(Kind.TABLE):
            self._bar(token, index)
        else:
            self._pair(token, index)

    def _unwind(self, kind: Kind) -> bool:
        """Leave all that was opened within the innermost open bracket of a kind; `False` where none is open."""
        if not self._open[kind]:
            return False
        while not self._is_top(kind):
            self._pop()
        return True

    def _bar(self, token: Token, index: int) -> None:
        """A bar, or what would be a table's mark if it did not stand in a link or template."""
        top = self._top()
        bar = self._source.find("|", token.start, token.end)
        if top is not None and top.kind in {Kind.OPEN_LINK, Kind.OPEN_TEMPLATE} and bar >= 0:
            top.pipes.append(index)
            token.kind, token.end, token.partner = Kind.PIPE, bar + 1, self._stack[-1]
        elif top is None or not self._open[Kind.TABLE]:
            token.kind, token.text = Kind.LITERAL, self._source[token.start : token.end].strip()
        elif token.kind is Kind.PIPE:
            token.kind = Kind.CELL


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
}


def _pair_tags(tokens: list[Token]) -> None:
    """Let each closing tag close the last open one of its name."""
    stacks: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        if token.kind is not Kind.TAG or token.partner == -2:
            continue
        stack = stacks.setdefault(token.text, [])
        if not token.closing:
            stack.append(index)
        elif stack:
            token.partner = stack.pop()
            tokens[token.partner].partner = index
