"""Inline markdown cut into tokens, brackets and emphasis paired, so that what has no partner stays as it stands.

Emphasis follows CommonMark's flanking rules. Time is linear in the text's length.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tropegraph.model.page import SpanKind


def _destination(name: str) -> str:
    """Round brackets with an address and perhaps a title; `name` tells the groups of two uses apart."""
    return rf"""\(\s{{0,9}}<?(?P<{name}_href>[^\s()<>]{{0,2000}}(?:\([^\s()<>]{{0,500}}\)[^\s()<>]{{0,500}}){{0,4}})>?
        (?:\s{{1,9}}(?:"(?P<{name}_title>[^"]{{0,500}})"|'[^']{{0,500}}'))?\s{{0,9}}\)(?:\{{[.\#:][^{{}}\n]{{0,500}}\}})?"""


_TAGS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|hr|i|img|ins|kbd|mark|p|q|s|small|span|strike|strong|"
    "sub|sup|tt|u|wbr"
)
_TOKEN = re.compile(
    rf"""[\[\]()*_\nh\\<`!~](?:
     (?<=\[)(?:(?P<link>(?P<label>[^\[\]()<>*_`~&\\\n]{{1,200}}+)\]{_destination("link")})|(?P<open>))
    |(?<=\])(?:
       (?P<target>{_destination("target")})
      |(?P<attributes>\{{[.\#:](?P<names>[^{{}}\n]{{0,500}})\}})
      |(?P<close>))
    |(?<=[()])(?P<note>)
    |(?<=\*)(?P<stars>\**)
    |(?<=_)(?P<lines>_*)
    |(?<=[ ][ ]\n)(?P<hard>)
    |(?<=h)(?<!\wh)(?P<url>ttps?://[^\s\[\]<>"|{{}}*]{{1,2000}})
    |(?<=\\)(?:(?P<escape>[!-/:-@\[-`{{-~])|(?P<hard_line>\n))
    |(?<=<)(?:
       (?P<auto>(?P<address>https?://[^\s<>]{{1,2000}})>)
      |(?P<comment>!--[^<]{{0,2000}}?-->|sup>[^<]{{0,40}}</sup>)
      |(?P<tag>/?(?i:{_TAGS})(?:\s[^<>]{{0,2000}})?/?>))
    |(?<=`)(?P<code>`*)
    |(?<=!)(?P<image>\[)
    |(?<=~)(?P<strike>~))""",
    re.VERBOSE | re.DOTALL,
)
"""All markup. The set of first characters stands first, and what each begins behind it: so the engine skips text at its
best speed. A link whose label holds no markup is one token."""

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
    if len(tokens) > 1:
        _pair_brackets(tokens)
        _pair_notes(tokens)
        _pair_runs(tokens)
    return tokens


def _cut(text: str) -> Iterator[Token]:
    position = 0
    while match := _TOKEN.search(text, position):
        start, end = match.span()
        if start > position:
            yield Token("text", text[position:start])
        token = _MAKERS[match.lastgroup or ""](match)
        yield token
        position = start + len(token.text) if match.lastgroup == "url" else end
    if position < len(text):
        yield Token("text", text[position:])


def _simple(kind: str) -> Callable[[re.Match[str]], Token]:
    return lambda match: Token(kind, match.group())


def _link(match: re.Match[str]) -> Token:
    return Token("link", match["label"], href=match["link_href"], title=match["link_title"] or "")


def _target(match: re.Match[str]) -> Token:
    return Token("target", match.group(), href=match["target_href"], title=match["target_title"] or "")


def _bracket(match: re.Match[str]) -> Token:
    """A round bracket; one behind two spaces (a note's label was lost there) or before another may open a note."""
    text, start = match.string, match.start()
    before = text[max(start - 2, 0) : start]
    opens = (len(before) == 2 and not before.strip(" \xa0")) or text[start + 1 : start + 2] == "("
    return Token("note", match.group(), opens=opens)


def _run(match: re.Match[str]) -> Token:
    """A run of emphasis signs, with what it may do (CommonMark 0.31, "Emphasis and strong emphasis").

    One rule more: a lone run between spaces closes what is open, as saved pages have it ("*Some Title *").
    """
    text, (start, end) = match.string, match.span()
    before = text[start - 1 : start] or " "
    after = text[end : end + 1] or " "
    word_before, word_after = before.isalnum(), after.isalnum()
    left = word_after or not (after.isspace() or word_before)
    right = word_before or not (before.isspace() or word_after)
    if match.lastgroup == "lines":
        opens, closes = left and not (right and word_before), right and not (left and word_after)
    else:
        opens, closes = left, right or not left
    return Token("run", match.group(), opens=opens, closes=closes, left=end - start)


_MAKERS: dict[str, Callable[[re.Match[str]], Token]] = {
    "link": _link,
    "open": _simple("open"),
    "target": _target,
    "attributes": lambda match: Token("attributes", match.group(), title=match.group()),
    "close": _simple("close"),
    "note": _bracket,
    "stars": _run,
    "lines": _run,
    "hard": _simple("hard"),
    "hard_line": _simple("hard"),
    "url": lambda match: Token("url", match.group().rstrip(_TRAILING)),
    "escape": lambda match: Token("text", match.group()[1]),
    "auto": lambda match: Token("url", match["address"]),
    "comment": _simple("nothing"),
    "tag": _simple("tag"),
    "code": _simple("nothing"),
    "image": _simple("image"),
    "strike": _simple("nothing"),
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
