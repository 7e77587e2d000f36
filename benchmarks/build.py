"""What a build of many pages takes: time, memory of all its processes, room on disk.

    python benchmarks/generate_wiki.py --pages 20000 --out /tmp/wiki
    python benchmarks/build.py /tmp/wiki/pages --workers 1 2

For each number of workers it builds a graph from nothing, then again with one page in a hundred changed, and prints a
line for each: pages, edges, seconds until all pages are read and in all, seconds of processor time, the most memory
that the processes had together (resident, sampled), and bytes of the graph and of the parts kept beside it; then the
second build's share of the first, and how many times faster the first is read than with the first number of workers.
The line before them says how much more two processes of plain Python do here than one: what two workers can reach at
most. On a machine that does other things too, the share of processor time says more than that of seconds. Linux only:
it reads /proc.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

SAMPLED = 0.2
"""Seconds between two looks at the memory."""

SPIN = """
import time
begun = time.perf_counter()
held = {}
for number in range(4_000_000):
    held[number % 5000] = str(number)
print(time.perf_counter() - begun)
"""

BUILD = """
import sys, time, json
from tropegraph import pipeline
begun, stages = time.perf_counter(), {}
def progress(now):
    stages.setdefault(now.stage, time.perf_counter() - begun)
options = pipeline.options_of(workers=int(sys.argv[3]), memory=sys.argv[4])
if __name__ == "__main__":
    built = pipeline.build_folder([sys.argv[1]], sys.argv[2], options, on_progress=progress)
    print(json.dumps({"read": built.read, "kept": built.kept, "counts": built.counts,
                      "reading": stages["resolving"], "seconds": time.perf_counter() - begun}))
"""


def build(pages: Path, out: Path, workers: int, memory: str) -> dict[str, object]:
    """Build in a process of its own, and watch its memory."""
    command = [sys.executable, "-c", BUILD, str(pages), str(out), str(workers), memory]
    begun = processor_time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = Peak(process.pid)
    told = process.communicate()[0]
    peak.stop()
    if process.returncode:
        raise SystemExit(process.returncode)
    return {**json.loads(told.splitlines()[-1]), "peak": peak.most, "processor": processor_time() - begun}


def two_processes() -> float:
    """How many times as much two processes of plain Python do as one, in the same time."""
    first, together, again, together_again = (_spin(processes) for processes in (1, 2, 1, 2))
    return 2 * (first + again) / (together + together_again)


def _spin(processes: int) -> float:
    """Seconds of the slowest of so many processes that do the same at once."""
    started = [
        subprocess.Popen([sys.executable, "-c", SPIN], stdout=subprocess.PIPE, text=True) for _ in range(processes)
    ]
    return max(float(process.communicate()[0]) for process in started)


def processor_time() -> float:
    """Seconds of processor time of all builds so far, their processes included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Peak:
    """The most memory that a process and all below it have together, sampled by a thread."""

    def __init__(self, pid: int) -> None:
        self.most = 0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> None:
        """Look no longer."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(SAMPLED):
            self.most = max(self.most, sum(_resident(pid) for pid in _tree(self._pid)))


def _tree(pid: int) -> list[int]:
    try:
        children = [
            child
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return []
    return [pid, *(below for child in children for below in _tree(int(child)))]


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def changed(pages: Path) -> list[tuple[Path, bytes]]:
    """Change one file in a hundred; what they held before."""
    files = sorted(path for path in pages.rglob("*") if path.is_file())[::100]
    before = [(path, path.read_bytes()) for path in files]
    for path, data in before:
        path.write_bytes(data.replace(b" and ", b" or ", 1) + b"\n")
    return before


def line(name: str, told: dict[str, object], out: Path) -> str:
    """One line of the outcome."""
    counts = told["counts"]
    assert isinstance(counts, dict)
    sizes = size(out) / 1e6, size(out.with_name(f".{out.name}.build")) / 1e6
    return (
        f"{name:24} read {told['read']:>7,} kept {told['kept']:>7,} edges {counts['edges']:>10,} "
        f"evidence {counts['evidence']:>10,}  reading {told['reading']:7.1f} s  all {told['seconds']:7.1f} s  "
        f"processor {told['processor']:7.1f} s  "
        f"peak {int(str(told['peak'])) / 1e6:6,.0f} MB  graph {sizes[0]:6,.1f} MB  parts {sizes[1]:6,.1f} MB"
    )


def main() -> None:
    """Measure builds with each number of workers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--memory", default="2GB")
    parser.add_argument("--place", type=Path, help="Folder to build in, on the disk to measure.")
    given = parser.parse_args()
    print(f"two processes of plain Python: {two_processes():.2f} times one", flush=True)
    if given.place:
        given.place.mkdir(parents=True, exist_ok=True)
    alone = 0.0
    for workers in given.workers:
        place = Path(tempfile.mkdtemp(dir=given.place))
        try:
            out = place / "graph"
            first = build(given.pages, out, workers, given.memory)
            print(line(f"{workers} workers", first, out), flush=True)
            alone = alone or float(str(first["reading"]))
            before = changed(given.pages)
            try:
                told = build(given.pages, out, workers, given.memory)
                print(line(f"{workers} workers, 1 % changed", told, out), flush=True)
                shares = (float(str(told[of])) / float(str(first[of])) for of in ("seconds", "processor"))
                print("  second of first: {:.3f} of the seconds, {:.3f} of the processor time".format(*shares))
                print(
                    f"  reading: {alone / float(str(first['reading'])):.2f} times as fast as the first row's",
                    flush=True,
                )
            finally:
                for path, data in before:
                    path.write_bytes(data)
        finally:
            shutil.rmtree(place)


if __name__ == "__main__":
    main()
