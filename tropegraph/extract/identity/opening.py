"""What the text of a work's page says that it is: "is a novel of 1813", "This film provides examples of".

A page saved without its address has lost its namespace, and with it the medium; its words still tell.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from tropegraph.extract.names.title_runs import YEAR
from tropegraph.extract.pages.description import examples_start
from tropegraph.extract.pages.sentences import sentences
from tropegraph.model.names import squash
from tropegraph.model.page import Block, BlockKind, Page
from tropegraph.model.vocabulary import WORK_NOUNS


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"


_NAMESPACE = {form: space for space, nouns in WORK_NOUNS.items() for noun in nouns for form in (noun, _plural(noun))}
_NOUN = rf"(?P<noun>{'|'.join(sorted(map(re.escape, _NAMESPACE), key=len, reverse=True))})(?![\w'’-])"
_AFTER = (
    r"(?=\s*(?:[^\w\s'’]|$)|\s(?:\d|(?:about|adaptation|and|as|at|based|by|for|from|in|made|of|on|or|series|set|shown|"
    r"starring|that|told|where|which|who|whose|with|written|[a-z]+ed|[a-z]+ing)\b))"
)
_IS_A = re.compile(
    rf"\b(?:is|was|are|were)\s(?:\w+\s){{0,2}}(?:the|an?|one|another|two|three|several)\s[^.;:]{{0,100}}?"
    rf"(?<![\w'’-]){_NOUN}{_AFTER}",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(rf"\b(?:the|this|these)\s(?:[\w-]+\s){{0,2}}?{_NOUN}", re.IGNORECASE)
_GENERIC = frozenset({"story", "stories", "play", "plays", "epic", "ride", "comic"})
"""Nouns said of works of any medium, unless the sentence defines the work by them."""

_MADE = re.compile(
    r"\b(?:by|directed|written|created|developed|published|produced|released|starring|aired|airing|broadcast|premiered|"
    rf"serialized|serialised|adapted)\b|\b{YEAR}\b",
    re.IGNORECASE,
)
PROVIDES = r"(?:provides?|contains?|features?|includes?)"
"""What a page is said to do with its examples, or a work with its tropes."""

_ANNOUNCES = re.compile(
    rf"\b{PROVIDES}\s(?:\w+\s){{0,2}}?(?:examples\sof|the\sfollowing\stropes|tropes)\b|"
    r"^(?:the\s)?tropes\s(?:\w+\s){0,2}?(?:in|of|by|from)\b|^(?:the\s)?tropes(?:\sinclude)?\s?:?$|^.{0,60}\bprovides:?$",
    re.IGNORECASE,
)
_LINES = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_MAX_LINE = 200
_FIRST = 5


def announces_tropes(page: Page) -> bool:
    """Whether a line says that the tropes of a work follow: "This film provides examples of:", "Tropes found in"."""
    return any(True for _ in _announcements(page))


def tells_a_work(page: Page, *, listed: bool = False) -> bool:
    """Whether a sentence is one of a work's page: its title, what it is, and who made it or when.

    Args:
        page: A page with its title.
        listed: The page lists tropes: then the sentence need not be the first, nor say who made the work.
    """
    wanted = squash(page.title)
    said = [text for text in _first_sentences(page) if wanted and squash(text).startswith(wanted)]
    if not listed:
        said = [text for text in said[:1] if squash(_opening(page)).startswith(wanted) and _MADE.search(text)]
    return any(_IS_A.search(text) for text in said)


def _first_sentences(page: Page) -> Iterator[str]:
    for block in islice(_description(page), _FIRST):
        yield from (block.text[start:end] for start, end in sentences(block.text))


def namespace_of_opening(page: Page) -> str:
    """Namespace that works of this medium have, by what the page calls its work; empty where it does not say.

    The line over the tropes is asked first ("This film ..."), then the first sentence, then what the description
    calls its subject most often.
    """
    for line in _announcements(page):
        if found := _SPOKEN_OF.search(line):
            return _space(found)
    if found := _IS_A.search(_opening(page)):
        return _space(found)
    spoken = (m for b in _description(page) for m in _SPOKEN_OF.finditer(b.text))
    said = Counter(_space(m) for m in spoken if m["noun"].lower() not in _GENERIC)
    return said.most_common(1)[0][0] if said else ""


def _space(found: re.Match[str]) -> str:
    return _NAMESPACE[found["noun"].lower()]


def _announcements(page: Page) -> Iterator[str]:
    for block in page.blocks:
        closes = block.kind is BlockKind.HEADING or block.text.endswith(":")
        if closes and len(block.text) < _MAX_LINE and block.kind in _LINES and _ANNOUNCES.search(block.text):
            yield block.text


def _opening(page: Page) -> str:
    first = next((b.text for b in _description(page) if len(b.text) > 40), "")
    return first[:400]


def _description(page: Page) -> Iterator[Block]:
    return (b for b in page.blocks[: examples_start(page)] if b.kind is BlockKind.PARAGRAPH)
