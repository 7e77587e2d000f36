"""How far a cue governs: the names that are items of the list after it.

A list goes on over commas, semicolons, "and", "or", and over what explains an item ("Compare A, where ..., and B"). A
name inside an explanation is no item.
"""

from dataclasses import dataclass, field

from tropegraph.extract.cues.list_words import (
    ARTICLES,
    BEFORE_OF,
    DASHES,
    FINITE,
    JOIN,
    LIKE,
    LOOSE_OPENERS,
    OPENERS,
    QUALIFIERS,
    RELATIVE,
    SAME_OPENERS,
    TROPE_WORDS,
    VERBS,
)
from tropegraph.extract.names.craft import NOT_TROPE_AFTER, NOT_TROPE_BEFORE
from tropegraph.extract.relations.list_tokens import NAMES, Token, tokens_of

_FAR = 14
_DIRECT, _LOOSE, _JOINED, _LATER = 7, 8, 8, 4


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a list may stretch.

    Args:
        loose: Verbs and prepositions may stand before an item.
        distance: Words that may stand before the first name; 0 for the usual number.
        resumes: The list may go on after the explanation of an item.
        over_commas: A comma alone is enough for that.
        preposition: Last word of the cue, which may stand before a later item again: "with A, and often with B".
        resembles: "like" may open the list: "related to other fruit like A".
    """

    loose: bool = False
    distance: int = 0
    resumes: bool = True
    over_commas: bool = True
    preposition: str = ""
    resembles: bool = True


@dataclass(slots=True)
class _Reader:
    """State of reading one list.

    `at` is the token to be read next, `articles` tells whether its first item has "a", `own` whether it is the page.
    """

    tokens: list[Token]
    reach: Reach
    at: int = 0
    articles: bool = False
    own: bool = False
    items: list[int] = field(default_factory=list)

    def word(self, i: int) -> str:
        return self.tokens[i].word if 0 <= i < len(self.tokens) else ""

    def kind(self, i: int) -> str:
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def is_name(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].kind in NAMES


def items(text: str, start: int, end: int, reach: Reach = Reach()) -> list[int]:
    """Offsets of the names in `text[start:end]` that are items of the list that begins at `start`.

    The page's own name may be among them.

    Args:
        text: A shape's text.
        start: End of the cue.
        end: End of what it may govern: the sentence, or the next cue.
        reach: How far the list may stretch.
    """
    reader = _Reader(tokens_of(text, start, end), reach)
    usual = _LOOSE if reach.loose else _DIRECT
    first = _reach(
        reader,
        reach.distance or usual,
        LOOSE_OPENERS if reach.loose else OPENERS,
        "':—–-/" if reach.loose else "':—–-/,",
    )
    if first is None:
        first = _after_such_as(reader) or _after_aside(reader) or _after_join(reader)
    reader.articles = reader.word(reader.at - 2) in ARTICLES
    reader.own = reader.kind(reader.at - 1) == "self"
    while first is not None:
        reader.items.append(first)
        first = _next_item(reader)
    return reader.items


def _after_such_as(reader: _Reader) -> int | None:
    """The first name of a list that "such as" or "like" opens: "overlaps with other tropes, such as A and B"."""
    for i in range(min(_FAR, len(reader.tokens) - 1)):
        such_as = reader.word(i) == "such" and reader.word(i + 1) == "as"
        if reader.word(i) in RELATIVE:
            return None
        if such_as or (i and reader.reach.resembles and reader.word(i) in LIKE):
            reader.at = i + 1 + such_as
            return _reach(reader, _DIRECT, OPENERS, "':—–-/,")
    return None


def _after_aside(reader: _Reader) -> int | None:
    """The first name after what qualifies the cue itself: "similar to, but not derived from, A"."""
    first = int(reader.word(0) == ",")
    if reader.word(first) not in QUALIFIERS:
        return None
    for i in range(first + 1, min(_FAR, len(reader.tokens))):
        if reader.word(i) == ",":
            reader.at = i + 1
            return _reach(reader, _LATER, OPENERS)
        if reader.kind(i) != "word" and reader.word(i) != "'":
            return None
    return None


def _after_join(reader: _Reader) -> int | None:
    """The first name of a list that begins with things that are no tropes: "with the film, or with A"."""
    for i in range(1, min(2 * _FAR, len(reader.tokens) - 1)):
        if reader.kind(i) in NAMES or not reader.reach.over_commas:
            return None
        if reader.word(i) in ("and", "or", "nor"):
            repeats = reader.word(i + 1) == reader.reach.preposition
            reader.at = i + 1 + repeats
            reader.at += reader.word(reader.at) in ("a", "an", "the")
            if reader.is_name(reader.at) and (repeats or reader.word(i - 1) == ","):
                return _take(reader, reader.at)
    return None


def _next_item(reader: _Reader) -> int | None:
    """The next item after the one just read, over joins and explanations."""
    opener = ""
    while reader.at < len(reader.tokens):
        word = reader.word(reader.at)
        if word in JOIN:
            item = _joined(reader, opener)
            if item is not None:
                return item
        else:
            opener = opener or word
        reader.at += 1
    return None


def _joined(reader: _Reader, opener: str) -> int | None:
    """The item that the joins at hand lead to, if they do; else the reader stays at the last of them."""
    at = reader.at
    while reader.word(reader.at) in JOIN:
        reader.at += 1
    joins = [t.word for t in reader.tokens[at : reader.at]]
    item = _item_after(reader, joins, opener, reader.is_name(at - 1))
    if item is None:
        reader.at = at + len(joins) - 1
    return item


def _item_after(reader: _Reader, joins: list[str], opener: str, after_name: bool) -> int | None:
    """The item after `joins`; `opener` is the first word of the explanation that they stand in, if they do."""
    if opener and (_only_own(reader) or not (reader.reach.resumes and _resumes(reader, joins, opener, after_name))):
        return None
    if joins == [","] and _is_other_clause(reader):
        return None
    if joins == [","] and reader.word(reader.at) in ARTICLES and not reader.articles and not _lists_one(reader):
        return None
    loose = reader.reach.loose and not opener
    limit = _LOOSE if loose else _LATER if opener else _JOINED
    item = _reach(reader, limit, LOOSE_OPENERS if loose else OPENERS)
    own_clause = (opener or "and" in joins) and reader.word(reader.at) in VERBS
    qualifies = opener and joins == [","] and reader.kind(reader.at) == "word" and not _ends_item(reader)
    return None if own_clause or qualifies or _is_subject(reader, joins) else item


def _only_own(reader: _Reader) -> bool:
    """Whether the list so far is the page's own name: "In contrast to this trope, they are A and B"."""
    return reader.own and len(reader.items) == 1


