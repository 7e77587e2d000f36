"""Answers of the named queries against plain Python over the same graph."""

import itertools
import math
import random
from collections import Counter, defaultdict
from typing import Any

import networkx as nx
import pyarrow as pa
import pytest

from tests.parity.graphs import awkward
from tropegraph.graph import Graph
from tropegraph.graph.tables import of_rows
from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS
from tropegraph.query import EmbeddedEngine, run

TROPES, WORKS = 40, 25


class Tables:
    nodes: pa.Table
    edges: pa.Table
    evidence = of_rows("evidence", ())
    pages = of_rows("pages", ())
    findings = of_rows("findings", ())


def random_graph(seed: int) -> Graph:
    """Sparse between tropes, so that there are long ways and parts without any."""
    dice = random.Random(seed)
    tropes, works = [f"Main/T{n:02}" for n in range(TROPES)], [f"Film/W{n:02}" for n in range(WORKS)]
    edges = set()
    for _ in range(TROPES):
        kind, (a, b) = dice.choice(TROPE_RELATIONS[:6]), dice.sample(tropes, 2)
        edges.add((*((min(a, b), max(a, b)) if RELATIONS[kind].symmetric else (a, b)), kind.value))
    edges |= {(dice.choice(works), dice.choice(tropes[: TROPES // 2]), "EXAMPLE_OF") for _ in range(2 * WORKS)}
    tables = Tables()
    tables.nodes = of_rows(
        "nodes",
        [{"id": t, "name": t, "kind": "Trope"} for t in tropes] + [{"id": w, "name": w, "kind": "Work"} for w in works],
    )
    tables.edges = of_rows("edges", ({"source": a, "target": b, "type": kind} for a, b, kind in sorted(edges)))
    return Graph.of(tables)


@pytest.fixture(scope="module", params=range(3))
def graph(request: pytest.FixtureRequest) -> Graph:
    return random_graph(request.param)


@pytest.fixture(scope="module")
def engine(graph: Graph) -> EmbeddedEngine:
    return EmbeddedEngine.of(graph)


def ends(graph: Graph, kind: str) -> list[tuple[str, str]]:
    return [(e["source"], e["target"]) for e in graph.edges.to_pylist() if e["type"] == kind]


def ask(engine: EmbeddedEngine, query: str, **params: Any) -> list[dict[str, Any]]:
    return run(engine, query, params).records()


def test_path_is_a_shortest_one(graph: Graph, engine: EmbeddedEngine) -> None:
    plain = nx.Graph((e["source"], e["target"]) for e in graph.edges.to_pylist())
    plain.add_nodes_from(graph.nodes["id"].to_pylist())
    lengths = dict(nx.all_pairs_shortest_path_length(plain))
    asked = graph.nodes["id"].to_pylist()[::4]
    seen = set()
    for a in asked:
        for b in asked:
            rows = ask(engine, "path", **{"from": a, "to": b})
            length = lengths[a].get(b, 0)
            seen.add(length)
            assert sorted({row["step"] for row in rows}) == list(range(1, length + 1 if length <= 6 else 1))
            for row in rows:
                there, back = (row["id"], row["next_id"]), (row["next_id"], row["id"])
                assert (row["direction"] == "both") == RELATIONS[row["relation"]].symmetric
                meant = {"out": {there}, "in": {back}, "both": {there, back}}[row["direction"]]
                assert meant & set(ends(graph, row["relation"]))
            if rows:
                assert (rows[0]["id"], rows[-1]["next_id"]) == (a, b)
    assert seen >= {0, 1, 2, 3, 4, 5, 6}


def test_hierarchy_gives_least_distances(graph: Graph, engine: EmbeddedEngine) -> None:
    up = nx.DiGraph(ends(graph, "SUBTROPE_OF"))
    for trope in up:
        rows = ask(engine, "hierarchy", name=trope, depth=5)
        for side, tree in (("supertrope", up), ("subtrope", up.reverse())):
            expected = nx.single_source_shortest_path_length(tree, trope, cutoff=5)
            del expected[trope]
            assert {row["id"]: row["distance"] for row in rows if row["side"] == side} == expected


def test_relations_gives_every_edge_once(graph: Graph, engine: EmbeddedEngine) -> None:
    for trope in graph.nodes["id"].to_pylist()[WORKS:]:
        rows = ask(engine, "relations", name=trope)
        expected = set()
        for e in graph.edges.to_pylist():
            if e["type"] != "EXAMPLE_OF" and trope in (e["source"], e["target"]):
                out = "out" if e["source"] == trope else "in"
                direction = "both" if RELATIONS[e["type"]].symmetric else out
                expected.add((e["type"], direction, e["target"] if e["source"] == trope else e["source"]))
        assert {(row["relation"], row["direction"], row["id"]) for row in rows} == expected
        assert len(rows) == len(expected)


def uses(graph: Graph, side: int) -> dict[str, set[str]]:
    """Tropes of every work (side 0), or works of every trope (side 1)."""
    found: dict[str, set[str]] = defaultdict(set)
    for edge in ends(graph, "EXAMPLE_OF"):
        found[edge[side]].add(edge[1 - side])
    return found


@pytest.mark.parametrize("hub", [2, 4, 1000])
def test_similar_works_are_those_with_the_same_rare_tropes(graph: Graph, engine: EmbeddedEngine, hub: int) -> None:
    works, tropes = uses(graph, 0), uses(graph, 1)
    for name, mine in works.items():
        rows = ask(engine, "similar-works", name=name, min_shared=1, limit=1000, hub=hub)
        expected = {}
        for other, theirs in works.items():
            shared = [t for t in mine & theirs if len(tropes[t]) <= hub]
            weight = sum(math.sqrt(2 / len(tropes[t])) for t in shared)
            if shared and other != name:
                expected[other] = weight / (len(mine) + len(theirs) - len(shared))
        assert {row["id"]: row["similarity"] for row in rows} == pytest.approx(expected, abs=1e-5)
        assert [row["similarity"] for row in rows] == sorted((row["similarity"] for row in rows), reverse=True)


def test_together_gives_support_and_lift(graph: Graph, engine: EmbeddedEngine) -> None:
    tropes = uses(graph, 1)
    for name, mine in tropes.items():
        rows = ask(engine, "together", name=name, min_shared=1, limit=1000)
        shared = {o: len(mine & theirs) for o, theirs in tropes.items() if mine & theirs and o != name}
        assert {row["id"]: row["shared"] for row in rows} == shared
        for row in rows:
            assert row["support"] == pytest.approx(row["shared"] / len(mine))
            assert row["lift"] == pytest.approx(row["support"] / (len(tropes[row["id"]]) / WORKS))
        assert [row["lift"] for row in rows] == sorted((row["lift"] for row in rows), reverse=True)


def test_no_trope_is_recommended_that_the_work_uses(graph: Graph, engine: EmbeddedEngine) -> None:
    works = uses(graph, 0)
    for name, mine in works.items():
        kin = set().union(*(theirs for theirs in works.values() if mine & theirs))
        found = {row["id"] for row in ask(engine, "recommend", name=name, neighbours=100, limit=1000, hub=1000)}
        assert found == kin - mine


def test_bridges_join_what_only_one_uses(graph: Graph, engine: EmbeddedEngine) -> None:
    works = uses(graph, 0)
    related = {(e["source"], e["target"], e["type"]) for e in graph.edges.to_pylist() if e["type"] != "EXAMPLE_OF"}
    for one, other in itertools.permutations(sorted(works)[:8], 2):
        mine, theirs = works[one] - works[other], works[other] - works[one]
        rows = ask(engine, "bridges", work=one, other=other, limit=1000)
        expected = {(a, b, t) for x, y, t in related for a, b in ((x, y), (y, x)) if a in mine and b in theirs}
        assert {(row["id"], row["other_id"], row["relation"]) for row in rows} == expected


def test_paths_are_all_simple_ways(graph: Graph, engine: EmbeddedEngine) -> None:
    plain = nx.Graph((e["source"], e["target"]) for e in graph.edges.to_pylist() if e["type"] != "EXAMPLE_OF")
    for a, b in itertools.combinations(sorted(plain)[::3], 2):
        ways: dict[int, list[str]] = {}
        for row in ask(engine, "paths", **{"from": a, "to": b}, limit=1000):
            way = ways.setdefault(row["way"], [a])
            if len(way) == row["step"]:
                way.append(row["next_id"])
        assert sorted(ways.values()) == sorted(nx.all_simple_paths(plain, a, b, cutoff=3))


def test_counts_are_those_of_the_tables(graph: Graph, engine: EmbeddedEngine) -> None:
    parts = (graph.nodes["kind"].to_pylist(), graph.edges["type"].to_pylist())
    assert {row["name"]: row["count"] for row in ask(engine, "counts")} == Counter(itertools.chain(*parts))


def test_the_over_represented_are_told_by_their_ratio() -> None:
    graph = awkward()
    rows = ask(EmbeddedEngine.of(graph), "medium-tropes", medium="film", min_works=1)
    # Child 2 is used by one of the two films and by no other of the four works: twice as often as everywhere.
    assert {row["id"]: row["ratio"] for row in rows}["Main/Child2"] == 2.0


def test_hubs_counts_every_edge(graph: Graph, engine: EmbeddedEngine) -> None:
    degree: dict[str, int] = dict.fromkeys(graph.nodes["id"].to_pylist(), 0)
    for e in graph.edges.to_pylist():
        degree[e["source"]] += 1
        degree[e["target"]] += 1
    rows = ask(engine, "hubs", kind="Work", limit=1000)
    expected = sorted(((-n, node) for node, n in degree.items() if node.startswith("Film/")))
    assert [(-row["edges"], row["id"]) for row in rows] == expected
