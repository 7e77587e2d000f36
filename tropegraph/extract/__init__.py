"""From a parsed page to what it states: title and kind, relations, examples, memberships, mentions.

Every part is a pure function of one page and the known titles.
"""

from tropegraph.extract.examples.claims import examples
from tropegraph.extract.identity.identify import identify
from tropegraph.extract.identity.twins import Owner, Twins, paragraph_keys
from tropegraph.extract.memberships import memberships
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.pages.media import medium_of_page
from tropegraph.extract.pages.subject import subject
from tropegraph.extract.relations.facts import WITH_RELATIONS, stated
from tropegraph.extract.relations.mentions import mentions
from tropegraph.extract.relations.reading import read_description
from tropegraph.extract.relations.said import lost_lists, united
from tropegraph.model.facts import PageFacts, Ref
from tropegraph.model.page import Page
from tropegraph.model.vocabulary import PageKind

__all__ = ["Lexicon", "Owner", "Twins", "extract", "identify", "paragraph_keys"]

_WITH_EXAMPLES = (PageKind.TROPE, PageKind.WORK)


def extract(page: Page, lexicon: Lexicon) -> PageFacts:
    """All that `page` states.

    Args:
        page: A parsed page; its title, name and kind need not be known.
        lexicon: Known titles.
    """
    known = identify(page, lexicon)
    me = subject(known)
    readings = read_description(known, lexicon) if known.kind in WITH_RELATIONS else ()
    said = stated(readings, me)
    joined = united(said)
    found, unclear = examples(known, lexicon) if known.kind in _WITH_EXAMPLES else ((), ())
    return PageFacts(
        id=known.id,
        page=me,
        stated_on=known.name,
        kind=known.kind or PageKind.OTHER,
        format=known.format,
        medium=medium_of_page(me.page) if known.kind is PageKind.WORK else None,
        relations=joined,
        examples=found,
        memberships=memberships(known, lexicon),
        mentions=mentions(readings, me, joined),
        aliases=known.aliases,
        redirect_to=Ref("", known.redirect_to) if known.redirect_to else None,
        url=known.url,
        origin=known.origin,
        digest=known.digest,
        findings=(*known.findings, *lost_lists(known.id, readings, said), *unclear),
    )
