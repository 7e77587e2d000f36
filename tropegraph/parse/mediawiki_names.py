"""What MediaWiki titles mean: page names, media in brackets, subpages, links to other wikis; works told by italics."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from tropegraph.model import names, vocabulary
from tropegraph.model.page import Block, Link, SpanKind
from tropegraph.parse.targets import spelled_title

_MEDIUM_KEYS = {
    "novel": "Literature",
    "novella": "Literature",
    "shortstory": "Literature",
    "poem": "Literature",
    "series": "Series",
    "televisionseries": "Series",
    "miniseries": "Series",
    "comicseries": "ComicBook",
    "graphicnovel": "ComicBook",
    "animation": "WesternAnimation",
    "animatedseries": "WesternAnimation",
    "cartoon": "WesternAnimation",
    "animeseries": "Anime",
    "mangaseries": "Manga",
    "musical": "Theatre",
    "play": "Theatre",
    "song": "Music",
    "album": "Music",
    "band": "Music",
    "game": "VideoGame",
    "videogameseries": "VideoGame",
    "filmseries": "Film",
    "trope": names.DEFAULT_NAMESPACE,
    "creator": "Creator",
    "author": "Creator",
    "director": "Creator",
    "actor": "Creator",
}
"""Words in the bracket behind a title that `vocabulary.MEDIA` does not spell, and their namespaces."""

_SPACE_OF: dict[str, str] = {}
for _medium in vocabulary.MEDIA:
    if _medium.namespaces:
        _keys = {names.squash(_medium.name), *_medium.headings}
        _SPACE_OF.update(dict.fromkeys(_keys, _medium.namespaces[0]))
_SPACE_OF.update({names.squash(space): space for medium in vocabulary.MEDIA for space in medium.namespaces})
_SPACE_OF.update(_MEDIUM_KEYS)

_SUBPAGE_SPACES = {
    names.squash(space): space
    for space in vocabulary.META_NAMESPACES | vocabulary.WORK_SUBPAGE_NAMESPACES | vocabulary.DISAMBIGUATION_NAMESPACES
}
"""Subpages that TV Tropes keeps in a namespace: "Trope/Playing With" is `PlayingWith/Trope`."""

INTERWIKI = {
    **dict.fromkeys(("wikipedia", "w", "wp", "en", "mediawikiwiki", "mw"), "https://en.wikipedia.org/wiki/"),
    **dict.fromkeys(("wiktionary", "wikt"), "https://en.wiktionary.org/wiki/"),
    **dict.fromkeys(("wikiquote", "q"), "https://en.wikiquote.org/wiki/"),
    **dict.fromkeys(("wikisource", "s"), "https://en.wikisource.org/wiki/"),
    **dict.fromkeys(("commons", "c"), "https://commons.wikimedia.org/wiki/"),
    **dict.fromkeys(("tvtropes", "tvt", "tvtropeswiki"), "https://tvtropes.org/pmwiki/pmwiki.php/"),
    **dict.fromkeys(("wikia", "fandom"), "https://community.fandom.com/wiki/"),
}
"""Prefixes of other wikis, in lower case, and where they lead."""

FILES = frozenset({"file", "image", "media"})
CATEGORY = "category"
_SPECIAL = frozenset(
    "talk user template help mediawiki special project module forum portal thread board draft blog gadget "
    "all_the_tropes allthetropes att tropedia user_blog message_wall trope_workshop timedtext widget".split()
)
"""Namespaces of pages about the wiki, in lower case; so are their talk pages."""

_BRACKET = re.compile(r"\s*\(([^()]{1,60})\)$")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SUBPAGE = re.compile(r"(?<=[^/])/(?=[A-Z0-9][^/]*$)")
_EDGE = " \t\n\"'“”‘’.,;:!?()"
_MOST_BESIDE = 60
_LONGEST_LABEL = 400
CACHED = 1 << 14
"""Titles whose meaning is kept, in each of the caches."""

_SIMPLE = re.compile(r"[A-Za-z0-9',.!-]+(?: [A-Za-z0-9',.!-]+)*\Z")
"""A title in which no sign has a meaning of its own, as nearly all are."""

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as the wiki's software takes it apart.

    Args:
        space: The wiki's own namespace or prefix in lower case, with underscores; empty for an article.
        text: The rest, with spaces.
    """

    space: str
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """What the target of a link means.

    Args:
        page: As in `model.page.Link`.
        url: As in `model.page.Link`.
        shown: What a link without a bar shows.
        plain: What a link with nothing behind its bar shows.
        is_file: Whether it is a picture in place, not a link to it.
        category: Title of the category that the page is put into, or `None`.
    """

    page: str
    url: str
    shown: str
    plain: str
    is_file: bool
    category: str | None


