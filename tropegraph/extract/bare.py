"""Titles of works in text that lost links and emphasis: told by capitals and by their place in the sentence.

Such a text hides where a title ends and whether it is a work's or a person's; what is read here is the likeliest, in
the order of how seldom the place misleads: before a colon, after "in" or "from", before a verb of works.
"""

import re
from collections.abc import Iterator
from itertools import islice

from tropegraph.extract.lexicon import Lexicon, is_title_case
from tropegraph.extract.titles import Sign, Title, cleaned
from tropegraph.model.facts import Ref
from tropegraph.model.names import MINOR_WORDS

_TOKEN = re.compile(r"[^\s:;,()\"“”…—–]+")
_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
_COLON = re.compile(r":(?=\s|$)")
_MINOR = (MINOR_WORDS - {"as", "from", "with"}) | frozenset("is it de la le no del von & - × x wa ga".split())
_LEADS_IN = re.compile(
    r"(?:In|On|From|At|While|When|As|If|Also|Another|This|There|One)\b|(?:\w+\s+){1,3}(?:in|by)\s+(?=[A-Z0-9\[])"
)
_WORK_VERB = re.compile(
    r"\s+(?:(?:series|games?|books?|films?|movies?|franchise|manga|anime|trilogy|saga)\s+)?"
    r"(?:(?:both|also|even|actually|mostly)\s+)?"
    r"(?:has|have|had|features?|featured|uses?|used|gives?|gave|lets?|shows?|contains?|includes?|introduces?|introduced|"
    r"reveals?|adds?|allows?|offers?|stars?|starts?|ends?|begins?|opens?|calls?|combines?|presents?|depicts?|involves?|"
    r"revolves?|subverts?|averts?|inverts?|parodies|parodied|deconstructs?|lampshades?|justifies|invokes?|discusses|"
    r"exploits?|enforces?|implies|plays|pointed)\b"
)
_ANY_VERB = re.compile(
    r"\s+(?:(?:series|games?|universe)\s+)?(?:is|are|was|were|has|have|had|can|could|does|do|did|takes?|makes?|made|goes|"
    r"gets|becomes|works|runs|loves|tells|deals|follows|comes|looks|likes)\b"
)
_STEP = (
    r"(?:the|an?|his|her|their|one|first|second|third|fourth|original|final|last|early|later|sequel|prequel|remake|episode|"
    r"song|play|musical|opera|film|movie|game|games|novel|book|books|series|show|manga|anime|comic|comics|webcomic|"
    r"doujinshi|supplementary|obscure|called|titled|named|of|to|about|set|before|after|version|versions|adaptation|"
    r"adaptations|indie|classic|popular|adventure|video|fic|fanfic|"
    r"(?:Season|Episode|Chapter|Book|Volume|Part|Act)\s+\w+,?\s+of)\s+"
)
_PLACE = re.compile(rf"\b(?P<at>[Ii]n|[Ff]rom|[Tt]hroughout|[Oo]n|[Oo]f|[Bb]y)\s+(?:{_STEP}){{0,6}}(?=[A-Z0-9\[¡¿ŌÉÀ])")
_BOTH = re.compile(r"Both\s+")
_AND = re.compile(r"\s+(?:and|&)\s+")
_ACCORDING = re.compile(r"According to\s+")
_WHOLE = re.compile(r"\b(?:Universe|Series|Saga|Trilogy|Franchise|Cycle|Chronicles|Verse)$")
_THE_WORK = re.compile(r"(?:The|An?)\s+(?:(?:first|second|third|original|final|last|uncut|later)\s+)(?=[A-Z0-9])")
_FROM = re.compile(r"\s(?:from|in)\s")
_YEAR = re.compile(r"\s\(\d{4}\)")
_POSSESSIVE = re.compile(r"['’]s?$")
_PERSONAL = frozenset(
    "this the it he she they there one a an in on used while many most some all what his her if when also even we you "
    "however although though both not no just similarly another these those".split()
)
_NEVER_FIRST = _PERSONAL - {"the", "a", "an", "in", "all", "one"}
_MAX_WORDS = 12


def sure_titles(text: str, lexicon: Lexicon) -> Iterator[Title]:
    """Titles at the very beginning of a sentence, where hardly anything else can stand.

    Args:
        text: The sentence.
        lexicon: Known tropes, which are no works.
    """
    yield from _before_colon(text)
    yield from _after(_ACCORDING, text)
    yield from _pair(text)
    yield from _subject(text, lexicon, _ANY_VERB)


def likely_titles(text: str, lexicon: Lexicon) -> Iterator[Title]:
    """Titles in a sentence, the likeliest first; arguments as for `sure_titles`."""
    yield from _before_colon(text)
    yield from _after(_ACCORDING, text)
    yield from _pair(text)
    yield from _subject(text, lexicon, _WORK_VERB)
    yield from _placed(text, lexicon)
    yield from _subject(text, lexicon, _ANY_VERB)


