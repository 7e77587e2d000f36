"""Precision and recall of merging names, on a made-up wiki whose truth is known.

    python benchmarks/identity.py --pages 20000
    python benchmarks/identity.py --wiki FOLDER --graph FOLDER --show 5

Generates a wiki (or takes one that `generate_wiki.py` wrote), builds its graph, and looks up for each name in each
sentence which node it became. A name is counted once for each node that it went to, however often it stands there.
Two names of one thing are a pair to be merged. Precision is the share of merged pairs that are of one thing, recall the
share of pairs of one thing that are merged; goals are 0.999 and 0.995. Names that no edge's evidence shows are counted
apart: what reading lost, no merging can find.
"""

import argparse
import csv
import re
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq
from wiki.whole import Wiki, generate

import tropegraph
from tropegraph.read import load_known_names

NOTES = re.compile(r"as notes (\d+) and (\d+) have it")
LISTS = "IN_INDEX"


class Seen(NamedTuple):
    """A name that a graph has taken for a node."""

    thing: str
    variant: str
    spelled: str
    node: str


@dataclass(frozen=True)
class Score:
    """Pairs of names: merged and of one thing, merged, of one thing."""

    both: int
    merged: int
    true: int

    @property
    def precision(self) -> float:
        """Share of the merged pairs that are of one thing."""
        return self.both / self.merged if self.merged else 1.0

    @property
    def recall(self) -> float:
        """Share of the pairs of one thing that are merged."""
        return self.both / self.true if self.true else 1.0


def pairs(counts: Iterable[int]) -> int:
    """Number of pairs within groups of these sizes."""
    return sum(n * (n - 1) // 2 for n in counts)


def score(seen: Iterable[Seen]) -> Score:
    """Pairwise score of all names."""
    names = list(seen)
    both = Counter((s.thing, s.node) for s in names)
    return Score(
        pairs(both.values()),
        pairs(Counter(s.node for s in names).values()),
        pairs(Counter(s.thing for s in names).values()),
    )


def seen_in(graph: Path, wiki: Path) -> tuple[set[Seen], int]:
    """Names of a wiki with the nodes that a graph has taken them for, and how many names no evidence shows."""
    names = {row["number"]: row for row in _rows(wiki / "truth" / "names.tsv")}
    pages = {row["file"]: row for row in _rows(wiki / "truth" / "pages.tsv")}
    rows = pq.read_table(graph / "pages.parquet", columns=["id", "node"]).to_pylist()
    about = {row["id"].partition("pages/")[2] or row["id"]: row["node"] for row in rows}
    found = {
        Seen(row["thing"], _kind_of_page(row), row["page"], about[file])
        for file, row in pages.items()
        if about.get(file)
    }
    node_of = {row["page"]: about[file] for file, row in pages.items() if about.get(file)}
    shown = set()
    for number, node in _told(graph, names, node_of):
        name = names[number]
        shown.add(number)
        found.add(Seen(name["thing"], name["variant"], _spelled(name), node))
    return found, len(names) - len(shown)


def _kind_of_page(row: Mapping[str, str]) -> str:
    return "own page" if row["page"] == row["thing"] else "subpage"


def _spelled(name: Mapping[str, str]) -> str:
    return name["page"] or f"{name['label']} [{name['heading']}]"


def _told(graph: Path, names: Mapping[str, Mapping[str, str]], node_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every number of a name in the evidence, with the node at the end of the edge where it stands."""
    columns = ["source", "type", "target", "page", "sentence"]
    for batch in pq.ParquetFile(graph / "evidence.parquet").iter_batches(columns=columns):
        for row in batch.to_pylist():
            match = NOTES.search(row["sentence"])
            if match:
                yield from _ends(row, *match.groups(), names, node_of)


def _ends(
    row: Mapping[str, str],
    number: str,
    own: str,
    names: Mapping[str, Mapping[str, str]],
    node_of: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    source, target = row["source"], row["target"]
    if row["type"] == LISTS:
        yield number, source
    elif row["type"] == "EXAMPLE_OF":
        work, trope = (own, number) if names[number]["thing"].startswith("Main/") else (number, own)
        yield from ((work, source), (trope, target))
    else:
        mine = node_of.get(row["page"], "")
        yield from ((own, mine), (number, target if source == mine else source))


def report(seen: set[Seen], lost: int, show: int) -> None:
    """Print the score, by kind of variant, and some names that went wrong."""
    home = _homes(seen)
    wrong = {s for s in seen if home[s.thing] != s.node}
    settled = {node: thing for thing, node in home.items()}
    mixed = {s for s in wrong if settled.get(s.node, s.thing) != s.thing}
    total = score(seen)
    print(f"names {len(seen):,}, not shown by any evidence {lost:,}")
    print(f"precision {total.precision:.5f} (goal 0.999)   recall {total.recall:.5f} (goal 0.995)")
    print(f"{'variant':32}{'names':>8}{'apart':>8}{'wrongly merged':>16}")
    for variant, count in sorted(Counter(s.variant for s in seen).items()):
        apart, false = (sorted(s for s in some if s.variant == variant) for some in (wrong - mixed, mixed))
        print(f"{variant:32}{count:8,}{len(apart):8,}{len(false):16,}")
        for s in (*apart[:show], *false[:show]):
            print(f"    {s.spelled} is {s.thing}, became {s.node} (home {home[s.thing]})")


def _homes(seen: set[Seen]) -> dict[str, str]:
    """The node where each thing's own page is, else where most of its names are; no node is home to two things."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for s in seen:
        votes[s.thing][s.node] += 1000 if s.variant == "own page" else 100 if s.variant == "canonical" else 1
    return {thing: min(nodes, key=lambda n: (-nodes[n], n)) for thing, nodes in votes.items()}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def main() -> None:
    """Parse options, build and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--edges", type=int, help="examples to aim at; ten a page when left out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wiki", type=Path, help="a wiki that generate_wiki.py wrote, instead of a new one")
    parser.add_argument("--graph", type=Path, help="where to keep the graph")
    parser.add_argument("--reuse", action="store_true", help="take the graph that is there")
    parser.add_argument("--show", type=int, default=0, help="names to show of each kind that went wrong")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        wiki = options.wiki or Path(scratch, "wiki")
        graph = options.graph or Path(scratch, "graph")
        if not options.wiki:
            generate(Wiki(options.pages, options.edges or options.pages * 10, options.seed), wiki)
        if not options.reuse:
            start = time.perf_counter()
            known = (*load_known_names(), *load_known_names(wiki / "names.tsv"))
            tropegraph.build(wiki / "pages", names=known).save(graph)
            print(f"built in {time.perf_counter() - start:.0f} s")
        report(*seen_in(graph, wiki), options.show)


if __name__ == "__main__":
    main()
