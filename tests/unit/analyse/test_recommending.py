"""Tropes that would suit a work."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from tests.unit.analyse.worlds import graph_from, graph_of, random_uses
from tropegraph.analyse.recommending import _found, _hidden, recommend, recommend_check
from tropegraph.analyse.similarity import similar_works
from tropegraph.errors import GraphError, InputError

SHELF = graph_of(
    [
        *((work, trope) for work in ("Alpha", "Beta", "Gamma") for trope in ("Ship", "Star")),
        ("Beta", "Robot"),
        ("Gamma", "Robot"),
        ("Beta", "Laser"),
        *((f"W{i}", "Kiss") for i in range(8)),
        *((f"W{i}", "Letter") for i in range(7)),
        ("W7", "Star"),
    ]
)


def test_the_likeness_of_neighbours_is_added_up():
    alike = similar_works(SHELF, name="Alpha", least=0, k=20).set_index("other_id")["similarity"]
    found = recommend(SHELF, "alpha", novelty=0).set_index("name")["score"]
    assert found.to_dict() == pytest.approx(
        {"Robot": alike["Film/Beta"] + alike["Film/Gamma"], "Laser": alike["Film/Beta"], "Kiss": alike["Film/W7"]}
    )
    damped = recommend(SHELF, "alpha", novelty=0.5).set_index("name")
    assert damped["score"]["Robot"] == pytest.approx(found["Robot"] / np.sqrt(2))
    assert damped["works"].to_dict() == {"Robot": 2, "Laser": 1, "Kiss": 8}


def test_a_walk_by_hand():
    """From Alpha to Ship or Star; of Ship back to one of three works, of Star to one of four."""
    found = recommend(SHELF, "Alpha", method="walk", novelty=0).set_index("name")["score"]
    back = 0.5 / 3 + 0.5 / 4
    assert found.to_dict() == pytest.approx({"Robot": back / 4 + back / 3, "Laser": back / 4, "Kiss": 0.5 / 4 / 2})


def test_popularity_is_the_number_of_works():
    found = recommend(SHELF, "Alpha", method="popularity", k=2)
    assert found[["name", "works"]].to_numpy().tolist() == [["Kiss", 8], ["Letter", 7]]


@pytest.mark.parametrize("method", ["neighbours", "walk", "popularity"])
def test_what_a_work_uses_is_never_recommended(method):
    matrix = random_uses(12, 9, 0.4, 7)
    for row, work in enumerate(f"W{i:03}" for i in range(12)):
        found = recommend(graph_from(matrix), work, method=method, k=9)
        assert not {int(id_[-3:]) for id_ in found["id"]} & set(np.flatnonzero(matrix[row]))
        assert found["score"].is_monotonic_decreasing


def test_advice_finds_what_was_hidden_where_works_come_in_kinds():
    """Two kinds of works, each with tropes of its own: the most popular fit half of the works."""
    rng = np.random.default_rng(4)
    kinds = np.kron(np.eye(2), np.ones((40, 30)))
    matrix = ((rng.random((80, 60)) < 0.6) & (kinds > 0)).astype(float)
    found = recommend_check(graph_from(matrix), k=10).set_index("id")
    assert found.attrs["works looked at"] == 80
    assert found["recall"]["neighbours-0"] > found["recall"]["popularity-0"] + 0.15
    assert found["ndcg"]["walk-0"] > found["ndcg"]["popularity-0"] + 0.1
    assert found[["recall", "ndcg", "hit"]].to_numpy().min() >= 0
    assert found[["recall", "ndcg", "hit"]].to_numpy().max() <= 1


def test_the_same_seed_gives_the_same():
    graph = graph_from(random_uses(30, 20, 0.6, 1))
    one, same, other = (recommend_check(graph, seed=seed, least=5) for seed in (3, 3, 4))
    assert one.equals(same)
    assert not one.equals(other)


def test_what_is_hidden_is_a_share_of_each():
    matrix = csr_array(random_uses(10, 40, 0.5, 2))
    rows = np.array([2, 5, 9])
    hidden = _hidden(matrix, rows, 0.2, np.random.default_rng(1))
    sizes = np.diff(matrix.indptr)
    assert np.diff(hidden.indptr)[rows].tolist() == [round(0.2 * sizes[row]) for row in rows]
    assert hidden.nnz == hidden.multiply(matrix).nnz == np.diff(hidden.indptr)[rows].sum()


def test_gain_by_hand():
    """Found in places 1 and 3 of 4, of three that were hidden; and nothing, where nothing was recommended."""
    hidden = csr_array(([1.0, 1, 1, 1], ([0, 0, 0, 1], [7, 8, 9, 1])))
    recall, ndcg = _found([np.array([7, 1, 8, 2]), np.zeros(0, int)], hidden)
    assert recall == pytest.approx([2 / 3, 0])
    assert ndcg == pytest.approx([(1 + 1 / 2) / (1 + 1 / np.log2(3) + 1 / 2), 0])
    assert [part.tolist() for part in _found([np.zeros(0, int)], hidden[[1]])] == [[0], [0]]


def test_small_graphs_and_wrong_wishes():
    assert recommend_check(graph_of((), [("A", "SUBTROPE_OF", "B")])).empty
    with pytest.raises(GraphError, match=r"no work 'Alpa'.*Near it are Alpha"):
        recommend(SHELF, "Alpa")
    with pytest.raises(GraphError, match="no work ''"):
        recommend(SHELF, "")
    with pytest.raises(InputError, match="no method 'magic'"):
        recommend(SHELF, "Alpha", method="magic")
    with pytest.raises(InputError, match="1 is no share to hide"):
        recommend_check(SHELF, share=1)
