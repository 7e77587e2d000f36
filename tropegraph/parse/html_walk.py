"""One walk over an article's HTML tree, from which all of its blocks come.

What an element means is in two tables, by tag (`_TAGS`) and by class (`_CLASSES`); an element in neither is only its
text. The walk keeps its own stack, so the depth of a tree has no limit.
"""

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from selectolax.lexbor import LexborNode

from tropegraph.model import names
from tropegraph.model.page import Block, BlockKind, SpanKind
from tropegraph.parse.build import FOLDER_LEVEL, Outline, TextBuilder
from tropegraph.parse.targets import page_of_parts, page_of_url, spelled_title

_DEEPEST_SECTION = 16
"""Folders below this depth no longer lengthen the section path: no real page has them, and paths stay short."""

_MIRRORED = re.compile(r"(?:\.\./([\w.-]+)/)?([\w-]+)\.html?(?:[?#]|$)")
_TOGGLE_ALL = "opencloseallfolders"
_PLAIN_TOKEN = re.compile(r"[^\[\]|]+$")

Leave = Callable[[], None]
Handler = Callable[["_Walk", LexborNode], Leave | None]


def blocks_of(article: LexborNode, own: str) -> tuple[Block, ...]:
    """All blocks of an article.

    Args:
        article: The element that holds the article and nothing else.
        own: The page's own name, against which a mirror's relative links are read; empty when unknown.
    """
    walk = _Walk(own)
    walk.run(article)
    return tuple(walk.outline.blocks)


def link_target(attributes: dict[str, str | None], own: str) -> tuple[str, str]:
    """Where an `a` element leads: a page name, or an address outside of the wiki, or neither.

    A mirror rewrites `href` and leaves the wiki's own address in `title`, so both are looked at.
    """
    href, title = attributes.get("href") or "", attributes.get("title") or ""
    page = page_of_url(href) or page_of_url(title) or _mirrored_page(href, own)
    outside = href if not page and href.startswith(("http://", "https://", "//")) else ""
    return page, outside


def _mirrored_page(href: str, own: str) -> str:
    """Page of a relative link between the files of a mirror, one folder a namespace."""
    match = _MIRRORED.match(href) if own else None
    return page_of_parts(match[1] or names.namespace(own), match[2]) if match else ""


