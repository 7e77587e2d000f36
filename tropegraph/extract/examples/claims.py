"""Which works use which tropes: the examples of a trope's page, its subpages, and a work's page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tropegraph.extract.examples.bare.unbulleted import with_items
from tropegraph.extract.examples.bare.works import names_author
from tropegraph.extract.examples.modifiers import Hit, hits, ordered
from tropegraph.extract.examples.titles import Title
from tropegraph.extract.examples.tropes_on_work import tropes_of
from tropegraph.extract.examples.works import Style, entries_of, heads_series, works_of
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.pages.description import examples_start
from tropegraph.extract.pages.evidence import Witness
from tropegraph.extract.pages.items import Item, items
from tropegraph.extract.pages.media import (
    is_known_medium,
    is_real_life,
    medium_of_page,
    medium_of_section,
    medium_of_subpage,
)
from tropegraph.extract.pages.scope import is_bare, is_pointer, is_subpage, tropes_start
from tropegraph.extract.pages.subject import subject
from tropegraph.model.facts import Evidence, Example, Ref
from tropegraph.model.findings import Finding
from tropegraph.model.names import page_name, squash
from tropegraph.model.page import Page
from tropegraph.model.vocabulary import PageKind

_SONGS = "Music"
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Said:
    """A modifier and the item that says it."""

    item: Item
    hit: Hit


@dataclass(frozen=True, slots=True)
class _Asserted:
    """A work that an item on a trope's page asserts."""

    item: Item
    title: Title
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """An example as one item states it, before all that is said of one work and trope is united.

    Args:
        item: The item.
        start: Where its text names the work, on a work's page the trope.
        end: End of that name.
        said: The modifiers, each with the item that says it.
        example: The example.
    """

    item: Item
    start: int
    end: int
    said: tuple[Said, ...]
    example: Example


@dataclass(frozen=True, slots=True)
class Unclear:
    """An item that names nothing that could be told, and the finding that says so."""

    item: Item
    finding: Finding


def examples(page: Page, lexicon: Lexicon) -> tuple[tuple[Example, ...], tuple[Finding, ...]]:
    """Examples that a trope's or work's page states, each once, and the items that name none that could be told.

    Args:
        page: A page that `identify` has completed.
        lexicon: Known tropes.
    """
    found = list(claims(page, lexicon))
    facts = united(f.example for f in found if isinstance(f, Claim))
    return tuple(facts.values()), tuple(f.finding for f in found if isinstance(f, Unclear))


def claims(page: Page, lexicon: Lexicon) -> Iterator[Claim | Unclear]:
    """What each item of a trope's or work's page states, in order, or that it names nothing that could be told."""
    if page.kind is PageKind.TROPE:
        yield from _on_trope(page, lexicon)
    elif page.kind is PageKind.WORK:
        yield from _on_work(page, lexicon)


def _on_trope(page: Page, lexicon: Lexicon) -> Iterator[Claim | Unclear]:
    """Examples on a trope's page or on a subpage of it: each item names works."""
    start = 0 if is_subpage(page) else examples_start(page)
    page = with_items(page, start)
    trope, fallback, witness = subject(page), medium_of_subpage(page), Witness(page)
    lists = items(page, start)
    bare = is_bare(i.block for i in lists)
    for item in lists:
        section = item.block.section
        if is_real_life(section) or is_pointer(page, item.block):
            continue
        medium = medium_of_section(section) or fallback
        if fallback and not is_known_medium(medium):
            medium = fallback  # a subpage on video games may sort them by genre
        reader = _Reader(lexicon, Style(bare, songs=medium == _SONGS, medium=medium), witness, frozenset({trope.page}))
        asserted = list(reader.works(item))
        if not asserted:
            yield _unclear("work-unclear", page, item)
        yield from (_claim(a, trope, medium, witness) for a in asserted)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What it takes to read the works of an item; `own` are page names of the page's trope."""

    lexicon: Lexicon
    style: Style
    witness: Witness
    own: frozenset[str]

    def works(
        self, item: Item, above: Sequence[Title] = (), *, top: bool = True, series: bool = False
    ) -> Iterator[_Asserted]:
        """Works that an item and those below it assert.

        Args:
            item: The item.
            above: Works that the items over it assert.
            top: It is no sub-item.
            series: The item over it heads the entries of a series.
        """
        grouped = not above and self.style.bare and bool(item.children) and names_author(item.block.text)
        own = (
            self._entries(item, above, series=series)
            if above
            else works_of(item.block, self.lexicon, self.style, plain=top)
            if not grouped
            else []
        )
        heads = self._heads_series(item, own) if own else series
        said = [*_noted(item), *self._below(item, own, series=heads)] if own else []
        yield from (_Asserted(item, t, (*mine, *said)) for t, mine in zip(own, self._said(item, own), strict=True))
        for child in item.children:
            yield from self.works(child, own or above, top=top and grouped, series=heads)

    def _entries(self, item: Item, above: Sequence[Title], *, series: bool) -> list[Title]:
        return entries_of(item.block, self.lexicon, above, self.style, series=series)

    def _heads_series(self, item: Item, own: Sequence[Title]) -> bool:
        return heads_series(item.block, (c.block for c in item.children), self.lexicon, own, self.style)

    def _below(self, item: Item, above: Sequence[Title], *, series: bool) -> Iterator[Said]:
        """What is said below an item in sub-items that assert no works of their own."""
        for child in item.children:
            if not self._entries(child, above, series=series):
                yield from (Said(child, h) for h in hits(child.block, own=self.own))
                yield from _noted(child)
                yield from self._below(child, above, series=series)

    def _said(self, item: Item, own: Sequence[Title]) -> list[list[Said]]:
        """Modifiers said of each of an item's works: those from its sentence on to the next work's."""
        said = (
            [h for h in hits(item.block, own=self.own) if not any(t.start <= h.start < t.end for t in own)]
            if own
            else []
        )
        begins = [self.witness.sentence(item.index, t.start)[0] if i else 0 for i, t in enumerate(own)]
        ends = [next((b for b in begins[i:] if b > begin), len(item.block.text)) for i, begin in enumerate(begins)]
        return [[Said(item, h) for h in said if a <= h.start < b] for a, b in zip(begins, ends, strict=True)]


