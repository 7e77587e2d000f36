"""Markdown of trope pages to a `Page`: what page savers and feature-rich copies make of a wiki page.

An own line parser rather than a CommonMark library: what matters here is what CommonMark has no word for. A folder is
a short line behind four spaces or no-break spaces (code, to CommonMark), a quotation is an indented paragraph of its
list item, lists nest by any step of indentation, and notes stand in double round brackets. Offsets of links and marks
over the finished text would have to be rebuilt from a library's tree as well.
"""

import re
from dataclasses import dataclass, field

from tropegraph.model import names
from tropegraph.model.page import BlockKind, Format, Page, RawPage
from tropegraph.parse.build import Outline, TextBuilder
from tropegraph.parse.lines import normal_lines
from tropegraph.parse.markdown_inline import write_inline
from tropegraph.parse.noise import is_noise
from tropegraph.parse.subpages import is_medium, is_space, name_from_subpages, own_subpages

_RULE = re.compile(r"\s*(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_ITEM = re.compile(r"([ \t]*)([-*+•]|\d{1,9}[.)])(?:[ \t]+(.*)|$)")
_QUOTE = re.compile(r"([ \t]*)(>(?:[ \t]?>)*)[ \t]?(.*)$")
_ROW = re.compile(r"[ \t]*\|(.*)\|[ \t]*$")
_ROW_RULE = re.compile(r"[ \t]*\|?[ \t:|-]*-{3}[ \t:|-]*$")
_FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})")
_FOLDER = re.compile(r"(?=[ \t]*\xa0|\s{4})\s+(\S[^\n]*?)\s*$")
_LONGEST_FOLDER = 80


def parse_markdown(raw: RawPage) -> Page:
    """The page that a markdown text describes, whether its links were kept or lost.

    A first heading of the first level is the page's title.

    Args:
        raw: A page of `Format.MARKDOWN`.
    """
    reader = _Reader()
    lines = normal_lines(raw.text).split("\n")
    for index, line in enumerate(lines):
        reader.line(line, lines[index + 1] if index + 1 < len(lines) else "")
    reader.flush()
    blocks = tuple(reader.outline.blocks)
    title, stated = _named_title(reader.title)
    name = raw.name or stated or name_from_subpages(blocks)
    return Page(
        id=raw.id,
        title=title or raw.title,
        name=name,
        kind=None,
        format=Format.MARKDOWN,
        blocks=blocks,
        subpages=own_subpages(blocks, name),
        url=raw.url,
        origin=raw.origin,
        digest=raw.digest,
    )


def _named_title(title: str) -> tuple[str, str]:
    """Title and page name of a heading such as "Film / Some Title", as the wiki shows it over a page."""
    space, slash, rest = title.partition(" / ")
    if slash and is_space(names.camel(space)):
        return rest.strip(), names.page_name(rest, names.camel(space))
    return title, ""