def _states_title(token: str | None) -> bool:
    """Whether a link's source token is a bare page name, so that the wiki itself wrote the label: its title."""
    try:
        source = base64.b64decode(token or "", validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return False
    return bool(_PLAIN_TOKEN.match(source)) and not source.endswith("}}s")


@dataclass(slots=True)
class _Frame:
    """Where text goes for now: `write` takes the finished text, `rest` what follows it in the same element."""

    write: Callable[[TextBuilder], None]
    rest: Callable[[TextBuilder], None]


@dataclass(slots=True)
class _Open:
    """A mark or link that is not closed yet; a block that ends inside it splits it in two."""

    start: int
    close: Callable[[TextBuilder, int], None]


class _Walk:
    def __init__(self, own: str) -> None:
        self.own = own
        self.outline = Outline()
        self.text = TextBuilder()
        self.frames = [self._frame(BlockKind.PARAGRAPH, 0)]
        self.open: list[_Open] = []
        self.marks: set[SpanKind] = set()
        self.depth = 0
        self.levels = [0]
        self.label: TextBuilder | None = None

    def run(self, root: LexborNode) -> None:
        """Walk all that is below `root`, in document order."""
        stack: list[tuple[LexborNode, Leave | None]] = []
        node = root.child
        while node is not None:
            leave: Leave | None = None
            if node.is_text_node:
                self.text.write(node.text_content or "")
            elif (tag := node.tag) not in _SKIPPED:
                handler = _TAGS.get(tag or "")
                leave = handler(self, node) if handler else None
                child = node.child if leave is not _skip else None
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
        self.flush()
        self._lone_label()

    # ---- text and marks

    def flush(self) -> None:
        """End the block that is being written, if it has any text."""
        if not self.text.here:
            return
        for mark in self.open:
            mark.close(self.text, mark.start)
            mark.start = 0
        frame, text = self.frames[-1], self.text
        self.text = TextBuilder()
        write, frame.write = frame.write, frame.rest
        write(text)

    def mark(self, kind: SpanKind) -> Leave | None:
        """Open a mark; nothing to leave where one of the kind is open already."""
        if kind in self.marks:
            return None
        self.marks.add(kind)
        leave = self._opened(lambda text, start: text.mark(start, kind))

        def close() -> None:
            self.marks.discard(kind)
            leave()

        return close

    def link(self, node: LexborNode) -> Leave | None:
        """Open a link."""
        attributes = node.attributes
        page, url = link_target(attributes, self.own)
        if not page and not url:
            return None
        token = attributes.get("data-format")

        def close(text: TextBuilder, start: int) -> None:
            label = text.since(start) if page else ""
            title = spelled_title(label, page) or (label if label and _states_title(token) else "")
            text.link(start, page=page, url=url, title=title)

        return self._opened(close)

    def _opened(self, close: Callable[[TextBuilder, int], None]) -> Leave:
        entry = _Open(self.text.here, close)
        self.open.append(entry)

        def leave() -> None:
            self.open.remove(entry)
            close(self.text, entry.start)

        return leave

    # ---- blocks

    def block(self) -> Leave:
        """An element that stands apart from the text around it."""
        self.flush()
        return self.flush

    def framed(self, kind: BlockKind, level: int) -> Leave:
        """An element whose text is a block of its own kind; text after its first block is a paragraph beside it."""
        self.flush()
        rest = BlockKind.PARAGRAPH if kind is BlockKind.ITEM else kind
        self.frames.append(self._frame(kind, level, rest))
        return self._unframe

    def list(self) -> Leave:
        """A list, or an indentation that the wiki writes as one."""
        self.flush()
        self.frames[-1].write = self.frames[-1].rest
        self.depth += 1

        def leave() -> None:
            self.flush()
            self.depth -= 1

        return leave

    def item(self) -> Leave:
        """A list item."""
        return self._levelled(BlockKind.ITEM, max(self.depth, 1))

    def indentation(self) -> Leave:
        """An indented passage: it belongs to the item around it, or to an item of its depth before it."""
        return self._levelled(BlockKind.PARAGRAPH, self.levels[-1] or self.depth)

    def heading(self, level: int) -> Leave:
        """A heading."""
        return self._collected(lambda text: self.outline.heading(text, level))

    def folder_label(self) -> Leave:
        """The title of the folder that comes next."""
        self.flush()
        self._lone_label()
        return self._collected(self._keep_label)

    def folder(self) -> Leave:
        """The content of a folder."""
        self.flush()
        label, self.label = self.label, None
        before = len(self.outline.path)
        if label and before < _DEEPEST_SECTION:
            self.outline.folder(label)
        entered = len(self.outline.path) > before

        def leave() -> None:
            self.flush()
            self._lone_label()
            if entered:
                self.outline.end_folder()

        return leave

    def _levelled(self, kind: BlockKind, level: int) -> Leave:
        leave = self.framed(kind, level)
        self.levels.append(level)

        def end() -> None:
            leave()
            self.levels.pop()

        return end

    def _frame(self, kind: BlockKind, level: int, rest: BlockKind | None = None) -> _Frame:
        write = partial(self._add, kind=kind, level=level)
        return _Frame(write, partial(self._add, kind=rest, level=level) if rest else write)

    def _add(self, text: TextBuilder, kind: BlockKind, level: int) -> None:
        self.outline.add(text, kind, level)

    def _unframe(self) -> None:
        self.flush()
        self.frames.pop()

    def _collected(self, write: Callable[[TextBuilder], None]) -> Leave:
        self.flush()
        self.frames.append(_Frame(write, write))
        return self._unframe

    def _keep_label(self, text: TextBuilder) -> None:
        if names.squash(text.since(0)) != _TOGGLE_ALL:
            self.label = text

    def _lone_label(self) -> None:
        """A folder's title without a folder after it is a heading."""
        if self.label:
            self.outline.heading(self.label, FOLDER_LEVEL)
            self.label = None


def _skip() -> None:
    """Returned by a handler whose element is left out with all that is in it."""


def _note_label(walk: _Walk, node: LexborNode) -> Leave | None:
    return _skip if names.squash(node.text()) in {"", "note"} else None


def _break(walk: _Walk, node: LexborNode) -> None:
    walk.text.hard_break()


def _by_class(walk: _Walk, node: LexborNode) -> Leave | None:
    for name in (node.attributes.get("class") or "").split():
        if name in _CLASSES:
            return _CLASSES[name](walk, node)
    return walk.block() if node.tag == "div" else None


def _block(walk: _Walk, node: LexborNode) -> Leave:
    return walk.block()


def _list(walk: _Walk, node: LexborNode) -> Leave:
    return walk.list()


def _caption(walk: _Walk, node: LexborNode) -> Leave:
    return walk.framed(BlockKind.CAPTION, 0)


def _quote(walk: _Walk, node: LexborNode) -> Leave:
    return walk.framed(BlockKind.QUOTE, walk.levels[-1] or walk.depth)


def _marked(kind: SpanKind) -> Handler:
    return lambda walk, node: walk.mark(kind)


def _heading(level: int) -> Handler:
    return lambda walk, node: walk.heading(level)


_SKIPPED = frozenset(
    "-comment script style noscript iframe video audio object embed svg canvas button form select option textarea "
    "input template nav map img".split()
)
"""Elements that hold no text of the article."""

_CLASSES: dict[str, Handler] = {
    "folderlabel": lambda walk, node: walk.folder_label(),
    "folder": lambda walk, node: walk.folder(),
    "indent": _quote,
    "acaptionright": _caption,
    "acaptionleft": _caption,
    "acaptioncenter": _caption,
    "spoiler": _marked(SpanKind.SPOILER),
    "notelabel": _note_label,
    "inlinefolder": _marked(SpanKind.NOTE),
    "proper-ad-unit": lambda walk, node: _skip,
    "square_ad": lambda walk, node: _skip,
    "dfpBox": lambda walk, node: _skip,
}
"""What a class of the wiki's own means; the first class of an element that is in the table counts."""

_TAGS: dict[str, Handler] = {
    "div": _by_class,
    "span": _by_class,
    "a": lambda walk, node: walk.link(node),
    "em": _marked(SpanKind.ITALIC),
    "i": _marked(SpanKind.ITALIC),
    "cite": _marked(SpanKind.ITALIC),
    "strong": _marked(SpanKind.BOLD),
    "b": _marked(SpanKind.BOLD),
    "br": _break,
    "li": lambda walk, node: walk.item(),
    "ul": _list,
    "ol": _list,
    "dl": _list,
    "dd": lambda walk, node: walk.indentation(),
    "dt": _block,
    "blockquote": _quote,
    **dict.fromkeys("p hr pre center table thead tbody tfoot tr td th section article header footer".split(), _block),
    **{f"h{level}": _heading(level) for level in range(1, 7)},
}
"""What a tag means."""
