"""Titles as tables give them."""

import re

from tropegraph.model import names

_CAMEL = re.compile(r"(?=\S*[a-z][A-Z])[A-Za-z0-9'-]+$")


def readable_title(title: str) -> str:
    """A title with spaces, where it is spelled as a page name is."""
    title = " ".join(title.split())
    return names.title_of(title) if _CAMEL.match(title) else title
