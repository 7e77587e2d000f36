"""Page names in wiki source: which words the wiki makes links of, and the page that each leads to."""

import re
from functools import lru_cache

from tropegraph.model import names
from tropegraph.parse.subpages import is_medium, is_space
from tropegraph.parse.targets import page_of_parts

NAME = r"[A-Z][A-Za-z0-9]{0,99}"
"""Pattern of a name in one word."""

NUMBER = r"[1-9][0-9]{0,3}"
"""Pattern of a name that is a number; it is one only behind a namespace that is known."""

CURLY = r"\{\{[^{}\n]{1,200}\}\}"
"""Pattern of a name in curly brackets."""

CURLY_NAME = (
    rf"(?:(?<!\w)(?P<space>{NAME})[/.])?\{{\{{(?P<words>[^{{}}\n]{{1,200}})\}}\}}(?P<suffix>[A-Za-z]*(?:-[A-Za-z]+)*)"
)
"""Pattern of a name in curly brackets with the namespace before it and the ending behind."""

_CAMEL = re.compile(r"[a-z][0-9]*[A-Z]")
_CAMEL_IN_BRACKETS = re.compile(r"[A-Z]\w*?(?:[A-Z][a-z0-9]|[a-z0-9][A-Z])\w*")
_FULL_CURLY = re.compile(CURLY_NAME)
_NAMES_KEPT = 20_000


def is_wiki_word(word: str) -> bool:
    """Whether the wiki makes a link of a bare word.

    The wiki asks for two capitals and a lower-case letter or digit beside one of them (PmWiki's pattern); plural
    acronyms ("DVDs") and model numbers ("PS2"), which that takes in and which lead nowhere, are left out.
    """
    return word[:1].isupper() and word.isalnum() and _CAMEL.search(word) is not None


def curly_page(words: str, space: str = "") -> tuple[str, str]:
    """Page name and shown words of a curly WikiWord's inside: "Subverted|Trope" gives `Main/SubvertedTrope`."""
    first, slash, rest = words.partition("/")
    if slash and not space and first.isalnum() and rest.strip():
        space, words = first, rest
    shown = words.partition("|")[0].strip()
    return page_of_parts(space or names.DEFAULT_NAMESPACE, names.camel(words.replace("|", ""))), shown


@lru_cache(maxsize=_NAMES_KEPT)
def named_page(name: str) -> str:
    """Page name of a link target in words: `BigBad`, `Film/Jaws`, `Film.Jaws`, `{{Jaws}}`; empty when it is none."""
    curly = _FULL_CURLY.match(name.lstrip())
    if curly:
        return curly_page(curly["words"], curly["space"] or "")[0]
    name = re.split(r"[?#]", name.strip(), maxsplit=1)[0]
    space, mark, local = name.partition("/") if "/" in name else name.partition(".")
    if mark == "/" or (mark and _is_space(space)):
        return page_of_parts(space, local)
    return page_of_parts(names.DEFAULT_NAMESPACE, name) if _CAMEL_IN_BRACKETS.fullmatch(name) else ""


@lru_cache(maxsize=_NAMES_KEPT)
def page_of_word(word: str) -> tuple[int, str]:
    """How much of a word that may have a namespace before it the wiki makes a link of, and the page it leads to."""
    mark = "/" if "/" in word else "."
    space, found, local = word.partition(mark)
    if found and _is_page_in(space, mark, local):
        return len(word), page_of_parts(space, local)
    return (len(space), page_of_parts(names.DEFAULT_NAMESPACE, space)) if is_wiki_word(space) else (0, "")


def _is_page_in(space: str, mark: str, local: str) -> bool:
    """Whether `space/local` in running text is a page; behind a known namespace a name of one capital will do."""
    if is_wiki_word(local):
        return mark == "/" or _is_space(space)
    return mark == "/" and is_space(space) and not is_space(local) and not is_medium(local)


def _is_space(word: str) -> bool:
    return is_space(word) or is_wiki_word(word)
