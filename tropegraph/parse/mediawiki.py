"""MediaWiki source, as All The Tropes and Tropedia write it, to a `Page`.

The text is cut into tokens by `mediawiki_tokens` and laid down as blocks by `mediawiki_reader`; what each template does
says `mediawiki_templates`, what titles mean `mediawiki_names`, what the page is `mediawiki_identity`. Markup that is
unknown or never closed is read as text, with a finding.
"""

import html
import re

from tropegraph.model import names
from tropegraph.model.page import Format, Page, RawPage
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse import mediawiki_names as titles
from tropegraph.parse.lines import normal_lines
from tropegraph.parse.mediawiki_identity import identity
from tropegraph.parse.mediawiki_reader import read
from tropegraph.parse.subpages import own_subpages

_REDIRECT = re.compile(r"\s*#REDIRECT(?:ION)?\s*:?\s*\[\[([^\[\]|\n]{1,255})", re.IGNORECASE)


def parse_mediawiki(raw: RawPage) -> Page:
    """The page that wikitext describes.

    Its page name is the source's, else it is made from the title, the kind and the medium that the page states.

    Args:
        raw: A page of `Format.MEDIAWIKI`; `title` is the wiki's own title, with namespace, bracket and subpage.
    """
    source = normal_lines(raw.text)
    redirect = _REDIRECT.match(source)
    found = read(raw.id, "" if redirect else source, raw.title or names.title_of(raw.name))
    blocks = titles.with_works(found.out.outline.blocks)
    known = identity(raw.title, raw.name, PageKind.REDIRECT if redirect else found.kind, found.categories)
    return Page(
        id=raw.id,
        title=known.title,
        name=known.name,
        kind=known.kind,
        format=Format.MEDIAWIKI,
        blocks=blocks,
        aliases=known.aliases,
        redirect_to=titles.link_of(html.unescape(redirect[1]), raw.title)[0] if redirect else "",
        indexes=known.indexes,
        subpages=own_subpages(blocks, known.name),
        url=raw.url,
        origin=raw.origin,
        digest=raw.digest,
        findings=tuple(found.findings),
    )
