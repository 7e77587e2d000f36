"""Measures of a graph: functions on a `Graph` that give pandas frames, from sparse matrices throughout."""

from tropegraph.analyse.centrality import degree, pagerank
from tropegraph.analyse.community import communities, community_levels, community_members, community_stability
from tropegraph.analyse.measures import MEASURES, Measure
from tropegraph.analyse.similarity import similar_tropes, similar_works, together

__all__ = [
    "MEASURES",
    "Measure",
    "communities",
    "community_levels",
    "community_members",
    "community_stability",
    "degree",
    "pagerank",
    "similar_tropes",
    "similar_works",
    "together",
]
