"""How the rows of a load are cut into transactions."""

import pyarrow as pa
import pytest

from tropegraph.export.neo4j import Step, batches
from tropegraph.export.neo4j.batches import LEAST, Limits, cut, row_sizes
from tropegraph.export.neo4j.plan import Kind

TABLE = pa.table(
    {
        "id": ["a", "bb", "ccc", "", "ü"],
        "told": pa.array([["x"], [], ["yy", "z"], [""], ["\u2603"]], pa.list_(pa.string())),
        "count": [1, 2, 3, 4, 5],
    }
)
STEP = Step(Kind.NODES, ("Trope",), "", TABLE, ("id",), ("told", "count"))


def test_sizes_are_bytes_of_text() -> None:
    assert row_sizes(TABLE.select(["id", "told"])).tolist() == [0, 2, 4, 10, 10, 15]
    assert row_sizes(TABLE.slice(2).select(["id", "told"])).tolist() == [0, 6, 6, 11]


@pytest.mark.parametrize(
    ("rows", "size", "ends"),
    [(2, 999, [2, 4, 5]), (9, 4, [2, 3, 4, 5]), (9, 6, [2, 4, 5]), (9, 0, [1, 2, 3, 4, 5]), (9, 99, [5])],
)
def test_a_batch_ends_by_rows_or_by_size_and_has_one_row_at_least(rows: int, size: int, ends: list[int]) -> None:
    sizes, found, start = row_sizes(TABLE.select(["id", "told"])), [], 0
    while start < 5:
        start = cut(sizes, start, 5, Limits(rows, size))
        found.append(start)
    assert found == ends


@pytest.mark.parametrize("rows", [1, 2, 3, 9])
@pytest.mark.parametrize(("start", "stop"), [(0, 5), (1, 4), (3, 3)])
def test_batches_hold_every_row_once_and_say_how_far_they_are(rows: int, start: int, stop: int) -> None:
    made = list(batches.batches(STEP, start, stop, Limits(rows)))
    wanted = [{"id": r.pop("id"), "properties": r} for r in TABLE.slice(start, stop - start).to_pylist()]
    assert [row for batch in made for row in batch.rows] == wanted
    assert [batch.done for batch in made] == [*range(start + rows, stop, rows), *([stop] if stop > start else [])]


def test_half_of_a_batch_is_allowed_after_a_failure_but_not_ever_less() -> None:
    limits = Limits(20_000)
    limits.halve(20_000)
    assert limits.rows == 10_000
    limits.halve(15_000)
    assert limits.rows == 7_500
    limits.halve(10)
    assert limits.rows == LEAST
