"""Edges as numbers, from tables in memory and from a folder that is read as far as it is asked for."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from graph_examples import graph

from tropegraph.errors import GraphError
from tropegraph.graph import Graph, StoredGraph, store
from tropegraph.graph.links import TYPES, links


def triples(built: Graph) -> list[tuple[str, str, str]]:
    ids, numbers = built.nodes["id"].to_pylist(), built.links
    rows = zip(numbers.source, numbers.type, numbers.target, strict=True)
    return [(ids[source], str(TYPES[kind]), ids[target]) for source, kind, target in rows]


def test_numbers_say_what_the_edges_say(tmp_path):
    graph().save(tmp_path / "g")
    expected = [tuple(e[c] for c in ("source", "type", "target")) for e in graph().edges.to_pylist()]
    assert triples(graph()) == expected
    assert triples(StoredGraph.at(tmp_path / "g")) == expected


def test_some_types_only():
    numbers = graph().links
    kept = numbers.only(numbers.of_types(["SEE_ALSO", "IN_INDEX"]))
    assert sorted(str(TYPES[kind]) for kind in kept.type) == ["IN_INDEX", "SEE_ALSO"]
    with pytest.raises(GraphError, match="'SIDEWAYS' is no relation type"):
        numbers.of_types(["SIDEWAYS"])


def test_no_edges_are_no_numbers():
    numbers = links(graph().nodes, graph().edges.slice(0, 0))
    assert [len(part) for part in (numbers.source, numbers.type, numbers.target)] == [0, 0, 0]


def test_row_groups_with_dictionaries_of_their_own_are_one(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "ROW_GROUP", 2)
    graph().save(tmp_path / "g")
    assert pq.ParquetFile(tmp_path / "g" / "edges.parquet").num_row_groups > 2
    assert triples(StoredGraph.at(tmp_path / "g")) == triples(graph())


def test_a_stored_graph_is_the_graph(tmp_path):
    graph().save(tmp_path / "g")
    stored = StoredGraph.at(tmp_path / "g")
    for name, table in graph().tables.items():
        assert getattr(stored, name).equals(table)
    assert stored.find("boldly coming") == "Main/BoldlyComing"
    assert stored.edge_column("modifiers").to_pylist() == graph().edges["modifiers"].to_pylist()
    assert stored.counts() == graph().counts()
    with pytest.raises(AttributeError):
        _ = stored.nonsense


def test_only_what_is_asked_for_is_read(tmp_path):
    graph().save(tmp_path / "g")
    for name in ("evidence", "pages", "findings"):
        (tmp_path / "g" / f"{name}.parquet").unlink()
    stored = StoredGraph.at(tmp_path / "g")
    assert np.array_equal(stored.links.source, graph().links.source)
    with pytest.raises(GraphError, match=r"evidence\.parquet cannot be read"):
        _ = stored.evidence


def test_a_folder_without_a_graph_or_with_a_wrong_end_is_told(tmp_path):
    with pytest.raises(GraphError, match="There is no graph"):
        StoredGraph.at(tmp_path / "g")
    graph().save(tmp_path / "g")
    nodes = graph().nodes
    pq.write_table(pa.table(nodes.slice(1)), tmp_path / "g" / "nodes.parquet")
    with pytest.raises(GraphError, match="An edge leads to no node"):
        _ = StoredGraph.at(tmp_path / "g").links
