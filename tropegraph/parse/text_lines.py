"""Lines of plain text: their bullets and columns, without what a wiki's pages have around their articles."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from tropegraph.parse.noise import is_noise, is_tab
from tropegraph.parse.subpages import is_medium

_BULLET = re.compile(r"([•●▪■◦○‣⁃∙*+–-]|\d{1,3}(?:[.)]{1,2}))[ \t]+(?=\S)|([•●▪■◦○‣⁃∙])(?=\S)")
_EDIT = re.compile(r"\[\s?(?:edit|edit source|hide|show)(?:\s?\|[^\[\]]{0,40})?\s?\]$", re.IGNORECASE)
_RARE_BULLET = re.compile(r"[ \t]*(?:(--?|—|·|►|▶|➤|\*|>)[ \t]*(?=[^\s>*—-])|(o)[ \t]+(?=[A-Z\"“]))", re.MULTILINE)
_ENOUGH_RARE = 5
"""Lines that begin so before a sign which has other uses, too, is held to be a text's bullet."""

_HEADING = re.compile(r"(={2,6})\s*([^\s=][^=]{0,118}?)\s*\1")
_CONTENTS = re.compile(r"(?:table of )?contents$", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+\S.{0,100}$")
_NOTE_LABEL = re.compile(r"note(?:(?<=\Snote)|(?<=\S note))(?:\xa0[ ]?|[ ]{2,5})(?=\S)")


class Line(NamedTuple):
    """A line: its words, the bullet before them, its column, whether a blank line or the start precedes it, its level.

    The level is that of a heading which says so itself (`== Film ==`, as plain-text extracts of MediaWiki pages keep
    them), else 0.
    """

    text: str
    bullet: str
    column: int
    after_blank: bool
    level: int = 0


def text_lines(text: str) -> list[Line]:
    """The lines that hold text, furniture left out.

    Args:
        text: Plain text with newlines as line ends.
    """
    text = _NOTE_LABEL.sub(" ", text.replace('\\"', '"'))
    rows = text.split("\n")
    rare = _rare_bullets(rows)
    lines: list[Line] = []
    blank = True
    for raw in _without_contents(rows):
        line = _line(_without_edit(raw.expandtabs(4).rstrip()), blank, rare)
        if line is not None and not is_noise(line.text):
            lines.append(line)
        blank = line is None
    return _without_tabs(lines)


def _rare_bullets(rows: list[str]) -> frozenset[str]:
    """The signs that make bullets in this text, though they mostly have other uses; a dash below a quote has one."""
    lines = [row.strip() for row in rows if row.strip()]
    begun = Counter(
        match[1] or match[2]
        for above, line in pairwise(["", *lines])
        if (match := _RARE_BULLET.match(line)) and not above.endswith(('"', "”"))
    )
    return frozenset(sign for sign, count in begun.items() if count >= _ENOUGH_RARE)


def _line(raw: str, after_blank: bool, rare: frozenset[str]) -> Line | None:
    words = raw.strip()
    if not words:
        return None
    if heading := _HEADING.fullmatch(words):
        return Line(heading[2], "", 0, after_blank, len(heading[1]))
    bullet = _BULLET.match(words) or (_RARE_BULLET.match(words) if rare else None)
    sign = (bullet[1] or bullet[2]) if bullet else ""
    if bullet and bullet.re is _RARE_BULLET and sign not in rare:
        bullet, sign = None, ""
    return Line(words[bullet.end() :] if bullet else words, sign, len(raw) - len(raw.lstrip()), after_blank)


def _without_edit(line: str) -> str:
    """A line less the edit link behind a heading."""
    return _EDIT.sub("", line).rstrip() if line.endswith("]") else line


def _without_contents(lines: list[str]) -> Iterator[str]:
    """The lines less a table of contents: its heading, and the numbered lines right below."""
    inside = False
    for line in lines:
        words = _without_edit(line.strip())
        inside = bool(_CONTENTS.match(words)) or (inside and (not words or bool(_CONTENTS_LINE.match(words))))
        if not inside:
            yield line


def _without_tabs(lines: list[Line]) -> list[Line]:
    """The lines less columns of a page's tabs: three or more names of tabs, one a line."""
    kept: list[Line] = []
    for tabs, group in groupby(lines, key=lambda line: is_tab(line.text) and not is_medium(line.text)):
        run = list(group)
        kept += [] if tabs and len(run) > 2 else run
    return kept
