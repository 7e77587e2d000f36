"""The map's colours stay apart for every kind of eye, and stand out from the ground.

Colour-blindness is simulated after Machado, Oliveira and Fernandes (2009), complete lack of one kind of cone; distances
are those of CIE L*a*b* (1976), where about 2 can just be told apart side by side.
"""

from itertools import combinations, pairwise

import numpy as np
import pytest

from tropegraph.graph.tables import of_rows
from tropegraph.render import style
from tropegraph.render.choose import choose
from tropegraph.render.layout import Layout
from tropegraph.render.pack import community_colours, medium_colours
from tropegraph.render.style import KIND_COLOURS, LINES, Colour

EYES = {
    "all cones": np.eye(3),
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])
GROUNDS = {"light": "#f6f4ee", "dark": "#11131a"}  # THEMES in template/sizes.js
COLOURS = {name: value for name, value in vars(style).items() if isinstance(value, Colour)}


def linear(colour):
    """Shares of red, green and blue light of "#rrggbb"."""
    signal = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    return np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4)


def lab(colour, eye):
    """The colour as that eye sees it, in CIE L*a*b*."""
    x, y, z = XYZ @ np.clip(np.asarray(EYES[eye]) @ linear(colour), 0, 1) / WHITE
    f = [np.cbrt(t) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(one, other):
    """Contrast of two colours as WCAG 2.2 defines it."""
    low, high = sorted(float((XYZ @ linear(colour))[1]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def nearest(colours, theme, eye):
    seen = {name: lab(getattr(colour, theme), eye) for name, colour in colours.items()}
    return min((float(np.linalg.norm(seen[a] - seen[b])), a, b) for a, b in combinations(seen, 2))


@pytest.mark.parametrize("theme", GROUNDS)
@pytest.mark.parametrize("eye", EYES)
def test_no_two_colours_look_alike_to_any_eye(eye, theme):
    assert nearest(COLOURS, theme, eye) > (11.0,)
    assert nearest(KIND_COLOURS, theme, eye) > (15.0,)


@pytest.mark.parametrize("theme", GROUNDS)
def test_every_colour_stands_out_from_the_ground(theme):
    assert {name for name, colour in COLOURS.items() if contrast(getattr(colour, theme), GROUNDS[theme]) < 3} == set()


@pytest.mark.parametrize("theme", GROUNDS)
@pytest.mark.parametrize("eye", EYES)
def test_rows_of_the_legend_differ_from_those_beside_them(eye, theme):
    """Twenty communities share seven colours; of media, those that have a colour stand before those without one."""
    rng = np.random.default_rng(5)
    for _ in range(20):
        layout = Layout(rng.normal(size=(200, 2)), np.repeat(np.arange(20), 10))
        seen = [lab(getattr(colour, theme), eye) for colour in community_colours(layout)]
        assert min(np.linalg.norm(a - b) for a, b in pairwise(seen)) > 11
    names = [f"Medium {m}" for m in range(9)]
    rows = [{"id": f"A/{m}{k}", "kind": "Work", "medium": names[m]} for m in range(9) for k in range(9 - m)]
    colours = medium_colours(choose(of_rows("nodes", rows), of_rows("edges", ())), names)
    *first, last, rest = [getattr(colour, theme) for colour in colours]
    assert last == rest == getattr(style.GREY, theme)
    seen = [lab(colour, eye) for colour in (*first, last)]
    assert min(np.linalg.norm(a - b) for a, b in combinations(seen, 2)) > 11


def test_no_two_relations_are_drawn_alike():
    assert len(set(LINES.values())) == len(LINES)


def test_the_measures_themselves():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert lab("#ffffff", "all cones") == pytest.approx([100, 0, 0], abs=0.02)
    assert nearest({"red": Colour("#c00000", ""), "green": Colour("#6b6b00", "")}, "light", "no red")[0] < 25
