"""Lines of a page that tell its other titles: redirects to it and alternative titles, as saved pages have them."""

import re
from collections.abc import Sequence

from tropegraph.model.page import Block, BlockKind

_REDIRECTED = re.compile(r"\(?redirected from:? (.{1,100}?)\)?$", re.IGNORECASE)
_ALTERNATIVES = re.compile(r"(?:alternat(?:iv)?e titles?(?:\(s\))?|also known as)\s*:\s*(.{1,500})$", re.IGNORECASE)


def said_aliases(text: str) -> list[str]:
    """Other titles that a line says lead here.

    Args:
        text: A line or paragraph without markup.
    """
    if redirected := _REDIRECTED.match(text):
        return [redirected[1].strip()]
    alternatives = _ALTERNATIVES.match(text)
    titles = re.split(r"[,;] |\n", alternatives[1]) if alternatives else []
    return [title.strip() for title in titles if title.strip()]


def without_aliases(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks that are not about the page's other titles, and those titles, each once."""
    said = {
        index: titles
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.PARAGRAPH and (titles := said_aliases(block.text))
    }
    kept = tuple(block for index, block in enumerate(blocks) if index not in said)
    return kept, tuple(dict.fromkeys(title for titles in said.values() for title in titles))
