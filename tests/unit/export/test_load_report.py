"""What a load says of itself."""

from tropegraph.export import LoadReport


def test_it_reads_as_one_sentence() -> None:
    report = LoadReport(nodes=1200, edges=34567, nodes_created=1200, edges_created=0, seconds=1.25)
    assert str(report) == "1,200 nodes (1,200 new) and 34,567 edges (0 new) loaded in 1.2 s"


def test_it_is_fit_for_json() -> None:
    assert LoadReport(1, 2, 0, 0, 0.5).as_dict() == {
        "nodes": 1,
        "edges": 2,
        "nodes_created": 0,
        "edges_created": 0,
        "seconds": 0.5,
    }
