"""The one shape of what every check gives: a table of problems, with the edges that make each."""

from typing import Any

import ibis
import pyarrow as pa

from tropegraph.check.problems import Fact

SCHEMA = pa.schema(
    [
        ("kind", pa.string()),
        ("nodes", pa.list_(pa.string())),
        ("facts", pa.list_(pa.struct([(name, pa.string()) for name in Fact._fields]))),
        ("weight", pa.int64()),
        ("detail", pa.string()),
    ]
)
"""Columns as of `problems.Problem`; `facts` are the keys of the edges, none for problems of a node alone."""


def shaped(table: ibis.Table, **given: Any) -> ibis.Table:
    """A table in the shape of `SCHEMA`.

    Args:
        table: Has the columns that are not given; `facts` and `detail` may be missing.
        given: Values of columns.
    """
    nothing = {"facts": ibis.literal([], type=_FACTS), "detail": ibis.literal("")}
    missing = {name: value for name, value in nothing.items() if name not in {*table.columns, *given}}
    full = table.mutate(**missing, **given)
    return full.mutate(weight=full["weight"].cast("int64")).select(*SCHEMA.names)


_FACTS = f"array<struct<{', '.join(f'{name}: string' for name in Fact._fields)}>>"


def fact(table: ibis.Table) -> ibis.Value:
    """Key of each row's edge."""
    return ibis.struct({name: table[name] for name in Fact._fields})


def of_edges(kind: str, edges: ibis.Table, nodes: ibis.Value, **given: Any) -> ibis.Table:
    """One problem for each row of `edges`.

    Args:
        kind: Kind of problem.
        edges: Has the columns of an edge's key.
        nodes: The ids concerned.
        given: Values of other columns; the weight is the number of pieces of evidence where none is given.
    """
    given = given if "weight" in given else {**given, "weight": edges["evidence_count"]}
    return shaped(edges, kind=ibis.literal(kind), nodes=nodes, facts=ibis.array([fact(edges)]), **given)


def of_nodes(kind: str, nodes: ibis.Table, **given: Any) -> ibis.Table:
    """One problem for each row of `nodes`, which has the columns `id` and `weight`."""
    return shaped(nodes, kind=ibis.literal(kind), nodes=ibis.array([nodes["id"]]), **given)
