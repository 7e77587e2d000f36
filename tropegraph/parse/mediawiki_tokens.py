"""MediaWiki source cut into tokens: what stands where, before anything is made of it.

One pass of one expression over the text; every repetition in it is bounded or ends at the next sign of its kind, so the
time is linear in the text's length whatever it holds. A link that holds no other markup is one token; which bracket
closes which other one says `mediawiki_pairs`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, auto


class Kind(IntEnum):
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
    LINK = auto()
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
        start: Offset of its first character in the source; for a list's or heading's sign of the line end before it.
        end: Offset behind its last character.
        text: Its words: a sign, a target, a template's or tag's name, an address, a literal text.
        label: What a whole link shows instead of its target; `None` where nothing is said of it.
        closing: For a tag, whether it ends an element; -1 as `partner` says that the element is never closed.
        partner: Index of the token that closes it, or -1.
        pipes: Indices of the bars that part its arguments.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    label: str | None = None
    closing: bool = False
    partner: int = -1
    pipes: Sequence[int] = ()


OPAQUE_TAGS = frozenset(
    "nowiki pre gallery math syntaxhighlight source score timeline script style templatestyles imagemap inputbox "
    "youtube video ce chem mapframe maplink graph section dynamicpagelist dpl includeonly html categorytree rss".split()
)
"""Elements in which nothing is markup."""

LITERAL_TAGS = frozenset({"nowiki", "pre"})
"""Those of them whose inside is text of the page."""

VOID_TAGS = frozenset("br hr wbr references img".split())
"""Elements that hold nothing."""

ALONE = -2
"""As `Token.partner`: a tag of an element that holds nothing."""

_LINE = r"""
     (?P<table>[ \t]{0,20}:{0,5}\{\|(?!\}\}))
    |(?P<table_end>[ \t]{0,20}\|\}(?!\}))
    |(?P<row>[ \t]{0,20}\|[-+])
    |(?P<cell>[ \t]{0,20}(?:\|(?!\|?\}\})|!))
    |(?P<heading>={1,6}(?=[^\n]*=[ \t]*(?:<!--[^\n]{0,300}-->[ \t]*)?$))
    |(?P<list>[*\#:;]+)
    |(?P<rule>-{4,})"""

# Every alternative begins with a character as such: from those the library makes a set that it finds the next match by.
_TOKEN = re.compile(
    rf"""
     \n(?:{_LINE})?
    |\[\[(?P<target>[^\[\]{{}}|<>\n]{{1,255}})
        (?:\|(?P<label>[^\[\]{{}}|<>\n'!~_:]*(?:(?:'(?!')|!(?!!)|_(?!_)|:(?!//))[^\[\]{{}}|<>\n'!~_:]*)*))?(?P<whole>\]\])
    |\[\[[ \t]*(?P<opened>(?:[^\[\]{{}}|<>\n]|\{{\{{[A-Za-z]{{1,20}}\}}\}}){{1,255}}?)[ \t]*(?=\||\]\])
    |\]\]?
    |\[(?=(?:https?:)?//)(?P<address>[^\s\[\]<>"{{}}|]{{1,2000}})[ \t]*
    |\{{\{{[ \t\n]{{0,9}}(?P<template>[^{{}}|\[\]<>\n]{{1,100}})[ \t\n]{{0,9}}(?=\||\}}\}})
    |\}}\}}
    |\|
    |!!
    |''+
    |=={{0,5}}(?=[ \t]*(?:<!--[^\n]{{0,300}}-->[ \t]*)?$)
    |<!--
    |</?(?P<tag>[A-Za-z][A-Za-z0-9]{{0,20}})(?:[\s/][^<>]{{0,500}})?>
    |__[A-Z]{{3,30}}__
    |~~~~{{0,2}}
    |:(?=//)(?:(?<=\bhttp:)|(?<=\bhttps:))//[^\s\[\]<>"{{}}|]+""",
    re.MULTILINE | re.VERBOSE,
)
_LINE_MARK = re.compile(_LINE, re.MULTILINE | re.VERBOSE)
_LINE_KINDS = {
    "table": Kind.TABLE,
    "table_end": Kind.TABLE_END,
    "row": Kind.ROW,
    "cell": Kind.CELL,
    "heading": Kind.HEADING,
    "list": Kind.LIST,
    "rule": Kind.RULE,
}
_WITH_NEWLINE = frozenset({Kind.LIST, Kind.HEADING})
_GROUP_KINDS = {"opened": Kind.OPEN_LINK, "address": Kind.OPEN_OUTSIDE, "template": Kind.OPEN_TEMPLATE}
_PLAIN_KINDS = {
    "]]": Kind.CLOSE_LINK,
    "]": Kind.CLOSE_OUTSIDE,
    "}}": Kind.CLOSE_TEMPLATE,
    "|": Kind.PIPE,
    "!!": Kind.CELL,
}
_SIGN_KINDS = {"'": Kind.EMPHASIS, "=": Kind.HEADING_END, "_": Kind.NOTHING, "~": Kind.NOTHING}
_TRAILING = ".,;:!?)'"


