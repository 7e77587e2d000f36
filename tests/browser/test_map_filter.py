"""Seeing what the map is about, and less of it: colours, names over communities, the legend as a filter."""

import re
from dataclasses import replace

import pytest

from tests.unit.render.conftest import make_graph
from tropegraph.graph.tables import of_rows

pytestmark = pytest.mark.browser

PLAYED = {"Film/A": ["SUBVERTED"], "Film/B": ["AVERTED", "SUBVERTED"], "Film/C": ["STRAIGHT"]}


@pytest.fixture(scope="module")
def played():
    """One trope in four works, of which two subvert it and one says nothing, beside another pair."""
    works = [(f"Film/{w}", "EXAMPLE_OF", "Main/X") for w in "ABCD"]
    graph = make_graph([*works, ("Main/X", "LEADS_TO", "Main/Y"), ("Main/Y", "SISTER_TROPE", "Main/Z")])
    rows = [{**row, "modifiers": PLAYED.get(row["source"], [])} for row in graph.edges.to_pylist()]
    return replace(graph, edges=of_rows("edges", rows))


@pytest.fixture(scope="module")
def islands():
    """Communities of tropes that each have one in the middle, enough of them for names over them."""
    edges = [(f"Main/C{c}N{i}", "SUBTROPE_OF", f"Main/Top{c}") for c in range(5) for i in range(90)]
    rings = [(f"Main/C{c}N{i}", "SEE_ALSO", f"Main/C{c}N{(i + 1) % 90}") for c in range(5) for i in range(90)]
    return make_graph([*edges, *rings, *((f"Main/Top{c}", "LEADS_TO", f"Main/Top{c + 1}") for c in range(4))])


def legend(opened):
    return opened.page.locator("#legend")


def only(opened, name):
    box = opened.page.get_by_role("button", name=f"Only {name}", exact=True)
    box.focus()
    box.press("Enter")


def test_only_subverted(open_map, played):
    opened = open_map(played)
    opened.wait_for("shown", 7)
    legend(opened).get_by_text("How it is played").click()
    rows = legend(opened).locator(".modifiers .row")
    assert [row.split() for row in rows.locator("label").all_inner_texts()] == [
        ["nothing", "said", "3"],
        ["subverted", "2"],
        ["straight", "1"],
        ["averted", "1"],
    ]
    only(opened, "subverted")
    opened.wait_for("shown", 3)
    assert opened.page.url.endswith("#?modifiers=only,SUBVERTED")
    assert legend(opened).get_by_text("3 of 7 shown").is_visible()
    assert opened.state("live") == {"nodes": 3, "edges": 2}


def test_an_address_filters_and_reset_undoes_it(open_map, played):
    opened = open_map(played, at="#Main/X?types=not,LEADS_TO&kinds=only,Trope&degree=1")
    opened.wait_for("shown", 2)  # Y and Z; nothing that is shown joins X
    assert opened.state("chosen") == "Main/X"
    assert not legend(opened).get_by_role("checkbox", name="leads to").is_checked()
    assert not legend(opened).get_by_role("checkbox", name="Work").is_checked()
    assert legend(opened).get_by_role("slider").input_value() == "1"
    legend(opened).get_by_role("button", name="Reset").click()
    opened.wait_for("shown", 7)
    assert opened.page.url.endswith("#Main/X")
    assert legend(opened).get_by_role("checkbox", name="Work").is_checked()
    assert legend(opened).get_by_role("button", name="Reset").is_hidden()


def counts(opened, part):
    """The rows of a part of the legend, with what each would show."""
    rows = legend(opened).locator(f".{part} .row label").all_inner_texts()
    return dict(re.fullmatch(r"(.+?)\s+([\d,]+)", row.strip(), re.S).groups() for row in rows)


