"""What a cue's list is read from: names, words and marks, without asides."""

import re
from dataclasses import dataclass

from tropegraph.extract.cues.list_words import ANDS, ASIDES, DASHES, FINITE, JOIN, OPEN_ASIDE, OWNERS
from tropegraph.extract.cues.patterns import NAME, REST, SELF

_TOKEN = re.compile(
    rf"(?P<name>{NAME}{REST}*+)|(?P<self>{SELF}{REST}*+)|(?P<word>[^\W_]+(?:['.-][^\W_]+)*+)|(?P<mark>(?!\.\.|"
    rf"(?<=\.)\.)[^\s\\\"!?¡¿*_…\[\]])"
)
NAMES = ("name", "self")


@dataclass(frozen=True, slots=True)
class Token:
    """A name, word or mark at `[start, end)` of a shape; `kind` says which.

    A name of the page's own is "self", any other "name".
    """

    kind: str
    word: str
    start: int
    end: int


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The names, words and marks of `text[start:end]`, with "as well as" as one "and" and without asides.

    Args:
        text: A shape's text.
        start: End of a cue.
        end: End of what it may govern.
    """
    found = [Token(m.lastgroup or "", m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    return _without_adverbs(_with_joins(_without_asides(found)))


def _with_joins(tokens: list[Token]) -> list[Token]:
    """The tokens with "as well as" and the like as one "and", a dash between two names as a comma."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        words = tuple(t.word for t in kept[-3:])
        ands = next((n for n in (2, 3) if words[-n:] in ANDS), 0)
        if ands:
            kept[-ands:] = [Token("word", "and", kept[-ands].start, token.end)]
        elif words[-2:] in ASIDES:
            del kept[-2:]
        elif token.kind in NAMES and len(kept) > 2 and kept[-3].kind in NAMES and kept[-2].word in DASHES:
            kept[-2] = Token("mark", ",", kept[-2].start, kept[-2].end)
    return kept


def _without_adverbs(tokens: list[Token]) -> list[Token]:
    """The tokens without asides before an item: "and, to a lesser degree, B", "and in extreme cases, B"."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        kept.append(tokens[i])
        i = _past_adverb(tokens, i + 1) if tokens[i].word in ("and", "or") else i + 1
    return kept


def _past_adverb(tokens: list[Token], i: int) -> int:
    """The place after an aside that begins at `i`, ends in a comma and leads to a name; `i` where none does."""
    if i >= len(tokens) or tokens[i].word not in OPEN_ASIDE:
        return i
    for j in range(i + 1, min(i + 7, len(tokens))):
        if tokens[j].word == ",":
            leads = any(t.kind in NAMES for t in tokens[j + 1 : j + 3])
            return j + 1 if leads and j > i + 1 else i
        if tokens[j].kind != "word":
            return i
    return i


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The tokens up to a parenthesis that closes around them all, without inner ones, short asides between dashes
    included; a parenthesis that adds an item ("A (and B)") stays.
    """
    kept: list[Token] = []
    depth, added = 0, 0
    for i, token in enumerate(tokens):
        if token.word == "(":
            adds = not depth and _adds(tokens[i + 1 : i + 9])
            depth, added = (depth, added + 1) if adds else (depth + 1, added)
        elif token.word == ")":
            if not depth and not added:
                break
            depth, added = (depth - 1, added) if depth else (depth, added - 1)
        elif not depth and (not added or token.kind == "name" or token.word in JOIN):
            kept.append(token)
    return _without_dashed(kept)


def _adds(inner: list[Token]) -> bool:
    """Whether the tokens after an opening parenthesis name one more item: "A (and B)", "A (or, at times, a B)"."""
    if not inner or inner[0].word not in ("and", "or"):
        return False
    named = next((i for i, t in enumerate(inner) if t.kind in NAMES), 0)
    return bool(named) and not any(t.word in FINITE or t.word in OWNERS for t in inner[:named])


def _without_dashed(tokens: list[Token]) -> list[Token]:
    """The tokens without asides of up to three words between dashes: "and — of course — B"."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        close = _closing_dash(tokens, i) if tokens[i].word in DASHES else 0
        if close:
            i = close + 1
        else:
            kept.append(tokens[i])
            i += 1
    return kept


def _closing_dash(tokens: list[Token], i: int) -> int:
    for j in range(i + 1, min(i + 5, len(tokens))):
        if tokens[j].word in DASHES:
            return j if j > i + 1 else 0
        if tokens[j].kind != "word":
            return 0
    return 0
