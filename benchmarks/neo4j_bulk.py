"""How long it takes to write an import for neo4j-admin, beside the import itself.

    python benchmarks/neo4j_bulk.py
    python benchmarks/neo4j_bulk.py --edges 5000000 --rounds 3 --after
    python benchmarks/neo4j_bulk.py --graph graph --version 2025.10.1

Makes a graph of the size of a whole wiki, writes it with `tropegraph export neo4j-admin` in a process of its own, and
imports the files with a real neo4j-admin, by turns; the goal is at most 1.5 times neo4j-admin alone on ready files.
`--after` also starts a server on the result and runs the statements that follow an import (constraints, empty lists,
indexes), which a load from the network has done by its end.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from wiki.graphs import whole_wiki

from tropegraph.connect import Settings, open_driver
from tropegraph.graph import Graph

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
from neo4j_jars import NEO4J_VERSION, jars
from neo4j_server import running_server

ROOT = Path(__file__).parents[1]
GOAL = 1.5


@dataclass(frozen=True)
class Took:
    """What a command took: seconds by the clock, and of the processors."""

    clock: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.clock:5.1f} s (cpu {self.cpu:5.1f} s)"


def run(*command: object, **env: str) -> Took:
    """Run a command; its output is shown when it fails."""
    begun, before = time.perf_counter(), _cpu()
    done = subprocess.run(
        list(map(str, command)), env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return Took(time.perf_counter() - begun, _cpu() - before)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def write(graph: Path, to: Path, evidence: str) -> Took:
    """Our command."""
    return run(
        sys.executable, "-m", "tropegraph", "export", "neo4j-admin", to, "--graph", graph, "--evidence", evidence
    )


def import_(folder: Path, home: Path, version: str) -> Took:
    """The real neo4j-admin, from its start to its end."""
    admin = f"{sys.executable} {ROOT / 'tools' / 'neo4j_server.py'} admin --version {version} --data {home}"
    return run("sh", folder / "import.sh", "neo4j", "--overwrite-destination", NEO4J_ADMIN=admin)


def after(folder: Path, home: Path, version: str) -> None:
    """Print the seconds of every statement that follows an import and takes one or more."""
    with running_server(home, version=version) as server:
        settings = Settings(server.uri, server.user, server.password)
        whole = 0.0
        with open_driver(settings) as driver, driver.session() as session:
            for text in (folder / "after.cypher").read_text(encoding="utf-8").split(";\n")[:-1]:
                begun = time.perf_counter()
                session.run(text).consume()
                took = time.perf_counter() - begun
                whole += took
                if took >= 1:
                    print(f"  {took:6.1f} s  {' '.join(text.split())[:90]}", flush=True)
        print(f"after the import: {whole:.1f} s")


def main() -> None:
    """Make the graph, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", type=Path, help="a graph folder instead of a made-up one")
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--evidence", default="properties", choices=("properties", "nodes", "none"))
    parser.add_argument("--version", default=NEO4J_VERSION, help="version of Neo4j")
    parser.add_argument("--after", action="store_true", help="run what follows an import, too")
    given = parser.parse_args()
    jars(version=given.version)
    with tempfile.TemporaryDirectory(prefix="neo4j-") as name:
        folder, home, graph = Path(name, "import"), Path(name, "home"), given.graph or Path(name, "graph")
        if not given.graph:
            whole_wiki(given.edges).save(graph)
        counts = Graph.open(graph).manifest.counts
        print(f"{counts['nodes']:,} nodes, {counts['edges']:,} edges; Neo4j {given.version}", flush=True)
        rounds = []
        for number in range(given.rounds):
            rounds.append((write(graph, folder, given.evidence), import_(folder, home, given.version)))
            print(f"  round {number}: write {rounds[-1][0]}, import {rounds[-1][1]}", flush=True)
        size = sum(path.stat().st_size for path in folder.iterdir())
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        for what, ratios in (
            ("by the clock", [(wrote.clock + took.clock) / took.clock for wrote, took in rounds]),
            ("of the processors", [(wrote.cpu + took.cpu) / took.cpu for wrote, took in rounds]),
        ):
            print(f"write and import to import alone, {what}: {statistics.median(ratios):.2f} (goal: at most {GOAL})")
        print(f"{size / 1e6:,.0f} MB of files; no process took more than {most / 1e6:.1f} GB (neo4j-admin, likely)")
        if given.after:
            after(folder, home, given.version)


if __name__ == "__main__":
    main()
