"""One walk over an article's HTML tree, from which all of its blocks come.

The walk knows how blocks, marks, lists and folders go together; what an element means is `html_elements`' business.
It keeps its own stack, so the depth of a tree has no limit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from tropegraph.model import names
from tropegraph.model.page import BlockKind, SpanKind
from tropegraph.parse.build import FOLDER_LEVEL, Outline, TextBuilder
from tropegraph.parse.html_links import link_target, link_title

_TEXT = "-text"
_MOST_OPEN = 8
"""Marks and links deeper within one another than this are only text."""

_TOGGLE_ALL = "opencloseallfolders"

Leave = Callable[[], None]
Handler = Callable[["Walk", LexborNode], Leave | None]
"""What to do at the start of an element; gives what to do at its end, or `skip`."""


Target = Callable[[dict[str, str | None], str], tuple[str, str]]
"""Where an `a` element leads, by its attributes and the page's own name: a page name, or an address, or neither."""


def skip() -> None:
    """Given by a handler whose element is left out with all that is in it."""


def _only_text(node: LexborNode) -> str | None:
    """The text of an element that holds nothing else, as most links and marks do; `None` for any other."""
    child = node.first_child
    if child is None or child.tag != _TEXT or child.next is not None:
        return None
    return child.text_content or ""


@dataclass(slots=True)
class _Place:
    """Where text goes for now.

    Args:
        kind: Kind of the next block.
        rest: Kind of the blocks after it in the same element.
        level: Their level.
        item: Level of the list item that this is part of; 0 outside of lists.
        sink: Takes the finished text instead, where it is no block like the others.
    """

    kind: BlockKind
    rest: BlockKind
    level: int = 0
    item: int = 0
    sink: Callable[[TextBuilder], None] | None = None


@dataclass(slots=True)
class _Open:
    """A mark or link that is not closed yet; a block that ends inside it splits it in two."""

    start: int
    mark: SpanKind | None = None
    page: str = ""
    url: str = ""
    token: str | None = None

    def close(self, text: TextBuilder) -> None:
        """Lay it over what was written since its start."""
        if self.mark:
            text.mark(self.start, self.mark)
        else:
            title = link_title(text.since(self.start), self.page, self.token) if self.page else ""
            text.link(self.start, page=self.page, url=self.url, title=title)


