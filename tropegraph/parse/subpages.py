"""A page's own subpages ("Examples by medium"), told by the list that leads to them."""

from collections import Counter
from collections.abc import Sequence

from tropegraph.model import names, vocabulary
from tropegraph.model.page import Block, BlockKind

_MEDIA_KEYS = frozenset(
    names.squash(word) for medium in vocabulary.MEDIA for word in (medium.name, *medium.namespaces, *medium.headings)
)
SPACES = (
    frozenset(space for medium in vocabulary.MEDIA for space in medium.namespaces)
    | vocabulary.META_NAMESPACES
    | vocabulary.CREATOR_NAMESPACES
    | vocabulary.USEFUL_NOTES_NAMESPACES
    | vocabulary.DISAMBIGUATION_NAMESPACES
    | vocabulary.WORK_SUBPAGE_NAMESPACES
    | vocabulary.TROPE_NAMESPACES
)
"""The wiki's namespaces, those named after a page aside."""


def is_medium(title: str) -> bool:
    """Whether a heading's or subpage's title is a medium's name, in any of its spellings."""
    return names.squash(title) in _MEDIA_KEYS


def is_space(word: str) -> bool:
    """Whether a word is one of the wiki's namespaces, those named after a page aside."""
    return word in SPACES


def listed_pages(blocks: Sequence[Block]) -> list[str]:
    """Page names of the links that are the whole text of a list item, in order."""
    return [
        block.links[0].page
        for block in blocks
        if block.kind is BlockKind.ITEM
        and len(block.links) == 1
        and block.links[0].page
        and (block.links[0].start, block.links[0].end) == (0, len(block.text))
    ]


def name_from_subpages(blocks: Sequence[Block]) -> str:
    """The page's own name, where a list of subpages named after media gives it away; else an empty string.

    "InterspeciesRomance/Film" and "InterspeciesRomance/VideoGames" in one list mean `Main/InterspeciesRomance`.
    """
    spaces = Counter(
        names.namespace(page)
        for page in listed_pages(blocks)
        if names.namespace(page) not in SPACES and is_medium(names.local(page))
    )
    if len(spaces) != 1:
        return ""
    space, count = spaces.popitem()
    return f"{names.DEFAULT_NAMESPACE}/{space}" if count >= 2 else ""


def own_subpages(blocks: Sequence[Block], name: str) -> tuple[str, ...]:
    """Subpages of the page `name` that its lists lead to, in order, without repeats."""
    own = names.local(name)
    pages = (page for page in listed_pages(blocks) if own and names.namespace(page) == own)
    return tuple(dict.fromkeys(pages))
