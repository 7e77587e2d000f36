"""What one page states, each fact with the sentence that states it."""

from dataclasses import dataclass

from tropegraph.model.findings import Finding
from tropegraph.model.page import Format
from tropegraph.model.vocabulary import Modifier, PageKind, RelationType


@dataclass(frozen=True, slots=True)
class Ref:
    """A trope, work or index as a page names it.

    Args:
        title: Its title, as well as the page lets it be known.
        page: Its page name (`Namespace/CamelName`) where the page links it or the title is known; else empty.
    """

    title: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact is stated.

    Args:
        sentence: The whole sentence, as it stands in the block's text.
        section: Path of folders and headings, joined with " / ".
        block: Index into the page's blocks.
        start: Offset of the sentence in the block's text.
        end: End of the sentence in the block's text: `text[start:end] == sentence`.
    """

    sentence: str
    section: str
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Relation:
    """A trope-to-trope fact, in its canonical direction; for symmetric types the page's own trope comes first."""

    source: Ref
    type: RelationType
    target: Ref
    as_written: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Example:
    """A work uses a trope.

    Args:
        medium: The work's medium (`vocabulary.MEDIA` name), the heading itself where that is no known medium, or
            `None` where nothing says.
        modifiers: How it is played, in vocabulary order, without repeats.
    """

    work: Ref
    trope: Ref
    medium: str | None
    modifiers: tuple[Modifier, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Membership:
    """A page stands in an index; `evidence` is `None` when the page's own index box says so."""

    member: Ref
    index: Ref
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A link or known name without a cue."""

    source: Ref
    target: Ref
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PageFacts:
    """All that one page states.

    Args:
        id: As in `Page`.
        page: The page itself: title and page name (of the parent, for a subpage with more examples).
        stated_on: Page name of the page that states it (differs from `page.page` for a subpage).
        kind: Kind of the page.
        format: Markup it was read from.
        medium: Medium of a work page; else `None`.
        aliases: Other titles or page names that lead to `page`.
        redirect_to: Page that the whole page leads to, or `None`.
        url, origin, digest: As in `Page`.
    """

    id: str
    page: Ref
    stated_on: str
    kind: PageKind
    format: Format
    medium: str | None = None
    relations: tuple[Relation, ...] = ()
    examples: tuple[Example, ...] = ()
    memberships: tuple[Membership, ...] = ()
    mentions: tuple[Mention, ...] = ()
    aliases: tuple[str, ...] = ()
    redirect_to: Ref | None = None
    url: str = ""
    origin: str = ""
    digest: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedEdges:
    """Work-to-trope facts that somebody published as a table, without sentences. Columns are of equal length.

    Args:
        id: Id of the input, as in `Page`.
        works: Page names of works.
        work_titles: Titles of works; empty strings where the table has none.
        tropes: Page names of tropes.
        origin: The input as the user named it.
        digest: SHA-256 of the bytes, in hex.
    """

    id: str
    works: tuple[str, ...]
    work_titles: tuple[str, ...]
    tropes: tuple[str, ...]
    origin: str = ""
    digest: str = ""
