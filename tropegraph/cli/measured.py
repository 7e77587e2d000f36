"""What `eval` measures: pages that it reads itself, or facts that were found before; told by what the input holds."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tropegraph import pipeline
from tropegraph.errors import InputError
from tropegraph.evaluate import PageRows, PageText, fact_rows, holds_facts, holds_texts, text_of
from tropegraph.model.names import KnownName
from tropegraph.model.page import Page

STDIN = "-"
LONGEST_LINE = 1 << 26
"""Bytes of a first line that is looked at."""


@dataclass(frozen=True)
class Measured:
    """Where facts and texts of the annotated pages come from.

    Args:
        name: What was measured, for messages.
        found: Gives the facts, as `evaluate.score` takes them.
        texts: Gives the texts of the pages with these ids, as far as they are at hand.
    """

    name: str
    found: Callable[[], Iterable[object]]
    texts: Callable[[Iterable[str]], Iterator[PageText]]


def measured(
    gold: Path, first: str, inputs: Sequence[str], names: tuple[KnownName, ...] | None, columns: dict[str, str]
) -> Measured:
    """What is measured against the annotations in `gold`.

    Args:
        gold: File of annotations. Where no input is given, its own texts are read, or the pages that lie beside it.
        first: Id of the first page annotated there.
        inputs: Files and folders of pages, or one file of facts; "-" is standard input.
        names: Known trope titles, as of `pipeline.extract_pages`.
        columns: Names of columns, as of `pipeline.extract_pages`.

    Raises:
        InputError: There is no input.
    """
    given = list(inputs) or beside(gold, first)
    if not given:
        raise InputError(f"{gold} holds no texts.", f"Say what to measure: tropegraph eval {gold} PAGES")
    stdin = sys.stdin.buffer.read() if STDIN in given else b""
    name = ", ".join(given)
    if len(given) == 1 and holds_facts(_first_line(given[0], stdin)):
        text = _decoded(stdin if given[0] == STDIN else Path(given[0]).read_bytes(), name)
        return Measured(name, lambda: fact_rows(text, name), lambda ids: texts(beside(gold, first), b"", columns, ids))
    return Measured(
        name,
        lambda: pipeline.extract_pages(given, names=names, stdin=io.BytesIO(stdin), columns=columns),
        lambda ids: texts(given, stdin, columns, ids),
    )


def beside(gold: Path, first: str) -> list[str]:
    """The pages that the annotations themselves hold, or that lie below their folder under the annotated ids."""
    if holds_texts(_first_line(str(gold), b"")):
        return [str(gold)]
    try:
        return [str(gold.parent)] if (gold.parent / first).is_file() else []
    except OSError:  # An id that can be no path, being too long.
        return []


def texts(inputs: Sequence[str], stdin: bytes, columns: dict[str, str], ids: Iterable[str]) -> Iterator[PageText]:
    """Texts of those pages of the inputs that have one of the ids."""
    wanted = frozenset(ids)
    for page in pipeline.parse_pages(inputs, io.BytesIO(stdin), columns) if inputs and wanted else ():
        if isinstance(page, Page) and page.id in wanted:
            yield text_of(page)


def check_any_read(pages: Sequence[PageRows], absent: Sequence[str], name: str) -> None:
    """Refuse figures that would all be zero because the input is another one.

    Raises:
        InputError: No annotated page is in the input.
    """
    if len(absent) == len(pages):
        message = f"None of the {len(pages):,} annotated pages is in {name}; the first of them is {absent[0]}."
        raise InputError(message, "Give the folder that these ids are paths from, or facts with these ids.")


def _first_line(path: str, stdin: bytes) -> str:
    """The first line that is not blank; empty where there is no such file."""
    try:
        with io.BytesIO(stdin) if path == STDIN else Path(path).open("rb") as stream:
            lines = iter(lambda: stream.readline(LONGEST_LINE), b"")
            return next((line for line in lines if line.strip()), b"").decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is no text in UTF-8.", "Give the output of tropegraph extract --jsonl.") from error
