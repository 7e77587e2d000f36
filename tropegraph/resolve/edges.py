"""From claims to edges: ends resolved, both sides merged, evidence kept. Portable ibis: DuckDB today, Spark tomorrow.

Portable means no ordered aggregates (collect, then sort), no backend's own functions, and columns by `_["name"]`
where ibis has an attribute of that name.
"""

from dataclasses import dataclass
from itertools import product

import ibis
import pyarrow as pa
from ibis import _

from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS, NodeKind, RelationType

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
_NOTHING = ibis.literal([], type="array<string>")


@dataclass(frozen=True)
class Facts:
    """Claims between nodes.

    Args:
        kept: Claims that become edges, ends in canonical order.
        loops: Claims both of whose ends are one node.
        misfits: Claims one of whose ends is a node of a kind that the type does not join.
    """

    kept: ibis.Table
    loops: ibis.Table
    misfits: ibis.Table


def ids_table(ids: dict[str, str], kinds: dict[str, NodeKind]) -> pa.Table:
    """Spelling, node id and kind, one row a spelling."""
    columns = {"spelled": list(ids), "id": list(ids.values()), "kind": [kinds[i].value for i in ids.values()]}
    return pa.table(columns, schema=pa.schema({name: pa.string() for name in columns}))


def allowed_table(*, pages: bool) -> pa.Table:
    """Every combination of type and kinds of ends that an edge may have.

    Args:
        pages: Whether pages that are neither trope, work nor index may stand in an index.
    """
    ends = {**ENDS, RelationType.IN_INDEX: (_ALL, _ALL)} if pages else ENDS
    rows = [(t.value, s.value, e.value) for t, (sources, targets) in ends.items() for s, e in product(sources, targets)]
    return pa.table(list(zip(*rows, strict=True)), names=["type", "from_kind", "to_kind"])


def settle(claims: ibis.Table, ids: ibis.Table, allowed: ibis.Table) -> Facts:
    """Claims with node ids for their ends and for the page that states them.

    Args:
        claims: As `tables.CLAIMS`.
        ids: As `ids_table`.
        allowed: As `allowed_table`.
    """
    sources = ids.select(source="spelled", from_id="id", from_kind="kind")
    targets = ids.select(target="spelled", to_id="id", to_kind="kind")
    pages = ids.select(place="spelled", page_id="id")
    joined = claims.join(sources, "source").join(targets, "target").left_join(pages, "place")
    turned = joined["type"].isin(_SYMMETRIC) & (joined["from_id"] > joined["to_id"])
    placed = ibis.coalesce(joined["page_id"], joined["place"])
    facts = joined.mutate(
        source=ibis.ifelse(turned, joined["to_id"], joined["from_id"]),
        target=ibis.ifelse(turned, joined["from_id"], joined["to_id"]),
        place=placed,
        page=ibis.ifelse(joined["page"] == "", "", placed),
    ).drop("from_id", "to_id", "page_id", "place_right")
    fitting = ["type", "from_kind", "to_kind"]
    others = facts.filter(_["source"] != _["target"])
    return Facts(
        kept=others.semi_join(allowed, fitting),
        loops=facts.filter(_["source"] == _["target"]),
        misfits=others.anti_join(allowed, fitting),
    )


def evidence(facts: ibis.Table) -> ibis.Table:
    """Each edge's evidence: one row a place and wording, from the first input that has it."""
    order = [_["input"], _["block"], _["start"], _["end"], _["section"], _["sentence"], _["as_written"]]
    window = ibis.window(group_by=[*KEY, "place", "wording"], order_by=order)
    first = facts.mutate(rank=ibis.row_number().over(window)).filter(_["rank"] == 0)
    return first.select(*KEY, "page", "section", "sentence", "as_written", "block", "start", "end", "input")


def edges(facts: ibis.Table, pieces: ibis.Table) -> ibis.Table:
    """One row a source, type and target, with all that its claims say; lists sorted.

    Args:
        facts: Claims between nodes.
        pieces: Their evidence, as `evidence` gives it.
    """
    merged = facts.group_by(*KEY).agg(media=_texts("medium"), stated_on=_texts("stated_on"))
    played = facts.select(*KEY, modifier=facts["modifiers"].unnest()).group_by(*KEY).agg(modifiers=_texts("modifier"))
    counted = pieces.group_by(*KEY).agg(evidence_count=_.count())
    joined = merged.left_join(played, KEY).drop("source_right", "type_right", "target_right").join(counted, KEY)
    modifiers = ibis.coalesce(joined["modifiers"], _NOTHING)
    return joined.select(*KEY, "media", "stated_on", "evidence_count", modifiers=modifiers)


def _texts(column: str) -> ibis.Value:
    """All distinct texts of a group, sorted; empty ones do not count."""
    return ibis.coalesce(_[column].collect(where=_[column] != "", distinct=True).sort(), _NOTHING)
