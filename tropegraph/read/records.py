"""A page as a record of a table: which column holds what, by the names that published crawls give them."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from tropegraph.model.addresses import page_of_url, title_of_url, wiki_of_url
from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read.detect import Refusal, detect
from tropegraph.read.encoding import decode
from tropegraph.read.source import Columns
from tropegraph.read.titles import readable_title

COLUMNS: Columns = {
    "text": ("raw_html", "html", "wikitext", "markdown", "text", "content", "raw_content", "body", "page_text"),
    "url": ("url", "uri", "source_url", "page_url", "target_uri", "link"),
    "title": ("title", "page_title", "name"),
    "id": ("id", "doc_id", "document_id", "page_id", "uuid", "warc_record_id"),
    "format": ("format", "markup"),
    "page": ("page", "page_name"),
}
"""Columns of pages by what they hold (a text with its links before one without)."""

NESTED = ("metadata", "meta")
"""Columns in which crawls keep a record of its own, with more columns."""


def columns_of(names: Iterable[str], wanted: Columns = COLUMNS) -> dict[str, str]:
    """Which of these columns holds what; empty without a column for the text."""
    known = {name.lower(): name for name in names}
    found = {what: known[name] for what, some in wanted.items() for name in reversed(some) if name in known}
    return found if "text" in found else {}


def page_of_record(
    record: Mapping[str, Any], place: str, origin: str, wanted: Columns = COLUMNS
) -> RawPage | Finding | None:
    """The page of a record, a finding why it is none, or `None` for a page of another site.

    Args:
        record: Values by column; a text must be there.
        place: The record's place in its file, for a record without an id of its own.
        origin: The same as the user named it.
        wanted: Names of columns.
    """
    values = _values(record, wanted)
    text, url = values.get("text", ""), values.get("url", "")
    if url and not wiki_of_url(url):
        return None
    id = values.get("id") or place  # noqa: A001
    format = _format(text, values.get("format", "").lower())  # noqa: A001
    if isinstance(format, Refusal):
        return Finding(format.code, id, "", f"{id} {format.reason}.")
    name = values.get("page") or page_of_url(url)
    return RawPage(
        id=id,
        text=text,
        format=format,
        title=readable_title(values.get("title", "")) or title_of_url(url),
        name=name,
        url=url,
        origin=origin,
        digest=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
    )


def has_text(record: object, wanted: Columns = COLUMNS) -> bool:
    """Whether a record has a text that a page could be made of."""
    return isinstance(record, dict) and any(isinstance(record.get(name), str) for name in _texts(record, wanted))


def _texts(record: Mapping[str, Any], wanted: Columns) -> list[str]:
    return [name for name in record if name.lower() in wanted["text"]]


def _values(record: Mapping[str, Any], wanted: Columns) -> dict[str, str]:
    inner = next((value for name in NESTED if isinstance(value := record.get(name), dict)), {})
    beside = {name: value for name, value in inner.items() if name.lower() not in wanted["text"]}
    filled = {name: value for name, value in record.items() if isinstance(value, (str, int, bytes)) and value != ""}
    whole = {**beside, **filled}
    values = {what: _text(whole[name]) for what, name in columns_of(whole, wanted).items()}
    return {what: value if what == "text" else value.strip() for what, value in values.items()}


def _text(value: object) -> str:
    """A value as text that every output can hold: JSON may escape half of a character."""
    text = decode(value).text if isinstance(value, bytes) else str(value) if isinstance(value, (str, int)) else ""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _format(text: str, stated: str) -> Format | Refusal:
    if stated in set(Format) and text.strip():
        return Format(stated)
    if stated and stated not in set(Format):
        return Refusal("unsupported-format", f'says its format is "{stated}"; known are {", ".join(Format)}')
    return detect(text)
