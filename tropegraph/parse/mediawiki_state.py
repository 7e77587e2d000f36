"""What one pass over a wikitext carries along: the blocks so far, what is open, what was found."""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

from tropegraph.model.findings import Finding
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse.mediawiki_blocks import WikitextWriter
from tropegraph.parse.mediawiki_templates import UNKNOWN, Role, Template
from tropegraph.parse.mediawiki_tokens import Kind, Token, tokenise
from tropegraph.parse.pmwiki_blocks import Draft, Mark, bold_after


@dataclass(slots=True, eq=False)
class Frame:
    """An open link or template.

    Args:
        token: Its opening.
        draft: The block that it begins in.
        start: Offset of its first word there.
        page: Page that a link leads to.
        url: Address that a link leads to.
        rule: What the template does.
        argument: Number of the argument that is being read.
        numbered: Number of arguments without a name so far.
        role: Role of that argument.
        mark: The mark that the role opened.
        titled: Whether it has shown a heading.
        folder: Whether it has begun a folder.
    """

    token: Token
    draft: Draft
    start: int
    page: str = ""
    url: str = ""
    rule: Template = UNKNOWN
    argument: int = 0
    numbered: int = 0
    role: Role = Role.SKIP
    mark: Mark | None = None
    titled: bool = False
    folder: bool = False

    def start_in(self, draft: Draft) -> int:
        """Where its words begin in a draft; in a later one they begin with it."""
        return self.start if draft is self.draft else 0


class State:
    """The state of one pass over one source."""

    def __init__(self, page: str, source: str, title: str) -> None:
        self.page = page
        self.source = source
        self.title = title
        self.out = WikitextWriter()
        self.findings: list[Finding] = []
        self.kind: PageKind | None = None
        self.categories: list[str] = []
        self.tokens = tokenise(source)
        self.bold_after = bold_after(self.tokens, Kind.NEWLINE, Kind.EMPHASIS)
        self._line_ends = [m.start() for m in re.finditer("\n", source)]
        self.position = 0
        self.frames: list[Frame] = []
        self.marks: dict[str, list[Mark]] = {}
        self.links = 0
        self.header = False
        self.folders = 0

    def words(self, start: int, end: int) -> None:
        """Write what stands between two tokens."""
        words = self.source[start:end]
        self.out.words(html.unescape(words) if "&" in words else words)

    def complain(self, code: str, token: Token) -> None:
        """Add a finding on a token."""
        words = self.source[token.start : token.start + 40].partition("\n")[0]
        fault = "is never closed, or never opened" if code == "unclosed-markup" else "is not known"
        where = f"line {bisect_right(self._line_ends, token.start - 1) + 1}"
        self.findings.append(Finding(code, self.page, where, f'"{words}" {fault}.'))

    def write(self, words: str) -> int:
        """Write words where they stand and give the offset that they begin at."""
        self.out.begin()
        start = self.out.draft.text.here
        self.out.draft.text.write(words)
        return start