def _is_other_clause(reader: _Reader) -> bool:
    """Whether "but" begins what else is said of the subject: "overlaps with A, but needs B"."""
    return reader.word(reader.at) == "but" and reader.word(reader.at + 1).endswith("s")


def _is_subject(reader: _Reader, joins: list[str]) -> bool:
    """Whether the item just read begins a sentence of its own after a comma: "Subtrope of A, B may be its home"."""
    return len(joins) == 1 and joins[0] in ",;" and reader.word(reader.at) in FINITE


def _lists_one(reader: _Reader) -> bool:
    """Whether "a" begins an item rather than says what the last one is: "A, B, a mere C, D", "A, a C, and a D"."""
    ahead = next((i for i in range(reader.at + 1, reader.at + 4) if reader.kind(i) != "word"), reader.at)
    if not reader.is_name(ahead) or any(t.word in OPENERS for t in reader.tokens[reader.at : ahead]):
        return False
    rest = [reader.word(i) for i in range(ahead + 1, ahead + 4)]
    last = rest[:2] == [",", "and"]
    if rest[:2] == [",", "or"] and rest[2] in ARTICLES:
        return True
    return (rest[0] in (",", "and", "or") and not last and len(reader.items) > 1) or (last and rest[2] in ARTICLES)


def _ends_item(reader: _Reader) -> bool:
    """Whether the word at hand begins an explanation or leads on to the next item."""
    return reader.word(reader.at) in OPENERS | JOIN


