"""The expressions over facts are fit for Spark too: ibis can say all of them in its SQL."""

import ibis
import pytest

from tropegraph.resolve import ambiguous, edges, tables, uses
from tropegraph.resolve.coded import Coded, sets_of
from tropegraph.resolve.codes import Names

CLAIMS = ibis.table(ibis.Schema.from_pyarrow(tables.CLAIMS), name="claims")
CODED = Coded({}, {}, (), Names(()), Names(()), sets_of(dict.fromkeys(("modifiers", "medium", "stated_on"), ())))
TABLES = {**CODED.tables(), "allowed": edges.allowed_table(pages=True)}
JOINED = {name: ibis.table(ibis.Schema.from_pyarrow(table.schema), name=name) for name, table in TABLES.items()}
FACTS = edges.settle(CLAIMS, edges.Joined(sets=[JOINED.pop(name) for name in CODED.sets], **JOINED))
PIECES = edges.evidence(FACTS)
CHANGED = ibis.table(ibis.Schema.from_pyarrow(ambiguous.ROWS), name="changed")
EXPRESSIONS = {
    "respelled": ambiguous.replaced(CLAIMS, CHANGED),
    "settle": FACTS,
    "evidence": PIECES,
    "sayings": edges.sayings(FACTS, CODED.bits),
    "forms": uses.by_page(uses.uses(CLAIMS)),
    "titles": uses.by_value(uses.uses(CLAIMS), "title"),
}


@pytest.mark.parametrize("name", EXPRESSIONS)
@pytest.mark.parametrize("dialect", ["duckdb", "pyspark"])
def test_an_expression_can_be_said(name, dialect):
    assert "SELECT" in ibis.to_sql(EXPRESSIONS[name], dialect=dialect)
