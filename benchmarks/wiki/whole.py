"""All pages of a made-up wiki, one by one, and the folder that they are written to."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tropegraph.model.names import camel, squash
from wiki.degrees import Ints, edges
from wiki.families import tropes, works
from wiki.names import Name, Namer, Thing
from wiki.pages import Told, Written, pmwiki, saved, title_of
from wiki.words import OTHER

TROPES, SUBPAGES, REDIRECTS = 0.25, 0.12, 0.05
"""Shares of the pages that are tropes', subpages of works, and (about) redirects and disambiguations."""

LONG = 400
"""Bullets above which a page is split into subpages."""

SUBPAGE_SPACES = ("YMMV", "Trivia", "Characters", "Recap")

CUES = ("Compare", "Contrast")


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
        self.tropes = tropes(namer, int(pages * TROPES))
        self.works = works(namer, int(pages * (rest - TROPES)))
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
            yield Written(page, title_of(page), page, '"It" may refer to any of these:', (), {"": listed})

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
        return Written(page, title_of(page), page, "Tropes of one kind.", (), {"": told})


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
