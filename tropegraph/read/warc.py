"""Archives of crawls: WARC (pages with their headers) and WET (their text only), ISO 28500 (extra `crawls`)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tropegraph.model.addresses import wiki_of_url
from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read.extras import needed
from tropegraph.read.pages import page_of
from tropegraph.read.source import Opened
from tropegraph.read.streams import TooMuchError, whole
from tropegraph.read.tables import of_other_sites

_BEGIN = b"WARC/"
_KINDS = frozenset({"response", "resource", "conversion"})
_TEXTS = ("text/", "application/xhtml", "application/http")
_FOUND = "200"


def is_warc(head: bytes) -> bool:
    """Whether bytes begin a WARC or WET file."""
    return head.startswith(_BEGIN)


def read_warc(opened: Opened) -> Iterator[RawPage | Finding]:
    """The pages of trope wikis in a crawl; records of other sites are counted in one finding.

    Raises:
        OSError: The file is damaged, or warcio is not installed.
    """
    library = needed("warcio.archiveiterator", "crawls", "crawls in WARC")
    errors = needed("warcio.exceptions", "crawls", "crawls in WARC")
    others = 0
    try:
        for record in library.ArchiveIterator(opened.stream):
            url = record.rec_headers.get_header("WARC-Target-URI", "").strip("<>")
            if record.rec_type not in _KINDS:
                continue
            if not wiki_of_url(url):
                others += 1
            elif _is_page(record):
                yield from _page(record, url, opened)
    except (errors.ArchiveLoadFailed, ValueError, AttributeError) as error:
        raise OSError("the crawl's file is damaged") from error
    yield from of_other_sites(opened.source.id, others)


def _is_page(record: Any) -> bool:
    """Whether a record holds a text that was found: no picture, no redirect, no error."""
    headers = record.http_headers
    kind = (headers or record.rec_headers).get_header("Content-Type", "") or ""
    return (not headers or headers.get_statuscode() == _FOUND) and kind.lower().startswith(_TEXTS)


def _page(record: Any, url: str, opened: Opened) -> Iterator[RawPage | Finding]:
    source = opened.source
    place = replace(source, id=f"{source.id}!{url}", origin=f"{source.origin}!{url}", path=url)
    try:
        data = whole(record.content_stream())
    except TooMuchError as error:
        yield Finding("unreadable", place.id, "", f"{place.id} could not be read: {error}.")
        return
    yield from page_of(data, place, url)
