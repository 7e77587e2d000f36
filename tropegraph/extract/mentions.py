"""Tropes that a description names without saying how they are related."""

from collections.abc import Iterable, Iterator

from tropegraph.extract.description import examples_start
from tropegraph.extract.lexicon import Lexicon
from tropegraph.extract.sentences import sentence_at, sentences
from tropegraph.extract.spots import are_linked, own_keys, spots
from tropegraph.model.facts import Evidence, Mention, Ref, Relation
from tropegraph.model.page import BlockKind, Page

_READ = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)


def mentions(page: Page, lexicon: Lexicon, me: Ref, stated: Iterable[Relation]) -> tuple[Mention, ...]:
    """The tropes that the description of `page` names and no relation joins to it, each once.

    Args:
        page: An identified page.
        lexicon: Known titles.
        me: What the page is about.
        stated: Its relations.
    """
    joined = {ref.page for r in stated for ref in (r.source, r.target)}
    found: dict[str, Mention] = {}
    for mention in _all(page, lexicon, me):
        if mention.target.page not in joined:
            found.setdefault(mention.target.page, mention)
    return tuple(found.values())


def _all(page: Page, lexicon: Lexicon, me: Ref) -> Iterator[Mention]:
    blocks = page.blocks[: examples_start(page)]
    linked = are_linked(blocks, lexicon)
    for i, block in enumerate(blocks):
        named = [s for s in spots(block, lexicon, own_keys(page), linked) if not (s.own or s.suspect)]
        spans = sentences(block.text, [(s.start, s.end) for s in named]) if named else []
        if block.kind in _READ:
            for spot in named:
                a, b = sentence_at(spans, spot.start)
                yield Mention(me, spot.ref, Evidence(block.text[a:b], " / ".join(block.section), i, a, b))
