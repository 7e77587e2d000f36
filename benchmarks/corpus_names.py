"""Names in real edge sets and pages: how many there are before and after merging, and samples to judge by reading.

    python benchmarks/corpus_names.py CORPUS --sample 100 > names.txt

A merge is a name that became a node of another spelling; it is printed with the rule that says so. A near-miss is a
pair of nodes whose names are alike (one rule apart, one title in two media, or one the beginning of the other) and that
stay two. Names are facts; the sentences that they stand in are not looked at.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import ibis

from tropegraph.model import names
from tropegraph.model.facts import PageFacts, PublishedEdges
from tropegraph.pipeline import extract_pages
from tropegraph.read import load_known_names
from tropegraph.resolve import connect, likeness, spelling, tables
from tropegraph.resolve.naming import Named, name_nodes
from tropegraph.resolve.uses import count_forms

SPELLED = "case, accents or punctuation"


def named(corpus: Path) -> Named:
    """All names of a corpus, resolved."""
    items = list(extract_pages([corpus / "edges", corpus / "html", corpus / "wiki"]))
    stated = [tables.state(item, mentions=False) for item in items if isinstance(item, PageFacts)]
    sets = [item for item in items if isinstance(item, PublishedEdges)]
    rows = (claim for page in stated for claim in page.claims)
    backend = connect()
    parts = [tables.table_of(rows, tables.CLAIMS), *map(tables.published_table, sets)]
    claims = ibis.union(*map(ibis.memtable, parts))
    inputs = sorted({*(page.input for page in stated), *(tables.state_edges(s).input for s in sets)})
    aliases = sorted({alias for page in stated for alias in page.aliases})
    return name_nodes(count_forms(backend, claims), inputs, aliases, load_known_names())


def merges(found: Named) -> Iterator[tuple[str, str, str]]:
    """Spelling, node and rule of every name that became a node of another spelling."""
    identity = found.identity
    for page, node in identity.ids.items():
        if page != node:
            move = identity.moves.get(identity.keys[page])
            yield page, node, move.rule if move else SPELLED


def near_misses(found: Named) -> Iterator[tuple[str, str, str]]:
    """Pairs of nodes that are alike, and by what."""
    ids = set(found.identity.ids.values())
    by_key = {spelling.key(node): node for node in ids}
    by_local: Mapping[str, list[str]] = defaultdict(list)
    for node in sorted(ids):
        by_local[names.squash(names.local(node))].append(node)
    for node in sorted(ids):
        space, title = names.namespace(node), names.title_of(node)
        for rule, like in likeness.TROPE_LIKENESSES.items():
            pairs = (by_key.get(f"{space}/{key}") for key in likeness.keys(like, [title]))
            yield from ((node, other, rule) for other in pairs if other and node < other)
        yield from ((node, other, "media") for other in by_local[names.squash(names.local(node))] if node < other)
        bare, year = likeness.without_year(names.local(node))
        words = title.split()
        shorter = [(bare, "year")] if year else [("".join(words[:n]), "beginning") for n in range(2, len(words))]
        for start, rule in shorter:
            if other := by_key.get(f"{space}/{names.squash(start)}"):
                yield node, other, rule


def main() -> None:
    """Parse options and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = named(options.corpus)
    identity = found.identity
    used = {page for node in found.nodes for form in node.forms if form.places for page in [form.page]}
    print(f"spellings used {len(used):,}, nodes {len({identity.ids[page] for page in used}):,}")
    merged = sorted(row for row in merges(found) if row[0] in used)
    for kind, rows in (("merges", merged), ("near-misses", sorted(near_misses(found)))):
        print(f"{kind} {len(rows):,}: {dict(Counter(rule for *_, rule in rows).most_common())}")
        for row in random.Random(options.seed).sample(rows, min(options.sample, len(rows))):
            print("   ", "\t".join(row))


if __name__ == "__main__":
    main()
