"""Inline markdown: links, emphasis, notes and escapes of one block's text.

Cut into tokens first, then delimiters and brackets are paired, then all is written to a `TextBuilder`: so what has no
partner stays as it stands. Emphasis follows CommonMark's flanking rules. Time is linear in the text's length.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from tropegraph.model.page import SpanKind
from tropegraph.parse.build import TextBuilder
from tropegraph.parse.targets import page_of_url, spelled_title

_DESTINATION = r"""\(\s{0,9}<?(?P<href>[^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,4})>?
    (?:\s{1,9}(?:"(?P<title>[^"]{0,500})"|'[^']{0,500}'))?\s{0,9}\)"""
_TOKEN = re.compile(
    rf"""(?P<escape>\\[!-/:-@\[-`{{-~])
    |(?P<image>!\[)
    |(?P<target>\]{_DESTINATION}(?:\{{[.\#:][^{{}}\n]{{0,500}}\}})?)
    |(?P<attributes>\]\{{[.\#:](?P<names>[^{{}}\n]{{0,500}})\}})
    |(?P<open>\[)
    |(?P<close>\])
    |(?P<auto><(?P<address>https?://[^\s<>]{{1,2000}})>)
    |(?P<url>\bhttps?://[^\s\[\]<>"|{{}}*]{{1,2000}})
    |(?P<drop><!--[^<]{{0,2000}}?-->|<sup>[^<]{{0,40}}</sup>)
    |(?P<tag></?[A-Za-z][A-Za-z0-9]{{0,9}}(?:\s[^<>]{{0,500}})?/?>)
    |(?P<hard>(?<![ ])[ ]{{2,}}\n|\\\n)
    |(?P<note>[()])
    |(?P<code>`+|~~)
    |(?P<run>\*+|_+)""",
    re.VERBOSE | re.DOTALL,
)
_TAG_MARKS = {"i": SpanKind.ITALIC, "em": SpanKind.ITALIC, "b": SpanKind.BOLD, "strong": SpanKind.BOLD}
_EXTERNAL = re.compile(r"[?&=](https?://.*)")
_TRAILING = ".,;:!?)'"


@dataclass(slots=True)
class _Token:
    kind: str
    text: str
    href: str = ""
    title: str = ""
    opens: bool = False
    closes: bool = False
    live: bool = False
    left: int = 0
    starts: tuple[SpanKind, ...] = ()
    ends: tuple[SpanKind, ...] = ()


def write_inline(builder: TextBuilder, text: str) -> None:
    """Append a block's markdown to a builder."""
    tokens = _tokenise(text)
    _pair_brackets(tokens)
    _pair_notes(tokens)
    _pair_runs(tokens)
    _Writer(builder).run(tokens)


def _tokenise(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    while match := _TOKEN.search(text, position):
        if match.start() > position:
            tokens.append(_Token("text", text[position : match.start()]))
        token, position = _token(text, match)
        tokens.append(token)
    tokens.append(_Token("text", text[position:]))
    return tokens


def _token(text: str, match: re.Match[str]) -> tuple[_Token, int]:
    kind = next(name for name in _KINDS if match[name] is not None)
    words, end = match.group(), match.end()
    if kind == "url":
        words = words.rstrip(_TRAILING)
        return _Token("url", words), match.start() + len(words)
    make = _MAKERS.get(kind)
    return make(text, match) if make else _Token(kind, words), end


def _target(text: str, match: re.Match[str]) -> _Token:
    return _Token("target", match.group(), href=match["href"], title=match["title"] or "")


def _bracket(text: str, match: re.Match[str]) -> _Token:
    """A round bracket; one behind two spaces (a note's label was lost there) or before another may open a note."""
    start = match.start()
    before = text[max(start - 2, 0) : start]
    opens = (len(before) == 2 and not before.strip(" \xa0")) or text[start + 1 : start + 2] == "("
    return _Token("note", match.group(), opens=opens)


_KINDS = (
    "escape",
    "image",
    "target",
    "attributes",
    "open",
    "close",
    "auto",
    "url",
    "drop",
    "tag",
    "hard",
    "note",
    "code",
    "run",
)


def _run(text: str, match: re.Match[str]) -> _Token:
    """A run of emphasis signs, with what it may do (CommonMark 0.31, "Emphasis and strong emphasis").

    One rule more: a lone run between spaces closes what is open, as saved pages have it ("*Some Title *").
    """
    before = text[match.start() - 1 : match.start()] or " "
    after = text[match.end() : match.end() + 1] or " "
    left = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
    token = _Token("run", match.group(), left=len(match.group()))
    if match.group()[0] == "_":
        token.opens = left and (not right or not before.isalnum())
        token.closes = right and (not left or not after.isalnum())
    else:
        token.opens, token.closes = left, right or not left
    return token


_MAKERS: dict[str, Callable[[str, re.Match[str]], _Token]] = {
    "escape": lambda _, match: _Token("text", match.group()[1]),
    "auto": lambda _, match: _Token("url", match["address"]),
    "target": _target,
    "attributes": lambda _, match: _Token("attributes", match.group(), title=match.group()),
    "run": _run,
    "note": _bracket,
}


def _pair_brackets(tokens: list[_Token]) -> None:
    stack: list[_Token] = []
    for token in tokens:
        if token.kind in {"open", "image"}:
            stack.append(token)
        elif token.kind == "close" and stack:
            stack.pop()
        elif token.kind in {"target", "attributes"} and stack:
            opening = stack.pop()
            opening.live = token.live = True
            opening.title, token.text = token.kind, opening.kind


def _pair_notes(tokens: list[_Token]) -> None:
    """Join the brackets of notes: round ones behind two spaces (a lost label), or two of them together."""
    stack: list[_Token] = []
    for token in tokens:
        if token.kind == "note" and token.text == "(":
            stack.append(token)
        elif token.kind == "note" and stack:
            opening = stack.pop()
            opening.live = token.live = opening.opens


def _pair_runs(tokens: list[_Token]) -> None:
    """Join each closing run to the nearest open run of its sign, two signs for bold and one for italic."""
    stacks: dict[str, list[_Token]] = {"*": [], "_": []}
    for token in tokens:
        if token.kind != "run":
            continue
        stack = stacks[token.text[0]]
        while token.closes and token.left and stack:
            count = 2 if token.left >= 2 and stack[-1].left >= 2 else 1
            mark = SpanKind.BOLD if count == 2 else SpanKind.ITALIC
            stack[-1].starts = (mark, *stack[-1].starts)
            token.ends = (*token.ends, mark)
            stack[-1].left -= count
            token.left -= count
            if not stack[-1].left:
                stack.pop()
        if token.opens and token.left:
            stack.append(token)


class _Writer:
    """Writes paired tokens to a builder."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._starts: dict[SpanKind, list[int]] = {kind: [] for kind in SpanKind}
        self._links: list[int] = []
        self._classes: list[int] = []
        self._images = 0

    def run(self, tokens: list[_Token]) -> None:
        for token in tokens:
            if self._images == 0 or token.live:
                _WRITE[token.kind](self, token)

    def _start(self, kind: SpanKind) -> None:
        self._starts[kind].append(self._builder.here)

    def _end(self, kind: SpanKind) -> None:
        if self._starts[kind]:
            self._builder.mark(self._starts[kind].pop(), kind)

    def _text(self, token: _Token) -> None:
        self._builder.write(html.unescape(token.text) if "&" in token.text else token.text)

    def _nothing(self, token: _Token) -> None:
        """Comments, code signs and superscript labels leave nothing."""

    def _hard(self, token: _Token) -> None:
        self._builder.hard_break()

    def _bracket(self, token: _Token) -> None:
        if not token.live:
            self._builder.write(token.text)
        elif token.kind == "image":
            self._images += 1
        else:
            (self._links if token.title == "target" else self._classes).append(self._builder.here)

    def _target(self, token: _Token) -> None:
        if not token.live:
            self._builder.write(token.text)
        elif token.text == "image":
            self._images -= 1
        else:
            self._link(self._links.pop(), token)

    def _attributes(self, token: _Token) -> None:
        """A bracketed text with classes, as pandoc writes what had them in HTML."""
        if not token.live:
            self._builder.write(token.text)
        elif token.text == "image":
            self._images -= 1
        elif start := self._classes.pop() if self._classes else 0:
            self._builder.mark(start, SpanKind.SPOILER if "spoiler" in token.title else SpanKind.NOTE)

    def _link(self, start: int, token: _Token) -> None:
        if self._links:
            return
        page = page_of_url(token.href) or page_of_url(token.title)
        title = spelled_title(self._builder.since(start), page) if page else ""
        self._builder.link(start, page=page, url="" if page else _address(token.href), title=title)

    def _url(self, token: _Token) -> None:
        start = self._builder.here
        self._builder.write(token.text)
        if not self._links:
            page = page_of_url(token.text)
            self._builder.link(start, page=page, url="" if page else token.text)

    def _note(self, token: _Token) -> None:
        if not token.live:
            self._builder.write(token.text)
        elif token.text == "(":
            self._builder.write(" ")
            self._start(SpanKind.NOTE)
        else:
            self._end(SpanKind.NOTE)

    def _tag(self, token: _Token) -> None:
        name = token.text.strip("</>").split()[0].lower()
        if name == "br":
            self._builder.hard_break()
        elif name in _TAG_MARKS and token.text.startswith("</"):
            self._end(_TAG_MARKS[name])
        elif name in _TAG_MARKS:
            self._start(_TAG_MARKS[name])

    def _run(self, token: _Token) -> None:
        for mark in token.ends:
            self._end(mark)
        self._builder.write(token.text[: token.left])
        for mark in token.starts:
            self._start(mark)


def _address(href: str) -> str:
    """The address behind a link out of the wiki; a mirrored site's own detour is left out."""
    outside = _EXTERNAL.search(href) if not href.startswith("http") else None
    return outside[1] if outside else href


_WRITE: dict[str, Callable[[_Writer, _Token], None]] = {
    "text": _Writer._text,
    "image": _Writer._bracket,
    "open": _Writer._bracket,
    "close": _Writer._text,
    "target": _Writer._target,
    "attributes": _Writer._attributes,
    "url": _Writer._url,
    "drop": _Writer._nothing,
    "code": _Writer._nothing,
    "tag": _Writer._tag,
    "hard": _Writer._hard,
    "note": _Writer._note,
    "run": _Writer._run,
}
