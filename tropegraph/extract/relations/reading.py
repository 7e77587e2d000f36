"""The description of a page as relations and mentions read it: blocks, the tropes they name, sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.names.spots import Shape, Spot, linking, own_keys, shape, spots
from tropegraph.extract.pages.description import examples_start
from tropegraph.extract.pages.sentences import sentences
from tropegraph.model.facts import Evidence
from tropegraph.model.page import Block, Page


@dataclass(frozen=True, slots=True)
class Reading:
    """One block of a description.

    Args:
        index: Its place among the page's blocks.
        block: The block.
        shape: Its text with names masked.
        sentences: Spans of its sentences; none where it names no trope.
    """

    index: int
    block: Block
    shape: Shape
    sentences: tuple[tuple[int, int], ...]

    @property
    def names(self) -> Iterable[Spot]:
        """The tropes that it names, in order."""
        return self.shape.spots.values()

    def evidence(self, start: int, end: int) -> Evidence:
        """The sentence at `[start, end)` as evidence."""
        return Evidence(self.block.text[start:end], " / ".join(self.block.section), self.index, start, end)


def read_description(page: Page, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Every block of `page` before its examples.

    Args:
        page: An identified page.
        lexicon: Known titles.
    """
    blocks = page.blocks[: examples_start(page)]
    own = own_keys(page)
    found = [lexicon.find(block.text) for block in blocks]
    marked = linking(blocks, found)
    named = (spots(block, lexicon, here, own, marked) for block, here in zip(blocks, found, strict=True))
    return tuple(_reading(i, block, here) for i, (block, here) in enumerate(zip(blocks, named, strict=True)))


def _reading(index: int, block: Block, named: tuple[Spot, ...]) -> Reading:
    spans = sentences(block.text, [(s.start, s.end) for s in named]) if named else []
    return Reading(index, block, shape(block, named), tuple(spans))
