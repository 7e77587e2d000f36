"""Names of a made-up wiki: its tropes and works, and every way in which other pages spell them. All words are filler.

What is one thing is known here by construction: `Name.thing` is the truth that merging is measured against.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from tropegraph.model.names import camel, squash

ADJECTIVES = (
    "amber ancient ashen bitter borrowed brazen broken buried candid careful civil clever copper crimson crooked "
    "crystal curious distant dreaming drowned dusty eager early earnest eastern elder empty endless faded faithful "
    "fallen famous feral final flaming foreign forgotten frozen gentle gilded golden graceful grand hasty haunted "
    "heavy hidden hollow humble hungry idle inner iron ivory jaded jealous jolly keen kindly lasting laughing leaden "
    "little lonely lost loyal lucky marble merry midnight mighty modest mossy narrow nimble noble nodding northern "
    "odd opal orphan painted pale patient perfect polite proud quiet ragged rapid restless rival royal rusty sacred "
    "scarlet secret serene shallow silent silver singing sleepless sleepy sly solemn southern spare stolen stormy "
    "stubborn sudden sullen sunken tame tender thirsty timid tired twisted unseen velvet wandering weary western "
    "whispering wicked wilful windy winter wooden worthy"
).split()
NOUNS = (
    "anchor apple arrow avalanche balloon banner barrel basket beacon bell blanket bottle bridge bucket butler button "
    "candle canyon captain carpet castle cellar chain chapel chimney circus cloak clock corridor cottage "
    "cradle crown curtain dagger dancer dragon drummer emperor falcon feather ferry fiddle forest fountain furnace "
    "garden gardener giant glacier goblet guardian hammer harvest helmet hermit horizon island jacket jester journey "
    "judge kettle kingdom kitchen ladder lantern ledger letter librarian locket mansion market meadow mentor mirror "
    "monk monument mountain needle orchard parade parlour passenger pebble pilgrim pillow pirate planet prophet "
    "puppet puzzle quarry quilt ribbon riddle river rocket sailor saddle shadow shepherd signal sister soldier "
    "spider stairway sundial tailor tavern teacher temple thunder tower trumpet tunnel umbrella valley vessel "
    "village violin voyage wagon warden weaver widow window wizard"
).split()
IRREGULAR = {
    "wolf": "wolves", "knife": "knives", "thief": "thieves", "hero": "heroes", "child": "children", "woman": "women",
    "fairy": "fairies", "enemy": "enemies", "witch": "witches", "fox": "foxes", "goose": "geese", "mouse": "mice",
    "church": "churches", "crisis": "crises", "echo": "echoes", "city": "cities", "axe": "axes",
    "compass": "compasses", "movie": "movies",
}  # fmt: skip
"""Nouns whose plural is more than an "s", with that plural."""

BRITISH = {
    "armour": "armor", "colour": "color", "harbour": "harbor", "honour": "honor", "neighbour": "neighbor",
    "theatre": "theater", "traveller": "traveler", "jeweller": "jeweler", "defence": "defense", "catalogue": "catalog",
}  # fmt: skip
"""British spellings and the American ones."""

ACCENTED = ("café", "château", "fiancé", "protégé", "naïf", "señor", "smörgåsbord", "façade", "rôle", "dæmon")
NUMBERS = {
    2: "two", 3: "three", 5: "five", 7: "seven", 9: "nine", 12: "twelve", 13: "thirteen", 20: "twenty",
    24: "twenty four", 39: "thirty nine", 80: "eighty", 101: "one hundred one", 300: "three hundred",
}  # fmt: skip
SURNAMES = "Ashdown Birtwell Carrow Dunmore Elverson Fenwright Garrick Holloway Ingleby Jessop Kestrel Lorrimer".split()

MEDIA = {
    "Film": "Film", "Literature": "Literature", "Series": "Live-Action TV", "VideoGame": "Video Game",
    "WesternAnimation": "Western Animation", "ComicBook": "Comic Book", "Manga": "Anime & Manga", "Music": "Music",
    "Theatre": "Theatre", "Webcomic": "Webcomic", "TabletopGame": "Tabletop Game", "Radio": "Radio",
}  # fmt: skip
"""Namespaces of works, the commonest first, with the heading that trope pages have for each."""

OTHER = "Other"
"""Heading that says nothing of the medium."""


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

    def _words(self, *nouns: str) -> list[str]:
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
        return _titled(*self._words(*nouns))

    def _thing(self, page: str, title: str, family: str, heading: str = "", *, shared: bool = False) -> Thing:
        thing = Thing(page, title, family, shared=shared)
        self.add(thing, "canonical", page, title, heading)
        return thing

    def add(self, thing: Thing, variant: str, page: str, label: str, heading: str = "") -> None:
        """One more way to name a thing."""
        thing.names.append(Name(next(self.numbers), thing.page, variant, page, label, heading or _heading(thing)))

    def tropes(self, size: int) -> list[Thing]:
        """So many tropes, or one more."""
        found: list[Thing] = []
        while len(found) < size:
            made = _drawn(self.random, TROPE_FAMILIES)(self)
            known = self.random.random() < 0.5
            for thing in made:
                thing.known = known and thing.written
                self._vary_trope(thing)
            found += made
        self.trope_titles = [thing.title for thing in found if thing.family == "plain"]
        return found

    def works(self, size: int) -> list[Thing]:
        """So many works, or a few more."""
        found: list[Thing] = []
        while len(found) < size:
            made = _drawn(self.random, WORK_FAMILIES)(self)
            for thing in made:
                self._vary_work(thing)
            found += made
        return found

    def _vary_trope(self, thing: Thing) -> None:
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

    def _vary_work(self, thing: Thing) -> None:
        r = self.random
        heading = _heading(thing)
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
            self.add(thing, "redirect", old, _words_of(old))
            if r.random() < 0.3:
                older = f"{space}/{camel(self.fresh())}"
                thing.redirects.append((older, old))
                self.add(thing, "chain of redirects", older, _words_of(older))
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


def _titled(*words: str) -> str:
    return " ".join(w[0].upper() + w[1:] for word in words for w in word.split())


def _words_of(page: str) -> str:
    return " ".join(re.findall(r"[A-Z][^A-Z]*", page.partition("/")[2]))


def _heading(thing: Thing) -> str:
    return MEDIA.get(thing.space, OTHER if thing.space == "Franchise" else "")


Family = Callable[[Namer], list[Thing]]


def _drawn(r: random.Random, families: dict[Family, float]) -> Family:
    return r.choices(list(families), list(families.values()))[0]


def _space(n: Namer) -> str:
    return n.random.choices(list(MEDIA), [1 / (rank + 1.5) for rank in range(len(MEDIA))])[0]


def plain(n: Namer, space: str) -> list[Thing]:
    """A name as most are."""
    title = n.fresh()
    return [n._thing(f"{space}/{camel(title)}", title, "plain")]


def hyphen(n: Namer, space: str) -> list[Thing]:
    """A title with a hyphen, linked and written without it too."""
    a, b, c = n._words()
    title = f"{_titled(a)}-{_titled(b, c)}"
    thing = n._thing(f"{space}/{camel(title)}", title, "hyphen")
    n.add(thing, "hyphen left out", "", _titled(a, b, c))
    return [thing]


def accent(n: Namer, space: str) -> list[Thing]:
    """A title with an accent, which its page name lacks."""
    title = n.fresh(*ACCENTED)
    thing = n._thing(f"{space}/{camel(title)}", title, "accent")
    n.add(thing, "accent left out", "", _words_of(thing.page))
    n.add(thing, "accent in a link", f"{space}/{title.replace(' ', '')}", title)
    return [thing]


def ampersand(n: Namer, space: str) -> list[Thing]:
    """A title with "&", which the page name spells out."""
    a, b, c = n._words()
    thing = n._thing(f"{space}/{camel(_titled(a, b, 'and', c))}", f"{_titled(a, b)} & {_titled(c)}", '"&"')
    n.add(thing, '"and" for "&"', "", f"{_titled(a, b)} and {_titled(c)}")
    return [thing]


def dropped_ampersand(n: Namer, space: str) -> list[Thing]:
    """A title with "&", which the page name drops."""
    a, b, c = n._words()
    thing = n._thing(f"{space}/{camel(_titled(a, b, c))}", f"{_titled(a, b)} & {_titled(c)}", 'dropped "&"')
    n.add(thing, '"and" for dropped "&"', "", f"{_titled(a, b)} and {_titled(c)}")
    n.add(thing, "link with the dropped word", f"{space}/{camel(_titled(a, b, 'and', c))}", thing.title)
    return [thing]


def article(n: Namer, space: str) -> list[Thing]:
    """A title that begins with an article, often left out."""
    title = f"{n.random.choice(('The', 'The', 'A'))} {n.fresh()}"
    thing = n._thing(f"{space}/{camel(title)}", title, "article")
    bare = title.partition(" ")[2]
    n.add(thing, "article left out", f"{space}/{camel(bare)}", bare)
    if space != "Main":
        thing.redirects.append((f"{space}/{camel(bare)}", thing.page))
    n.add(thing, "article left out, no link", "", bare)
    return [thing]


def article_pair(n: Namer, space: str) -> list[Thing]:
    """Two things whose titles differ in the article only."""
    bare = n.fresh()
    titles = (bare, f"The {bare}")
    return [n._thing(f"{space}/{camel(title)}", title, "article pair") for title in titles]


def digits(n: Namer, space: str) -> list[Thing]:
    """A title that begins with a number, spelled out in the page name."""
    number = n.random.choice(list(NUMBERS))
    _, b, c = n._words()
    words = _titled(b, plural(c))
    spelled = f"{_titled(NUMBERS[number])} {words}"
    if squash(spelled) in n.taken:
        return digits(n, space)
    n.taken.add(squash(spelled))
    thing = n._thing(f"{space}/{camel(spelled)}", f"{number} {words}", "leading digits")
    n.add(thing, "number spelled out", "", spelled)
    return [thing]


def british(n: Namer, space: str) -> list[Thing]:
    """A title in British spelling, linked in American too."""
    noun = n.random.choice(list(BRITISH))
    a, b, c = n._words(noun)
    thing = n._thing(f"{space}/{camel(_titled(a, b, c))}", _titled(a, b, c), "British")
    other = _titled(a, b, BRITISH[noun])
    n.add(thing, "American spelling", f"{space}/{camel(other)}", other)
    return [thing]


def plural_pair(n: Namer, space: str) -> list[Thing]:
    """A trope, and another whose title is its plural."""
    a, b, c = n._words()
    titles = (_titled(a, b, c), _titled(a, b, plural(c)))
    return [n._thing(f"{space}/{camel(title)}", title, "plural pair") for title in titles]


def circle(n: Namer, space: str) -> list[Thing]:
    """Two redirects that lead to one another, and are what they are."""
    pages = [f"{space}/{camel(n.fresh())}" for _ in range(2)]
    n.circles.append([(pages[0], pages[1]), (pages[1], pages[0])])
    found = [n._thing(page, _words_of(page), "circle of redirects") for page in pages]
    for thing in found:
        thing.written = False
    return found


def disputed(n: Namer, space: str) -> list[Thing]:
    """Two tropes that claim one alias, which is neither."""
    alias = n.fresh()
    found = [*plain(n, space), *plain(n, space)]
    for thing in found:
        thing.aliases.append(alias)
    claimed = n._thing(f"{space}/{camel(alias)}", alias, "disputed alias")
    claimed.written = False
    return [*found, claimed]


def adaptation(n: Namer) -> list[Thing]:
    """Works of one title in several media, sometimes with a franchise and a page that tells them apart."""
    title, r = n.fresh(), n.random
    spaces = r.sample(list(MEDIA)[:8], r.choice((2, 2, 3)))
    if r.random() < 0.3:
        spaces.append("Franchise")
    found = [n._thing(f"{space}/{camel(title)}", title, "adaptation", shared=True) for space in spaces]
    if r.random() < 0.4:
        n.disambiguations[f"Main/{camel(title)}"] = found
        for thing in found:
            if _heading(thing) != OTHER:
                n.add(thing, "link to a disambiguation", f"Main/{camel(title)}", title)
    return found


def remake(n: Namer) -> list[Thing]:
    """A film and its remake: both with their year, or the first without."""
    title, r = n.fresh(), n.random
    years = r.sample(range(1930, 2024), 2)
    apart = r.random() < 0.5
    dated = [f"Film/{camel(title)}{year}" for year in years]
    found = [
        n._thing(page, f"{title} ({y})", "year", shared=True) for page, y in zip(dated, years, strict=True)
    ]  # fmt: skip
    if apart:
        n.disambiguations[f"Film/{camel(title)}"] = found
        return found
    return [n._thing(f"Film/{camel(title)}", title, "remade", shared=True), found[1]]


def dated(n: Namer) -> list[Thing]:
    """A work with its year, named without it too."""
    title, space, year = n.fresh(), _space(n), n.random.randrange(1930, 2024)
    thing = n._thing(f"{space}/{camel(title)}{year}", f"{title} ({year})", "year")
    n.add(thing, "year left out", "", title)
    return [thing]


def creators(n: Namer) -> list[Thing]:
    """Two books of one title, told apart by their writers."""
    title = n.fresh()
    writers = n.random.sample(SURNAMES, 2)
    pages = [(f"Literature/{camel(title)}{w}", f"{title} ({w})") for w in writers]
    return [n._thing(page, shown, "creator", shared=True) for page, shown in pages]


def subtitle(n: Namer) -> list[Thing]:
    """A work with a subtitle in its page name, and often the one that it follows."""
    title, more, space = n.fresh(), n.fresh(), _space(n)
    full = f"{title}: The {more}"
    found = [n._thing(f"{space}/{camel(full)}", full, "subtitle", shared=True)]
    if n.random.random() < 0.5:
        found.append(n._thing(f"{space}/{camel(title)}", title, "has a sequel", shared=True))
    return found


def hidden_subtitle(n: Namer) -> list[Thing]:
    """A work whose page name lacks the subtitle that its title has."""
    title, more, space = n.fresh(), n.fresh(), _space(n)
    thing = n._thing(f"{space}/{camel(title)}", f"{title}: The {more}", "subtitle not in the name")
    n.add(thing, "subtitle left out", "", title)
    return [thing]


def namesake(n: Namer) -> list[Thing]:
    """A work that has a trope's title."""
    title, space = n.random.choice(n.trope_titles), _space(n)
    page = f"{space}/{camel(title)}"
    if page in n.taken:
        return plain(n, space)
    n.taken.add(page)
    return [n._thing(page, title, "trope of its name", shared=True)]


