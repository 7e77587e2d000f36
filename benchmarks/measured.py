"""What the benchmarks of reading, parsing and extraction share: their pages, the bare parsers, rounds of timing."""

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import mwparserfromhell
from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser

from tropegraph.model.page import Format, Page, RawPage
from tropegraph.parse import parse
from tropegraph.read import read_inputs

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
CORPUS = "TROPEGRAPH_CORPUS"
_SUFFIXES = {".html", ".htm", ".pmwiki", ".md", ".mediawiki", ".txt"}

BARE: dict[str, tuple[Format, Callable[[Path], object]]] = {
    "lexbor": (Format.HTML, lambda path: LexborHTMLParser(path.read_bytes())),
    "BeautifulSoup": (Format.HTML, lambda path: BeautifulSoup(path.read_bytes(), "html.parser")),
    "mwparserfromhell": (Format.MEDIAWIKI, lambda path: mwparserfromhell.parse(path.read_text("utf-8"))),
}
"""The bare parsers, and the format that each is measured on."""


def parsed(path: Path) -> list[Page]:
    """The pages of a file, read and parsed."""
    return [parse(raw) for raw in read_inputs([str(path)]) if isinstance(raw, RawPage)]


def pages_of(folder: Path) -> dict[Format, list[Path]]:
    """Every file below a folder that is one page, by its format."""
    found: dict[Format, list[Path]] = {kind: [] for kind in Format}
    for kind, path in _pages_of(folder):
        found[kind].append(path)
    return {kind: paths for kind, paths in found.items() if paths}


def _pages_of(folder: Path) -> Iterator[tuple[Format, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in _SUFFIXES:
            raws = [raw for raw in read_inputs([str(path)]) if isinstance(raw, RawPage)]
            yield from ((raw.format, path) for raw in raws[:1])


def size_of(paths: list[Path]) -> int:
    """Bytes of files."""
    return sum(path.stat().st_size for path in paths)


def each(run: Callable[[Path], object], paths: list[Path]) -> Callable[[], None]:
    """A run over all of some files."""

    def over_all() -> None:
        for path in paths:
            run(path)

    return over_all


def rounds(runs: Mapping[str, Callable[[], object]], repeat: int) -> dict[str, list[float]]:
    """Seconds of every run in every round; in a round each takes its turn, so that what slows one slows all."""
    took: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(repeat):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            took[name].append(time.perf_counter() - start)
    return took
