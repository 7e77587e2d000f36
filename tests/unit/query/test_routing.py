"""Which statements are answered without the properties of most edges."""

import pytest

from tests.parity.graphs import awkward
from tropegraph.query import EmbeddedEngine
from tropegraph.query.routing import asks_edges


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (a)-[r]->(b) RETURN r",
        "MATCH (a)-[r]->(b) RETURN r.evidence",
        "MATCH (a)-[r]->(b) RETURN r['evi' + 'dence']",
        "MATCH (a)-[r]->(b) RETURN r[$key]",
        "MATCH (a)-[r]->(b) WITH 'x' AS k, r AS s RETURN s[k]",
        "MATCH (a)-[r]->(b) WITH a, r RETURN count(*)",
        "MATCH (a)-[`r`]->(b) RETURN `r`",
        "MATCH (a)<-[r:X]-(b) RETURN collect(r)",
        "MATCH (a)-[r WHERE true]->(b) RETURN r",
        "MATCH (a)-[r:X*1..2]->(b) RETURN r[0]",
        "MATCH (a)-[{evidence_count: 2}]->(b) RETURN a",
        "MATCH ()-[r]->() RETURN properties(r)",
        "MATCH ()-[r]->() RETURN keys(r)",
        "MATCH (a)-[r]->(b) RETURN *",
        "MATCH (a)-[r]->(b) WITH DISTINCT * RETURN a",
        "MATCH (a)-[r]->(b) RETURN r {.*}",
        "MATCH p = (a)-->(b) RETURN p",
        "MATCH p = (a)-->(b) RETURN relationships(p)",
        "MATCH p = shortestPath((a)-[*..3]-(b)) RETURN [x IN nodes(p) | x.id], p",
        "MATCH (n) RETURN [(n)-[r]->(m) | r]",
        "MATCH (a)-[r]->(b) RETURN max(r.evidence_count)",
        "MATCH (a)-[r]->(b)-[s]->(c) WHERE r = s RETURN a",
        "MATCH (a)-[r:SISTER_TROPE|EXAMPLE_OF]->(b) RETURN r",
        "MATCH (a)-[r:SISTER_TROPE]->(b)-[s]-(c) RETURN s",
        "MATCH (a)-[r:SISTER_TROPE]->(b)<--(c) RETURN r",
        "MATCH (a)-[r:!SISTER_TROPE]->(b) RETURN r",
        "MATCH (a)-[r:$(type)]->(b) RETURN r",
        "MATCH (a)-[r:%]->(b) RETURN r",
        "MATCH (a)-[r:`EXAMPLE_OF`]->(b) RETURN r",
        "MATCH (a)-[r:SISTER_TROPE|:EXAMPLE_OF]->(b) RETURN r",
        "MATCH p = (a)-[:SISTER_TROPE]-(b) - [*1..2] - (c) RETURN p",
    ],
)
def test_what_may_see_a_property_of_an_edge(statement: str) -> None:
    assert asks_edges(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n) RETURN n, n.aliases[0]",
        "MATCH (a)-[:X]->(b) RETURN count(*)",
        "MATCH (a)-[r:X|Y]->(b) RETURN type(r), startNode(r).id, count(DISTINCT r)",
        "MATCH (a) OPTIONAL MATCH (a)-[r]-() WITH a, count(r) AS n WHERE r IS NULL RETURN a.id, n",
        "MATCH p = (a)-[:X*1..3]->(b) WHERE length(p) > 1 RETURN [n IN nodes(p) | n.id]",
        "MATCH (a)-[r:SISTER_TROPE]->(b)-[:SUBTROPE_OF*1..2]->(c) RETURN r.evidence",
        "MATCH p = (a)<-[:INVERSE_OF|LEADS_TO {evidence_count: 1}]-(b) RETURN p",
        "MATCH (n) WHERE n.id IN ['a', $b] RETURN n",
        "MATCH (n) WHERE n.id IN $ids RETURN n ORDER BY n.id LIMIT $limit",
        "MATCH (n) RETURN keys(n), n {.*}",
    ],
)
def test_what_sees_none_but_those_of_relations(statement: str) -> None:
    assert not asks_edges(statement)


def test_one_engine_answers_both_in_any_order() -> None:
    shape, whole = "MATCH ()-[r]->() RETURN count(r) AS n", "MATCH ()-[r]->() RETURN sum(r.evidence_count) AS n"
    rows = set()
    for order in ((shape, whole, shape), (whole, shape, whole)):
        engine = EmbeddedEngine.of(awkward())
        rows.add(tuple(sorted({(s, engine.run(s).rows[0][0]) for s in order})))
    assert len(rows) == 1
