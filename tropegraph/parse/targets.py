"""Where links lead: addresses of the wiki to page names, and labels to the titles that they spell."""

from tropegraph.model import names
from tropegraph.model.addresses import page_of_parts, page_of_url

__all__ = ["page_of_parts", "page_of_url", "spelled_title"]

_SUFFIXES = ("'s", "’s", "s", "es", "d", "ed", "r", "ing", "ness")


def spelled_title(label: str, page: str) -> str:
    """The target's title where the label only spells it, less a plural or other ending; else an empty string.

    "Half-Human Hybrids" on a link to `Main/HalfHumanHybrid` gives "Half-Human Hybrid"; "mongrels" gives "".
    """
    key = names.squash(names.local(page))
    for ending in ("", *_SUFFIXES):
        if label.endswith(ending) and names.squash(stem := label[: len(label) - len(ending)]) == key:
            return stem.strip()
    return ""
