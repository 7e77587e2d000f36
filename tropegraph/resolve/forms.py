"""Spellings of page names and how they are used, and the heads under which spellings of one key meet."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tropegraph.model import names
from tropegraph.resolve import likeness, spelling

_TITLES = 4
"""Titles of one name that are looked at, however many ways there are to write it."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a page name, and how it is used.

    Args:
        page: The page name as spelled.
        read: A page of this name was read.
        linked: Some page links it, rather than naming it only.
        places: How many places use it.
        claims: In how many places a fact takes it for a node of each kind.
        media: Media under whose headings it stands as a work, with the number of places.
        titles: Titles that references to it give, with the number of places.
        input: First input that uses it.
        title: Title that its own page shows.
        ambiguous: Its own page is a disambiguation: a name of several things, and itself none of them.
    """

    page: str
    read: bool = False
    linked: bool = False
    places: int = 0
    claims: Mapping[str, int] = field(default_factory=dict)
    media: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, int] = field(default_factory=dict)
    input: str = ""
    title: str = ""
    ambiguous: bool = False


@dataclass(frozen=True)
class Head:
    """All spellings of one key."""

    space: str
    local: str
    forms: tuple[Form, ...]

    @cached_property
    def read(self) -> bool:
        """A page of this name was read."""
        return any(form.read for form in self.forms)

    @cached_property
    def linked(self) -> bool:
        """Some page links it."""
        return any(form.linked or form.read for form in self.forms)

    @property
    def places(self) -> int:
        """How many places use it."""
        return sum(form.places for form in self.forms)

    @cached_property
    def ambiguous(self) -> bool:
        """Its own page only tells several things apart."""
        return any(form.ambiguous for form in self.forms)

    @property
    def kinds(self) -> set[str]:
        """Kinds that facts take it for."""
        return {kind for form in self.forms for kind in form.claims}

    @property
    def media(self) -> set[str]:
        """Media with namespaces of their own under whose headings it stands."""
        return {medium for form in self.forms for medium in form.media if spelling.NAMESPACES_OF.get(medium)}

    @cached_property
    def labels(self) -> list[str]:
        """The commonest labels that spell it, which keep their punctuation."""
        total: Counter[str] = Counter()
        for form in self.forms:
            total.update({t: n for t, n in form.titles.items() if names.squash(t) == self.local})
        return sorted(total, key=lambda title: (-total[title], title))[:_TITLES]

    @cached_property
    def titles(self) -> list[str]:
        """Titles that spell it: its labels, then its page names as words."""
        return list(dict.fromkeys([*self.labels, *(names.title_of(form.page) for form in self.forms[:_TITLES])]))

    @cached_property
    def shown(self) -> set[str]:
        """Titles that its own pages show."""
        return {form.title for form in self.forms if form.read and form.title}

    @cached_property
    def shown_keys(self) -> set[str]:
        """Squash keys of those titles that do not spell its name."""
        return {names.squash(title) for title in self.shown} - {self.local, ""}

    @cached_property
    def bare_keys(self) -> set[tuple[str, str]]:
        """Keys of its name without its year and of its titles without their bracket, each with what was left out."""
        bracketed = [likeness.without_qualifier(title) for title in (*self.shown, *self.labels)]
        found = {(names.squash(bare), left) for bare, left in (likeness.without_year(self.local), *bracketed) if left}
        return {(key, left) for key, left in found if key not in {self.local, ""}}

    @property
    def input(self) -> str:
        """First input that uses it."""
        return min((form.input for form in self.forms if form.input), default="")


class Move(NamedTuple):
    """One step from a name to what it means: the key it leads to, and the rule that says so (of `RULES`)."""

    to: str
    rule: str


RULES: dict[str, str] = {
    "alias": "a redirect or an alternative title leads there",
    "title": "that page shows it as its title",
    "plural": "it is that name in the singular or plural",
    "British or American": "it is that name in the other spelling of English",
    "article": "the two differ in a leading article only",
    "dropped and": 'the two differ in an "and" or "&" only',
    "number": "it is that name with its number written otherwise",
    "year left out": "that is the only work of its medium that bears the name, with a year behind it",
    "year added": "that is the only work of its medium that bears the name without what the bracket adds",
    "medium": "that is the only page of the name in the medium",
    "only work": "that is the only work of the name",
    "leads on": "the page of that name leads there",
    "decision": "the file of decisions says so",
}
"""Every rule by which one name is taken for another, and how it is told to the user."""
