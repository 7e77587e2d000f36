"""What was left out or not understood, and why: nothing is dropped silently.

`CODES` is the one home of finding codes; a test holds that docs/errors.md lists them all.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: `INFO` lost nothing, `WARNING` may have, `ERROR` lost a page or record."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


CODES: dict[str, tuple[Severity, str]] = {
    "empty-page": (Severity.ERROR, "The input holds no text."),
    "not-a-wiki-page": (Severity.ERROR, "The input is a page, but not one of a trope wiki."),
    "binary-input": (Severity.ERROR, "The input is not text."),
    "unreadable": (Severity.ERROR, "The input could not be read, or only in part."),
    "unsafe-member": (Severity.ERROR, "A member of an archive could do harm by its name or kind; it was not read."),
    "bad-record": (Severity.ERROR, "A line of a JSONL or table file does not hold what it should."),
    "foreign-graph": (
        Severity.INFO,
        "A graph file of another tool holds what a graph here has no place for, or lacks what it has; the message says "
        "what was made of it.",
    ),
    "unsupported-format": (Severity.ERROR, "The format is recognised, but not read yet."),
    "other-site": (Severity.INFO, "Records of a crawl are of other sites; they were passed over."),
    "not-an-article": (
        Severity.INFO,
        "Pages of a wiki that are about the wiki itself, files or code; they were passed over.",
    ),
    "duplicate-page": (Severity.INFO, "The same page was read from more than one input; its facts were united."),
    "encoding-guessed": (Severity.INFO, "The declared encoding did not fit; another was used."),
    "unclosed-markup": (Severity.WARNING, "A markup construct is opened and never closed; it was read as text."),
    "unknown-markup": (Severity.INFO, "A markup construct is not known; it was read as text."),
    "title-inferred": (Severity.INFO, "The page states no title; one was inferred from its text."),
    "title-unknown": (Severity.WARNING, "The page states no title and none could be inferred."),
    "medium-inferred": (Severity.INFO, "A work's page states no medium; one was inferred from its text."),
    "work-unclear": (Severity.WARNING, "An example names no work that could be told."),
    "trope-unclear": (Severity.WARNING, "An example on a work's page names no trope that could be told."),
    "cue-without-target": (Severity.WARNING, "A line announces a list of tropes, and none that names any follows."),
    "redirect-cycle": (Severity.WARNING, "Redirects lead back to where they start."),
    "redirect-chain": (Severity.INFO, "A redirect leads to another redirect; it was followed to the end."),
    "alias-conflict": (Severity.WARNING, "One alias is claimed by two pages; it was given to neither."),
    "name-ambiguous": (Severity.INFO, "A name fits several pages; it was given to none of them."),
    "other-medium": (
        Severity.INFO,
        "A work is named without a link, and only works of other media bear the name; it is a node of its own.",
    ),
    "modifier-conflict": (Severity.INFO, "One example is said to be played in ways that exclude each other."),
    "self-loop": (Severity.INFO, "Both ends of a fact are one node; the fact was left out."),
    "wrong-end": (Severity.WARNING, "An end of a fact is a page of a kind that it cannot have; the fact was left out."),
    "kind-conflict": (Severity.INFO, "One page is said to be of two kinds."),
}
"""Every code, with its severity and what it means."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was left out or not understood.

    Args:
        code: A key of `CODES`.
        page: Id of the page or input it concerns.
        where: Where on the page: a section, a line ("line 12") or empty.
        message: One sentence, with the text concerned.
    """

    code: str
    page: str
    where: str
    message: str

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return CODES[self.code][0]
