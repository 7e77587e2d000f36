"""How a graph looks on the map, for tools that draw it themselves: places, sizes, colours, communities."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from tropegraph.graph.part import Tables
from tropegraph.model.vocabulary import NodeKind
from tropegraph.render.choose import Chosen, choose
from tropegraph.render.kept import laid_out
from tropegraph.render.layout import Layout
from tropegraph.render.maps import ColourBy, one_of
from tropegraph.render.pack import community_colours, medium_colours, radii
from tropegraph.render.style import GREY, KIND_COLOURS, LINES


def looks(
    tables: Tables, *, seed: int = 1, colour_by: ColourBy | str = ColourBy.KIND, keep: Path | None = None
) -> pa.Table:
    """Where each node stands on the map of these tables, and what it looks like there on a light ground.

    Args:
        tables: Tables of a graph, or of a part of one.
        seed: The same seed gives the same places.
        colour_by: What gives nodes their colour: "kind", "medium" or "community".
        keep: Graph folder to keep computed layouts in; none are kept when `None`.

    Returns:
        Columns `id`, `x` and `y` (units of the map, y downwards), `size` (radius in these units), `colour`
        ("#2562ae") and `community` (from 0 for the largest, -1 for none).

    Raises:
        InputError: `colour_by` is none of its choices.
    """
    by = one_of(ColourBy, colour_by, "colour_by")
    chosen = choose(tables["nodes"], tables["edges"])
    layout = laid_out(chosen, seed, keep)
    return pa.table(
        {
            "id": chosen.nodes["id"],
            "x": pa.array(layout.places[:, 0].astype(np.float64)),
            "y": pa.array(layout.places[:, 1].astype(np.float64)),
            "size": pa.array(radii(chosen.importance)),
            "colour": pa.array(_COLOURS[by](chosen, layout), pa.string()),
            "community": pa.array(layout.community),
        }
    )


def line_colours() -> Mapping[str, str]:
    """Colour of the edges of each relation type, on a light ground."""
    return {kind.value: line.colour.light for kind, line in LINES.items()}


def _by_kind(chosen: Chosen, _: Layout) -> list[str]:
    colours = {kind.value: colour.light for kind, colour in KIND_COLOURS.items()}
    return [colours.get(kind, colours[NodeKind.PAGE]) for kind in chosen.nodes["kind"].to_pylist()]


def _by_medium(chosen: Chosen, _: Layout) -> list[str]:
    media = chosen.nodes["medium"].to_pylist()
    known = sorted(set(media) - {""})
    colours = dict(zip(known, medium_colours(chosen, known), strict=True))
    return [colours[medium].light if medium else GREY.light for medium in media]


def _by_community(chosen: Chosen, layout: Layout) -> list[str]:
    colours = [*community_colours(layout), GREY]  # the number of none is -1
    return [colours[number].light for number in layout.community.tolist()]


_COLOURS: dict[ColourBy, Any] = {
    ColourBy.KIND: _by_kind,
    ColourBy.MEDIUM: _by_medium,
    ColourBy.COMMUNITY: _by_community,
}
