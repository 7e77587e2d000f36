"""Work that is done beside what prepares more of it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Item = TypeVar("_Item")
_Made = TypeVar("_Made")


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


def in_order(work: Callable[[_Item], _Made], items: Iterable[_Item], at_once: int) -> Iterator[_Made]:
    """What `work` makes of each item, in the order of the items, of which some are worked on at once.

    Args:
        work: Called in a thread; it should be busy outside of Python.
        items: Asked for one by one, in the caller's thread, as threads become free.
        at_once: How many to work on at once.
    """
    with ThreadPoolExecutor(at_once) as threads:
        under_way: deque[Future[_Made]] = deque()
        for item in items:
            under_way.append(threads.submit(work, item))
            if len(under_way) > at_once:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
