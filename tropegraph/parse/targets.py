"""Where links lead: addresses of the wiki to page names, and labels to the titles that they spell."""

import re
from urllib.parse import unquote

from tropegraph.model import names

_WIKI_PATH = re.compile(r"pmwiki\.php/+([^/?#\s]+)(?:/+([^/?#\s]+))?", re.IGNORECASE)
_FOREIGN = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_OWN = re.compile(r"(?:[a-z]+:)?//(?:[^/?#]*@)?(?:[\w-]+\.)*tvtropes\.org(?=[:/?#]|$)", re.IGNORECASE)
_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/[^/]+/", re.IGNORECASE)
_NOT_NAME = re.compile(r"[^\w.-]")
_SUFFIXES = ("'s", "’s", "s", "es", "d", "ed", "r", "ing", "ness")


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


def page_of_parts(space: str, local: str) -> str:
    """Page name of a namespace and a name in any spelling of the wiki ("main", "bigBad"); empty when one is empty."""
    space, local = _NOT_NAME.sub("", space), _NOT_NAME.sub("", local)
    if not space or not local:
        return ""
    return f"{space[0].upper()}{space[1:]}/{local[0].upper()}{local[1:]}"


def spelled_title(label: str, page: str) -> str:
    """The target's title where the label only spells it, less a plural or other ending; else an empty string.

    "Half-Human Hybrids" on a link to `Main/HalfHumanHybrid` gives "Half-Human Hybrid"; "mongrels" gives "".
    """
    key = names.squash(names.local(page))
    for ending in ("", *_SUFFIXES):
        if label.endswith(ending) and names.squash(stem := label[: len(label) - len(ending)]) == key:
            return stem.strip()
    return ""
