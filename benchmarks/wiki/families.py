"""Families of names: what is special about a thing's name, and how other pages then spell it."""

import random
from collections.abc import Callable, Iterator

from tropegraph.model.names import camel, squash
from wiki.names import Namer, Thing, heading_of, plural, titled, words_of
from wiki.words import ACCENTED, BRITISH, MEDIA, NUMBERS, OTHER, SURNAMES

Family = Callable[[Namer], list[Thing]]


def tropes(n: Namer, size: int) -> list[Thing]:
    """So many tropes, or one more."""
    found: list[Thing] = []
    while len(found) < size:
        made = _drawn(n.random, TROPE_FAMILIES)(n)
        known = n.random.random() < 0.5
        for thing in made:
            thing.known = known and thing.written
            n.vary_trope(thing)
        found += made
    n.trope_titles = [thing.title for thing in found if thing.family == "plain"]
    return found


def works(n: Namer, size: int) -> list[Thing]:
    """So many works, or a few more."""
    found: list[Thing] = []
    while len(found) < size:
        made = _drawn(n.random, WORK_FAMILIES)(n)
        for thing in made:
            n.vary_work(thing)
        found += made
    return found


def _drawn(r: random.Random, families: dict[Family, float]) -> Family:
    return r.choices(list(families), list(families.values()))[0]


def _space(n: Namer) -> str:
    return n.random.choices(list(MEDIA), [1 / (rank + 1.5) for rank in range(len(MEDIA))])[0]


def plain(n: Namer, space: str) -> list[Thing]:
    """A name as most are."""
    title = n.fresh()
    return [n.thing(f"{space}/{camel(title)}", title, "plain")]


def hyphen(n: Namer, space: str) -> list[Thing]:
    """A title with a hyphen, linked and written without it too."""
    a, b, c = n.words()
    title = f"{titled(a)}-{titled(b, c)}"
    thing = n.thing(f"{space}/{camel(title)}", title, "hyphen")
    n.add(thing, "hyphen left out", "", titled(a, b, c))
    return [thing]


def accent(n: Namer, space: str) -> list[Thing]:
    """A title with an accent, which its page name lacks."""
    title = n.fresh(*ACCENTED)
    thing = n.thing(f"{space}/{camel(title)}", title, "accent")
    n.add(thing, "accent left out", "", words_of(thing.page))
    n.add(thing, "accent in a link", f"{space}/{title.replace(' ', '')}", title)
    return [thing]


def ampersand(n: Namer, space: str) -> list[Thing]:
    """A title with "&", which the page name spells out."""
    a, b, c = n.words()
    thing = n.thing(f"{space}/{camel(titled(a, b, 'and', c))}", f"{titled(a, b)} & {titled(c)}", '"&"')
    n.add(thing, '"and" for "&"', "", f"{titled(a, b)} and {titled(c)}")
    return [thing]


def dropped_ampersand(n: Namer, space: str) -> list[Thing]:
    """A title with "&", which the page name drops."""
    a, b, c = n.words()
    thing = n.thing(f"{space}/{camel(titled(a, b, c))}", f"{titled(a, b)} & {titled(c)}", 'dropped "&"')
    n.add(thing, '"and" for dropped "&"', "", f"{titled(a, b)} and {titled(c)}")
    n.add(thing, "link with the dropped word", f"{space}/{camel(titled(a, b, 'and', c))}", thing.title)
    return [thing]


def article(n: Namer, space: str) -> list[Thing]:
    """A title that begins with an article, often left out."""
    title = f"{n.random.choice(('The', 'The', 'A'))} {n.fresh()}"
    thing = n.thing(f"{space}/{camel(title)}", title, "article")
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
    return [n.thing(f"{space}/{camel(title)}", title, "article pair") for title in titles]


