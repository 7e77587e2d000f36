"""From one page's markup to blocks: one module a markup, all with the same end.

Markup never raises: what is not understood is kept as text and, where it matters, reported as a finding.
"""

from collections.abc import Callable

from tropegraph.model.page import Format, Page, RawPage
from tropegraph.parse.html import parse_html
from tropegraph.parse.markdown import parse_markdown
from tropegraph.parse.mediawiki import parse_mediawiki
from tropegraph.parse.pmwiki import parse_pmwiki
from tropegraph.parse.text import parse_text

__all__ = ["parse"]

_PARSERS: dict[Format, Callable[[RawPage], Page]] = {
    Format.HTML: parse_html,
    Format.PMWIKI: parse_pmwiki,
    Format.MARKDOWN: parse_markdown,
    Format.TEXT: parse_text,
    Format.MEDIAWIKI: parse_mediawiki,
}


def parse(raw: RawPage) -> Page:
    """The page that a text in any of the markups holds.

    Args:
        raw: The text, its markup, and what its source says beside it.

    Returns:
        Its blocks, and whatever the markup states of title, page name, kind, aliases, indexes and subpages.
    """
    return _PARSERS[raw.format](raw)
