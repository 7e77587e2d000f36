"""Work in a thread: in order, all of it done at the end, and nothing that fails goes unnoticed."""

import pytest

from tropegraph.resolve.behind import behind


def test_all_calls_are_done_in_order_when_the_block_ends():
    done = []
    with behind(done.append) as begin:
        for number in range(50):
            begin(number)
    assert done == list(range(50))


@pytest.mark.parametrize("numbers", [(1, 0), (1, 0, 1)], ids=["at the end", "by the next call"])
def test_what_a_call_raises_is_raised(numbers):
    with pytest.raises(ZeroDivisionError):
        _divide(numbers)


def _divide(numbers):
    with behind(lambda number: 1 // number) as begin:
        for number in numbers:
            begin(number)