def _resumes(reader: _Reader, joins: list[str], opener: str, after_name: bool) -> bool:
    """Whether joins inside an explanation may lead back to the list."""
    if ";" in joins or (opener in DASHES and reader.word(reader.at - len(joins) - 1) in DASHES):
        return True
    if joins == [","] and not reader.reach.over_commas:
        return False
    if joins[0] == ",":
        return not after_name or len(joins) > 1
    ahead = next((i for i in range(reader.at, reader.at + 4) if reader.is_name(i)), -1)
    if ahead < 0 or opener not in SAME_OPENERS:
        return False
    ahead_opens = reader.word(ahead + 1) == opener or (
        reader.reach.over_commas and reader.word(ahead + 1) in ("for", "when", "where", "if")
    )
    return ahead_opens or (reader.word(ahead + 1) == "," and reader.word(ahead + 2) in SAME_OPENERS)


def _reach(reader: _Reader, limit: int, openers: frozenset[str], marks: str = "':—–-/") -> int | None:
    """Offset of the name within `limit` describing words of the reader, which then stands after it."""
    words = 0
    for i in range(reader.at, len(reader.tokens)):
        token = reader.tokens[i]
        if token.kind in NAMES and not _owns_next(reader, i):
            return _take(reader, i)
        words += token.kind == "word"
        opens = token.word in openers and not _repeats(reader, i)
        if words > limit or opens or (token.word in NOT_TROPE_BEFORE and not _is_of_trope(reader, i)):
            return None
        if token.kind == "mark" and token.word not in marks:
            return None
    return None


def _is_of_trope(reader: _Reader, i: int) -> bool:
    """Whether "called" and the like name a trope after all: "a closely named", "a situation called".

    What a trope was called formerly is the trope just named once more.
    """
    return reader.word(i) != "formerly" and (reader.word(i - 1).endswith("ly") or reader.word(i - 1) in TROPE_WORDS)


def _repeats(reader: _Reader, i: int) -> bool:
    """Whether a preposition only repeats the cue's, or belongs to "forms of" and the like."""
    word = reader.word(i)
    if (word, reader.word(i + 1)) in (("that", "other"), ("at", "least")):
        return True
    return (word == "of" and reader.word(i - 1) in BEFORE_OF) or (
        bool(reader.items) and word == reader.reach.preposition
    )


def _owns_next(reader: _Reader, i: int) -> bool:
    """Whether the name at `i` only says whose the next one is: "the cause of A's B"."""
    return reader.word(i + 1) == "'" and reader.word(i + 2) == "s" and reader.is_name(i + 3)


def _take(reader: _Reader, i: int) -> int | None:
    """Offset of the name at `i`, or of the last of several that stand side by side; none if it only qualifies."""
    while reader.is_name(i + 1):
        i += 1
    nxt = reader.tokens[i + 1 : i + 3]
    possessive = [t.word for t in nxt] == ["'", "s"] and nxt[0].start == reader.tokens[i].end
    if possessive or _is_told_work(reader, i + 1):
        return None
    reader.at = i + 1
    return reader.tokens[i].start


def _is_told_work(reader: _Reader, i: int) -> bool:
    """Whether the words at `i` say that the name before them is a work, or what a work is like: "A board game B"."""
    named = reader.kind(i) == "word" and reader.is_name(i + 2)
    namesake = [reader.word(i + n) for n in range(3)] == ["of", "the", "same"]
    return namesake or reader.word(i) in NOT_TROPE_AFTER or (named and reader.word(i + 1) in NOT_TROPE_AFTER)