def _noted(item: Item) -> Iterator[Said]:
    """Links to modifiers' pages in the quotes that belong to an item; the words of a quote say nothing."""
    return (Said(note, h) for note in item.notes for h in hits(note.block) if h.linked)


def _claim(asserted: _Asserted, trope: Ref, medium: str | None, witness: Witness) -> Claim:
    item, title, said = asserted.item, asserted.title, asserted.said
    evidence = _evidence(item, (title.start, title.end), said, witness)
    modifiers = ordered({s.hit.modifier for s in said})
    example = Example(title.ref, trope, medium or medium_of_page(title.ref.page), modifiers, evidence)
    return Claim(item, title.start, title.end, said, example)


def _evidence(item: Item, name: tuple[int, int], said: Sequence[Said], witness: Witness) -> Evidence:
    """The sentence that says first how an item's example is played, else the one with its name."""
    first = said[0] if said else None
    if first and first.item is not item:
        return witness.evidence(first.item.index, first.hit.start)
    return witness.evidence(item.index, first.hit.start if first else name[0], name)


def _on_work(page: Page, lexicon: Lexicon) -> Iterator[Claim | Unclear]:
    """Examples on a work's page: each item names tropes."""
    work, witness = subject(page), Witness(page)
    for item in items(page, tropes_start(page)):
        if not is_pointer(page, item.block):
            yield from _of_work(page, lexicon, item, work, witness)


def _of_work(page: Page, lexicon: Lexicon, item: Item, work: Ref, witness: Witness) -> Iterator[Claim | Unclear]:
    """Examples of one item; an item that only groups others hands on to them."""
    tropes, end = tropes_of(item.block, lexicon)
    if not tropes and item.children:
        below = [f for c in item.children for f in _of_work(page, lexicon, c, work, witness)]
        if any(isinstance(f, Claim) for f in below):
            yield from below
            return
    if not tropes:
        yield _unclear("trope-unclear", page, item)
    said = tuple(_said_below_head(item, end, frozenset(t.page or page_name(t.title) for t in tropes)))
    evidence = _evidence(item, (0, end), said, witness)
    modifiers, medium = ordered({s.hit.modifier for s in said}), medium_of_page(work.page)
    for trope in tropes:
        example = Example(work, trope, medium, modifiers, evidence)
        yield Claim(item, *_named(item, trope, end), said, example)


def _named(item: Item, trope: Ref, end: int) -> tuple[int, int]:
    """Where the head of an item, which ends at `end`, names a trope: by a link, or else by all its words."""
    links = (k for k in item.block.links if k.page and k.page == trope.page and k.end <= end)
    return next(((k.start, k.end) for k in links), (0, end))


def _said_below_head(item: Item, end: int, own: frozenset[str]) -> Iterator[Said]:
    """Modifiers that an item on a work's page says: by a link before its trope, or anywhere after the head."""
    yield from (Said(item, h) for h in hits(item.block, own=own) if h.start >= end or (h.linked and h.end < end))
    yield from (Said(i, h) for c in item.children for i in c.walk() for h in hits(i.block, own=own))
    yield from (s for i in item.walk() for s in _noted(i))


def united(found: Iterable[Example]) -> dict[tuple[str, str], Example]:
    """Each work and trope once, by `key_of`, with all that is said of it; the first evidence with a modifier stands."""
    kept: dict[tuple[str, str], Example] = {}
    for example in found:
        key = key_of(example)
        kept[key] = _united_pair(kept[key], example) if key in kept else example
    return kept


def key_of(example: Example) -> tuple[str, str]:
    """What two examples of one work and trope have in common."""
    return _key(example.work, example.medium), _key(example.trope, None)


def _united_pair(first: Example, second: Example) -> Example:
    evidence = first.evidence if first.modifiers or not second.modifiers else second.evidence
    return replace(first, modifiers=ordered({*first.modifiers, *second.modifiers}), evidence=evidence)


def _key(ref: Ref, medium: str | None) -> str:
    return ref.page.casefold() or f"{squash(ref.title)}|{medium or ''}"


def _unclear(code: str, page: Page, item: Item) -> Unclear:
    text = item.block.text
    shown = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
    where = " / ".join(item.block.section)
    return Unclear(item, Finding(code, page.id, where, f"No title could be told in: {shown}"))
