"""A published edge set of hundreds of thousands of rows, as it was published."""

import gzip

import pytest
from stating import graph, published

from tropegraph.resolve.spelling import key


@pytest.mark.corpus
def test_every_published_fact_is_one_edge(corpus):
    with gzip.open(corpus / "edges" / "film_trope_edges.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    built = graph(sets=[published(*((work, title.strip('"'), f"Main/{trope}") for work, trope, title in rows))])
    facts = {(key(work), key(f"Main/{trope}")) for work, trope, _ in rows}
    assert len(rows) > len(facts) > 295_000
    assert built.edges.num_rows == built.evidence.num_rows == len(facts)
    assert built.findings.num_rows == 0
    network = built.to_networkx(evidence=False)
    assert (network.number_of_nodes(), network.number_of_edges()) == (built.nodes.num_rows, len(facts))
    assert network.nodes["Film/GalaxyQuest"]["name"] == "Galaxy Quest"
