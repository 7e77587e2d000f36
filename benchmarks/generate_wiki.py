"""A made-up wiki of any size, with the truth of which names are one thing.

    python benchmarks/generate_wiki.py --pages 20000 --out FOLDER
    python benchmarks/generate_wiki.py --pages 222000 --edges 11600000 --out FOLDER
    python benchmarks/generate_wiki.py --measure ../shared/corpus/edges

Writes below FOLDER: `pages/`, half as saved HTML of the present layout and half as wiki source in folders;
`names.tsv`, half the tropes as a table for `tropegraph build --names`; and the truth in `truth/`: `names.tsv` has each
way to name a thing with its number, `pages.tsv` the thing that each page is about. Every fact's sentence ends in the
numbers of the two names that it joins, so that a graph can be held against the truth (`benchmarks/identity.py`).

How many tropes a work has and how many works a trope has follow power laws with the exponents that `--measure` finds
in published edge sets; the same options give the same bytes.
"""

import argparse
import time
from pathlib import Path

from wiki.degrees import measure
from wiki.whole import Wiki, generate


def main() -> None:
    """Parse options and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--edges", type=int, help="examples to aim at; ten a page when left out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("build/wiki"))
    parser.add_argument("--measure", type=Path, metavar="FOLDER", help="only print the exponents of edge sets")
    options = parser.parse_args()
    if options.measure:
        for name, (works, tropes) in measure(options.measure).items():
            print(f"{name}: tropes of a work {works:.2f}, works of a trope {tropes:.2f}")
        return
    start = time.perf_counter()
    wiki = Wiki(options.pages, options.edges or options.pages * 10, options.seed)
    pages = generate(wiki, options.out)
    print(f"{pages:,} pages with {len(wiki.sources):,} examples in {time.perf_counter() - start:.0f} s: {options.out}")


if __name__ == "__main__":
    main()
