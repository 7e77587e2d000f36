"""What the map takes: to make it, to see its first picture, to move over it, to hold it; and how large its file is.

    python benchmarks/map.py
    python benchmarks/map.py --nodes 1000 10000 30000 100000 --beside

Makes up a graph of works and tropes in communities, with the degrees of published edge sets, writes its map without
sentences, and opens it in a Chromium without a screen (TROPEGRAPH_CHROMIUM names another one), at 1280 x 800. "first
picture" is from the start of the page's navigation to the first frame with all dots; frames a second are counted while
the map is drawn about and zoomed for five seconds; the heap is what is in use after a collection. `--beside` does the
same with pyvis as it comes and with pyvis tuned (physics off, straight edges, the same places), where they take it.
The machine draws in software, without a graphics card: trust the ratios.
"""

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page, sync_playwright
from pyvis.network import Network
from wiki.degrees import edges

from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows
from tropegraph.model.schema import TABLES
from tropegraph.render import draw_map

EDGES_A_NODE = 8
GROUPS = 20
STRAY = 0.15
"""Share of the edges that lead out of their community."""
SIZE = {"width": 1280, "height": 800}
SECONDS = 5.0
PATIENCE = 60.0
GOALS = {"first picture, s": 1.5, "frames/s": 50.0, "heap, MB": 30.0, "file, MB": 10.0}
"""At 30,000 nodes, on a machine by itself."""

PAINTED = """() => new Promise((done) => {
  const look = () => {
    const canvas = document.querySelector('canvas');
    const data = canvas && canvas.width && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    let seen = 0;
    for (let i = 3; data && i < data.length; i += 64) seen += data[i] > 0;
    if (seen > 50) done(performance.now());
    else requestAnimationFrame(look);
  };
  look();
})"""
COUNT = """(seconds) => new Promise((done) => {
  const times = [];
  const start = performance.now();
  const step = (now) => {
    times.push(now);
    if (now - start < seconds * 1000) return requestAnimationFrame(step);
    const gaps = times.slice(1).map((t, k) => t - times[k]).sort((a, b) => a - b);
    return done(1000 / gaps[Math.floor(gaps.length / 2)]);
  };
  requestAnimationFrame(step);
})"""


def made_up(nodes: int) -> Graph:
    """A graph of so many nodes, one in five a trope, in communities."""
    tropes = nodes // 5
    works = nodes - tropes
    source, target = edges(works, tropes, nodes * EDGES_A_NODE, seed=1)
    target = _gathered(source, target, tropes)
    pairs = np.unique(np.stack([source, target], axis=1), axis=0)
    names = [f"Film/Work{i}" for i in range(works)], [f"Main/Trope{i}" for i in range(tropes)]
    rows = [
        {"id": i, "name": i[5:], "kind": kind, "medium": "Film" if kind == "Work" else ""}
        for some, kind in zip(names, ("Work", "Trope"), strict=True)
        for i in some
    ]
    told = ({"source": names[0][s], "type": "EXAMPLE_OF", "target": names[1][t]} for s, t in pairs.tolist())
    tables = {name: of_rows(name, ()) for name in TABLES} | {"nodes": of_rows("nodes", rows)}
    return Graph._of({**tables, "edges": of_rows("edges", told)}, {})


def _gathered(source: NDArray[np.int64], target: NDArray[np.int64], tropes: int) -> NDArray[np.int64]:
    """The ends moved to a trope of the work's own community, but for the stray ones; degrees stay about as they are."""
    stray = np.random.default_rng(2).random(len(source)) < STRAY
    moved = target - target % GROUPS + source % GROUPS
    return np.where(stray | (moved >= tropes), target, moved)


def stock(graph: Graph, path: Path) -> None:
    """What pyvis makes by itself."""
    net = Network(directed=True, cdn_resources="in_line")
    _fill(net, graph, None)
    path.write_text(net.generate_html(), encoding="utf-8")


def tuned(graph: Graph, path: Path) -> None:
    """What pyvis makes with physics off, straight edges and places given."""
    net = Network(directed=True, cdn_resources="in_line")
    places = np.random.default_rng(3).normal(scale=40 * np.sqrt(graph.nodes.num_rows), size=(graph.nodes.num_rows, 2))
    _fill(net, graph, places)
    net.set_options('{"physics": {"enabled": false}, "edges": {"smooth": false}, "layout": {"improvedLayout": false}}')
    path.write_text(net.generate_html(), encoding="utf-8")


