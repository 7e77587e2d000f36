"""Answers of a MediaWiki's API in JSON: `action=query` with revisions, and `action=parse`; one a file or one a line."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read.mediawiki_dump import raw_page
from tropegraph.read.source import Opened, Source
from tropegraph.read.streams import lines, whole

_ANSWER = re.compile(
    rb'\s*(?:\[\s*)?\{\s*"(?:batchcomplete|continue|curtimestamp|limits|normalized|parse|query|query-continue|warnings)"\s*:'
)
_ARTICLES = 0


def is_answer(head: bytes) -> bool:
    """Whether an input that begins so is an answer of the API, or an array of answers."""
    return bool(_ANSWER.match(head.removeprefix(b"\xef\xbb\xbf")))


def read_answers(opened: Opened) -> Iterator[RawPage | Finding]:
    """The pages of every answer; pages that the wiki does not have, and lines that are no answers, give a finding."""
    source = opened.source
    stream = lines(opened.stream)
    first = next(stream, b"")
    if not (answers := _json(first)):
        yield from _all(_json(first + whole(opened.stream)), source, source.id)
        return
    yield from _all(answers, source, f"{source.id}:1")
    for number, line in enumerate(stream, 2):
        if line.strip():
            yield from _all(_json(line), source, f"{source.id}:{number}")


def _json(data: bytes) -> list[dict[str, Any]]:
    """The answers in a text: one, or those of an array; none where it is something else."""
    try:
        found = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return []
    return [answer for answer in (found if isinstance(found, list) else [found]) if isinstance(answer, dict)]


def _all(answers: list[dict[str, Any]], source: Source, place: str) -> Iterator[RawPage | Finding]:
    if not answers:
        yield Finding("bad-record", place, "", f"{place} is no answer of a wiki's API.")
    for answer in answers:
        yield from _pages(answer, source, place)


def _pages(answer: dict[str, Any], source: Source, place: str) -> Iterator[RawPage | Finding]:
    query = _part(answer, "query")
    others = 0
    for page in _entries(query, "pages"):
        if page.get("ns", _ARTICLES) != _ARTICLES:
            others += 1
        elif (raw := _queried(page, source)) is not None:
            yield raw
        else:
            yield _without_text(page, place)
    yield from filter(None, (_redirect(entry, source) for entry in _entries(query, "redirects")))
    if parsed := _part(answer, "parse"):
        yield _parsed(parsed, source) or _without_text(parsed, place)
    if others:
        message = f"Pages that are no articles were left out: {others} (other namespaces)."
        yield Finding("not-an-article", place, "", message)


def _entries(query: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Objects of a list, which older answers give as an object with a number for each."""
    found = query.get(key)
    entries = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    return [entry for entry in entries if isinstance(entry, dict)]


def _without_text(page: dict[str, Any], place: str) -> Finding:
    title = _words(page, "title")
    reason = "the wiki does not have it" if "missing" in page else "it comes without its text"
    named = f'"{title}" is left out' if title else "A page without a title is left out"
    return Finding("bad-record", place, "", f"{place}: {named}, because {reason}.")


def _redirect(entry: dict[str, Any], source: Source) -> RawPage | None:
    """A title that led to another one when it was asked for."""
    title, to = _words(entry, "from"), _words(entry, "to")
    return raw_page(f"#REDIRECT [[{to}]]", title, source) if title and to else None


def _queried(page: dict[str, Any], source: Source) -> RawPage | None:
    """The newest of a page's revisions, which comes first; the text lies in slots since MediaWiki 1.32."""
    revision = next(iter(_entries(page, "revisions")), {})
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
