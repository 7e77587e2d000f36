"""Speed of the whole extraction, from a file to facts, beside the bare parsers and beside our own reading and parsing.

    python benchmarks/extract.py
    TROPEGRAPH_CORPUS=FOLDER python benchmarks/extract.py --rounds 9

"whole" is the way from a file to a page's facts: `read_inputs`, `parse`, `extract`, with the titles that come with the
package as lexicon; "read and parse" is that way without the last step. The bare parsers only make their tree. In one
round all of them take their turn; a time is the median of the rounds, a ratio the median of the rounds' ratios, for
whatever else the machine does slows all of a round. Loading the titles (once a process) is not in these figures.

Pages are those of data/sample and those below TROPEGRAPH_CORPUS, where that is set. Text without links, for which every
title has to be found by its spelling, is the corpus's descriptions/descriptions.jsonl, a description a line.

What limits text without links, in shares of its extraction (1,375 descriptions, 82,000 places where a title may start,
28,000 known titles that do): finding known titles takes a fifth; runs of capitals and the choice between both a
quarter; some eight patterns of cues a sentence, with the test which to try, a fifth; the lists that they govern a
seventh; sentences and masked texts a fourteenth. No step stands out any more; each is Python's own work, some 8
microseconds a place where a title may start, 60 a sentence with names for its cues. Of real HTML pages' extraction
examples take two thirds: what stands around each of their titles, whole sentences of evidence, modifiers.
"""

import argparse
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from measured import BARE, CORPUS, SAMPLE, each, pages_of, parsed, rounds, size_of

from tropegraph.building.lexicon import lexicon_of
from tropegraph.extract import Lexicon, extract
from tropegraph.model.page import Format
from tropegraph.read import load_known_names

WHOLE, READ = "whole", "read and parse"
DESCRIPTIONS = Path("descriptions") / "descriptions.jsonl"


@dataclass(frozen=True)
class Measured:
    """What runs over the same pages took: seconds by run and round."""

    pages: int
    size: int
    took: Mapping[str, list[float]]

    def ratio(self, name: str) -> float:
        """Speed of the whole way beside that of another run."""
        return median(other / whole for other, whole in zip(self.took[name], self.took[WHOLE], strict=True))


def whole(lexicon: Lexicon) -> Callable[[Path], object]:
    """The way from a file to the facts of its pages."""
    return lambda path: [extract(page, lexicon) for page in parsed(path)]


def measure(paths: list[Path], bare: Mapping[str, Callable[[Path], object]], lexicon: Lexicon, count: int) -> Measured:
    """What the bare parsers, reading and parsing, and the whole way take for some files."""
    runs = {**bare, READ: parsed, WHOLE: whole(lexicon)}
    took = rounds({name: each(run, paths) for name, run in runs.items()}, count)
    return Measured(sum(len(parsed(path)) for path in paths), size_of(paths), took)


def bare_of(kind: Format) -> dict[str, Callable[[Path], object]]:
    """The bare parsers of a format."""
    return {name: parser for name, (of, parser) in BARE.items() if of is kind}


def report(name: str, measured: Measured) -> None:
    """Print the rows of pages of one kind."""
    for run, times in measured.took.items():
        took = median(times)
        speed = f"{measured.pages / took:9.0f}{measured.size / took / 1e6:8.2f}"
        ratio = f"{measured.ratio(run):18.3f}" if run != WHOLE else ""
        print(f"{name:14}{run:18}{measured.pages:6}{measured.size / 1e6:7.2f}{speed}{ratio}")


def report_folder(folder: Path, lexicon: Lexicon, count: int) -> None:
    """Measure and print every format of a folder's pages."""
    for kind, paths in pages_of(folder).items():
        report(kind, measure(paths, bare_of(kind), lexicon, count))


def main() -> None:
    """Parse options and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    count = parser.parse_args().rounds
    lexicon = lexicon_of()
    print(f"{len(load_known_names()):,} known titles; medians of {count} rounds\n")
    print(f"{'pages of':14}{'run':18}{'pages':>6}{'MB':>7}{'pages/s':>9}{'MB/s':>8}   whole beside it")
    print("data/sample")
    report_folder(SAMPLE, lexicon, count)
    if corpus := os.environ.get(CORPUS):
        print(CORPUS)
        report_folder(Path(corpus), lexicon, count)
        if (descriptions := Path(corpus) / DESCRIPTIONS).is_file():
            report("without links", measure([descriptions], {}, lexicon, count))


if __name__ == "__main__":
    main()
