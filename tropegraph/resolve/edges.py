"""From claims to edges: ends resolved, both sides merged, evidence kept. Portable ibis: DuckDB today, Spark tomorrow.

Portable means no ordered aggregates (collect, then sort), no backend's own functions, and columns by `_["name"]`
where ibis has an attribute of that name.
"""

from collections.abc import Mapping
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


KEPT, SELF_LOOP, WRONG_END = "kept", "self-loop", "wrong-end"
"""What becomes of a claim: an edge, or one of two findings."""

LEFT_OUT = (SELF_LOOP, WRONG_END)
"""Fates that are codes of findings."""


def ids_table(ids: Mapping[str, str], kinds: Mapping[str, NodeKind]) -> pa.Table:
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
    return pa.table([*zip(*rows, strict=True), [True] * len(rows)], names=["type", "from_kind", "to_kind", "fits"])


def settle(claims: ibis.Table, ids: ibis.Table, allowed: ibis.Table) -> ibis.Table:
    """Claims with node ids for their ends, in canonical order, and for the page that states them.

    Args:
        claims: As `tables.CLAIMS`.
        ids: As `ids_table`.
        allowed: As `allowed_table`.

    Returns:
        The columns of the claims, and `fate`: `KEPT`, `SELF_LOOP` where both ends are one node, or `WRONG_END` where
        an end is a node of a kind that the type does not join.
    """
    sources = ids.select(source="spelled", from_id="id", from_kind="kind")
    targets = ids.select(target="spelled", to_id="id", to_kind="kind")
    pages = ids.select(place="spelled", page_id="id")
    joined = claims.join(sources, "source").join(targets, "target").left_join(pages, "place")
    fitted = joined.left_join(allowed, ["type", "from_kind", "to_kind"])
    turned = fitted["type"].isin(_SYMMETRIC) & (fitted["from_id"] > fitted["to_id"])
    placed = ibis.coalesce(fitted["page_id"], fitted["place"])
    changed = {
        "source": ibis.ifelse(turned, fitted["to_id"], fitted["from_id"]),
        "target": ibis.ifelse(turned, fitted["from_id"], fitted["to_id"]),
        "place": placed,
        "page": ibis.ifelse(fitted["page"] == "", "", placed),
    }
    loops = fitted["from_id"] == fitted["to_id"]
    fate = ibis.cases((loops, SELF_LOOP), (fitted["fits"].isnull(), WRONG_END), else_=KEPT)
    return fitted.select(**{column: changed.get(column, fitted[column]) for column in claims.columns}, fate=fate)


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
