"""Names of a graph that look like one that it lacks."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from heapq import nlargest

from tropegraph.model import names
from tropegraph.resolve.view import Row

SHOWN = 3
"""How many names are offered."""

_LOOKED_AT = 30
_ALIKE = 0.6


def nearest(title: str, nodes: Iterable[Row]) -> list[str]:
    """Ids of the nodes whose names or other titles are most like a title, the likest first; none where none is alike.

    Args:
        title: A title, or a page's own name.
        nodes: Rows of the table of nodes.
    """
    wanted = names.squash(title)
    parts = _parts(wanted)
    spelled = {(key, row["id"]) for row in nodes for key in _keys(row)}
    some = nlargest(_LOOKED_AT, spelled, key=lambda pair: (len(parts & _parts(pair[0])) / (len(pair[0]) + 1), pair))
    ranked = sorted((-_likeness(wanted, key), node) for key, node in some)
    return list(dict.fromkeys(node for likeness, node in ranked if -likeness >= _ALIKE))[:SHOWN]


def _keys(row: Mapping[str, object]) -> set[str]:
    aliases = row["aliases"]
    told = [*aliases] if isinstance(aliases, list) else []
    return {names.squash(str(text)) for text in (names.local(str(row["id"])), row["name"], *told)} - {""}


def _parts(key: str) -> set[str]:
    """All runs of three letters, by which like names are found without comparing each with each."""
    padded = f" {key} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
