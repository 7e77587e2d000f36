"""ZIM files, in which Kiwix publishes whole wikis (extra `zim`). Redirects become pages that only lead on."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read.extras import needed
from tropegraph.read.pages import page_of
from tropegraph.read.source import Opened
from tropegraph.read.streams import MOST_OF_A_PAGE

_MAGIC = b"ZIM\x04"
_HTML = "text/html"
_HOME = frozenset({"mainPage", "index"})


def is_zim(head: bytes) -> bool:
    """Whether bytes begin a ZIM file."""
    return head.startswith(_MAGIC)


def read_zim(opened: Opened) -> Iterator[RawPage | Finding]:
    """The pages and redirects of a ZIM file, in its order.

    Raises:
        OSError: The file is damaged or packed into another one, or libzim is not installed.
    """
    library = needed("libzim.reader", "zim", "ZIM files")
    if opened.source.file is None or not opened.stream.seekable():
        raise OSError("a ZIM file is read only where it lies on disk by itself; unpack it first")
    try:
        archive = library.Archive(opened.source.file)
        for number in range(archive.all_entry_count):
            yield from _entry(archive._get_entry_by_id(number), opened)
    except RuntimeError as error:
        raise OSError("the ZIM file is damaged") from error


def _entry(entry: Any, opened: Opened) -> Iterator[RawPage | Finding]:
    source = opened.source
    place = replace(source, id=f"{source.id}!{entry.path}", origin=f"{source.origin}!{entry.path}", path=entry.path)
    if entry.path in _HOME:
        return
    if entry.is_redirect:
        yield _redirect(entry, place.id, place.origin)
        return
    item = entry.get_item()
    if not item.mimetype.startswith(_HTML):
        return
    if item.size > MOST_OF_A_PAGE:
        yield Finding("unreadable", place.id, "", f"{place.id} is longer than any page.")
        return
    for found in page_of(bytes(item.content), place):
        yield replace(found, name="", title=entry.title) if isinstance(found, RawPage) else found


def _redirect(entry: Any, id: str, origin: str) -> RawPage:  # noqa: A002
    text = f"#REDIRECT [[{entry.get_redirect_entry().title}]]"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return RawPage(id, text, Format.MEDIAWIKI, title=entry.title, origin=origin, digest=digest)
