"""Lists that stand under a line which is itself a cue: "Subtropes:", "Sister Trope to:"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tropegraph.extract.cues.over_lists import LINES, ONLY_NAME, VERDICT, LineCue
from tropegraph.extract.cues.patterns import NAME
from tropegraph.extract.relations import lists
from tropegraph.model.page import Block, BlockKind

_LONGEST_LINE = 90
_LONGEST_VERDICT = 6000
_FAR_DOWN = 40


@dataclass(frozen=True, slots=True)
class Under:
    """A list item, the cue of the line over it, and the block that holds the line."""

    index: int
    cue: LineCue
    line: int


def under_lines(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Under]:
    """The items that stand under a cue line, in order.

    Items under a heading or paragraph belong to T, items below an item that ends in a cue line belong to that item.

    Args:
        blocks: Blocks of the description.
        texts: Their shapes' texts.
    """
    for i, block in enumerate(blocks):
        cue = line_cue(block, texts[i])
        if cue is not None:
            yield from (Under(j, cue, i) for j in _items_below(blocks, texts, i))


def line_cue(block: Block, text: str) -> LineCue | None:
    """The cue that a heading or the end of a block is, if it is one."""
    if block.kind is BlockKind.HEADING:
        line = text.strip().rstrip(":")
    elif text.rstrip().endswith(":"):
        line = _last_sentence(text.rstrip().rstrip(":"))
    else:
        return None
    if NAME in line or len(line) > _LONGEST_LINE:
        return None
    found = (c for c in LINES if c.compiled.search(line) and not (c.not_heading and block.kind is BlockKind.HEADING))
    return next(found, None)


def named_first(text: str) -> list[int]:
    """Offsets of the names that an item lists at its start, or else of the one that its sentence arrives at."""
    first = lists.items(text, 0, len(text), lists.Reach(distance=3, resumes=False))
    if first:
        return first
    verdict = VERDICT.search(text, 0, _LONGEST_VERDICT)
    return lists.items(text, verdict.end(), len(text), lists.Reach(resumes=False)) if verdict else []


def _last_sentence(line: str) -> str:
    for mark in (". ", "! ", "? ", "\n", "; ", ": "):
        line = line.rpartition(mark)[2]
    return line.strip()


def _only_names(block: Block, text: str) -> bool:
    """Whether a paragraph is a trope's name and nothing else: the item of a list that lost its bullets."""
    return block.kind is BlockKind.PARAGRAPH and bool(ONLY_NAME.fullmatch(text))


def _items_below(blocks: Sequence[Block], texts: Sequence[str], i: int) -> Iterator[int]:
    """Indices of the items right below block `i`, one level deeper than it; lines that only name a trope are items."""
    level = blocks[i].level + 1 if blocks[i].kind is BlockKind.ITEM else 1
    lines = list(
        takewhile(lambda j: _only_names(blocks[j], texts[j]), range(i + 1, min(len(blocks), i + 1 + _FAR_DOWN)))
    )
    if lines:
        yield from lines
        return
    for j in range(i + 1, min(len(blocks), i + 1 + _FAR_DOWN)):
        if blocks[j].kind is not BlockKind.ITEM or blocks[j].level < level:
            return
        if blocks[j].level == level:
            yield j
