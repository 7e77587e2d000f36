"""List items of a page with what hangs below them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tropegraph.model.page import Block, BlockKind, Page

_MAX_DEPTH = 40
"""Deeper items count as this deep, so that no page can exhaust the stack."""

_NOTES = (BlockKind.QUOTE, BlockKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item.

    Args:
        index: Its index into the page's blocks.
        block: Its block.
        children: Items one level below it, in order.
        notes: Quotes and paragraphs that belong to it, with their indices.
    """

    index: int
    block: Block
    children: tuple["Item", ...] = ()
    notes: tuple["Item", ...] = ()

    def walk(self) -> Iterator["Item"]:
        """Itself and all below it, in order of the page."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class _Node:
    """An item whose children are still being gathered."""

    index: int
    block: Block
    children: list["_Node"] = field(default_factory=list)
    notes: list[Item] = field(default_factory=list)

    def frozen(self) -> Item:
        return Item(self.index, self.block, tuple(c.frozen() for c in self.children), tuple(self.notes))


def items(page: Page, start: int = 0) -> tuple[Item, ...]:
    """The page's list items from block `start` on, as trees.

    A list that opens below the top level hangs on nothing and counts as top; a new section begins a new list.
    """
    roots: list[_Node] = []
    open_: list[_Node] = []
    for index, block in _listed(page, start):
        if block.kind is not BlockKind.ITEM:
            _keep_note(open_, index, block)
            continue
        while open_ and (_closes(open_[-1].block, block) or len(open_) >= _MAX_DEPTH):
            open_.pop()
        node = _Node(index, block)
        (open_[-1].children if open_ else roots).append(node)
        open_.append(node)
    return tuple(n.frozen() for n in roots)


def _closes(above: Block, block: Block) -> bool:
    """Whether a new item ends the list that the open one could head."""
    return above.level >= block.level or above.section != block.section


def _keep_note(open_: list[_Node], index: int, block: Block) -> None:
    owner = next((n for n in reversed(open_) if n.block.level <= block.level), None)
    if owner:
        owner.notes.append(Item(index, block))


def _listed(page: Page, start: int) -> Iterable[tuple[int, Block]]:
    numbered = enumerate(page.blocks)
    return ((i, b) for i, b in numbered if i >= start and (b.kind is BlockKind.ITEM or (b.level and b.kind in _NOTES)))
