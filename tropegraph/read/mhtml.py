"""Pages that a browser saved as one file (MHTML: RFC 2557, a message with the page and its pictures as parts)."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read.pages import page_of
from tropegraph.read.source import Opened
from tropegraph.read.streams import MOST_HELD, whole

_HEAD = 8_192
_FIRST = re.compile(rb"\s{0,20}[A-Za-z][A-Za-z-]{1,60}:[ \t]")
_RELATED = re.compile(rb"^content-type:\s{0,20}multipart/related", re.IGNORECASE | re.MULTILINE)
_PLACES = ("Content-Location", "Snapshot-Content-Location")


def is_mhtml(head: bytes) -> bool:
    """Whether bytes begin a message of parts that belong together."""
    return bool(_FIRST.match(head)) and bool(_RELATED.search(head[:_HEAD]))


def read_mhtml(opened: Opened) -> Iterator[RawPage | Finding]:
    """The page of an MHTML file: its first part in HTML; frames and pictures are left out.

    Raises:
        OSError: It holds no part in HTML, or its parts lie in one another without end.
    """
    try:
        message = message_from_bytes(whole(opened.stream, MOST_HELD))
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError as error:
        raise OSError("its parts are nested too deeply") from error
    body = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(body, bytes):
        raise OSError("it holds no page in HTML")
    yield from page_of(body, opened.source, _address(page, message))


def _address(page: Message, message: Message) -> str:
    stated = (str(part.get(place, "")).strip() for part in (page, message) for place in _PLACES)
    return next(filter(None, stated), "")
