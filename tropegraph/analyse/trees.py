"""A tree of tropes as rows, as text and as a picture."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import pyarrow as pa

from tropegraph.analyse.hierarchy import Forest, Hierarchy, forest, hierarchy, place, roots
from tropegraph.graph import Graph
from tropegraph.model.vocabulary import RelationType

ROW, STEP, EDGE, LETTER, SIZE = 24, 28, 20, 8.2, 14
"""Of a picture, in pixels: height of a row, width of a step in, margin, width of a letter, size of type."""


@dataclass(frozen=True)
class Twig:
    """One trope in a tree.

    Args:
        id: Id of its node.
        name: Its name.
        depth: Steps below the root.
        last: Whether it is the last below its supertrope.
        also: Names of other supertropes that it has.
        inverse: Names of tropes that it is the inverse of.
        hidden: How many subtropes are left out right below it.
    """

    id: str
    name: str
    depth: int
    last: bool
    also: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()
    hidden: int = 0

    @property
    def note(self) -> str:
        """What else is to be said of it."""
        parts = [
            *([f"also under {', '.join(self.also)}"] if self.also else []),
            *([f"inverse of {', '.join(self.inverse)}"] if self.inverse else []),
            *([f"{self.hidden} more below"] if self.hidden else []),
        ]
        return "; ".join(parts)


def tree(graph: Graph, name: str = "", *, depth: int | None = None) -> tuple[Twig, ...]:
    """The tropes below one, or all trees of the hierarchy, from top to bottom as they are read.

    A trope of several supertropes stands once: below one of the nearest to the root, that with most evidence.

    Args:
        graph: The graph.
        name: The trope; all trees when empty.
        depth: At most so many steps below it; to the end when `None`.

    Raises:
        GraphError: There is no such trope, or it has neither super- nor subtropes.
    """
    whole = hierarchy(graph)
    start = np.array([place(graph, whole, name)]) if name else roots(whole)
    grown = forest(whole, start)
    inverse = _inverse(graph)
    return tuple(_twigs(whole, grown, start.tolist(), inverse, depth))


def tree_table(graph: Graph, name: str = "", *, depth: int | None = None) -> pd.DataFrame:
    """The same as rows.

    Returns:
        id, name, depth, also, inverse, hidden as of `Twig`.
    """
    rows = [(t.id, t.name, t.depth, t.also, t.inverse, t.hidden) for t in tree(graph, name, depth=depth)]
    return pd.DataFrame(rows, columns=["id", "name", "depth", "also", "inverse", "hidden"])


def tree_text(twigs: Iterable[Twig]) -> str:
    """A tree as lines of text."""
    return "".join(f"{_lead(line)}{_plain(twig.name)}{_note(twig)}\n" for twig, line in _lines(twigs))


def tree_svg(twigs: Sequence[Twig], title: str = "") -> str:
    """A tree as a picture: a row for each trope, joined to that above it.

    Args:
        twigs: The tree.
        title: Read to those who do not see it, and shown by browsers.
    """
    width = max((EDGE * 2 + t.depth * STEP + LETTER * _width(t.name + _note(t)) for t in twigs), default=EDGE * 2.0)
    height = EDGE * 2 + ROW * len(twigs)
    box = f"0 0 {width:.0f} {height}"
    sizes = {"width": f"{width:.0f}", "height": str(height), "viewBox": box}
    svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **sizes, "role": "img"})
    ET.SubElement(svg, "title").text = _plain(title or "A tree of tropes")
    ET.SubElement(svg, "rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
    ET.SubElement(svg, "path", {"d": _joints(twigs), "fill": "none", "stroke": "#9aa3ad"})
    words = ET.SubElement(svg, "g", {"font-family": "system-ui, sans-serif", "font-size": str(SIZE), "fill": "#1b1f24"})
    for number, twig in enumerate(twigs):
        _word(words, twig, _y(number))
    return ET.tostring(svg, encoding="unicode") + "\n"


def _inverse(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Names of the tropes that each is the inverse of, by id."""
    kept = graph.links.only(graph.links.of_types([RelationType.INVERSE_OF]))
    one, other = np.concatenate([kept.source, kept.target]), np.concatenate([kept.target, kept.source])
    order = np.lexsort((other, one))
    ids = graph.nodes["id"].take(pa.array(one[order])).to_pylist()
    names = graph.nodes["name"].take(pa.array(other[order])).to_pylist()
    found: dict[str, tuple[str, ...]] = {}
    for id_, name in zip(ids, names, strict=True):
        found[id_] = (*found.get(id_, ()), name)
    return found


def _twigs(
    whole: Hierarchy, grown: Forest, start: list[int], inverse: dict[str, tuple[str, ...]], depth: int | None
) -> Iterator[Twig]:
    ids, names = whole.nodes["id"].to_pylist(), whole.nodes["name"].to_pylist()
    below: dict[int, list[int]] = {}
    for row in np.flatnonzero(grown.parent >= 0).tolist():
        below.setdefault(int(grown.parent[row]), []).append(row)
    waiting = [(row, 0, i == 0) for i, row in enumerate(reversed(start))]
    while waiting:
        row, level, last = waiting.pop()
        here = below.get(row, [])
        shown = here if depth is None or level < depth else []
        above = whole.up.indices[whole.up.indptr[row] : whole.up.indptr[row + 1]].tolist()
        also = tuple(names[other] for other in above if level and other != grown.parent[row])
        yield Twig(ids[row], names[row], level, last, also, inverse.get(ids[row], ()), len(here) - len(shown))
        waiting += [(other, level + 1, i == 0) for i, other in enumerate(reversed(shown))]


def _lines(twigs: Iterable[Twig]) -> Iterator[tuple[Twig, list[bool]]]:
    """Each trope with whether it and those above it, but for the root, are the last below theirs."""
    path: list[bool] = []
    for twig in twigs:
        path = [*path[: max(twig.depth - 1, 0)], twig.last] if twig.depth else []
        yield twig, path


def _lead(path: list[bool]) -> str:
    if not path:
        return ""
    return "".join("   " if last else "│  " for last in path[:-1]) + ("└─ " if path[-1] else "├─ ")


def _note(twig: Twig) -> str:
    return f"  ({_plain(twig.note)})" if twig.note else ""


def _plain(text: str) -> str:
    """A name on one line, without characters that turn lines round or that XML has no room for."""
    return " ".join("".join(c if c.isprintable() and c not in _TURNING else " " for c in text).split())


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _y(number: int) -> float:
    return EDGE + ROW * (number + 0.5)


def _joints(twigs: Sequence[Twig]) -> str:
    """A line from each trope to the one above it."""
    at, found = [0.0], []
    for number, twig in enumerate(twigs):
        y = _y(number)
        at = [*at[: twig.depth], y]
        if twig.depth:
            x = EDGE + (twig.depth - 1) * STEP + 6
            found.append(f"M{x} {at[twig.depth - 1] + 9:.0f}V{y:.0f}H{x + STEP - 10}")
    return "".join(found)


def _word(words: ET.Element, twig: Twig, y: float) -> None:
    text = ET.SubElement(words, "text", {"x": str(EDGE + twig.depth * STEP), "y": f"{y + SIZE / 3:.1f}"})
    text.text = _plain(twig.name)
    if twig.note:
        ET.SubElement(text, "tspan", {"fill": "#6a737d", "font-size": str(SIZE - 2)}).text = _note(twig)