def named_titles(text: str, lexicon: Lexicon) -> list[Title]:
    """Every run of capitals in `text` that stands where a work may be named, from left to right."""
    found = [*_before_colon(text), *_subject(text, lexicon, _WORK_VERB), *_placed(text, lexicon)]
    return sorted({t.start: t for t in found}.values(), key=lambda t: t.start)


def _before_colon(text: str) -> Iterator[Title]:
    """What stands before the colon, when it is capitalised as a title; a title may hold a colon itself."""
    if _LEADS_IN.match(text):
        return
    end = start = 0
    for m in _COLON.finditer(text):
        part = text[start : m.start()].strip()
        if not part or len(part.split()) > _MAX_WORDS or not _is_title(part) or _goes_on(text, part, m.end()):
            break
        end, start = m.start(), m.end()
    if end:
        yield from _split(text, 0, end)


def _goes_on(text: str, part: str, end: int) -> bool:
    """Whether a colon only parts a title after "somebody from" or "in": "Alice from Wonderland: The Return is ..."."""
    rest = text[end : end + 60]
    return bool(_FROM.search(part)) and ":" not in rest and _names_on(text, end + 1)


def _split(text: str, start: int, end: int) -> Iterator[Title]:
    """A run of capitals as one title, or as two where an "and" stands between titles that share a word."""
    m = _AND.search(text, start, end)
    if m and _shares_word(text[start : m.start()], text[m.end() : end]):
        yield _title(text, start, m.start())
        yield _title(text, m.end(), end)
    else:
        yield _title(text, start, end)


def _shares_word(a: str, b: str) -> bool:
    words = (frozenset(w.lower() for w in _WORD.findall(part) if len(w) > 3) for part in (a, b))
    return bool(frozenset.intersection(*words))


def _after(opening: re.Pattern[str], text: str) -> Iterator[Title]:
    m = opening.match(text)
    end = _run(text, m.end()) if m else 0
    if m and end > m.end():
        yield _title(text, m.end(), end)


def _pair(text: str) -> Iterator[Title]:
    """The two titles after "both"."""
    both = _BOTH.match(text)
    end = _run(text, both.end()) if both else 0
    m = _AND.search(text, both.end(), end) if both else None
    if both and m and _ANY_VERB.match(text, end):
        yield _title(text, both.end(), m.start())
        yield _title(text, m.end(), end)


def _subject(text: str, lexicon: Lexicon, verb: re.Pattern[str]) -> Iterator[Title]:
    """A run of capitalised words at the beginning, when a verb follows."""
    opening = _THE_WORK.match(text)
    start = opening.end() if opening else 0
    end = _run(text, start)
    name = text[start:end]
    if (
        not name
        or name.split()[0].lower() in _PERSONAL - {"the", "a", "an", "in", "all", "one"}
        or name.lower() in _PERSONAL
    ):
        return
    if _FROM.search(name):
        return
    known = lexicon.lookup(name) and not _WHOLE.search(name)
    if verb.match(text, end) and not (known and verb is _ANY_VERB) and not name.startswith("In "):
        yield _title(text, start, end)


def _placed(text: str, lexicon: Lexicon) -> Iterator[Title]:
    """Runs of capitalised words after "in", "from", "of"; a known trope only where "in" opens the sentence."""
    for m in _PLACE.finditer(text):
        end = _run(text, m.end())
        name = text[m.end() : end]
        if not name or (_POSSESSIVE.search(name) and name[-1] not in "!?") or (name.isdigit() and len(name) == 4):
            continue
        if m.start() == 0 or m.group("at") == "from" or lexicon.lookup(name) is None:
            yield from _split(text, m.end(), end)


def _run(text: str, start: int) -> int:
    """End of the run of title words from `start` on: capitalised words, numbers, and minor words between them."""
    end = last = start
    for m in islice(_TOKEN.finditer(text, start), _MAX_WORDS):
        word, gap = m.group(), text[last : m.start()].strip()
        last = m.end()
        if gap and not (gap == ":" and _starts_title(word) and _names_on(text, m.start())):
            break
        if _starts_title(word):
            end = m.end()
        elif word.lower() not in _MINOR:
            break
        if word.endswith(".") and len(word) > 4:
            break
    year = _YEAR.match(text, end)
    return year.end() if year and end > start else end


def _names_on(text: str, at: int) -> bool:
    """Whether capitals go on after a colon as in a title: two words, or one before a comma or the like."""
    words = _TOKEN.findall(text[at : at + 80])
    return len(words) < 2 or _starts_title(words[1]) or words[1].lower() in _MINOR or text[at + len(words[0])] in ",.;("


def _starts_title(word: str) -> bool:
    first = word.lstrip("'’[¡¿*")[:1]
    return first.isupper() or first.isdigit() or word in {"&", "×"}


def _is_title(part: str) -> bool:
    words = _WORD.findall(part)
    return bool(words) and (is_title_case(words) or part.strip().isdigit())


def _title(text: str, start: int, end: int) -> Title:
    shown = cleaned(text[start:end])
    return Title(start, end, Ref(shown), Sign.PLAIN)
