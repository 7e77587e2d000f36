"""Where the links of saved pages lead: by address, by the wiki's own token, or by a mirror's relative path."""

import base64
import binascii
import re
from functools import lru_cache

from tropegraph.model import names
from tropegraph.parse.targets import page_of_parts, page_of_url, spelled_title

_MIRRORED = re.compile(r"(?:\.\./([\w.-]+)/)?([\w-]+)\.html?(?:[?#]|$)")
_DETOUR = re.compile(r"(?:\.\./)*external\.html\?link=(.+)")
_CACHED = 1 << 16
_PLAIN_ADDRESS = re.compile(r"(?:https?://tvtropes\.org)?/pmwiki/pmwiki\.php/([A-Z][A-Za-z0-9]*)/([A-Z][A-Za-z0-9]*)$")
"""The address of nearly every link, which `page_of_url` would read alike but not as fast."""

_PLAIN_TOKEN = re.compile(r"(?:\w+/)?(?:\w+|\{\{[^{}|]+\}\})$")


def link_target(attributes: dict[str, str | None], own: str) -> tuple[str, str]:
    """Where an `a` element leads: a page name, or an address outside of the wiki, or neither.

    A mirror rewrites `href` and leaves the wiki's own address in `title`, so both are looked at.
    """
    href, title = attributes.get("href") or "", attributes.get("title") or ""
    page = _stated_page(href, title) or _mirrored_page(href, own)
    return page, "" if page else _outside(href)


@lru_cache(maxsize=_CACHED)
def _stated_page(href: str, title: str) -> str:
    plain = _PLAIN_ADDRESS.match(href)
    return page_of_parts(plain[1], plain[2]) if plain else page_of_url(href) or page_of_url(title)


def _outside(href: str) -> str:
    """An address out of the wiki; a mirror leads to it by way of a page of its own."""
    detour = _DETOUR.match(href)
    href = detour[1] if detour else href
    return href if href.startswith(("http://", "https://", "//")) else ""


def _mirrored_page(href: str, own: str) -> str:
    """Page of a relative link between the files of a mirror, one folder a namespace."""
    match = _MIRRORED.match(href) if own else None
    return page_of_parts(match[1] or names.namespace(own), match[2]) if match else ""


def _states_title(token: str | None) -> bool:
    """Whether a link's source token is a bare page name, so that the wiki itself wrote the label: its title."""
    try:
        source = base64.b64decode(token or "", validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return False
    return bool(_PLAIN_TOKEN.match(source))


@lru_cache(maxsize=_CACHED)
def link_title(label: str, page: str, token: str | None) -> str:
    """The target's title, where the label spells it or the wiki wrote the label; else an empty string.

    Args:
        label: The link's label.
        page: Page name of the target.
        token: The link's source in base64, as the present layout gives it.
    """
    return spelled_title(label, page) or (label if _states_title(token) else "")
