"""How a work plays a trope, read from explicit words only.

Dense prose uses the same words in their everyday sense ("averted the disaster", "implied threat"), so each shape of a
word counts only in its place: a participle where it leads a clause ("Averted in ...", "..., partially justified by
..."), a verb where it governs the trope ("lampshades this"), a noun where it leads or "of this trope" follows. A link
to the wiki's page of a modifier counts whatever its label says.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tropegraph.extract.cues.needed import needs
from tropegraph.extract.examples.wordings import WORDINGS, Wording
from tropegraph.model.names import local, squash
from tropegraph.model.page import Block, Link
from tropegraph.model.vocabulary import Modifier

_PAGES = {key: w.modifier for w in WORDINGS for key in w.pages}
_SUBJECT = (
    r"(?:this|it|that|which|what|trope|examples?|one|theme|idea|concept)(?:\s+(?:in|from|of|on|at|here)\b[^.;:]{0,30})?"
)
_ADVERB = (
    r"(?:\w{2,14}ly|also|later|often|once|again|then|now|first|both|even|quite|rather|very|somewhat|sometimes|perhaps|"
    r"maybe|just|further|always|at least|at first|at one point|in part|kind of|sort of|more or less|a bit|still|"
    r"either|all but|more|most|much|too|to an extent|well|so|played)"
)
_ADVERBS = rf"(?:{_ADVERB}(?:,?\s+)){{0,4}}"
_OTHER = r"(?:(?:[a-z-]+ed|played \w+|zig-?zags)\s*(?:,|/|&|,?\s*(?:and|or|then|but))\s+(?:then\s+|later\s+)?)?"
_LEADS = re.compile(
    rf"(?:^|[.!?:;—–(…\n][\"”)]?\s*[\"“'‘(]?|\s-+\s+|,\s+|\b(?:but|and|or|although|though|albeit|while|if|so|then)\s+)"
    rf"{_ADVERBS}{_OTHER}{_ADVERBS}$",
    re.IGNORECASE,
)
_COPULA = rf"(?:['’]s|['’]re|\s(?:is|was|are|were|gets?|got|being|been|be))\s+(?:not only\s+)?{_ADVERBS}$"
_THIS_IS = re.compile(rf"\b{_SUBJECT}{_COPULA}", re.IGNORECASE)
_IS = re.compile(_COPULA, re.IGNORECASE)
_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:!?()…—–/\n\"”]|-\s|(?:in|by|with|when|whenever|as|for|at|during|if|since|because|here|due|twice|once|"
    r"though|although|but|and|or|later|again|from|on|to|throughout|thanks|somewhat|completely|hard|after|before|until|"
    r"regarding|concerning|only|while|whilst|where|via|through|heavily|big|all|however|both|early|rather|even|within|"
    r"among|between|towards?|over|slightly|trope|than|in-universe|then|outright|especially|upon|several|many|every|"
    r"more|often|immediately|further|the|quite|an?|about)\b)",
    re.IGNORECASE,
)
_THE_TROPE = re.compile(
    r"\s+(?:on\s+)?(?:\w+ly\s+|in\s+)?"
    r"(?:this\b|(?:the|this|that) (?:\w+ )?(?:trope|idea|concept|whole)\b|these tropes)",
    re.IGNORECASE,
)
_IT = re.compile(r"\s+it\b", re.IGNORECASE)
_VERSION = re.compile(
    r"\s+(?:forms?|versions?|examples?|variants?|variations?|instances?|case|use|take)\b", re.IGNORECASE
)
_SHORT = re.compile(rf"(?:^|[.!?:]\s+)(?:[\w'’,-]+\s+){{0,4}}[\w'’-]+{_COPULA}", re.IGNORECASE)
_END = re.compile(r"\s*(?:$|[.!?)])")
_OF_THIS = re.compile(r"\s+of\s+(?:this|it|the trope|the \w+ trope|that trope)\b", re.IGNORECASE)
_AFTER_NOUN = re.compile(
    r"\s*(?:$|[.,;:!?)—–]|(?:in|with|by|when|occurs|happens|comes|is|here|though)\b)", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"(?:\b(?:an?|the|another|possible|rare|notable|interesting|complete|total|partial|big|major)\s+){1,3}$",
    re.IGNORECASE,
)
_IS_ARTICLE = re.compile(
    rf"\b{_SUBJECT}(?:['’]s|\s(?:is|was|are|were))\s+{_ADVERBS}(?:an?|the|another)?\s*(?:\w+\s+)?$", re.IGNORECASE
)
_CALLED = re.compile(
    r"\b(?:is|are|was|were|being|as|makes?|making)\s+(?:[\w'’]+\s+){0,2}(?:an?|another)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_STOP = re.compile(r"\s*(?:$|[.,;:!?)—–])")
_NEGATION = re.compile(
    r"(?:\b(?:not|never|without|rather than|instead of|nor|no|neither|hardly|isn['’]t|wasn['’]t|aren['’]t|doesn['’]t|"
    r"don['’]t|didn['’]t|can['’]t be|couldn['’]t))(?:\s+(?!only\b)[\w'’]+){0,2}\s*$",
    re.IGNORECASE,
)
_NOT_WITHOUT = re.compile(r"\b(?:not|n['’]t|never)\b[^.;]{0,50}\bwithout\s+(?:an?\s+)?$", re.IGNORECASE)
_IMPLIES_THIS = re.compile(
    r"[^.;]{0,120}\b(?:(?:this|one)(?=\s*(?:$|[.,;:)!?]|(?:towards?|to|for|as|with|when|but|and|by|in)\b))|"
    r"this trope\b|one of (?:these|them|those)\b)",
    re.IGNORECASE,
)


class _Shape(StrEnum):
    """What a word is in its sentence."""

    PARTICIPLE = "participle"
    VERB = "verb"
    NOUN = "noun"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class _Word:
    """One row of the wordings: a fragment of a regular expression and what it says."""

    modifier: Modifier
    shape: _Shape
    fragment: str
    jargon: bool


def _words(w: Wording) -> Iterator[_Word]:
    shapes = zip(_Shape, (w.participles, w.verbs, w.nouns, w.phrases), strict=True)
    return (_Word(w.modifier, shape, f, w.jargon) for shape, fragments in shapes for f in fragments)


_TABLE = tuple(word for w in WORDINGS for word in _words(w))
_PATTERN = {w: re.compile(w.fragment, re.IGNORECASE) for w in _TABLE}
_FRAGMENTS = "|".join(sorted({w.fragment for w in _TABLE}, key=len, reverse=True))
_BEGINS = re.compile(r"[a-z(](?<![\w-].)", re.IGNORECASE)
_ANY = re.compile(rf"(?:{_FRAGMENTS})(?![\w-])", re.IGNORECASE)
_NEEDED = frozenset(word.strip() for word in needs(f"(?:{_FRAGMENTS})")[0])
"""Words, one of which stands in every text that says a modifier."""

_THE = re.compile(r"\s+(?:the\s+)?")
_WORD = re.compile(r"[^\W_]+")
_BEFORE, _AFTER = 90, 160


@dataclass(frozen=True, slots=True)
class Hit:
    """A modifier said at `text[start:end]` of a block; `linked` when by a link to its page."""

    modifier: Modifier
    start: int
    end: int
    linked: bool = False


def hits(block: Block, start: int = 0, end: int | None = None, own: frozenset[str] = frozenset()) -> tuple[Hit, ...]:
    """Modifiers that the text of `block` between `start` and `end` says of the trope at hand, in order of place.

    Args:
        block: An item.
        start: Offset to read from.
        end: Offset to read to; `None` for the end of the text.
        own: Page names of the trope at hand: "averts" before any other trope's link speaks of that one.
    """
    stop = len(block.text) if end is None else end
    said = [*_linked(block, start, stop, own), *_worded(block, start, stop, own)]
    return tuple(sorted(said, key=lambda h: h.start))


def modifier_of(link: Link) -> Modifier | None:
    """Modifier whose page a link leads to."""
    return _PAGES.get(squash(local(link.page))) if link.page else None


def ordered(modifiers: set[Modifier]) -> tuple[Modifier, ...]:
    """In vocabulary order."""
    return tuple(m for m in Modifier if m in modifiers)


def _linked(block: Block, start: int, end: int, own: frozenset[str]) -> Iterator[Hit]:
    for i, link in enumerate(block.links):
        modifier = modifier_of(link)
        if not modifier or not start <= link.start < end:
            continue
        negated = _negated(block.text[max(start, link.start - _BEFORE) : link.start])
        if not negated and not _of_another(block, link.end, i + 1, own):
            yield Hit(modifier, link.start, link.end, linked=True)


def _worded(block: Block, start: int, end: int, own: frozenset[str]) -> Iterator[Hit]:
    """Words that count; of words at one place the longest is asked alone."""
    text, starts = block.text[start:end], [k.start for k in block.links]
    for at, stop, words in _candidates(text):
        before, after = text[max(0, at - _BEFORE) : at], _with_this(text[stop : stop + _AFTER], own)
        word = next((w for w in words if _RULES[w.shape](w, before, after)), None)
        another = word and _of_another(block, start + stop, bisect_left(starts, start + stop), own)
        if word and not another and not _negated(before):
            yield Hit(word.modifier, start + at, start + stop)


def _with_this(after: str, own: frozenset[str]) -> str:
    """The text after a word, with "this" where it goes on with the trope's own name: "plays with the wall jump"."""
    key = max((squash(local(page)) for page in own), key=len, default="")
    skip = _THE.match(after) if key else None
    for word in _WORD.finditer(after, skip.end()) if skip else ():
        read = squash(after[skip.end() : word.end()]) if skip else ""
        if read == key:
            return " this" + after[word.end() :]
        if not key.startswith(read):
            break
    return after


