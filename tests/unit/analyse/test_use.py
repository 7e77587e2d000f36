"""How many works use a trope, in which media and when."""

import pytest

from tests.unit.analyse.test_matrices import made
from tropegraph.analyse import use
from tropegraph.errors import GraphError, InputError

GRAPH = made(
    ("Film/Dracula1931", "EXAMPLE_OF", "Main/A"),
    ("Film/Dracula1931", "EXAMPLE_OF", "Main/B"),
    ("Film/Dracula1979", "EXAMPLE_OF", "Main/A"),
    ("Film/Halloween1978", "EXAMPLE_OF", "Main/B"),
    ("Film/Heat", "EXAMPLE_OF", "Main/B"),
    ("Series/Lantern", "EXAMPLE_OF", "Main/B"),
    ("Series/Lantern", "EXAMPLE_OF", "Main/C"),
    **{"Series_Lantern-Main_C": {"modifiers": ("SUBVERTED",)}},
)


def test_works_shares_and_media() -> None:
    frame = use.usage(GRAPH).set_index("name")
    assert frame.index.to_list() == ["B", "A", "C"]
    assert frame.loc["B"].to_dict() == {"id": "Main/B", "works": 4, "share": 0.8, "media": 2, "alone": 2}
    assert frame.loc["C", "media"] == 1
    assert frame.attrs == {"works": 5, "examples": 7}


def test_of_one_medium_or_one_way_to_play() -> None:
    assert use.usage(GRAPH, media=("live action tv",))["name"].to_list() == ["B", "C"]
    assert use.usage(GRAPH, modifiers=("SUBVERTED",))["name"].to_list() == ["C"]
    assert use.usage(GRAPH, media=("Music",)).empty
    with pytest.raises(InputError, match="no medium 'Radioo'"):
        use.usage(GRAPH, media=("Radioo",))


def test_shares_by_decade_count_works_whose_year_is_known() -> None:
    frame = use.over_time(GRAPH, name="a")
    assert frame[["decade", "works", "using", "share"]].to_numpy().tolist() == [[1930, 1, 1, 1], [1970, 2, 1, 0.5]]
    assert frame.attrs == {"works": 3, "coverage": 0.6}
    several = use.over_time(GRAPH, top=5, years=100)
    assert several[["name", "decade", "using"]].to_numpy().tolist() == [["A", 1900, 2], ["B", 1900, 2]]


def test_a_graph_without_years_tells_none() -> None:
    frame = use.over_time(made(("Film/Heat", "EXAMPLE_OF", "Main/A")))
    assert frame.empty
    assert frame.attrs["coverage"] == 0
    with pytest.raises(GraphError, match="no trope 'Nothing'"):
        use.over_time(GRAPH, name="Nothing")
