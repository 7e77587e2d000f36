"""Whole builds: the same bytes however they come about, only what changed is read, and nothing lost on the way."""

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import little_wiki
import pytest

import tropegraph as tg
from tests.conftest import run_cli
from tropegraph import pipeline
from tropegraph.building import batches
from tropegraph.building import run as building
from tropegraph.building.lock import locked
from tropegraph.building.places import workplace_of
from tropegraph.errors import InputError, OutputError

HERE = Path(__file__).parent
FACTS = ("nodes", "edges", "evidence")


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little wikis in several parts."""
    monkeypatch.setattr(batches, "PAGES", 4)
    monkeypatch.setattr(building, "SMALL", 4)


def build(out: Path, *inputs: Path, rebuild: bool = False, workers: int = 1) -> building.Built:
    """Build a folder, without names known beforehand."""
    return pipeline.build_folder(inputs, out, pipeline.options_of((), workers=workers), rebuild=rebuild)


def facts(graph: Path) -> dict[str, bytes]:
    """The tables that hold no provenance of inputs as a whole."""
    return {name: data for name, data in little_wiki.content(graph, FACTS).items() if name != "manifest.json"}


def test_workers_and_order_change_no_byte(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    files = sorted(p for p in pages.rglob("*") if p.is_file())
    build(tmp_path / "one", *files)
    build(tmp_path / "two", *reversed(files), workers=2)
    assert little_wiki.content(tmp_path / "one") == little_wiki.content(tmp_path / "two")


def test_in_memory_is_the_same_graph(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    build(tmp_path / "g", pages)
    tg.build(pages, names=(), workers=1).save(tmp_path / "saved")
    assert little_wiki.content(tmp_path / "g") == little_wiki.content(tmp_path / "saved")


def test_only_what_changed_is_read(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    first = build(tmp_path / "g", pages)
    assert (first.kept, first.removed) == (0, 0)
    before = little_wiki.content(tmp_path / "g")
    again = build(tmp_path / "g", pages)
    assert (again.read, again.kept) == (0, first.read)
    assert little_wiki.content(tmp_path / "g") == before
    little_wiki.write(pages, "It never goes out.")
    changed = build(tmp_path / "g", pages)
    assert changed.read == 3, "two tropes and the work"
    assert changed.read + changed.kept == first.read
    build(tmp_path / "clean", pages)
    assert little_wiki.content(tmp_path / "g") == little_wiki.content(tmp_path / "clean")


def test_a_page_without_a_title_is_read_again_when_its_twin_changes(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    build(tmp_path / "g", pages)
    (pages / "Film" / "TheCedarKeeper.pmwiki").rename(pages / "Film" / "TheCedarGuard.pmwiki")
    assert build(tmp_path / "g", pages).read == 2
    rows = {row["id"]: row["node"] for row in tg.open(tmp_path / "g").pages.to_pylist()}
    assert rows["lost"] == rows["Film/TheCedarGuard.pmwiki"] == "Film/TheCedarGuard"


def test_a_removed_input_disappears_with_its_part(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    build(tmp_path / "g", pages)
    for path in [*sorted((pages / "Main").iterdir())[:6], pages / "edges.csv"]:
        path.unlink()
    built = build(tmp_path / "g", pages)
    assert (built.read, built.removed) == (0, 7)
    build(tmp_path / "clean", pages)
    assert little_wiki.content(tmp_path / "g") == little_wiki.content(tmp_path / "clean")
    shutil.rmtree(pages / "Main")
    (pages / "lost.jsonl").unlink()
    build(tmp_path / "g", pages)
    left = list((workplace_of(tmp_path / "g") / "parts").iterdir())
    assert 1 <= len(left) <= 3


def test_rebuild_reads_all(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    first = build(tmp_path / "g", pages)
    again = build(tmp_path / "g", pages, rebuild=True)
    assert (again.read, again.kept) == (first.read, 0)


def test_other_options_read_all_again(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    build(tmp_path / "g", pages)
    with_mentions = pipeline.options_of((), mentions=True, workers=1)
    assert pipeline.build_folder([pages], tmp_path / "g", with_mentions).kept == 0


def test_a_then_b_is_both(tmp_path: Path) -> None:
    one, two = little_wiki.write(tmp_path / "a", count=5), little_wiki.write(tmp_path / "b", "Said otherwise.")
    build(tmp_path / "both", one, two)
    build(tmp_path / "g", one)
    assert build(tmp_path / "g", one, two).kept > 0
    assert little_wiki.content(tmp_path / "g") == little_wiki.content(tmp_path / "both")
    build(tmp_path / "h", two)
    build(tmp_path / "h", one, two)
    assert little_wiki.content(tmp_path / "h") == little_wiki.content(tmp_path / "both")


def test_many_small_parts_are_put_together(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in", count=1)
    for i in range(18):
        (pages / f"More{i:02}.pmwiki").write_text(f"A lamp with number {i}. Compare AmberLantern.\n", encoding="utf-8")
        if i % 6 == 5:
            building.SMALL = 64
        batches.PAGES = 1
        build(tmp_path / "g", pages)
    parts = workplace_of(tmp_path / "g") / "parts"
    assert len(list(parts.iterdir())) < 18
    assert build(tmp_path / "g", pages).read == 0
    build(tmp_path / "clean", pages)
    assert little_wiki.content(tmp_path / "g") == little_wiki.content(tmp_path / "clean")


def test_a_page_twice_and_a_file_renamed_change_only_provenance(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    build(tmp_path / "g", pages)
    once = tg.open(tmp_path / "g")
    shutil.copy(pages / "Main" / "BirchLantern.pmwiki", pages / "Main" / "BirchLantern.bak.pmwiki")
    (pages / "more.jsonl").rename(pages / "moved.jsonl")
    twice = tg.build(pages, names=(), workers=1)
    for table in ("nodes", "edges"):
        assert getattr(twice, table) == getattr(once, table)
    assert twice.evidence.drop("input") == once.evidence.drop("input")


def test_a_damaged_part_is_made_anew(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    build(tmp_path / "g", pages)
    before = little_wiki.content(tmp_path / "g")
    parts = workplace_of(tmp_path / "g") / "parts"
    damaged = sorted(parts.glob("*/claims.parquet"))[0]
    damaged.write_bytes(damaged.read_bytes()[:40])
    assert 0 < build(tmp_path / "g", pages).read <= batches.PAGES
    assert little_wiki.content(tmp_path / "g") == before


def test_two_builds_into_one_folder_are_refused(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    place = workplace_of(tmp_path / "g")
    place.mkdir()
    with locked(place / "lock", "g"), pytest.raises(OutputError, match="Another build"):
        build(tmp_path / "g", pages)
    build(tmp_path / "g", pages)


@pytest.mark.parametrize(("workers", "memory"), [(0, "2GB"), (1, "much"), (1, "2")])
def test_options_that_are_none(workers: int, memory: str) -> None:
    with pytest.raises(InputError):
        pipeline.options_of((), workers=workers, memory=memory)


def test_nothing_to_read_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(InputError):
        build(tmp_path / "g", tmp_path / "in")
    assert [p.name for p in tmp_path.iterdir()] == ["in"]


def test_a_script_that_asks_for_no_main_may_use_processes(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import tropegraph as tg
            from tropegraph.building import batches
            batches.PAGES = 4
            print(tg.build({str(pages)!r}, names=(), workers=2).nodes.num_rows)
            """
        ),
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1


