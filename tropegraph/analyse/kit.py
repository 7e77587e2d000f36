"""networkit, an optional library: what is in C++ there would take minutes in Python."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Thread
from typing import Any

import numpy as np
from scipy.sparse import csr_array, triu

from tropegraph.errors import ResourceError


@contextmanager
def networkit(seed: int = 1) -> Iterator[Any]:
    """The library, set to one thread and this seed: with several threads its outcome changes from run to run.

    Raises:
        ResourceError: It is not installed.
    """
    try:
        with _style_kept():
            import networkit as kit
    except ImportError as error:
        raise ResourceError("networkit is not installed.", "Install it: pip install 'tropegraph[analyse]'.") from error
    threads = kit.getMaxNumberOfThreads()
    kit.setNumberOfThreads(1)
    kit.setSeed(seed, False)
    try:
        yield kit
    finally:
        kit.setNumberOfThreads(threads)


def at_once(kit: Any, runs: Sequence[Any]) -> None:
    """Run algorithms of the library side by side, each to the outcome that it would have alone.

    Each has a thread of its own, which is new: to a new thread the library gives chance from the seed on, and the
    number of its threads has to be said in it anew.
    """

    def run(algorithm: Any) -> None:
        kit.setNumberOfThreads(1)
        algorithm.run()

    threads = [Thread(target=run, args=(algorithm,)) for algorithm in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _style_kept() -> AbstractContextManager[Any]:
    """Undo what the library does on import: it sets a style of its own for all plots of the process."""
    try:
        from matplotlib import rc_context
    except ImportError:
        return nullcontext()
    return rc_context()


def undirected(kit: Any, matrix: csr_array, *, weighted: bool = True) -> Any:
    """A `networkit.Graph` of a symmetric matrix; its diagonal is left out."""
    half = triu(matrix, k=1, format="coo")
    ends = tuple(end.astype(np.uint64) for end in half.coords)
    return kit.GraphFromCoo((half.data, ends), n=matrix.shape[0], weighted=weighted, directed=False)
