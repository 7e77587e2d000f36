"""The matrices count what the edges say."""

import networkx as nx
import numpy as np
import pytest

from tropegraph.analyse import matrices
from tropegraph.errors import GraphError
from tropegraph.graph import Graph


def made(*edges: tuple[str, str, str], **attributes: dict[str, object]) -> Graph:
    """A graph of `(source, type, target)`; works are the nodes under Film and Series."""
    graph = nx.MultiDiGraph()
    for node in {end for source, _, target in edges for end in (source, target)}:
        medium = {"Film": "Film", "Series": "Live-Action TV"}.get(node.split("/")[0], "")
        graph.add_node(node, kind="Work" if medium else "Trope", medium=medium)
    for source, kind, target in edges:
        graph.add_edge(source, target, key=kind, **attributes.get(f"{source}-{target}".replace("/", "_"), {}))
    return Graph.from_networkx(graph)


GRAPH = made(
    ("Main/B", "SUBTROPE_OF", "Main/A"),
    ("Main/A", "INVERSE_OF", "Main/C"),
    ("Main/A", "CONTRAST_WITH", "Main/C"),
    ("Film/X", "EXAMPLE_OF", "Main/A"),
    ("Film/X", "EXAMPLE_OF", "Main/B"),
    ("Series/Y", "EXAMPLE_OF", "Main/A"),
    **{"Film_X-Main_B": {"modifiers": ("AVERTED",)}, "Series_Y-Main_A": {"modifiers": ("AVERTED", "LAMPSHADED")}},
)


def test_symmetric_types_count_both_ways_and_parallel_edges_add_up() -> None:
    square = matrices.square(GRAPH, weights={"CONTRAST_WITH": 0.5})
    assert square.nodes["id"].to_pylist() == ["Main/A", "Main/B", "Main/C"]
    assert square.matrix.toarray().tolist() == [[0, 0, 1.5], [1, 0, 0], [1.5, 0, 0]]


def test_nodes_without_an_edge_stay_when_asked() -> None:
    assert matrices.square(GRAPH, alone=True).matrix.shape == (5, 5)
    assert matrices.square(GRAPH, types=["LEADS_TO"]).matrix.shape == (0, 0)


def test_a_work_that_only_averts_a_trope_does_not_use_it() -> None:
    uses = matrices.uses(GRAPH)
    assert (uses.works["id"].to_pylist(), uses.tropes["id"].to_pylist()) == (["Film/X", "Series/Y"], ["Main/A"])
    assert uses.matrix.toarray().tolist() == [[1], [1]]
    assert matrices.uses(GRAPH, averted=True).matrix.toarray().tolist() == [[1, 1], [1, 0]]


def test_uses_by_modifier_and_medium() -> None:
    assert matrices.uses(GRAPH, modifiers=["LAMPSHADED"]).works["id"].to_pylist() == ["Series/Y"]
    assert matrices.uses(GRAPH, media=["Film"]).works["id"].to_pylist() == ["Film/X"]
    assert matrices.uses(GRAPH, media=["Music"]).matrix.shape == (0, 0)


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(GraphError, match="'Sideways' is no modifier"):
        matrices.uses(GRAPH, modifiers=["Sideways"])
    with pytest.raises(GraphError, match="'Radioo' is no medium"):
        matrices.uses(GRAPH, media=["Radioo"])


def test_a_frame_tells_names_first() -> None:
    frame = matrices.told(GRAPH.nodes, {"score": [1.0]}, rows=np.array([1]))
    assert frame.to_dict("records") == [{"id": "Main/A", "name": "A", "score": 1.0}]