def _candidates(text: str) -> Iterator[tuple[int, int, tuple[_Word, ...]]]:
    """Places of the table's words, longest first at each, with every shape that the words there may have."""
    lower = text.lower()
    if any(word in lower for word in _NEEDED):
        yield from ((m.start(), m.end(), _rows(m.group())) for m in _said(text))


def _said(text: str) -> Iterator[re.Match[str]]:
    """The table's words in a text; fast, for they are tried only where a word begins."""
    end = 0
    for begin in _BEGINS.finditer(text):
        m = _ANY.match(text, begin.start()) if begin.start() >= end else None
        if m:
            end = m.end()
            yield m


@lru_cache(maxsize=1000)
def _rows(words: str) -> tuple[_Word, ...]:
    """Rows of the table that may be these words."""
    return tuple(w for w, pattern in _PATTERN.items() if pattern.fullmatch(words))


def _participle(word: _Word, before: str, after: str) -> bool:
    if word.modifier is Modifier.IMPLIED and re.match(r"\s+(?:that|to)\b", after):
        return bool(_IMPLIES_THIS.match(after)) or not re.search(r"[.!?]\s", before)
    if _VERSION.match(after) or (_END.match(after) and _SHORT.search(before)):
        return True
    if not _FOLLOWS.match(after):
        return False
    return bool(_LEADS.search(before) or (_IS if word.jargon else _THIS_IS).search(before))


