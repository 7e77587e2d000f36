"""Statements of cypher/ for a server, their labels and types filled in.

Labels and types cannot be parameters in a pattern that uses an index. They come from the vocabulary and from this
module only, never from a page, so that nothing has to be escaped. Everything else is a parameter.
"""

import re
from collections.abc import Iterable, Iterator

from tropegraph.model.schema import TABLES
from tropegraph.model.vocabulary import NodeKind, RelationType
from tropegraph.resources import resource

EVIDENCE_LABEL = "Evidence"
"""Label of sentences that are loaded as nodes."""

EVIDENCE_TYPES = {"EVIDENCE_FROM": "source", "EVIDENCE_TO": "target"}
"""Types of the relationships that join a sentence to the ends of its edge, as cypher/load/evidence.cypher has them."""

PROGRESS_LABEL = "TropegraphLoad"
"""Label of the nodes that say how far a load is; there are none when it is done."""

_PLACEHOLDERS = re.compile(r"\b(NodeLabels?|SourceLabel|TargetLabel|RELATION_TYPE)\b")
_LISTS = {
    *(name for table in TABLES.values() for name, column in table.items() if column.type == "list"),
    "evidence",
    "pages",
}
_NAMES = {*NodeKind, *RelationType, EVIDENCE_LABEL}


def statement(name: str, *, folder: str = "load", **names: str) -> str:
    """A statement of cypher/, without its header.

    Args:
        name: Name of the file, without its ending.
        folder: Its folder.
        names: Labels and types by placeholder: NodeLabel, NodeLabels, SourceLabel, TargetLabel, RELATION_TYPE; several
            of them joined with "|".

    Raises:
        ValueError: A label or type is not in the vocabulary.
    """
    if strange := {name for given in names.values() for name in given.split("|")} - _NAMES:
        raise ValueError(f"not in the vocabulary: {', '.join(sorted(strange))}")
    text = resource("cypher", folder, f"{name}.cypher").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    return _PLACEHOLDERS.sub(lambda found: names[found[1]], body)


def lists(name: str, properties: Iterable[str], blank: str, **names: str) -> str:
    """A statement that puts empty lists where an import has left them out.

    Args:
        name: "edge_lists" or "node_lists".
        properties: Properties that are lists.
        blank: Character that stands for a list of one empty text.
        names: As of `statement`.

    Raises:
        ValueError: A property, label or type is not in the vocabulary.
    """
    if strange := set(properties) - _LISTS:
        raise ValueError(f"not in the vocabulary: {', '.join(sorted(strange))}")
    listed = ", ".join(f"'{each}'" for each in properties)
    text = statement(name, **names)
    return text.replace("LIST_PROPERTIES", f"[{listed}]").replace("BLANK", f"'\\u{ord(blank):04X}'")


def constraints(*, evidence: bool = False) -> Iterator[str]:
    """What makes ids unique; the lookups of every load go through it.

    Args:
        evidence: Whether sentences are nodes too.
    """
    for label in (*NodeKind, *((EVIDENCE_LABEL,) if evidence else ())):
        yield statement("node_id", folder="schema", NodeLabel=label)


def indexes() -> Iterator[str]:
    """What makes lookups and searches by name quick."""
    for label in NodeKind:
        yield statement("node_name", folder="schema", NodeLabel=label)
    for name in ("names", "aliases"):
        yield statement(name, folder="schema", NodeLabels="|".join(NodeKind))


def schema(*, evidence: bool = False) -> list[str]:
    """All constraints and indexes; each does nothing where it is there already.

    Args:
        evidence: Whether sentences are nodes too.
    """
    return [*constraints(evidence=evidence), *indexes()]
