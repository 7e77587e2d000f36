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
from tropegraph.parse.aliases import without_aliases
from tropegraph.parse.build import Outline, TextBuilder
from tropegraph.parse.lines import normal_lines, without_site
from tropegraph.parse.markdown_inline import write_inline
from tropegraph.parse.noise import is_noise
from tropegraph.parse.subpages import is_medium, is_space, name_from_subpages, own_subpages
from tropegraph.parse.targets import page_of_url

_RULE = re.compile(r"\s*(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*)|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_ITEM = re.compile(r"([ \t]*)([-*+•]|\d{1,9}[.)])(?:[ \t]+(.*)|$)")
_QUOTE = re.compile(r"([ \t]*)(>(?:[ \t]?>)*)[ \t]?(.*)$")
_ROW = re.compile(r"[ \t]*\|(.*)\|[ \t]*$")
_ROW_RULE = frozenset(" |:-")
_FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,}|:{3,}|</?details\b[^<>]{0,200}>[ \t]*$)")
_SUMMARY = re.compile(r"(?:<details\b[^<>]{0,200}>[ \t]{0,9})?<summary\b[^<>]{0,200}>(.{1,200}?)</summary>$")
_FRONT = re.compile(r"---[ \t]*\n((?:[\w-]{1,40}:.{0,500}\n|[ \t]*-.{0,500}\n){1,40})---[ \t]*(?:\n|\Z)")
_FRONT_LINE = re.compile(r"(title|url|source|link):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_LONGEST_FOLDER = 80


def parse_markdown(raw: RawPage) -> Page:
    """The page that a markdown text describes, whether its links were kept or lost.

    A first heading of the first level is the page's title; so is the title of a front matter between rules, which
    may name the page's address as well.

    Args:
        raw: A page of `Format.MARKDOWN`.
    """
    front, text = _front_matter(normal_lines(raw.text))
    reader = _Reader()
    reader.read(text.split("\n"))
    blocks, aliases = without_aliases(reader.outline.blocks)
    title, stated = _named_title(without_site(reader.title or front.get("title", "")))
    url = raw.url or next((front[key] for key in ("url", "source", "link") if page_of_url(front.get(key, ""))), "")
    name = raw.name or page_of_url(url) or stated or name_from_subpages(blocks)
    return Page(
        id=raw.id,
        title=title or raw.title,
        name=name,
        kind=None,
        format=Format.MARKDOWN,
        blocks=blocks,
        aliases=aliases,
        subpages=own_subpages(blocks, name),
        url=url,
        origin=raw.origin,
        digest=raw.digest,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What a page saver wrote between two rules at the top, and the text below."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    return dict(_FRONT_LINE.findall(match[1])), text[match.end() :]


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

    def read(self, lines: list[str]) -> None:
        """Read all lines."""
        below = _next_lines(lines)
        for line, following in zip(lines, below, strict=True):
            self._line(line.replace("\t", "    "), following)
        self._flush()

    def _line(self, line: str, following: tuple[bool, str]) -> None:
        if not line.strip() or _FENCE.match(line):
            self._flush()
            self._blank = True
            return
        if not (self._structure(line) or self._item(line) or self._quote(line) or self._folder(line, following)):
            self._text(line)
        self._blank = False

    def _flush(self) -> None:
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
        self._flush()
        self._draft = _Draft(kind, level, [text])

    def _structure(self, line: str) -> bool:
        """Headings, rules and tables."""
        draft = self._draft
        underline = _UNDERLINE.match(line)
        if underline and len(draft.lines) == 1 and draft.kind is BlockKind.PARAGRAPH and _may_head(draft.lines[0]):
            draft.kind, draft.level = BlockKind.HEADING, 1 if underline[1][0] == "=" else 2
            self._flush()
        elif heading := _HEADING.match(line):
            self._start(BlockKind.HEADING, len(heading[1]), (heading[2] or "").rstrip().rstrip("#"))
            self._flush()
        elif summary := _SUMMARY.match(line.strip()):
            self._open_folder(summary[1])
            self._blank = True
        elif _RULE.match(line):
            self._flush()
            self._end_list()
        elif row := _ROW.match(line):
            self._flush()
            if not _ROW_RULE.issuperset(row[1]):
                self._start(BlockKind.PARAGRAPH, 0, " | ".join(cell.strip() for cell in row[1].split("|")))
                self._flush()
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
            self._flush()
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

    def _folder(self, line: str, following: tuple[bool, str]) -> bool:
        """A folder's title: short, indented, alone between blank lines.

        It is told by its no-break spaces or its name, else by the list at the margin below.
        """
        title = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        parted, below = following
        if len(title) > _LONGEST_FOLDER or not (self._blank and parted) or not ("\xa0" in indent or len(indent) >= 4):
            return False
        over_list = _is_title(title) and _ITEM.match(below) is not None and not below[0].isspace()
        if not ("\xa0" in indent or is_medium(title) or over_list):
            return False
        self._flush()
        if not is_noise(title):
            self._open_folder(title)
        return True

    def _open_folder(self, title: str) -> None:
        self._flush()
        self._end_list()
        builder = TextBuilder()
        write_inline(builder, title)
        self.outline.folder(builder)

    def _text(self, line: str) -> None:
        if self._blank:
            column = len(line) - len(line.lstrip())
            level = self._level_at(column)
            self._start(BlockKind.PARAGRAPH, level, line.lstrip())
        else:
            self._draft.lines.append(line.lstrip())


def _next_lines(lines: list[str]) -> list[tuple[bool, str]]:
    """For each line, whether a blank one follows it (or the end), and the next line that is not blank."""
    answers: list[tuple[bool, str]] = []
    blank, following = True, ""
    for line in reversed(lines):
        answers.append((blank, following))
        blank = not line.strip()
        following = following if blank else line
    return answers[::-1]


def _may_head(line: str) -> bool:
    """Whether an underlined line is a heading; a sentence is not, a rule stands below it."""
    return len(line) <= _LONGEST_FOLDER and "](" not in line and line.rstrip(" *_\"'")[-1:] not in set(".,;!?")


def _is_title(text: str) -> bool:
    return text[0].isupper() and text[-1] not in ".,;:!?\"'*_"
