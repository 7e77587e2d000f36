"""The first half of the pipeline, page by page: what the inputs hold, parsed, and what each page states.

The stations are imported where they are used: whoever only opens a graph does not wait for their patterns.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tropegraph.errors import InputError
from tropegraph.model.facts import PageFacts, PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.names import KnownName
from tropegraph.model.page import Page, RawPage

if TYPE_CHECKING:
    from tropegraph.read import Unchanged, Unread

Extracted = PageFacts | PublishedEdges | Finding
"""What the first half of the pipeline gives for one input: facts, a published table, or why it was refused."""

OnPage = Callable[[str], None]
"""Called with the id of each input as it is done."""


def parse_pages(
    inputs: Sequence[str | Path], stdin: BinaryIO | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Page | PublishedEdges | Finding]:
    """Every page of the inputs, parsed, in order; published edge sets and refusals pass through.

    Args:
        inputs: Files and folders; "-" reads `stdin`.
        stdin: Stream that "-" stands for.
        columns: Names of columns in tables by what they hold (see `read.read_inputs`): ``{"text": "body"}``.

    Raises:
        InputError: A path does not exist or cannot be read.
    """
    from tropegraph.parse import parse
    from tropegraph.read import read_inputs

    for raw in read_inputs([str(i) for i in inputs], stdin, columns):
        yield raw if isinstance(raw, PublishedEdges | Finding) else parse(raw)


def extract_pages(
    inputs: Sequence[str | Path],
    *,
    names: Iterable[KnownName] | None = None,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    on_page: OnPage | None = None,
) -> Iterator[Extracted]:
    """What each page of the inputs states.

    A page without a title waits for the end: where its paragraphs stand on a page with a title too, it is that page.

    Args:
        inputs: Files and folders; "-" reads `stdin`.
        names: Known trope titles; the ones that come with the package when `None`.
        stdin: Stream that "-" stands for.
        columns: Names of columns in tables by what they hold, as of `parse_pages`.
        on_page: Called with the id of each page as it is done.

    Raises:
        InputError: A path does not exist, or nothing in the inputs can be read as a page.
    """
    from tropegraph.building.lexicon import lexicon_of
    from tropegraph.extract import Twins, extract

    lexicon = lexicon_of(names)
    twins = Twins()
    untitled: list[Page] = []
    refused: list[Finding] = []
    read_any = False
    for item in parse_pages(inputs, stdin, columns):
        if isinstance(item, Finding):
            refused.append(item)
            yield item
            continue
        read_any = True
        if isinstance(item, Page) and not item.title and not item.name:
            untitled.append(item)
            continue
        if isinstance(item, Page):
            twins.add(item)
        yield extract(item, lexicon) if isinstance(item, Page) else item
        if on_page:
            on_page(item.id)
    for page in untitled:
        yield extract(twins.complete(page), lexicon)
        if on_page:
            on_page(page.id)
    if not read_any:
        raise _nothing_read(inputs, refused)


def readable(
    inputs: Sequence[str | Path], stdin: BinaryIO | None, columns: Mapping[str, str] | None, unchanged: "Unchanged"
) -> "Iterator[RawPage | PublishedEdges | Finding | Unread]":
    """What the inputs hold, files that have not changed aside.

    Args:
        inputs: Files and folders; "-" reads `stdin`.
        stdin: Stream that "-" stands for.
        columns: As of `parse_pages`.
        unchanged: As of `read.read_changed`.

    Raises:
        InputError: A path does not exist, or nothing can be read as a page.
    """
    from tropegraph.read import read_changed

    refused: list[Finding] = []
    read_any = False
    for item in read_changed([str(i) for i in inputs], stdin, columns, unchanged):
        if not isinstance(item, Finding):
            read_any = True
        elif not read_any:
            refused.append(item)
        yield item
    if not read_any:
        raise _nothing_read(inputs, refused)


def _nothing_read(inputs: Sequence[str | Path], refused: Sequence[Finding]) -> InputError:
    """The error for inputs in which no page could be read."""
    if len(refused) == 1:
        return InputError(refused[0].message, "Give a saved wiki page, wiki source, markdown or a folder of them.")
    where = ", ".join(str(i) for i in inputs)
    why = f" ({len(refused)} findings; the first: {refused[0].message.rstrip('.')})" if refused else ""
    return InputError(f"No trope wiki page was found in {where}{why}.", "Give a folder that holds saved pages.")
