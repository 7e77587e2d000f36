"""Small graphs for tests of measures."""

from collections.abc import Iterable

import networkx as nx
import numpy as np

from tropegraph.graph import Graph

MEDIA = {"Film": "Film", "Series": "Live-Action TV", "Literature": "Literature", "VideoGame": "Video Game"}


def graph_of(
    uses: Iterable[tuple[str, str] | tuple[str, str, tuple[str, ...]]] = (),
    relations: Iterable[tuple[str, str, str]] = (),
) -> Graph:
    """A graph of `(work, trope)` or `(work, trope, modifiers)` and of `(trope, type, trope)`.

    A work without a namespace is a film, a trope without one is in `Main`.
    """
    made = nx.MultiDiGraph()
    for work, trope, *modifiers in uses:
        source, target = work if "/" in work else f"Film/{work}", f"Main/{trope}"
        made.add_node(source, kind="Work", medium=MEDIA[source.split("/")[0]])
        made.add_node(target, kind="Trope")
        told = {"modifiers": modifiers[0] if modifiers else (), "stated_on": ("work",)}
        made.add_edge(source, target, key="EXAMPLE_OF", **told)
    for source, kind, target in relations:
        made.add_node(f"Main/{source}", kind="Trope")
        made.add_node(f"Main/{target}", kind="Trope")
        made.add_edge(f"Main/{source}", f"Main/{target}", key=kind)
    return Graph.from_networkx(made)


def southern_women() -> Graph:
    """Davis' southern women as works that use the events they attended (Davis, Gardner and Gardner 1941)."""
    return graph_of((woman.title().replace(" ", ""), event) for woman, event in nx.davis_southern_women_graph().edges())


def random_uses(works: int, tropes: int, share: float, seed: int) -> np.ndarray:
    """A matrix of ones and zeros without empty rows or columns."""
    matrix = np.random.default_rng(seed).random((works, tropes)) < share
    matrix[np.arange(works), np.arange(works) % tropes] = True
    matrix[np.arange(tropes) % works, np.arange(tropes)] = True
    return matrix.astype(float)


def graph_from(matrix: np.ndarray) -> Graph:
    """A graph whose works and tropes are numbered as rows and columns."""
    return graph_of((f"W{i:03}", f"T{j:03}") for i, j in np.argwhere(matrix))
