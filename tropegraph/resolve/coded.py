"""What the numbers of facts stand for: made from all claims, and given back as the graph's texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from tropegraph.model.vocabulary import EXCLUSIVE_MODIFIERS, Modifier, NodeKind, RelationType
from tropegraph.resolve import edges
from tropegraph.resolve.codes import Names, Sets
from tropegraph.resolve.merging import Merged
from tropegraph.tabular.schemas import SCHEMAS

_TYPES = Names.of(RelationType)

_COLLECTED = {"modifiers": "modifiers", "media": "medium", "stated_on": "stated_on"}
"""Columns of edges that are lists, with the columns of the claims that they come from."""


@dataclass(frozen=True)
class Coded:
    """The texts behind the numbers of facts.

    Args:
        ids: Node id by spelling.
        kinds: Kind by node id.
        places: Places that claims are stated in.
        names: Ids of nodes, and places that are no node's.
        inputs: Ids of inputs.
        sets: What edges collect, by the edges' column.
    """

    ids: Mapping[str, str]
    kinds: Mapping[str, NodeKind]
    places: Sequence[str]
    names: Names
    inputs: Names
    sets: Mapping[str, Sets]

    @property
    def bits(self) -> list[str]:
        """Columns of bits."""
        return [column for held in self.sets.values() for column in held.columns]

    def tables(self) -> dict[str, pa.Table]:
        """The tables that claims are joined to, as `edges.Joined` names them; those of sets by their column."""
        place_ids = [self.names.number[self.ids.get(place, place)] for place in self.places]
        return {
            "ids": edges.ids_table(self.ids, self.kinds, self.names.number),
            "types": _TYPES.table("type", "type_id"),
            "places": pa.table(
                {"place": pa.array(self.places, pa.string()), "place_id": pa.array(place_ids, pa.int64())}
            ),
            "inputs": self.inputs.table("input", "input_id"),
            **{name: held.table() for name, held in self.sets.items()},
        }

    def edges(self, numbers: pa.Table) -> pa.Table:
        """Edges with their texts."""
        lists = {name: held.lists(numbers) for name, held in self.sets.items()}
        return _laid("edges", {**self._key(numbers), **lists, "evidence_count": numbers["evidence_count"]})

    def evidence(self, numbers: pa.Table) -> pa.Table:
        """Evidence with its texts."""
        told = {"page": self.names.spelled(numbers["page"]), "input": self.inputs.spelled(numbers["input"])}
        return _laid(
            "evidence", {**dict(zip(numbers.column_names, numbers.columns, strict=True)), **told, **self._key(numbers)}
        )

    def lost(self, numbers: pa.Table) -> pa.Table:
        """Facts that become no edge: key, fate, input and section."""
        fates = pa.array(edges.FATES).take(numbers["fate"])
        told = {"fate": fates, "input": self.inputs.spelled(numbers["input"]), "section": numbers["section"]}
        return pa.table({**self._key(numbers), **told})

    def clashing(self, merged: Merged, found: pa.Table, evidence: pa.Table) -> tuple[pa.Table, pa.Table]:
        """Those edges whose modifiers exclude each other, and their evidence.

        Args:
            merged: Edges and evidence in numbers.
            found: The edges with their texts.
            evidence: The evidence with its texts.
        """
        held = self.sets["modifiers"]
        both = [held.holds(merged.edges, one) & held.holds(merged.edges, other) for one, other in EXCLUSIVE_MODIFIERS]
        which = pa.array(np.logical_or.reduce(both))
        edges_of, pieces_of = self._one_number(merged.edges.filter(which)), self._one_number(merged.evidence)
        return found.filter(which), evidence.filter(pa.array(np.isin(pieces_of, edges_of)))

    def _key(self, numbers: pa.Table) -> dict[str, Any]:
        ends = {end: self.names.spelled(numbers[end]) for end in ("source", "target")}
        return {**ends, "type": _TYPES.spelled(numbers["type"])}

    def _one_number(self, numbers: pa.Table) -> Any:
        source, kind, target = (numbers[column].to_numpy() for column in edges.KEY)
        return (source * len(_TYPES.texts) + kind) * len(self.names.texts) + target


def _laid(name: str, columns: Mapping[str, Any]) -> pa.Table:
    schema = SCHEMAS[name]
    return pa.table([columns[column] for column in schema.names], schema=schema)


@dataclass(frozen=True)
class Counted:
    """What of all claims must be known to give numbers to their texts.

    Args:
        places: All places that claims are stated in.
        texts: All texts of each column that edges collect.
        held: How many claims each spelling is the source of.
    """

    places: Sequence[str]
    texts: Mapping[str, Sequence[str]]
    held: Mapping[str, int]


def counted(backend: Any, claims: ibis.Table) -> Counted:
    """Look through all claims; nothing here needs to know which spellings are one node.

    Args:
        backend: ibis backend that holds the claims.
        claims: The claims.
    """
    places, *texts = (_distinct(backend, claims, column) for column in ("place", *_COLLECTED.values()))
    held = backend.to_pyarrow(claims.group_by("source").agg(rows=ibis._.count()))
    sources = dict(zip(held["source"].to_pylist(), held["rows"].to_pylist(), strict=True))
    return Counted(places, dict(zip(_COLLECTED.values(), texts, strict=True)), sources)


def numbered(found: Counted, ids: Mapping[str, str], kinds: Mapping[str, NodeKind], inputs: Iterable[str]) -> Coded:
    """Give numbers to all texts.

    Args:
        found: What the claims hold.
        ids: Node id by spelling.
        kinds: Kind by node id.
        inputs: Ids of the inputs.
    """
    names = Names.of([*ids.values(), *(place for place in found.places if place not in ids)])
    return Coded(ids, kinds, found.places, names, Names.of(inputs), sets_of(found.texts))


def sets_of(texts: Mapping[str, Sequence[str]]) -> dict[str, Sets]:
    """What edges collect, by the edges' column.

    Args:
        texts: All distinct texts of the columns of the claims that it comes from.
    """
    found = {}
    for name, column in _COLLECTED.items():
        split = column == "modifiers"
        values = [modifier.value for modifier in Modifier] if split else [text for text in texts[column] if text]
        found[name] = Sets(column, values, texts[column], split)
    return found


def _distinct(backend: Any, claims: ibis.Table, column: str) -> list[str]:
    return sorted(backend.to_pyarrow(claims.select(column).distinct())[column].to_pylist())
