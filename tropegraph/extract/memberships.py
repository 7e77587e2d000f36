"""Which pages stand in which indexes: what an index lists, and the index boxes of any page."""

from collections.abc import Iterator

from tropegraph.extract.examples.tropes_on_work import listed_in
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.pages.evidence import Witness
from tropegraph.extract.pages.subject import subject
from tropegraph.model.facts import Membership, Ref
from tropegraph.model.names import title_of
from tropegraph.model.page import BlockKind, Page
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
    kept: dict[tuple[str, str], Membership] = {}
    for m in (*own, *listed):
        if m.member != m.index and (m.member.page or m.member.title):
            kept.setdefault((m.member.page or m.member.title, m.index.page or m.index.title), m)
    return tuple(kept.values())


def _listed(page: Page, me: Ref, lexicon: Lexicon) -> Iterator[Membership]:
    witness = Witness(page)
    for index, block in enumerate(page.blocks):
        if block.kind is BlockKind.ITEM:
            for member, at in listed_in(block, lexicon):
                if member.page != me.page and member.page not in page.subpages:
                    yield Membership(member, me, witness.evidence(index, at))
