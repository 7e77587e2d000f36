"""Edges a second into a real Neo4j server: our load against a bare driver loop with the same statements and batch size.

    python benchmarks/neo4j_load.py
    python benchmarks/neo4j_load.py edges.tsv.gz --rounds 3 --writers 2
    python benchmarks/neo4j_load.py --edges 2000000 --rounds 1

Loads what the inputs hold (by default the published edges that come with the package), or a made-up graph. Both begin
with an empty database, without any index, and load nodes and edges; seconds are of the whole, without reading the
inputs. The bare loop makes constraints and sends rows as Arrow gives them, a transaction a batch. Ours does all that a
load does: progress, indexes, checks. "again" is a second load over the first. Both are quicker with neo4j-rust-ext (the
extra `fast`).
"""

import argparse
import importlib.metadata
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import neo4j
from graph import made_up

from tropegraph import export, pipeline
from tropegraph.connect import Settings, open_driver
from tropegraph.export.neo4j import Step, plan, statements
from tropegraph.export.neo4j.batches import BATCH
from tropegraph.graph import Graph

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
from neo4j_jars import NEO4J_VERSION
from neo4j_server import running_server

ROOT = Path(__file__).parents[1]
_EMPTY = (
    "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 50000 ROWS",
    "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 50000 ROWS",
)


def empty(settings: Settings) -> None:
    """Remove everything, indexes too."""
    with open_driver(settings) as driver, driver.session() as session:
        for text in _EMPTY:
            session.run(text).consume()
        for kind, all_of_them in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            for (name,) in session.run(
                f"SHOW {all_of_them} YIELD name, type WHERE type <> 'LOOKUP' RETURN name"
            ).values():
                session.run(f"DROP {kind} {name} IF EXISTS").consume()


def bare(steps: Sequence[Step], settings: Settings) -> None:
    """What one would write without this package."""
    login = (settings.user, settings.password)
    with neo4j.GraphDatabase.driver(settings.uri, auth=login) as driver, driver.session() as session:
        for text in statements.constraints():
            session.run(text).consume()
        for step in steps:
            for start in range(0, step.table.num_rows, BATCH):
                rows = [
                    {**{k: row[k] for k in step.keys}, "properties": {p: row[p] for p in step.properties}}
                    for row in step.table.slice(start, BATCH).to_pylist()
                ]
                session.execute_write(_write, step.statement, rows)


def _write(transaction: neo4j.ManagedTransaction, text: str, rows: list[dict[str, object]]) -> None:
    transaction.run(text, rows=rows).consume()


def seconds(run: Callable[[], object]) -> float:
    """Seconds of a run."""
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def measure(graph: Graph, settings: Settings, rounds: int, writers: int) -> None:
    """Both in every round, the first one by turns; where there are several, the first one warms the server only."""
    steps = plan(graph)
    runs: dict[str, Callable[[], object]] = {
        "bare": lambda: bare(steps, settings),
        "ours": lambda: export.load(graph, settings, writers=writers),
    }
    took: dict[str, list[float]] = {name: [] for name in ("bare", "bare again", "ours", "ours again")}
    for number in range(rounds):
        for name in sorted(runs, reverse=bool(number % 2)):
            empty(settings)
            for label in (name, f"{name} again"):
                took[label].append(seconds(runs[name]))
                print(f"  round {number} {label:11} {graph.edges.num_rows / took[label][-1]:8,.0f} edges/s", flush=True)
    for again in ("", " again"):
        ratios = [b / o for b, o in zip(took["bare" + again], took["ours" + again], strict=True)]
        counted = ratios[1:] or ratios
        print(
            f"ours to bare{again}: {statistics.median(counted):.2f} (rounds: {', '.join(f'{r:.2f}' for r in ratios)})"
        )


def main() -> None:
    """Make the graph, start a server, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", default=[ROOT / "data" / "edges" / "film_tropes_2014.parquet"])
    parser.add_argument("--edges", type=int, help="about so many made-up edges instead of inputs")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--writers", type=int, default=1, help="how many of ours write edges")
    parser.add_argument("--version", default=NEO4J_VERSION, help="version of Neo4j")
    given = parser.parse_args()
    graph = made_up(given.edges) if given.edges else pipeline.build(given.inputs)
    drivers = {d.name: d.version for d in importlib.metadata.distributions() if d.name.startswith("neo4j")}
    print(
        f"{graph.nodes.num_rows:,} nodes, {graph.edges.num_rows:,} edges; Neo4j {given.version}, {drivers}", flush=True
    )
    with (
        tempfile.TemporaryDirectory(prefix="neo4j-") as folder,
        running_server(Path(folder), version=given.version) as server,
    ):
        measure(graph, Settings(server.uri, server.user, server.password), given.rounds, given.writers)


if __name__ == "__main__":
    main()