def digits(n: Namer, space: str) -> list[Thing]:
    """A title that begins with a number, spelled out in the page name."""
    number = n.random.choice(list(NUMBERS))
    _, b, c = n.words()
    words = titled(b, plural(c))
    spelled = f"{titled(NUMBERS[number])} {words}"
    if squash(spelled) in n.taken:
        return digits(n, space)
    n.taken.add(squash(spelled))
    thing = n.thing(f"{space}/{camel(spelled)}", f"{number} {words}", "leading digits")
    n.add(thing, "number spelled out", "", spelled)
    return [thing]


def british(n: Namer, space: str) -> list[Thing]:
    """A title in British spelling, linked in American too."""
    noun = n.random.choice(list(BRITISH))
    a, b, c = n.words(noun)
    thing = n.thing(f"{space}/{camel(titled(a, b, c))}", titled(a, b, c), "British")
    other = titled(a, b, BRITISH[noun])
    n.add(thing, "American spelling", f"{space}/{camel(other)}", other)
    return [thing]


def article_of_another(n: Namer, space: str) -> list[Thing]:
    """A trope whose title has no article, and one that has it and no page."""
    bare = n.fresh()
    found = [n.thing(f"{space}/{camel(title)}", title, "article of another") for title in (bare, f"The {bare}")]
    found[1].written = False
    return found


def punctuation(n: Namer, space: str) -> list[Thing]:
    """A title with marks that its page name lacks, and written without them too."""
    a, b, c = n.words()
    title = n.random.choice(("{}'s {}, {}!", "{} / {} {}", "Who's {}, {} {}?", '"{}" {}… {}')).format(
        *map(titled, (a, b, c))
    )
    thing = n.thing(f"{space}/{camel(title)}", title, "punctuation")
    n.add(thing, "punctuation left out", "", words_of(thing.page))
    return [thing]


def many_capitals(n: Namer, space: str) -> list[Thing]:
    """A title that is linked in every way to set its capitals."""
    words = n.words()
    thing = n.thing(f"{space}/{camel(titled(*words))}", titled(*words), "many capitals")
    for spell in (str.upper, str.lower, str.swapcase):
        n.add(thing, "all capitals", f"{space}/{_first(spell(thing.local))}", thing.title)
    for word in words:
        local = "".join(w.upper() if w == word else w.capitalize() for w in words)
        n.add(thing, "all capitals", f"{space}/{local}", thing.title)
    return [thing]


def _first(local: str) -> str:
    return local[0].upper() + local[1:]


def only_linked(n: Namer, space: str) -> list[Thing]:
    """A trope that has no page and no list knows, but links lead to, in the singular and the plural."""
    a, b, c = n.words()
    thing = n.thing(f"{space}/{camel(titled(a, b, c))}", titled(a, b, c), "only linked")
    n.add(thing, "plural of what is only linked", f"{space}/{camel(titled(a, b, plural(c)))}", titled(a, b, plural(c)))
    thing.written = False
    return [thing]


def plural_pair(n: Namer, space: str) -> list[Thing]:
    """A trope, and another whose title is its plural."""
    a, b, c = n.words()
    titles = (titled(a, b, c), titled(a, b, plural(c)))
    return [n.thing(f"{space}/{camel(title)}", title, "plural pair") for title in titles]


def circle(n: Namer, space: str) -> list[Thing]:
    """Two redirects that lead to one another, and are what they are."""
    pages = [f"{space}/{camel(n.fresh())}" for _ in range(2)]
    n.circles.append([(pages[0], pages[1]), (pages[1], pages[0])])
    found = [n.thing(page, words_of(page), "circle of redirects") for page in pages]
    for thing in found:
        thing.written = False
    return found


def disputed(n: Namer, space: str) -> list[Thing]:
    """Two tropes that claim one alias, which is neither."""
    alias = n.fresh()
    found = [*plain(n, space), *plain(n, space)]
    for thing in found:
        thing.aliases.append(alias)
    claimed = n.thing(f"{space}/{camel(alias)}", alias, "disputed alias")
    claimed.written = False
    return [*found, claimed]


