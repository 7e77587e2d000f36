"""Memory and speed of reading and parsing at size: a dump of a MediaWiki, and a zip of many pages.

    python benchmarks/mediawiki_dump.py                                   a dump of 2 GB, a zip of 10,000 pages
    python benchmarks/mediawiki_dump.py --megabytes 20 --pages 1000

The pages are those of data/sample under new titles, and every third link leads where no link led before, so that caches
fill as a wiki fills them. The dump comes through a pipe and is never on disk; the zip, of sample pages in every format,
lies in a temporary folder. Each measurement runs in a process of its own: pages and MB are per second of its processor
time, memory is its peak of resident memory, as the operating system tells it. mwparserfromhell is given the text of the
first pages of the same dump.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from itertools import count, cycle, islice
from pathlib import Path
from xml.sax.saxutils import escape

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
ENDINGS = {".html", ".md", ".mediawiki", ".pmwiki", ".txt"}
HEAD = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n'
    "<siteinfo><base>https://wiki.example.org/wiki/Main_Page</base></siteinfo>\n"
)
LINK = re.compile(r"\[\[([A-Z][^\[\]|:]*)")
FEW_MEGABYTES = 8


def dump(size: int) -> Iterator[bytes]:
    """A dump of about `size` bytes, a page at a time."""
    texts = [(path.stem, path.read_text("utf-8")) for path in sorted(SAMPLE.glob("formats/mediawiki/*/*"))]
    fresh = count()
    yield HEAD.encode()
    for number, (title, text) in enumerate(cycle(texts)):
        shown = escape(LINK.sub(lambda link: _renamed(link[0], next(fresh)), text))
        page = (
            f"<page><title>{title} {number}</title><ns>0</ns><id>{number}</id><revision><id>{number}</id>"
            f'<model>wikitext</model><text xml:space="preserve">{shown}</text></revision></page>\n'
        ).encode()
        size -= len(page)
        yield page
        if size <= 0:
            break
    yield b"</mediawiki>\n"


def _renamed(link: str, number: int) -> str:
    return link if number % 3 else f"{link} {number}"


def write_zip(path: Path, pages: int) -> None:
    """A zip of sample pages in every format under new names."""
    files = [file for file in sorted(SAMPLE.rglob("*")) if file.suffix in ENDINGS and file.parent != SAMPLE]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, file in enumerate(islice(cycle(files), pages)):
            archive.writestr(f"{file.parent.name}/{file.stem}{number}{file.suffix}", file.read_bytes())


def ours(path: str) -> Iterator[int]:
    """Read and parse; the length of each page's text."""
    from tropegraph.model.page import RawPage
    from tropegraph.parse import parse
    from tropegraph.read import read_inputs

    for raw in read_inputs([path]):
        if isinstance(raw, RawPage):
            parse(raw)
            yield len(raw.text)


def bare(path: str) -> Iterator[int]:
    """Read as we do, and let mwparserfromhell make its tree; the length of each page's text."""
    import mwparserfromhell

    from tropegraph.model.page import RawPage
    from tropegraph.read import read_inputs

    for raw in read_inputs([path]):
        if isinstance(raw, RawPage):
            mwparserfromhell.parse(raw.text)
            yield len(raw.text)


TASKS: dict[str, Callable[[str], Iterator[int]]] = {"tropegraph": ours, "mwparserfromhell": bare}


def run(task: str, path: str) -> None:
    """Do a task and print what it took from its first page on; before that, modules are loaded."""
    lengths = TASKS[task](path)
    pages, size = 1, next(lengths)
    start = time.process_time()
    for length in lengths:
        pages, size = pages + 1, size + length
    seconds = time.process_time() - start
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({"pages": pages, "size": size / 1e6, "seconds": seconds, "peak": peak}))


def measure(task: str, path: str, parts: Iterator[bytes]) -> float:
    """Do a task in a process of its own, print its figures, and give its pages a second.

    Args:
        task: One of `TASKS`.
        path: What it reads; "-" for `parts`.
        parts: Bytes for its standard input.
    """
    command = [sys.executable, __file__, "--task", task, "--path", path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        sent = 0
        for part in parts:
            sent += process.stdin.write(part)
        process.stdin.close()
        found = json.loads(process.stdout.read())
    speed = found["pages"] / found["seconds"]
    size = sent / 1e6 or found["size"]
    print(
        f"{task:18}{size:8.0f} MB {found['pages']:9.0f} pages {speed:8.0f} pages/s {size / found['seconds']:6.1f} MB/s"
        f"   peak {found['peak']:.0f} MB",
        flush=True,
    )
    return float(speed)


def main() -> None:
    """Parse options; measure everything, or do one task of a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--task", choices=sorted(TASKS), help=argparse.SUPPRESS)
    parser.add_argument("--path", default="", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.task:
        run(given.task, given.path)
        return
    few = FEW_MEGABYTES * 1_000_000
    speeds = [measure(task, "-", dump(few)) for task in ("mwparserfromhell", "tropegraph")]
    print(f"tropegraph / mwparserfromhell: {speeds[1] / speeds[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.zip"
        write_zip(path, given.pages)
        print(f"zip of {given.pages} pages, {path.stat().st_size / 1e6:.0f} MB")
        measure("tropegraph", str(path), iter(()))
    print(f"dump of {given.megabytes} MB")
    measure("tropegraph", "-", dump(given.megabytes * 1_000_000))


if __name__ == "__main__":
    main()
