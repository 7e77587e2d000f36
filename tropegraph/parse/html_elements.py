"""What the elements of the wiki's HTML mean, in two tables: by tag (`_TAGS`) and by class (`_CLASSES`)."""

from selectolax.lexbor import LexborNode

from tropegraph.model import names
from tropegraph.model.page import Block, SpanKind
from tropegraph.parse.html_walk import Handler, Leave, Walk, skip

_LABEL_DEPTH = 4


def blocks_of(article: LexborNode, own: str) -> tuple[Block, ...]:
    """All blocks of an article.

    Args:
        article: The element that holds the article and nothing else.
        own: The page's own name, against which a mirror's relative links are read; empty when unknown.
    """
    walk = Walk(own, _TAGS)
    walk.run(article)
    return tuple(walk.outline.blocks)


def _left_out(walk: Walk, node: LexborNode) -> Leave:
    return skip


def _note_label(walk: Walk, node: LexborNode) -> Leave | None:
    """The label of a note: only one that says more than "note" is text. It is set apart from the word before."""
    walk.text.write(" ")
    return skip if names.squash(_first_text(node)) in {"", "note"} else None


def _first_text(node: LexborNode) -> str:
    """The text that an element begins with; only a few elements down, lest deep trees be walked over and over."""
    inner: LexborNode | None = node
    for _ in range(_LABEL_DEPTH):
        if inner is None or inner.is_text_node:
            break
        inner = inner.first_child
    return (inner.text_content or "") if inner is not None and inner.is_text_node else ""


def _is_blank(node: LexborNode) -> bool:
    child = node.first_child
    return child is None or (child.next is None and child.is_text_node and not (child.text_content or "").strip())


def _note(walk: Walk, node: LexborNode) -> Leave | None:
    """A note in place, set apart from its label or the word before."""
    walk.text.write(" ")
    return walk.mark(SpanKind.NOTE)


def _break(walk: Walk, node: LexborNode) -> None:
    walk.text.hard_break()


def _by_class(walk: Walk, node: LexborNode) -> Leave | None:
    for name in (node.attributes.get("class") or "").split():
        if name in _CLASSES:
            return _CLASSES[name](walk, node)
    return walk.block() if node.tag == "div" else None


def _block(walk: Walk, node: LexborNode) -> Leave:
    return walk.block()


def _cell(walk: Walk, node: LexborNode) -> None:
    """A table's cell; a row is one block, with bars between those of its cells that hold something."""
    if walk.text.here and not _is_blank(node):
        walk.text.write(" | ")


def _list(walk: Walk, node: LexborNode) -> Leave:
    return walk.list()


def _caption(walk: Walk, node: LexborNode) -> Leave:
    return walk.caption()


def _quote(walk: Walk, node: LexborNode) -> Leave:
    return walk.quote()


def _marked(kind: SpanKind) -> Handler:
    return lambda walk, node: walk.mark(kind)


def _heading(level: int) -> Handler:
    return lambda walk, node: walk.heading(level)


_LEFT_OUT = (
    "-comment script style noscript iframe video audio object embed svg canvas button form select option textarea "
    "input template nav map img"
).split()
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
    "inlinefolder": _note,
    "proper-ad-unit": _left_out,
    "square_ad": _left_out,
    "dfpBox": _left_out,
}
"""What a class of the wiki's own means; the first class of an element that is in the table counts."""

_TAGS: dict[str, Handler] = {
    **dict.fromkeys(_LEFT_OUT, _left_out),
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
    "td": _cell,
    "th": _cell,
    "blockquote": _quote,
    **dict.fromkeys("p hr pre center table thead tbody tfoot tr section article header footer".split(), _block),
    **{f"h{level}": _heading(level) for level in range(1, 7)},
}
"""What a tag means."""
