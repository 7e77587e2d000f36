"""Which medium a heading, a subpage or a page's namespace means."""

import re

from tropegraph.model.names import local, namespace, squash, title_of
from tropegraph.model.page import Page
from tropegraph.model.vocabulary import MEDIA, REAL_LIFE, UNPLACED_NAMESPACE, Medium

_BY_KEY: dict[str, Medium] = {}
_BY_NAMESPACE: dict[str, Medium] = {}
for _medium in MEDIA:
    _BY_KEY.update(dict.fromkeys((squash(_medium.name), *_medium.headings), _medium))
    _BY_NAMESPACE.update({squash(n): _medium for n in _medium.namespaces})
for _key, _medium in _BY_NAMESPACE.items():
    _BY_KEY.setdefault(_key, _medium)

_EXAMPLES_OF = re.compile(
    r"^(?:examples?\s*(?:from|in|of|:|[-–—])?\s*|in\s+)|\s*(?:examples?|tropes)?\s*:?\s*$", re.IGNORECASE
)
_ALPHABET = re.compile(
    r"^(?:tropes\s+)?\W?(?:#|0-9|[a-z0-9])?(?:\s*(?:[-–—/,]|to|through)\s*[a-z0-9#])*\W?$", re.IGNORECASE
)
_NO_MEDIUM = re.compile(
    r"\b(?:examples?|tropes?|spoilers?|folders?|main page|general|unsorted|multiple|warning|contains|provides)\b",
    re.IGNORECASE,
)


def medium_of_heading(heading: str) -> str | None:
    """Name of the medium that a heading means: "Films — Live-Action" gives "Film"; `None` where it means none."""
    medium = _BY_KEY.get(squash(heading)) or _BY_KEY.get(squash(_EXAMPLES_OF.sub("", heading)))
    return medium.name if medium else None


def medium_of_page(page: str) -> str | None:
    """Name of the medium whose namespace a page name has; `None` where it is no work's."""
    medium = _BY_NAMESPACE.get(squash(namespace(page))) if "/" in page else None
    return medium.name if medium else None


def is_medium(name: str | None) -> bool:
    """Whether a folder's name is that of a medium, and not one that merely sorts: "Platform Game"."""
    return any(m.name == name for m in MEDIA)


def namespace_of_medium(medium: str | None) -> str:
    """The one namespace of a medium: "Video Game" gives "VideoGame"; empty where it has none or several."""
    found = next((m.namespaces for m in MEDIA if m.name == medium), ())
    return found[0] if len(found) == 1 else ""


def is_work(page: str) -> bool:
    """Whether a page name has the namespace of a medium, "Film/GalaxyQuest", or of works whose medium is open."""
    return medium_of_page(page) is not None or namespace(page) == UNPLACED_NAMESPACE


def is_known_medium(heading: str | None) -> bool:
    """Whether a heading names a medium of the vocabulary."""
    return bool(heading) and medium_of_heading(heading or "") is not None


def medium_of_section(section: tuple[str, ...]) -> str | None:
    """Medium that the folders and headings over a block state, innermost first.

    A heading that is no known medium ("Platform Game") stands for itself, unless it only sorts ("A-D", "Examples").
    """
    known = next((m for h in reversed(section) if (m := medium_of_heading(h))), None)
    innermost = next((h for h in reversed(section) if _names_something(h)), None)
    return medium_of_heading(innermost) if innermost and medium_of_heading(innermost) else innermost or known


def medium_of_subpage(page: Page) -> str | None:
    """Medium that a trope's subpage holds: "ActionGirl/AnimatedFilms" gives "Animated Film"."""
    return medium_of_heading(title_of(local(page.name))) if "/" in page.name else None


def is_real_life(section: tuple[str, ...]) -> bool:
    """Whether a block stands where no works are named."""
    return any(squash(h).startswith(squash(REAL_LIFE)) for h in section)


def _names_something(heading: str) -> bool:
    return not _ALPHABET.match(heading) and (medium_of_heading(heading) is not None or not _NO_MEDIUM.search(heading))
