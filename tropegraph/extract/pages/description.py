"""Where a page's description ends and its examples begin."""

import re

from tropegraph.model.names import local, namespace, squash
from tropegraph.model.page import Block, BlockKind, Page, SpanKind
from tropegraph.model.vocabulary import MEDIA, META_NAMESPACES

_HEADINGS = frozenset(
    key for m in MEDIA for key in (squash(m.name), *map(squash, m.namespaces), *m.headings) if key
) | frozenset("examples example examplesofthistrope works tropes exampleswithinfiction straightexamples".split())
_PROVIDES = re.compile(
    r"^(?:the\s)?(?:some\s|known\s|notable\s|specific\s|other\s|straight\s|"
    r"in-universe\s)?examples?\b(?!\sof\s(?!this\b|it\b|the\b|these\b|such\b|(?-i:[A-Z])))(?:[^.]{0,80}?(?:include|are)?:|"
    r"(?:\sof\s(?:this|it|the)\b[^.]{0,30}?)?\s(?:include|are)\b|[^.]{0,80}$)|"
    r"\bprovides?\s(?:\w+\s)?examples?\sof\b|^(?:this\s\w+|.{0,60})\s(?:contains|features|provides)\s(?:\w+\s)?"
    r"(?:examples|tropes)\b[^.]*:?$",
    re.IGNORECASE,
)


def is_examples_heading(text: str) -> bool:
    """Whether a heading or folder title opens examples: "Examples", a medium, "Examples in Film"."""
    key = squash(text)
    return key in _HEADINGS or key.startswith("example") or key.endswith("examples")


def examples_start(page: Page) -> int:
    """Index of the first block that belongs to the examples; the number of blocks when there are none."""
    for i, block in enumerate(page.blocks):
        if _opens_examples(block):
            return i
    return _first_bullet_of_works(page)


def _opens_examples(block: Block) -> bool:
    if any(is_examples_heading(s) for s in block.section):
        return True
    if block.kind is BlockKind.HEADING:
        return is_examples_heading(block.text)
    return block.kind is BlockKind.PARAGRAPH and len(block.text) < 200 and bool(_PROVIDES.search(block.text))


def _first_bullet_of_works(page: Page) -> int:
    """Where bullets begin that name works and no heading says so; a list below a cue is none."""
    blocks = page.blocks
    run = len(blocks)
    for i in range(len(blocks) - 1, -1, -1):
        if blocks[i].kind is BlockKind.ITEM:
            run = i
    items = [b for b in blocks[run:] if b.kind is BlockKind.ITEM and b.level <= 1]
    works = sum(_names_a_work(b) for b in items)
    return run if items and works * 2 > len(items) else len(blocks)


def _names_a_work(block: Block) -> bool:
    """Whether a bullet begins with a work: an italic title, or a link out of the trope namespaces."""
    near = 40
    italic = any(s.kind is SpanKind.ITALIC and s.start < near for s in block.spans)
    link = any(
        k.page and k.start < near and namespace(k.page) not in META_NAMESPACES | {"Main"} and "/" not in local(k.page)
        for k in block.links
    )
    return italic or link
