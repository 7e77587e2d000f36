"""Addresses of trope wikis: which hosts are one, which page they lead to. `WIKIS` is the one home of hosts."""

import re
from enum import StrEnum
from urllib.parse import parse_qs, unquote, urlsplit

from tropegraph.model import names
from tropegraph.model.vocabulary import KNOWN_NAMESPACES, MEDIA


class Engine(StrEnum):
    """Software that a wiki runs on; it decides how addresses are made."""

    PMWIKI = "pmwiki"
    MEDIAWIKI = "mediawiki"


WIKIS: dict[str, Engine] = {
    "tvtropes.org": Engine.PMWIKI,
    "allthetropes.org": Engine.MEDIAWIKI,
    "allthetropes.miraheze.org": Engine.MEDIAWIKI,
    "allthetropes.fandom.com": Engine.MEDIAWIKI,
    "allthetropes.wikia.com": Engine.MEDIAWIKI,
    "tropedia.fandom.com": Engine.MEDIAWIKI,
    "tropedia.wikia.com": Engine.MEDIAWIKI,
}
"""Trope wikis by host; hosts below one of them ("www.", "m.") count as it."""

_PAGES = "https://tvtropes.org/pmwiki/pmwiki.php/"
_NAME = re.compile(r"[A-Za-z]+/\w+", re.ASCII)
_WIKI_PATH = re.compile(r"pmwiki\.php/+([^/?#\s]+)(?:/+([^/?#\s]+))?", re.IGNORECASE)
_FOREIGN = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_OWN = re.compile(r"(?:[a-z]+:)?//(?:[^/?#]*@)?(?:[\w-]+\.)*tvtropes\.org(?=[:/?#]|$)", re.IGNORECASE)
_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/[^/]+/", re.IGNORECASE)
_NOT_NAME = re.compile(r"[^\w.-]")
_SPELLED = {
    space.lower(): space
    for space in reversed((*(space for medium in MEDIA for space in medium.namespaces), *sorted(KNOWN_NAMESPACES)))
}
"""Known namespaces by their lower case: the wiki does not mind how they are written. The first spelling counts."""

_MEDIAWIKI_PATH = re.compile(r"/(?:wiki|index\.php)/([^?#]+)")


def page_of_url(href: str) -> str:
    """The page name that an address of the wiki leads to.

    Args:
        href: A relative address (`/pmwiki/pmwiki.php/Main/X`) or a full one, as it stands or in the Internet Archive.

    Returns:
        `Namespace/CamelName`, or an empty string for any other address.
    """
    href = _ARCHIVE.sub("", href.strip())
    if _FOREIGN.match(href) and not _OWN.match(href):
        return ""
    match = _WIKI_PATH.search(href)
    if match is None:
        return ""
    space, local = (unquote(part or "") for part in match.groups())
    return page_of_parts(space, local) if local else page_of_parts(names.DEFAULT_NAMESPACE, space)


def address_of_page(page: str) -> str:
    """Address at which TV Tropes, whose page names these are, shows a page; empty for a namespace that is not its."""
    return f"{_PAGES}{page}" if _NAME.fullmatch(page) and names.namespace(page) in KNOWN_NAMESPACES else ""


def page_of_parts(space: str, local: str) -> str:
    """Page name of a namespace and a name in any spelling of the wiki ("main", "Videogame", "bigBad").

    It is empty when one is empty.
    """
    space, local = _NOT_NAME.sub("", space), _NOT_NAME.sub("", local)
    if not space or not local:
        return ""
    return f"{spelled_namespace(space)}/{local[0].upper()}{local[1:]}"


def spelled_namespace(space: str) -> str:
    """A namespace as the wiki spells it, from any spelling ("videogame"); with a capital where it is not known."""
    return _SPELLED.get(space.lower()) or f"{space[:1].upper()}{space[1:]}"


def wiki_of_url(url: str) -> Engine | None:
    """The software of the trope wiki that an address lies in; `None` for any other address."""
    try:
        host = (urlsplit(_ARCHIVE.sub("", url.strip())).hostname or "").rstrip(".")
    except ValueError:
        return None
    parts = host.split(".")
    return next((WIKIS[own] for n in range(len(parts)) if (own := ".".join(parts[n:])) in WIKIS), None)


def title_of_url(url: str) -> str:
    """Title that an address in a MediaWiki spells ("Wall Jump" of ".../wiki/Wall_Jump"); else an empty string."""
    if wiki_of_url(url) is not Engine.MEDIAWIKI:
        return ""
    parts = urlsplit(_ARCHIVE.sub("", url.strip()))
    match = _MEDIAWIKI_PATH.search(parts.path)
    title = unquote(match[1]) if match else parse_qs(parts.query).get("title", [""])[0]
    return " ".join(title.replace("_", " ").split())
