"""Other ways to write one title: plural, article, "and", leading number, British and American, year in brackets.

Each gives candidates only. A candidate counts where a page or a known name bears it, and never by itself: English has
more exceptions than rules.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from tropegraph.model import names
from tropegraph.model.vocabulary import WORK_NOUNS

Likeness = Callable[[str], Iterator[str]]
"""From a title to others that may be meant by it."""

_ARTICLES = ("the", "a", "an")
_BEFORE_ITS_NOUN = re.compile(r"(?P<noun>[^\W_]+)(?P<rest>\s+(?:of|in|on|with|from|for|at|to)\s.*)", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<rest>(?!\d|st\b|nd\b|rd\b|th\b).*)", re.DOTALL)
_BRACKET = re.compile(r"(?P<title>.*\S)\s*\((?P<inside>[^()]{1,60})\)")
_DATED = re.compile(r"(?P<title>.*\D)(?P<year>(?:18|19|20)\d\d)")
_MEDIUM = re.compile(r"(?:(?P<year>\d{4})\s+)?(?P<noun>\D+?)(?:,?\s+(?P<later>\d{4}))?")
_SPACE_OF_NOUN = {noun: space for space, nouns in WORK_NOUNS.items() for noun in nouns}

_ENDINGS = r"(?:s|ed|er|ers|ing|less|ful|able|ite|ites|al|hood)?$"
_VERBAL = r"(?:e|es|ed|er|ers|ing|ation|ations)$"
_DOUBLING = r"(?:ed|er|ers|ing|or|ors|ist|ery)$"
SPELLINGS: tuple[tuple[str, str, str, str], ...] = (
    (r"(?<=\w{2})", "our", "or", rf"(?={_ENDINGS})"),
    (r"(?<=[bcdgkptv])", "re", "er", r"(?=s?$)"),
    (r"(?<=\w{3})", "is", "iz", rf"(?={_VERBAL})"),
    (r"(?<=[aeo]l)", "ogue", "og", r"(?=s?$)"),
    (r"(?<=\w)", "ence", "ense", r"(?=s?$)"),
    (r"(?<=[aeiou][^aeiou]e)", "ll", "l", rf"(?={_DOUBLING})"),
    (r"(?<=[aeiou]\w[^aeiou]e)", "ll", "l", rf"(?={_DOUBLING})"),
    *((r"^", british, american, "") for british, american in (
        ("grey", "gray"), ("mould", "mold"), ("plough", "plow"), ("moustache", "mustache"), ("jewellery", "jewelry"),
        ("tyre", "tire"), ("programme", "program"), ("aeroplane", "airplane"), ("manoeuvre", "maneuver"),
        ("sceptic", "skeptic"), ("encyclopaed", "encycloped"), ("judgement", "judgment"), ("skilful", "skillful"),
        ("wilful", "willful"), ("pyjama", "pajama"), ("mediaeval", "medieval"), ("doughnut", "donut"),
    )),
)  # fmt: skip
"""What British and American write differently: what stands before it, both spellings, what stands after it."""

_REWRITES = [
    (re.compile(before + old + after), new)
    for before, british, american, after in SPELLINGS
    for old, new in ((british, american), (american, british))
]


def plurals(title: str) -> Iterator[str]:
    """The title with its noun in the singular or in the plural: "Knights in Shining Armour", "Half-Human Hybrids"."""
    head, last = _last_word(title)
    yield from (head + other for other in _numbers(last))
    if found := _BEFORE_ITS_NOUN.search(title):
        start = title[: found.start()]
        yield from (start + other + found["rest"] for other in _numbers(found["noun"].lower()))


def spellings(title: str) -> Iterator[str]:
    """The title with a word, or all words, in the other spelling of English."""
    words = title.lower().split()
    others = [next(iter(_rewritten(word)), word) for word in words]
    changed = [i for i, (word, other) in enumerate(zip(words, others, strict=True)) if word != other]
    yield from (" ".join(_with(words, i, other)) for i in changed for other in _rewritten(words[i]))
    if len(changed) > 1:
        yield " ".join(others)


def articles(title: str) -> Iterator[str]:
    """The title without its leading article, or with one."""
    first, _, rest = title.partition(" ")
    if first.lower() in _ARTICLES:
        yield rest
    else:
        yield from (f"{article} {title}" for article in _ARTICLES)


def added_articles(title: str) -> Iterator[str]:
    """The title with a leading article, where it has none."""
    if title.partition(" ")[0].lower() not in _ARTICLES:
        yield from articles(title)


def conjunctions(title: str) -> Iterator[str]:
    """The title without one "and", or with one between two of its words: page names often drop a "&"."""
    words = title.replace("&", " and ").split()
    spots = [i for i, word in enumerate(words) if word.lower() == "and"]
    yield from (" ".join([*words[:i], *words[i + 1 :]]) for i in spots)
    if not spots:
        yield from (" ".join([*words[:i], "and", *words[i:]]) for i in range(1, len(words)))


def numbers(title: str) -> Iterator[str]:
    """The title with its leading number in words: "12 Monkeys", "1984"; or in digits: "Twelve Monkeys"."""
    if found := _NUMBER.match(title):
        yield from (f"{spelled} {found['rest']}".strip() for spelled in _number_words(found["number"].replace(",", "")))
        return
    words = title.lower().split()
    for size in range(min(4, len(words)), 0, -1):
        if digits := _digits().get("".join(words[:size]).replace("-", "")):
            yield " ".join([digits, *title.split()[size:]])
            return


TROPE_LIKENESSES: dict[str, Likeness] = {
    "plural": plurals,
    "British or American": spellings,
    "article": articles,
    "dropped and": conjunctions,
    "number": numbers,
}
"""Ways in which a trope's name may be written otherwise, in the order in which they are tried."""

