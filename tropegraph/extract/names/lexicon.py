"""Known trope titles, and where they stand in text that lost its links.

Titles are looked for by their squash key (`names.squash`), from every word with a capital on: so spaces, hyphens and
punctuation do not matter, but a title begins and ends with a word and is capitalised as titles are.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from tropegraph.extract.names.known_works import WorkNames, Works
from tropegraph.model.facts import Ref
from tropegraph.model.names import MINOR_WORDS, KnownName, camel, page_name, squash, title_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&|%")
_LINE = re.compile(r"[^\n]+")
_START = re.compile(
    r"[^\W_b-su-z](?<![^\W_].)(?<![^\W_]['’].)"
    r"(?:(?<![at])|(?:(?<=t)he|(?<=a)n?)(?!['’]?[^\W_])(?=(?:[^\w&%]|_)*+([^\W\d_a-z])))"
)
"""Where a title may start: the capital or digit that a word begins with, or an article before such a word.

The first letter's class comes first, so that most characters are passed over without a look at what is around them.
"""

_CAMEL_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|[0-9]+|[a-z]+")
_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?…\n])[\s\"'“”‘’()\[\]*_-]*$")
_MARKS = re.compile(r"[!?]+(?=[,;.)]|\s+[a-z\[(—–-])")
_CLOSING = re.compile(r"[!?.]*\\?\"")
_LOWER_IN_TITLE = MINOR_WORDS | frozenset(
    "n than that upon via is it if yet so be ex over under after before without through between against per no vs "
    "de la el le à du des en et are was were".split()
)
_NEVER_ALONE = MINOR_WORDS | frozenset(
    "not main other others see also compare contrast related this that it he she they we you i all some many most "
    "more less one two first last next then there here now so such sometimes often usually never always however "
    "expect may what who why when where how in on as at if but and or no yes only even".split()
)
_MOST_WORDS = 16
_HEAD = 10
"""Letters that tell of most places that no title begins there."""

_ARTICLES = ("the", "an", "a")
_HEAD_BEFORE = frozenset("in of with on for to at from who without and".split())
_PLURALS = (("y", "ies"), ("f", "ves"), ("fe", "ves"), ("man", "men"), ("mouse", "mice"))
_ENDINGS = ("'s", "’s", "s'", "s’", "es", "s", "'", "’")


@dataclass(frozen=True, slots=True)
class Match:
    """A known title at `text[start:end]`.

    Args:
        suspect: It is one word at the start of a sentence, where any word has a capital.
    """

    start: int
    end: int
    ref: Ref
    suspect: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a key stands for: a page name where known, and how many characters of plural the key adds."""

    page: str
    plural: str = ""


class Lexicon:
    """The known titles.

    Make it with `Lexicon.of`; `find` reads text, `lookup` one title. Titles come back as the text spells them, in the
    singular; an alternative title keeps its own name, since the graph joins it to the main one.
    """

    def __init__(self, entries: dict[str, _Entry], others: frozenset[str], works: Works) -> None:
        self.works = works
        self._entries = entries
        self._others = others
        self._reach = _reach(entries)

    @classmethod
    def of(
        cls, names: Iterable[KnownName], others: Iterable[str] = (), works: Callable[[], WorkNames] = dict
    ) -> "Lexicon":
        """A lexicon of `names`, their alternatives and the plurals of both.

        Args:
            names: Titles of tropes.
            others: Squash keys of titles that look like a trope's and are none: works, people, real things.
            works: Gives titles of works with their pages, when they are first asked for.
        """
        known = tuple(names)
        entries = {n.key: _Entry(page_name(n.camel) if n.camel else "") for n in known if n.key}
        for key in (alias for n in known for alias in n.aliases if alias):
            entries.setdefault(key, _Entry(""))
        for key, entry in list(_plurals(known, entries)):
            entries.setdefault(key, entry)
        return cls(entries, frozenset(others) - entries.keys(), Works(works))

    def is_other(self, title: str) -> bool:
        """Whether a title is known to be none of a trope."""
        return squash(title) in self._others

    def __len__(self) -> int:
        return len(self._entries)

    def lookup(self, title: str) -> Ref | None:
        """The trope of this title, in whatever spelling, singular or plural, with its article or without."""
        key = squash(title)
        for candidate, ending in _lookup_keys(key):
            entry = self._entries.get(candidate)
            if entry is not None:
                return _ref(title, entry, ending)
        return None

    def find(self, text: str) -> list[Match]:
        """Known titles in `text`, from left to right, none inside another; the longest wins."""
        if not self._entries:
            return []
        found = list(self._candidates(text))
        found.sort(key=lambda m: (m.start - m.end + 4 * text[m.start].islower(), m.start))
        taken = bytearray(len(text) + 1)
        kept = []
        for match in found:
            if not any(taken[match.start : match.end]):
                taken[match.start : match.end] = b"\1" * (match.end - match.start)
                kept.append(match)
        return sorted(kept, key=lambda m: m.start)

    def _candidates(self, text: str) -> Iterator[Match]:
        """Every known title that begins and ends with a word and stands in one line, overlaps included."""
        for line in _LINE.finditer(text):
            for m in _START.finditer(text, line.start(), line.end()):
                capital = m[1] or m[0]
                if capital.isupper() or capital.isdigit():
                    yield from self._from(text, m.start(), line.end())

    def _from(self, text: str, start: int, end: int) -> Iterator[Match]:
        """The known titles that begin with the word at `start`."""
        span: list[re.Match[str]] = []
        joined = ""
        for word in islice(_WORD.finditer(text, start, end), _MOST_WORDS):
            last = squash(word.group())
            span.append(word)
            joined += last
            if len(joined) <= self._reach.get(joined[:_HEAD], 0):
                for key in _without_plural(joined, len(last)):
                    if key in self._entries and _is_title(text, span) and _is_closed(text, span):
                        yield self._match(text, span, key)
            elif len(joined) >= _HEAD:
                return

    def _match(self, text: str, span: list[re.Match[str]], key: str) -> Match:
        start, end = span[0].start(), span[-1].end()
        quotes = text.count('"', start, end)
        in_quotes = quotes % 2 or (quotes and text[start - 1 : start] == '"')
        tail = (_CLOSING if in_quotes else _MARKS).match(text, end)
        end = tail.end() if tail else end
        if quotes and text.count('"', start, end) % 2 and text[start - 1 : start] == '"':
            start -= 1
        if text[end - 2 : end] in ("'s", "’s") and not key.endswith(squash(span[-1].group())):
            end -= 2
        surface = text[start:end]
        extra = squash(surface)[len(key) :]
        ref = _ref(surface, self._entries[key], extra)
        one = [squash(w.group()) not in _ARTICLES for w in span].count(True) == 1
        return Match(start, end, ref, suspect=one and bool(_BEFORE_SENTENCE.search(text, max(0, start - 12), start)))


