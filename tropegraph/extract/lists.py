"""How far a cue governs: the names that are items of the list after it.

A list goes on over commas, semicolons, "and", "or", and over what explains an item ("Compare A, where ..., and B"). A
name inside an explanation is no item.
"""

import re
from dataclasses import dataclass, field

from tropegraph.extract.cues import NAME, REST, SELF

_TOKEN = re.compile(rf"(?P<name>{NAME}{REST}*+)|(?P<self>{SELF}{REST}*+)|(?P<word>[^\W_](?:[\w'.-]*\w)?)|(?P<mark>\S)")
_JOIN = frozenset({",", ";", "/", "&", "and", "or", "plus", "nor"})
_OPENERS = frozenset(
    "who which that when where whereas because since if while is are was were be in of for with by to from on at as "
    "after before until though although but whose than can may might will does do has have had it this he she they "
    "there what how why i'm it's that's he's she's they're not unless without despite".split()
)
_VERBS = frozenset(
    "is are was were can may might will would could should does do has have had tends tend often usually isn't aren't "
    "doesn't don't can't comes takes makes applies happens covers involves refers also gets goes plays".split()
)
_STRICT, _LOOSE, _LATER = 4, 7, 3
_LOOSE_OPENERS = frozenset(
    "who which when where because since if while is are was were though although but whose".split()
)


@dataclass(slots=True)
class _Reader:
    """State of reading one list."""

    tokens: list[tuple[str, str, int, int]]
    loose: bool
    at: int = 0
    items: list[int] = field(default_factory=list)


def items(text: str, start: int, end: int, *, loose: bool = False) -> list[int]:
    """Offsets of the names in `text[start:end]` that are items of the list that begins at `start`.

    Args:
        text: A shape's text.
        start: End of the cue.
        end: End of what it may govern: the sentence, or the next cue.
        loose: Verbs and prepositions may stand before an item.
    """
    tokens = [(m.lastgroup or "", m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    reader = _Reader(_without_asides(tokens), loose)
    first = _reach(reader, _LOOSE if loose else _STRICT, _LOOSE_OPENERS if loose else _OPENERS)
    while first is not None:
        reader.items.append(first)
        first = _next_item(reader)
    return reader.items


def _next_item(reader: _Reader) -> int | None:
    """The next item after the one just read, over joins and explanations."""
    explained = False
    opener = ""
    while reader.at < len(reader.tokens):
        kind, word, *_ = reader.tokens[reader.at]
        if word in _JOIN and (item := _joined(reader, explained, opener)) is not None:
            return item
        if word not in _JOIN:
            opener = opener or word
            explained = True
        reader.at += 1
    return None


def _joined(reader: _Reader, explained: bool, opener: str) -> int | None:
    """The item that the join at hand leads to, if it does; else the reader stays."""
    at, before = reader.at, reader.tokens[reader.at - 1]
    joins = []
    while reader.at < len(reader.tokens) and reader.tokens[reader.at][1] in _JOIN:
        joins.append(reader.tokens[reader.at][1])
        reader.at += 1
    item = None
    if not explained or _resumes(joins, before[0] == "name", reader, opener):
        apposition = joins == [","] and _word(reader, reader.at) in ("a", "an")
        limit = _LOOSE if reader.loose else _LATER if explained else _STRICT
        openers = _LOOSE_OPENERS if reader.loose and not explained else _OPENERS
        item = None if apposition else _reach(reader, limit, openers)
    if item is not None and (explained or "and" in joins) and _is_clause(reader):
        item = None
    if item is None:
        reader.at = at + len(joins) - 1
    return item


def _resumes(joins: list[str], after_name: bool, reader: _Reader, opener: str) -> bool:
    """Whether a join inside an explanation may lead back to the list."""
    if ";" in joins:
        return True
    if joins[0] == ",":
        return not after_name or len(joins) > 1
    return _same_opener(reader, opener)


def _same_opener(reader: _Reader, opener: str) -> bool:
    """Whether the next name is explained by the same word as the last item: "A for ... and B for ..."."""
    for i in range(reader.at, min(reader.at + 4, len(reader.tokens))):
        if reader.tokens[i][0] == "name":
            return opener == _word(reader, i + 1) and opener in ("for", "when", "where", "which", "who", "if", "(")
    return False


def _reach(reader: _Reader, limit: int, openers: frozenset[str]) -> int | None:
    """Offset of the name within `limit` describing words of the reader, which then stands after it."""
    words = 0
    for i in range(reader.at, len(reader.tokens)):
        kind, word, start, end = reader.tokens[i]
        if kind == "name":
            if _possessive(reader, i):
                return None
            reader.at = i + 1
            return start
        words += kind == "word"
        if kind == "self" or words > limit or (kind == "word" and word in openers):
            return None
        if kind == "mark" and word not in "\"'*_:—–-":
            return None
    return None


def _possessive(reader: _Reader, i: int) -> bool:
    """Whether the name at `i` only owns what follows: "A's methods"."""
    nxt = reader.tokens[i + 1 : i + 3]
    return len(nxt) == 2 and nxt[0][1] == "'" and nxt[1][1] == "s" and nxt[0][2] == reader.tokens[i][3]


def _is_clause(reader: _Reader) -> bool:
    """Whether the name just read is the subject of a clause of its own."""
    return _word(reader, reader.at) in _VERBS


def _word(reader: _Reader, i: int) -> str:
    return reader.tokens[i][1] if i < len(reader.tokens) else ""


def _without_asides(tokens: list[tuple[str, str, int, int]]) -> list[tuple[str, str, int, int]]:
    """The tokens without parentheses, but with those that add an item: "A (and B)"."""
    kept, depth, added = [], 0, 0
    for i, token in enumerate(tokens):
        word = token[1]
        if word == "(":
            joins = i + 1 < len(tokens) and tokens[i + 1][1] in ("and", "or")
            depth, added = (depth, added + 1) if joins and not depth else (depth + 1, added)
        elif word == ")":
            if added and not depth:
                added -= 1
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(token)
    return kept
