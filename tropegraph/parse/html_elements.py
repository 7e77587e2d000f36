"""What the elements of the wiki's HTML mean, in two tables: by tag (`TAGS`) and by class (`CLASSES`)."""

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from tropegraph.model import names
from tropegraph.model.page import Block, SpanKind
from tropegraph.parse.html_links import link_target
from tropegraph.parse.html_walk import Handler, Leave, Target, Walk, skip

_LABEL_DEPTH = 4


def blocks_of(
    article: LexborNode, own: str, handlers: Mapping[str, Handler] | None = None, target: Target = link_target
) -> tuple[Block, ...]:
    """All blocks of an article.

    Args:
        article: The element that holds the article and nothing else.
        own: The page's own name, against which a mirror's relative links are read; empty when unknown.
        handlers: What to do at an element, by tag; `TAGS` where it is left out.
        target: Where an `a` element leads.
    """
    walk = Walk(own, TAGS if handlers is None else handlers, target)
    walk.run(article)
    return tuple(walk.outline.blocks)


def words(node: LexborNode) -> str:
    """All text of an element in one line."""
    return " ".join((node.text() or "").split())


def left_out(walk: Walk, node: LexborNode) -> Leave:
    """An element that is no part of the article."""
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
    return walk.mark(SpanKind.NOTE, node)


def _break(walk: Walk, node: LexborNode) -> None:
    walk.text.hard_break()


def by_class(classes: Mapping[str, Handler]) -> Handler:
    """A handler that does what the first class of an element that is in a table says; without any, a div is a block."""

    def handler(walk: Walk, node: LexborNode) -> Leave | None:
        for name in (node.attributes.get("class") or "").split():
            if name in classes:
                return classes[name](walk, node)
        return walk.block() if node.tag == "div" else None

    return handler


def _block(walk: Walk, node: LexborNode) -> Leave:
    return walk.block()


def _cell(walk: Walk, node: LexborNode) -> None:
    """A table's cell; a row is one block, with bars between those of its cells that hold something."""
    if walk.text.here and not _is_blank(node):
        walk.text.write(" | ")


def _list(walk: Walk, node: LexborNode) -> Leave:
    return walk.list()


def caption(walk: Walk, node: LexborNode) -> Leave:
    """The caption of a picture."""
    return walk.caption()


def quote(walk: Walk, node: LexborNode) -> Leave:
    """A quotation."""
    return walk.quote()


def _marked(kind: SpanKind) -> Handler:
    return lambda walk, node: walk.mark(kind, node)


def _heading(level: int) -> Handler:
    return lambda walk, node: walk.heading(level)


_LEFT_OUT = (
    "-comment script style noscript iframe video audio object embed svg canvas button form select option textarea "
    "input template nav map img"
).split()
"""Elements that hold no text of the article."""

CLASSES: dict[str, Handler] = {
    "folderlabel": lambda walk, node: walk.folder_label(),
    "folder": lambda walk, node: walk.folder(),
    "indent": quote,
    "acaptionright": caption,
    "acaptionleft": caption,
    "acaptioncenter": caption,
    "spoiler": _marked(SpanKind.SPOILER),
    "notelabel": _note_label,
    "inlinefolder": _note,
    "proper-ad-unit": left_out,
    "square_ad": left_out,
    "dfpBox": left_out,
}
"""What a class of the wiki's own means; the first class of an element that is in the table counts."""

TAGS: dict[str, Handler] = {
    **dict.fromkeys(_LEFT_OUT, left_out),
    "div": by_class(CLASSES),
    "span": by_class(CLASSES),
    "a": Walk.link,
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
    "blockquote": quote,
    **dict.fromkeys("p hr pre center table thead tbody tfoot tr section article header footer".split(), _block),
    **{f"h{level}": _heading(level) for level in range(1, 7)},
}
"""What a tag means."""
