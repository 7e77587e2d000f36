"""Columns of the graph's tables: the one home of their names, types and meaning.

The graph folder holds one Parquet file a table. Types are Arrow's names; ``list`` is a list of strings, sorted
(modifiers in vocabulary order).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        type: "string", "list", "bool" or "int64".
        meaning: What it holds.
        none: The number that stands for none.
    """

    type: str
    meaning: str
    none: int = 0


_EDGE_KEY = {
    "source": Column("string", "Id of the node that the edge starts from."),
    "type": Column("string", "Relation type."),
    "target": Column("string", "Id of the node that the edge leads to."),
}

TABLES: dict[str, dict[str, Column]] = {
    "nodes": {
        "id": Column("string", "The wiki's page name, Namespace/CamelName. Unique."),
        "name": Column("string", "Readable title."),
        "kind": Column("string", "Trope, Work, Index or Page."),
        "namespace": Column("string", "The part of the id before the slash."),
        "medium": Column("string", "Medium of a work; empty where unknown and for all other kinds."),
        "aliases": Column("list", "Other titles that lead here."),
        "url": Column("string", "Address of its page; empty where unknown."),
        "has_page": Column("bool", "Its own page was read."),
    },
    "edges": {
        **_EDGE_KEY,
        "modifiers": Column("list", "How the work plays the trope (EXAMPLE_OF only)."),
        "media": Column("list", "Media under whose headings the example stands (EXAMPLE_OF only)."),
        "stated_on": Column("list", "Whose page states it: work, trope, index, dataset."),
        "evidence_count": Column("int64", "How many rows of evidence it has."),
    },
    "evidence": {
        **_EDGE_KEY,
        "page": Column("string", "Page name of the page that states it; empty for a published edge set."),
        "section": Column("string", "Folders and headings it stands under, joined with ' / '."),
        "sentence": Column("string", "The sentence that states it; empty for a box or an edge set."),
        "as_written": Column("string", "How the text spells the name of the other end."),
        "block": Column("int64", "Index of the block on the page; -1 where there is none.", -1),
        "start": Column("int64", "Offset of the sentence in the block's text; -1 where there is none.", -1),
        "end": Column("int64", "End of the sentence in the block's text; -1 where there is none.", -1),
        "input": Column("string", "Id of the input that it was read from."),
    },
    "pages": {
        "id": Column("string", "Id of the input: path relative to the folder given, or the record's own id."),
        "page": Column("string", "Page name; empty where unknown."),
        "title": Column("string", "Title."),
        "kind": Column("string", "Kind of page."),
        "format": Column("string", "Markup it was read from."),
        "node": Column("string", "Id of the node that it belongs to; empty when it has none."),
        "origin": Column("string", "The input as the user named it."),
        "digest": Column("string", "SHA-256 of its bytes."),
    },
    "findings": {
        "code": Column("string", "What kind of finding it is."),
        "severity": Column("string", "info, warning or error."),
        "page": Column("string", "Id of the input it concerns."),
        "where": Column("string", "Where on the page."),
        "message": Column("string", "One sentence, with the text concerned."),
    },
}
"""Every table of a graph folder. Rows are sorted by all columns from left to right."""

FORMAT_VERSION = 1
"""Version of the graph folder; raised when a reader of the old one would misread the new one."""

STATED_ON_WORK = "work"
STATED_ON_TROPE = "trope"
STATED_ON_INDEX = "index"
STATED_ON_DATASET = "dataset"
