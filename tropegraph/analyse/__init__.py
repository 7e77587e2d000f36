"""Measures of a graph: functions on a `Graph` that give pandas frames, from sparse matrices throughout."""

from tropegraph.analyse.centrality import degree, pagerank
from tropegraph.analyse.community import communities, community_levels, community_members, community_stability
from tropegraph.analyse.lineage import ancestors, circles, common_ancestors, descendants, genealogy, opposites
from tropegraph.analyse.measures import MEASURES, Measure
from tropegraph.analyse.media import crossed, media_distance, media_tropes
from tropegraph.analyse.modifiers import playing_with, twisted_tropes, work_profile
from tropegraph.analyse.similarity import similar_tropes, similar_works, together
from tropegraph.analyse.trees import tree, tree_svg, tree_text

__all__ = [
    "MEASURES",
    "Measure",
    "ancestors",
    "circles",
    "common_ancestors",
    "communities",
    "community_levels",
    "community_members",
    "community_stability",
    "crossed",
    "degree",
    "descendants",
    "genealogy",
    "media_distance",
    "media_tropes",
    "opposites",
    "pagerank",
    "playing_with",
    "similar_tropes",
    "similar_works",
    "together",
    "tree",
    "tree_svg",
    "tree_text",
    "twisted_tropes",
    "work_profile",
]