@lru_cache(maxsize=CACHED)
def target_of(target: str, own: str) -> Target:
    """What a link's target means.

    Args:
        target: As written before the bar, entities resolved.
        own: The title of the page it stands on, where the target is relative to it.
    """
    if _SIMPLE.match(target):
        return Target(names.page_name(target), "", target, target, is_file=False, category=None)
    title = title_of(target)
    page, url = link_of(target, own) if is_relative(target) else _led(title, target)
    shown = title.text if title.space not in INTERWIKI else target.partition(":")[2]
    place = "" if target.startswith(":") else title.space
    category = title.text if place == CATEGORY else None
    return Target(page, url, shown, unbracketed(title.text)[0], place in FILES, category)


def is_relative(target: str) -> bool:
    """Whether a target is to be read from the page that it stands on: "/Film", "../Film"."""
    return target.startswith(("/", "../"))


def title_of(target: str) -> Title:
    """A link's target: "Image:x.png" has a namespace, "Star Wars: A New Hope" has none."""
    decoded = unquote(target) if "%" in target and _PERCENT.search(target) else target
    plain = " ".join(decoded.partition("#")[0].replace("_", " ").split()).removeprefix(":").lstrip()
    if ":" not in plain:
        return Title("", plain)
    before, colon, after = plain.partition(":")
    space = before.strip().lower().replace(" ", "_")
    known = space in FILES or space == CATEGORY or space in INTERWIKI or space.removesuffix("_talk") in _SPECIAL
    return Title(space, after.strip()) if colon and known else Title("", plain)


@lru_cache(maxsize=CACHED)
def page_of_title(title: str) -> str:
    """Page name of an article's title, as far as the title alone lets it be known.

    "Big Bad" is taken for a trope, `Main/BigBad`; "Avatar (film)" is `Film/Avatar`, "The Thing (1982 film)"
    `Film/TheThing1982`; "Big Bad/Film" is the subpage `BigBad/Film`, "Big Bad/Quotes" is `Quotes/BigBad`.
    """
    above, sub = _parted(title)
    if not sub:
        plain, space = unbracketed(title)
        return names.page_name(plain, space or names.DEFAULT_NAMESPACE)
    entry, medium = unbracketed(sub)
    if medium:
        return names.page_name(entry, medium)
    space = _SUBPAGE_SPACES.get(names.squash(sub), "")
    above = unbracketed(above)[0]
    return names.page_name(above, space) if space else names.page_name(sub, names.camel(above) or "Main")


def work_page(title: str, space: str = "") -> str:
    """Page name of a title that is known to be a work's: an entry of a series has the name behind the slash.

    Args:
        title: The wiki's title.
        space: Namespace of its medium where more than the title says it.
    """
    sub = _parted(title)[1]
    if sub and names.squash(sub) in _SUBPAGE_SPACES:
        return page_of_title(title)
    plain, stated = unbracketed(sub or title)
    return names.page_name(plain, stated or space or vocabulary.UNPLACED_NAMESPACE)


def unbracketed(title: str) -> tuple[str, str]:
    """A title without the bracket that tells it from others, and the namespace that the bracket means.

    A year in it becomes part of the title, as in TV Tropes' own page names; a bracket that means no medium stays.
    """
    bracket = _BRACKET.search(title) if title.endswith((")", ")\n")) else None
    if bracket is None:
        return title, ""
    year = _YEAR.search(bracket[1])
    words = _YEAR.sub("", bracket[1])
    space = space_of_medium(words)
    if not space and (words.strip() or not year):
        return title, ""
    plain = title[: bracket.start()]
    return (f"{plain} {year.group()}" if year else plain), space


def space_of_medium(words: str) -> str:
    """Namespace of the medium that words mean: "Manga", "TV series", "US film"; empty where they mean none."""
    return _exact_space(words) or _exact_space(words.rpartition(" ")[2])


