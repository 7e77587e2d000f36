"""Which works a list item on a trope's page asserts as examples.

The first title that is not merely named in passing leads, and titles joined to it share its example; further works
count where they open a sentence of their own ("In the sequel, ..."). Below an item with a work, a sub-item that opens
with another title is an entry of its own; every other sub-item (an episode, a character) belongs to the work above.
"""

import re
from collections.abc import Iterable, Sequence

from tropegraph.extract.bare import bare_titles
from tropegraph.extract.lexicon import Lexicon
from tropegraph.extract.sentences import sentence_at, sentences
from tropegraph.extract.titles import Sign, Title, quoted, titles
from tropegraph.model.names import fold, namespace, squash
from tropegraph.model.page import Block

_ARTICLE = r"(?:the|its|his|her|their|an?|both|some|most|all|this|that|one|another|every|each|early|late)\s+"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|final|last|latest|original|sequel|prequel|spin[- ]?off|movie|film|game|book|"
    r"novel|series|show|anime|manga|comic|comics|tv|remake|later|new|newer|next|recent|short-lived|follow[- ]?up|"
    r"adaptation|live-action|animated|\d+|two|three|video|fan|web|mobile|arcade|season|installments?|entry|entries|same|"
    r"play|musical|indie|classic|cult|older|previous|earlier|much|more|popular|of|in|for|and|\x01+)"
)
_LEAD_IN = re.compile(
    r"^(?:[\"“'(]*(?:(?:however|also|and|but|similarly|likewise|meanwhile|then|later|again|additionally|plus|finally|even|"
    r"or|yet|so|too|there['’]s|this is|speaking of|according to)[,]?\s+)*)?"
    r"(?:(?:in|on|from|for|with|throughout|starting with|beginning with|as of|as for|within|during|over|across)\s+)?"
    rf"(?:{_ARTICLE})?(?:{_ORDINAL},?\s+){{0,4}}[\"“'(]*$",
    re.IGNORECASE,
)
_CLAUSE_LEAD_IN = re.compile(
    rf"(?:,|;|—|–)\s*(?:while|whereas|whilst|and|but)\s+(?:in\s+|on\s+)?(?:{_ARTICLE})?(?:{_ORDINAL}\s+){{0,3}}[\"“'(]*$"
    rf"|\((?:namely\s+|including\s+)?(?:in\s+|from\s+)?(?:{_ARTICLE})?$"
    rf"|\b(?:as in|such as(?: in)?|including(?: in)?|(?:especially|particularly|notably) in|for example in|starting (?:with|in))\s+(?:{_ARTICLE})?$"
    rf"|\b(?:carri(?:ed|es)|carry|return(?:ed|s)?|continu(?:ed|es)|repeated|appears?|used) (?:again |on |over )?"
    rf"(?:to|in|into|with) (?:{_ARTICLE})?(?:{_ORDINAL}\s+){{0,3}}[\"“'(]*$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"^['’s]*\s+(?:\w+\s+)?(?:also|likewise|similarly|too)\b|^['’s]*\s+does (?:this|it|so|the same)\b", re.IGNORECASE)
_IN_PASSING = re.compile(
    r"\b(?:similar(?:ly)? to|much like|just like|like|unlike|à la|a la|compar\w+(?: to| with)?|references?(?: to)?|homages? to|"
    r"tributes? to|nods? to|inspired by|based (?:up)?on|parody of|spoof of|expy of|than in|creators? of|makers? of|"
    r"writers? of|authors? of|directors? of|fans? of|shout[- ]?outs? to|sequel to|prequel to|spin-?off (?:of|from)|"
    r"reminiscent of|identical(?:ly)? to|following|confused with|contrast(?:ed|s)? (?:to|with)|play(?:s|ing|ed)?(?: through)?|riff on|take on|"
    r"(?:creators?|makers?|people|team|guys|minds|studio) (?:of|behind)|known for|famous for|characters? from)\s+"
    r"(?:the\s+|an?\s+|his\s+|her\s+|their\s+)?(?:(?:original|first|film|movie|game|series|show|anime|manga)\s+){0,2}[\"“'(]*$",
    re.IGNORECASE,
)
_STYLED = re.compile(r"^[\"”']?(?:['’]s)?[-\s](?:game )?(?:styles?|styled|esque|like|fame|fans?|below|above|entry|page|verse)\b", re.IGNORECASE)
_QUALIFIES = re.compile(
    r"^(?:['’]s)?\s+(?:[\w-]+\s+){0,3}(?:fan ?fics?|fan ?fiction|fics?|story|stories|cross-?over|sequel|prequel|spin[- ]?off|parody|mod|"
    r"rom ?hack|hack|fan ?film|fan ?game|one-?shot|doujin(?:shi)?|au|continuation|rewrite|novelization|abridged series|"
    r"webcomic|expansion|dlc|tie-in|episode|fan ?comic|remake|reboot|adaptation|rewatch|self-insert|quest)\s*(?:called|titled|named)?,?\s*[\"“']*$",
    re.IGNORECASE,
)
_MEDIA_NOUN = r"(?:series|saga|cycle|trilogy|setting|franchise|books?|novels?|films?|movies?|games?|show|comics?|anime|manga|universe|duology)"
_JOINS = re.compile(
    r"^(?:['’]s)?\s*(?:\([^)\n]{0,60}\)|[\"”])?\s*"
    rf"(?:,|/|;|&|and|or|,\s*and|,\s*or|as well as|plus|along with|{_MEDIA_NOUN}?,?\s*(?:and|&|,)|and/or)\s*"
    rf"(?:(?:both|also|even|then|the|its|in|from|of|on|especially|with|by|sequels?|prequels?|remakes?|spin-?offs?|follow-?ups?|\w+-up|later|"
    rf"animated|live-action|original|first|second|novel|book|film|movie|game|adaptation|series),?\s*){{0,4}}[\"“'(]*$",
    re.IGNORECASE,
)
_ENTRY_PREPOSITION = re.compile(
    rf"(?:^|\b(?:in|of|from|by|on|throughout|for|during|with|as of|starting with)\s+)(?:{_ARTICLE})?(?:{_ORDINAL},?\s+){{0,4}}"
    r"(?:[a-z]+\s+){0,1}[\"“'(]*$",
    re.IGNORECASE,
)
_IN = re.compile(rf"\b(?:in|from|throughout)\s+(?:{_ARTICLE})?(?:{_ORDINAL}\s+){{0,3}}[\"“'(]*$", re.IGNORECASE)
_BY = re.compile(r"^(?:\w+\s+){1,3}by\s+(?:the\s+)?$")
_OF_THE_WORK = re.compile(r"^\s+(?:in|from|of|on)\s+(?:the\s+)?[\"“']*$")
_FRANCHISE = "Franchise"
_PART = re.compile(
    r"^[\"”']?\s+(?:\w+\s+)?(?:updates?|dlcs?|patch|editions?|versions?|routes?|endings?|arcs?|chapters?|modes?|episodes?|missions?|"
    r"levels?|seasons?|quests?|cut|path|campaign)\b",
    re.IGNORECASE,
)
_MAX_LEAD_WORDS = {Sign.LINK: 20, Sign.EMPHASIS: 12, Sign.LABEL: 4, Sign.QUOTES: 2}
_COMMON = frozenset("with from this that the and game movie film series story adventure adventures tales".split())
_KIN_WORD = re.compile(r"[^\W_]{4,}")


def works_of(
    block: Block, lexicon: Lexicon, *, bare: bool = False, songs: bool = False, plain: bool = True
) -> list[Title]:
    """Works that a top-level item asserts, in order; empty when none can be told.

    Args:
        block: The item.
        lexicon: Known tropes, which are no works.
        bare: The page lost links and emphasis, hence titles are looked for among capitalised words.
        songs: Quotation marks hold titles of works here, as under music.
        plain: A title may be told by its capitals alone.
    """
    found = _told(block, lexicon, songs)
    spans = sentences(block.text, [(t.start, t.end) for t in found])
    if not spans:
        return []
    group = _leading(block, lexicon, found, spans[0][1], bare=bare, plain=plain)
    if not group:
        return []
    if songs:
        group += [t for t in found if t.sign is Sign.QUOTES and group[-1].end <= t.start < spans[0][1]][:1]
    return _without_repeats([*group, *_later(block.text, group[-1].end, found, spans, group)])


def entries_of(
    block: Block, lexicon: Lexicon, above: Sequence[Title], *, bare: bool = False, songs: bool = False
) -> list[Title]:
    """Works that a sub-item asserts besides those of the item above it; empty when it belongs to that item."""
    found = _told(block, lexicon, songs)
    spans = sentences(block.text, [(t.start, t.end) for t in found])
    if not spans:
        return []
    text = _masked(block.text, titles(block, lexicon), found)
    first = [t for t in found if t.end <= spans[0][1] and t.sign <= Sign.QUOTES]
    opening = [t for t in first if _opens_entry(text, t, above)]
    lead = _owner(block.text, first[first.index(opening[0]) :]) if opening else None
    if lead is None and bare:
        lead = next(iter(bare_titles(block.text[: spans[0][1]], lexicon, only_head=True)), None)
    group = _joined(block.text, lead, found) if lead else []
    later = _later(block.text, group[-1].end if group else 0, found, spans, [*above, *group])
    return [t for t in _without_repeats([*group, *later]) if not any(_same(t, a) for a in above)]


def _told(block: Block, lexicon: Lexicon, songs: bool) -> list[Title]:
    """Titles that the item shows as such and does not merely name in passing; all of them when it does so with all."""
    shown = titles(block, lexicon)
    if songs:
        taken = [(t.start, t.end) for t in shown]
        shown = sorted([*shown, *(q for q in quoted(block) if not any(a < q.end and q.start < b for a, b in taken))], key=lambda t: t.start)
    kept = [t for i, t in enumerate(shown) if not _in_passing(block.text, t) and not _qualifies(block.text, shown, i)]
    return kept or [t for i, t in enumerate(shown) if not _qualifies(block.text, shown, i)]


def _masked(text: str, shown: Sequence[Title], kept: Sequence[Title]) -> str:
    """The text with the titles that were not kept as one unspoken word each."""
    for title in shown:
        if title not in kept:
            text = text[: title.start] + "\x01" * (title.end - title.start) + text[title.end :]
    return text


def _in_passing(text: str, title: Title) -> bool:
    before = text[max(0, title.start - 70) : title.start]
    return bool(_IN_PASSING.search(before) or _STYLED.match(text[title.end : title.end + 20]))


def _qualifies(text: str, shown: Sequence[Title], i: int) -> bool:
    """Whether a title only says what the next one belongs to: "a [Superman] story, [the story]"."""
    if i + 1 >= len(shown):
        return False
    gap = text[shown[i].end : shown[i + 1].start]
    if len(gap) > 60:
        return False
    return bool(_QUALIFIES.match(gap)) or (bool(_JOINS.match(gap)) and _qualifies(text, shown, i + 1))


def _leading(
    block: Block, lexicon: Lexicon, found: list[Title], end: int, *, bare: bool, plain: bool
) -> list[Title]:
    """The title that leads the item with those joined to it: in the first sentence if anyhow possible."""
    strong = [t for t in found if t.sign <= Sign.QUOTES]
    first = [t for t in strong if t.start < end]
    if first:
        return _joined(block.text, _owner(block.text, first), found)
    told = list(bare_titles(block.text[:end], lexicon, only_head=not bare)) if plain else []
    for choice in (told, strong, quoted(block), found):
        if choice:
            return _joined(block.text, choice[0], choice)
    return []


def _owner(text: str, first: Sequence[Title]) -> Title:
    """The first title, or the emphasised one that it stands in: "[somebody] in [the work]"."""
    lead = first[0]
    if lead.sign is Sign.LABEL and len(first) > 1 and first[1].sign <= Sign.EMPHASIS:
        belongs = _OF_THE_WORK.match(text[lead.end : first[1].start]) or namespace(lead.ref.page) == _FRANCHISE
        return first[1] if belongs else lead
    return lead


def _joined(text: str, lead: Title, found: Sequence[Title]) -> list[Title]:
    """The leading title with those that an "and" or comma joins to it."""
    group = [lead]
    for title in found:
        if title.start >= group[-1].end and title.sign != Sign.POTHOLE:
            gap = text[group[-1].end : title.start]
            if len(gap) > 80 or not _JOINS.match(gap):
                break
            group.append(title)
    return group


def _later(text: str, end: int, found: Sequence[Title], spans: list[tuple[int, int]], kin: Sequence[Title]) -> list[Title]:
    """Titles after offset `end` that open a sentence or clause of their own, with those joined to them.

    A work akin to one of `kin` counts after any "in": another entry of a series.
    """
    out: list[Title] = []
    for title in found:
        if title.start < end or title.sign > Sign.EMPHASIS or any(t.start == title.start for t in out):
            continue
        start, _ = sentence_at(spans, title.start)
        before = text[start : title.start]
        opens = _LEAD_IN.match(before) or _CLAUSE_LEAD_IN.search(before) or _ALSO.match(text[title.end :])
        again = any(_same(title, k) for k in kin)
        if not again and (opens or (_IN.search(before) and any(_akin(title, k) for k in kin))):
            out.extend(_joined(text, title, found))
    return out


def _opens_entry(text: str, title: Title, above: Sequence[Title]) -> bool:
    """Whether a title stands where a sub-item names what it is about.

    Under a linked work an emphasised name without a link may as well be an ending or a ship, so it has to stand in a
    surer place than a linked one.
    """
    before, after = text[: title.start], text[title.end :]
    if len(before.split()) > _MAX_LEAD_WORDS[title.sign] or before.count("(") > before.count(")"):
        return False
    if title.sign is not Sign.LINK and _PART.match(after):
        return False
    if _LEAD_IN.match(before):
        return bool(before) or not _names_a_part(title, after, above)
    if title.sign is Sign.LINK:
        return bool(_ENTRY_PREPOSITION.search(before))
    told = title.sign is Sign.EMPHASIS and (after[:1] == ":" or not _linked(above))
    return bool(told and (_IN.search(before) or _BY.search(before)))


def _names_a_part(title: Title, after: str, above: Sequence[Title]) -> bool:
    """Whether an unlinked name before a colon is more likely a part of the one linked work above it."""
    unlinked = title.sign in (Sign.EMPHASIS, Sign.QUOTES) and after.lstrip("\"”'")[:1] == ":"
    series = any(namespace(a.ref.page) == _FRANCHISE for a in above)
    return unlinked and _linked(above) and not series and not any(_akin(title, a) for a in above)


def _linked(above: Sequence[Title]) -> bool:
    return any(a.ref.page for a in above)


def _same(title: Title, above: Title) -> bool:
    """Whether a title names the work above again, in full or in short."""
    if title.ref.page and above.ref.page:
        return title.ref.page == above.ref.page
    return squash(title.ref.title) in squash(above.ref.title)


def _akin(title: Title, other: Title) -> bool:
    """Whether two titles share a word that tells."""
    mine, others = (set(_KIN_WORD.findall(fold(t.ref.title))) - _COMMON for t in (title, other))
    return bool(mine & others)


def _shortens(title: Title, other: Title) -> bool:
    mine, longer = squash(title.ref.title), squash(other.ref.title)
    return len(mine) < len(longer) and longer.endswith(mine)


def _without_repeats(found: Iterable[Title]) -> list[Title]:
    """Each work once; an unlinked title that only shortens another of them is that one."""
    several = list(found)
    seen: dict[str, Title] = {}
    for title in several:
        if not title.ref.page and any(t is not title and _shortens(title, t) for t in several):
            continue
        seen.setdefault(title.ref.page or squash(title.ref.title), title)
    return list(seen.values())
