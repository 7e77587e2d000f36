"""Which titles name one work, and which name works of one series."""

import re
from collections.abc import Sequence

from tropegraph.extract.examples.titles import Title
from tropegraph.model.names import fold, squash

NEIGHBOURS = 20
"""Titles on either side that one is compared with, so that a hostile item stays linear."""

_COMMON = frozenset(
    "with from this that the and for game games movie film series story adventure adventures tales "
    "good bad true end ending endings last first world".split()
)
_KIN_WORD = re.compile(r"[^\W_]{3,}")


def same(title: Title, above: Title) -> bool:
    """Whether a title names the work above again, in full or in short."""
    if title.ref.page and above.ref.page:
        return title.ref.page == above.ref.page
    return squash(title.ref.title) in squash(above.ref.title)


def akin(title: Title, other: Title) -> bool:
    """Whether two titles share a word that tells."""
    return not set(kin_words(title)).isdisjoint(kin_words(other))


def kin_words(title: Title) -> list[str]:
    """The words of a title that tell it from others, in order."""
    return [w for w in _KIN_WORD.findall(fold(title.ref.title)) if w not in _COMMON]


def without_repeats(found: Sequence[Title]) -> list[Title]:
    """Each work once; an unlinked title that only shortens another near it is that one."""
    seen: dict[str, Title] = {}
    for i, title in enumerate(found):
        near = found[max(0, i - NEIGHBOURS) : i + NEIGHBOURS]
        if title.ref.page or not any(_shortens(title, t) for t in near):
            seen.setdefault(title.ref.page or squash(title.ref.title), title)
    return list(seen.values())


def _shortens(title: Title, other: Title) -> bool:
    mine, longer = squash(title.ref.title), squash(other.ref.title)
    return len(mine) < len(longer) and longer.endswith(mine)
