"""Checks find nothing where nothing is wrong, and the same in whatever order the tables stand."""

from dataclasses import replace

import hypothesis.strategies as st
import networkx as nx
import pyarrow as pa
from hypothesis import HealthCheck, given, settings

from tropegraph.check import KINDS, Severity
from tropegraph.check.cycles import cycles
from tropegraph.check.pairs import clashes, self_loops
from tropegraph.check.run import CHECKS, check
from tropegraph.check.source import loaded
from tropegraph.graph import Graph
from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS, RelationType

names = [f"Main/{letter}" for letter in "ABCDE"]
pairs = st.tuples(st.sampled_from(names), st.sampled_from(names))
types = st.sampled_from([kind.value for kind in TROPE_RELATIONS])
edge_sets = st.lists(st.tuples(pairs, types).map(lambda edge: canonical(*edge)), max_size=12, unique=True)
slow = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def canonical(pair, kind):
    """A symmetric fact has its ends in id order."""
    return (tuple(sorted(pair)) if RELATIONS[RelationType(kind)].symmetric else pair), kind


def graph_of(edges):
    network = nx.MultiDiGraph()
    for name in names:
        network.add_node(name, kind="Trope", name=name[5:], has_page=name < "Main/D")
    for (source, target), kind in edges:
        said = [{"page": page, "sentence": f"{source} or {target}."} for page in {source, target}]
        network.add_edge(source, target, kind, evidence=said)
    return Graph.from_networkx(network)


def problems(tables, checks=CHECKS):
    with loaded(tables) as source:
        report = check(source, checks)
        return {kind: list(report.problems(kind)) for kind, n in report.counts.items() if n}


@slow
@given(edge_sets, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(edges, random):
    graph = graph_of(edges)
    shuffled = {}
    for name, table in graph.tables.items():
        rows = list(range(table.num_rows))
        random.shuffle(rows)
        shuffled[name] = table.take(pa.array(rows, pa.int64()))
    assert problems(replace(graph, **shuffled)) == problems(graph)


@slow
@given(st.dictionaries(pairs.filter(lambda pair: pair[0] < pair[1]), types, max_size=10))
def test_one_statement_a_pair_and_all_in_one_direction_contradict_nothing(edges):
    assert not [k for k in problems(graph_of(edges.items())) if KINDS[k].severity is not Severity.NOTE]


@slow
@given(edge_sets)
def test_every_case_is_made_of_edges_of_the_graph_between_its_nodes(edges):
    graph = graph_of(edges)
    there = set(zip(*(graph.edges[c].to_pylist() for c in ("source", "type", "target")), strict=True))
    for cases in problems(graph, [clashes, self_loops]).values():
        for case in cases:
            assert set(case.facts) <= there
            assert {end for fact in case.facts for end in (fact.source, fact.target)} == set(case.nodes)
            assert {statement.fact for statement in case.statements} == set(case.facts)


@given(st.sets(pairs, max_size=16))
def test_circles_are_what_networkx_says(edges):
    kept = {(a, b) for a, b in edges if a != b}
    found = cycles(kept)
    simple = [c for c in nx.simple_cycles(nx.DiGraph(kept)) if len(c) > 2]
    assert {frozenset(c) for c in found} <= {frozenset(c) for c in simple}
    in_circles = {edge for c in simple for edge in zip(c, (*c[1:], c[0]), strict=True) if edge[::-1] not in kept}
    assert in_circles <= {edge for c in found for edge in zip(c, (*c[1:], c[0]), strict=True)}
