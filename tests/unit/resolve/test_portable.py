"""The expressions over facts are fit for Spark too: ibis can say all of them in its SQL."""

import ibis
import pytest

from tropegraph.resolve import ambiguous, edges, tables, uses

CLAIMS = ibis.table(ibis.Schema.from_pyarrow(tables.CLAIMS), name="claims")
IDS = ibis.table(ibis.Schema.from_pyarrow(edges.ids_table({}, {}).schema), name="ids")
ALLOWED = ibis.table(ibis.Schema.from_pyarrow(edges.allowed_table(pages=True).schema), name="allowed")
FACTS = edges.settle(CLAIMS, IDS, ALLOWED)
PIECES = edges.evidence(FACTS)
CHANGED = ibis.table(ibis.Schema.from_pyarrow(ambiguous.ROWS), name="changed")
EXPRESSIONS = {
    "respelled": ambiguous.replaced(CLAIMS, CHANGED),
    "settle": FACTS,
    "evidence": PIECES,
    "edges": edges.edges(FACTS, PIECES),
    "forms": uses.by_page(uses.uses(CLAIMS)),
    "titles": uses.by_value(uses.uses(CLAIMS), "title"),
}


@pytest.mark.parametrize("name", EXPRESSIONS)
@pytest.mark.parametrize("dialect", ["duckdb", "pyspark"])
def test_an_expression_can_be_said(name, dialect):
    assert "SELECT" in ibis.to_sql(EXPRESSIONS[name], dialect=dialect)
