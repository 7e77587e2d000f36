"""Inline markdown: links, emphasis, notes and escapes of one block's text, written to a `TextBuilder`."""

import html
import re
from collections.abc import Callable

from tropegraph.model.page import SpanKind
from tropegraph.parse.build import TextBuilder
from tropegraph.parse.markdown_tokens import Token, tokenise
from tropegraph.parse.targets import page_of_url, spelled_title

_TAG_MARKS = {"i": SpanKind.ITALIC, "em": SpanKind.ITALIC, "b": SpanKind.BOLD, "strong": SpanKind.BOLD}
_EXTERNAL = re.compile(r"[?&=](https?://.*)")
_HREF = re.compile(r"""\bhref\s?=\s?["']?([^"'\s>]{1,1000})""", re.IGNORECASE)


def write_inline(builder: TextBuilder, text: str) -> None:
    """Append a block's markdown to a builder."""
    _Writer(builder).run(tokenise(text))


class _Writer:
    """Writes paired tokens to a builder."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._starts: dict[SpanKind, list[int]] = {kind: [] for kind in SpanKind}
        self._links: list[int] = []
        self._classes: list[int] = []
        self._elements: dict[str, list[tuple[int, str]]] = {"a": [], "span": []}
        self._images = 0

    def run(self, tokens: list[Token]) -> None:
        for token in tokens:
            if self._images == 0 or token.live:
                _WRITE[token.kind](self, token)

    def _start(self, kind: SpanKind) -> None:
        self._starts[kind].append(self._builder.here)

    def _end(self, kind: SpanKind) -> None:
        if self._starts[kind]:
            self._builder.mark(self._starts[kind].pop(), kind)

    def _text(self, token: Token) -> None:
        self._builder.write(html.unescape(token.text) if "&" in token.text else token.text)

    def _nothing(self, token: Token) -> None:
        """Comments, code signs and superscript labels leave nothing."""

    def _hard(self, token: Token) -> None:
        self._builder.hard_break()

    def _bracket(self, token: Token) -> None:
        if not token.live:
            self._builder.write(token.text)
        elif token.kind == "image":
            self._images += 1
        else:
            (self._links if token.title == "target" else self._classes).append(self._builder.here)

    def _target(self, token: Token) -> None:
        if not token.live:
            self._builder.write(token.text)
        elif token.text == "image":
            self._images -= 1
        else:
            self._link(self._links.pop(), token)

    def _attributes(self, token: Token) -> None:
        """A bracketed text with classes, as pandoc writes what had them in HTML."""
        if not token.live:
            self._builder.write(token.text)
        elif token.text == "image":
            self._images -= 1
        elif start := self._classes.pop() if self._classes else 0:
            self._builder.mark(start, SpanKind.SPOILER if "spoiler" in token.title else SpanKind.NOTE)

    def _whole_link(self, token: Token) -> None:
        start = self._builder.here
        self._builder.write(token.text)
        if not self._links:
            self._lay_link(start, token.href, token.title)

    def _link(self, start: int, token: Token) -> None:
        if not self._links:
            self._lay_link(start, token.href, token.title)

    def _lay_link(self, start: int, href: str, hint: str) -> None:
        page = page_of_url(href) or page_of_url(hint)
        title = spelled_title(self._builder.since(start), page) if page else ""
        self._builder.link(start, page=page, url="" if page else _address(href), title=title)

    def _url(self, token: Token) -> None:
        start = self._builder.here
        self._builder.write(token.text)
        if not self._links:
            page = page_of_url(token.text)
            self._builder.link(start, page=page, url="" if page else token.text)

    def _note(self, token: Token) -> None:
        if not token.live:
            self._builder.write(token.text)
        elif token.text == "(":
            self._builder.write(" ")
            self._start(SpanKind.NOTE)
        else:
            self._end(SpanKind.NOTE)

    def _tag(self, token: Token) -> None:
        name = token.text.strip("</>").split()[0].lower()
        closes = token.text.startswith("</")
        if name == "br":
            self._builder.hard_break()
        elif name in _TAG_MARKS:
            (self._end if closes else self._start)(_TAG_MARKS[name])
        elif name in {"a", "span"} and closes:
            self._end_element(name)
        elif name in {"a", "span"}:
            self._elements[name].append((self._builder.here, token.text))

    def _end_element(self, name: str) -> None:
        start, tag = self._elements[name].pop() if self._elements[name] else (0, "")
        href = _HREF.search(tag)
        if name == "a" and href and not self._elements[name] and not self._links:
            self._lay_link(start, html.unescape(href[1]), "")
        elif name == "span" and "spoiler" in tag:
            self._builder.mark(start, SpanKind.SPOILER)

    def _run(self, token: Token) -> None:
        for mark in token.ends:
            self._end(mark)
        self._builder.write(token.text[: token.left])
        for mark in token.starts:
            self._start(mark)


def _address(href: str) -> str:
    """The address behind a link out of the wiki; a mirrored site's own detour is left out."""
    outside = _EXTERNAL.search(href) if not href.startswith("http") else None
    return outside[1] if outside else href


_WRITE: dict[str, Callable[[_Writer, Token], None]] = {
    "text": _Writer._text,
    "image": _Writer._bracket,
    "open": _Writer._bracket,
    "close": _Writer._text,
    "target": _Writer._target,
    "attributes": _Writer._attributes,
    "url": _Writer._url,
    "nothing": _Writer._nothing,
    "link": _Writer._whole_link,
    "tag": _Writer._tag,
    "hard": _Writer._hard,
    "note": _Writer._note,
    "run": _Writer._run,
}
