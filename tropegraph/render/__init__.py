"""The map: choose what to show, lay it out, style it, and make one page of it."""

from tropegraph.render.drawn import Map
from tropegraph.render.evidence import Evidence
from tropegraph.render.maps import DEFAULT_LIMIT, DEFAULT_TOP, ColourBy, MapOptions, draw_map, render_map

__all__ = ["DEFAULT_LIMIT", "DEFAULT_TOP", "ColourBy", "Evidence", "Map", "MapOptions", "draw_map", "render_map"]
