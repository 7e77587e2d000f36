"""Where links lead: addresses of the wiki to page names, and labels to the titles that they spell."""

from functools import lru_cache

from tropegraph.model import addresses, names
from tropegraph.model.addresses import page_of_parts

__all__ = ["page_of_parts", "page_of_url", "spelled_title"]

page_of_url = lru_cache(maxsize=20_000)(addresses.page_of_url)
"""`addresses.page_of_url`; a wiki's pages lead to the same pages over and over."""

_SUFFIXES = ("'s", "’s", "s", "es", "d", "ed", "r", "ing", "ness")


def spelled_title(label: str, page: str) -> str:
    """The target's title where the label only spells it, less a plural or other ending; else an empty string.

    "Half-Human Hybrids" on a link to `Main/HalfHumanHybrid` gives "Half-Human Hybrid"; "mongrels" gives "".
    """
    local = names.local(page)
    if label.replace(" ", "").lower() == local.lower():
        return label.strip()
    key = names.squash(local)
    if not names.squash(label).startswith(key):
        return ""
    if names.squash(label) == key:
        return label.strip()
    for ending in _SUFFIXES:
        if label.endswith(ending) and names.squash(stem := label[: len(label) - len(ending)]) == key:
            return stem.strip()
    return ""
