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
import base64
import gzip
import html
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray
from wiki_names import OTHER, Name, Namer, Thing

from tropegraph.model.names import camel, squash

WORK_EXPONENT, TROPE_EXPONENT = 3.8, 2.4
"""Exponents of the numbers of tropes of a work and of works of a trope: `--measure`, mean of both edge sets."""

TROPES, SUBPAGES, REDIRECTS = 0.25, 0.12, 0.05
"""Shares of the pages that are tropes', subpages of works, and (about) redirects and disambiguations."""

LONG = 400
"""Bullets above which a page is split into subpages."""

FILLER = (
    "the lamp is carried down the stairs before anyone has asked for it",
    "a letter is read aloud and then put away again without a word",
    "two of the crew keep the secret until the ship is back in port",
    "the bell has to be rung by hand since nobody has paid for the rope",
    "what looks like a door turns out to be the side of a cupboard",
    "the old map is right about the hill and about nothing else",
    "she gives the key to the gardener and he hangs it on a nail",
    "supper is late and that is why the guests see the fire at all",
    "he has rehearsed the speech for weeks and gives another one",
    "the third chapter ends with the cart in the ditch",
)
SUBPAGE_SPACES = ("YMMV", "Trivia", "Characters", "Recap")

Ints = NDArray[np.int64]


class Told(NamedTuple):
    """One bullet of a page: the name that heads it, and the number of the name of the page's own thing."""

    name: Name
    own: int


@dataclass(frozen=True)
class Written:
    """One page as it is to be written."""

    page: str
    title: str
    thing: str
    intro: str
    relations: tuple[tuple[str, Told], ...]
    sections: dict[str, list[Told]]
    aliases: tuple[str, ...] = ()
    index: str = ""


