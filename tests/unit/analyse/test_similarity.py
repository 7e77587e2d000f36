"""Works alike by tropes, tropes alike by works, tropes that go together."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from tests.unit.analyse.worlds import graph_from, graph_of, random_uses, southern_women
from tropegraph.analyse.similarity import _low, similar_tropes, similar_works, together
from tropegraph.errors import GraphError, InputError
from tropegraph.query import EmbeddedEngine, run

STORIES = graph_of(
    [
        ("Quest", "Hero"),
        ("Quest", "Mentor"),
        ("Quest", "Dragon"),
        ("Saga", "Hero"),
        ("Saga", "Mentor"),
        ("Series/Office", "Hero"),
        ("Series/Office", "Boss"),
        ("Series/Office", "Dragon", ("AVERTED",)),
    ]
)


def test_jaccard_is_the_share_of_the_tropes_of_either():
    found = similar_works(STORIES, measure="jaccard", least=1)
    told = [tuple(row) for row in found[["id", "other_id", "shared", "similarity"]].to_numpy()]
    assert told == [
        ("Film/Quest", "Film/Saga", 2, 2 / 3),
        ("Film/Saga", "Film/Quest", 2, 2 / 3),
        ("Film/Saga", "Series/Office", 1, 1 / 3),
        ("Series/Office", "Film/Saga", 1, 1 / 3),
        ("Film/Quest", "Series/Office", 1, 1 / 4),
        ("Series/Office", "Film/Quest", 1, 1 / 4),
    ]
    assert found["other_medium"].tolist() == ["Film", "Film", "Live-Action TV", "Film", "Live-Action TV", "Film"]


def test_cosine_is_that_of_the_weighted_vectors():
    hero, mentor, dragon = np.log1p(3 / 3), np.log1p(3 / 2), np.log1p(3 / 1)
    quest, saga = np.array([hero, mentor, dragon]), np.array([hero, mentor, 0])
    expected = quest @ saga / np.sqrt((quest @ quest) * (saga @ saga))
    found = similar_works(STORIES, name="quest", k=1, least=1)
    assert found["similarity"].tolist() == pytest.approx([expected], rel=1e-12)
    assert found[["name", "tropes", "other_name", "other_tropes"]].to_numpy().tolist() == [["Quest", 3, "Saga", 2]]


def test_works_of_few_tropes_are_asked_about_but_not_offered():
    found = similar_works(STORIES, least=3)
    assert set(found["other_id"]) == {"Film/Quest"}
    assert set(found["id"]) == {"Film/Saga", "Series/Office"}


def test_averted_tropes_and_other_media_count_when_asked():
    assert similar_works(STORIES, name="Office", least=1, averted=True)["shared"].tolist() == [2, 1]
    assert similar_works(STORIES, least=1, media=("film",))["other_id"].tolist() == ["Film/Saga", "Film/Quest"]


def test_the_southern_women_are_alike_as_networkx_counts():
    women = nx.davis_southern_women_graph()
    projected = bipartite.overlap_weighted_projected_graph(women, women.graph["top"])  # jaccard is its default
    names = {f"Film/{woman.title().replace(' ', '')}": woman for woman in women.graph["top"]}
    found = similar_works(southern_women(), measure="jaccard", k=18, least=1)
    told = {(names[a], names[b]): s for a, b, s in found[["id", "other_id", "similarity"]].itertuples(index=False)}
    assert len(told) == 2 * projected.number_of_edges() == 2 * 139
    assert told == pytest.approx({ends: projected.edges[ends]["weight"] for ends in told})


def test_the_events_of_the_southern_women_share_guests_as_the_projection_counts():
    women = nx.davis_southern_women_graph()
    projected = bipartite.weighted_projected_graph(women, women.graph["bottom"])
    found = similar_tropes(southern_women(), k=18, least=1)
    told = {(a[5:], b[5:]): n for a, b, n in found[["id", "other_id", "shared"]].itertuples(index=False)}
    assert told == {ends: projected.edges[ends]["weight"] for ends in told}
    assert len(told) == 2 * projected.number_of_edges() == 2 * 66


@given(
    st.integers(2, 9), st.integers(2, 9), st.floats(0, 1), st.integers(0, 50), st.sampled_from(["cosine", "jaccard"])
)
def test_likeness_is_symmetric_and_between_0_and_1(works, tropes, share, seed, measure):
    graph = graph_from(random_uses(works, tropes, share, seed))
    found = similar_works(graph, measure=measure, k=works, least=0)
    told = {(a, b): s for a, b, s in found[["id", "other_id", "similarity"]].itertuples(index=False)}
    assert all(told[b, a] == likeness and 0 < likeness <= 1 for (a, b), likeness in told.items())
    for work in found["id"].unique():
        alone = similar_works(graph, name=work, measure=measure, k=works, least=0)
        assert alone["similarity"].tolist() == found[found["id"] == work]["similarity"].tolist()


def test_lift_support_and_interval_by_hand():
    """Ten works: A in 4, B in 5, both in 3."""
    graph = graph_from(np.array([[1, 1, 1, 1, 0, 0, 0, 0, 0, 0], [1, 1, 1, 0, 1, 1, 0, 0, 0, 0], [1] * 10]).T)
    (row,) = together(graph, name="T000", min_shared=3, k=9).query("other_id == 'Main/T001'").to_dict("records")
    error = np.sqrt(1 / 3 - 1 / 4 - 1 / 5 + 2 * 3 / 20 - 1 / 10)
    assert (row["shared"], row["works"], row["other_works"], row["support"]) == (3, 4, 5, 0.75)
    assert row["lift"] == pytest.approx(10 * 3 / 20)
    assert row["low"] == pytest.approx(1.5 * np.exp(-1.959964 * error), rel=1e-6)
    assert row["high"] == pytest.approx(1.5 * np.exp(1.959964 * error), rel=1e-6)


def test_the_interval_holds_the_lift_about_as_often_as_it_says():
    """In 4,000 samples of 500 works, with two tropes that depend: 0.15 / (0.3 * 0.3)."""
    both, one, other, _ = (
        np.random.default_rng(1).multinomial(500, [0.15, 0.15, 0.15, 0.55], size=4_000).T.astype(float)
    )
    low, high = (_low(both, both + one, both + other, total=500, z=z) for z in (1.96, -1.96))
    assert np.mean((low <= 0.15 / 0.09) & (high >= 0.15 / 0.09)) == pytest.approx(0.95, abs=0.01)


def test_lift_and_support_are_those_of_the_named_query():
    graph = graph_from(random_uses(30, 12, 0.3, 4))
    rows = run(EmbeddedEngine.of(graph), "together", {"name": "T001", "min_shared": 2, "limit": 99}).rows
    asked = {row[1]: row for row in rows}
    found = together(graph, name="T001", min_shared=2, k=99)
    assert len(found) == len(asked) > 3
    for other, shared, support, lift in found[["other_id", "shared", "support", "lift"]].itertuples(index=False):
        assert asked[other][2:] == pytest.approx([shared, asked[other][3], support, lift])


def test_pairs_of_few_works_are_left_out():
    assert together(STORIES, min_shared=3).empty
    assert set(together(STORIES, min_shared=2)["shared"]) == {2}


@pytest.mark.parametrize("measure", [similar_works, similar_tropes, together])
def test_a_graph_without_examples_gives_no_rows(measure):
    assert measure(graph_of((), [("A", "SUBTROPE_OF", "B")])).empty


def test_what_does_not_exist_is_refused():
    with pytest.raises(GraphError, match=r"no work 'Quezt'.*Near it are Quest"):
        similar_works(STORIES, name="Quezt")
    with pytest.raises(GraphError, match="Main/Dragon has no examples that count here"):
        similar_tropes(STORIES, name="Dragon", media=("Live-Action TV",))
    with pytest.raises(InputError, match="no measure 'dice'"):
        similar_works(STORIES, measure="dice")
    with pytest.raises(InputError, match="no medium 'flim'"):
        similar_works(STORIES, media=("flim",))
    with pytest.raises(InputError, match=r"1\.5 is no confidence"):
        together(STORIES, confidence=1.5)
