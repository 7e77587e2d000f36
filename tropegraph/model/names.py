"""Titles, page names and keys: the one home of how a trope wiki spells names.

A page name is `Namespace/CamelName`. The wiki makes it from a title by dropping punctuation and capitalising every
word, and shows a title by splitting it again.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MINOR_WORDS = frozenset("a an and as at but by for from in into nor of on or the to vs with".split())
"""Words that a title leaves in lower case unless they come first."""

_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_NOT_KEY = re.compile(r"[\W_]+")
_LOWER = bytes(range(256)).lower()
_NO_KEY = bytes(c for c in range(128) if not chr(c).isalnum())
"""What `_NOT_KEY` drops of plain ASCII; to go over bytes takes a third of the time, and all names pass here."""
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "đ": "d", "ł": "l", "þ": "th", "ð": "d"})
_CAPITALS = str.maketrans({chr(a).upper(): b.capitalize() for a, b in _LETTERS.items() if len(chr(a).upper()) == 1})
DEFAULT_NAMESPACE = "Main"
_CACHED, _TITLE = 1 << 16, 100
"""Results that are remembered, and the letters up to which a text may be a title, which comes again and again; the
keys of sentences and paragraphs are asked for once.
"""


def fold(text: str) -> str:
    """`text` in lower case and without accents, "&" as "and"; punctuation and spaces stay."""
    if text.isascii():
        return text.lower().replace("&", " and ")
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_LETTERS)
    return _without_accents(lower).replace("&", " and ")


def squash(text: str) -> str:
    """Key under which two spellings of one title compare equal: letters and digits of `fold`, nothing else."""
    if text.isascii():
        plain = text.replace("&", " and ") if "&" in text else text
        return plain.encode().translate(_LOWER, _NO_KEY).decode()
    return _squashed(text) if len(text) <= _TITLE else _NOT_KEY.sub("", fold(text))


@lru_cache(maxsize=_CACHED)
def _squashed(title: str) -> str:
    return _NOT_KEY.sub("", fold(title))


def namespace(page: str) -> str:
    """Namespace of a page name: "Film" of "Film/GalaxyQuest"."""
    return page.partition("/")[0] if "/" in page else DEFAULT_NAMESPACE


def local(page: str) -> str:
    """Name of a page within its namespace: "GalaxyQuest" of "Film/GalaxyQuest"."""
    return page.partition("/")[2] or page


def camel(title: str) -> str:
    """The wiki's CamelName of a title: "Hot Skitty-on-Wailord Action" gives "HotSkittyOnWailordAction"."""
    plain = title.replace("&", " and ")
    if not plain.isascii():
        plain = _without_accents(unicodedata.normalize("NFKD", plain)).translate(_CAPITALS).translate(_LETTERS)
    return "".join([w[0].upper() + w[1:] for w in _WORD.findall(_APOSTROPHE.sub("", plain))])


def _without_accents(decomposed: str) -> str:
    return "".join([c for c in decomposed if not unicodedata.combining(c)])


def page_name(title: str, space: str = DEFAULT_NAMESPACE) -> str:
    """Page name of a title; empty when the title has no letter or digit."""
    name = camel(title)
    return f"{space}/{name}" if name else ""


def title_of(page: str) -> str:
    """Readable title of a page name: "Main/BoldlyComing" gives "Boldly Coming"; minor words in lower case."""
    return _remembered_title(page) if len(page) <= _TITLE else _title_in(page)


def _title_in(page: str) -> str:
    words = [w for part in local(page).split("_") for w in _SPLIT.split(part) if w]
    return " ".join(w.lower() if i and w.lower() in MINOR_WORDS else w for i, w in enumerate(words))


_remembered_title = lru_cache(maxsize=_CACHED)(_title_in)


_IN_BRACKETS = re.compile(r"\((?:[^()]*\s)?(?P<year>(?:1[5-9]|20)\d\d)\)$")
_BEHIND = re.compile(r"(?P<before>\w+) (?P<year>1[89]\d\d|20[0-3]\d)$")


def year_of(page: str, title: str = "") -> int | None:
    """Year that a work's name tells: "Dracula (1931)", else `Film/Dracula1931`; `None` where it tells none.

    The wiki puts a year behind a name only where works of one name have to be told apart. A number that a minor word
    leads to belongs to the title: "Parade of 1946".

    Args:
        page: Page name.
        title: Readable title, where it may be another than the page name's.
    """
    found = _IN_BRACKETS.search(title) or _BEHIND.search(title_of(page))
    if found is None or found.groupdict().get("before", "").lower() in MINOR_WORDS:
        return None
    return int(found["year"])


@dataclass(frozen=True, slots=True)
class KnownName:
    """A trope title that is known beforehand.

    Args:
        key: `squash` of the title.
        camel: Its CamelName; empty where only the key is known.
        aliases: `squash` keys of other titles of the same trope.
    """

    key: str
    camel: str = ""
    aliases: tuple[str, ...] = ()
