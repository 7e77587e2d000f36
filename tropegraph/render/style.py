"""How the map looks: colours of kinds and relations, and the options of vis-network. One table each.

The colours are Okabe and Ito's (2008), darkened for light grounds and lightened for dark ones, then moved as little as
keeps them apart for eyes that lack red, green or blue (tests/unit/render/test_colours.py measures it); within a family
of relations the dashes tell them apart.
"""

from dataclasses import dataclass
from typing import Any

from tropegraph.model.vocabulary import NodeKind, RelationType


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour on a light ground and on a dark one."""

    light: str
    dark: str


BLUE = Colour("#2562ae", "#76b0fd")
SKY = Colour("#2f8fc6", "#96d5ff")
ORANGE = Colour("#ca7704", "#f0a739")
GREEN = Colour("#06835e", "#41cb9d")
RED = Colour("#dd5232", "#ff8560")
PURPLE = Colour("#994888", "#eba1d2")
GOLD = Colour("#796800", "#f0e258")
GREY = Colour("#7e8491", "#9399a9")

OTHER_COLOURS = (BLUE, ORANGE, GREEN, RED, PURPLE, SKY, GOLD)
"""Of communities and media: more would not stay apart for all eyes, so names and places tell the rest apart."""

SOLID: tuple[int, ...] = ()
DASHED, DOTTED = (7, 5), (2, 4)

KIND_COLOURS: dict[NodeKind, Colour] = {
    NodeKind.TROPE: BLUE,
    NodeKind.WORK: ORANGE,
    NodeKind.INDEX: GREEN,
    NodeKind.PAGE: GREY,
}


@dataclass(frozen=True, slots=True)
class Line:
    """How an edge is drawn: its colour and the lengths of dashes and gaps."""

    colour: Colour
    dashes: tuple[int, ...] = SOLID


LINES: dict[RelationType, Line] = {
    RelationType.SUBTROPE_OF: Line(BLUE),
    RelationType.VARIANT_OF: Line(BLUE, DASHED),
    RelationType.SISTER_TROPE: Line(SKY),
    RelationType.COUNTERPART_OF: Line(SKY, DASHED),
    RelationType.INVERSE_OF: Line(RED),
    RelationType.CONTRAST_WITH: Line(RED, DASHED),
    RelationType.NOT_TO_BE_CONFUSED_WITH: Line(RED, DOTTED),
    RelationType.COMPARE_WITH: Line(PURPLE),
    RelationType.OVERLAPS_WITH: Line(PURPLE, DASHED),
    RelationType.SEE_ALSO: Line(PURPLE, DOTTED),
    RelationType.LEADS_TO: Line(GOLD),
    RelationType.INVOLVES: Line(GOLD, DASHED),
    RelationType.EXAMPLE_OF: Line(ORANGE),
    RelationType.IN_INDEX: Line(GREEN),
    RelationType.MENTIONS: Line(GREY, DOTTED),
}

VIS_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom", "chosen": False},
    "edges": {
        "smooth": False,
        "chosen": False,
        "width": 1.4,
        "selectionWidth": 0,
        "hoverWidth": 0,
        "arrows": {"to": {"scaleFactor": 0.45}},
    },
    "interaction": {
        "dragNodes": False,
        "selectable": False,
        "hover": False,
        "keyboard": {"enabled": False},
        "tooltipDelay": 3_600_000,
        "zoomSpeed": 1.4,
    },
}
"""The map moves no node, and finds and selects by itself, since most nodes are none of vis-network's."""

MOVING_OPTIONS: dict[str, Any] = {
    "physics": {
        "enabled": True,
        "solver": "barnesHut",
        "barnesHut": {"gravitationalConstant": -6000, "springLength": 130, "springConstant": 0.03, "avoidOverlap": 0.3},
        "stabilization": {"enabled": False},
        "minVelocity": 1.2,
    },
    "interaction": {**VIS_OPTIONS["interaction"], "dragNodes": True},
}
"""What differs where vis-network's own physics moves the nodes."""

SMALLEST, LARGEST = 4.5, 24.0
"""Radii of the least and the most important node, in units of the map."""
