"""Nodes that are named suspiciously often: hubs out of line with their kind, and common words read as names."""

import ibis
from ibis import _

from tropegraph.check.nodes import degrees
from tropegraph.check.shape import of_nodes
from tropegraph.check.source import Source
from tropegraph.model.page import Format
from tropegraph.model.vocabulary import RelationType

FENCE = 3
"""Spreads between the upper quartile and the fence: Tukey's outer fence, beyond which a value is "far out"."""

LEAST_SPREAD = 2
"""Ratio of the quartiles that is assumed at least: most nodes are named once, which would leave no spread at all."""

SMALL = 3
"""Pages that write a word small, for each page that names the node so called, from which it is a common word."""

SMALL_PAGES = 3
"""Pages that must write it small at least: with fewer, the ratio says nothing."""

WORD = r"[^\p{L}'’-]+"
"""What stands between words."""


def hubs(source: Source) -> ibis.Table:
    """Nodes that are named far more often than others of their kind.

    Counted are, of relations, the pages other than its own that name a node, and, of examples, the works of a trope
    and the tropes of a work. These numbers are skewed, so the fence of J. W. Tukey (Exploratory Data Analysis, 1977,
    section 2D) stands on their logarithms: a node is a hub where ``n > Q3 * max(Q3 / Q1, 2) ** 3``, with the quartiles
    of the nodes of its kind. Lists are left out: their length says nothing.
    """
    examples = source.edges.filter(_["type"] == RelationType.EXAMPLE_OF.value)
    counted = [
        degrees(examples).group_by("id").agg(n=_["n"].sum()).mutate(what=ibis.literal("examples")),
        naming(source.related("evidence")).group_by("id").agg(n=_["page"].nunique()).mutate(what=ibis.literal("pages")),
    ]
    named = ibis.union(*counted).join(source.nodes.select("id", group="kind"), "id")
    quartiles = named.group_by("group", "what").agg(low=_["n"].quantile(0.25), high=_["n"].quantile(0.75))
    spread = ibis.greatest(quartiles["high"] / quartiles["low"], LEAST_SPREAD)
    fences = quartiles.mutate(fence=quartiles["high"] * spread**FENCE)
    far = named.join(fences, ["group", "what"]).filter(_["n"] > _["fence"])
    detail = (
        far["n"].cast("string")
        + " "
        + far["what"]
        + ", where most nodes of its kind have up to "
        + far["high"].round().cast("int64").cast("string")
    )
    return of_nodes("hub", far, weight=far["n"], detail=detail)


def naming(evidence: ibis.Table) -> ibis.Table:
    """Which page (`page`) names which node (`id`) in a sentence or box of it; a node's own page does not count.

    Args:
        evidence: Rows of the table of that name.
    """
    ends = (evidence.select("page", "input", id=evidence[end]) for end in ("source", "target"))
    return ibis.union(*ends).filter(_["page"] != "", _["page"] != _["id"])


def common_words(source: Source) -> ibis.Table:
    """Nodes of one word that text without links names, though more pages write that word small.

    Whether a word is a name or just begins a sentence is told by how it is written elsewhere, as truecasing does
    (L. V. Lita and others, "tRuEcasIng", ACL 2003): here by the number of pages whose evidence holds it in small
    letters, against the number of pages that name the node.
    """
    plain = source.pages.filter(_["format"] == Format.TEXT.value).select("id")
    named = naming(source.evidence.semi_join(plain, [("input", "id")])).group_by("id").agg(pages=_["page"].nunique())
    words = source.nodes.filter(~_["name"].contains(" ")).select("id", word=_["name"].lower())
    words = source.kept(named.join(words, "id"))
    sentences = source.evidence.filter(_["sentence"] != "").select("page", "sentence").distinct()
    written = sentences.select("page", word=_["sentence"].re_split(WORD).unnest())
    small = written.semi_join(words, "word").group_by("word").agg(small=_["page"].nunique())
    found = words.join(small, "word").filter(_["small"] >= SMALL_PAGES, _["small"] >= SMALL * _["pages"])
    detail = (
        ibis.literal("written small on ")
        + found["small"].cast("string")
        + " pages, a name on "
        + found["pages"].cast("string")
    )
    return of_nodes("common-word", found, weight=found["small"], detail=detail)