class Walk:
    """The state of one walk; handlers call its methods, each of which gives what ends the element.

    Args:
        own: The page's own name, against which a mirror's relative links are read; empty when unknown.
        handlers: What to do at an element, by tag; elements of other tags are only their text.
        target: Where an `a` element leads.
    """

    def __init__(self, own: str, handlers: Mapping[str, Handler], target: Target = link_target) -> None:
        self.own = own
        self.text = TextBuilder()
        self.outline = Outline()
        self._handlers = handlers
        self._target = target
        self._places = [_Place(BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)]
        self._open: list[_Open] = []
        self._depth = 0
        self._label: TextBuilder | None = None

    def run(self, root: LexborNode) -> None:
        """Walk all that is below `root`, in document order, and end what is open."""
        self.inside(root)
        self.flush()
        self._lone_label()

    def inside(self, root: LexborNode) -> None:
        """Walk all that is below `root`, in document order."""
        handlers = self._handlers
        stack: list[tuple[LexborNode, Leave | None]] = []
        node = root.first_child
        while node is not None:
            tag = node.tag
            if tag == _TEXT:
                self.text.write(node.text_content or "")
            else:
                handler = handlers.get(tag or "")
                leave = handler(self, node) if handler else None
                child = node.first_child if leave is not skip else None
                if child is not None:
                    stack.append((node, leave))
                    node = child
                    continue
                if leave:
                    leave()
            following = node.next
            while following is None and stack:
                node, leave = stack.pop()
                if leave:
                    leave()
                following = node.next
            node = following

    # ---- text and marks

    def flush(self) -> None:
        """End the block that is being written, if it has any text."""
        text = self.text
        if not text.here:
            return
        for entry in self._open:
            entry.close(text)
            entry.start = 0
        self.text = TextBuilder()
        self._lone_label()
        place = self._places[-1]
        if place.sink:
            place.sink(text)
        else:
            self.outline.add(text, place.kind, place.level)
            place.kind = place.rest

    def mark(self, kind: SpanKind, node: LexborNode) -> Leave | None:
        """A mark over the element's text; none where one of its kind is open already."""
        for entry in self._open:
            if entry.mark is kind:
                return None
        start, label = self.text.here, _only_text(node)
        if label is None:
            return self._opened(_Open(start, kind))
        self.text.write(label)
        self.text.mark(start, kind)
        return skip

    def link(self, node: LexborNode) -> Leave | None:
        """A link, if it leads anywhere."""
        attributes = node.attributes
        page, url = self._target(attributes, self.own)
        if not (page or url) or len(self._open) > _MOST_OPEN:
            return None
        start, label, token = self.text.here, _only_text(node), attributes.get("data-format")
        if label is None:
            return self._opened(_Open(start, None, page, url, token))
        words = self.text.write(label)
        self.text.link(start, page=page, url=url, title=link_title(words, page, token) if page else "")
        return skip

    def _opened(self, entry: _Open) -> Leave:
        self._open.append(entry)
        return self._close

    def _close(self) -> None:
        self._open.pop().close(self.text)

    # ---- blocks

    def block(self) -> Leave:
        """An element that stands apart from the text around it."""
        self.flush()
        return self.flush

    def caption(self) -> Leave:
        """The caption of an image."""
        return self._enter(_Place(BlockKind.CAPTION, BlockKind.CAPTION))

    def quote(self) -> Leave:
        """A quotation; it belongs to the item around it, or to an item of its depth before it."""
        item = self._places[-1].item
        return self._enter(_Place(BlockKind.QUOTE, BlockKind.QUOTE, item or self._depth, item))

    def indentation(self) -> Leave:
        """An indented passage, which belongs to an item as a quotation does."""
        level = self._places[-1].item or self._depth
        return self._enter(_Place(BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, level, level))

    def item(self) -> Leave:
        """A list item; what follows its first block is a paragraph beside it."""
        level = max(self._depth, 1)
        return self._enter(_Place(BlockKind.ITEM, BlockKind.PARAGRAPH, level, level))

    def list(self) -> Leave:
        """A list, or an indentation that the wiki writes as one."""
        self.flush()
        place = self._places[-1]
        place.kind = place.rest
        self._depth += 1
        return self._end_list

    def heading(self, level: int) -> Leave:
        """A heading."""
        return self._collect(lambda text: self.outline.heading(text, level))

    def folder_label(self) -> Leave:
        """The title of the folder that comes next."""
        return self._collect(self._keep_label)

    def folder(self) -> Leave:
        """The content of a folder."""
        self.flush()
        label, self._label = self._label, None
        before = len(self.outline.path)
        if label:
            self.outline.folder(label)
        return self._end_folder if len(self.outline.path) > before else self.flush

    def _enter(self, place: _Place) -> Leave:
        self.flush()
        self._places.append(place)
        return self._leave

    def _leave(self) -> None:
        self.flush()
        self._places.pop()

    def _end_list(self) -> None:
        self.flush()
        self._depth -= 1

    def _end_folder(self) -> None:
        self.flush()
        self._lone_label()
        self.outline.end_folder()

    def _collect(self, sink: Callable[[TextBuilder], None]) -> Leave:
        return self._enter(_Place(BlockKind.HEADING, BlockKind.HEADING, sink=sink))

    def _keep_label(self, text: TextBuilder) -> None:
        if names.squash(text.since(0)) != _TOGGLE_ALL:
            self._label = text

    def _lone_label(self) -> None:
        """A folder's title with text after it, and no folder, is a heading."""
        if self._label:
            self.outline.heading(self._label, FOLDER_LEVEL)
            self._label = None
