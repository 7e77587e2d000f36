"""The sentences that stand as evidence."""

from bisect import bisect_right

from tropegraph.extract.pages.sentences import sentences
from tropegraph.model.facts import Evidence
from tropegraph.model.page import Page


class Witness:
    """Gives evidence from one page; the sentences of a block are looked for once.

    Args:
        page: The page.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def evidence(self, index: int, at: int, name: tuple[int, int] | None = None) -> Evidence:
        """The sentence of block `index` that holds offset `at`.

        Args:
            index: Index of the block.
            at: Offset in its text.
            name: Span of a name in it, whose own marks ("What Now? The Return") end no sentence.
        """
        block = self._page.blocks[index]
        start, end = self.sentence(index, at)
        if name and start < name[1] and name[0] < end and "\n" not in block.text[slice(*name)]:
            start = min(start, self.sentence(index, name[0])[0])
            end = max(end, self.sentence(index, name[1] - 1)[1])
        return Evidence(block.text[start:end], " / ".join(block.section), index, start, end)

    def sentence(self, index: int, at: int) -> tuple[int, int]:
        """Span of that sentence; the whole block where it has none."""
        spans = self.sentences(index)
        after = bisect_right(spans, at, key=lambda s: s[1])
        return spans[min(after, len(spans) - 1)] if spans else (0, len(self._page.blocks[index].text))

    def sentences(self, index: int) -> list[tuple[int, int]]:
        """Spans of all sentences of block `index`."""
        if index not in self._spans:
            block = self._page.blocks[index]
            self._spans[index] = sentences(block.text, [(k.start, k.end) for k in block.links])
        return self._spans[index]
