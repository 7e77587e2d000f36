"""Known trope titles, and where they stand in text that lost its links.

Titles are looked for by their squash key (`names.squash`) in the squashed text, all at once (Aho and Corasick 1975), and
kept where they begin and end with a word and are capitalised as titles are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from tropegraph.model.facts import Ref
from tropegraph.model.names import MINOR_WORDS, KnownName, camel, page_name, squash, title_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&|%")
_CAMEL_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|[0-9]+|[a-z]+")
_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?:…\n])[\s\"'“”‘’()\[\]*_-]*$")
_MARKS = re.compile(r"[!?]+(?=[,;.)]|\s+[a-z\[(—–-])")
_CLOSING = re.compile(r"[!?.]*\\?\"")
_LOWER_IN_TITLE = MINOR_WORDS | frozenset("n than that upon via is it if yet so be ex over under after before without through between against per no vs de la el le".split())
_NEVER_ALONE = MINOR_WORDS | frozenset(
    "not main other others see also compare contrast related this that it he she they we you i all some many most more "
    "less one two first last next then there here now so such sometimes often usually never always however expect may "
    "what who why when where how in on as at if but and or no yes only even".split()
)
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

    def __init__(self, entries: dict[str, _Entry]) -> None:
        self._entries = entries
        self._automaton = ahocorasick.Automaton()
        for key in entries:
            self._automaton.add_word(key, key)
        if entries:
            self._automaton.make_automaton()

    @classmethod
    def of(cls, names: Iterable[KnownName]) -> "Lexicon":
        """A lexicon of `names`, their alternatives and the plurals of both."""
        known = tuple(names)
        entries = {n.key: _Entry(page_name(n.camel) if n.camel else "") for n in known if n.key}
        for key in (alias for n in known for alias in n.aliases if alias):
            entries.setdefault(key, _Entry(""))
        for key, entry in list(_plurals(known, entries)):
            entries.setdefault(key, entry)
        return cls(entries)

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
        words = list(_WORD.finditer(text))
        found = list(self._candidates(text, words))
        found.sort(key=lambda m: (m.start - m.end + 4 * text[m.start].islower(), m.start))
        taken = bytearray(len(text) + 1)
        kept = []
        for match in found:
            if not any(taken[match.start : match.end]):
                taken[match.start : match.end] = b"\1" * (match.end - match.start)
                kept.append(match)
        return sorted(kept, key=lambda m: m.start)

    def _candidates(self, text: str, words: list[re.Match[str]]) -> Iterator[Match]:
        """Every known title that begins and ends with a word, overlaps included."""
        keys = [squash(w.group()) for w in words]
        starts, ends, at = {}, {}, 0
        for i, key in enumerate(keys):
            if key:
                starts[at] = i
                at += len(key)
                ends[at] = i
                for cut in (1, 2) if key.endswith("es") else (1,) if key.endswith("s") else ():
                    ends.setdefault(at - cut, i)
        for last, key in self._automaton.iter("".join(keys)):
            first, final = starts.get(last + 1 - len(key)), ends.get(last + 1)
            if first is None or final is None or final < first:
                continue
            span = words[first : final + 1]
            if all(w.group().lower() in _NEVER_ALONE for w in span):
                continue
            if is_title_case([w.group() for w in span if w is span[0] or text[w.start() - 1] != "-"]):
                yield self._match(text, span, key)

    def _match(self, text: str, span: list[re.Match[str]], key: str) -> Match:
        start, end = span[0].start(), span[-1].end()
        tail = (_CLOSING if text[start:end].count('"') % 2 else _MARKS).match(text, end)
        end = tail.end() if tail else end
        surface = text[start:end]
        extra = squash(surface)[len(key) :]
        ref = _ref(surface, self._entries[key], extra)
        one = sum(squash(w.group()) not in _ARTICLES for w in span) == 1
        return Match(start, end, ref, suspect=one and bool(_BEFORE_SENTENCE.search(text, max(0, start - 12), start)))


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
