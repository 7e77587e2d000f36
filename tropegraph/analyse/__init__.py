"""Measures of a graph: functions on a `Graph` that give pandas frames, from sparse matrices throughout."""

from tropegraph.analyse.centrality import betweenness, core, degree, pagerank
from tropegraph.analyse.community import communities, community_levels, community_members, community_stability
from tropegraph.analyse.lineage import ancestors, circles, common_ancestors, descendants, genealogy, opposites
from tropegraph.analyse.measures import MEASURES, Measure
from tropegraph.analyse.media import crossed, media_distance, media_tropes
from tropegraph.analyse.modifiers import playing_with, twisted_tropes, work_profile
from tropegraph.analyse.null import against_chance, chance, chance_pairs, null_models
from tropegraph.analyse.recommending import recommend, recommend_check
from tropegraph.analyse.similarity import similar_tropes, similar_works, together
from tropegraph.analyse.trees import tree, tree_svg, tree_text
from tropegraph.analyse.use import over_time, usage
from tropegraph.graph import StoredGraph

open = StoredGraph.at  # noqa: A001 - reads as analyse.open
"""A graph folder, opened for measures only: quick, and on trust; see `StoredGraph`."""

__all__ = [
    "MEASURES",
    "Measure",
    "against_chance",
    "ancestors",
    "betweenness",
    "chance",
    "chance_pairs",
    "circles",
    "common_ancestors",
    "communities",
    "community_levels",
    "community_members",
    "community_stability",
    "core",
    "crossed",
    "degree",
    "descendants",
    "genealogy",
    "media_distance",
    "media_tropes",
    "null_models",
    "open",
    "opposites",
    "over_time",
    "pagerank",
    "playing_with",
    "recommend",
    "recommend_check",
    "similar_tropes",
    "similar_works",
    "together",
    "tree",
    "tree_svg",
    "tree_text",
    "twisted_tropes",
    "usage",
    "work_profile",
]
