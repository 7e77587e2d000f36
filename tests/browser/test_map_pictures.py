"""Lines between the same two nodes lie apart, on the screen and in a picture of it."""

import itertools
import math
import re
from xml.etree import ElementTree as ET

import pytest

from tests.unit.render.conftest import make_graph
from tropegraph.model.vocabulary import RelationType
from tropegraph.render.style import LINES

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
FOUR = [
    ("Main/A", "SUBTROPE_OF", "Main/B"),
    ("Main/A", "CONTRAST_WITH", "Main/B"),
    ("Main/A", "LEADS_TO", "Main/B"),
    ("Main/B", "INVOLVES", "Main/A"),
]
ENDS = {"Main/A", "Main/B"}


@pytest.fixture(params=["", "#Main/A"], ids=["all", "chosen"])
def four(open_map, request):
    """Two nodes joined by four edges, beside others that keep the map wide."""
    ring = [(f"Main/R{i}", "SEE_ALSO", f"Main/R{(i + 1) % 12}") for i in range(12)]
    opened = open_map(make_graph([*FOUR, ("Main/B", "SEE_ALSO", "Main/R0"), *ring]), at=request.param)
    opened.wait_for("shown", 14)
    opened.page.wait_for_timeout(300)
    return opened


def numbers(text):
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


def lines(opened):
    """The lines of the picture between A and B, by their colour and dashes: their points and their tip."""
    drawn = ET.fromstring(opened.page.evaluate("tropegraphMap.svg()"))
    place = {id_: opened.page.evaluate(f"tropegraphMap.place('{id_}')") for id_ in ENDS}
    tips = [(one.get("fill"), numbers(one.get("points"))) for one in drawn.iter(f"{SVG}polygon")]
    found = {}
    for path in drawn.iter(f"{SVG}path"):
        points = numbers(path.get("d"))
        start, end = points[:2], points[-2:]
        for source, target in itertools.permutations(ENDS):
            left = math.dist(end, place[target].values())
            if math.dist(start, place[source].values()) < 1 and left < 60:
                look = path.get("stroke"), tuple(map(int, (path.get("stroke-dasharray") or "").split()))
                tip = [points for colour, points in tips if colour == look[0] and math.dist(points[:2], end) < 30]
                found[look] = {"source": source, "target": target, "path": path.get("d"), "tip": tip, "left": left}
    return place, found


def look(name):
    line = LINES[RelationType(name)]
    return line.colour.light, line.dashes


def test_a_picture_shows_every_edge_between_two_nodes(four):
    place, found = lines(four)
    assert {kind: (found[look(kind)]["source"], found[look(kind)]["target"]) for _, kind, _ in FOUR} == {
        kind: (source, target) for source, kind, target in FOUR
    }
    (ax, ay), (bx, by) = (place[id_].values() for id_ in ("Main/A", "Main/B"))
    aside = []
    for _, kind, _ in FOUR:
        path = found[look(kind)]["path"]
        x, y = numbers(path)[2:4]
        aside.append(((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / math.hypot(bx - ax, by - ay) if "Q" in path else 0)
    assert aside.count(0) == 1
    assert len({round(distance) for distance in aside}) == 4
    assert min(aside) >= 0 or max(aside) <= 0  # all on one side


def test_arrows_of_a_picture_meet_the_dots(four):
    _, found = lines(four)
    assert found[look("CONTRAST_WITH")]["tip"] == []  # it says the same of both
    for kind in ("SUBTROPE_OF", "LEADS_TO", "INVOLVES"):
        one = found[look(kind)]
        assert len(one["tip"]) == 1, kind
        assert one["left"] > 4, kind  # the line itself ends in the tip


INK = """([path, ...ends]) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('d', path);
  const points = Array.from({ length: 100 }, (_, k) => svg.getPointAtLength((svg.getTotalLength() * k) / 99));
  const nearer = (point) => Math.min(...ends.map((end) => Math.hypot(end.x - point.x, end.y - point.y)));
  const half = points.reduce((best, point) => (nearer(point) > nearer(best) ? point : best));
  const canvas = document.querySelector('#map canvas');
  const ratio = canvas.width / canvas.clientWidth;
  const [left, top, size] = [half.x - 2, half.y - 2, 5].map((pixels) => pixels * ratio);
  const near = canvas.getContext('2d').getImageData(left, top, size, size).data;
  const pixels = Array.from({ length: near.length / 4 }, (_, k) => [...near.slice(4 * k, 4 * k + 4)]);
  return { at: { x: half.x, y: half.y }, pixels };
}"""


@pytest.mark.parametrize("kind", ["SUBTROPE_OF", "LEADS_TO", "CONTRAST_WITH", "INVOLVES"])
def test_the_lines_lie_where_the_screen_has_them_and_are_chosen_there(four, kind):
    place, found = lines(four)
    seen = four.page.evaluate(INK, [found[look(kind)]["path"], *place.values()])
    colour = look(kind)[0]
    wanted = [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
    nearest = min(math.dist(pixel[:3], wanted) for pixel in seen["pixels"] if pixel[3] > 60)
    assert nearest < 60
    four.page.locator("#map canvas").click(position=seen["at"])
    four.wait_for("path", sorted(ENDS, key=lambda id_: id_ != found[look(kind)]["source"]))
    assert f",{kind}," in four.page.url
