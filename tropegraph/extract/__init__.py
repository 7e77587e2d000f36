"""From a parsed page to what it states: title and kind, relations, examples, memberships, mentions.

Every part is a pure function of one page and the known titles.
"""

from tropegraph.extract.described import describe
from tropegraph.extract.examples.claims import examples
from tropegraph.extract.identity.identify import identify
from tropegraph.extract.identity.twins import Owner, Twins, paragraph_keys
from tropegraph.extract.memberships import memberships
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.pages.media import medium_of_page
from tropegraph.extract.relations.mentions import mentions
from tropegraph.extract.relations.said import lost_lists
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
    read = describe(page, lexicon)
    known = read.page
    found, unclear = examples(known, lexicon) if known.kind in _WITH_EXAMPLES else ((), ())
    return PageFacts(
        id=known.id,
        page=read.subject,
        stated_on=known.name,
        kind=known.kind or PageKind.OTHER,
        format=known.format,
        medium=medium_of_page(read.subject.page) if known.kind is PageKind.WORK else None,
        relations=read.relations,
        examples=found,
        memberships=memberships(known, lexicon),
        mentions=mentions(read.readings, read.subject, read.relations),
        aliases=known.aliases,
        redirect_to=Ref("", known.redirect_to) if known.redirect_to else None,
        url=known.url,
        origin=known.origin,
        digest=known.digest,
        findings=(*known.findings, *lost_lists(known.id, read.readings, read.said), *unclear),
    )
