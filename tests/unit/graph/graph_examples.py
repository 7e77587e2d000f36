"""A small graph with every kind of node, parallel edges and evidence."""

from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows


class Tables:
    def __init__(self, **tables):
        self.__dict__.update(tables)


def node(page, name, kind="Trope", **more):
    return {"id": page, "name": name, "kind": kind, "namespace": page.partition("/")[0], **more}


def edge(source, kind, target, count=0, **more):
    return {"source": source, "type": kind, "target": target, "evidence_count": count, **more}


NODES = [
    node(
        "Main/BoldlyComing", "Boldly Coming", aliases=["Kirking the Aliens"], has_page=True, url="https://example.org/B"
    ),
    node("Main/ChasteHero", "Chaste Hero"),
    node("Main/MarsNeedsWomen", "Mars Needs Women"),
    node("Main/SpaceTropes", "Space Tropes", "Index"),
    node("Film/GalaxyQuest", "Galaxy Quest", "Work", medium="Film"),
    node("Main/GalaxyQuest", "Galaxy Quest"),
]
EDGES = [
    edge("Main/BoldlyComing", "SEE_ALSO", "Main/MarsNeedsWomen", 2, stated_on=["trope"]),
    edge("Main/BoldlyComing", "CONTRAST_WITH", "Main/ChasteHero", 1, stated_on=["trope"]),
    edge("Main/BoldlyComing", "COMPARE_WITH", "Main/MarsNeedsWomen", 1, stated_on=["trope"]),
    edge("Main/BoldlyComing", "IN_INDEX", "Main/SpaceTropes"),
    edge(
        "Film/GalaxyQuest",
        "EXAMPLE_OF",
        "Main/BoldlyComing",
        1,
        modifiers=["PARODIED"],
        media=["Film"],
        stated_on=["trope", "work"],
    ),
    edge("Main/BoldlyComing", "MENTIONS", "Film/GalaxyQuest"),
]
EVIDENCE = [
    {
        **{k: e[k] for k in ("source", "type", "target")},
        "page": "Main/BoldlyComing",
        "sentence": f"Sentence {n}.",
        "block": n,
    }
    for e in EDGES
    for n in range(e["evidence_count"])
]
PAGES = [
    {"id": "boldly.txt", "page": "Main/BoldlyComing", "node": "Main/BoldlyComing", "digest": "d1", "kind": "TROPE"}
]
FINDINGS = [{"code": "title-inferred", "severity": "info", "page": "boldly.txt", "message": "It states no title."}]
ROWS = {"nodes": NODES, "edges": EDGES, "evidence": EVIDENCE, "pages": PAGES, "findings": FINDINGS}


def tables(**changed):
    return Tables(**{name: of_rows(name, changed.get(name, rows)) for name, rows in ROWS.items()})


def graph(**changed):
    return Graph.of(tables(**changed), options={"mentions": True})
