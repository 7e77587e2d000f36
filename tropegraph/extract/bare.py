"""Titles of works in text that lost links and emphasis: told by capitals and by their place in the sentence."""

import re
from collections.abc import Iterator

from tropegraph.extract.lexicon import Lexicon, is_title_case
from tropegraph.extract.titles import Sign, Title, cleaned
from tropegraph.model.facts import Ref
from tropegraph.model.names import MINOR_WORDS

_TOKEN = re.compile(r"[^\s:;,()\"“”]+")
_COLON = re.compile(r":(?=\s|$)")
_MINOR = MINOR_WORDS | {"is", "it", "de", "la", "le", "no", "del", "von", "&", "-", "–", "×", "x", "wa", "ga"}
_VERB = re.compile(
    r"\s+(?:series\s+|games?\s+|books?\s+|films?\s+|movies?\s+|franchise\s+|manga\s+|anime\s+)?(?:has|have|had|is|are|was|were|features?|"
    r"uses?|plays?|gives?|lets?|shows?|contains?|includes?|introduces?|reveals?|does|did|also|takes?|makes?|made|implies|"
    r"subverts?|averts?|inverts?|parodies|deconstructs?|lampshades?|justifies|invokes?|discusses|exploits?|enforces?|can|"
    r"pulls?|loves?|runs?|goes|revolves?|stars?|follows?|ends?|begins?|opens?|calls?|combines?|deals?|pointed|played|used)\b"
)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|[Oo]f|[Bb]y|[Tt]hroughout|[Oo]n|According to)\s+(?:(?:the|an?)\s+)?"
    r"(?:(?:first|second|third|original|episode|song|play|film|game|novel|book|series|show|manga|anime|movie|supplementary|obscure|"
    r"called|of|to|about|games?)\s+){0,4}(?=[A-Z0-9\[¡¿])"
)
_BOTH = re.compile(r"Both\s+")
_ACCORDING = re.compile(r"According to\s+")
_WHOLE = re.compile(r"\b(?:Universe|Series|Saga|Trilogy|Franchise|Cycle|Chronicles|Verse)$")
_MAX_WORDS = 12


def bare_titles(text: str, lexicon: Lexicon, *, only_head: bool) -> Iterator[Title]:
    """Titles in the first sentence of an item, the likeliest first.

    Args:
        text: The sentence.
        lexicon: Known tropes, which are no works.
        only_head: Look only where a title is all but certain: before a colon or a verb at the very beginning.
    """
    yield from _before_colon(text)
    yield from _according(text)
    both = _BOTH.match(text)
    if both:
        yield from _pair(text, both.end())
    if not only_head:
        yield from _placed(text, lexicon)
    yield from _subject(text, 0, lexicon)


def _according(text: str) -> Iterator[Title]:
    m = _ACCORDING.match(text)
    end = _run(text, m.end()) if m else 0
    if m and end > m.end():
        yield _title(text, m.end(), end)


def _pair(text: str, start: int) -> Iterator[Title]:
    """The two titles after "both"."""
    end = _run(text, start)
    m = re.compile(r"\s+and\s+").search(text, start, end)
    if m and _VERB.match(text, end):
        yield _title(text, start, m.start())
        yield _title(text, m.end(), end)


def _before_colon(text: str) -> Iterator[Title]:
    """What stands before the colon, when it is capitalised as a title; a title may hold a colon itself."""
    best, start = 0, 0
    for m in _COLON.finditer(text):
        part = text[start : m.start()].strip()
        if not part or len(part.split()) > _MAX_WORDS or not _is_title(part):
            break
        best, start = m.start(), m.end()
    if best:
        yield _title(text, 0, best)


def _subject(text: str, start: int, lexicon: Lexicon) -> Iterator[Title]:
    """A run of capitalised words at `start`, when a verb follows."""
    end = _run(text, start)
    name = text[start:end]
    if not name or not _VERB.match(text, end) or (lexicon.lookup(name) and not _WHOLE.search(name)):
        return
    if len(name.split()) > 1 or not _is_common(name):
        yield _title(text, start, end)


def _placed(text: str, lexicon: Lexicon) -> Iterator[Title]:
    """Runs of capitalised words after "in", "from", "of"."""
    for m in _PLACE.finditer(text):
        end = _run(text, m.end())
        if end > m.end() and lexicon.lookup(text[m.end() : end]) is None:
            yield _title(text, m.end(), end)


def _run(text: str, start: int) -> int:
    """End of the run of title words from `start` on: capitalised words, numbers, and minor words between them."""
    end = last = start
    for m in _TOKEN.finditer(text, start):
        word = m.group()
        gap = text[last : m.start()].strip()
        last = m.end()
        if gap and not (gap == ":" and _starts_title(word)):
            break
        if _starts_title(word):
            end = m.end()
        elif word.lower() not in _MINOR:
            break
        if word.endswith((".", "'s", "’s")) and len(word) > 3:
            break
    return end


def _starts_title(word: str) -> bool:
    first = word.lstrip("'’[¡¿*")[:1]
    return first.isupper() or first.isdigit() or word in {"&", "×"}


def _is_title(part: str) -> bool:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", part)
    return bool(words) and is_title_case(words)


def _is_common(word: str) -> bool:
    return word.lower() in {"this", "the", "it", "he", "she", "they", "there", "one", "a", "an", "in", "used", "while", "many", "most", "some", "all", "what", "his", "her"}


def _title(text: str, start: int, end: int) -> Title:
    return Title(start, end, Ref(cleaned(text[start:end])), Sign.PLAIN)
