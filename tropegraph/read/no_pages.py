"""Texts that are no page of a wiki although they are readable: files about files, and bare lists of words."""

import re

from tropegraph.read import path_hints
from tropegraph.read.detect import Refusal

_ABOUT_FILES = frozenset(
    "AUTHORS CHANGELOG CHANGES CITATION CONTRIBUTING CONTRIBUTORS COPYING CREDITS HISTORY INSTALL LICENCE LICENSE NEWS "
    "NOTICE README SECURITY SOURCE SOURCES TODO VERSION CODE_OF_CONDUCT MANIFEST THANKS".split()
)
"""Names that projects give to files about their other files; in capitals, since a wiki writes `Readme`, if at all."""

_IN_ANY_CASE = frozenset({"readme", "license", "licence", "changelog", "requirements", "robots", "cookies", "hts-log"})
_DOCUMENTS = frozenset({"", ".md", ".markdown", ".txt", ".text", ".rst"})
_MOST_LOOKED_AT = 400
_LIST = 40
_BARE = re.compile(r"\S+(?:\t\S*)*$")


def refuse_by_name(path: str) -> Refusal | None:
    """Why a text of this name is no page: its name says that it is about the files beside it."""
    own = path_hints.stem(path).partition(".")[0]
    known = own in _ABOUT_FILES or own.lower() in _IN_ANY_CASE
    if known and path_hints.suffix(path) in _DOCUMENTS:
        return Refusal("not-a-wiki-page", "is about the files beside it, by its name")
    return None


def refuse_text(text: str) -> Refusal | None:
    """Why a plain text is no page: line after line holds one word and nothing else."""
    lines = [line for line in text[: _MOST_LOOKED_AT * 100].splitlines()[:_MOST_LOOKED_AT] if line.strip()]
    bare = sum(1 for line in lines if _BARE.match(line.strip()))
    if len(lines) >= _LIST and bare * 20 > len(lines) * 19:
        return Refusal("not-a-wiki-page", "is a list of words, without a sentence")
    return None