def _fill(net: Network, graph: Graph, places: NDArray[np.float64] | None) -> None:
    """Nodes and edges set directly: adding edges one by one takes quadratic time."""
    ids = graph.nodes["id"].to_pylist()
    net.nodes = [{"id": i, "label": i, "shape": "dot", "size": 8} for i in ids]
    if places is not None:
        for node, (x, y) in zip(net.nodes, places.tolist(), strict=True):
            node |= {"x": x, "y": y}
    net.node_ids = ids
    net.edges = [{"from": row["source"], "to": row["target"]} for row in graph.edges.to_pylist()]


def ours(graph: Graph, path: Path) -> None:
    """Our map."""
    draw_map(graph, top=None, evidence="none", limit=None).save(path)


MAKERS: dict[str, Callable[[Graph, Path], None]] = {"tropegraph": ours, "pyvis tuned": tuned, "pyvis": stock}


def measured(path: Path) -> dict[str, float]:
    """First picture, frames a second and heap of a page, looked at by a process of its own.

    Raises:
        TimeoutError: It draws nothing for too long; a page that keeps its browser busy hears no other way to stop.
    """
    command = [sys.executable, __file__, "--one", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as run:
        try:
            return dict(json.loads(run.communicate(timeout=PATIENCE)[0]))
        except (subprocess.TimeoutExpired, json.JSONDecodeError):
            raise TimeoutError from None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)


def look(path: Path) -> dict[str, float]:
    """The same, in this process."""
    program = os.environ.get("TROPEGRAPH_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE, bypass_csp=True)
        client = page.context.new_cdp_session(page)
        page.goto(path.as_uri(), wait_until="commit")
        first = page.evaluate(PAINTED) / 1000
        page.wait_for_timeout(1000)
        rate = _rate(page)
        client.send("HeapProfiler.collectGarbage")
        usage = client.send("Runtime.getHeapUsage")
        heap = usage["usedSize"] + usage.get("backingStorageSize", 0)  # typed arrays lie outside of the heap proper
        browser.close()
    return {"first picture, s": first, "frames/s": rate, "heap, MB": heap / 1e6}


def _rate(page: Page) -> float:
    """Median frames a second while a pointer draws the map about and a wheel zooms it."""
    page.evaluate(f"window.counted = ({COUNT})({SECONDS})")
    middle = SIZE["width"] / 2, SIZE["height"] / 2
    page.mouse.move(*middle)
    start, turn = time.perf_counter(), 0
    while time.perf_counter() - start < SECONDS:
        page.mouse.down()
        for step in range(12):
            page.mouse.move(middle[0] + 18 * step * (-1) ** turn, middle[1] + 9 * step)
        page.mouse.up()
        page.mouse.move(*middle)
        page.mouse.wheel(0, -120 if turn % 4 < 2 else 120)
        turn += 1
    return float(page.evaluate("window.counted"))


def figures(graph: Graph, make: Callable[[Graph, Path], None], path: Path) -> dict[str, float]:
    """All figures of one way to make a map."""
    start = time.perf_counter()
    make(graph, path)
    took = time.perf_counter() - start
    return {"made in, s": took, "file, MB": path.stat().st_size / 1e6, **measured(path)}


def lines(results: dict[str, dict[str, float]]) -> Iterator[str]:
    """Each figure, of each way to make a map; behind it how many times ours it is."""
    ours_ = results["tropegraph"]
    yield " " * 18 + "".join(f"{name:>22}" for name in results)
    for key, base in ours_.items():
        cells = (f"{row[key]:.2f}" + ("" if row is ours_ else f" ({row[key] / base:.1f}x)") for row in results.values())
        yield f"  {key:16}" + "".join(f"{cell:>22}" for cell in cells)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[10_000, 30_000], help="sizes of the graphs")
    parser.add_argument("--beside", action="store_true", help="pyvis, as it comes and tuned, in the same run")
    parser.add_argument("--most", type=int, default=10_000, help="nodes up to which pyvis is tried")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(look(given.one)))
        return
    with tempfile.TemporaryDirectory() as folder:
        for count in given.nodes:
            graph = made_up(count)
            print(f"{count:,} nodes, {graph.edges.num_rows:,} edges", flush=True)
            results: dict[str, dict[str, float]] = {}
            for name, make in MAKERS.items():
                if name == "tropegraph" or (given.beside and count <= given.most):
                    try:
                        results[name] = figures(graph, make, Path(folder) / f"{name}-{count}.html")
                    except TimeoutError:
                        print(f"  {name}: not drawn and measured within {PATIENCE:g} s", flush=True)
            if "tropegraph" in results:
                print("\n".join(lines(results)), flush=True)
    print("Goals at 30,000 nodes: " + ", ".join(f"{key} {value:g}" for key, value in GOALS.items()))


if __name__ == "__main__":
    main()