def cut(source: str) -> list[Token]:
    """All markup of a source, in order; what lies between tokens is text.

    Args:
        source: Wikitext with newlines as line ends.
    """
    return _Cutter(source).run()


class _Cutter:
    """One pass over one source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens: list[Token] = []
        self._absent: set[str] = set()

    def run(self) -> list[Token]:
        """Cut all of it."""
        position = self._line(0)
        while position >= 0:
            position = self._cut(position)
        return self._tokens

    def _cut(self, position: int) -> int:
        """Cut from an offset on, up to where a token does not end with its match: there, or -1 at the end."""
        add = self._tokens.append
        for match in _TOKEN.finditer(self._source, position):
            group = match.lastgroup
            if group is None:
                words = match.group()
                if words == "\n":
                    add(Token(Kind.NEWLINE, match.start(), match.end()))
                elif kind := _PLAIN_KINDS.get(words) or _SIGN_KINDS.get(words[0]):
                    add(Token(kind, *match.span(), words))
                else:
                    return self._comment(match.start()) if words == "<!--" else self._url(match)
            elif group == "whole":
                target, label = match.group("target", "label")
                add(Token(Kind.LINK, match.start(), match.end(), target.strip(), label))
            elif group in _GROUP_KINDS:
                add(Token(_GROUP_KINDS[group], *match.span(), match[group].strip()))
            elif group != "tag":
                self._line_mark(match, group)
            elif (end := self._tag(match)) != match.end():
                return end
        return -1

    def _line(self, position: int) -> int:
        """Cut the sign in front of a line whose line end was no token, and give the offset behind it."""
        match = _LINE_MARK.match(self._source, position)
        if match is None or match.lastgroup is None:
            return position
        self._tokens.append(Token(_LINE_KINDS[match.lastgroup], *match.span(), match.group().strip()))
        return match.end()

    def _line_mark(self, match: re.Match[str], group: str) -> None:
        kind, start = _LINE_KINDS[group], match.start()
        if kind not in _WITH_NEWLINE:
            self._tokens.append(Token(Kind.NEWLINE, start, start + 1))
            start += 1
        self._tokens.append(Token(kind, start, match.end(), match[group].strip()))

    def _url(self, match: re.Match[str]) -> int:
        """A bare address, of which the scheme stands before the match; where it ends."""
        start = match.start() - (5 if self._source.startswith("https", match.start() - 5) else 4)
        address = self._source[start : match.end()].partition("''")[0].rstrip(_TRAILING)
        self._tokens.append(Token(Kind.URL, start, start + len(address), address))
        return start + len(address)

    def _comment(self, start: int) -> int:
        """A comment, with its line where it stands alone on it; where it ends."""
        end = self._find("-->", start + 4)
        if end < 0:
            self._tokens.append(Token(Kind.LITERAL, start, start + 4, "<!--"))
            return start + 4
        alone = (start == 0 or self._source[start - 1] == "\n") and self._source.startswith("\n", end + 3)
        self._tokens.append(Token(Kind.NOTHING, start, end + 3 + alone))
        return self._line(end + 4) if alone else end + 3

    def _tag(self, match: re.Match[str]) -> int:
        """A tag, with all up to its end where nothing inside it is markup; where it ends."""
        start, end = match.span()
        token = Token(Kind.TAG, start, end, match["tag"].lower(), closing=self._source.startswith("</", start))
        if self._source.startswith("/>", end - 2) or token.text in VOID_TAGS:
            token.partner = ALONE
        elif token.text in OPAQUE_TAGS and not token.closing:
            token = self._opaque(token) or token
        self._tokens.append(token)
        return token.end

    def _opaque(self, token: Token) -> Token | None:
        end = self._find(f"</{token.text}", token.end)
        close = self._source.find(">", end, end + 40) if end >= 0 else -1
        inner = self._source[token.end : end] if token.text in LITERAL_TAGS else ""
        return Token(Kind.LITERAL, token.start, close + 1, inner) if close >= 0 else None

    def _find(self, words: str, start: int) -> int:
        """Offset of `words`, which are looked for in vain only once."""
        end = -1 if words in self._absent else self._source.find(words, start)
        if end < 0:
            self._absent.add(words)
        return end