def adaptation(n: Namer) -> list[Thing]:
    """Works of one title in several media, sometimes with a franchise and a page that tells them apart."""
    title, r = n.fresh(), n.random
    spaces = r.sample(list(MEDIA)[:8], r.choice((2, 2, 3)))
    if r.random() < 0.3:
        spaces.append("Franchise")
    found = [n.thing(f"{space}/{camel(title)}", title, "adaptation", shared=True) for space in spaces]
    if r.random() < 0.4:
        n.disambiguations[f"Main/{camel(title)}"] = found
        for thing in found:
            if heading_of(thing) != OTHER:
                n.add(thing, "link to a disambiguation", f"Main/{camel(title)}", title)
    return found


def remake(n: Namer) -> list[Thing]:
    """A film and its remake: both with their year, or the first without."""
    title, r = n.fresh(), n.random
    years = r.sample(range(1930, 2024), 2)
    apart = r.random() < 0.5
    dated = [f"Film/{camel(title)}{year}" for year in years]
    found = [
        n.thing(page, f"{title} ({y})", "year", shared=True) for page, y in zip(dated, years, strict=True)
    ]  # fmt: skip
    if apart:
        n.disambiguations[f"Film/{camel(title)}"] = found
        return found
    return [n.thing(f"Film/{camel(title)}", title, "remade", shared=True), found[1]]


def dated(n: Namer) -> list[Thing]:
    """A work with its year, named without it too."""
    title, space, year = n.fresh(), _space(n), n.random.randrange(1930, 2024)
    thing = n.thing(f"{space}/{camel(title)}{year}", f"{title} ({year})", "year")
    n.add(thing, "year left out", "", title)
    return [thing]


def creators(n: Namer) -> list[Thing]:
    """Two books of one title, told apart by their writers."""
    title = n.fresh()
    writers = n.random.sample(SURNAMES, 2)
    pages = [(f"Literature/{camel(title)}{w}", f"{title} ({w})") for w in writers]
    return [n.thing(page, shown, "creator", shared=True) for page, shown in pages]


def subtitle(n: Namer) -> list[Thing]:
    """A work with a subtitle in its page name, and often the one that it follows."""
    title, more, space = n.fresh(), n.fresh(), _space(n)
    full = f"{title}: The {more}"
    found = [n.thing(f"{space}/{camel(full)}", full, "subtitle", shared=True)]
    if n.random.random() < 0.5:
        found.append(n.thing(f"{space}/{camel(title)}", title, "has a sequel", shared=True))
    return found


def hidden_subtitle(n: Namer) -> list[Thing]:
    """A work whose page name lacks the subtitle that its title has."""
    title, more, space = n.fresh(), n.fresh(), _space(n)
    thing = n.thing(f"{space}/{camel(title)}", f"{title}: The {more}", "subtitle not in the name")
    n.add(thing, "subtitle left out", "", title)
    return [thing]


def namesake(n: Namer) -> list[Thing]:
    """A work that has a trope's title."""
    title, space = n.random.choice(n.trope_titles), _space(n)
    page = f"{space}/{camel(title)}"
    if page in n.taken:
        return plain(n, space)
    n.taken.add(page)
    return [n.thing(page, title, "trope of its name", shared=True)]


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
            article_of_another: 0.01, punctuation: 0.04, many_capitals: 0.02, only_linked: 0.03,
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
                digits: 0.04, british: 0.02, punctuation: 0.04, many_capitals: 0.02,
            },
            _anywhere,
        )
    ),
    adaptation: 0.07, remake: 0.04, dated: 0.03, creators: 0.02, subtitle: 0.05, hidden_subtitle: 0.03,
    namesake: 0.02, unwritten: 0.05,
}  # fmt: skip
"""Kinds of names of works, and how often they are drawn."""
