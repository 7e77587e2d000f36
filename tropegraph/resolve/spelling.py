"""From references as pages spell them to page names, and from page names to keys under which spellings meet."""

import re
from collections.abc import Collection

from tropegraph.model import names
from tropegraph.model.facts import Ref
from tropegraph.model.vocabulary import INDEX_NAMESPACE_WORDS, MEDIA, UNPLACED_NAMESPACE
from tropegraph.resolve.likeness import medium_in_bracket

UNPLACED = UNPLACED_NAMESPACE
"""Namespace of a work that is known by title only and whose medium is unknown or has no namespace."""

NAMESPACES_OF = {medium.name: medium.namespaces for medium in MEDIA}
"""Namespaces of each medium's works."""

MEDIUM_OF = {space: medium.name for medium in MEDIA for space in medium.namespaces}
"""Medium of each namespace of works: the last entry of `MEDIA` that names it."""

_PAGE_NAME = re.compile(r"[A-Z]\w*/\w+", re.ASCII)


def of_trope(ref: Ref) -> str:
    """Page name of a trope or index: as linked, else made from the title; empty where neither holds a letter."""
    return ref.page or names.page_name(ref.title)


def of_work(ref: Ref, medium: str | None) -> str:
    """Page name of a work: as linked, else made from the title in its medium's first namespace.

    A bracket in the title that says the medium, "Dune (novel)", says more than the heading.
    """
    if ref.page:
        return ref.page
    title, space = medium_in_bracket(ref.title)
    return names.page_name(title, space or work_space(medium))


def work_space(medium: str | None) -> str:
    """Namespace for a work of a medium that is known by title only."""
    return next(iter(NAMESPACES_OF.get(medium or "", ())), UNPLACED)


def of_alias(alias: str, page: str) -> str:
    """Page name that an alias of `page` stands for: itself when it is one, else its title in the same namespace."""
    return alias if is_page_name(alias) else names.page_name(alias, names.namespace(page))


def key(page: str) -> str:
    """Key under which spellings of one page name meet: its namespace, and its own name without case or accents."""
    local = names.local(page)
    return f"{names.namespace(page)}/{names.squash(local) or local}"


def trope_key(squashed: str) -> str:
    """Key of a trope known by squash key only."""
    return f"{names.DEFAULT_NAMESPACE}/{squashed}"


def is_page_name(text: str) -> bool:
    """Whether a text is a page name, "Film/GalaxyQuest", rather than a title."""
    return _PAGE_NAME.fullmatch(text) is not None


def is_list_name(page: str) -> bool:
    """Whether the wiki calls its lists so: "ComedyTropes", "IndexOf..."."""
    local = names.local(page)
    return local.endswith(INDEX_NAMESPACE_WORDS) or local.startswith(f"{INDEX_NAMESPACE_WORDS[0]}Of")


def titled_only(page: str, medium: str, ambiguous: Collection[str]) -> str:
    """What a work is called that is linked so: itself, or where that is a disambiguation its title, within a medium.

    Args:
        page: The link.
        medium: Medium of the heading that it stands under.
        ambiguous: Keys of the disambiguations.
    """
    if key(page) not in ambiguous:
        return page
    within = f"{work_space(medium)}/{names.local(page)}"
    return f"{UNPLACED}/{names.local(page)}" if key(within) in ambiguous else within