def _verb(word: _Word, before: str, after: str) -> bool:
    if word.modifier is Modifier.IMPLIED:
        return bool(_IMPLIES_THIS.match(after))
    return bool(_THE_TROPE.match(after) or (word.jargon and _IT.match(after)))


def _noun(word: _Word, before: str, after: str) -> bool:
    if _OF_THIS.match(after):
        return True
    if _STOP.match(after) and _CALLED.search(before):
        return True
    if not _AFTER_NOUN.match(after):
        return False
    return bool(_LEADS.search(_ARTICLE.sub("", before)) or _IS_ARTICLE.search(before))


def _phrase(word: _Word, before: str, after: str) -> bool:
    return True


_RULES = {_Shape.PARTICIPLE: _participle, _Shape.VERB: _verb, _Shape.NOUN: _noun, _Shape.PHRASE: _phrase}


def _negated(before: str) -> bool:
    m = _NEGATION.search(before[-60:])
    return bool(m) and not _NOT_WITHOUT.search(before[-90:])


def _of_another(block: Block, end: int, i: int, own: frozenset[str]) -> bool:
    """Whether the words at `end` govern another trope, linked as the block's `i`-th: "subverts [that trope]"."""
    if i >= len(block.links):
        return False
    following = block.links[i]
    if following.start - end > 20 or not following.page.startswith("Main/") or modifier_of(following):
        return False
    if following.page in own:
        return False
    label = block.text[following.start : following.end]
    return not block.text[end : following.start].strip(" \"“'‘") and label[:1].isupper()
