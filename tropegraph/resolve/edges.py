"""From claims to edges: ends resolved, both sides merged, evidence kept. Portable ibis: DuckDB today, Spark tomorrow.

Portable means no ordered aggregates (collect, then sort), no backend's own functions, and columns by `_["name"]`
where ibis has an attribute of that name.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

import ibis
import pyarrow as pa
from ibis import _

from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS, NodeKind, RelationType
from tropegraph.resolve.codes import NONE, NUMBER

KEY = ("source", "type", "target")

_TROPES = (NodeKind.TROPE, NodeKind.INDEX)
_NAMED = (NodeKind.TROPE, NodeKind.WORK, NodeKind.INDEX)
_ALL = tuple(NodeKind)

ENDS: dict[RelationType, tuple[tuple[NodeKind, ...], tuple[NodeKind, ...]]] = {
    **dict.fromkeys(TROPE_RELATIONS, (_TROPES, _TROPES)),
    RelationType.EXAMPLE_OF: ((NodeKind.WORK,), _TROPES),
    RelationType.IN_INDEX: (_NAMED, _NAMED),
    RelationType.MENTIONS: (_ALL, _ALL),
}
"""Kinds that each type joins; an index counts as a trope, since many a trope's page is a list of its kind."""

_SYMMETRIC = [kind.value for kind, info in RELATIONS.items() if info.symmetric]


KEPT, SELF_LOOP, WRONG_END = "kept", "self-loop", "wrong-end"
"""What becomes of a claim: an edge, or one of two findings."""

FATES = (KEPT, SELF_LOOP, WRONG_END)
"""Each by its number; all but the first are codes of findings."""


class Joined(NamedTuple):
    """The tables that claims are joined to, each with one row a text.

    Args:
        ids: Spelling, number of its node, and its kind, as `ids_table`.
        allowed: As `allowed_table`.
        types: Type, and its number as `type_id`.
        places: Place, and the number of its node, or its own, as `place_id`.
        inputs: Input, and its number as `input_id`.
        sets: As `codes.Sets.table`, of each column that edges collect.
    """

    ids: ibis.Table
    allowed: ibis.Table
    types: ibis.Table
    places: ibis.Table
    inputs: ibis.Table
    sets: Sequence[ibis.Table]


def ids_table(ids: Mapping[str, str], kinds: Mapping[str, NodeKind], numbers: Mapping[str, int]) -> pa.Table:
    """Spelling, number of its node and kind, one row a spelling."""
    columns = {
        "spelled": pa.array(list(ids), pa.string()),
        "id": pa.array([numbers[node] for node in ids.values()], NUMBER),
        "kind": pa.array([kinds[node].value for node in ids.values()], pa.string()),
    }
    return pa.table(columns)


def allowed_table(*, pages: bool) -> pa.Table:
    """Every combination of type and kinds of ends that an edge may have.

    Args:
        pages: Whether pages that are neither trope, work nor index may stand in an index.
    """
    ends = {**ENDS, RelationType.IN_INDEX: (_ALL, _ALL)} if pages else ENDS
    rows = [(t.value, s.value, e.value) for t, (sources, targets) in ends.items() for s, e in product(sources, targets)]
    return pa.table([*zip(*rows, strict=True), [True] * len(rows)], names=["type", "from_kind", "to_kind", "fits"])


def settle(claims: ibis.Table, to: Joined) -> ibis.Table:
    """Claims with the numbers of nodes for their ends, in canonical order, and for all that is compared.

    Args:
        claims: As `tables.CLAIMS`.
        to: What they are joined to.

    Returns:
        `KEY`, `place`, `input`, `wording` and `tie` as numbers, the bits of what edges collect, the rest of the
        evidence as it is, and the number of its fate: `KEPT`, `SELF_LOOP` where both ends are one node, or `WRONG_END`
        where an end is a node of a kind that the type does not join.
    """
    sources = to.ids.select(source="spelled", from_id="id", from_kind="kind")
    targets = to.ids.select(target="spelled", to_id="id", to_kind="kind")
    ends = claims.join(sources, "source").join(targets, "target")
    found = ends.left_join(to.allowed, ["type", "from_kind", "to_kind"]).drop("type_right")
    for table, column in ((to.types, "type"), (to.places, "place"), (to.inputs, "input")):
        found = found.join(table, column)
    bits: list[str] = []
    for table in to.sets:
        column, *numbers = table.columns
        found, bits = found.join(table, column), bits + numbers
    turned = found["type"].isin(_SYMMETRIC) & (found["from_id"] > found["to_id"])
    loops = found["from_id"] == found["to_id"]
    return found.select(
        source=ibis.ifelse(turned, found["to_id"], found["from_id"]),
        type=found["type_id"],
        target=ibis.ifelse(turned, found["from_id"], found["to_id"]),
        place=found["place_id"],
        page=ibis.ifelse(found["page"] == "", NONE, found["place_id"]),
        input=found["input_id"],
        fate=ibis.cases((loops, FATES.index(SELF_LOOP)), (found["fits"].isnull(), FATES.index(WRONG_END)), else_=0),
        **{column: found[column] for column in (*bits, *_AS_STATED)},
    )


_AS_STATED = ("section", "sentence", "as_written", "block", "start", "end", "wording", "tie")


def evidence(facts: ibis.Table) -> ibis.Table:
    """Of all facts of one edge, place and wording, the first on the page, whatever the input is called."""
    order = [_["block"], _["start"], _["end"], _["tie"], _["input"]]
    window = ibis.window(group_by=[*KEY, "place", "wording"], order_by=order)
    return facts.mutate(rank=ibis.row_number().over(window)).filter(_["rank"] == 0).drop("rank")


def sayings(facts: ibis.Table, bits: Sequence[str]) -> ibis.Table:
    """All that is said of each edge: one row for each way in which its claims differ.

    Uniting the bits is left to whoever asks: not every backend can.

    Args:
        facts: Claims between nodes.
        bits: Columns of bits.
    """
    return facts.select(*KEY, *bits).distinct()
