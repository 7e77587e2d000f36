"""Columns for the browser."""

import base64

import numpy as np
import pytest

from tropegraph.render.choose import choose
from tropegraph.render.columns import LONGEST_NAME, numbers, readable, web_address
from tropegraph.render.evidence import LONGEST, Evidence, sentences
from tropegraph.render.layout import lay_out
from tropegraph.render.pack import pack, radii


def packed(graph, how=Evidence.FULL):
    chosen = choose(graph.nodes, graph.edges)
    layout = lay_out(chosen.nodes.num_rows, chosen.source, chosen.target, chosen.pull)
    return pack(chosen, layout) | {"evidence": sentences(chosen, graph.evidence, how)}


@pytest.mark.parametrize(
    ("values", "kind", "type_"),
    [
        ([], "u", "Uint8Array"),
        ([0, 255], "u", "Uint8Array"),
        ([256], "u", "Uint16Array"),
        ([70_000], "u", "Uint32Array"),
        ([-5, 300], "i", "Int16Array"),
        ([-40_000], "i", "Int32Array"),
    ],
)
def test_numbers_take_the_smallest_type_and_come_back(values, kind, type_):
    column = numbers(np.array(values, dtype=np.int64), kind)
    assert column["type"] == type_
    code = "<" + type_[0].lower() + str(int("".join(filter(str.isdigit, type_))) // 8)
    assert np.frombuffer(base64.b64decode(column["base64"]), dtype=code).tolist() == values


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/Main/X", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org/x", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_only_web_addresses_pass(url, kept):
    assert web_address(url) == (url if kept else "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain", "Plain"),
        ("  two \n lines\t", "two lines"),
        ("\u202eright to left\u202c", "right to left"),
        ("no\u200bwidth", "no width"),
        ("\x00\u2028", ""),
        ("Amélie 🎬", "Amélie 🎬"),
        ("שלום", "שלום"),
    ],
)
def test_unseen_signs_are_left_out(text, shown):
    assert readable(text) == shown


def test_long_names_are_cut():
    assert len(readable("x" * 10_000)) == LONGEST_NAME
    assert readable("x" * 10_000).endswith("…")


def test_a_name_that_cannot_be_seen_gives_way_to_the_id(graph_of):
    graph = graph_of([], nodes=[{"id": "Main/Hidden", "name": "\u200b\u202e", "kind": "Trope"}])
    assert packed(graph)["nodes"]["name"] == ["Main/Hidden"]


def test_addresses_that_end_in_the_id_are_told_once(graph_of):
    start = "https://example.org/wiki/"
    nodes = [{"id": f"Main/T{i}", "name": "T", "kind": "Trope", "url": f"{start}Main/T{i}"} for i in range(3)]
    nodes += [{"id": "Main/Odd", "name": "O", "kind": "Trope", "url": "https://elsewhere.example/odd"}]
    nodes += [{"id": "Main/Bad", "name": "B", "kind": "Trope", "url": "javascript:Main/Bad"}]
    address = packed(graph_of([], nodes=nodes))["nodes"]["address"]
    assert address["start"] == start
    assert list(address["others"].values()) == ["https://elsewhere.example/odd"]
    assert sorted(base64.b64decode(address["plain"]["base64"])) == [0, 0, 1, 1, 1]


def test_sentences_go_with_their_edge(graph_of):
    key = {"source": "Main/X", "type": "LEADS_TO", "target": "Main/Y"}
    told = [{**key, "page": "Main/X", "section": "Notes", "sentence": "X leads to Y.", "as_written": "Y"}, {**key}]
    graph = graph_of([("Main/X", "LEADS_TO", "Main/Y"), ("Film/A", "EXAMPLE_OF", "Main/X")], evidence=told)
    evidence = packed(graph)["evidence"]
    assert evidence["rows"] == [[0, 0, 0, "Y", "X leads to Y."]]
    assert (evidence["pages"], evidence["sections"]) == (["Main/X"], ["Notes"])
    assert packed(graph, how=Evidence.NONE)["evidence"]["rows"] == []


def test_area_grows_with_importance():
    small, middle, large = radii(np.array([0.0, 100.0, 400.0]))
    assert small < middle < large
    assert (large - small) == pytest.approx(2 * (middle - small))


def test_short_evidence_is_the_first_sentence_of_each_edge_cut_where_it_names_the_other_end(graph_of):
    key = {"source": "Main/X", "type": "LEADS_TO", "target": "Main/Y"}
    far = "word " * 80 + "and so it leads to Wye in the end."
    told = [{**key, "page": f"Main/{p}", "sentence": s, "as_written": "Wye"} for p, s in (("A", far), ("B", "Wye."))]
    graph = graph_of([("Main/X", "LEADS_TO", "Main/Y")], evidence=told)
    [row] = packed(graph, how=Evidence.SHORT)["evidence"]["rows"]
    assert len(row[-1]) <= LONGEST[Evidence.SHORT]
    assert row[-1].startswith("…word")
    assert "leads to Wye in the end." in row[-1]
    assert len(packed(graph)["evidence"]["rows"]) == 2
