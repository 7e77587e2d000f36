"""Small graphs to check: a few statements, and the nodes that they need."""

from tropegraph.check.run import CHECKS, check
from tropegraph.check.source import loaded
from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows


class Tables:
    def __init__(self, **tables):
        self.__dict__.update(tables)


def tell(source, kind, target, page="", sentence="So it is.", **more):
    """A statement; on the source's page where none is named. `more` goes to the edge."""
    return {
        "source": source,
        "type": kind,
        "target": target,
        "page": page or source,
        "sentence": sentence,
        "edge": more,
    }


def node(page, **more):
    kind = "Trope" if page.startswith("Main/") else "Work"
    space, _, name = page.partition("/")
    return {"id": page, "name": name, "kind": kind, "namespace": space, "medium": space, "has_page": True, **more}


def graph(*told, nodes=(), formats=()):
    """A graph of statements.

    Args:
        told: As `tell` gives them.
        nodes: As `node` gives them; those missing are made, each with a page.
        formats: Markup of pages that are not HTML.
    """
    given = {row["id"]: row for row in nodes}
    ends = sorted({s[end] for s in told for end in ("source", "target")} | set(given))
    keys = sorted({key(s) for s in told})
    edges = [
        {
            **dict(zip(("source", "type", "target"), k, strict=True)),
            "evidence_count": sum(key(s) == k for s in told),
            **{name: value for s in told if key(s) == k for name, value in s["edge"].items()},
        }
        for k in keys
    ]
    evidence = [{**{k: v for k, v in s.items() if k != "edge"}, "input": s["page"]} for s in told]
    pages = [{"id": page, "format": dict(formats).get(page, "html")} for page in sorted({s["page"] for s in told})]
    rows = {"nodes": [given.get(i) or node(i) for i in ends], "edges": edges, "evidence": evidence, "pages": pages}
    return Graph.of(Tables(findings=of_rows("findings", ()), **{name: of_rows(name, r) for name, r in rows.items()}))


def key(statement):
    return statement["source"], statement["type"], statement["target"]


def found(built, *checks):
    """All problems of a graph, by kind; kinds without any are left out.

    Args:
        built: The graph.
        checks: What to look for; everything when none is given.
    """
    with loaded(built) as source:
        report = check(source, checks or CHECKS)
        problems = {kind: list(report.problems(kind)) for kind, n in report.counts.items() if n}
    assert all(len(some) == report.counts[kind] for kind, some in problems.items())
    return problems
