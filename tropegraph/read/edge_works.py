"""Which work and which trope a cell of a published table names, in the spellings that tables have."""

import re
from functools import lru_cache

from tropegraph.model import names
from tropegraph.model.addresses import page_of_parts, page_of_url, spelled_namespace
from tropegraph.model.vocabulary import KNOWN_NAMESPACES, MEDIA, UNPLACED_NAMESPACE

_PAGE = re.compile(r"([A-Z]\w*)([/.])(\S+)$")
_LETTERS = re.compile(r"[A-Za-z]+")
_CAMEL = re.compile(r"[A-Z0-9][\w-]*$")
_TROPES = frozenset({"Main", "Trope"})

_SPACES: dict[str, str] = {
    **{word: medium.namespaces[0] for medium in MEDIA if medium.namespaces for word in medium.headings},
    **{names.squash(medium.name): medium.namespaces[0] for medium in MEDIA if medium.namespaces},
    **{space.lower(): space for medium in MEDIA for space in medium.namespaces},
    "lit": "Literature",
    "f": "Film",
    "show": "Series",
    "shows": "Series",
}
"""Namespace by each word that tables, their columns and their files use for a medium ("film", "tv", "lit")."""


@lru_cache(maxsize=1 << 10)
def namespace_of(text: str) -> str:
    """Namespace that a medium's name, or a word in a file's or column's name, says; else an empty string."""
    whole = _SPACES.get(names.squash(text))
    return whole or next((_SPACES[w] for word in _LETTERS.findall(text) if (w := word.lower()) in _SPACES), "")


@lru_cache(maxsize=1 << 16)
def work_page(cell: str, space: str = "") -> str:
    """Page name of a work given by its address, its page name, its CamelName or its title.

    Args:
        cell: What the table says.
        space: Its namespace, where the table says so beside; else that of works whose medium is open.
    """
    cell = cell.strip()
    if stated := page_of_url(cell):
        return stated
    if (match := _PAGE.match(cell)) and _is_page(match, space):
        stated = spelled_namespace(match[1])
        return names.page_name(match[3], stated) or f"{stated}/{match[3]}"
    return names.page_name(cell, space or UNPLACED_NAMESPACE)


def _is_page(match: re.Match[str], space: str) -> bool:
    """Whether it is a page name, and no title with a slash or dot in it: "Tin/Copper", "Mr.Barge"."""
    return spelled_namespace(match[1]) in KNOWN_NAMESPACES or (match[2] == "/" and not space)


@lru_cache(maxsize=1 << 16)
def trope_page(cell: str) -> str:
    """Page name of a trope given by its address, its page name, its CamelName or its title; empty for none."""
    cell = cell.strip()
    if stated := page_of_url(cell):
        return stated
    match = _PAGE.match(cell)
    if match:
        return page_of_parts("Main" if match[1] in _TROPES else match[1], match[3])
    local = cell if _CAMEL.match(cell) else names.camel(cell) if " " in cell else ""
    return names.page_name(local) if local else ""