def space_of_categories(categories: Iterable[str]) -> str:
    """Namespace of the medium that a work's categories mean: "Film", "Films of the 1990s", "American Film".

    A category that is called after a series says nothing of its medium.
    """
    plain = [category.partition(" of ")[0] for category in categories]
    exact = next(filter(None, map(_exact_space, plain)), "")
    return exact or next(filter(None, (space_of_medium(c) for c in plain if not c.endswith("eries"))), "")


@lru_cache(maxsize=CACHED)
def _exact_space(words: str) -> str:
    key = names.squash(words)
    return _SPACE_OF.get(key) or _SPACE_OF.get(f"{key}s", "")


def link_of(target: str, own: str) -> tuple[str, str]:
    """Where an article's link leads: a page name, or an address of another wiki, or neither.

    Args:
        target: As written before the bar; "/Sub" and "../Sub" are relative.
        own: The title of the page it stands on.
    """
    if is_relative(target):
        above = own.rpartition("/")[0] if target.startswith("../") else own
        target = f"{above}/{target.removeprefix('..').strip('/')}".strip("/")
    return _led(title_of(target), target)


def _led(title: Title, target: str) -> tuple[str, str]:
    if title.space in INTERWIKI:
        return "", INTERWIKI[title.space] + title.text.replace(" ", "_")
    if not title.space:
        return page_of_title(title.text), ""
    return (names.page_name(title.text), "") if title.space == CATEGORY and target.startswith(":") else ("", "")


def with_works(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks in which a link in italics that spells its target leads to a work.

    These wikis set the titles of works in italics and the names of tropes upright, and keep no namespaces of works;
    so this is the one sign on the page itself. Its medium stays open: the heading it stands under, or the work's own
    page, decides later.
    """
    return tuple(_with_works(block) if block.links and block.spans else block for block in blocks)


def _with_works(block: Block) -> Block:
    italics = [(s.start, s.end) for s in block.spans if s.kind is SpanKind.ITALIC]
    works = [_titles(k, italics, block) for k in block.links] if italics else []
    if not any(works):
        return block
    links = tuple([_as_work(k, block.text) if work else k for k, work in zip(block.links, works, strict=True)])
    return Block(block.kind, block.text, block.level, block.section, links, block.spans)


def _as_work(link: Link, text: str) -> Link:
    page = f"{vocabulary.UNPLACED_NAMESPACE}/{names.local(link.page)}"
    title = spelled_title(text[link.start : link.end], page)
    return Link(link.start, link.end, page, link.url, title)


def _titles(link: Link, italics: list[tuple[int, int]], block: Block) -> bool:
    """Whether the italics around a link are there for its title: they hold little else, and the label spells it."""
    start, end = italics[bisect_right(italics, (link.start, len(block.text))) - 1]
    if not start <= link.start < link.end <= end <= start + link.end - link.start + _MOST_BESIDE:
        return False
    if not link.page or not _may_be_work(link.page) or not _spells(block.text[link.start : link.end], link.page):
        return False
    if start == link.start and end == link.end:
        return True
    rest = block.text[start : link.start] + " " + block.text[link.end : end]
    return len(rest.strip(_EDGE).split()) <= 3 and _links_in(block, start, end) == 1


def _links_in(block: Block, start: int, end: int) -> int:
    first, last = (bisect_left(block.links, at, key=lambda k: k.start) for at in (start, end))
    return last - first


def _may_be_work(page: str) -> bool:
    space = names.namespace(page)
    return space == names.DEFAULT_NAMESPACE or space not in vocabulary.KNOWN_NAMESPACES


def _spells(label: str, page: str) -> bool:
    if len(label) > _LONGEST_LABEL:
        return False
    shown, name = names.squash(label), names.squash(names.local(page))
    return bool(shown) and (shown in name or name in shown)


def _parted(title: str) -> tuple[str, str]:
    """Title and subpage: "Big Bad/Film" has one, "Fate/stay night" and ".hack//SIGN" have none."""
    parts = _SUBPAGE.split(title) if "/" in title else [title]
    return ("/".join(parts[:-1]), parts[-1]) if len(parts) > 1 else (title, "")
