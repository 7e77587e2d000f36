"""The bracket directives of TV Tropes source: one table, after the wiki's page "Text Formatting Rules"."""

from dataclasses import dataclass
from enum import Enum, auto

from tropegraph.model.page import SpanKind


class Action(Enum):
    """What becomes of a directive's inside."""

    TEXT = auto()
    MARK = auto()
    CAPTION = auto()
    FOLDER = auto()
    HEADING = auto()
    LABEL = auto()
    REDIRECT = auto()
    TITLE = auto()


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive `[[name:argument:inside]]`.

    Args:
        action: What becomes of its inside.
        arguments: How many arguments may stand before the inside.
        mark: The mark it lays over its inside.
    """

    action: Action
    arguments: int = 0
    mark: SpanKind | None = None


_TEXT = (
    "ac an b bigger blue bold c center centre cyan dim fluff green gray grey hang i indent invis invisible italic "
    "just justify left monospace navy noindent nowiki orange pink purple red right s small smallcaps smaller strike "
    "sub subscript sup super superscript teal u underline white wmg yellow"
).split()
_TEXT_WITH_ARGUMENT = "bg bgcolor color colour font size style anchor".split()
_CAPTIONS = "image img quoteleft quoteright quotecenter".split()
_CAPTIONS_WITH_WIDTH = (
    "caption caption-width caption-width-left caption-width-right floatbox floatboxleft floatboxright floatboxcustom"
).split()

DIRECTIVES: dict[str, Directive] = {
    **{name: Directive(Action.TEXT) for name in _TEXT},
    **{name: Directive(Action.TEXT, 1) for name in _TEXT_WITH_ARGUMENT},
    **{name: Directive(Action.CAPTION, 1) for name in (*_CAPTIONS, *_CAPTIONS_WITH_WIDTH)},
    "ac": Directive(Action.HEADING),
    "folder": Directive(Action.FOLDER),
    "labelnote": Directive(Action.LABEL),
    "redirect": Directive(Action.REDIRECT),
    "spoiler": Directive(Action.MARK, mark=SpanKind.SPOILER),
    "title": Directive(Action.TITLE),
}
"""Directives with an inside, by lower-case name."""

SILENT_TAGS = frozenset(
    "foldercontrol index /index softsplit noreallife music nosubpage noexamples quoteblock /quoteblock sortable "
    "dropdown /dropdown toggle /toggle ptitle tablesort br clear random spoilerwarning".split()
)
"""Tags that stand alone and leave nothing to read."""

BREAK_TAGS = frozenset({"hardline", "softbreak", "newline"})
"""Tags that break the line."""
