"""Which pages stand in which indexes: what an index lists, and the index boxes of any page."""

from collections.abc import Iterator

from tropegraph.extract.identify import subject
from tropegraph.extract.lexicon import Lexicon
from tropegraph.extract.sentences import sentence_at, sentences
from tropegraph.extract.tropes_on_work import listed_in
from tropegraph.model.facts import Evidence, Membership, Ref
from tropegraph.model.names import title_of
from tropegraph.model.page import Block, BlockKind, Page
from tropegraph.model.vocabulary import PageKind


def memberships(page: Page, lexicon: Lexicon) -> tuple[Membership, ...]:
    """Memberships that a page states, each once: of what it lists, when it is an index, and its own.

    Args:
        page: A page that `identify` has completed.
        lexicon: Known tropes.
    """
    me = subject(page)
    own = (Membership(me, Ref(title_of(index), index)) for index in page.indexes)
    listed = _listed(page, me, lexicon) if page.kind is PageKind.INDEX else iter(())
    found = [m for m in (*own, *listed) if m.member != m.index and (m.member.page or m.member.title)]
    return tuple({(m.member.page or m.member.title, m.index.page or m.index.title): m for m in reversed(found)}.values())[::-1]


def _listed(page: Page, me: Ref, lexicon: Lexicon) -> Iterator[Membership]:
    for index, block in enumerate(page.blocks):
        if block.kind is BlockKind.ITEM:
            for member, at in listed_in(block, lexicon):
                if member.page != me.page and member.page not in page.subpages:
                    yield Membership(member, me, _evidence(block, index, at))


def _evidence(block: Block, index: int, at: int) -> Evidence:
    start, end = sentence_at(sentences(block.text, [(k.start, k.end) for k in block.links]), at)
    return Evidence(block.text[start:end], " / ".join(block.section), index, start, end)
