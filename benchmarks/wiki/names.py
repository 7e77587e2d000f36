"""Names of a made-up wiki: its tropes and works, and every way in which other pages spell them.

What is one thing is known here by construction: `Name.thing` is the truth that merging is measured against.
"""

import random
import re
from dataclasses import dataclass, field
from itertools import count

from tropegraph.model.names import camel
from wiki.words import ADJECTIVES, IRREGULAR, MEDIA, NOUNS, OTHER


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name a thing.

    Args:
        number: Its own, by which sentences refer to it.
        thing: Canonical page name of what it means: the truth.
        variant: In what it differs from the canonical name.
        page: Page name that is linked; empty for text without a link.
        label: What the text shows.
        heading: Heading that it stands under on a trope's page.
    """

    number: int
    thing: str
    variant: str
    page: str
    label: str
    heading: str = ""


@dataclass(slots=True)
class Thing:
    """A trope or work: `names[0]` is its canonical one.

    Args:
        page: Canonical page name.
        title: Title that its page shows.
        family: What is special about its name.
        names: All ways to name it.
        redirects: Pages that only lead on, with where they lead.
        aliases: Titles that its own page says lead to it.
        shared: Another thing has its title.
        written: It has a page of its own.
        known: It stands in the table of known names.
    """

    page: str
    title: str
    family: str
    names: list[Name] = field(default_factory=list)
    redirects: list[tuple[str, str]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    shared: bool = False
    written: bool = True
    known: bool = False

    @property
    def space(self) -> str:
        """Its namespace."""
        return self.page.partition("/")[0]

    @property
    def local(self) -> str:
        """Its name within its namespace."""
        return self.page.partition("/")[2]


def plural(noun: str) -> str:
    """Plural of a noun of this module."""
    return IRREGULAR.get(noun, f"{noun}s")


class Namer:
    """Makes the things of one wiki.

    Args:
        seed: Equal seeds give equal names.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.numbers = count(1)
        self.taken: set[str] = set()
        self.disambiguations: dict[str, list[Thing]] = {}
        self.trope_titles: list[str] = []
        self.circles: list[list[tuple[str, str]]] = []

    def words(self, *nouns: str) -> list[str]:
        """An adjective and two nouns that no title had before; the last is of `nouns` where given."""
        while True:
            r = self.random
            words = [r.choice(ADJECTIVES), r.choice(NOUNS), r.choice(nouns or (*NOUNS, *IRREGULAR))]
            key = "".join(words)
            if words[1] != words[2] and key not in self.taken:
                self.taken.add(key)
                return words

    def fresh(self, *nouns: str) -> str:
        """A title that is new."""
        return titled(*self.words(*nouns))

    def thing(self, page: str, title: str, family: str, heading: str = "", *, shared: bool = False) -> Thing:
        """A new thing with its canonical name."""
        thing = Thing(page, title, family, shared=shared)
        self.add(thing, "canonical", page, title, heading)
        return thing

    def add(self, thing: Thing, variant: str, page: str, label: str, heading: str = "") -> None:
        """One more way to name a thing."""
        thing.names.append(Name(next(self.numbers), thing.page, variant, page, label, heading or heading_of(thing)))

    def vary_trope(self, thing: Thing) -> None:
        """Add the ways in which any trope may be named."""
        r = self.random
        if r.random() < 0.35:
            self._capitals(thing)
        if r.random() < 0.25 and thing.family not in {"plural pair", "leading digits"}:
            self._plural(thing)
        if r.random() < 0.5:
            self.add(thing, "no link", "", thing.title)
        if r.random() < 0.2:
            self.add(thing, "pot-hole", thing.page, "as it were")
        self._lead_on(thing)

    def vary_work(self, thing: Thing) -> None:
        """Add the ways in which any work may be named."""
        r = self.random
        heading = heading_of(thing)
        if r.random() < 0.25:
            self._capitals(thing)
        if r.random() < 0.6 and heading != OTHER:
            self.add(thing, f"no link, {thing.family}", "", thing.title)
        if r.random() < 0.1 and not thing.shared:
            self.add(thing, "no link, no medium", "", thing.title, OTHER)
        if r.random() < 0.08 and not thing.shared and heading != OTHER:
            self.add(thing, "old link in Main", f"Main/{thing.local}", thing.title)
        if r.random() < 0.04 and thing.family == "plain":
            self.add(thing, "year added", "", f"{thing.title} ({r.randrange(1930, 2024)})")
        self._lead_on(thing)

    def _lead_on(self, thing: Thing) -> None:
        """Redirects, chains and circles of them, and aliases."""
        r, space = self.random, thing.space
        if r.random() < 0.08:
            old = f"{space}/{camel(self.fresh())}"
            thing.redirects.append((old, thing.page))
            self.add(thing, "redirect", old, words_of(old))
            if r.random() < 0.3:
                older = f"{space}/{camel(self.fresh())}"
                thing.redirects.append((older, old))
                self.add(thing, "chain of redirects", older, words_of(older))
        if r.random() < 0.05 and thing.written:
            alias = self.fresh()
            thing.aliases.append(alias)
            self.add(thing, "alias", f"{space}/{camel(alias)}", alias)

    def _capitals(self, thing: Thing) -> None:
        words = re.findall(r"[A-Z][^A-Z]*|^[^A-Z]+", thing.local)
        at = self.random.randrange(1, len(words)) if len(words) > 1 else 0
        if at:
            words[at] = words[at].lower()
            self.add(thing, "capitals", f"{thing.space}/{''.join(words)}", thing.title)

    def _plural(self, thing: Thing) -> None:
        words = re.findall(r"[A-Z][^A-Z]*", thing.local)
        many = plural(words[-1].lower()).capitalize()
        variant = "irregular plural" if words[-1].lower() in IRREGULAR else "plural"
        self.add(thing, variant, f"Main/{''.join(words[:-1])}{many}", f"{' '.join(words[:-1])} {many}")


def titled(*words: str) -> str:
    """A title of these words, each with a capital."""
    return " ".join(w[0].upper() + w[1:] for word in words for w in word.split())


def words_of(page: str) -> str:
    """The words of a page name without its namespace."""
    return " ".join(re.findall(r"[A-Z][^A-Z]*", page.partition("/")[2]))


def heading_of(thing: Thing) -> str:
    """Heading under which trope pages list a work."""
    return MEDIA.get(thing.space, OTHER if thing.space == "Franchise" else "")
