"""How long the named queries take: the median of each, embedded and on Neo4j, on one made-up graph.

    python benchmarks/queries.py --edges 5000000
    python benchmarks/queries.py --edges 1000000 --uri bolt://localhost:7687

The graph has the degrees of published edge sets. Each query is asked about nodes drawn at random, as often as `--calls`
says; the slowest of the calls is printed too, often about a node with very many edges. "cpu" is the median of what the
embedded engine took of the processor, for a machine that is busy. Answers that it keeps are used in the column "kept"
only. With `--uri` (login as for `tropegraph load`; the graph is loaded into the database) the
same calls go to Neo4j, after one round that warms it, and the rows are compared.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from wiki.graphs import whole_wiki

from tropegraph import export
from tropegraph.connect import Settings
from tropegraph.graph import Graph
from tropegraph.query import EmbeddedEngine, Engine, NamedQuery, Neo4jEngine, Param, Result, library, run

LIGHT, WHOLE = "RETURN 1 AS x", "MATCH (n {id: ''})-[r]->() RETURN r"
"""Statements that open one store and the other."""
_VALUES = {"relation": "SISTER_TROPE", "modifier": "AVERTED", "medium": None, "string": None}


def seconds(ask: Callable[[], object]) -> str:
    """How long something takes by the clock, and of this process."""
    start, begun = time.perf_counter(), time.process_time()
    ask()
    return f"{time.perf_counter() - start:6.1f} s (cpu {time.process_time() - begun:.1f} s)"


class Values:
    """Values of parameters, drawn at random but the same in every run."""

    def __init__(self, graph: Graph) -> None:
        self._dice = np.random.default_rng(5)
        kinds, ids = graph.nodes["kind"].to_numpy(), graph.nodes["id"].to_numpy()
        self._ids = {kind: ids[kinds == kind] for kind in ("Trope", "Work", "Index")}
        self._media = sorted(set(graph.nodes["medium"].to_pylist()) - {""})
        self._names = graph.nodes["name"].to_numpy()

    def call(self, query: NamedQuery) -> dict[str, Any]:
        """Values of the required parameters of a query."""
        return {p.name: self._value(p) for p in query.params if p.required}

    def _value(self, param: Param) -> Any:
        if param.type.node is not None:
            return str(self._dice.choice(self._ids[param.type.node or "Trope"]))
        if param.kind == "medium":
            return str(self._dice.choice(self._media))
        return _VALUES.get(param.kind) or str(self._dice.choice(self._names)).lower()


def opened(folder: Path) -> EmbeddedEngine:
    """The engine over the cached graph; prints how long it takes to build and to open both of its stores."""
    for what, statement in (("in memory", LIGHT), ("on disk, with all properties", WHOLE)):
        print(f"store {what:30} built and kept {seconds(lambda s=statement: EmbeddedEngine.open(folder).run(s))}")  # type: ignore[misc]
        engine = EmbeddedEngine.open(folder, answers=False)
        print(f"{'':36} opened         {seconds(lambda e=engine, s=statement: e.run(s))}", flush=True)  # type: ignore[misc]
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB\n")
    return engine


def timed(engine: Engine, name: str, calls: list[dict[str, Any]]) -> tuple[list[float], list[float], list[Result]]:
    """Milliseconds of each call by the clock and of this process, and what it gave."""
    took, spent, gave = [], [], []
    for call in calls:
        start, begun = time.perf_counter(), time.process_time()
        gave.append(run(engine, name, call))
        took.append(1000 * (time.perf_counter() - start))
        spent.append(1000 * (time.process_time() - begun))
    return took, spent, gave


def figures(folder: Path, engines: list[Engine], name: str, calls: list[dict[str, Any]]) -> list[str]:
    """One line of the table: median and slowest call of every engine, and that of a kept answer."""
    cells, answers = [name], []
    for engine in engines:
        if engine.name == "neo4j":
            timed(engine, name, calls)
        took, spent, gave = timed(engine, name, calls)
        cells += [f"{statistics.median(took):.1f}", f"{max(took):.0f}"]
        if engine.name == "embedded":
            cells.append(f"{statistics.median(spent):.1f}")
        answers.append(gave)
    keeping = EmbeddedEngine.open(folder)
    timed(keeping, name, calls[:1])
    cells.append(f"{timed(keeping, name, calls[:1])[0][0]:.1f}")
    return cells if all(gave == answers[0] for gave in answers) else [*cells, "rows differ"]


def measure(folder: Path, edges: int, calls: int, uri: str, names: list[str]) -> None:
    """Make the graph, ask everything, print the figures."""
    if not (folder / "manifest.json").exists():
        whole_wiki(edges).save(folder)
    graph = Graph.open(folder)
    print(f"{graph.nodes.num_rows:,} nodes, {graph.edges.num_rows:,} edges")
    values = Values(graph)
    if not uri:
        del graph
        print_all(folder, [opened(folder)], values, calls, names)
        return
    settings = Settings.of(uri=uri)
    print(f"loading Neo4j                   {seconds(lambda: export.load(graph, settings))}")
    with Neo4jEngine.open(settings) as server:
        print_all(folder, [opened(folder), server], values, calls, names)


def print_all(folder: Path, engines: list[Engine], values: Values, calls: int, names: list[str]) -> None:
    """Print the table."""
    heads = ["query", "embedded p50", "embedded max", "cpu"]
    heads += [*(["neo4j p50", "neo4j max"] if len(engines) > 1 else []), "kept"]
    print("".join(head.rjust(14) for head in heads) + "   (ms)")
    for name, query in library().items():
        if not names or name in names:
            asked = [values.call(query) for _ in range(calls if any(p.required for p in query.params) else 3)]
            print("".join(cell.rjust(14) for cell in figures(folder, engines, name, asked)), flush=True)


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--calls", type=int, default=11)
    parser.add_argument("--uri", default="")
    parser.add_argument("--graph", type=Path, help="folder that holds the graph, or is to hold it")
    parser.add_argument("names", nargs="*", help="queries; all when none is named")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(given.graph or Path(folder, "graph"), given.edges, given.calls, given.uri, given.names)


if __name__ == "__main__":
    main()
