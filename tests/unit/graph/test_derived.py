"""Properties of nodes that follow from the tables, against plain Python."""

from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest

from tests.parity.graphs import awkward
from tests.unit.query.test_answers import random_graph
from tropegraph.graph import Graph, pieces
from tropegraph.graph.derived import DERIVED, derived, words
from tropegraph.graph.property_graph import NODE_PROPERTIES, nodes_by_label
from tropegraph.graph.tables import of_rows
from tropegraph.model.vocabulary import TROPE_RELATIONS, RelationType


class Tables:
    nodes: pa.Table
    edges: pa.Table
    evidence = of_rows("evidence", ())
    pages = of_rows("pages", ())
    findings = of_rows("findings", ())


def played(*lists: list[str]) -> Graph:
    """One trope, and works that play it as each list says; the last is no work."""
    ids = [f"Film/W{n}" for n in range(len(lists))]
    kinds = ["Work"] * (len(lists) - 1) + ["Page"]
    tables = Tables()
    nodes = [{"id": node, "name": node, "kind": kind} for node, kind in zip(ids, kinds, strict=True)]
    tables.nodes = of_rows("nodes", [*nodes, {"id": "Main/T", "name": "T", "kind": "Trope"}])
    tables.edges = of_rows(
        "edges",
        [
            {"source": node, "type": "EXAMPLE_OF", "target": "Main/T", "modifiers": modifiers}
            for node, modifiers in zip(ids, lists, strict=True)
        ],
    )
    return Graph.of(tables)


def counted(graph: Graph) -> dict[str, Counter[str]]:
    """The numbers, edge by edge."""
    found: dict[str, Counter[str]] = {name: Counter() for name in DERIVED}
    pairs: Counter[frozenset[str]] = Counter()
    works = {row["id"] for row in graph.nodes.to_pylist() if row["kind"] == "Work"}
    for edge in graph.edges.to_pylist():
        ends = frozenset((edge["source"], edge["target"]))
        found["edges"].update(ends)
        pairs.update([ends] if edge["type"] in TROPE_RELATIONS else [])
        if edge["type"] == RelationType.EXAMPLE_OF:
            found["tropes"][edge["source"]] += 1
            found["works"][edge["target"]] += 1
            found["twisted"][edge["target"]] += edge["source"] in works and edge["modifiers"] not in ([], ["STRAIGHT"])
    for ends, times in pairs.items():
        found["tied"].update(ends if times > 1 else ())
    return found


@pytest.mark.parametrize(
    "graph",
    [
        awkward(),
        *(random_graph(seed) for seed in range(4)),
        played([], ["STRAIGHT"], ["AVERTED"], ["STRAIGHT", "AVERTED"], ["PARODIED", "STRAIGHT"], ["INVERTED"]),
        awkward().only(types=["SEE_ALSO"]),
        awkward().only(kinds=[]),
    ],
)
def test_numbers_are_those_of_the_edges(graph: Graph) -> None:
    found, ids = derived(graph.nodes, [graph.edges]), graph.nodes["id"].to_pylist()
    for name, numbers in counted(graph).items():
        if name != "words":
            assert dict(zip(ids, found[name].to_pylist(), strict=True)) == {node: numbers[node] for node in ids}, name


def test_a_part_of_a_graph_counts_its_own_edges() -> None:
    graph = awkward().around("Main/Loner", 1)
    assert derived(graph.nodes, [graph.edges])["edges"].to_pylist() == [0]


def test_words_are_all_that_a_node_is_called() -> None:
    nodes = awkward().nodes
    told = dict(zip(nodes["id"].to_pylist(), words(nodes).to_pylist(), strict=True))
    assert told["Main/Root"].split(" | ") == ["root trope", "the top", "urtrope", "main/root"]


def test_a_folder_read_piece_by_piece_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "ROWS", 7)
    for graph in (awkward(), random_graph(1), awkward().only(kinds=[])):
        graph.save(tmp_path / "g")
        read = [row for table in pieces.property_nodes(tmp_path / "g") for row in table.to_pylist()]
        by_label = (row for label in nodes_by_label(graph) for row in label.table.to_pylist())
        assert read == sorted(by_label, key=lambda row: str(row["id"]))


def test_what_no_engine_takes_does_not_count() -> None:
    nodes = of_rows(
        "nodes", [{"id": "A/A", "kind": "Trope"}, {"id": "A/B", "kind": "Trope"}, {"id": "A/C", "kind": "?"}]
    )
    ends = [("A/A", "SEE_ALSO", "A/B"), ("A/A", "LIKES", "A/B"), ("A/A", "SEE_ALSO", "A/C")]
    edges = of_rows("edges", [dict(zip(("source", "type", "target"), end, strict=True)) for end in ends])
    assert derived(nodes, [edges])["edges"].to_pylist() == [1, 1, 0]


def test_every_node_has_every_property() -> None:
    for nodes in nodes_by_label(awkward()):
        assert tuple(nodes.table.schema.names) == NODE_PROPERTIES
        assert not any(column.null_count for column in nodes.table.columns)
