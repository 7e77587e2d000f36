"""A page as read, and as parsed: the one shape that all markups end in.

Spans are half-open character ranges over a block's text. Nothing downstream of these types asks which markup a page
came from.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from tropegraph.model.findings import Finding
from tropegraph.model.vocabulary import PageKind


class Format(StrEnum):
    """Markups that can be told apart."""

    PMWIKI = "pmwiki"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    MEDIAWIKI = "mediawiki"


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page before parsing.

    Args:
        id: Path relative to the input folder, or the record's own id; unique within one build.
        text: Decoded text.
        format: Markup of `text`.
        title: Title that the source gives beside the text; empty when it gives none.
        name: Page name (`Namespace/CamelName`) that the source gives beside the text; empty when it gives none.
        url: Address that the source gives beside the text; empty when it gives none.
        origin: The input as the user named it, with archive member or line, for provenance.
        digest: SHA-256 of the bytes, in hex.
    """

    id: str
    text: str
    format: Format
    title: str = ""
    name: str = ""
    url: str = ""
    origin: str = ""
    digest: str = ""


class SpanKind(StrEnum):
    """Marks over a block's text."""

    ITALIC = "italic"
    BOLD = "bold"
    NOTE = "note"
    SPOILER = "spoiler"


@dataclass(frozen=True, slots=True)
class Span:
    """A mark over `text[start:end]` of a block."""

    start: int
    end: int
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Link:
    """A link over `text[start:end]` of a block; the slice is its label.

    Args:
        page: Page name (`Namespace/CamelName`) for a link inside the wiki, else empty.
        url: Address for a link out of the wiki, else empty.
        title: The target's title where the source states it (a label that only spells the target, a curly
            WikiWord); empty when the label is other words.
    """

    start: int
    end: int
    page: str = ""
    url: str = ""
    title: str = ""


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEM = "item"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, quote, image caption or list item.

    Args:
        kind: What it is.
        text: Its text without markup. White space is folded to single spaces, hard line breaks are a newline; never
            empty, no white space at either end. A note's text stands in place, under a `NOTE` span.
        level: Heading level (1 is the highest) or list depth (1 is the top); for a quote or paragraph that belongs to
            a list item, that item's depth; else 0.
        section: Path of the folders and headings it stands under, outermost first; a heading's own text is not in
            its own path. Folder titles and headings are treated alike.
        links: Links in order of `start`, not overlapping.
        spans: Marks in order of `start`; they may nest.
    """

    kind: BlockKind
    text: str
    level: int = 0
    section: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One parsed page.

    Args:
        id: As in `RawPage`.
        title: Title as the page or its source states it; empty until `extract.identify` has filled it.
        name: Page name (`Namespace/CamelName`); empty until known. A subpage keeps its own name
            (`BoldlyComing/Film`, `YMMV/GalaxyQuest`).
        kind: Kind as the markup states it, or `None` until `extract.identify` has decided.
        format: Markup it came from, for the summary only.
        blocks: The page's text, in order. Navigation, banners and advertisements are left out.
        aliases: Other titles or page names that the page itself says lead here.
        redirect_to: Page name that the whole page leads to; empty for a real page.
        indexes: Page names of the indexes whose boxes stand on the page.
        subpages: Page names of the page's own subpages that hold more examples.
        url: Address of the page; empty when unknown.
        origin: As in `RawPage`.
        digest: As in `RawPage`.
        findings: What could not be understood.
    """

    id: str
    title: str
    name: str
    kind: PageKind | None
    format: Format
    blocks: tuple[Block, ...]
    aliases: tuple[str, ...] = ()
    redirect_to: str = ""
    indexes: tuple[str, ...] = ()
    subpages: tuple[str, ...] = ()
    url: str = ""
    origin: str = ""
    digest: str = ""
    findings: tuple[Finding, ...] = field(default=())