def unwritten(n: Namer) -> list[Thing]:
    """A work that has no page, but is spoken of."""
    (thing,) = plain(n, _space(n))
    thing.family, thing.written = "no page", False
    return [thing]


def _in_main(family: Callable[[Namer, str], list[Thing]]) -> Family:
    return lambda n: family(n, "Main")


def _anywhere(family: Callable[[Namer, str], list[Thing]]) -> Family:
    return lambda n: family(n, _space(n))


def _weighed(
    shares: dict[Callable[[Namer, str], list[Thing]], float], of: Callable[..., Family]
) -> Iterator[tuple[Family, float]]:
    return ((of(family), share) for family, share in shares.items())


TROPE_FAMILIES: dict[Family, float] = dict(
    _weighed(
        {
            plain: 0.5, hyphen: 0.08, accent: 0.05, ampersand: 0.04, dropped_ampersand: 0.03, article: 0.1,
            article_pair: 0.02, digits: 0.04, british: 0.05, plural_pair: 0.03, circle: 0.01, disputed: 0.01,
        },
        _in_main,
    )
)  # fmt: skip
"""Kinds of trope names, and how often they are drawn."""

WORK_FAMILIES: dict[Family, float] = {
    **dict(
        _weighed(
            {
                plain: 0.5, hyphen: 0.05, accent: 0.05, ampersand: 0.03, dropped_ampersand: 0.03, article: 0.08,
                digits: 0.04, british: 0.02,
            },
            _anywhere,
        )
    ),
    adaptation: 0.07, remake: 0.04, dated: 0.03, creators: 0.02, subtitle: 0.05, hidden_subtitle: 0.03,
    namesake: 0.02, unwritten: 0.05,
}  # fmt: skip
"""Kinds of names of works, and how often they are drawn."""
