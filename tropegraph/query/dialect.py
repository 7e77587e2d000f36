"""What the embedded engine must not be asked: Cypher that it would answer otherwise than Neo4j, or not in full.

Each refusal was seen on a real Neo4j beside it; tests/parity holds them.
"""

import re
from dataclasses import dataclass

from tropegraph.errors import QueryError


@dataclass(frozen=True)
class Refusal:
    """Cypher that is refused.

    Args:
        pattern: Finds it in a statement without strings and comments.
        what: What it is.
        hint: What to write instead.
    """

    pattern: re.Pattern[str]
    what: str
    hint: str


def _refusal(pattern: str, what: str, hint: str) -> Refusal:
    return Refusal(re.compile(pattern, re.IGNORECASE), what, hint)


_ELSEWHERE = "Load the graph into Neo4j for that."

REFUSALS = (
    _refusal(
        r"-\[[^\]{]*\*\s*+(?:(?![\d.])|\d*\s*+\.\.(?!\s*\d))",
        "a path of unbounded length (it would stop at 10 hops)",
        "Give its greatest length, as in [*1..6].",
    ),
    _refusal(
        r"\ballShortestPaths\b", "allShortestPaths (it would stop at 256 paths)", f"Use shortestPath. {_ELSEWHERE}"
    ),
    _refusal(r"\bSHORTEST\b", "SHORTEST", "Use shortestPath."),
    _refusal(r"[->]\s*(?:\{\s*\d*\s*,|\+\s*\()", "a quantified path", "Write it as [:TYPE*1..6]."),
    _refusal(r":\s*!", "a label or type that is excluded", "Use WHERE NOT n:Label, or type(r) <> 'TYPE'."),
    _refusal(r"\bnullIf\s*\(", "nullIf", "Use CASE WHEN a = b THEN null ELSE a END."),
    _refusal(r"\bisEmpty\s*\(", "isEmpty", "Use size(x) = 0."),
    _refusal(r"\bcollect\s*\{", "a COLLECT subquery", "Use collect() in a CALL subquery."),
    _refusal(r"\bpercentile(cont|disc)\s*\(", "a percentile", _ELSEWHERE),
    _refusal(r"\bcall\s+[a-z_][\w.]*\s*(\(|$)", "a procedure", _ELSEWHERE),
    _refusal(
        r"\bround\s*\([^,()]*(\([^()]*\)[^,()]*)*\)",
        "round without a number of digits (it would round -2.5 another way)",
        "Use floor(x + 0.5).",
    ),
    _refusal(r"\bformat\s+csv\b", "FORMAT CSV", "Use --format csv."),
    _refusal(r"\bfor\s+valid_time\b", "valid time", "The graph has none."),
    _refusal(r"^\s*(explain|profile|show)\b", "EXPLAIN, PROFILE or SHOW", _ELSEWHERE),
    _refusal(r";", "more than one statement", "Run them one by one."),
    _refusal(r"\b(elementId|id)\s*\(", "an internal id", "Use the property id, as in n.id."),
    _refusal(r"\.\s*`?title\b", "the property title", "The title of a node is its property name."),
    _refusal(r"\.\s*`?type\b", "the property type", "Use kind for a node and type(r) for an edge."),
)

_STRING_OR_COMMENT = re.compile(
    r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | //[^\n]* | /\*.*?\*/""", re.VERBOSE | re.DOTALL
)


def without_comments(cypher: str) -> str:
    """The statement without comments, which the embedded engine does not all know, and without a last semicolon."""
    kept = _STRING_OR_COMMENT.sub(lambda found: found[0] if found[0][0] in "'\"" else " ", cypher)
    return kept.strip().removesuffix(";").strip()


def check(cypher: str) -> None:
    """Refuse what the embedded engine would answer wrongly.

    Args:
        cypher: A statement without comments.

    Raises:
        QueryError: It holds something of `REFUSALS`.
    """
    if not cypher:
        raise QueryError("There is no Cypher to run.", "Write something like MATCH (n) RETURN n.name LIMIT 10.")
    bare = _STRING_OR_COMMENT.sub("''", cypher)
    for refusal in REFUSALS:
        if refusal.pattern.search(bare):
            raise QueryError(f"The embedded engine does not answer {refusal.what}.", refusal.hint)
