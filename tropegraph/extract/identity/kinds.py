"""What kind of page a page is, by its namespace and by what it lists."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tropegraph.extract.examples.titles import cleaned
from tropegraph.extract.examples.tropes_on_work import head_end
from tropegraph.extract.identity.opening import announces_tropes, tells_a_work
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.pages.description import examples_start
from tropegraph.extract.pages.media import is_work, medium_of_heading
from tropegraph.model import vocabulary as v
from tropegraph.model.names import DEFAULT_NAMESPACE, local, namespace, squash, title_of
from tropegraph.model.page import Block, BlockKind, Page
from tropegraph.model.vocabulary import PageKind

_BY_NAMESPACE = {
    **dict.fromkeys(v.CREATOR_NAMESPACES, PageKind.CREATOR),
    **dict.fromkeys(v.USEFUL_NOTES_NAMESPACES, PageKind.USEFUL_NOTES),
    **dict.fromkeys(v.DISAMBIGUATION_NAMESPACES, PageKind.DISAMBIGUATION),
    **dict.fromkeys(v.WORK_SUBPAGE_NAMESPACES, PageKind.WORK),
    **dict.fromkeys(v.META_NAMESPACES, PageKind.OTHER),
}
_PART_OF_WORK = re.compile(r"tropes(?:[0-9a-z]{0,3}(?:to|through)[0-9a-z]{1,3})?|[0-9a-z](?:to|through)[0-9a-z]")
_AMBIGUOUS = re.compile(r"\b(?:may|can|could)\s(?:also\s)?refer\sto\b|\bif\syou\swere\slooking\sfor\b", re.IGNORECASE)
_MAX_DISAMBIGUATION = 1500
"""Letters that a page which only tells several things apart has at the most."""

_MAX_LISTED = 200
"""How many items of a list are asked."""

_SHORT_LIST = 2, 0.5
"""How many items there have to be, and what share of them has to agree, where the title calls the page a list."""


def kind_of(page: Page, lexicon: Lexicon) -> PageKind:
    """Kind of a page that has its title and name; a page that nothing tells otherwise is a trope.

    Args:
        page: A page with title and name, as far as they could be told.
        lexicon: Known tropes: by them a list without links is told, and a work's opening from a trope's.
    """
    if page.redirect_to:
        return PageKind.REDIRECT
    if _is_disambiguation(page):
        return PageKind.DISAMBIGUATION
    if page.name and is_work(page.name):
        return PageKind.WORK
    space = namespace(page.name) if page.name else DEFAULT_NAMESPACE
    if space in _BY_NAMESPACE:
        return _BY_NAMESPACE[space]
    if space != DEFAULT_NAMESPACE:
        return _kind_of_subpage(page)
    return _kind_by_text(page, lexicon)


def _kind_of_subpage(page: Page) -> PageKind:
    """Kind of the page that a page of no known namespace belongs to."""
    part = squash(local(page.name))
    if _PART_OF_WORK.fullmatch(part) and medium_of_heading(title_of(part)) is None:
        return PageKind.WORK
    return PageKind.TROPE


def _kind_by_text(page: Page, lexicon: Lexicon) -> PageKind:
    items = [b for b in page.blocks if b.kind is BlockKind.ITEM]
    listed = [b for b in items if b.level <= 1][:_MAX_LISTED]
    lists_tropes = _mostly(map(_links_trope, listed)) or _mostly(_heads_trope(b, lexicon) for b in listed)
    without_examples = all(_links_trope(b) or not _is_example(b) for b in items)
    short_list = without_examples and _mostly(map(_links_trope, _ends(items)), *_SHORT_LIST)
    if _is_index_title(page.title) and (lists_tropes or short_list):
        return PageKind.INDEX
    known = bool(page.title) and lexicon.lookup(page.title) is not None
    if not known and tells_a_work(page, listed=lists_tropes):
        return PageKind.WORK
    if without_examples and _mostly(map(_is_entry, _ends(items))):
        return PageKind.INDEX
    if announces_tropes(page):
        return PageKind.WORK
    opens_none = examples_start(page) == len(page.blocks)
    return PageKind.INDEX if opens_none and _mostly(map(_links_trope, listed)) else PageKind.TROPE


def _is_disambiguation(page: Page) -> bool:
    """Whether it is a short page that lists what its name may refer to; those of works' namespaces exist too."""
    space = namespace(page.name) if page.name else DEFAULT_NAMESPACE
    if space != DEFAULT_NAMESPACE and not is_work(page.name):
        return False
    paragraphs = [b for b in page.blocks if b.kind is BlockKind.PARAGRAPH]
    lists = sum(b.kind is BlockKind.ITEM for b in page.blocks) > 1
    short = sum(len(b.text) for b in page.blocks) < _MAX_DISAMBIGUATION
    return short and lists and any(_AMBIGUOUS.search(b.text) for b in paragraphs[:2])


def _mostly(signs: Iterable[bool], least: int = 5, share: float = 0.6) -> bool:
    """Whether there are enough items, and most of them show the sign."""
    shown = list(signs)
    return len(shown) >= least and sum(shown) >= share * len(shown)


def _ends(items: Sequence[Block]) -> list[Block]:
    """The items that head no items of their own: a list may be sorted under items that only say a kind."""
    ends = [item for item, other in pairwise(items) if other.level <= item.level]
    return [*ends, *items[-1:]][:_MAX_LISTED]


def _is_entry(block: Block) -> bool:
    """Whether an item is a trope's name and no more, and stands where it is no example."""
    whole = len(block.links) == 1 and block.links[0].end - block.links[0].start == len(block.text)
    return whole and _links_trope(block) and not _is_example(block)


def _is_example(block: Block) -> bool:
    """Whether an item stands under a medium or "Examples"; what a page lists only has headings of other kinds."""
    return any(medium_of_heading(h) is not None or squash(h).startswith("example") for h in block.section)


def _links_trope(block: Block) -> bool:
    return bool(block.links) and block.links[0].start <= 2 and namespace(block.links[0].page) == DEFAULT_NAMESPACE


def _heads_trope(block: Block, lexicon: Lexicon) -> bool:
    """Whether a known trope stands before the item's colon, or is the whole item."""
    return lexicon.lookup(cleaned(block.text[: head_end(block) or len(block.text)])) is not None


def _is_index_title(title: str) -> bool:
    return bool(title) and (title.rsplit(maxsplit=1)[-1] in v.INDEX_NAMESPACE_WORDS or title.startswith("Index"))
