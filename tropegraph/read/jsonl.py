"""Pages as JSON lines, one record a line."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from tropegraph.model import names
from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read.detect import Refusal, detect

_HEAD = 65_536
_OBJECT = re.compile(rb'\s*\{\s*"')
_CAMEL = re.compile(r"(?=\S*[a-z][A-Z])[A-Za-z0-9'-]+$")


def is_jsonl(data: bytes) -> bool:
    """Whether bytes are JSON lines with a page each: they begin as an object does, and a "text" is near."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return bool(_OBJECT.match(head)) and b'"text"' in head


def read_jsonl(lines: Iterable[bytes], id: str, origin: str) -> Iterator[RawPage | Finding]:  # noqa: A002
    """The page of every record `{"id", "title", "format", "text"}`; a record that is none gives a finding.

    Only "text" must be there. "format" left out is detected; "title" may be spelled as a page name is
    ("ThoseWackyNazis"); "page" (Namespace/CamelName) and "url" are taken when given.

    Args:
        lines: Lines of the file.
        id: Id of the file; a record without an id of its own gets this with its line's number.
        origin: The file as the user named it.
    """
    for number, line in enumerate(lines, 1):
        if text := line.decode("utf-8-sig", "replace").strip():
            yield _page(text, f"{id}:{number}", f"{origin}:{number}")


def readable_title(title: str) -> str:
    """A title with spaces, where it is spelled as a page name is."""
    title = " ".join(title.split())
    return names.title_of(title) if _CAMEL.match(title) else title


def _page(line: str, place: str, origin: str) -> RawPage | Finding:
    record = _record(line)
    if record is None:
        return Finding("bad-record", place, "", f'{place} is no JSON object with a "text".')
    id = _text(record, "id") or place  # noqa: A001
    format = _format(record)  # noqa: A001
    if isinstance(format, Refusal):
        return Finding(format.code, id, "", f"{id} {format.reason}.")
    return RawPage(
        id=id,
        text=record["text"],
        format=format,
        title=readable_title(_text(record, "title")),
        name=_text(record, "page"),
        url=_text(record, "url"),
        origin=origin,
        digest=hashlib.sha256(line.encode("utf-8", "replace")).hexdigest(),
    )


def _record(line: str) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return None
    return {key: _whole(value) if isinstance(value, str) else value for key, value in record.items()}


def _whole(text: str) -> str:
    """Text that every output can hold: JSON may escape half of a character."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _format(record: dict[str, Any]) -> Format | Refusal:
    stated = _text(record, "format").lower()
    if stated in set(Format) and record["text"].strip():
        return Format(stated)
    if stated and stated not in set(Format):
        return Refusal("unsupported-format", f'says its format is "{stated}"; known are {", ".join(Format)}')
    return detect(record["text"])


def _text(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return str(value).strip() if isinstance(value, (str, int)) else ""
