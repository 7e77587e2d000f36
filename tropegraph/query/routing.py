"""Whether a statement asks only how the graph hangs together, and no property of an edge.

Such a statement is answered from a store without these properties, which is a tenth of the other and opens in a moment.
In doubt it is held to need them: they are there as soon as a name of theirs, a whole edge or path, or a property by a
computed name appears.
"""

import re

from tropegraph.graph.property_graph import EDGE_PROPERTIES

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


def asks_edges(statement: str) -> bool:
    """Whether the answer may depend on properties of edges.

    Args:
        statement: Cypher without comments.
    """
    return _SEES.search(statement) is not None or _used(statement, _EDGE, _OF_EDGE) or _used(statement, _PATH, _OF_PATH)


def _used(statement: str, bound: re.Pattern[str], allowed: str) -> bool:
    """Whether a variable that a pattern binds is used otherwise than allowed."""
    names = {found[1] for found in bound.finditer(statement)}
    rest = bound.sub(" ", statement)
    for name in names:
        rest = re.sub(allowed.format(re.escape(name)), " ", rest, flags=re.IGNORECASE)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest) for name in names)
