"""Tropes and media."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon

from tests.unit.analyse.worlds import MEDIA, graph_of
from tropegraph.analyse.media import crossed, media_distance, media_tropes
from tropegraph.errors import InputError
from tropegraph.query import EmbeddedEngine, run

SPACES = sorted(MEDIA)
USES = st.lists(
    st.tuples(st.sampled_from(SPACES), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=60, unique=True
)
SHELF = graph_of(
    [
        *((f"F{i}", "Chase") for i in range(6)),
        *((f"F{i}", "Twist") for i in range(3)),
        *((f"Literature/L{i}", "Twist") for i in range(3)),
        *((f"Literature/L{i}", "Narrator") for i in range(5)),
        ("Literature/L0", "Chase"),
    ]
)


def graph_from(uses) -> object:
    return graph_of((f"{space}/W{work}", f"T{trope}") for space, work, trope in uses)


def test_log_odds_by_hand():
    """Films use tropes 9 times, books 9 times; a chase 6 times and once."""
    found = media_tropes(SHELF, medium="film", prior=18, least=1)
    assert found[["name", "works", "all_works"]].to_numpy().tolist() == [["Chase", 6, 7]]
    here, there, size = 6 + 7, 1 + 7, 9 + 18
    odds = np.log(here / (size - here)) - np.log(there / (size - there))
    assert found["log_odds"][0] == pytest.approx(odds)
    assert found["z"][0] == pytest.approx(odds / np.sqrt(1 / here + 1 / there))
    assert found["ratio"][0] == pytest.approx(6 / 6 / (7 / 11))


def test_under_and_both_sides():
    assert media_tropes(SHELF, medium="Film", side="under", least=1)["name"].tolist() == ["Narrator"]
    assert media_tropes(SHELF, medium="Film", side="both", least=1)["name"].tolist() == ["Narrator", "Chase"]
    assert media_tropes(SHELF, least=7)["medium"].tolist() == ["Film"]


def test_the_ratio_is_that_of_the_named_query():
    rows = run(EmbeddedEngine.of(SHELF), "medium-tropes", {"medium": "Film", "min_works": 1}).rows
    found = media_tropes(SHELF, medium="film", least=1, side="both").set_index("id")["ratio"]
    assert {row[1]: row[4] for row in rows if row[1] in found} == pytest.approx(found[found > 0].to_dict())


@given(USES)
def test_between_two_media_one_side_is_the_other(uses):
    graph = graph_from([use for use in uses if use[0] in SPACES[:2]] or uses)
    found = media_tropes(graph, side="both", least=1)
    if found["medium"].nunique() == 2:
        one, other = (part.set_index("id")["z"] for _, part in found.groupby("medium"))
        assert one.to_dict() == pytest.approx((-other).to_dict())
    assert found["q"].between(0, 1).all()


@given(USES)
def test_distances_are_those_of_scipy(uses):
    found = media_distance(graph_from(uses), min_uses=1)
    assert len(found) == len({use[0] for use in uses}) * (len({use[0] for use in uses}) - 1) / 2
    spaces = {MEDIA[space]: space for space in SPACES}
    for row in found.itertuples():
        counts = [
            np.bincount([t for s, _, t in uses if s == spaces[name]], minlength=6) for name in (row.name, row.other)
        ]
        assert row.distance == pytest.approx(jensenshannon(*counts, base=2), abs=1e-6)
        assert 0 <= row.distance <= 1


def test_the_distance_of_two_samples_of_one_source_is_about_what_is_expected():
    rng, uses = np.random.default_rng(2), set()
    for space in ("Film", "Literature"):
        uses |= {(f"{space}/W{i}", f"T{rng.integers(0, 10)}") for i in range(2_000)}
    (row,) = media_distance(graph_of(sorted(uses))).itertuples()
    assert 0.4 < row.distance**2 / row.expected**2 < 2.5


def test_what_crossed_media():
    found = crossed(SHELF, min_uses=1, least=1)
    assert found["name"].tolist() == ["Twist", "Chase", "Narrator"]
    twist, chase, narrator = found.itertuples()
    assert (twist.media, chase.media, narrator.media) == (2, 2, 1)
    share = np.array([0.5, 0.6]) / 1.1  # 3 of 6 films, 3 of 5 books
    assert twist.entropy == pytest.approx(-(share * np.log2(share)).sum())
    assert twist.effective == pytest.approx(2**twist.entropy)
    assert (narrator.effective, narrator.home, narrator.home_share) == (1, "Literature", 1)
    assert (chase.home, chase.works) == ("Film", 7)


@pytest.mark.parametrize("measure", [media_tropes, media_distance, crossed])
def test_a_graph_without_examples_gives_no_rows(measure):
    assert measure(graph_of((), [("A", "SUBTROPE_OF", "B")])).empty


def test_media_of_few_uses_are_left_out():
    assert media_distance(SHELF, min_uses=10).empty
    assert crossed(SHELF, min_uses=10).empty


def test_what_does_not_exist_is_refused():
    with pytest.raises(InputError, match="no medium 'flim'"):
        media_tropes(SHELF, medium="flim")
    with pytest.raises(InputError, match="Nothing can be asked so"):
        media_tropes(SHELF, side="left")
