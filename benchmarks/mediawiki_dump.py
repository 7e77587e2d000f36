"""Memory and speed of reading and parsing a MediaWiki dump, beside bare mwparserfromhell on the same pages.

    python benchmarks/mediawiki_dump.py --megabytes 2000

The dump is made of the sample pages under new titles, in a temporary folder. Each measurement runs in a process of its
own, whose peak resident memory is the operating system's figure.
"""

import argparse
import bz2
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from xml.sax.saxutils import escape

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "formats" / "mediawiki"
HEAD = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n'
    "<siteinfo><base>https://wiki.example.org/wiki/Main_Page</base></siteinfo>\n"
)
FEW = 3000
OPENED = {".xml": Path.open, ".bz2": bz2.open}


def sample_pages() -> list[tuple[str, str]]:
    """Title and wikitext of the sample pages, escaped for XML."""
    return [(path.stem, escape(path.read_text(encoding="utf-8"))) for path in sorted(SAMPLE.rglob("*.mediawiki"))]


def dump(size: int) -> Iterator[str]:
    """A dump of about `size` bytes."""
    yield HEAD
    for number, (title, text) in enumerate(cycle(sample_pages())):
        page = (
            f"<page><title>{title} {number}</title><ns>0</ns><id>{number}</id><revision><id>{number}</id>"
            f'<model>wikitext</model><text xml:space="preserve">{text}</text></revision></page>\n'
        )
        size -= len(page.encode())
        yield page
        if size <= 0:
            break
    yield "</mediawiki>\n"


def write(path: Path, size: int) -> None:
    """Write a dump, packed as its ending says."""
    with OPENED[path.suffix](path, "wt", encoding="utf-8") as file:
        file.writelines(dump(size))


def ours(path: str, limit: int, *, parsed: bool = True) -> int:
    """Read and parse; gives the number of pages."""
    from tropegraph.model.page import RawPage
    from tropegraph.parse import parse
    from tropegraph.read import read_inputs

    pages = (raw for raw in read_inputs([path]) if isinstance(raw, RawPage))
    return sum(1 for raw in islice(pages, limit or None) if not parsed or parse(raw).blocks)


def only_read(path: str, limit: int) -> int:
    """Read without parsing."""
    return ours(path, limit, parsed=False)


def bare(path: str, limit: int) -> int:
    """Read as we do, and let mwparserfromhell parse each text into its tree."""
    import mwparserfromhell

    from tropegraph.model.page import RawPage
    from tropegraph.read import read_inputs

    pages = (raw for raw in read_inputs([path]) if isinstance(raw, RawPage))
    return sum(1 for raw in islice(pages, limit or None) if mwparserfromhell.parse(raw.text).nodes)


TASKS = {"read": only_read, "read and parse": ours, "mwparserfromhell": bare}


def measure(task: str, path: Path, limit: int = 0) -> dict[str, float]:
    """Pages, seconds and peak memory in MB of a task in a process of its own; all pages where `limit` is 0."""
    command = [sys.executable, __file__, "--task", task, "--path", str(path), "--limit", str(limit)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def run(task: str, path: str, limit: int) -> None:
    """Do a task and print what it took."""
    start = time.perf_counter()
    pages = TASKS[task](path, limit)
    seconds = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({"pages": pages, "seconds": seconds, "peak": peak}))


def compare(megabytes: int, ending: str) -> None:
    """Print the figures of all tasks."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"dump{ending}"
        write(path, megabytes * 1_000_000)
        print(f"dump of {megabytes} MB, {path.stat().st_size / 1e6:.0f} MB as {ending}")
        speeds = {}
        for task, limit in (("mwparserfromhell", FEW), ("read and parse", FEW), ("read", 0), ("read and parse", 0)):
            found = measure(task, path, limit)
            speeds[task, limit] = found["pages"] / found["seconds"]
            shown = f"{found['pages']:.0f} pages, {speeds[task, limit]:.0f} pages/s, peak {found['peak']:.0f} MB"
            print(f"{task:20}{shown}", flush=True)
        ratio = speeds["read and parse", FEW] / speeds["mwparserfromhell", FEW]
        print(f"read and parse / mwparserfromhell, first {FEW} pages: {ratio:.2f}")


def main() -> None:
    """Parse options; make the dump and measure, or do one task of the measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--ending", choices=sorted(OPENED), default=".xml")
    parser.add_argument("--task", choices=sorted(TASKS), help=argparse.SUPPRESS)
    parser.add_argument("--path", default="", help=argparse.SUPPRESS)
    parser.add_argument("--limit", type=int, default=0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.task:
        run(given.task, given.path, given.limit)
    else:
        compare(given.megabytes, given.ending)


if __name__ == "__main__":
    main()
