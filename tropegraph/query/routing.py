"""Whether a statement asks for a property of an example, of an entry in an index or of a mention: of most edges.

One that does not is answered from a store in memory without these properties; one that does, from a store on disk with
all of them. In doubt it is held to need them: as soon as the name of such a property, a whole edge or path, or a
property by a computed name appears, unless every edge of the statement is of types whose properties both stores have.
"""

import re

from tropegraph.graph.property_graph import EDGE_PROPERTIES
from tropegraph.model.vocabulary import TROPE_RELATIONS

LIGHT = frozenset(TROPE_RELATIONS)
"""Types of edges whose properties both stores have: they are few beside the examples."""

_SEES = re.compile(
    rf"""\b(?:{"|".join(EDGE_PROPERTIES)})\b  # by name, in a string too
    | \b(?:properties|keys|relationships|rels)\s*\( | \.\s*\* | \b(?:return|with)\s+(?:distinct\s+)?\*
    | \[\s*\$                                    # by a parameter
    | (?<![-<\w])(?!(?:in|return|with|unwind|when|then|else|and|or|not|as|by|where|distinct|contains|xor)\b)
      [\w`]+\s*\[\s*[a-z_`(]                     # by a computed name""",
    re.VERBOSE | re.IGNORECASE,
)
_EDGE = re.compile(r"-\s*\[\s*([^\W\d]\w*|`[^`]+`)")
_PATH = re.compile(r"([^\W\d]\w*|`[^`]+`)\s*=\s*(?=\(|shortestPath\b|allShortestPaths\b)", re.IGNORECASE)
_OF_EDGE = r"\b(?:type|startNode|endNode|count|size)\s*\(\s*(?:distinct\s+)?{0}\s*\)|{0}\s+is\s+(?:not\s+)?null"
_OF_PATH = r"\b(?:length|nodes)\s*\(\s*{0}\s*\)"
_HOP = re.compile(r"-\s*(?:-|\[\s*(?:\w+\s*)?(?::\s*([A-Z_|]+)\s*[\]*{])?)")


def asks_edges(statement: str) -> bool:
    """Whether the answer may depend on properties of edges that are not of the types `LIGHT`.

    Args:
        statement: Cypher without comments.
    """
    return _sees(statement) and not all(_types(hop) <= LIGHT for hop in _HOP.finditer(statement))


def _types(hop: re.Match[str]) -> set[str]:
    """Types that an edge of a pattern may have; an empty name where it may have any."""
    return set((hop[1] or "").split("|"))


def _sees(statement: str) -> bool:
    return _SEES.search(statement) is not None or _used(statement, _EDGE, _OF_EDGE) or _used(statement, _PATH, _OF_PATH)


def _used(statement: str, bound: re.Pattern[str], allowed: str) -> bool:
    """Whether a variable that a pattern binds is used otherwise than allowed."""
    names = {found[1] for found in bound.finditer(statement)}
    rest = bound.sub(" ", statement)
    for name in names:
        rest = re.sub(allowed.format(re.escape(name)), " ", rest, flags=re.IGNORECASE)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest) for name in names)
