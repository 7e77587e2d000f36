"""How long measures take: PageRank and communities of a large graph, and every measure on a small one.

    python benchmarks/analyse.py
    python benchmarks/analyse.py --networkx
    python benchmarks/analyse.py --small graph --only pagerank --only core

The large graph has the degrees of published edge sets. Each way is a process of its own, from the folder on disk to
the frames. "opened whole" is the same on a graph that `tropegraph.open` has read and checked; with `--networkx` comes
PageRank by networkx, whose values are compared with ours. The small graph is that of `make demo`: there each measure of
the command line takes its turn, with its defaults (with its example where it has to be asked about something).
Seconds by the clock and, in brackets, of the processor; importing libraries counts apart.
"""

import argparse
import inspect
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from wiki.graphs import whole_wiki

from tropegraph import analyse
from tropegraph.analyse import MEASURES, matrices
from tropegraph.graph import Graph, StoredGraph
from tropegraph.model.vocabulary import RelationType

ALL = tuple(kind.value for kind in RelationType)
SAMPLE = ["data/sample/wiki", "data/edges/film_tropes_2014.parquet"]


def seconds(what: str, run: Callable[[], Any]) -> Any:
    """What something gives; how long it takes is printed."""
    start, begun = time.perf_counter(), time.process_time()
    found = run()
    print(f"{what:36} {time.perf_counter() - start:7.2f} s ({time.process_time() - begun:.2f} s)", flush=True)
    return found


def both(graph: Graph) -> None:
    """PageRank over all edges, and communities of works and tropes."""
    seconds("  pagerank, all types", lambda: analyse.pagerank(graph, types=ALL))
    found = seconds("  communities, bipartite", lambda: analyse.communities(graph, view="bipartite"))
    print(f"  {len(found)} communities, modularity {found.attrs['modularity']:.4f}")


def stored(folder: str) -> None:
    """From the folder on, as the command line does it."""
    both(seconds("  ends of the edges read", lambda: _with_links(StoredGraph.at(folder))))


def whole(folder: str) -> None:
    """The same where the graph was read as a whole and checked."""
    both(seconds("  opened and checked", lambda: _with_links(Graph.open(folder))))


def _with_links(graph: Graph) -> Graph:
    assert len(graph.links.type)
    return graph


def by_networkx(folder: str) -> None:
    """PageRank by networkx on the same matrix, and how far its values are from ours."""
    import networkx as nx

    graph = StoredGraph.at(folder)
    matrix = matrices.square(graph, types=ALL).matrix
    network = seconds("  networkx.DiGraph made", lambda: nx.from_scipy_sparse_array(matrix, create_using=nx.DiGraph))
    ranks = seconds("  networkx.pagerank", lambda: nx.pagerank(network, tol=1e-10, max_iter=200))
    ours = analyse.pagerank(graph, types=ALL, weighted=False).set_index("id")["pagerank"]
    ids = matrices.square(graph, types=ALL).nodes["id"].to_pylist()
    theirs = np.array([ranks[number] for number in range(len(ids))])
    print(f"  values differ by at most {np.abs(ours[ids].to_numpy() - theirs).max():.1e}")


WAYS: dict[str, Callable[[str], None]] = {"stored": stored, "opened whole": whole, "networkx": by_networkx}


def one(way: str, folder: str) -> None:
    """One way, in this process."""
    import networkit
    import scipy.sparse.csgraph

    assert networkit
    assert scipy.sparse.csgraph
    seconds(f"{way}: all", lambda: WAYS[way](folder))
    print(f"  at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB", flush=True)


def small(folder: str, names: list[str]) -> None:
    """Every measure on a small graph."""
    import networkit

    assert networkit
    graph = seconds("small graph opened", lambda: _with_links(StoredGraph.at(folder)))
    for name, measure in MEASURES.items():
        if not names or name in names:
            asked = _asked(measure)
            seconds(f"  {name}", lambda m=measure, a=asked: m.function(graph, *a))  # type: ignore[misc]


def _asked(measure: analyse.Measure) -> list[str]:
    """What a measure has to be asked about, as in its example."""
    _, *parameters = inspect.signature(measure.function).parameters.values()
    needed = sum(p.default is p.empty for p in parameters)
    return shlex.split(measure.example)[:needed]


def main() -> None:
    """Make the graphs, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edges", type=int, default=5_000_000)
    parser.add_argument("--graph", help="folder of the large graph; it is made when none is named")
    parser.add_argument("--small", help="folder of the small graph; it is built when none is named")
    parser.add_argument("--only", action="append", default=[], help="only these measures, and no large graph")
    parser.add_argument("--networkx", action="store_true", help="networkx too, which takes minutes and gigabytes")
    parser.add_argument("--one", choices=WAYS, help="only this way, here")
    given = parser.parse_args()
    if given.one:
        one(given.one, given.graph)
        return
    with tempfile.TemporaryDirectory() as folder:
        if not given.only:
            ways = [way for way in WAYS if given.networkx or way != "networkx"]
            _large(given.graph or _made(given.edges, Path(folder, "large")), ways)
        small(given.small or _built(Path(folder, "small")), given.only)


def _large(graph: str, ways: list[str]) -> None:
    for way in ways:
        subprocess.run([sys.executable, __file__, "--graph", graph, "--one", way], check=True)


def _made(edges: int, folder: Path) -> str:
    whole_wiki(edges).save(folder)
    return str(folder)


def _built(folder: Path) -> str:
    command = [sys.executable, "-m", "tropegraph", "build", *SAMPLE, "--out", str(folder)]
    subprocess.run(command, cwd=Path(__file__).parents[1], check=True, stdout=subprocess.DEVNULL)
    return str(folder)


if __name__ == "__main__":
    main()