LINKED_TROPE_LIKENESSES = {**TROPE_LIKENESSES, "article": added_articles}
"""The same for tropes that are linked: who links `Main/TheLantern` means no page that lacks the article."""

WORK_LIKENESSES = {rule: like for rule, like in TROPE_LIKENESSES.items() if like is not plurals}
"""The same for works that a text names, since their titles are names: "Alien" is not "Aliens"."""

LINK_LIKENESSES = {rule: like for rule, like in WORK_LIKENESSES.items() if like is not articles}
"""The same for works that are linked: who links `Film/Heat` does not mean `Film/TheHeat`."""


def without_qualifier(title: str) -> tuple[str, str]:
    """A title without what a bracket at its end adds, and the bracket's inside: "The Thing (1982)"; else "" for it."""
    found = _BRACKET.fullmatch(title) if title.endswith(")") else None
    return (found["title"], found["inside"]) if found else (title, "")


def without_year(local: str) -> tuple[str, str]:
    """A page's own name without the year at its end, and the year: "TheThing1982"; else "" for it."""
    found = _DATED.fullmatch(local) if local[-1:].isdigit() else None
    return (found["title"], found["year"]) if found else (local, "")


def medium_in_bracket(title: str) -> tuple[str, str]:
    """Title and namespace of a work whose bracket says its medium: "Dune (novel)", "Dune (1984 film)".

    The year stays, without its bracket. The namespace is empty where no bracket says a medium.
    """
    bare, inside = without_qualifier(title)
    found = _MEDIUM.fullmatch(inside)
    space = _SPACE_OF_NOUN.get(found["noun"].strip().lower(), "") if found else ""
    if not found or not space:
        return title, ""
    return " ".join(filter(None, (bare, found["year"] or found["later"]))), space


def _last_word(title: str) -> tuple[str, str]:
    """The title up to its last word, and that word in lower case; a hyphen ends a word too."""
    at = max(title.rfind(" "), title.rfind("-")) + 1
    return title[:at], title[at:].lower()


@lru_cache(maxsize=1 << 16)
def _numbers(noun: str) -> tuple[str, ...]:
    """Singular and plurals of a noun, as far as it has them."""
    if not noun.isalpha() or len(noun) < 3:
        return ()
    single = _engine().singular_noun(noun)
    if single:
        return tuple(dict.fromkeys([single, *_cut(noun)]))
    return tuple(dict.fromkeys([*_cut(noun), _engine().plural_noun(noun)]))


def _cut(noun: str) -> Iterator[str]:
    """The noun without an "s": the library does not know every word that the wiki makes up."""
    if noun.endswith("s") and not noun.endswith("ss"):
        yield noun[:-1]


def _with(words: Sequence[str], at: int, other: str) -> list[str]:
    return [*words[:at], other, *words[at + 1 :]]


@lru_cache(maxsize=1 << 16)
def _rewritten(word: str) -> tuple[str, ...]:
    """The word in the other spelling of English, in each way that there is; words come again and again."""
    return tuple(other for pattern, new in _REWRITES if (other := pattern.sub(new, word)) != word)


def _number_words(digits: str) -> Iterator[str]:
    """A number in words, as one reads it and, with four digits, as one reads a year."""
    yield _plain(_engine().number_to_words(digits, andword=""))
    if len(digits) == 4:
        yield _plain(_engine().number_to_words(digits, group=2))


def _plain(words: str) -> str:
    return words.replace(",", "").replace("-", " ")


@cache
def _digits() -> dict[str, str]:
    """Numbers as words without spaces, with their digits."""
    found: dict[str, str] = {}
    for number in chain(range(2, 1001), range(1100, 2100)):
        for spelled in _number_words(str(number)):
            found.setdefault(spelled.replace(" ", ""), str(number))
    return found


@cache
def _engine() -> Any:
    """The library of inflections; it is large, and many a graph needs none."""
    with _types_taken_on_trust():
        import inflect

    return inflect.engine()


@contextmanager
def _types_taken_on_trust() -> Iterator[None]:
    """Keep the library from rewriting its own code to check types at every call, which takes it two seconds."""
    try:
        import typeguard
    except ImportError:
        yield
        return
    checked = typeguard.typechecked
    typeguard.typechecked = lambda function: function  # type: ignore[assignment]
    try:
        yield
    finally:
        typeguard.typechecked = checked


def keys(like: Likeness, titles: Sequence[str]) -> set[str]:
    """Squash keys of all titles that may be meant by one of `titles`, without their own."""
    return {names.squash(other) for title in titles for other in like(title)} - {names.squash(t) for t in titles} - {""}
