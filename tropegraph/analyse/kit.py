"""networkit, an optional library: what is in C++ there would take minutes in Python."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
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
