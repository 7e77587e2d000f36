"""A tree of tropes as text and as a picture."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.analyse.test_lineage import FAMILY, PAIRS, hierarchy_of
from tests.unit.analyse.worlds import graph_of
from tropegraph.analyse.lineage import genealogy
from tropegraph.analyse.trees import Twig, tree, tree_svg, tree_text

SVG = "{http://www.w3.org/2000/svg}"


def test_all_trees_as_text():
    assert tree_text(tree(FAMILY)) == (
        "Fate\n"
        "├─ Chosen  (also under Hero)\n"
        "└─ Doom  (inverse of Kid)\n"
        "Role\n"
        "├─ Hero  (inverse of Kid, Villain)\n"
        "│  └─ Kid  (inverse of Doom, Elder, Hero)\n"
        "└─ Villain  (inverse of Hero)\n"
        "   └─ Tyrant\n"
    )


def test_one_tree_and_what_is_left_out_of_it():
    assert [twig.name for twig in tree(FAMILY, "hero")] == ["Hero", "Chosen", "Kid"]
    assert tree(FAMILY, "hero")[1].also == ("Fate",)
    assert [(twig.name, twig.hidden) for twig in tree(FAMILY, "Role", depth=1)] == [
        ("Role", 0),
        ("Hero", 2),
        ("Villain", 1),
    ]


@given(PAIRS)
def test_every_trope_stands_once_below_one_of_its_supertropes(pairs):
    graph = hierarchy_of(*pairs)
    twigs, path = tree(graph), []
    assert sorted(twig.id for twig in twigs) == sorted(genealogy(graph)["id"])
    for twig in twigs:
        path = [*path[: twig.depth], twig.name]
        assert len(path) == twig.depth + 1
        assert not twig.depth or (int(path[-1]), int(path[-2])) in pairs
    assert len(tree_text(twigs).splitlines()) == len(twigs)


def test_a_deep_tree_is_no_trouble():
    graph = graph_of((), [(f"T{i:04}", "SUBTROPE_OF", f"T{i + 1:04}") for i in range(3_000)])
    assert tree(graph)[-1].depth == 3_000


def test_a_picture_has_a_row_for_each_and_joins_them():
    picture = ET.fromstring(tree_svg(tree(FAMILY), "A family"))
    assert picture.find(f"{SVG}title").text == "A family"
    texts = picture.findall(f".//{SVG}text")
    assert [text.text for text in texts] == [twig.name for twig in tree(FAMILY)]
    rows = [float(text.get("y")) for text in texts]
    assert rows == sorted(rows)
    assert rows[-1] < float(picture.get("height"))
    assert picture.find(f"{SVG}path").get("d").count("M") == 6  # as many as there are tropes with a supertrope


@pytest.mark.parametrize(
    "name",
    ["</text><script>alert(1)</script>", "a & b < c", "\x00\x1b[31mred", "\u202eturned", "字" * 90, "\ud800", ""],
)
def test_hostile_names_stay_names(name):
    twigs = (Twig("Main/A", name, 0, True), Twig("Main/B", "B", 1, True, also=(name,)))
    picture = ET.fromstring(tree_svg(twigs, name).encode("utf-8"))
    assert not picture.findall(f".//{SVG}script")
    assert len(picture.findall(f".//{SVG}text")) == 2
    text = tree_text(twigs)
    assert text.count("\n") == 2
    assert not {"\x1b", "\u202e"} & set(text)


@given(st.text())
def test_any_name_gives_a_picture_that_can_be_read(name):
    ET.fromstring(tree_svg((Twig("Main/A", name, 0, True),), name).encode("utf-8"))


def test_no_tree_is_an_empty_picture():
    assert ET.fromstring(tree_svg(())).find(f"{SVG}title").text == "A tree of tropes"
    assert tree_text(()) == ""
