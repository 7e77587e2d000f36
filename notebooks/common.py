"""What the notebooks share: the graphs that they look at, and how plots and tables look."""

import os
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

import tropegraph as tg
from tropegraph.resources import resource

HERE = Path(__file__).resolve().parent
BUILT = HERE.parent / "build" / "notebooks"
"""Where graphs are kept from one notebook to the next; may be deleted at any time."""
FILMS_2014 = resource("data", "edges", "film_tropes_2014.parquet")
"""Which film uses which trope, as DBTropes had it in 2014: comes with the package."""
SAMPLE = resource("data", "sample", "wiki")
"""Pages of our own writing: they come with the package too."""
CORPUS = Path(os.environ.get("TROPEGRAPH_CORPUS", HERE.parent.parent / "shared" / "corpus"))
"""Folder of larger sets, which need not be there."""

plt.style.use(HERE / "print.mplstyle")
pd.set_option("display.max_rows", 20, "display.max_columns", 12, "display.precision", 3, "display.max_colwidth", 120)


def demo() -> tg.TropeGraph:
    """The graph that notebook 1 builds: the sample pages, and the films of 2014 with their tropes."""
    return kept("demo", SAMPLE, FILMS_2014)


def kept(name: str, *inputs: Path) -> tg.TropeGraph:
    """The graph of some inputs, built once and opened from then on."""
    folder = BUILT / name
    return tg.open(folder) if folder.is_dir() else tg.build(inputs, out=folder)


def published(name: str) -> Path | None:
    """A published edge set of the corpus; `None` where it is not there."""
    path = CORPUS / "edges" / name
    return path if path.is_file() else None


def tail(ax: Axes, values: pd.Series, *, color: str = "C0", label: str = "") -> None:
    """Draw which share of values is at least as great as each, both on logarithmic axes."""
    ordered = values.sort_values()
    share = 1 - ordered.rank(method="min").sub(1) / len(ordered)
    ax.loglog(ordered, share, ".", color=color, label=label)


def name_points(ax: Axes, rows: pd.DataFrame, x: str, y: str) -> None:
    """Write the names of some points beside them."""
    for row in rows.to_dict("records"):
        ax.annotate(row["name"], (row[x], row[y]), xytext=(7, 2), textcoords="offset points", fontsize=8)
    ax.margins(0.12)
