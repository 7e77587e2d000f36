"""Inline markdown cut into tokens, brackets and emphasis paired, so that what has no partner stays as it stands.

Emphasis follows CommonMark's flanking rules. Time is linear in the text's length.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tropegraph.model.page import SpanKind

_DESTINATION = r"""\(\s{0,9}<?(?P<href>[^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,4})>?
    (?:\s{1,9}(?:"(?P<title>[^"]{0,500})"|'[^']{0,500}'))?\s{0,9}\)"""
_TAGS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|hr|i|img|ins|kbd|mark|p|q|s|small|span|strike|strong|"
    "sub|sup|tt|u|wbr"
)
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
    |(?P<tag></?(?i:{_TAGS})(?:\s[^<>]{{0,2000}})?/?>)
    |(?P<hard>(?<![ ])[ ]{{2,}}\n|\\\n)
    |(?P<note>[()])
    |(?P<code>`+|~~)
    |(?P<run>\*+|_+)""",
    re.VERBOSE | re.DOTALL,
)
_TRAILING = ".,;:!?)'"


@dataclass(slots=True)
class Token:
    """One piece of inline markdown, or the text between two.

    Args:
        kind: What it is: the name of its group in the expression, or "text".
        text: Its characters; for what closes brackets, the kind of what it closes.
        href: A link's target.
        title: A link's title; classes in curly brackets; for an opening bracket, the kind of what closes it.
        opens: Whether a run of emphasis signs, or a round bracket as a note, may open.
        closes: Whether a run of emphasis signs may close.
        live: Whether a bracket has a partner that makes it markup.
        left: Signs of a run that stay text.
        starts: Marks that a run opens.
        ends: Marks that a run closes.
    """

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


def tokenise(text: str) -> list[Token]:
    """All tokens of one block's markdown, in order."""
    tokens = list(_cut(text))
    _pair_brackets(tokens)
    _pair_notes(tokens)
    _pair_runs(tokens)
    return tokens


def _cut(text: str) -> Iterator[Token]:
    position = 0
    while match := _TOKEN.search(text, position):
        if match.start() > position:
            yield Token("text", text[position : match.start()])
        token, position = _token(text, match)
        yield token
    yield Token("text", text[position:])


def _token(text: str, match: re.Match[str]) -> tuple[Token, int]:
    kind = next(name for name in _KINDS if match[name] is not None)
    words, end = match.group(), match.end()
    if kind == "url":
        words = words.rstrip(_TRAILING)
        return Token("url", words), match.start() + len(words)
    make = _MAKERS.get(kind)
    return make(text, match) if make else Token(kind, words), end


def _target(text: str, match: re.Match[str]) -> Token:
    return Token("target", match.group(), href=match["href"], title=match["title"] or "")


def _bracket(text: str, match: re.Match[str]) -> Token:
    """A round bracket; one behind two spaces (a note's label was lost there) or before another may open a note."""
    start = match.start()
    before = text[max(start - 2, 0) : start]
    opens = (len(before) == 2 and not before.strip(" \xa0")) or text[start + 1 : start + 2] == "("
    return Token("note", match.group(), opens=opens)


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


def _run(text: str, match: re.Match[str]) -> Token:
    """A run of emphasis signs, with what it may do (CommonMark 0.31, "Emphasis and strong emphasis").

    One rule more: a lone run between spaces closes what is open, as saved pages have it ("*Some Title *").
    """
    before = text[match.start() - 1 : match.start()] or " "
    after = text[match.end() : match.end() + 1] or " "
    left = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
    token = Token("run", match.group(), left=len(match.group()))
    if match.group()[0] == "_":
        token.opens = left and (not right or not before.isalnum())
        token.closes = right and (not left or not after.isalnum())
    else:
        token.opens, token.closes = left, right or not left
    return token


_MAKERS: dict[str, Callable[[str, re.Match[str]], Token]] = {
    "escape": lambda _, match: Token("text", match.group()[1]),
    "auto": lambda _, match: Token("url", match["address"]),
    "target": _target,
    "attributes": lambda _, match: Token("attributes", match.group(), title=match.group()),
    "run": _run,
    "note": _bracket,
}


def _pair_brackets(tokens: list[Token]) -> None:
    stack: list[Token] = []
    for token in tokens:
        if token.kind in {"open", "image"}:
            stack.append(token)
        elif token.kind == "close" and stack:
            stack.pop()
        elif token.kind in {"target", "attributes"} and stack:
            opening = stack.pop()
            opening.live = token.live = True
            opening.title, token.text = token.kind, opening.kind


def _pair_notes(tokens: list[Token]) -> None:
    """Join the brackets of notes: round ones behind two spaces (a lost label), or two of them together."""
    stack: list[Token] = []
    for token in tokens:
        if token.kind == "note" and token.text == "(":
            stack.append(token)
        elif token.kind == "note" and stack:
            opening = stack.pop()
            opening.live = token.live = opening.opens


def _pair_runs(tokens: list[Token]) -> None:
    """Join each closing run to the nearest open run of its sign, two signs for bold and one for italic."""
    stacks: dict[str, list[Token]] = {"*": [], "_": []}
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