COMMAND = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from tropegraph.building import batches; batches.PAGES = 1; from tropegraph.cli import main; main()"
)
"""Hears interrupts even where the tests run in a shell's background, which has them ignored."""


def _begun(pages: Path, out: Path, workers: int) -> "subprocess.Popen[str]":
    """A build by the command line that has written its first part."""
    given = ["build", str(pages), "--out", str(out), "--workers", str(workers)]
    process = subprocess.Popen([sys.executable, "-c", COMMAND, *given], stderr=subprocess.PIPE, text=True)
    parts = workplace_of(out) / "parts"
    while process.poll() is None and not (parts.is_dir() and any(len(p.name) == 32 for p in parts.iterdir())):
        time.sleep(0.005)
    return process


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("sent", "workers"), [(signal.SIGINT, 1), (signal.SIGINT, 2), (signal.SIGKILL, 2)])
def test_an_interrupted_command_goes_on_where_it_was(tmp_path: Path, sent: signal.Signals, workers: int) -> None:
    pages = little_wiki.write(tmp_path / "in")
    process = _begun(pages, tmp_path / "g", workers)
    process.send_signal(sent)
    told = process.communicate()[1]
    if sent == signal.SIGINT:
        assert process.returncode == 130
        assert "Traceback" not in told
        assert "the same command goes on" in told
    assert not (tmp_path / "g").exists()
    built = run_cli("build", pages, "--out", tmp_path / "g")
    assert built.code == 0
    assert "kept 0" not in built.out
    assert run_cli("build", pages, "--out", tmp_path / "clean").code == 0
    assert little_wiki.content(tmp_path / "g") == little_wiki.content(tmp_path / "clean")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_fifty_kills_lose_nothing(tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "killed_builds.py"), str(tmp_path), "50"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_a_disk_that_refuses_gives_one_sentence(tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: the same calls fail."""
    pages = little_wiki.write(tmp_path / "in")
    build(tmp_path / "g", pages)
    before = little_wiki.content(tmp_path / "g")
    little_wiki.write(pages, "It never goes out.")
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); "
    given = ["build", str(pages), "--out", str(tmp_path / "g"), "--workers", "1"]
    done = subprocess.run(
        [sys.executable, "-c", limited + COMMAND, *given], capture_output=True, text=True, check=False
    )
    assert done.returncode == OutputError.exit_code, done.stderr
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert little_wiki.content(tmp_path / "g") == before


def test_diff_lists_what_was_added_removed_and_changed(tmp_path: Path) -> None:
    pages = little_wiki.write(tmp_path / "in")
    build(tmp_path / "old", pages)
    (pages / "Main" / "BirchLantern.pmwiki").unlink()
    little_wiki.write(tmp_path / "in", "It never goes out. The opposite of HeathLantern.")
    (pages / "Main" / "GroveLantern.pmwiki").unlink()
    build(tmp_path / "new", pages)
    rows = json.loads(run_cli("diff", tmp_path / "old", tmp_path / "new", "--json").out)
    old, new = ({e[:3] for e in _edges(tg.open(tmp_path / name))} for name in ("old", "new"))
    told = {(r["source"], r["type"], r["target"]): r["change"] for r in rows["edges"]}
    assert {k for k, change in told.items() if change == "added"} == new - old != set()
    assert {k for k, change in told.items() if change == "removed"} == old - new != set()
    assert "Main/GroveLantern" in {r["id"] for r in rows["nodes"] if "has_page" in r["columns"]}
    same = run_cli("diff", tmp_path / "new", tmp_path / "new")
    assert "No difference" in same.out


def _edges(graph: tg.TropeGraph) -> list[tuple[str, str, str]]:
    columns = (graph.edges[c].to_pylist() for c in ("source", "type", "target"))
    return list(zip(*columns, strict=True))
