"""What one pass over a wikitext carries along: the blocks so far, what is open, what was found."""

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from tropegraph.model.findings import Finding
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse.mediawiki_blocks import WikitextWriter
from tropegraph.parse.mediawiki_pairs import tokenise
from tropegraph.parse.mediawiki_templates import UNKNOWN, Role, Template
from tropegraph.parse.mediawiki_tokens import Kind, Token
from tropegraph.parse.pmwiki_blocks import Draft, Mark

BOLD = 3
_LINE_BEGINS = frozenset({Kind.NEWLINE, Kind.LIST, Kind.HEADING})


@dataclass(slots=True, eq=False)
class Frame:
    """An open link or template.

    Args:
        token: Its opening.
        draft: The block that it begins in.
        start: Offset of its first word there.
        end: What happens when it is closed.
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
    end: "Callable[[State, Frame], None]"
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
        self._line_ends: list[int] | None = None
        self.position = 0
        self.frames: list[Frame] = []
        self.marks: dict[str, list[Mark]] = {}
        self.links = 0
        self.header = False
        self.folders = 0

    def reach(self, opening: int) -> Frame | None:
        """The frame that a bracket opened, or `None`; those within it that are still open are ended.

        Brackets in what is passed over, as the style of a table, may be opened or closed one-sidedly.

        Args:
            opening: Index of the bracket's token.
        """
        token = self.tokens[opening]
        while self.frames and self.frames[-1].token.start > token.start:
            self.end_frame()
        return self.frames[-1] if self.frames and self.frames[-1].token is token else None

    def leave(self, closing: Token) -> None:
        """End the frame that a bracket closes, if it is open."""
        if self.reach(closing.partner):
            self.end_frame()

    def end_frame(self) -> None:
        """End the innermost frame."""
        frame = self.frames.pop()
        frame.end(self, frame)

    def words(self, words: str) -> None:
        """Write words as the source has them."""
        self.out.words(html.unescape(words) if "&" in words else words)

    def complain(self, code: str, token: Token) -> None:
        """Add a finding on a token."""
        words = self.source[token.start : token.start + 40].partition("\n")[0]
        fault = "is never closed, or never opened" if code == "unclosed-markup" else "is not known"
        if self._line_ends is None:
            self._line_ends = [m.start() for m in re.finditer("\n", self.source)]
        where = f"line {bisect_right(self._line_ends, token.start - 1) + 1}"
        self.findings.append(Finding(code, self.page, where, f'"{words}" {fault}.'))

    def bold_follows(self, index: int) -> bool:
        """Whether a bold mark (three apostrophes or more) follows a token on its line."""
        tokens = self.tokens
        while (index := index + 1) < len(tokens) and tokens[index].kind not in _LINE_BEGINS:
            if tokens[index].kind is Kind.EMPHASIS and tokens[index].end - tokens[index].start >= BOLD:
                return True
        return False

    def write(self, words: str) -> int:
        """Write words where they stand and give the offset that they begin at."""
        self.out.begin()
        start = self.out.draft.text.here
        self.out.draft.text.write(words)
        return start