def exponent(counts: Ints) -> float:
    """Exponent of the power law that the tail of the counts follows best.

    Estimated as by Clauset, Shalizi and Newman (2009), eq. 3.7, for the least count from which the law holds best by
    the statistic of Kolmogorov and Smirnov.
    """
    ordered = np.sort(counts)
    starts = (int(np.searchsorted(ordered, least)) for least in np.unique(ordered[: -max(50, len(ordered) // 100)]))
    return min(_fit(ordered[start:]) for start in starts)[1]


def _fit(tail: Ints) -> tuple[float, float]:
    """How far the sorted tail is from its best power law, and that law's exponent."""
    least = tail[0] - 0.5
    alpha = 1 + len(tail) / float(np.log(tail / least).sum())
    below = np.searchsorted(tail, tail) / len(tail)
    return float(np.abs(below - (1 - ((tail - 0.5) / least) ** (1 - alpha))).max()), alpha


def measure(folder: Path) -> dict[str, tuple[float, float]]:
    """Exponents of works and of tropes in every published edge set of a folder."""
    sets = {"film_trope_edges": _film_rows, "work_trope_edges_2019": _work_rows}
    found = {}
    for name, rows in sets.items():
        (path,) = folder.glob(f"{name}.*")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            pairs = list(rows(lines))
        degrees = (np.array(list(Counter(pair[i] for pair in pairs).values())) for i in (0, 1))
        found[name] = tuple(map(exponent, degrees))
    return found  # type: ignore[return-value]


def _film_rows(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((work, trope) for work, trope, *_ in (line.split("\t") for line in lines))


def _work_rows(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((row["namespace"] + row["work"], trope) for row in map(json.loads, lines) for trope in row["tropes"])


def edges(works: int, tropes: int, size: int, seed: int) -> tuple[Ints, Ints]:
    """Distinct pairs of a work's and a trope's index, about `size` of them, with degrees that follow power laws."""
    rng = np.random.default_rng(seed)
    pairs = np.empty(0, np.int64)
    sources, targets = (_weights(n, a, rng) for n, a in ((works, WORK_EXPONENT), (tropes, TROPE_EXPONENT)))
    for _ in range(8):
        missing = size - len(pairs)
        if missing <= size * 0.002:
            break
        drawn = _draw(sources, missing, rng) * tropes + _draw(targets, missing, rng)
        pairs = np.unique(np.concatenate([pairs, drawn]))
    return pairs // tropes, pairs % tropes


def _weights(n: int, alpha: float, rng: np.random.Generator) -> NDArray[np.float64]:
    drawn = (1 - rng.random(n)) ** (-1 / (alpha - 1))
    return np.cumsum(np.minimum(drawn, n**0.75))


def _draw(cumulated: NDArray[np.float64], size: int, rng: np.random.Generator) -> Ints:
    return np.searchsorted(cumulated, rng.random(size) * cumulated[-1]).astype(np.int64)


class Wiki:
    """All pages of one wiki, one by one.

    Args:
        pages: About how many pages.
        size: About how many examples.
        seed: Equal seeds give equal wikis.
    """

    def __init__(self, pages: int, size: int, seed: int) -> None:
        namer = Namer(seed)
        rest = 1 - SUBPAGES - REDIRECTS
        self.tropes = namer.tropes(int(pages * TROPES))
        self.works = namer.works(int(pages * (rest - TROPES)))
        self.subpages, self.seed, self.namer = int(pages * SUBPAGES), seed, namer
        self.indexes = [f"Main/{camel(namer.fresh())}Tropes" for _ in range(max(2, len(self.tropes) // 100))]
        self.sources, self.targets = edges(len(self.works), len(self.tropes), size, seed)
        told = np.random.default_rng(seed + 1).random(len(self.sources))
        bare = np.array([not t.written for t in self.works]), np.array([not t.written for t in self.tropes])
        self.on_work = ((told < 0.7) | bare[1][self.targets]) & ~bare[0][self.sources]
        self.on_trope = ((told > 0.4) | bare[0][self.sources]) & ~bare[1][self.targets]

    def written(self) -> Iterator[Written]:
        """Every page that is no redirect."""
        rows = _grouped(self.sources, self.targets, self.on_work, len(self.works))
        for number, (work, found) in enumerate(zip(self.works, rows, strict=True)):
            if work.written:
                yield from self._of_work(number, work, [self.tropes[i] for i in found])
        rows = _grouped(self.targets, self.sources, self.on_trope, len(self.tropes))
        for number, (trope, found) in enumerate(zip(self.tropes, rows, strict=True)):
            if trope.written:
                yield from self._of_trope(number, trope, [self.works[i] for i in found])
        for index, page in enumerate(self.indexes):
            yield self._of_index(page, self.tropes[index :: len(self.indexes)][:100])
        for page, found in self.namer.disambiguations.items():
            listed = [Told(thing.names[0], thing.names[0].number) for thing in found]
            yield Written(page, _title(page), page, '"It" may refer to any of these:', (), {"": listed})

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Pages that only lead on, with where they lead."""
        for thing in (*self.tropes, *self.works):
            yield from thing.redirects
        for pair in self.namer.circles:
            yield from pair

    def _random(self, *what: object) -> random.Random:
        return random.Random(":".join(map(str, (self.seed, *what))))

    def _of_work(self, number: int, work: Thing, tropes: list[Thing]) -> Iterator[Written]:
        r, own = self._random("work", number), work.names[0]
        told = [Told(_any_name(t, r), own.number) for t in tropes]
        intro = f"''{work.title}'' is a work of some renown."
        if number < self.subpages and told:
            cut = max(1, len(told) // 4)
            linked = work.shared or r.random() < 0.6 or not work.page.startswith("Film/")
            says = f"These are entries for {{{work.page}}}." if linked else "These are entries of their own kind."
            space = SUBPAGE_SPACES[number % 4]
            yield Written(f"{space}/{work.local}", work.title, work.page, says, (), {"": told[:cut]})
            told = told[cut:]
        for part, some in enumerate(_parts(told)):
            page = work.page if part == 0 else f"{work.local}/Tropes{chr(64 + part)}To{chr(65 + part)}"
            says = intro if part == 0 else f"More of {{{work.page}}}."
            yield Written(page, work.title, work.page, says, (), {"": some}, tuple(work.aliases) if not part else ())

    def _of_trope(self, number: int, trope: Thing, works: list[Thing]) -> Iterator[Written]:
        r, own = self._random("trope", number), trope.names[0]
        sections: dict[str, list[Told]] = defaultdict(list)
        for work in works:
            name = _any_name(work, r)
            sections[name.heading].append(Told(name, own.number))
        others = r.sample(self.tropes, 2)
        relations = tuple((cue, Told(_linked_name(t, r), own.number)) for cue, t in zip(CUES, others, strict=True))
        apart = {h: told for h, told in sections.items() if len(told) > LONG and h != OTHER}
        for heading, told in apart.items():
            page = f"{trope.local}/{camel(heading)}"
            yield Written(page, f"{trope.title} / {heading}", trope.page, "More of them.", (), {"": told})
        kept = {h: sections[h] for h in sorted(sections) if h not in apart}
        index = self.indexes[number % len(self.indexes)]
        aliases = tuple(trope.aliases)
        yield Written(trope.page, trope.title, trope.page, "It happens now and then.", relations, kept, aliases, index)

    def _of_index(self, page: str, listed: list[Thing]) -> Written:
        told = [Told(thing.names[0], thing.names[0].number) for thing in listed]
        return Written(page, _title(page), page, "Tropes of one kind.", (), {"": told})


CUES = ("Compare", "Contrast")


def _title(page: str) -> str:
    return " ".join(p for p in _split(page.partition("/")[2]))


def _split(local: str) -> list[str]:
    return "".join(f" {c}" if c.isupper() else c for c in local).split()


def _grouped(by: Ints, what: Ints, kept: NDArray[np.bool_], size: int) -> Iterator[list[int]]:
    """Indexes in `what` for each index in `by`."""
    order = np.flatnonzero(kept)
    order = order[np.argsort(by[order], kind="stable")]
    bounds = np.searchsorted(by[order], np.arange(size + 1))
    return (what[order[a:b]].tolist() for a, b in pairwise(bounds))


def _parts(told: list[Told]) -> list[list[Told]]:
    return [told[i : i + LONG] for i in range(0, len(told), LONG)] or [[]]


def _any_name(thing: Thing, r: random.Random) -> Name:
    return thing.names[0] if r.random() < 0.6 else r.choice(thing.names)


def _linked_name(thing: Thing, r: random.Random) -> Name:
    return r.choice([name for name in thing.names if name.page])


def _sentence(told: Told) -> str:
    filler = FILLER[(told.name.number * 7 + told.own) % len(FILLER)]
    return f"{filler}, as notes {told.name.number} and {told.own} have it."


def _intro(page: Written, link: Callable[[str, str], str]) -> str:
    return re.sub(r"\{(.+?)\}", lambda m: link(m[1], _title(m[1])), page.intro)


def _head(name: Name, link: Callable[[str, str], str], italic: str) -> str:
    """A name as it heads a bullet: works in italics."""
    text = link(name.page, name.label) if name.page else name.label
    return text if name.thing.startswith("Main/") else italic.format(text)


def pmwiki(page: Written) -> str:
    """A page as wiki source."""
    lines = [f"[[title:{page.title}]]" if page.title != _title(page.page) else "", _intro(page, _pmwiki_link)]
    lines += [f"{cue} {_pmwiki_link(t.name.page, t.name.label)}, where {_sentence(t)}" for cue, t in page.relations]
    lines += ["----", "!!Examples:"]
    for heading, told in page.sections.items():
        lines += [f"[[folder:{heading}]]"] if heading else []
        lines += [f"* {_head(t.name, _pmwiki_link, PMWIKI_ITALIC)}: {_sentence(t).capitalize()}" for t in told]
        lines += ["[[/folder]]"] if heading else []
    if page.index:
        lines += ["----", f"<<|{page.index.partition('/')[2]}|>>"]
    return "\n\n".join(filter(None, lines[:2])) + "\n\n" + "\n".join(lines[2:]) + "\n"


PMWIKI_ITALIC, HTML_ITALIC = "''{}''", "<em>{}</em>"


def _pmwiki_link(page: str, label: str) -> str:
    return f"[[{page} {label}]]"


def saved(page: Written) -> str:
    """A page as a browser saves it, in the present layout."""
    space, _, local = page.page.partition("/")
    shown = html.escape(page.title)
    relations = "".join(
        f"<p>{cue} {_html_link(t.name.page, t.name.label)}, where {_sentence(t)}</p>\n" for cue, t in page.relations
    )
    folders = "".join(_folder(n, heading, told) for n, (heading, told) in enumerate(page.sections.items()))
    titles = "".join(f"<h3><span>{html.escape(alias)}</span></h3>" for alias in page.aliases)
    return (
        f"<!DOCTYPE html>\n<html>\n<head><title>{shown} - TV Tropes</title>\n"
        f'<link rel="canonical" href="https://tvtropes.org{_path(page.page)}" />\n</head>\n<body>\n'
        f'<input type="hidden" id="groupname-hidden" value="{space}"/>\n'
        f'<input type="hidden" id="title-hidden" value="{local}"/>\n'
        f'<h1 itemprop="headline" class="entry-title">{shown}</h1>\n'
        f'<div class="alt-titles">{titles}</div>\n<div id="main-article" class="article-content retro-folders">\n'
        f"<p>{_intro(page, _html_link)}</p>\n{relations}<hr />\n<h2>Examples:</h2>\n{folders}</div>\n"
        f"{_box(page.index) if page.index else ''}</body>\n</html>\n"
    )


def _folder(number: int, heading: str, told: list[Told]) -> str:
    items = "".join(f"<li> {_head(t.name, _html_link, HTML_ITALIC)}: {_sentence(t).capitalize()}\n</li>" for t in told)
    label = f'<div class="folderlabel" onclick="togglefolder(\'folder{number}\');">&nbsp;{html.escape(heading)}&nbsp;'
    inside = f'</div><div id="folder{number}" class="folder" isfolder="true" style="display:block;">\n<ul >{items}</ul>'
    return f"{label}{inside}</div>\n" if heading else f"<ul >{items}</ul>\n"


def _box(index: str) -> str:
    middle = f'<li>\n<a href="{_path(index)}">{_title(index)}</a>\n</li>'
    return f'<div class="section-links"><div class="links"><ul><li></li>{middle}<li></li></ul></div></div>\n'


def _html_link(page: str, label: str) -> str:
    token = base64.b64encode(_pmwiki_link(page, label).encode()).decode()
    path = _path(page)
    return f"<a class='twikilink' href='{path}' title='{path}' data-format='{token}'>{html.escape(label)}</a>"


def _path(page: str) -> str:
    return f"/pmwiki/pmwiki.php/{quote(page)}"


def generate(wiki: Wiki, out: Path) -> int:
    """Write a wiki below a folder; how many pages it has."""
    rows, used = [], set()
    for number, page in enumerate(wiki.written()):
        used.update(_used(page))
        as_html = bool(page.aliases) or number % 2 == 0
        path = Path("pages", "html" if as_html else "pmwiki", f"{page.page}.{'html' if as_html else 'pmwiki'}")
        _write(out / path, saved(page) if as_html else pmwiki(page))
        rows.append(f"{path.relative_to('pages')}\t{page.page}\t{page.thing}")
    redirects = list(wiki.redirects())
    for page_name, target in redirects:
        _write(out / "pages" / "pmwiki" / f"{page_name}.pmwiki", f"[[redirect:{target}]]\n")
    _write(out / "truth" / "pages.tsv", _table("file page thing", rows))
    names = (n for t in (*wiki.tropes, *wiki.works) for n in t.names if n.number in used)
    _write(out / "truth" / "names.tsv", _table("number thing variant page label heading", map(_row, names)))
    known = sorted(f"{squash(t.local)}\t{t.local}\t" for t in wiki.tropes if t.known)
    _write(out / "names.tsv", _table("key camel_case alternative_titles", known))
    return len(rows) + len(redirects)


def _used(page: Written) -> Iterator[int]:
    """Numbers of the names in what a page tells."""
    told = [t for some in page.sections.values() for t in some] + [t for _, t in page.relations]
    return (number for t in told for number in (t.name.number, t.own))


def _row(name: Name) -> str:
    return "\t".join((str(name.number), name.thing, name.variant, name.page, name.label, name.heading))


def _table(columns: str, rows: Iterable[str]) -> str:
    return "\n".join(["\t".join(columns.split()), *rows]) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


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
