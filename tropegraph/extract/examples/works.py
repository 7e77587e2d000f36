"""Which works a list item on a trope's page asserts as examples.

The first title that is not merely named in passing leads, and titles joined to it share its example; further works
count where they open a sentence of their own ("In the sequel, ..."). Below an item with a work, a sub-item that opens
with another title is an entry of its own; every other sub-item (an episode, a character) belongs to the work above.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tropegraph.extract.examples import places
from tropegraph.extract.examples.bare import works as bare_works
from tropegraph.extract.examples.bare.reading import Reading
from tropegraph.extract.examples.bare.titles import sure_titles
from tropegraph.extract.examples.kin import NEIGHBOURS, akin, same, without_repeats
from tropegraph.extract.examples.titles import Sign, Title, quoted, titles
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.pages.sentences import sentence_at, sentences
from tropegraph.model.names import namespace
from tropegraph.model.page import Block
from tropegraph.model.vocabulary import KNOWN_NAMESPACES

_FRANCHISE = "Franchise"
_MAX_LEAD_WORDS = {Sign.LINK: 20, Sign.EMPHASIS: 12, Sign.LABEL: 4, Sign.QUOTES: 2}
_AUTHORED = frozenset({"Literature", "Poetry", "Theatre", "Comic Book", "Comic Books", "Film", "Music", "Mythology"})
"""Media whose works are named with their authors: "Agnes Mole's The Crooked Lamp"."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a page's items show works.

    Args:
        bare: Links and emphasis were lost, hence titles are looked for among capitalised words.
        songs: Quotation marks hold titles of works, as under music.
        medium: Medium of the folder.
    """

    bare: bool = False
    songs: bool = False
    medium: str | None = None

    def reading(self, lexicon: Lexicon) -> Reading:
        """What it takes to read works off capitals."""
        return Reading(lexicon, self.medium, authored=self.medium in _AUTHORED)


def works_of(block: Block, lexicon: Lexicon, style: Style, *, plain: bool = True) -> list[Title]:
    """Works that a top-level item asserts, in order; empty when none can be told.

    Args:
        block: The item.
        lexicon: Known tropes, which are no works.
        style: How the page shows works.
        plain: A title may be told by its capitals alone.
    """
    told = _told(block, lexicon, style)
    if style.bare and not told:
        return bare_works.leading(block.text, style.reading(lexicon)) if plain else []
    found = _without_passing(block.text, told) or (told if plain else [])
    spans = sentences(block.text, [(t.start, t.end) for t in found])
    group = _leading(block, lexicon, found, spans[0][1], plain=plain) if spans else []
    if not group:
        return []
    if style.songs:
        group += [t for t in found if t.sign is Sign.QUOTES and group[-1].end <= t.start < spans[0][1]][:1]
    return without_repeats([*group, *_later(block.text, group[-1].end, found, spans, group)])


def entries_of(
    block: Block, lexicon: Lexicon, above: Sequence[Title], style: Style, *, series: bool = False
) -> list[Title]:
    """Works that a sub-item asserts besides those of the item above it; empty when it belongs to that item.

    Args:
        block: The sub-item.
        lexicon: Known tropes, which are no works.
        above: Works of the item above it.
        style: How the page shows works.
        series: The item above heads the entries of a series.
    """
    found = _without_passing(block.text, _told(block, lexicon, style))
    if style.bare and not found:
        return bare_works.entries(block.text, style.reading(lexicon), above, series=series)
    spans = sentences(block.text, [(t.start, t.end) for t in found])
    if not spans:
        return []
    text = _masked(block.text, titles(block, lexicon), found)
    first = [t for t in found if t.end <= spans[0][1] and t.sign <= Sign.QUOTES]
    opening = next((i for i, t in enumerate(first) if _opens_entry(text, t, above)), None)
    group = _joined(block.text, _owner(block.text, first[opening:]), found) if opening is not None else []
    later = _later(block.text, group[-1].end if group else 0, found, spans, [*above, *group])
    if not group:
        later = [t for t in later if t.start >= spans[0][1] or any(akin(t, a) for a in above)]
    return [t for t in without_repeats([*group, *later]) if not any(same(t, a) for a in above)]


def _told(block: Block, lexicon: Lexicon, style: Style) -> list[Title]:
    """Titles that the item shows as such and that say more than what the next one belongs to."""
    shown = titles(block, lexicon)
    if style.songs:
        shown = sorted([*shown, *_apart(quoted(block), shown)], key=lambda t: t.start)
    return [t for i, t in enumerate(shown) if not _qualifies(block.text, shown, i)]


def _without_passing(text: str, told: list[Title]) -> list[Title]:
    """Titles that are not merely named in passing."""
    return [t for t in told if not places.in_passing(text[max(0, t.start - 70) : t.start], text[t.end :][:20])]


def _apart(some: Iterable[Title], others: Sequence[Title]) -> list[Title]:
    """Those of `some` that overlap none of `others`, which are in order."""
    starts = [o.start for o in others]
    kept = []
    for title in some:
        near = others[max(0, bisect_left(starts, title.start) - 1) : bisect_left(starts, title.end)]
        if not any(o.start < title.end and title.start < o.end for o in near):
            kept.append(title)
    return kept


def _masked(text: str, shown: Sequence[Title], kept: Sequence[Title]) -> str:
    """The text with the titles that were not kept as one unspoken word each."""
    keep, parts, at = {t.start for t in kept}, [], 0
    for title in shown:
        if title.start not in keep and title.start >= at:
            parts += [text[at : title.start], "\x01" * (title.end - title.start)]
            at = title.end
    return "".join([*parts, text[at:]])


def _qualifies(text: str, shown: Sequence[Title], i: int) -> bool:
    """Whether a title, or one it is joined to, only says what the next belongs to: "a [work] story, [the story]"."""
    for left, right in zip(shown[i : i + NEIGHBOURS], shown[i + 1 : i + NEIGHBOURS], strict=False):
        gap = text[left.end : right.start]
        if places.qualifies(gap):
            return True
        if not places.joins(gap):
            return False
    return False


def _leading(block: Block, lexicon: Lexicon, found: list[Title], end: int, *, plain: bool) -> list[Title]:
    """The title that leads the item with those joined to it: in the first sentence if anyhow possible."""
    strong = [t for t in found if t.sign <= Sign.QUOTES]
    first = [t for t in strong if t.start < end]
    if first:
        return _joined(block.text, _owner(block.text, first), found)
    told = [_with_page(block, t) for t in sure_titles(block.text[:end], lexicon)] if plain else []
    for choice in (told, strong, _quoted_works(block), found):
        if choice:
            return _joined(block.text, choice[0], choice)
    return []


def _with_page(block: Block, title: Title) -> Title:
    """A title told by its place with the page that a link of just this extent leads to, in no namespace of its own."""
    links = (k for k in block.links if (k.start, k.end) == (title.start, title.end))
    pages = (k.page for k in links if k.page and namespace(k.page) not in KNOWN_NAMESPACES)
    return replace(title, ref=replace(title.ref, page=next(pages, title.ref.page)))


def _quoted_works(block: Block) -> list[Title]:
    return [t for t in quoted(block) if not places.is_part_before(block.text[max(0, t.start - 30) : t.start])]


def _owner(text: str, first: Sequence[Title]) -> Title:
    """The first title, or the emphasised one that it stands in: "[somebody] in [the work]"."""
    lead = first[0]
    if lead.sign is Sign.LABEL and len(first) > 1 and first[1].sign <= Sign.EMPHASIS:
        belongs = places.belongs_in(text[lead.end : first[1].start]) or namespace(lead.ref.page) == _FRANCHISE
        return first[1] if belongs else lead
    return lead


def _joined(text: str, lead: Title, found: Sequence[Title]) -> list[Title]:
    """The leading title with those that an "and" or comma joins to it."""
    group = [lead]
    for title in found[bisect_left(found, lead.end, key=lambda t: t.start) :]:
        if title.sign is Sign.POTHOLE or title.start < group[-1].end:
            continue
        if not places.joins(text[group[-1].end : title.start][:100]):
            break
        group.append(title)
    return group


def _later(
    text: str, end: int, found: Sequence[Title], spans: list[tuple[int, int]], kin: Sequence[Title]
) -> list[Title]:
    """Titles after offset `end` that open a sentence or clause of their own, with those joined to them.

    A work akin to one of `kin` counts after any "in": another entry of a series.
    """
    out: list[Title] = []
    for title in found[bisect_left(found, end, key=lambda t: t.start) :]:
        if title.sign > Sign.EMPHASIS or (out and title.start < out[-1].end):
            continue
        before = text[sentence_at(spans, title.start)[0] : title.start]
        again = any(same(title, k) for k in kin[:NEIGHBOURS])
        opens = places.asserts_anew(before, text[title.end :][:40])
        entry = not opens and places.after_in(before) and any(akin(title, k) for k in kin[:NEIGHBOURS])
        if not again and (opens or entry):
            out.extend(_joined(text, title, found))
    return out


def _opens_entry(text: str, title: Title, above: Sequence[Title]) -> bool:
    """Whether a title stands where a sub-item names what it is about.

    Under a linked work an emphasised name without a link may as well be an ending or a ship, so it has to stand in a
    surer place than a linked one.
    """
    before, after = text[: title.start], text[title.end :][:60]
    if len(before.split()) > _MAX_LEAD_WORDS[title.sign] or before.count("(") > before.count(")"):
        return False
    if title.sign is not Sign.LINK and places.names_part("", after):
        return False
    if places.opens_sentence(before):
        return bool(before) or not _names_a_part(title, after, above)
    if title.sign is Sign.LINK:
        return places.after_preposition(before)
    told = title.sign is Sign.EMPHASIS and (after[:1] == ":" or not _linked(above))
    return told and (places.after_in(before) or places.after_by(before))


def _names_a_part(title: Title, after: str, above: Sequence[Title]) -> bool:
    """Whether an unlinked name before a colon is more likely a part of the one linked work above it."""
    unlinked = title.sign in (Sign.EMPHASIS, Sign.QUOTES) and after.lstrip("\"”'")[:1] == ":"
    series = any(namespace(a.ref.page) == _FRANCHISE for a in above)
    return unlinked and _linked(above) and not series and not any(akin(title, a) for a in above)


def _linked(above: Sequence[Title]) -> bool:
    return any(a.ref.page for a in above)


def heads_series(block: Block, below: Iterable[Block], lexicon: Lexicon, own: Sequence[Title], style: Style) -> bool:
    """Whether an item without links heads the entries of a series; where links show, they say it themselves."""
    return style.bare and bare_works.heads_series(block.text, [b.text for b in below], style.reading(lexicon), own)
