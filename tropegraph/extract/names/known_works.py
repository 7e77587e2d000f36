"""Titles of works that are known beforehand, for text that shows no title as such."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cached_property

from tropegraph.extract.pages.media import is_medium, medium_of_page
from tropegraph.model.names import squash

WorkNames = Mapping[str, tuple[str, ...]]
"""Page names by the key (`names.squash`) of a work's title; a page name may end with the slash after its medium."""

WORD = r"[^\W_]+(?:['’.&][^\W_]+)*"
"""A word of a title."""
_WORD = re.compile(rf"{WORD}|&")
_POSSESSIVE = ("'s", "’s")
_MOST_WORDS = 12
_ALIKE = (
    frozenset(("Animated Film", "Western Animation", "Asian Animation")),
    frozenset(("Anime & Manga", "Light Novel")),
    frozenset(("Video Game", "Visual Novel")),
    frozenset(("Comic Book", "Comic Strip", "Webcomic")),
    frozenset(("Radio", "Podcast", "Audio Play")),
    frozenset(("Web Animation", "Web Original", "Web Video")),
)
"""Media that pages take for one another: a folder of one may hold works of the others."""

_MIN_KEY = 7
"""Letters that a title of one word needs to be told from a common word by itself."""


class Works:
    """Known works.

    Args:
        load: Gives the titles; called when the first of them is asked for, as most pages show their works by links.
    """

    def __init__(self, load: Callable[[], WorkNames]) -> None:
        self._load = load

    @cached_property
    def _pages(self) -> WorkNames:
        return self._load()

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._pages)

    def _begins(self, key: str) -> bool:
        """Whether a title begins so, in order to give up most places at their first words."""
        at, keys = bisect_left(self._sorted, key), self._sorted
        return at < len(keys) and keys[at].startswith(key)

    def known(self, title: str, medium: str | None = None) -> bool:
        """Whether a work has this title, a work of `medium` where one is given."""
        pages = self._pages.get(squash(title), ())
        return any(medium is None or medium_of_page(p) == medium for p in pages)

    def fits(self, title: str, medium: str | None) -> bool:
        """Whether a work of this title is known that a folder of `medium` may hold; any where that is no medium's."""
        media = {medium_of_page(p) for p in self._pages.get(squash(title), ())}
        if not is_medium(medium):
            return bool(media) and " " in title
        return medium in media or any(medium in alike and media & alike for alike in _ALIKE)

    def page(self, title: str, medium: str | None) -> str:
        """Name of the one page of `medium` that has this title; empty when none or several have it."""
        pages = [p for p in self._pages.get(squash(title), ()) if medium_of_page(p) == medium]
        return pages[0] if medium and len(pages) == 1 and not pages[0].endswith("/") else ""

    def end_of_title(self, text: str, start: int) -> int:
        """End of the longest known title that begins at `text[start]`; `start` where none does."""
        end, key = start, ""
        for n, m in enumerate(_WORD.finditer(text, start, start + 120)):
            shown = m.group()
            if n == _MOST_WORDS or (n == 0 and (m.start() != start or not _opens(shown))):
                break
            for word in (shown, shown[:-2]) if shown.endswith(_POSSESSIVE) else (shown,):
                whole = key + squash(word)
                if whole in self._pages and (n or len(whole) >= _MIN_KEY) and _closes(word):
                    end = max(end, m.start() + len(word))
            key += squash(shown)
            if not self._begins(key):
                break
        return end


def _opens(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _closes(word: str) -> bool:
    """Whether a title may end with this word: it has a capital, as hardly any sentence's next word has."""
    return _opens(word) or word.lower() in {"in", "on", "up", "off", "out"}
