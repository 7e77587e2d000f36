"""Kills builds without warning at seeded points, and checks after each that nothing is lost; run by test_building.py.

    python killed_builds.py FOLDER KILLS

Points are calls of the operating system: an audit hook counts those that concern files, and kills the process at the
one that was drawn. Each build runs in a fork of this process, which itself does nothing but wait.
"""

import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import little_wiki

from tropegraph import pipeline
from tropegraph.building import batches, run

EVENTS = ("open", "os.", "shutil.")
KILLS_A_ROUND = 5


def build(pages: Path, out: Path, *, rebuild: bool = False) -> None:
    pipeline.build_folder([pages], out, pipeline.options_of((), workers=1), rebuild=rebuild)


def in_fork(work: Callable[[], None]) -> int:
    """Run in a process of its own; its exit status."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def watched(work: Callable[[], None], below: Path, act: Callable[[int], None]) -> None:
    """Run with `act` called at each event that concerns files below a folder, with its number."""
    count = 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal count
        if event.startswith(EVENTS) and args and str(args[0]).startswith(str(below)):
            count += 1
            act(count)

    sys.addaudithook(hook)
    work()


def main(folder: Path, kills: int) -> None:
    batches.PAGES = 2
    run.SMALL = 2
    seeded = random.Random(6)
    pipeline.build(little_wiki.write(folder / "warm"), names=(), workers=1)  # What this loads, no fork loads again.
    pages = [
        little_wiki.write(folder / name, said) for name, said in (("one/in", ""), ("two/in", "It never goes out."))
    ]
    clean = []
    for number, place in enumerate(pages):
        assert in_fork(lambda place=place, number=number: build(place, folder / f"clean{number}")) == 0
        clean.append(little_wiki.content(folder / f"clean{number}", ("nodes", "edges", "evidence", "findings")))
    place = folder / "killed"
    place.mkdir()
    counted = folder / "count"
    write = lambda n: counted.write_text(str(n), encoding="utf-8")  # noqa: E731
    out = place / "g"
    assert in_fork(lambda: watched(lambda: build(pages[0], out), place, write)) == 0
    events, hit = int(counted.read_text(encoding="utf-8")), 0
    for start in range(0, kills, KILLS_A_ROUND):
        which = 1 - start // KILLS_A_ROUND % 2
        for _ in range(KILLS_A_ROUND):
            hit += killed_once(pages[which], place, seeded.randint(1, events), rebuild=seeded.random() < 0.7)
            assert parts_of(out) in map(parts_of_content, clean), "what is there after a kill is a whole graph"
        assert in_fork(lambda which=which: build(pages[which], out)) == 0
        assert parts_of(out) == parts_of_content(clean[which]), "the end is the same as without kills"
        left = sorted(path.name for path in place.iterdir())
        assert left == [".g.build", "g"], left
    assert hit * 2 > kills, f"only {hit} of {kills} builds were killed, at one of {events} points each"


def parts_of(out: Path) -> dict[str, bytes]:
    """A graph's tables that do not tell where the inputs lay; what a kill set aside is put back by reading."""
    assert in_fork(lambda: pipeline.open(out) and None) == 0
    return parts_of_content(little_wiki.content(out, ("nodes", "edges", "evidence", "findings")))


def parts_of_content(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name != "manifest.json"}


def killed_once(pages: Path, place: Path, at: int, *, rebuild: bool) -> bool:
    """Begin a build that is killed at an event; whether it came to that."""

    def act(count: int) -> None:
        if count == at:
            os.kill(os.getpid(), signal.SIGKILL)

    code = in_fork(lambda: watched(lambda: build(pages, place / "g", rebuild=rebuild), place, act))
    assert code in (0, -signal.SIGKILL), code
    return code != 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
