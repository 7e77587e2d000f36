"""What it takes to find the works most alike and the tropes that go together: seconds and memory.

    python benchmarks/similarity.py
    python benchmarks/similarity.py --graph g

Without a graph it makes one of 40,000 works and 5 million examples, with the degrees of published edge sets. Each
measure runs in a process of its own; memory is the most that it held, seconds are from the folder to the frame. Beside
it stands what one would write without this package: the product of the matrix with its transpose, some rows at a time,
and an `argpartition` of each row, on its first 1,000 works, extrapolated to all.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
from wiki.degrees import edges

from tropegraph import analyse
from tropegraph.analyse import matrices, similarity
from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows
from tropegraph.model.schema import TABLES

SAMPLE = 1_000


def made_up(works: int, tropes: int, size: int) -> Graph:
    """A graph of works and tropes with about so many examples."""
    names = [np.array([name.format(i) for i in range(n)]) for name, n in (("Film/W{}", works), ("Main/T{}", tropes))]
    source, target = edges(works, tropes, size, seed=1)
    kinds = {"Film": ("Work", "Film"), "Main": ("Trope", "")}
    ids = [str(i) for part in names for i in part]
    nodes = [{"id": i, "name": i[5:], "kind": kinds[i[:4]][0], "medium": kinds[i[:4]][1]} for i in ids]
    none = pa.array([[]] * len(source), pa.list_(pa.string()))
    columns = {
        "source": pa.array(names[0][source]),
        "type": pa.array(["EXAMPLE_OF"] * len(source)),
        "target": pa.array(names[1][target]),
        "modifiers": none,
        "media": none,
        "stated_on": none,
        "evidence_count": pa.array(np.zeros(len(source), np.int64)),
    }
    empty = {name: of_rows(name, ()) for name in TABLES}
    return Graph._of({**empty, "nodes": of_rows("nodes", nodes), "edges": pa.table(columns)}, {})


def plain(graph: Graph) -> str:
    """Works most alike as one would find them by hand."""
    weighted = similarity.tf_idf(matrices.uses(graph).matrix)
    turned, begun = weighted.T.tocsr(), time.process_time()
    for start in range(0, SAMPLE, 100):
        product = weighted[start : start + 100] @ turned
        for low, high in zip(product.indptr[:-1], product.indptr[1:], strict=True):
            np.argpartition(-product.data[low:high], 10)[:11]
    spent = time.process_time() - begun
    return f"(all: {spent * weighted.shape[0] / SAMPLE:.0f} s of one processor)"


MEASURES: dict[str, Callable[[Graph], object]] = {
    "plain": plain,
    "similar works": similarity.similar_works,
    "the same, jaccard": lambda graph: similarity.similar_works(graph, measure="jaccard"),
    "similar tropes": similarity.similar_tropes,
    "together": similarity.together,
}


def measure(path: str, name: str) -> None:
    """Open a graph, measure, print what that took."""
    begun, used = time.perf_counter(), time.process_time()
    found = MEASURES[name](analyse.open(path))
    spent, most = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memory = f"at most {most / 1e6:5.2f} GB"
    rows = found if isinstance(found, str) else f"{len(found):,} rows"  # type: ignore[arg-type]
    print(
        f"{name:18} {spent:7.1f} s ({time.process_time() - used:.1f} s of processors)   {memory}   {rows}", flush=True
    )


def main() -> None:
    """Write the graph, and measure each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", help="a graph folder")
    parser.add_argument("--one", choices=MEASURES, help="only this measure, here")
    parser.add_argument("--make", help="only make the graph, in this folder")
    given = parser.parse_args()
    if given.make:
        made_up(40_000, 25_000, 5_000_000).save(given.make)
        return
    if given.one:
        measure(given.graph, given.one)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = given.graph or str(Path(folder, "graph"))
        if not given.graph:
            # In a process of its own: what this one held would count as the most that those it starts held.
            subprocess.run([sys.executable, __file__, "--make", path], check=True)
        for name in MEASURES:
            subprocess.run([sys.executable, __file__, "--graph", path, "--one", name], check=True)


if __name__ == "__main__":
    main()
