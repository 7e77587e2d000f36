"""Kills loads, and restarts the server under them, at seeded points; then the server holds the graph all the same.

    python -m tests.integration.hurt_loads KILLS RESTARTS [VERSION]

Starts a server of its own, with little memory for a transaction, and loads more than fits into it, too. A load that is
killed is a fork of this process, and the kill strikes some milliseconds after one of its transactions, so mostly within
the next one. Every second restart is a crash, the others are orderly. Run by test_neo4j_load.py with few of each.
"""

import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from tests.conftest import ROOT
from tests.neo4j_fixture import delete_all
from tests.parity.graphs import awkward
from tropegraph import export
from tropegraph.connect import Settings, open_driver
from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows
from tropegraph.model.schema import TABLES

sys.path.insert(0, str(ROOT / "tools"))
from neo4j_jars import NEO4J_VERSION
from neo4j_server import Server, running_server

GRAPH = awkward()
KILLED = -signal.SIGKILL
NODES = "MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY n.id, l"
EDGES = "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p ORDER BY a, t, b"


def everything(settings: Settings) -> tuple[list[list[Any]], ...]:
    """All that a server holds, in order."""
    with open_driver(settings) as driver, driver.session() as session:
        return tuple(session.run(text).values() for text in (NODES, EDGES))


def empty(settings: Settings) -> None:
    with open_driver(settings) as driver:
        delete_all(driver)


def settings_of(server: Server) -> Settings:
    return Settings(server.uri, server.user, server.password)


def load(settings: Settings, on_rows: Callable[[int, int], None] | None = None, seed: int = 0) -> export.LoadReport:
    """Load in small transactions, with a batch size and number of writers that are the same for all loads of a seed."""
    return export.load(GRAPH, settings, batch=1 + seed % 3, writers=1 + seed % 2, progress=on_rows)


def killed_load(settings: Settings, transactions: int, delay: float, seed: int) -> int:
    """Load in a fork that is killed some seconds after so many transactions; its exit status."""

    def die() -> None:
        time.sleep(delay)
        os.kill(os.getpid(), signal.SIGKILL)

    left = [transactions]

    def count(_done: int, _total: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            threading.Thread(target=die).start()

    child = os.fork()
    if child == 0:
        try:
            load(settings, count, seed)
        except BaseException as error:
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_loads(settings: Settings, kills: int, wanted: object) -> int:
    """Kill loads until enough were killed; how many rows were not written again by those that went on."""
    drawn, killed, seed, resumed = random.Random(7), 0, 0, 0
    while killed < kills:
        seed += 1
        empty(settings)
        for _ in range(min(3, kills - killed)):
            status = killed_load(settings, drawn.randint(1, 12), drawn.uniform(0, 0.02), seed)
            if status == 0:
                break
            assert status == KILLED, f"a load ended with {status}"
            killed += 1
        resumed += load(settings, seed=seed).resumed
        assert everything(settings) == wanted, f"after kills of seed {seed} the server holds something else"
    return resumed


def load_more_than_fits(settings: Settings) -> None:
    """Load rows of which the server has not the memory for a whole batch."""
    rows = [{"id": f"Main/N{n}", "kind": "Trope", "namespace": "Main", "url": f"{n} " * 400} for n in range(5000)]
    tables = {name: of_rows(name, rows if name == "nodes" else ()) for name in TABLES}
    told: list[int] = []
    empty(settings)
    report = export.load(Graph.of(SimpleNamespace(**tables)), settings, progress=lambda done, _total: told.append(done))
    assert report.nodes_created == len(rows)
    assert len(told) > 1, "it did fit"


def restart_loads(folder: Path, port: int, version: str, restarts: int, wanted: object) -> None:
    """Restart the server under loads."""
    drawn = random.Random(11)
    for number in range(restarts):
        due, at = threading.Event(), drawn.randint(2, 30)

        def count(done: int, _total: int, due: threading.Event = due, at: int = at) -> None:
            if done >= at:
                due.set()

        with ThreadPoolExecutor(1) as pool:
            with running_server(folder, port=port, version=version) as server:
                settings = settings_of(server)
                empty(settings)
                running = pool.submit(load, settings, count)
                assert due.wait(60), running.exception(0)
                time.sleep(drawn.uniform(0, 0.01))
                if number % 2 == 0:
                    os.killpg(server.group, signal.SIGKILL)
            with running_server(folder, port=port, version=version):
                running.result(300)
                assert everything(settings) == wanted, f"after restart {number} the server holds something else"


def main(kills: int, restarts: int, version: str = NEO4J_VERSION) -> None:
    with TemporaryDirectory(prefix="neo4j-") as name:
        folder = Path(name)
        with running_server(folder, version=version, settings={"db.memory.transaction.max": "16m"}) as server:
            settings = settings_of(server)
            load(settings)
            wanted = everything(settings)
            resumed = kill_loads(settings, kills, wanted)
            load_more_than_fits(settings)
        restart_loads(folder, int(server.uri.rpartition(":")[2]), version, restarts, wanted)
    sys.stdout.write(
        f"Neo4j {version}: {kills} kills ({resumed} rows not written again) and {restarts} restarts, equal graphs\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
