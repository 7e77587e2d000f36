"""A graph is only made of tables that fit the schema and each other."""

import pyarrow as pa
import pytest
from graph_examples import EDGES, EVIDENCE, NODES, Tables, graph, tables

from tropegraph.errors import GraphError
from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows, values
from tropegraph.model.schema import TABLES
from tropegraph.pipeline import TropeGraph
from tropegraph.tabular.schemas import SCHEMAS


def test_schemas_are_those_of_the_model():
    assert {name: schema.names for name, schema in SCHEMAS.items()} == {n: list(c) for n, c in TABLES.items()}


def test_rows_are_sorted_by_all_columns_whatever_their_order():
    shuffled = graph(nodes=NODES[::-1], edges=EDGES[::-1], evidence=EVIDENCE[::-1])
    assert shuffled == graph()
    keys = [tuple(row.values())[:3] for row in shuffled.edges.to_pylist()]
    assert keys == sorted(keys)


def test_types_are_cast_and_columns_put_in_order():
    given = tables()
    given.edges = given.edges.select(given.edges.column_names[::-1])
    given.edges = given.edges.set_column(0, "evidence_count", given.edges["evidence_count"].cast(pa.int32()))
    given.nodes = given.nodes.set_column(1, "name", given.nodes["name"].dictionary_encode())
    assert Graph.of(given, options={"mentions": True}) == graph()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"nodes": [*NODES, NODES[0]]}, "node stands twice"),
        ({"edges": [*EDGES, EDGES[0]]}, "edge stands twice"),
        ({"nodes": NODES[1:]}, "is no node"),
        ({"evidence": EVIDENCE[1:]}, "evidence"),
        ({"evidence": []}, "evidence"),
    ],
)
def test_tables_that_do_not_fit_together_are_refused(changed, said):
    with pytest.raises(GraphError, match=said):
        graph(**changed)


@pytest.mark.parametrize("name", list(TABLES))
def test_a_missing_column_is_refused(name):
    given = tables()
    setattr(given, name, getattr(given, name).drop_columns([next(iter(TABLES[name]))]))
    with pytest.raises(GraphError, match=name):
        Graph.of(given)


def test_empty_cells_are_refused():
    given = tables()
    given.findings = given.findings.set_column(0, "code", pa.array([None], pa.string()))
    with pytest.raises(GraphError, match="empty cells in code"):
        Graph.of(given)


def test_the_manifest_counts_rows_and_knows_inputs():
    manifest = graph().manifest
    assert manifest.counts == {"nodes": 6, "edges": 6, "evidence": 5, "pages": 1, "findings": 1}
    assert manifest.inputs == {"boldly.txt": "d1"}
    assert manifest.options == {"mentions": True}


def test_of_returns_the_class_it_is_called_on():
    class Special(Graph):
        pass

    made = Special.of(tables())
    assert isinstance(made, Special)
    assert isinstance(made.around("Main/BoldlyComing"), Special)
    assert isinstance(Special.from_networkx(made.to_networkx()), Special)


def test_values_gives_lists_of_a_slice_as_arrow_does():
    table = of_rows("nodes", NODES).slice(1, 3)
    assert values(table, "aliases") == table["aliases"].to_pylist()
    assert values(pa.concat_tables([table, table]), "aliases") == table["aliases"].to_pylist() * 2
    for start in range(table.num_rows + 1):
        assert values(table.slice(start, 2), "aliases") == table["aliases"].slice(start, 2).to_pylist()


def test_a_graph_shows_itself_in_one_line():
    told = f"{graph().nodes.num_rows} nodes, {graph().edges.num_rows} edges>"
    assert repr(graph()) == f"<Graph: {told}"
    assert repr(TropeGraph.of(graph())) == f"<TropeGraph: {told}"


def test_counts():
    assert graph().counts() == {
        "nodes": {"Index": 1, "Trope": 4, "Work": 1},
        "edges": {
            "COMPARE_WITH": 1,
            "CONTRAST_WITH": 1,
            "EXAMPLE_OF": 1,
            "IN_INDEX": 1,
            "MENTIONS": 1,
            "SEE_ALSO": 1,
        },
    }


def test_tables_may_come_from_any_object_with_those_attributes():
    assert Graph.of(Tables(**graph().tables), options={"mentions": True}) == graph()
