"""Trope wiki pages as a typed graph: what each link means, and the sentence that says so.

::

    bytes ─ read ─> RawPage ─ parse ─> Page ─ extract ─> PageFacts ─ resolve ─> Graph
                                                                                 ├─ to_networkx()
                                                                                 ├─ query
                                                                                 ├─ check
                                                                                 ├─ load_neo4j
                                                                                 └─ map

>>> import tropegraph as tg
>>> graph = tg.build(["pages/"])            # doctest: +SKIP
>>> G = graph.to_networkx()                 # doctest: +SKIP
"""

from tropegraph.errors import (
    DatabaseError,
    GraphError,
    InputError,
    OutputError,
    QueryError,
    ResourceError,
    TropegraphError,
)
from tropegraph.model.vocabulary import Modifier, NodeKind, PageKind, RelationType
from tropegraph.pipeline import TropeGraph, build, extract_pages, open

__version__ = "0.1.0"

__all__ = [
    "DatabaseError",
    "GraphError",
    "InputError",
    "Modifier",
    "NodeKind",
    "OutputError",
    "PageKind",
    "QueryError",
    "RelationType",
    "ResourceError",
    "TropeGraph",
    "TropegraphError",
    "build",
    "extract_pages",
    "open",
]
