"""What it takes to hand a stored graph to the tools that compute on it: seconds and memory.

    python benchmarks/graph.py
    python benchmarks/graph.py --edges 5000000

Writes a made-up graph of works and tropes with the degrees of published edge sets, and opens it in a process of its own
for each conversion. "plain" is what one would write without this package: rows as dictionaries, the cyclic collector
off, `add_nodes_from` and `add_edges_from`. Seconds are of the processor, without opening; memory is the most that the
process held.
"""

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import numpy as np
import pyarrow as pa
from wiki.degrees import edges

from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows
from tropegraph.model.schema import TABLES

MODIFIERS: tuple[list[str], ...] = ([], [], [], [], ["AVERTED"], ["SUBVERTED"], ["LAMPSHADED", "PARODIED"])


def made_up(size: int) -> Graph:
    """A graph with about so many examples, a fiftieth as many works and a two-hundredth as many tropes."""
    works, tropes = (
        np.array([name.format(i) for i in range(size // n)]) for name, n in (("Film/W{}", 50), ("Main/T{}", 200))
    )
    source, target = edges(len(works), len(tropes), size, seed=1)
    count = len(source)
    nodes = [{"id": i, "name": i[5:], "kind": "Work" if i[0] == "F" else "Trope"} for i in (*works, *tropes)]
    lists = pa.list_(pa.string())
    drawn = np.random.default_rng(2).integers(0, len(MODIFIERS), count)
    columns = {
        "source": pa.array(works[source]),
        "type": pa.array(["EXAMPLE_OF"] * count),
        "target": pa.array(tropes[target]),
        "modifiers": pa.array([MODIFIERS[i] for i in drawn], lists),
        "media": pa.array([["Film"]] * count, lists),
        "stated_on": pa.array([["trope", "work"]] * count, lists),
        "evidence_count": pa.array(np.zeros(count, np.int64)),
    }
    empty = {name: of_rows(name, ()) for name in TABLES}
    return Graph._of({**empty, "nodes": of_rows("nodes", nodes), "edges": pa.table(columns)}, {})


def plain(graph: Graph) -> object:
    """The multigraph as one would make it by hand."""
    gc.disable()
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_nodes_from((row.pop("id"), row) for row in graph.nodes.to_pylist())
    made.add_edges_from((e.pop("source"), e.pop("target"), e.pop("type"), e) for e in graph.edges.to_pylist())
    return made


CONVERSIONS: dict[str, Callable[[Graph], object]] = {
    "plain multigraph": plain,
    "to_networkx": lambda graph: graph.to_networkx(evidence=False),
    "to_igraph": lambda graph: graph.to_igraph(),
    "to_scipy": lambda graph: graph.to_scipy(),
    "to_polars": lambda graph: graph.to_polars(),
    "to_pandas": lambda graph: graph.to_pandas(),
}


def convert(path: str, name: str) -> None:
    """Open a graph, convert it, print what that took."""
    graph = Graph.open(path)
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    kept = CONVERSIONS[name](graph)
    spent, most = time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{name:18} {spent:7.1f} s   at most {most / 1e6:5.2f} GB (opened: {before / 1e6:.2f} GB)", flush=True)
    del kept


def main() -> None:
    """Write the graph, and convert it in every way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--one", nargs=2, metavar=("GRAPH", "CONVERSION"), help="only this one, here")
    given = parser.parse_args()
    if given.one:
        convert(*given.one)
        return
    with tempfile.TemporaryDirectory() as folder:
        graph = made_up(given.edges)
        print(f"{graph.nodes.num_rows:,} nodes, {graph.edges.num_rows:,} edges")
        graph.save(Path(folder, "graph"))
        del graph
        for name in CONVERSIONS:
            subprocess.run([sys.executable, __file__, "--one", str(Path(folder, "graph")), name], check=True)


if __name__ == "__main__":
    main()
