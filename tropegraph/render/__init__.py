"""The map: choose what to show, lay it out, style it, and make one page of it."""

from tropegraph.render.evidence import Evidence
from tropegraph.render.page import DEFAULT_TOP, ColourBy, render_map

__all__ = ["DEFAULT_TOP", "ColourBy", "Evidence", "render_map"]
