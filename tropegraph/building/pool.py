"""Batches in processes of their own: few at a time, results in any order, nothing left running."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from types import ModuleType

from tropegraph.building.batches import Done, Job, Worker
from tropegraph.errors import ResourceError

_AHEAD = 2
"""Batches for each process that wait or are under way."""

Batch = Sequence[Job]


def each(batches: Iterable[Batch], worker: Worker, processes: int) -> Iterator[Done]:
    """What each batch gives, as soon as it is done.

    A single batch is done here: starting a process takes longer.

    Args:
        batches: Asked for one by one, as processes become free.
        worker: What does them.
        processes: How many to start; 1 does everything here.

    Raises:
        ResourceError: A process was ended from outside.
    """
    left = iter(batches)
    first = list(islice(left, 2 if processes > 1 else 0))
    if len(first) < 2:
        yield from _here(chain(first, left), worker)
        return
    with _executor(worker, processes) as executor:
        yield from _there(chain(first, left), executor, processes)


def _here(batches: Iterable[Batch], worker: Worker) -> Iterator[Done]:
    work = None
    for batch in batches:
        work = work or worker.ready()
        yield work(batch)


def _there(batches: Iterable[Batch], executor: ProcessPoolExecutor, processes: int) -> Iterator[Done]:
    under_way: set[Future[Done]] = set()
    try:
        for batch in batches:
            with _unnoticed():
                under_way.add(executor.submit(_work, batch))
            if len(under_way) >= processes * _AHEAD:
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        while under_way:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    except BrokenProcessPool as error:
        raise ResourceError(
            "A process that read pages was ended from outside, perhaps for want of memory.",
            "Run the same command again; what is done is kept. Fewer --workers need less memory.",
        ) from error


@contextmanager
def _executor(worker: Worker, processes: int) -> Iterator[ProcessPoolExecutor]:
    executor = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _start, (worker,))
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


_ready: Callable[[Batch], Done]


def _start(worker: Worker) -> None:
    """Make a new process ready: it leaves interrupts to its parent, and ends with it."""
    global _ready  # noqa: PLW0603 - the only way to hand a pool's function what it needs once
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _ready = worker.ready()


def _work(batch: Batch) -> Done:
    return _ready(batch)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _unnoticed() -> Iterator[None]:
    """Start processes so that they neither run the user's own script again nor hear an interrupt while they start.

    A spawned process imports the main module of its parent. A script that calls `build` without asking for
    `__name__` would build again in each; ours need nothing of it.
    """
    here = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if here else None
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        if here:
            signal.signal(signal.SIGINT, before)
