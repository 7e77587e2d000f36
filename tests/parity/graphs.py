"""A small graph with all that engines may stumble over."""

from typing import Any

import pyarrow as pa

from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows
from tropegraph.model.names import namespace
from tropegraph.model.vocabulary import NodeKind, RelationType

HOSTILE = (
    'It\'s "quoted" \\ back\\\\slash',
    "`back``tick`",
    "line\nbreak\r\n\ttab",
    "Ünïcödé ☃ 😀 ﬁ Ⅷ",
    "'}) MATCH (n) DETACH DELETE n //",
    '"}) SET n.name = "x" /* ',
    "$name ${name} {name} \\u0041 \\n",
    "null",
    "  padded  ",
    "-1",
    "1.0",
    "true",
    "2024-01-01",
    "[1, 2]",
    "x" * 5000,
    "ﬀ\u200b\u202e\u00a0",
)
"""Titles that a page may hold and that no engine may take for anything but text."""

_T, _W = NodeKind.TROPE, NodeKind.WORK


def _node(node: str, kind: NodeKind, name: str = "", **more: Any) -> dict[str, Any]:
    name = name or node.partition("/")[2]
    return {"id": node, "name": name, "kind": kind.value, "namespace": namespace(node), "has_page": False, **more}


_NODES = [
    _node("Main/Root", _T, "Root Trope", aliases=["The Top", "Urtrope"], url="https://example.org/Root", has_page=True),
    *(_node(f"Main/Child{n}", _T, f"Child {n}", has_page=n < 2) for n in range(4)),
    _node("Main/Grandchild", _T, "Grand-child of Root"),
    _node("Main/Loner", _T, "Loner"),
    _node("Main/Circle1", _T),
    _node("Main/Circle2", _T),
    *(_node(f"Main/Hostile{n}", _T, name, aliases=sorted({name, "plain"})) for n, name in enumerate(HOSTILE)),
    _node("Film/Same", _W, "Same Name", medium="Film"),
    _node("Literature/Same", _W, "Same Name", medium="Literature"),
    _node("Film/Grandiose", _W, "Grandiose", medium="Film", aliases=["Same name too"]),
    _node("Fanfic/Blank", _W, "Blank"),
    _node("Main/RootTropes", NodeKind.INDEX, "Root Tropes"),
    _node("Creator/Someone", NodeKind.PAGE, "Someone"),
]

_EDGES: list[tuple[str, str, str, dict[str, Any], list[tuple[str, str]]]] = [
    (
        "Main/Child0",
        "SUBTROPE_OF",
        "Main/Root",
        {},
        [("Main/Child0", "A child of the root."), ("Main/Root", "Its child.")],
    ),
    ("Main/Child1", "SUBTROPE_OF", "Main/Root", {}, [("Main/Root", "Another child.")]),
    ("Main/Child2", "SUBTROPE_OF", "Main/Child1", {}, [("Main/Child2", "Below the first.")]),
    ("Main/Grandchild", "SUBTROPE_OF", "Main/Child0", {}, [("Main/Grandchild", HOSTILE[0])]),
    ("Main/Grandchild", "SUBTROPE_OF", "Main/Child1", {}, [("Main/Grandchild", HOSTILE[4])]),
    ("Main/Circle1", "SUBTROPE_OF", "Main/Circle2", {}, [("Main/Circle1", "Round.")]),
    ("Main/Circle2", "SUBTROPE_OF", "Main/Circle1", {}, [("Main/Circle2", "And round.")]),
    ("Main/Child0", "INVERSE_OF", "Main/Child1", {}, [("Main/Child0", "The inverse.")]),
    ("Main/Child0", "CONTRAST_WITH", "Main/Child1", {}, [("Main/Child1", "The contrast.")]),
    ("Main/Child0", "SISTER_TROPE", "Main/Child1", {}, [("Main/Child1", "Sisters.")]),
    ("Main/Child0", "SEE_ALSO", "Main/Child1", {}, [("Main/Child0", "See also.")]),
    ("Main/Child1", "SEE_ALSO", "Main/Child0", {}, [("Main/Child1", "See also, back.")]),
    ("Main/Child0", "LEADS_TO", "Main/Child0", {}, [("Main/Child0", "It feeds itself.")]),
    ("Main/Circle1", "CONTRAST_WITH", "Main/Child2", {}, [("Main/Child2", "Another shape.")]),
    *(("Main/Root", "INVOLVES", f"Main/Hostile{n}", {}, [("Main/Root", text)]) for n, text in enumerate(HOSTILE)),
    ("Main/Root", "IN_INDEX", "Main/RootTropes", {"stated_on": ["index"]}, [("Main/RootTropes", "")]),
    ("Main/RootTropes", "MENTIONS", "Creator/Someone", {}, [("Main/RootTropes", "By someone.")]),
    *(
        (work, "EXAMPLE_OF", f"Main/{trope}", {"stated_on": ["dataset"]}, [("", "")])
        for work, tropes in {
            "Film/Same": ("Root", "Child0", "Child1", "Child2"),
            "Literature/Same": ("Root", "Child0", "Child1", "Grandchild"),
            "Fanfic/Blank": ("Child0", "Child1", "Circle1"),
        }.items()
        for trope in tropes
    ),
    (
        "Film/Grandiose",
        "EXAMPLE_OF",
        "Main/Child0",
        {"modifiers": ["PARODIED", "SUBVERTED"], "media": ["Film"], "stated_on": ["trope", "work"]},
        [("Film/Grandiose", "Subverted, to laughs."), ("Main/Child0", "A parody.")],
    ),
    ("Film/Grandiose", "EXAMPLE_OF", "Main/Child1", {"stated_on": ["work"]}, [("Film/Grandiose", "Plain.")]),
]


class _Tables:
    nodes: pa.Table
    edges: pa.Table
    evidence: pa.Table
    pages = of_rows("pages", ())
    findings = of_rows("findings", ())


def awkward() -> Graph:
    """Parallel and symmetric edges, circles, a loop, lists, equal names, hostile text; every node kind."""
    tables = _Tables()
    tables.nodes = of_rows("nodes", _NODES)
    tables.edges = of_rows(
        "edges",
        (
            {"source": source, "type": RelationType(kind).value, "target": target, "evidence_count": len(told), **more}
            for source, kind, target, more, told in _EDGES
        ),
    )
    tables.evidence = of_rows(
        "evidence",
        (
            {"source": source, "type": kind, "target": target, "page": page, "sentence": sentence, "input": str(n)}
            for source, kind, target, _, told in _EDGES
            for n, (page, sentence) in enumerate(told)
        ),
    )
    return Graph.of(tables)
