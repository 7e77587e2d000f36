"""Examples that lost their bullets: lines of their own below the headings of examples.

A text copied from a browser, or saved by one, often keeps a list's lines without its signs. What tells such a list is
that paragraphs, not bullets, make up its folder; bullets that are left then hang below the paragraph above them.
"""

from collections import Counter
from dataclasses import replace

from tropegraph.extract.pages.media import medium_of_section
from tropegraph.extract.pages.scope import is_bare
from tropegraph.model.page import Block, BlockKind, Page

_FEWEST = 4
"""Lines that make a list; fewer are a remark under a heading."""


def with_items(page: Page, start: int) -> Page:
    """The page with the lines of its examples as items, where paragraphs stand for them; else the page itself.

    Args:
        page: A trope's page.
        start: Index of the block where its examples begin.
    """
    blocks = page.blocks[start:]
    lines = Counter(b.section for b in blocks if _is_line(b))
    if lines.total() < _FEWEST or not is_bare(blocks):
        return page
    bullets = Counter(b.section for b in blocks if b.kind is BlockKind.ITEM and b.level == 1)
    mostly = lines.total() > bullets.total()
    lists = frozenset(s for s, n in lines.items() if n > bullets[s] and (mostly or medium_of_section(s)))
    return replace(page, blocks=(*page.blocks[:start], *(_as_item(b) if b.section in lists else b for b in blocks)))


def _is_line(block: Block) -> bool:
    """Whether a block is a paragraph of its own below a heading."""
    return block.kind is BlockKind.PARAGRAPH and not block.level and bool(block.section)


def _as_item(block: Block) -> Block:
    """A line as an item, an item as one below it."""
    if _is_line(block):
        return replace(block, kind=BlockKind.ITEM, level=1)
    return replace(block, level=block.level + 1) if block.kind is BlockKind.ITEM else block
