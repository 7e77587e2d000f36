"""Where on a page its examples stand, and what kind of text they are."""

import re
from collections.abc import Iterable

from tropegraph.extract.pages.media import medium_of_heading
from tropegraph.model.names import local, namespace
from tropegraph.model.page import Block, BlockKind, Page, SpanKind
from tropegraph.model.vocabulary import TROPE_NAMESPACES, PageKind

_TROPES = re.compile(
    r"\b(?:examples?|tropes?)\b.{0,40}:?$"
    r"|\b(?:provides?|contains?|features?|includes?)\b.{0,60}\b(?:examples?|tropes?)\b",
    re.IGNORECASE,
)


def is_subpage(page: Page) -> bool:
    """Whether a trope's page holds a part of its examples: "ActionGirl/AnimatedFilms"."""
    return page.kind is PageKind.TROPE and namespace(page.name) not in TROPE_NAMESPACES


def tropes_start(page: Page) -> int:
    """Index of the block where a work's tropes begin: after the last line that announces them, else 0.

    Lists before it name seasons, entries and the like.
    """
    announced = (i for i, b in enumerate(page.blocks) if _announces(b))
    return next(announced, -1) + 1


def is_bare(blocks: Iterable[Block]) -> bool:
    """Whether blocks have neither links inside the wiki nor emphasis."""
    return not any(_is_marked(b) for b in blocks)


def is_pointer(page: Page, block: Block) -> bool:
    """Whether an item only leads to a subpage with more examples, named by a medium where links were lost."""
    if not block.links and medium_of_heading(block.text):
        return True
    links = {k.page for k in block.links}
    covered = sum(k.end - k.start for k in block.links)
    own = namespace(page.name) if is_subpage(page) else local(page.name)
    below = all(k in page.subpages or ("/" in k and own.startswith(namespace(k))) for k in links)
    return bool(links) and below and covered * 2 > len(block.text)


def _announces(block: Block) -> bool:
    line = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and len(block.text) < 200
    return line and bool(_TROPES.search(block.text))


def _is_marked(block: Block) -> bool:
    return any(k.page for k in block.links) or any(s.kind is SpanKind.ITALIC for s in block.spans)