@dataclass(slots=True)
class _Draft:
    """A block in the making: its kind and its lines of markdown."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    lines: list[str] = field(default_factory=list)


class _Reader:
    """The state of one pass over the lines."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.title = ""
        self._draft = _Draft()
        self._markers: list[int] = []
        self._blank = True

    def line(self, line: str, following: str) -> None:
        """Read one line; `following` is the next one."""
        line = line.replace("\t", "    ")
        if not line.strip() or _FENCE.match(line):
            self.flush()
            self._blank = True
            return
        if not (self._structure(line) or self._item(line) or self._quote(line) or self._folder(line, following)):
            self._text(line)
        self._blank = False

    def flush(self) -> None:
        """End the present block."""
        draft, self._draft = self._draft, _Draft()
        if not draft.lines:
            return
        builder = TextBuilder()
        write_inline(builder, "\n".join(draft.lines))
        if draft.kind is BlockKind.HEADING:
            self._head(builder, draft.level)
        elif not is_noise(builder.since(0)):
            self.outline.add(builder, draft.kind, draft.level)

    def _head(self, builder: TextBuilder, level: int) -> None:
        self._end_list()
        if level == 1 and not self.title and not self.outline.blocks:
            self.title = builder.since(0)
        else:
            self.outline.heading(builder, level)

    def _end_list(self) -> None:
        self.outline.end_folder()
        self._markers.clear()

    def _start(self, kind: BlockKind, level: int, text: str) -> None:
        self.flush()
        self._draft = _Draft(kind, level, [text])

    def _structure(self, line: str) -> bool:
        """Headings, rules and tables."""
        draft = self._draft
        underline = _UNDERLINE.match(line)
        if underline and len(draft.lines) == 1 and draft.kind is BlockKind.PARAGRAPH and _may_head(draft.lines[0]):
            draft.kind, draft.level = BlockKind.HEADING, 1 if underline[1][0] == "=" else 2
            self.flush()
        elif heading := _HEADING.match(line):
            self._start(BlockKind.HEADING, len(heading[1]), heading[2] or "")
            self.flush()
        elif _RULE.match(line):
            self.flush()
            self._end_list()
        elif row := _ROW.match(line):
            self.flush()
            if not _ROW_RULE.match(line):
                self._start(BlockKind.PARAGRAPH, 0, " | ".join(cell.strip() for cell in row[1].split("|")))
                self.flush()
        else:
            return False
        return True

    def _item(self, line: str) -> bool:
        match = _ITEM.match(line)
        if match is None or self._is_running_text(match[2]):
            return False
        column = len(match[1])
        while self._markers and column < self._markers[-1] + 2:
            self._markers.pop()
        self._markers.append(column)
        self._start(BlockKind.ITEM, len(self._markers), match[3] or "")
        return True

    def _is_running_text(self, marker: str) -> bool:
        """A number that only happens to begin a line of a paragraph, as in a list of years."""
        return marker[0].isdigit() and bool(self._draft.lines) and not self._markers and marker[:-1] != "1"

    def _quote(self, line: str) -> bool:
        match = _QUOTE.match(line)
        if match is None:
            return False
        goes_on = self._draft.kind is BlockKind.QUOTE and self._draft.lines and not self._blank
        if not match[3].strip():
            self.flush()
        elif goes_on and not match[3].lstrip().startswith("—"):
            self._draft.lines.append(match[3])
        else:
            level = self._level_at(len(match[1])) if self._blank or match[1] else len(self._markers)
            self._start(BlockKind.QUOTE, level, match[3])
        return True

    def _level_at(self, column: int) -> int:
        """Depth of the list item that a block indented by `column` belongs to; deeper items end."""
        while self._markers and column <= self._markers[-1]:
            self._markers.pop()
        return len(self._markers)

    def _folder(self, line: str, following: str) -> bool:
        match = _FOLDER.match(line)
        if match is None or not self._blank or following.strip() or len(match[1]) > _LONGEST_FOLDER:
            return False
        hard_spaces = "\xa0" in line[: match.start(1)]
        if not hard_spaces and (self._markers or not _is_title(match[1])) and not is_medium(match[1]):
            return False
        self.flush()
        if is_noise(match[1]):
            return True
        self._end_list()
        builder = TextBuilder()
        write_inline(builder, match[1])
        self.outline.folder(builder)
        return True

    def _text(self, line: str) -> None:
        if self._blank:
            column = len(line) - len(line.lstrip())
            level = self._level_at(column)
            self._start(BlockKind.PARAGRAPH, level, line.lstrip())
        else:
            self._draft.lines.append(line.lstrip())


def _may_head(line: str) -> bool:
    """Whether an underlined line is a heading; a sentence is not, a rule stands below it."""
    return len(line) <= _LONGEST_FOLDER and "](" not in line and line.rstrip(" *_\"'")[-1:] not in set(".,;!?")


def _is_title(text: str) -> bool:
    return text[0].isupper() and text[-1] not in ".,;:!?\"'*_"
