"""All measures by the name that the command line has for them, in the order of its help.

A measure is a function of a graph, with parameters that may be given by keyword: whole numbers, fractions, texts,
choices (`Literal`), yes or no, or tuples of texts. What it is about stands in its docstring, and nowhere else: the
command line makes its options from the signature, and its help from the docstring.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from tropegraph.analyse import centrality, community, lineage, media, modifiers, null, recommending, similarity, use

CENTRALITY = "What is central"
COMMUNITIES = "What belongs together"
CHANCE = "What is more than chance"
LIKENESS = "What is alike, and goes together"
GENEALOGY = "What is a kind of what"
PLAYED = "How tropes are played"
ACROSS = "What media tell"


@dataclass(frozen=True)
class Measure:
    """A function that tells something of a graph as a frame.

    Args:
        name: What the command line calls it.
        topic: Heading that it stands under.
        function: Takes a graph, then what its signature says.
        example: Arguments and options of the example in its help, besides the graph.
    """

    name: str
    topic: str
    function: Callable[..., pd.DataFrame]
    example: str = ""

    @property
    def purpose(self) -> str:
        """What it gives, in one line."""
        return (inspect.getdoc(self.function) or "").partition("\n")[0]


MEASURES: dict[str, Measure] = {
    measure.name: measure
    for measure in (
        Measure("degree", CENTRALITY, centrality.degree, "--types SUBTROPE_OF,SEE_ALSO"),
        Measure("pagerank", CENTRALITY, centrality.pagerank, "--limit 10"),
        Measure("betweenness", CENTRALITY, centrality.betweenness, "--method sampled --error 0.1"),
        Measure("core", CENTRALITY, centrality.core),
        Measure("usage", CENTRALITY, use.usage, "--media Film --limit 10"),
        Measure("over-time", CENTRALITY, use.over_time, "--top 3 --years 20"),
        Measure("communities", COMMUNITIES, community.communities, "--view tropes"),
        Measure("community-members", COMMUNITIES, community.community_members, "--view bipartite"),
        Measure("community-levels", COMMUNITIES, community.community_levels, "--view tropes --levels 3"),
        Measure("community-stability", COMMUNITIES, community.community_stability, "--view tropes --seeds 10"),
        Measure("chance", CHANCE, null.chance, "--samples 20"),
        Measure("chance-pairs", CHANCE, null.chance_pairs, "--media Film --top 20"),
        Measure("similar-works", LIKENESS, similarity.similar_works, '--name "Galaxy Quest" --measure jaccard'),
        Measure("similar-tropes", LIKENESS, similarity.similar_tropes, '--name "The Hero"'),
        Measure("together", LIKENESS, similarity.together, '--name "The Hero" --min-shared 3'),
        Measure("recommend", LIKENESS, recommending.recommend, '"Galaxy Quest" --novelty 0.5'),
        Measure("recommend-check", LIKENESS, recommending.recommend_check, "--works 200 --least 5"),
        Measure("genealogy", GENEALOGY, lineage.genealogy),
        Measure("circles", GENEALOGY, lineage.circles),
        Measure("ancestors", GENEALOGY, lineage.ancestors, '"Kid Hero"'),
        Measure("descendants", GENEALOGY, lineage.descendants, '"The Protagonist"'),
        Measure("common-ancestors", GENEALOGY, lineage.common_ancestors, '"Kid Hero" "Ideal Hero"'),
        Measure("opposites", GENEALOGY, lineage.opposites),
        Measure("twisted-tropes", PLAYED, modifiers.twisted_tropes, "--modifiers SUBVERTED,AVERTED --least 3"),
        Measure("work-profile", PLAYED, modifiers.work_profile, '"Galaxy Quest"'),
        Measure("playing-with", PLAYED, modifiers.playing_with, "--of works"),
        Measure("media-tropes", ACROSS, media.media_tropes, "--medium literature --side under --least 3"),
        Measure("media-distance", ACROSS, media.media_distance, "--min-uses 10"),
        Measure("crossed", ACROSS, media.crossed, "--min-uses 10 --least 3"),
    )
}