def test_the_legend_says_what_each_choice_would_show_beside_the_others(open_map, played):
    opened = open_map(played)
    opened.wait_for("shown", 7)
    legend(opened).get_by_text("How it is played").click()
    assert counts(opened, "types") == {"uses": "4", "leads to": "1", "is a sister trope of": "1"}
    only(opened, "subverted")
    opened.wait_for("shown", 3)
    assert counts(opened, "kinds") == {"Trope": "1", "Work": "2"}
    assert counts(opened, "types") == {"uses": "2", "leads to": "0", "is a sister trope of": "0"}
    assert counts(opened, "modifiers") == {"nothing said": "3", "subverted": "2", "straight": "1", "averted": "1"}
    legend(opened).locator(".kinds").get_by_role("checkbox", name="Trope").uncheck()
    opened.wait_for("shown", 2)
    assert counts(opened, "kinds") == {"Trope": "1", "Work": "2"}
    assert set(counts(opened, "modifiers").values()) == {"0"}
    legend(opened).get_by_role("button", name="Reset").click()
    opened.wait_for("shown", 7)
    assert counts(opened, "kinds") == {"Trope": "3", "Work": "4"}


def test_the_counts_follow_an_address_and_the_least_number_of_links(open_map, played):
    opened = open_map(played, at="#?degree=2")
    opened.wait_for("shown", 2)
    assert counts(opened, "kinds") == {"Trope": "2", "Work": "0"}
    assert counts(opened, "types") == {"uses": "0", "leads to": "1", "is a sister trope of": "0"}


def test_an_address_of_another_map_harms_nothing(open_map, played):
    opened = open_map(played, at="#?types=not,NO_SUCH&community=only&degree=abc&colour=red&depth=9&edge=a,b&to=x")
    opened.wait_for("shown", 0)
    assert opened.state("colour") == "kind"
    legend(opened).get_by_role("button", name="Reset").click()
    opened.wait_for("shown", 7)


def test_the_least_number_of_links(open_map, played):
    opened = open_map(played)
    opened.wait_for("shown", 7)
    slider = legend(opened).get_by_role("slider", name="At least so many links")
    slider.focus()
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    opened.wait_for("shown", 2)
    assert opened.page.url.endswith("#?degree=2")


def test_settings_stay_on_the_way_back(open_map, played):
    opened = open_map(played, at="#Main/X")
    opened.search("y")
    opened.wait_for("chosen", "Main/Y")
    legend(opened).get_by_role("checkbox", name="Work").uncheck()
    opened.wait_for("shown", 3)
    opened.page.go_back()
    opened.wait_for("chosen", "Main/X")
    assert opened.state("shown") == 3
    assert opened.page.url.endswith("#Main/X?kinds=not,Work")


def colours(opened):
    return set(re.findall(r'<circle [^>]*fill="([^"]+)"', opened.page.evaluate("tropegraphMap.svg()")))


def test_colour_by_community_and_names_over_them(open_map, islands):
    opened = open_map(islands)
    opened.wait_for("shown", 455)
    assert sorted(opened.state("regions")) == [f"Top{c}" for c in range(5)]
    assert len(colours(opened)) == 1
    legend(opened).get_by_role("button", name="Community", exact=True).click()
    opened.wait_for("colour", "community")
    assert opened.page.url.endswith("#?colour=community")
    assert len(colours(opened)) == 5
    for _ in range(4):
        opened.page.get_by_role("button", name="Closer").click()
        opened.page.wait_for_timeout(250)
    assert opened.state("regions") == []  # names of nodes have their place now


def test_only_one_community(open_map, islands):
    opened = open_map(islands)
    opened.wait_for("shown", 455)
    legend(opened).get_by_text("Communities", exact=True).click()
    only(opened, "Top3")
    opened.wait_for("shown", 91)
    assert opened.page.url.endswith("#?community=only,Main/Top3")
    assert opened.state("regions") == []


def test_names_over_communities_meet_no_other_name(open_map, islands):
    opened = open_map(islands)
    opened.wait_for("shown", 455)
    clash = opened.page.evaluate(
        "() => { const svg = new DOMParser().parseFromString(tropegraphMap.svg(), 'image/svg+xml').documentElement;"
        " document.body.append(svg); const boxes = [...svg.querySelectorAll('text')].map((t) => t.getBBox());"
        " svg.remove(); const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width"
        " && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height;"
        " return { names: boxes.length, clash: boxes.some((a, i) => boxes.some((b, j) => i < j && meet(a, b))) }; }"
    )
    assert clash["names"] >= 5
    assert not clash["clash"]
