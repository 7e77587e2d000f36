"""Archives of crawls: WARC (pages with their headers) and WET (their text only), ISO 28500 (extra `crawls`)."""

import contextlib
import io
from collections import Counter
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
    """The pages of trope wikis in a crawl; records that are passed over are counted in a finding a reason.

    Raises:
        OSError: The file is damaged, or warcio is not installed.
    """
    library = needed("warcio.archiveiterator", "crawls", "crawls in WARC")
    errors = needed("warcio.exceptions", "crawls", "crawls in WARC")
    passed: Counter[str] = Counter()
    try:
        archive = library.ArchiveIterator(opened.stream)
        for record in _records(archive):
            url = record.rec_headers.get_header("WARC-Target-URI", "").strip("<>")
            if not wiki_of_url(url):
                passed["other"] += 1
            elif _is_page(record):
                yield from _page(record, url, opened)
            else:
                passed["no page"] += 1
    except (errors.ArchiveLoadFailed, ValueError, AttributeError) as error:
        raise OSError("the crawl's file is damaged") from error
    yield from _passed_over(opened.source.id, passed["other"], passed["no page"], archive.err_count)


def _records(archive: Any) -> Iterator[Any]:
    """Records that may hold a page; what the library says on standard error of bad ones is in its count."""
    with contextlib.redirect_stderr(io.StringIO()):
        record = next(archive, None)
    while record is not None:
        if record.rec_type in _KINDS:
            yield record
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(archive, None)


def _passed_over(id: str, others: int, no_pages: int, bad: int) -> Iterator[Finding]:  # noqa: A002
    yield from of_other_sites(id, others)
    if no_pages:
        message = f"{no_pages} records of {id} are no pages: pictures, redirects, pages that were not found."
        yield Finding("not-an-article", id, "", message)
    if bad:
        yield Finding("bad-record", id, "", f"{bad} records of {id} are longer than they say; the rest was left out.")


def _is_page(record: Any) -> bool:
    """Whether a record holds a text that was found: no picture, no redirect, no error."""
    headers = record.http_headers
    kind = (headers or record.rec_headers).get_header("Content-Type", "") or ""
    return (not headers or headers.get_statuscode() == _FOUND) and kind.lower().startswith(_TEXTS)


def _page(record: Any, url: str, opened: Opened) -> Iterator[RawPage | Finding]:
    source = opened.source
    place = replace(source, id=f"{source.id}!{url}", origin=f"{source.origin}!{url}", path=url)
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            data = whole(record.content_stream())
    except TooMuchError as error:
        yield Finding("unreadable", place.id, "", f"{place.id} could not be read: {error}.")
        return
    yield from page_of(data, place, url)
