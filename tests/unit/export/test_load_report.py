"""What a load says of itself."""

import json

from tropegraph.export import LoadReport


def test_it_reads_as_one_sentence() -> None:
    report = LoadReport(nodes=1200, edges=34567, nodes_created=1200, edges_created=0, seconds=1.25)
    assert str(report) == "1,200 nodes (1,200 new) and 34,567 edges (0 new) loaded in 1.2 s"


def test_it_says_what_was_resumed_removed_and_made_of_sentences() -> None:
    report = LoadReport(3, 2, 0, 0, 1.0, evidence=7, resumed=4000, nodes_removed=1, edges_removed=5000)
    assert str(report).endswith(
        "; 7 sentences as nodes; 4,000 rows were there from the load before; removed what is gone: "
        "1 nodes and 5,000 edges"
    )


def test_it_is_fit_for_json() -> None:
    told = LoadReport(1, 2, 0, 0, 0.5).as_dict()
    assert (told["nodes"], told["edges"], told["seconds"], told["edges_removed"]) == (1, 2, 0.5, 0)
    assert json.loads(json.dumps(told)) == told
