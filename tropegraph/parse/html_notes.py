"""Footnotes of pages that a MediaWiki shows: they stand below the article, and are read where their signs are."""

from selectolax.lexbor import LexborNode

from tropegraph.model.page import SpanKind
from tropegraph.parse.html_elements import words
from tropegraph.parse.html_walk import Handler, Leave, Walk, skip

_BLOCKS = "p, ul, ol, dl, div, table, blockquote, pre"


def notes_of(article: LexborNode) -> dict[str, LexborNode]:
    """The page's notes, by the id to which their signs lead."""
    found: dict[str, LexborNode] = {}
    for item in article.css(".references li[id]"):
        text = item.css_first(".reference-text")
        for sign in item.css("a[href^='#cite_ref']") if text is None else []:
            sign.decompose()
        found.setdefault(item.attributes.get("id") or "", text or item)
    return found


def reference(notes: dict[str, LexborNode]) -> Handler:
    """What to do at a note's sign: the note stands where its first sign does, but not within another note."""

    def handler(walk: Walk, node: LexborNode) -> Leave:
        sign = node.css_first("a")
        target = (sign.attributes.get("href") or "").rpartition("#")[2] if sign else ""
        note = notes.get(target)
        if note is not None:
            walk.text.write(" ")
            leave = walk.mark(SpanKind.NOTE, note)
            if leave:
                del notes[target]
                _write_note(walk, note, leave)
        return skip

    return handler


def _write_note(walk: Walk, note: LexborNode, leave: Leave) -> None:
    """A note within the line of its sign: with its links and marks, unless it has blocks of its own."""
    if leave is skip:
        return
    if note.css_first(_BLOCKS):
        walk.text.write(words(note).lstrip("↑ "))
    else:
        walk.inside(note)
    leave()
