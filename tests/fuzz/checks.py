"""What must hold of reading and parsing whatever the bytes; the fuzzer and the tests of its findings share it.

An input is one file: its path in a first line, and behind it what it holds. "Film/Jaws.pmwiki" is such a first line;
"Jaws.txt*500" says that the rest stands there 500 times over, which shows what takes more than linear time.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from time import process_time

from tropegraph.errors import TropegraphError
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import CODES, Finding
from tropegraph.model.page import Block, BlockKind, Link, Page, RawPage, Span
from tropegraph.parse import parse
from tropegraph.read import read_inputs

MOST_BYTES = 1 << 16
"""Length up to which what an input holds is repeated."""

_MOST_SECONDS = 2.0
_SECONDS_A_BYTE = 100e-6
"""What reading and parsing twice may take; generous, since the fuzzer watches every branch."""

_REPEATED = re.compile(r"(.*)\*(\d{1,5})")
_NOT_A_NAME = re.compile(r"[\x00-\x1f\x7f]")
_UNFOLDED = ("  ", " \n", "\n ", "\n\n", "\t", "\r")


@dataclass(frozen=True)
class Case:
    """A file to read: its path, of one folder at most, and what it holds."""

    path: str
    data: bytes


def case_of(given: bytes) -> Case:
    """The file that an input of the fuzzer stands for."""
    head, _, data = given.partition(b"\n")
    name = head.decode("utf-8", "replace")
    count = 1
    if match := _REPEATED.fullmatch(name):
        name, count = match[1], int(match[2])
    most = max(1, MOST_BYTES // max(1, len(data)))
    return Case(_safe(name), data * max(1, min(count, most)))


def check(given: bytes, *, timed: bool = False) -> None:
    """Read and parse an input.

    Args:
        given: The input, as above.
        timed: Hold that the time is in proportion to its length.

    Raises:
        AssertionError: Something does not hold that must.
    """
    case, begun = case_of(given), process_time()
    found = list(_read(case))
    assert found, "an input that nothing is said of"
    for item in found:
        _check_item(item)
    spent = process_time() - begun
    assert not timed or spent < _MOST_SECONDS + _SECONDS_A_BYTE * len(case.data), f"{spent:.1f} s is too long"


def _read(case: Case) -> Iterator[RawPage | PublishedEdges | Finding]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "given", case.path)
        path.parent.mkdir(parents=True)
        path.write_bytes(case.data)
        try:
            yield from read_inputs([str(Path(folder, "given"))])
        except TropegraphError as error:
            yield Finding("unreadable", case.path, "", error.message)


def _safe(path: str) -> str:
    """A path that can be written, in one folder at most, and that is not hidden."""
    parts = [_NOT_A_NAME.sub("", part).strip(". ")[:60] for part in path.split("/")]
    return "/".join([part for part in parts if part and not _ignored(part)][-2:]) or "x"


def _ignored(part: str) -> bool:
    return part in {"__MACOSX", "hts-cache"} or len(PurePosixPath(part).parts) != 1


def _check_item(item: RawPage | PublishedEdges | Finding) -> None:
    match item:
        case Finding():
            _check_finding(item)
        case PublishedEdges():
            assert len(item.works) == len(item.work_titles) == len(item.tropes)
            assert all((*item.works, *item.tropes))
            _check_texts(item.id, item.origin, *item.works, *item.work_titles, *item.tropes)
        case RawPage():
            _check_texts(item.id, item.text, item.title, item.name, item.url, item.origin)
            page = parse(item)
            check_page(page)
            assert page == parse(item), "a second reading differs"


def check_page(page: Page) -> None:
    """Hold what `model.page` says of a page."""
    _check_texts(page.title, page.name, page.redirect_to, *page.aliases, *page.indexes, *page.subpages)
    for block in page.blocks:
        check_block(block)
    headings = {block.text for block in page.blocks if block.kind is BlockKind.HEADING}
    assert {title for block in page.blocks for title in block.section} <= headings
    for finding in page.findings:
        _check_finding(finding)


def check_block(block: Block) -> None:
    """Hold what `model.page` says of a block."""
    text = block.text
    _check_texts(text)
    assert text
    assert text == text.strip()
    assert not any(white in text for white in _UNFOLDED)
    assert block.level >= 0
    end = 0
    for link in block.links:
        assert end <= link.start
        assert link.page or link.url
        _check_texts(link.page, link.url, link.title)
        end = link.end
    assert list(block.spans) == sorted(block.spans, key=lambda span: span.start)
    parts: tuple[Link | Span, ...] = (*block.links, *block.spans)
    for part in parts:
        assert 0 <= part.start < part.end <= len(text)
        assert text[part.start : part.end] == text[part.start : part.end].strip()


def _check_finding(finding: Finding) -> None:
    assert finding.code in CODES
    assert finding.message
    _check_texts(finding.page, finding.where, finding.message)


def _check_texts(*texts: str) -> None:
    """Every output can hold these texts: no half of a character is left in them."""
    for text in texts:
        text.encode()
