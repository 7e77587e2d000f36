"""Answers of a MediaWiki's API in JSON: `action=query` with revisions, and `action=parse`; one a file or one a line."""

import hashlib
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read.mediawiki_dump import raw_page
from tropegraph.read.source import Opened, Source
from tropegraph.read.streams import lines, whole

_ANSWER = re.compile(
    rb'\s*\{\s*"(?:batchcomplete|continue|curtimestamp|limits|normalized|parse|query|query-continue|warnings)"\s*:'
)


def is_answer(head: bytes) -> bool:
    """Whether an input that begins so is an answer of the API."""
    return bool(_ANSWER.match(head.removeprefix(b"\xef\xbb\xbf")))


def read_answers(opened: Opened) -> Iterator[RawPage | Finding]:
    """The pages of every answer; a page that the wiki does not have, and a line that is no answer, give a finding."""
    source = opened.source
    stream = lines(opened.stream)
    first = next(stream, b"")
    if _json(first) is None:
        yield from _pages(first + whole(opened.stream), source, source.id)
        return
    for number, line in enumerate(chain((first,), stream), 1):
        if line.strip():
            yield from _pages(line, source, f"{source.id}:{number}")


def _json(data: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def _pages(data: bytes, source: Source, place: str) -> Iterator[RawPage | Finding]:
    answer = _json(data)
    if answer is None:
        yield Finding("bad-record", place, "", f"{place} is no answer of a wiki's API.")
        return
    asked = _part(answer, "query").get("pages") or {}
    found = asked.values() if isinstance(asked, dict) else asked if isinstance(asked, list) else []
    pages = [_queried(page, source) for page in found if isinstance(page, dict)]
    if parsed := _part(answer, "parse"):
        pages.append(_parsed(parsed, source))
    for page in pages:
        yield page or Finding("bad-record", place, "", f"{place} has a page without title or text.")


def _queried(page: dict[str, Any], source: Source) -> RawPage | None:
    """The newest of a page's revisions, which comes first; the text lies in slots since MediaWiki 1.32."""
    revisions = page.get("revisions")
    revision = revisions[0] if isinstance(revisions, list) and revisions and isinstance(revisions[0], dict) else {}
    slot = _part(_part(revision, "slots"), "main") or revision
    text, title = _words(slot, "content") or _words(slot, "*"), _words(page, "title")
    return raw_page(text, title, source, _words(page, "fullurl")) if text and title else None


def _parsed(parsed: dict[str, Any], source: Source) -> RawPage | None:
    """The wikitext of a page, or the HTML that the wiki made of it."""
    title, text, html = _words(parsed, "title"), _words(parsed, "wikitext"), _words(parsed, "text")
    if not title or not (text or html):
        return None
    if text:
        return raw_page(text, title, source)
    digest = hashlib.sha256(html.encode("utf-8", "replace")).hexdigest()
    origin = f"{source.origin}!{title}"
    return RawPage(f"{source.id}!{title}", html, Format.HTML, title=title, origin=origin, digest=digest)


def _part(whole: dict[str, Any], key: str) -> dict[str, Any]:
    value = whole.get(key)
    return value if isinstance(value, dict) else {}


def _words(part: dict[str, Any], key: str) -> str:
    """A text, which the older form of the answers wraps into an object; half characters are made whole."""
    value = part.get(key)
    value = value.get("*") if isinstance(value, dict) else value
    return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if isinstance(value, str) else ""
