"""Tropes that a description names without saying how they are related."""

from collections.abc import Iterable, Iterator

from tropegraph.extract.pages.sentences import sentence_at
from tropegraph.extract.relations.reading import Reading
from tropegraph.model.facts import Mention, Ref, Relation
from tropegraph.model.page import BlockKind

_READ = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)


def mentions(readings: Iterable[Reading], me: Ref, stated: Iterable[Relation]) -> tuple[Mention, ...]:
    """The tropes that a description names and no relation joins to its page, each once.

    Args:
        readings: The description.
        me: What the page is about.
        stated: Its relations.
    """
    joined = {ref.page for r in stated for ref in (r.source, r.target)}
    found: dict[str, Mention] = {}
    for mention in _all(readings, me):
        if mention.target.page not in joined:
            found.setdefault(mention.target.page, mention)
    return tuple(found.values())


def _all(readings: Iterable[Reading], me: Ref) -> Iterator[Mention]:
    for one in readings:
        if one.block.kind in _READ:
            for spot in one.names:
                if not (spot.own or spot.suspect or spot.guess):
                    yield Mention(me, spot.ref, one.evidence(*sentence_at(one.sentences, spot.start)))
