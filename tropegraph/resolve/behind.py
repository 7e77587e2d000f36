"""Work that is done beside what prepares more of it."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec

_Given = ParamSpec("_Given")


@contextmanager
def behind(work: Callable[_Given, None]) -> Iterator[Callable[_Given, None]]:
    """A function that does its work in a thread, call after call, and never stays more than one call behind.

    Whatever a call raises is raised by the next one, or at the end of the block.

    Args:
        work: What to do; it should be busy outside of Python.
    """
    with ThreadPoolExecutor(1) as thread:
        under_way: Future[None] = thread.submit(lambda: None)

        def begin(*args: _Given.args, **named: _Given.kwargs) -> None:
            nonlocal under_way
            under_way.result()
            under_way = thread.submit(work, *args, **named)

        yield begin
        under_way.result()
