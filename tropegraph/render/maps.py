"""From a graph and what somebody wants to see of it to the map: choose, lay out, pack, and make one page."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar, Unpack

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.errors import InputError
from tropegraph.graph import Graph, select
from tropegraph.graph.named import found, known_medium
from tropegraph.graph.part import Part, Tables, taken
from tropegraph.render.choose import Chosen, choose
from tropegraph.render.drawn import Map
from tropegraph.render.evidence import Evidence, sentences
from tropegraph.render.page import document

if TYPE_CHECKING:
    from tropegraph.graph.networks import MultiDiGraph
    from tropegraph.render.layout import Layout

DEFAULT_TOP = 30_000
"""Nodes on a map unless said otherwise."""
DEFAULT_LIMIT = 40.0
"""Megabytes of a map unless said otherwise: beyond, browsers take seconds to open it and mail servers refuse it."""
MEMBERS = 50
"""Nodes of each community where communities are asked for."""
MOST_MOVING = 300
"""Nodes of a map that move by themselves: more would be a hairball that takes minutes to come to rest."""


_LEFT = {Evidence.SHORT: "only the first sentence of each link, cut short", Evidence.NONE: "no sentences"}


class ColourBy(StrEnum):
    """What gives the dots their colour."""

    KIND = "kind"
    MEDIUM = "medium"
    COMMUNITY = "community"


class MapOptions(TypedDict, total=False):
    """What a map may be asked for; `DEFAULTS` holds what goes unsaid.

    Which part of the graph: of the parts named, what lies in all of them.

    - `top`: At most this many nodes, the most important first; `None` shows all.
    - `around`: Only nodes at most `depth` edges away from the node of this name or id.
    - `depth`: As said.
    - `medium`: Only works of this medium, and the tropes they use.
    - `nodes`: Only nodes of these names or ids.
    - `types`: Only edges of these relation types, and nodes that have one.
    - `communities`: Of each community of the graph its most important nodes, in equal number.

    How it looks:

    - `title`: Heading and title of the page; made from the part that is shown when empty.
    - `focus`: Name or id of the node that is open at the start.
    - `colour_by`: What gives dots their colour at the start: "kind", "medium" or "community".
    - `seed`: The same seed and graph give the same document, byte for byte.
    - `physics`: Nodes move by themselves, and can be dragged; for fewer than `MOST_MOVING` nodes.

    What goes along:

    - `evidence`: "full", "short" (the first sentence of each edge, cut after 200 signs) or "none".
    - `limit`: Megabytes. Evidence is cut short, then left out, until the map is no larger; `None` for no limit.
    """

    title: str
    top: int | None
    around: str | None
    depth: int
    medium: str | None
    nodes: Sequence[str] | None
    types: Collection[str] | None
    communities: bool
    focus: str | None
    colour_by: ColourBy | str
    seed: int
    physics: bool
    evidence: Evidence | str
    limit: float | None


DEFAULTS: MapOptions = {
    "title": "",
    "top": DEFAULT_TOP,
    "around": None,
    "depth": 2,
    "medium": None,
    "nodes": None,
    "types": None,
    "communities": False,
    "focus": None,
    "colour_by": ColourBy.KIND,
    "seed": 1,
    "physics": False,
    "evidence": Evidence.FULL,
    "limit": DEFAULT_LIMIT,
}


def draw_map(graph: "Graph | MultiDiGraph", *, keep: Path | None = None, **options: Unpack[MapOptions]) -> Map:
    """The map of a graph, or of a part of it.

    Args:
        graph: A graph, or a `networkx.MultiDiGraph` shaped as `Graph.to_networkx` gives it, such as a subgraph of it.
        keep: Graph folder to keep computed layouts in; none are kept when `None`.
        options: As of `MapOptions`.

    Raises:
        GraphError: A name is that of no node, a type is none, or `graph` is of another shape.
        InputError: The medium is none, a value is none of its choices, or too many nodes are to move by themselves.
    """
    asked = _asked(options)
    whole = graph if isinstance(graph, Graph) else Graph.from_networkx(graph)
    focus = found(whole, asked["focus"]) if asked["focus"] else ""
    asked["title"] = asked["title"] or _title(whole, asked)
    chosen, layout = _laid_out(whole, asked, keep)
    if asked["physics"] and chosen.nodes.num_rows >= MOST_MOVING:
        raise InputError(
            f"{chosen.nodes.num_rows:,} nodes are too many to move by themselves.",
            f"Ask for fewer than {MOST_MOVING}, with top for instance.",
        )
    return _within_limit(chosen, layout, whole.evidence, focus, asked)


def render_map(graph: "Graph | MultiDiGraph", **options: Unpack[MapOptions]) -> str:
    """The document of `draw_map` alone; write it as UTF-8."""
    return draw_map(graph, **options).html


def _asked(options: MapOptions) -> MapOptions:
    if unknown := sorted(options.keys() - DEFAULTS.keys()):
        raise TypeError(f"{unknown[0]!r} is no option of a map; there are {', '.join(DEFAULTS)}.")
    asked: MapOptions = {**DEFAULTS, **options}
    asked["evidence"] = one_of(Evidence, asked["evidence"], "evidence")
    asked["colour_by"] = one_of(ColourBy, asked["colour_by"], "colour_by")
    return asked


def _title(graph: Graph, asked: MapOptions) -> str:
    if asked["around"] is not None:
        row = graph.nodes.filter(pc.equal(graph.nodes["id"], found(graph, asked["around"])))
        return f"Around {row['name'][0].as_py()}"
    if asked["medium"] is not None:
        return f"{known_medium(asked['medium'])}: tropes and works"
    return "Trope communities" if asked["communities"] else "Trope map"


Choice = TypeVar("Choice", bound=StrEnum)


def one_of(choices: type[Choice], value: str, name: str) -> Choice:
    """A value as one of its choices.

    Raises:
        InputError: It is none.
    """
    try:
        return choices(value)
    except ValueError:
        raise InputError(f"{value!r} is no value of {name}.", f"Choose one of {', '.join(choices)}.") from None


def _laid_out(graph: Graph, asked: MapOptions, keep: Path | None) -> "tuple[Chosen, Layout]":
    # scipy here and below, and pyvis in the page, take a second to import: not whenever somebody asks for help.
    from tropegraph.render.kept import laid_out

    part = Part(asked["types"], asked["around"], asked["depth"], asked["medium"], asked["nodes"])
    tables = taken(graph, part)
    sure = [found(graph, name) for name in (asked["around"], asked["focus"]) if name]
    if asked["communities"]:
        whole = choose(tables["nodes"], tables["edges"], DEFAULT_TOP)
        return _members(whole, laid_out(whole, asked["seed"], keep), tables, asked["top"])
    chosen = choose(tables["nodes"], tables["edges"], asked["top"], sure)
    return chosen, laid_out(chosen, asked["seed"], keep)


def _members(whole: Chosen, layout: "Layout", tables: Tables, top: int | None) -> "tuple[Chosen, Layout]":
    """The most important nodes of each community, standing as in the whole graph: by themselves they are a hairball."""
    from tropegraph.render.communities import by_size
    from tropegraph.render.layout import SPACING, Layout, spread

    community = layout.community
    rows = [np.flatnonzero(community == c)[:MEMBERS] for c in range(community.max(initial=-1) + 1)]
    kept = np.concatenate(rows) if rows else np.array([], dtype=np.int64)
    part = select.among(tables, whole.nodes["id"].take(pa.array(kept)).combine_chunks())
    chosen = choose(part["nodes"], part["edges"], top)
    row = pc.index_in(chosen.nodes["id"], whole.nodes["id"].combine_chunks()).to_numpy()
    places = np.rint(spread(layout.places[row], SPACING["large"])) if len(row) else np.zeros((0, 2))
    return chosen, Layout(places, by_size(community[row]))


def _within_limit(chosen: Chosen, layout: "Layout", evidence: pa.Table, focus: str, asked: MapOptions) -> Map:
    from tropegraph.render.pack import pack

    data = {"title": asked["title"], "focus": focus, "colour_by": str(asked["colour_by"]), "physics": asked["physics"]}
    data |= pack(chosen, layout)
    modes = list(Evidence)
    for how in modes[modes.index(Evidence(asked["evidence"])) :]:
        drawn = Map(document(chosen, layout.places, data | {"evidence": sentences(chosen, evidence, how)}))
        if asked["limit"] is None or drawn.size <= asked["limit"] * 1e6:
            break
    return Map(drawn.html, notes=tuple(_notes(drawn.size, how, asked)))


def _notes(size: int, how: Evidence, asked: MapOptions) -> list[str]:
    limit, notes = asked["limit"], []
    if how is not asked["evidence"]:
        left = (
            "only the first sentence of each link is in it, cut" if how is Evidence.SHORT else "it holds no sentences"
        )
        notes.append(f"To keep the map to {limit:g} MB, {left}.")
    if limit is not None and size > limit * 1e6:
        notes.append(f"The map has {size / 1e6:.1f} MB, more than {limit:g}; fewer nodes make it smaller.")
    return notes
