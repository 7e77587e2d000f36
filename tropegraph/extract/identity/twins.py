"""The title of a page that states none, from another page with the same paragraphs.

People keep several copies of one page: wiki source beside a rendering, an old revision beside a new one. A copy that
lost its title is told by its paragraphs, compared by `names.squash` so that WikiWords and spaced titles agree.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b

from tropegraph.model.findings import Finding
from tropegraph.model.names import squash
from tropegraph.model.page import BlockKind, Page

MIN_KEY = 60
"""Letters that a paragraph needs to be told by; shorter ones recur on unrelated pages."""

MIN_SHARE = 0.5
"""Share of a page's paragraphs that must stand on its twin."""


def paragraph_keys(page: Page) -> list[bytes]:
    """Digests of the page's longer paragraphs."""
    keys = (squash(b.text) for b in page.blocks if b.kind is BlockKind.PARAGRAPH)
    return [blake2b(k.encode(), digest_size=8).digest() for k in keys if len(k) >= MIN_KEY]


Owner = tuple[str, str]
"""Page name and title of the page that a paragraph stands on."""


class Twins:
    """The paragraphs of all pages with a title.

    Args:
        owners: Those known from elsewhere: owner by paragraph, as `paragraph_keys` gives it.
    """

    def __init__(self, owners: Mapping[bytes, Owner] | None = None) -> None:
        self._owner = dict(owners or {})

    def add(self, page: Page) -> None:
        """Remember a page that has a title or page name; where two share a paragraph, the smaller name has it."""
        owner = (page.name, page.title)
        for key in paragraph_keys(page):
            self._owner[key] = min(owner, self._owner.get(key, owner))

    def owners(self, keys: Iterable[bytes]) -> dict[bytes, Owner]:
        """Those of the paragraphs that stand on a page with a title, with that page."""
        return {key: self._owner[key] for key in keys if key in self._owner}

    def complete(self, page: Page) -> Page:
        """The page with its twin's title and name, and a finding; unchanged when it has no twin."""
        keys = paragraph_keys(page)
        owners = Counter(self._owner[k] for k in keys if k in self._owner)
        if not owners:
            return page
        (name, title), shared = min(owners.items(), key=lambda o: (-o[1], o[0]))
        if shared < MIN_SHARE * len(keys):
            return page
        message = f'The page states no title; {shared} of its {len(keys)} paragraphs stand on "{title or name}".'
        finding = Finding("title-inferred", page.id, "", message)
        return replace(page, name=name, title=title, findings=(*page.findings, finding))
