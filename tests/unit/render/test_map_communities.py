"""Which nodes belong together."""

import numpy as np
import pytest

from tests.unit.render.planted import planted
from tropegraph.render.choose import choose
from tropegraph.render.communities import MOST, OTHER, by_size, tops
from tropegraph.render.layout import lay_out
from tropegraph.render.pack import pack


@pytest.mark.parametrize(("groups", "size"), [(4, 30), (12, 200)])
def test_planted_communities_are_found(groups, size):
    count, source, target, weight, group = planted(groups, size)
    found = lay_out(count, source, target, weight).community
    together = np.zeros((groups, found.max() + 2))
    np.add.at(together, (group, found), 1)
    assert found.max() + 1 == groups
    assert together.max(axis=1).sum() > 0.97 * count


def test_the_largest_come_first_and_the_rest_is_other():
    label = np.repeat(np.arange(MOST + 3), np.arange(MOST + 3) + 1)
    found = by_size(label)
    assert np.bincount(found + 1)[1:].tolist() == sorted(np.bincount(label).tolist(), reverse=True)[:MOST]
    assert set(found[label < 2]) == {OTHER}
    assert by_size(np.array([], dtype=np.int64)).tolist() == []


def test_a_community_is_called_after_the_node_with_most_edges_within():
    community = np.array([0, 0, 0, 0, 1, 1, OTHER])
    source, target = np.array([(0, 1), (0, 2), (0, 3), (1, 2), (1, 4), (1, 5), (4, 5), (1, 1), (6, 0)]).T
    weight = np.ones(len(source))
    everyone = np.ones(7, dtype=bool)
    assert tops(community, source, target, weight, everyone).tolist() == [0, 4]
    assert tops(community, source, target, weight, np.arange(7) == 2).tolist() == [2, 4]


def test_the_map_names_communities_by_tropes_and_gives_them_colours(graph_of):
    rings = [[f"{space}{c}{i}" for space in ("Main/T", "Film/W") for i in range(4)] for c in "AB"]
    edges = [(w, "EXAMPLE_OF", t) for ring in rings for t in ring[:4] for w in ring[4:]]
    graph = graph_of([*edges, ("Main/TA0", "SUBTROPE_OF", "Main/TA1"), ("Main/Lone", "SEE_ALSO", "Main/Other")])
    chosen = choose(graph.nodes, graph.edges)
    packed = pack(chosen, lay_out(chosen.nodes.num_rows, chosen.source, chosen.target, chosen.pull))
    found = packed["communities"]
    assert {c["name"][:2] for c in found} == {"TA", "TB"}
    assert [c["size"] for c in found] == [8, 8]
    assert all(packed["nodes"]["name"][c["node"]] == c["name"] for c in found)
    assert found[0]["light"] != found[1]["light"]
