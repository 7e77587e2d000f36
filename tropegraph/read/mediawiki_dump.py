"""Dumps of MediaWiki wikis: the XML of Special:Export and of dumpBackup, page by page.

The format is https://www.mediawiki.org/xml/export-0.11.xsd and its forerunners. A dump of several gigabytes is read
with one page in memory. It is another's file, so no document type is accepted: without one there are no entities, and
nothing that could grow or fetch.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from urllib.parse import quote
from xml.parsers import expat

from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read.source import Opened, Source
from tropegraph.read.streams import MOST_OF_A_PAGE

_ROOT = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!DOCTYPE\s+)?mediawiki[\s>]", re.DOTALL)
_CHUNK = 1 << 16
_ARTICLES = "0"
_WIKITEXT = frozenset({"", "wikitext", "text/x-wiki"})
_REDIRECT = re.compile(r"\s*#\w{3,30}\s*:?\s*\[\[")
_WANTED = frozenset({"title", "ns", "text", "model", "base", "namespace"})


def is_dump(head: bytes) -> bool:
    """Whether an input that begins so is the XML export of a MediaWiki."""
    return bool(_ROOT.match(head.removeprefix(b"\xef\xbb\xbf")))


def read_dump(opened: Opened) -> Iterator[RawPage | Finding]:
    """Every article of a dump in its last revision, redirects included; what is left out is told by namespace."""
    source = opened.source
    dump = _Dump()
    try:
        for page in _pages(dump, opened.stream):
            yield _raw(page, dump, source) if page.size <= MOST_OF_A_PAGE else _too_long(page, source)
    except expat.ExpatError as error:
        where = f"line {error.lineno}"
        message = f"{source.id} is damaged, or is no dump of a wiki, from {where} on: {expat.ErrorString(error.code)}."
        yield Finding("unreadable", source.id, where, message)
    except _RefusedError:
        yield Finding("unreadable", source.id, "", f"{source.id} declares a document type, as no dump of a wiki does.")
    yield from _left_out(dump, source)


class _RefusedError(Exception):
    """The document declares a type."""


@dataclass(slots=True)
class _Page:
    """One page while it is read; `size` is that of its longest revision, in characters."""

    title: str = ""
    space: str = _ARTICLES
    model: str = ""
    text: str = ""
    redirect: str = ""
    size: int = 0


@dataclass(slots=True)
class _Dump:
    """What a dump says of the wiki, and the page that is being read.

    Args:
        page: The page.
        done: Pages that are complete and not yet given on.
        left_out: Number of pages that are no articles, by key of their namespace.
        spaces: Names of namespaces by key.
        base: Address of the wiki's main page.
        key: Key of the namespace whose name is being read.
        words: Text of the element that is being read, if it is wanted.
        length: Number of characters in it.
    """

    page: _Page | None = None
    done: list[_Page] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    spaces: dict[str, str] = field(default_factory=dict)
    base: str = ""
    key: str = ""
    words: list[str] | None = None
    length: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        if tag == "page":
            self.page = _Page()
        elif tag == "redirect" and self.page:
            self.page.redirect = attributes.get("title", "")
        elif tag in _WANTED:
            self.key = attributes.get("key", "")
            self.words, self.length = [], 0

    def characters(self, words: str) -> None:
        """Text of an element; of one that is longer than any page only the length is kept."""
        if self.words is not None:
            self.length += len(words)
            if self.length <= MOST_OF_A_PAGE:
                self.words.append(words)
            else:
                self.words.clear()

    def end(self, tag: str) -> None:
        """End an element."""
        if tag == "page" and self.page:
            self._end_page(self.page)
        elif tag in _WANTED and self.words is not None:
            self._take(tag, "".join(self.words))
            self.words = None

    def _end_page(self, page: _Page) -> None:
        if page.space == _ARTICLES and page.title and page.model in _WIKITEXT:
            self.done.append(page)
        else:
            self.left_out[page.space if page.space != _ARTICLES else page.model] += 1
        self.page = None

    def _take(self, tag: str, words: str) -> None:
        page = self.page
        if page is None:
            self.base = words.strip() if tag == "base" else self.base
            if tag == "namespace":
                self.spaces[self.key] = words.strip()
        elif tag == "text":
            page.text, page.size = words, max(page.size, self.length)
        elif tag == "title":
            page.title = " ".join(words.split())
        elif tag == "ns":
            page.space = words.strip()
        elif tag == "model":
            page.model = words.strip()


def _pages(dump: _Dump, stream: BinaryIO) -> Iterator[_Page]:
    """Every article, as soon as it is complete."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: dump.start(tag.rpartition(" ")[2], attributes)
    parser.EndElementHandler = lambda tag: dump.end(tag.rpartition(" ")[2])
    parser.CharacterDataHandler = dump.characters
    parser.StartDoctypeDeclHandler = _refuse
    chunk = b"x"
    while chunk:
        chunk = stream.read(_CHUNK)
        try:
            parser.Parse(chunk, not chunk)
        finally:
            yield from dump.done
            dump.done.clear()


def _refuse(*_: object) -> None:
    raise _RefusedError


def _raw(page: _Page, dump: _Dump, source: Source) -> RawPage:
    redirects = page.redirect and not _REDIRECT.match(page.text)
    text = f"#REDIRECT [[{page.redirect}]]" if redirects else page.text
    return raw_page(text, page.title, source, address(dump.base, page.title))


def raw_page(text: str, title: str, source: Source, url: str = "") -> RawPage:
    """A page of a MediaWiki.

    Args:
        text: Its wikitext.
        title: The wiki's title, with namespace, bracket and subpage.
        source: Where it was found.
        url: Its address.
    """
    return RawPage(
        id=f"{source.id}!{title}",
        text=text,
        format=Format.MEDIAWIKI,
        title=title,
        url=url,
        origin=f"{source.origin}!{title}",
        digest=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
    )


def address(base: str, title: str) -> str:
    """Address of a page, from that of the main page; empty where that is unknown."""
    return f"{base.rpartition('/')[0]}/{quote(title.replace(' ', '_'), safe='/:')}" if "/" in base else ""


def _too_long(page: _Page, source: Source) -> Finding:
    message = f"{page.title} holds more than {MOST_OF_A_PAGE >> 20} MiB, as no page does."
    return Finding("unreadable", f"{source.id}!{page.title}", "", message)


def _left_out(dump: _Dump, source: Source) -> Iterator[Finding]:
    """One finding for each namespace and content model whose pages were passed over."""
    for key, count in sorted(dump.left_out.items()):
        name = dump.spaces.get(key) or (f"namespace {key}" if key.isdigit() else key) or "without a title"
        message = f"Pages that are no articles were left out: {count} ({name})."
        yield Finding("not-an-article", source.id, "", message)
