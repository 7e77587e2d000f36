"""An input that is one page."""

import hashlib
from collections.abc import Iterator

from tropegraph.model.addresses import page_of_url, title_of_url, wiki_of_url
from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read import path_hints
from tropegraph.read.detect import Refusal, detect, refuse_bytes
from tropegraph.read.encoding import decode
from tropegraph.read.no_pages import refuse_by_name, refuse_text
from tropegraph.read.saved import saved_from
from tropegraph.read.source import Opened, Source
from tropegraph.read.streams import whole


def read_page(opened: Opened) -> Iterator[RawPage | Finding]:
    """The page of an input, or why it is none."""
    refusal = refuse_bytes(opened.head) if opened.head else Refusal("empty-page", "is empty")
    yield from _refused(refusal, opened.source) if refusal else page_of(whole(opened.stream), opened.source)


def page_of(data: bytes, source: Source, url: str = "") -> Iterator[RawPage | Finding]:
    """The page that bytes are, or why they are none.

    Args:
        data: The bytes.
        source: Where they come from; its `path` gives hints.
        url: Address of the page, where the source knows it.
    """
    refusal = refuse_bytes(data)
    if refusal is not None:
        yield from _refused(refusal, source)
        return
    decoded = decode(data)
    format = refuse_by_name(source.path) or detect(decoded.text, path_hints.suffix(source.path))  # noqa: A001
    if format == Format.TEXT:
        format = refuse_text(decoded.text) or format  # noqa: A001
    if isinstance(format, Refusal):
        yield from _refused(format, source)
        return
    if decoded.refused:
        message = f"{source.id} was read as {decoded.encoding}, because {decoded.refused} does not fit it."
        yield Finding("encoding-guessed", source.id, "", message)
    url = url or (saved_from(decoded.text) if format == Format.HTML else "") or path_hints.url_of_path(source.path)
    name = page_of_url(url) or ("" if wiki_of_url(url) else path_hints.page_of_path(source.path))
    yield RawPage(
        id=source.id,
        text=decoded.text,
        format=format,
        title=title_of_url(url) or ("" if name else path_hints.title_of_path(source.path)),
        name=name,
        url=url if wiki_of_url(url) else "",
        origin=source.origin,
        digest=hashlib.sha256(data).hexdigest(),
    )


def _refused(refusal: Refusal, source: Source) -> Iterator[Finding]:
    yield Finding(refusal.code, source.id, "", f"{source.id} {refusal.reason}.")
