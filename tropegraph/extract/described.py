"""What facts and traces of a page are both made of: who it is, what it is about, and what its description states."""

from dataclasses import dataclass

from tropegraph.extract.identity.identify import identify
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.pages.subject import subject
from tropegraph.extract.relations.facts import WITH_RELATIONS, stated
from tropegraph.extract.relations.reading import Reading, read_description
from tropegraph.extract.relations.said import Stated, united
from tropegraph.model.facts import Ref, Relation
from tropegraph.model.page import Page


@dataclass(frozen=True, slots=True)
class Described:
    """A page and its description, read.

    Args:
        page: The page, identified.
        subject: What it is about.
        readings: Its description; none of a page whose kind has no relations.
        said: What the cues of the description state.
        relations: The facts that come of them.
    """

    page: Page
    subject: Ref
    readings: tuple[Reading, ...]
    said: tuple[Stated, ...]
    relations: tuple[Relation, ...]


def describe(page: Page, lexicon: Lexicon) -> Described:
    """Identify a page and read its description.

    Args:
        page: A parsed page; its title, name and kind need not be known.
        lexicon: Known titles.
    """
    known = identify(page, lexicon)
    me = subject(known)
    readings = read_description(known, lexicon) if known.kind in WITH_RELATIONS else ()
    said = stated(readings, me)
    return Described(known, me, readings, said, united(said))
