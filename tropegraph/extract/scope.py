"""What a page's examples are about, and where on a work's page they stand."""

import re
from collections.abc import Iterable

from tropegraph.extract.media import is_work
from tropegraph.model.facts import Ref
from tropegraph.model.names import DEFAULT_NAMESPACE, local, namespace, squash, title_of
from tropegraph.model.page import Block, BlockKind, Page, SpanKind
from tropegraph.model.vocabulary import TROPE_NAMESPACES, WORK_SUBPAGE_NAMESPACES, PageKind

_TROPES = re.compile(
    r"\b(?:examples?|tropes?)\b.{0,40}:?$|\b(?:provides?|contains?|features?|includes?)\b.{0,60}\b(?:examples?|tropes?)\b", re.IGNORECASE
)


def is_subpage(page: Page) -> bool:
    """Whether a trope's page holds a part of its examples: "ActionGirl/AnimatedFilms"."""
    return page.kind is PageKind.TROPE and namespace(page.name) not in TROPE_NAMESPACES


def subject(page: Page) -> Ref:
    """The trope or work that a page's examples are about: for a subpage, the page it belongs to."""
    if page.kind is PageKind.TROPE:
        own = namespace(page.name) if is_subpage(page) else local(page.name)
        name = f"{DEFAULT_NAMESPACE}/{own}" if is_subpage(page) else page.name
        return Ref(page.title or title_of(own), name)
    if is_work(page.name):
        return Ref(page.title or title_of(page.name), page.name)
    own = local(page.name) if namespace(page.name) in WORK_SUBPAGE_NAMESPACES else namespace(page.name)
    return Ref(page.title or title_of(own), _linked_work(page, {squash(own), squash(page.title)}))


def tropes_start(page: Page) -> int:
    """Index of the block where a work's tropes begin: after the last line that announces them, else 0.

    Lists before it name seasons, entries and the like.
    """
    announced = (i for i, b in enumerate(page.blocks) if _announces(b))
    return next(announced, -1) + 1


def is_bare(blocks: Iterable[Block]) -> bool:
    """Whether blocks have neither links inside the wiki nor emphasis."""
    return not any(k.page for b in blocks for k in b.links) and not any(
        s.kind is SpanKind.ITALIC for b in blocks for s in b.spans
    )


def is_pointer(page: Page, block: Block) -> bool:
    """Whether an item only leads to a subpage with more examples."""
    links = {k.page for k in block.links}
    covered = sum(k.end - k.start for k in block.links)
    return bool(links) and links <= set(page.subpages) and covered * 2 > len(block.text)


def _announces(block: Block) -> bool:
    return block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and len(block.text) < 200 and bool(_TROPES.search(block.text))


def _linked_work(page: Page, keys: set[str]) -> str:
    """Page name of the work of one of these keys, where the page links it; else empty."""
    targets = (k.page for b in page.blocks for k in b.links if is_work(k.page))
    return next((t for t in targets if squash(local(t)) in keys), "")
