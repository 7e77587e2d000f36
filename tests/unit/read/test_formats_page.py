"""docs/formats.md names what the code knows."""

from pathlib import Path

import pytest

from tropegraph.read import edge_columns, no_pages, path_hints
from tropegraph.read.records import COLUMNS
from tropegraph.read.streams import MOST_HELD, MOST_OF_A_PAGE

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [COLUMNS, edge_columns.COLUMNS_OF], ids=["pages", "edges"])
def test_every_column_is_named(columns: dict[str, tuple[str, ...]]) -> None:
    assert [name for names in columns.values() for name in names if f"`{name}`" not in PAGE] == []


def test_bounds_and_names_are_those_of_the_code() -> None:
    assert f"{MOST_OF_A_PAGE >> 20} MiB" in PAGE
    assert f"{MOST_HELD >> 20} MiB" in PAGE
    assert all(f"`{folder}`" in PAGE for folder in path_hints._FOREIGN)
    assert all(name in no_pages._ABOUT_FILES for name in ("README", "LICENSE", "CHANGELOG", "SOURCE") if name in PAGE)
