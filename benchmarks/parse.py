"""Speed of reading and parsing pages of every format, beside bare parsers that only make their tree.

    python benchmarks/parse.py
    TROPEGRAPH_CORPUS=FOLDER python benchmarks/parse.py --repeat 9

"Ours" is the way from a file to a `Page`: `read_inputs` and `parse`. The others are given the file's bytes or text:
lexbor (through selectolax) and BeautifulSoup (with `html.parser`) the HTML, mwparserfromhell the MediaWiki source. One
repetition runs all of them one after another, over all pages of a format; the least time of each counts, for whatever
else the machine does only adds to it. Ratios are of MB/s; mwparserfromhell's are of its own markup.

Pages are those of data/sample, and beside them the pages below TROPEGRAPH_CORPUS, where that is set.

What limits HTML: for 24 real pages of 4.9 MB (2 cores, Python 3.11) lexbor takes 19 ms, or 26 ms from text. Reading
takes 11 ms, visiting each of the articles' 51,000 nodes from Python 9 ms, and making the 20,000 blocks, links and marks
of the pages 17 ms, before anything is decided. Half of lexbor's speed, 38 ms for all, is out of reach of pure Python.
Serialising the articles and cutting them up with one expression takes 8 ms and 11 ms, where visiting the nodes takes 9.
"""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from measured import BARE, CORPUS, SAMPLE, each, pages_of, parsed, rounds, size_of

from tropegraph.model.page import Format


@dataclass(frozen=True)
class Speed:
    """What a parser took for all pages of a format: their number, their bytes, and the least time in seconds."""

    pages: int
    size: int
    seconds: float

    @property
    def megabytes(self) -> float:
        """MB a second."""
        return self.size / self.seconds / 1e6


def measure(format: Format, paths: list[Path], repeat: int) -> dict[str, Speed]:  # noqa: A002
    """Speed of each parser on pages of one format; repetitions take turns."""
    parsers = {"ours": parsed, **{name: parser for name, (of, parser) in BARE.items() if of is format}}
    took = rounds({name: each(parser, paths) for name, parser in parsers.items()}, repeat)
    return {name: Speed(len(paths), size_of(paths), min(times)) for name, times in took.items()}


def speeds_of(folder: Path, repeat: int) -> dict[Format, dict[str, Speed]]:
    """Speed of each parser on each format that the pages of a folder are in."""
    return {kind: measure(kind, paths, repeat) for kind, paths in pages_of(folder).items()}


def report(speeds: dict[Format, dict[str, Speed]], wikitext: Speed) -> None:
    """Print the table of one folder's pages; wiki source of any kind stands beside `wikitext`."""
    print(f"{'format':12}{'parser':18}{'pages':>6}{'MB':>7}{'pages/s':>9}{'MB/s':>8}   ours beside it")
    for kind, rows in speeds.items():
        for name, speed in (rows if kind is Format.HTML else {"mwparserfromhell": wikitext, **rows}).items():
            ratio = f"{rows['ours'].megabytes / speed.megabytes:17.2f}" if name != "ours" else ""
            shown = f"{speed.pages:6}{speed.size / 1e6:7.2f}{speed.pages / speed.seconds:9.0f}{speed.megabytes:8.1f}"
            print(f"{kind:12}{name:18}{shown}{ratio}")


def main() -> None:
    """Parse options and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=7)
    repeat = parser.parse_args().repeat
    print(f"Pages of data/sample; least of {repeat} repetitions")
    sample = speeds_of(SAMPLE, repeat)
    wikitext = sample[Format.MEDIAWIKI]["mwparserfromhell"]
    report(sample, wikitext)
    if corpus := os.environ.get(CORPUS):
        print(f"\nPages of {CORPUS}; wiki source beside MediaWiki source of data/sample")
        report(speeds_of(Path(corpus), repeat), wikitext)


if __name__ == "__main__":
    main()
