"""Communities of a graph, their names and levels, on each view."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array

from tests.unit.analyse.test_matrices import made
from tropegraph.analyse import community, views
from tropegraph.errors import InputError
from tropegraph.graph import Graph


def cliques() -> Graph:
    """Two groups of four tropes, all sisters, with one pointer between them; and works that use one group each."""
    groups = ("ABCD", "WXYZ")
    sisters = [(f"Main/{a}", "SISTER_TROPE", f"Main/{b}") for g in groups for a in g for b in g if a < b]
    uses = [(f"Film/F{n}", "EXAMPLE_OF", f"Main/{t}") for n in range(12) for t in groups[n % 2]]
    return made(*sisters, *uses, ("Main/A", "SEE_ALSO", "Main/W"))


@pytest.mark.parametrize("view", ["tropes", "projection", "bipartite"])
def test_each_view_finds_the_groups(view: views.ViewName) -> None:
    members = community.community_members(cliques(), view=view, alpha=1.0, least=1)
    tropes = members[members["id"].str.startswith("Main/")]
    assert sorted("".join(sorted(group["name"])) for _, group in tropes.groupby("community")) == ["ABCD", "WXYZ"]
    if view == "bipartite":
        works = members[members["id"].str.startswith("Film/")]
        assert works["community"].value_counts().to_list() == [6, 6]


def test_communities_are_told_with_their_names_and_modularity() -> None:
    frame = community.communities(cliques(), view="tropes")
    assert frame.to_dict("records") == [
        {"id": "Main/B", "name": "B, C, D", "community": 0, "nodes": 4, "inside": pytest.approx(24 / 25)},
        {"id": "Main/X", "name": "X, Y, Z", "community": 1, "nodes": 4, "inside": pytest.approx(24 / 25)},
    ]
    assert frame.attrs["modularity"] == pytest.approx(24 / 25 - 0.5)
    assert frame.attrs["edges"] == 13


def test_works_are_counted_and_name_no_community() -> None:
    frame = community.communities(cliques(), view="bipartite")
    assert frame["works"].to_list() == [6, 6]
    assert set(frame["name"]) == {"A, B, C", "W, X, Y"}
    assert frame.attrs["modularity of Barber"] == pytest.approx(0.5)


def test_a_low_resolution_gives_fewer() -> None:
    assert len(community.communities(cliques(), view="tropes", resolution=0.01)) == 1
    assert len(community.communities(cliques(), view="tropes", resolution=20.0)) == 8


def test_levels_lie_in_one_another() -> None:
    """Four cliques of five, two and two near: what is one at a low resolution is two inside."""
    ring = nx.ring_of_cliques(4, 5)
    graph = made(*((f"Main/{min(e):02}", "SISTER_TROPE", f"Main/{max(e):02}") for e in ring.edges))
    frame = community.community_levels(graph, view="tropes", resolution=0.3, levels=3)
    top = frame[frame["level"] == 1]
    assert top["nodes"].sum() == 20
    for row in top.itertuples():
        inner = frame[frame["path"].str.startswith(f"{row.path}.") & (frame["level"] == 2)]
        assert len(inner) == row.parts
        assert inner["nodes"].sum() in (row.nodes, 0)
    assert frame["path"].is_unique


def test_stability_of_what_is_plain() -> None:
    frame = community.community_stability(cliques(), view="tropes", resolutions=("1", "20"), seeds=3)
    assert frame["nmi"].to_list() == [1, 1]
    assert frame[["fewest", "most"]].to_numpy().tolist() == [[2, 2], [8, 8]]
    assert frame["modularity"][0] > frame["modularity"][1]


def test_empty_views_give_empty_frames() -> None:
    graph = made(("Main/A", "SISTER_TROPE", "Main/B"))
    assert community.communities(graph, view="bipartite").empty
    assert community.community_members(graph, view="projection").empty
    assert community.community_levels(graph, view="projection").empty
    assert isinstance(community.community_stability(graph, view="projection"), pd.DataFrame)


@pytest.mark.parametrize(
    "wrong", [{"view": "sideways"}, {"resolution": 0.0}, {"alpha": 0.0}, {"alpha": 2.0}, {"iterations": 0}]
)
def test_what_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InputError):
        community.communities(cliques(), **{"view": "projection", **wrong})  # type: ignore[arg-type]
    with pytest.raises(InputError, match="'x' is no number"):
        community.community_stability(cliques(), resolutions=("x",))


def test_the_backbone_keeps_what_chance_does_not_explain() -> None:
    """Of 30 shared works 20 are with one other: (1 - 20/30)^10 is below 0.05, and (1 - 1/30)^10 is not."""
    rows = [{0, 1}] * 20 + [{0, n} for n in range(2, 12)] + [{n, n + 1} for n in range(2, 11)]
    matrix = csr_array(np.array([[float(n in row) for n in range(12)] for row in rows]))
    kept = views.backbone(matrix, 0.05).toarray()
    assert np.argwhere(np.triu(kept)).tolist() == [[0, 1]]
    assert kept[0, 1] == kept[1, 0] == 20


@pytest.mark.parametrize("alpha", [0.1, 0.3, 1.0])
def test_the_backbone_in_parts_is_that_in_one(alpha: float, monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = csr_array((np.random.default_rng(1).random((60, 25)) < 0.2).astype(float))
    whole = views.backbone(matrix, alpha).toarray()
    shared = (matrix.T @ matrix).toarray() * (1 - np.eye(25))
    chance = (1 - shared / shared.sum(axis=1, keepdims=True)) ** ((shared > 0).sum(axis=1, keepdims=True) - 1)
    stays = (np.minimum(chance, chance.T) < alpha) | (alpha == 1)
    np.testing.assert_array_equal(whole, np.where((shared > 0) & stays, shared, 0))
    monkeypatch.setattr(views, "AT_ONCE", 75)
    np.testing.assert_array_equal(views.backbone(matrix, alpha).toarray(), whole)
