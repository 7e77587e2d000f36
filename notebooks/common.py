"""What the notebooks share: the graphs that they look at, and how plots and tables look."""

import os
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

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
    """The graph of `make demo`, built once: the sample pages, and the films of 2014 with their tropes."""
    return tg.build([SAMPLE, FILMS_2014], out=BUILT / "demo")


def published(name: str) -> Path | None:
    """A published edge set of the corpus; `None` where it is not there."""
    path = CORPUS / "edges" / name
    return path if path.is_file() else None
