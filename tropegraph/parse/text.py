"""Plain text of trope pages, all markup lost, to a `Page`.

What is a heading, an item or a quotation has to be told from the line itself and its neighbours. Rules look at shape
only: bullets and indentation, known names of media, short lines in title case over a list.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from tropegraph.model import names
from tropegraph.model.page import BlockKind, Format, Page, RawPage
from tropegraph.parse.aliases import said_aliases
from tropegraph.parse.build import FOLDER_LEVEL, Outline, TextBuilder
from tropegraph.parse.lines import normal_lines, without_site
from tropegraph.parse.subpages import is_medium
from tropegraph.parse.text_lines import Line, text_lines
from tropegraph.parse.text_links import without_address, write_with_addresses

_INNER_BULLETS = {"◦": 2, "○": 2, "▪": 3, "■": 3}
_EXAMPLES = re.compile(
    r"""(?:[\w'’&-]+\ ){0,6}?examples?(?:\ (?:in|from|include|subpage|page|by)s?\b[^.]{0,60})?\s?:?
    |(?!.*\b(?:might|may|can|could)\b)(?:[\w'’&-]+\ ){0,3}?examples?\ of\ [^.]{1,80}
    |(?:tropes|examples)\ (?:used|found|present|featured|appearing|included|associated)\b[^.]{0,80}
    |.{1,80}\ (?:provides?|contains?|features?|exhibits?|includes?|has|uses)
     \ (?:some\ |many\ |several\ )?(?:examples|tropes|the\ following)\b[^.]{0,60}:?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_EXAMPLES_WORDS = ("example", "tropes", "the following")
"""One of these is in whatever `_EXAMPLES` matches, which is slow to find out."""

_ATTRIBUTION = re.compile(r"(?:—|–|--)\s?[^\sa-z–—-].{0,200}$")
_LONGEST_HEADING = 80
_SHORTEST_PARAGRAPH, _LAST_OF_TOP = 60, 6
_EXAMPLES_LEVEL, _EXAMPLES_LEVEL_OVER_MARKED = 2, 1
"""Of a heading of examples that is a line like others, alone and over headings that are marked as such."""
_BREAK = "\x1e"


def parse_text(raw: RawPage) -> Page:
    """The page that a plain text holds.

    Args:
        raw: A page of `Format.TEXT`. A title line at the top is read as the title where the source gives none.
    """
    lines, aliases = _without_aliases(text_lines(normal_lines(raw.text).replace(_BREAK, " ")))
    title = _title(lines, raw.title)
    outline = _Reader(lines[1:] if title else lines).run()
    return Page(
        id=raw.id,
        title=title or raw.title,
        name=raw.name,
        kind=None,
        format=Format.TEXT,
        blocks=tuple(outline.blocks),
        aliases=aliases,
        url=raw.url,
        origin=raw.origin,
        digest=raw.digest,
    )


def _without_aliases(lines: list[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines that are not about the page's other titles, and those titles."""
    said = {index: titles for index, line in enumerate(lines) if (titles := said_aliases(line.text))}
    kept = [line for index, line in enumerate(lines) if index not in said] if said else lines
    return kept, tuple(title for titles in said.values() for title in titles)


def _title(lines: list[Line], given: str) -> str:
    """The title that the first line states, over a paragraph; else an empty string."""
    if len(lines) < 2 or lines[0].bullet or lines[1].bullet:
        return ""
    title = without_site(lines[0].text)
    if given:
        return title if names.squash(title) == names.squash(given) else ""
    return title if _is_title(title) and not _is_named_heading(title) and _over_paragraph(lines) else ""


def _over_paragraph(lines: list[Line]) -> bool:
    """Whether the first line stands over a paragraph: at once, or below a caption, a quotation or a button."""
    top = list(takewhile(lambda line: not line.bullet, lines[1:_LAST_OF_TOP]))
    return len(top[0].text) > len(lines[0].text) and any(len(line.text) > _SHORTEST_PARAGRAPH for line in top)


def _is_title(text: str) -> bool:
    """Whether a line is in title case, short, and no sentence."""
    words = text.split()
    if len(text) > _LONGEST_HEADING or text[-1] in ".,;:" or (len(words) == 1 and not text.isalnum()):
        return False
    return text[0].isalnum() and all(
        w[0].isupper() or not w[0].isalpha() or names.squash(w) in names.MINOR_WORDS for w in words
    )


def _is_named_heading(text: str) -> bool:
    return _is_medium_line(text) or _is_examples(text)


def _is_medium_line(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and is_medium(text)


def _is_examples(text: str) -> bool:
    if len(text) > 2 * _LONGEST_HEADING or not any(word in text.lower() for word in _EXAMPLES_WORDS):
        return False
    return _EXAMPLES.fullmatch(text) is not None


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether paragraphs are broken into lines of one width, as in an e-mail.

    None is long then, and most lines that another follows end in mid-sentence.
    """
    inner = [a.text for a, b in pairwise(lines) if not b.after_blank and not b.bullet]
    if len(inner) < 3 or max(len(line.text) for line in lines) > 120:
        return False
    return sum(len(text) > 40 and text[-1] not in '.!?":' for text in inner) > len(inner) / 2


def _is_spaced(lines: list[Line]) -> bool:
    """Whether blank lines part the paragraphs, rather than line ends."""
    parted = [line.after_blank for line in lines[1:] if not line.bullet]
    return sum(parted) > len(parted) / 2


@dataclass(slots=True)
class _Draft:
    """A block in the making."""

    kind: BlockKind
    level: int
    lines: list[str] = field(default_factory=list)


class _Reader:
    """The state of one pass over the lines."""

    def __init__(self, lines: list[Line]) -> None:
        self._all = lines
        self._wrapped = _is_wrapped(lines)
        marked = any(line.level for line in lines)
        self._examples_level = _EXAMPLES_LEVEL_OVER_MARKED if marked else _EXAMPLES_LEVEL
        self._unmarked = not any(line.bullet for line in lines)
        self._loose = _are_loose_items(lines)
        self._spaced = _is_spaced(lines)
        self._outline = Outline()
        self._draft: _Draft | None = None
        self._markers: list[tuple[int, str]] = []
        self._after_heading = False
        self._lists = False

    def run(self) -> Outline:
        """All blocks of the lines."""
        for index, line in enumerate(self._all):
            self._read(line, index)
        self._flush()
        return self._outline

    def _read(self, line: Line, index: int) -> None:
        heading = self._heading_level(line, index)
        if heading:
            self._heading(line.text, heading)
        elif line.bullet:
            self._item(line)
        elif self._draft and self._goes_on(line):
            self._draft.lines.append(line.text)
        elif self._draft and self._breaks_on(line):
            self._draft.lines += [_BREAK, line.text]
        else:
            self._paragraph(line, index)
        self._after_heading = heading > 0

    def _flush(self) -> None:
        if self._draft:
            builder = TextBuilder()
            for lines in " ".join(self._draft.lines).split(_BREAK):
                builder.hard_break()
                write_with_addresses(builder, lines)
            self._outline.add(builder, self._draft.kind, self._draft.level)
        self._draft = None

    def _heading(self, text: str, level: int) -> None:
        self._flush()
        self._markers.clear()
        self._lists = self._unmarked and _is_named_heading(without_address(text))
        builder = TextBuilder()
        write_with_addresses(builder, text)
        self._outline.heading(builder, level)

    def _heading_level(self, line: Line, index: int) -> int:
        """Level of the heading that a line is, or 0."""
        if line.bullet or not (line.after_blank or not self._wrapped):
            return 0
        text = without_address(line.text)
        if line.level:
            return line.level
        if _is_examples(text):
            return self._examples_level
        if _is_medium_line(text) or (_is_title(text) and self._heads_list(line, index)):
            return FOLDER_LEVEL
        return 0

    def _heads_list(self, line: Line, index: int) -> bool:
        """Whether a line in title case stands over bullets, or between headings."""
        if index + 1 == len(self._all):
            return self._after_heading
        following = self._all[index + 1]
        return bool(following.bullet) or (self._after_heading and _is_named_heading(following.text))

    def _item(self, line: Line) -> None:
        while self._markers and self._ends(self._markers[-1], line):
            self._markers.pop()
        self._markers.append((line.column, line.bullet))
        self._flush()
        self._draft = _Draft(BlockKind.ITEM, len(self._markers), [line.text])

    @staticmethod
    def _ends(open_item: tuple[int, str], line: Line) -> bool:
        """Whether a new bullet ends an open item: by its column, or by its sign where indentation was lost."""
        column, sign = open_item
        rank, new = _INNER_BULLETS.get(sign, 1), _INNER_BULLETS.get(line.bullet, 1)
        return line.column < column + 2 and not (line.column >= column and new > rank)

    def _goes_on(self, line: Line) -> bool:
        """Whether a line without a bullet goes on with the block above."""
        if line.after_blank or not self._draft or _ATTRIBUTION.match(line.text):
            return False
        if self._lists:
            return self._wrapped
        indented = bool(self._markers) and line.column > self._markers[-1][0]
        return self._wrapped or (self._draft.kind is BlockKind.ITEM and indented)

    def _breaks_on(self, line: Line) -> bool:
        """Whether a line is a further verse of a paragraph that belongs to an item."""
        draft = self._draft
        return bool(
            draft and draft.level and draft.kind is BlockKind.PARAGRAPH and self._spaced and not line.after_blank
        )

    def _paragraph(self, line: Line, index: int) -> None:
        if self._lists:
            self._item(line)
            return
        self._flush()
        while self._markers and line.column <= self._markers[-1][0] and (line.after_blank or not self._spaced):
            self._markers.pop()
        if _is_quote(self._all, index):
            self._draft = _Draft(BlockKind.QUOTE, len(self._markers), [line.text])
        elif self._loose and line.column and not self._markers:
            self._draft = _Draft(BlockKind.ITEM, 1, [line.text])
        else:
            self._draft = _Draft(BlockKind.PARAGRAPH, len(self._markers), [line.text])


def _are_loose_items(lines: list[Line]) -> bool:
    """Whether indented lines are items whose bullets were lost: some lines are indented, most are not."""
    indented = sum(1 for line in lines if line.column and not line.bullet)
    return 0 < indented < len(lines) / 2 + 2 and not any(line.bullet for line in lines)


def _is_quote(lines: list[Line], index: int) -> bool:
    """An attribution, what stands right over one, or a first paragraph that is all in quotation marks."""
    text = lines[index].text
    if _ATTRIBUTION.match(text):
        return True
    if index + 1 < len(lines) and _ATTRIBUTION.match(lines[index + 1].text) and not lines[index + 1].bullet:
        return True
    return index == 0 and text[0] in '"“' and text[-1] in '"”' and text.count('"') in {0, 2}
