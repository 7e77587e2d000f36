"""Real pages give the same graph whatever format they were saved in."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tropegraph.model.names import local
from tropegraph.pipeline import TropeGraph, build

pytestmark = pytest.mark.corpus

PAGES = {
    "ActionGirl_AnimatedFilms": "httrack/ActionGirl/AnimatedFilms.html",
    "AhrimanTrilogy": "layout2020/AhrimanTrilogy.html",
    "MultipleEndings": "current/MultipleEndings.html",
    "StalkerWithACrush": "current/StalkerWithACrush.html",
    "WallJump": "current/WallJump.html",
}
"""Pages that the corpus has as wiki source, as markdown and as saved HTML."""

UNLINKED = {"MultipleEndings.pmwiki": 3}
"""Works that the rebuilt source leaves unlinked and that stand under a heading of another namespace's medium than their
page: red links, which saved HTML shows and the rebuilt source lost. Their nodes agree by title only."""


class Edge(NamedTuple):
    """What formats have to agree on: the edge and what its ends are."""

    source: str
    type: str
    target: str
    modifiers: tuple[str, ...]
    source_is: tuple[str, str, str]
    target_is: tuple[str, str, str]


@cache
def edges(path: Path) -> frozenset[Edge]:
    graph: TropeGraph = build([str(path)])
    ends: dict[str, Any] = {n["id"]: (n["name"], n["kind"], n["medium"]) for n in graph.nodes.to_pylist()}
    return frozenset(
        Edge(e["source"], e["type"], e["target"], tuple(e["modifiers"]), ends[e["source"]], ends[e["target"]])
        for e in graph.edges.to_pylist()
        if e["type"] != "IN_INDEX"
    )


def by_title(found: frozenset[Edge]) -> set[tuple[str, str, str, tuple[str, ...]]]:
    return {(local(e.source), e.type, local(e.target), e.modifiers) for e in found}


def named(found: frozenset[Edge]) -> set[tuple[object, ...]]:
    """Edges without the names of their ends: a WikiWord shows no punctuation or accents, a label does."""
    return {(e.source, e.type, e.target, e.modifiers, e.source_is[1:], e.target_is[1:]) for e in found}


@pytest.mark.parametrize("ending", ["pmwiki", "md"])
@pytest.mark.parametrize("page", PAGES)
def test_source_and_saved_page_give_the_same_edges(corpus: Path, page: str, ending: str) -> None:
    saved = edges(corpus / "html" / PAGES[page])
    source = edges(corpus / "wiki" / "rebuilt" / f"{page}.{ending}")
    assert len(saved) > 30
    assert by_title(source) == by_title(saved)
    assert len(named(saved) - named(source)) == UNLINKED.get(f"{page}.{ending}", 0)
    assert len(named(source) - named(saved)) == UNLINKED.get(f"{page}.{ending}", 0)


def test_two_ways_of_saving_one_page_give_the_same_edges(corpus: Path) -> None:
    cached = next((corpus / "html" / "tropescraper-cache").iterdir())
    assert edges(cached) == edges(corpus / "html" / PAGES["AhrimanTrilogy"])
