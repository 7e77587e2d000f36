"""Pairs of tropes, and single edges, of which two things are said that do not go together."""

from dataclasses import asdict, dataclass

import ibis
import pyarrow as pa
from ibis import _

from tropegraph.check.shape import fact, of_edges, shaped
from tropegraph.check.source import Source
from tropegraph.model.vocabulary import EXCLUSIVE_MODIFIERS, RelationType

R = RelationType


@dataclass(frozen=True, slots=True)
class Clash:
    """Two types that should not join the same two tropes.

    Args:
        kind: Kind of problem.
        first, second: The types.
        turned: Only where the one edge leads against the other; else whichever way they lead.
    """

    kind: str
    first: RelationType
    second: RelationType
    turned: bool = False


CLASHES = (
    Clash("subtrope-both-ways", R.SUBTROPE_OF, R.SUBTROPE_OF, turned=True),
    Clash("subtrope-inverse", R.SUBTROPE_OF, R.INVERSE_OF),
    Clash("subtrope-sister", R.SUBTROPE_OF, R.SISTER_TROPE),
    Clash("subtrope-variant", R.SUBTROPE_OF, R.VARIANT_OF, turned=True),
    Clash("variant-both-ways", R.VARIANT_OF, R.VARIANT_OF, turned=True),
    Clash("variant-inverse", R.VARIANT_OF, R.INVERSE_OF),
    Clash("leads-both-ways", R.LEADS_TO, R.LEADS_TO, turned=True),
    Clash("confused-kin", R.SUBTROPE_OF, R.NOT_TO_BE_CONFUSED_WITH),
    Clash("confused-kin", R.VARIANT_OF, R.NOT_TO_BE_CONFUSED_WITH),
)
"""By the meaning of the types: a narrower case of a thing stands neither beside it nor against it, and is not wider."""


def clashes(source: Source) -> ibis.Table:
    """Pairs of tropes joined by edges that do not go together."""
    rules = ibis.memtable(pa.Table.from_pylist([asdict(clash) for clash in CLASHES]))
    used = sorted({kind.value for clash in CLASHES for kind in (clash.first, clash.second)})
    edges = source.edges.filter(_["type"].isin(used), _["source"] != _["target"])
    ends = {"a": ibis.least(_["source"], _["target"]), "b": ibis.greatest(_["source"], _["target"])}
    forth = _["source"] < _["target"]
    first = source.kept(edges.select(**ends, first="type", forth=forth, weight="evidence_count", fact=fact(edges)))
    second = first.select("a", "b", second="first", back=~first["forth"], other_weight="weight", other="fact")
    both = first.join(rules, "first").join(second, ["a", "b", "second"])
    both = both.filter(~both["turned"] | (both["forth"] == both["back"]))
    cases = ibis.union(
        both.select("kind", "a", "b", "fact", "weight"),
        both.select("kind", "a", "b", fact="other", weight="other_weight"),
        distinct=True,
    )
    grouped = cases.group_by("kind", "a", "b").agg(facts=_["fact"].collect(), weight=_["weight"].sum())
    return shaped(grouped, nodes=ibis.array([grouped["a"], grouped["b"]]))


def self_loops(source: Source) -> ibis.Table:
    """Edges from a node to itself. A build leaves them out; a graph made by other means may have some."""
    edges = source.edges.filter(_["source"] == _["target"])
    return of_edges("self-loop", edges, ibis.array([edges["source"]]))


def modifier_clashes(source: Source) -> ibis.Table:
    """Examples whose modifiers exclude each other."""
    tests = [[_["modifiers"].contains(m.value) for m in pair] for pair in EXCLUSIVE_MODIFIERS]
    edges = source.edges.filter(ibis.or_(*(a & b for a, b in tests)))
    detail = ibis.literal("played ") + edges["modifiers"].join(", ").lower().replace("_", " ")
    return of_edges("modifier-clash", edges, ibis.array([edges["source"], edges["target"]]), detail=detail)
