"""Measures of a graph: functions on a `Graph` that give pandas frames, from sparse matrices throughout."""

from tropegraph.analyse.centrality import degree, pagerank
from tropegraph.analyse.measures import MEASURES, Measure

__all__ = ["MEASURES", "Measure", "degree", "pagerank"]