def _reach(entries: Iterable[str]) -> dict[str, int]:
    """Most letters of the keys that begin with a head, their plurals included; shorter keys are heads by themselves."""
    reach: dict[str, int] = {}
    for key in entries:
        for form in (key,) if len(key) >= _HEAD else (key, f"{key}s", f"{key}es"):
            head = form[:_HEAD]
            reach[head] = max(reach.get(head, 0), len(form) + len("es"))
    return reach


def _without_plural(joined: str, last: int) -> tuple[str, ...]:
    """`joined`, and the same without the plural ending of its last word, which is `last` letters long."""
    if not joined.endswith("s") or last < 2:
        return (joined,)
    return (joined, joined[:-1], joined[:-2]) if joined.endswith("es") and last > 2 else (joined, joined[:-1])


def _is_title(text: str, span: list[re.Match[str]]) -> bool:
    """Whether words are capitalised as a title is, and not mere words of the sentence.

    Those after a hyphen or an apostrophe need no capital ("Light 'em Up").
    """
    if all(w.group().lower() in _NEVER_ALONE for w in span):
        return False
    spelt = [w.group() for w in span if w is span[0] or text[w.start() - 1] not in "-'’"]
    return is_title_case(spelt)


def _is_closed(text: str, span: list[re.Match[str]]) -> bool:
    """Whether no bracket closes inside the words that opened before them."""
    inside = text[span[0].start() : span[-1].end()]
    return inside.count(")") <= inside.count("(")


def is_title_case(words: list[str]) -> bool:
    """Whether `words` are capitalised as a title is: all but minor words, and an article may come before the first."""
    content = words[1:] if len(words) > 1 and words[0].lower() in _ARTICLES else words
    if not (content[0][0].isupper() or content[0][0].isdigit()) or not any(w[0].isupper() for w in content):
        return False
    lower = sum(w[0].islower() and w.lower() not in _LOWER_IN_TITLE for w in content[1:])
    return lower == 0 or (lower == 1 and len(content) > 3)


def _lookup_keys(key: str) -> Iterator[tuple[str, str]]:
    """Keys that a title may be known under, with the plural ending that each takes away."""
    yield key, ""
    for ending in ("s", "es"):
        if key.endswith(ending) and len(key) > len(ending) + 3:
            yield key[: -len(ending)], ending
    for article in _ARTICLES:
        yield article + key, ""
        if key.startswith(article) and len(key) > len(article) + 4:
            yield key[len(article) :], ""


def _plurals(names: tuple[KnownName, ...], entries: dict[str, _Entry]) -> Iterator[tuple[str, _Entry]]:
    """Keys of plurals that do not merely add "s" or "es" at the end."""
    for key, entry in entries.items():
        for singular, plural in _PLURALS:
            if key.endswith(singular):
                yield key[: -len(singular)] + plural, _Entry(entry.page, plural)
    for name in names:
        key = _head_plural(name.camel)
        if key:
            yield key, _Entry(page_name(name.camel), "s")


def _head_plural(name: str) -> str:
    """Key of "Knights in Armour" for "KnightInArmour"; empty when the name has no such head."""
    words = [w.lower() for w in _CAMEL_WORD.findall(name)]
    for i, word in enumerate(words[1:-1], 1):
        if word in _HEAD_BEFORE:
            return "" if words[i - 1].endswith("s") else "".join([*words[:i], "s", *words[i:]])
    return ""


@lru_cache(maxsize=100_000)
def _ref(surface: str, entry: _Entry, extra: str) -> Ref:
    """Reference for a surface whose last `extra` characters are no part of the title."""
    title = surface.rstrip() if not (extra or entry.plural) else _singular(surface, extra, entry)
    if title[:1].islower():
        title = title[0].upper() + title[1:]
    return Ref(title, entry.page or f"Main/{camel(title)}")


def _singular(surface: str, extra: str, entry: _Entry) -> str:
    """The title behind a plural surface; the known spelling where the ending cannot simply be cut."""
    if entry.plural:
        return title_of(entry.page) if entry.page else surface
    bare = surface.rstrip("!?")
    for ending in _ENDINGS:
        if bare.lower().endswith(ending) and squash(ending) == extra:
            return bare[: -len(ending)]
    return surface
