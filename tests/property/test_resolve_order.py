"""What resolving must hold whatever the pages state: order does not matter, saying a thing twice changes nothing."""

from dataclasses import replace

import hypothesis.strategies as st
import pyarrow as pa
from hypothesis import given, settings

from tropegraph.graph import Graph
from tropegraph.model import names
from tropegraph.model.facts import Evidence, Example, Membership, PageFacts, PublishedEdges, Ref, Relation
from tropegraph.model.names import KnownName
from tropegraph.model.page import Format
from tropegraph.model.vocabulary import RELATIONS, TROPE_RELATIONS, Modifier, PageKind
from tropegraph.resolve import Tables, resolve

TROPES = ["Main/AbBa", "Main/Abba", "Main/Abbas", "Main/Boo", "Main/BOO", "Main/CoolTropes", "Creator/Dan"]
WORKS = ["Film/Abba", "Manga/Abba", "Anime/Abba", "Film/Boo", "Main/Boo", "Work/Boo"]
MEDIA = [None, "Film", "Anime & Manga", "Puppet Show", "no medium"]
KNOWN = (KnownName("abba", "ABBA", ("oldabba", "boo")), KnownName("cool", "Cool"))


def refs(pages):
    linked = st.sampled_from(pages).map(lambda page: Ref(names.title_of(page), page))
    bare = st.sampled_from(pages).map(lambda page: Ref(names.title_of(page)))
    return linked | bare


evidence = st.sampled_from(["One.", "Two.", "Three!"]).map(lambda text: Evidence(text, "", 0, 0, len(text)))
relations = st.builds(
    Relation, refs(TROPES), st.sampled_from(TROPE_RELATIONS), refs(TROPES), st.sampled_from(["x", "y"]), evidence
)
modifiers = st.lists(st.sampled_from(list(Modifier)[:4]), max_size=2, unique=True).map(tuple)
examples = st.builds(Example, refs(WORKS), refs(TROPES), st.sampled_from(MEDIA), modifiers, evidence)
memberships = st.builds(Membership, refs(TROPES + WORKS), refs(TROPES), st.none() | evidence)


@st.composite
def page_facts(draw, number):
    kind = draw(st.sampled_from([PageKind.TROPE, PageKind.WORK, PageKind.REDIRECT, PageKind.CREATOR]))
    ref = draw(refs(WORKS if kind is PageKind.WORK else TROPES))
    return PageFacts(
        id=f"{number}.txt",
        page=ref,
        stated_on=ref.page,
        kind=kind,
        format=Format.TEXT,
        relations=tuple(draw(st.lists(relations, max_size=3))),
        examples=tuple(draw(st.lists(examples, max_size=3))),
        memberships=tuple(draw(st.lists(memberships, max_size=1))),
        aliases=tuple(draw(st.lists(st.sampled_from(["Boo", "Old Abba", "Main/Abbas", "Abba"]), max_size=2))),
        redirect_to=draw(refs(TROPES)) if kind is PageKind.REDIRECT else None,
        digest=f"digest {number}",
    )


@st.composite
def many_pages(draw):
    return [draw(page_facts(number)) for number in range(draw(st.integers(0, 5)))]


edge_sets = st.lists(st.tuples(st.sampled_from(WORKS), st.sampled_from(TROPES[:5])), max_size=4).map(
    lambda rows: PublishedEdges(
        "set", tuple(w for w, _ in rows), tuple(names.title_of(w) for w, _ in rows), tuple(t for _, t in rows), "", "d"
    )
)


@settings(max_examples=25, deadline=None)
@given(many_pages(), edge_sets, st.randoms(use_true_random=False), st.booleans())
def test_order_does_not_matter(pages, edges, random, mentions):
    straight = resolve(pages, [edges], KNOWN, [], mentions=mentions)
    shuffled = [replace(p, **{f: _shuffled(getattr(p, f), random) for f in ("relations", "examples")}) for p in pages]
    random.shuffle(shuffled)
    assert resolve(shuffled, [edges], reversed(KNOWN), [], mentions=mentions) == straight


def _shuffled(items, random):
    return tuple(random.sample(items, len(items)))


@settings(max_examples=25, deadline=None)
@given(many_pages(), edge_sets, st.data())
def test_a_page_read_twice_changes_only_where_it_came_from(pages, edges, data):
    once = resolve(pages, [edges], KNOWN, [])
    again = [replace(p, id=f"z{p.id}") for p in pages if data.draw(st.booleans())]
    twice = resolve([*pages, *again], [edges, replace(edges, id="z")], KNOWN, [])
    assert (twice.nodes, twice.edges, twice.evidence) == (once.nodes, once.edges, once.evidence)


@settings(max_examples=25, deadline=None)
@given(many_pages(), edge_sets)
def test_the_tables_are_a_graph(pages, edges):
    tables = resolve(pages, [edges], KNOWN, [])
    graph = Graph.of(tables)
    assert Tables(**graph.tables) == tables, "resolving already gives the schema's order"
    assert not any(s == t for _, s, t in _ends(graph.edges))
    assert all(s < t for kind, s, t in _ends(graph.edges) if RELATIONS[kind].symmetric)
    assert set(graph.pages["node"].to_pylist()) - {""} <= set(graph.nodes["id"].to_pylist())


def _ends(edges: pa.Table):
    return list(zip(*(edges[column].to_pylist() for column in ("type", "source", "target")), strict=True))
