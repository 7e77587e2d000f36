"""Answers of the named queries against plain Python over the same graph."""

import random
from collections import defaultdict
from typing import Any

import networkx as nx
import pyarrow as pa
import pytest

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


@pytest.mark.parametrize(("query", "side"), [("similar-works", 0), ("together", 1)])
def test_likeness_is_the_jaccard_index(graph: Graph, engine: EmbeddedEngine, query: str, side: int) -> None:
    others: dict[str, set[str]] = defaultdict(set)
    for edge in ends(graph, "EXAMPLE_OF"):
        others[edge[side]].add(edge[1 - side])
    for name, mine in others.items():
        rows = ask(engine, query, name=name, min_shared=1, limit=1000)
        expected = {
            o: len(mine & theirs) / len(mine | theirs) for o, theirs in others.items() if mine & theirs and o != name
        }
        assert {row["id"]: row["similarity"] for row in rows} == expected
        assert [row["similarity"] for row in rows] == sorted(expected.values(), reverse=True)


def test_hubs_counts_every_edge(graph: Graph, engine: EmbeddedEngine) -> None:
    degree: dict[str, int] = dict.fromkeys(graph.nodes["id"].to_pylist(), 0)
    for e in graph.edges.to_pylist():
        degree[e["source"]] += 1
        degree[e["target"]] += 1
    rows = ask(engine, "hubs", kind="Work", limit=1000)
    expected = sorted(((-n, node) for node, n in degree.items() if node.startswith("Film/")))
    assert [(-row["edges"], row["id"]) for row in rows] == expected
