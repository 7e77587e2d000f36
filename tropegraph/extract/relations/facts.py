"""Trope-to-trope facts from a page's description."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tropegraph.extract.cues.forms import Cue, Place, Subject
from tropegraph.extract.cues.patterns import NAME, compiled
from tropegraph.extract.cues.rules import (
    KIND_AT_START,
    KIND_SUBJECT,
    NEGATED_WITHIN,
    NEGATION,
    NOT_IMPERATIVE,
    NOT_INVOLVES,
    OTHER_KIND,
    OTHER_SUBJECT,
    RELATIVE,
    SUBJECT_AFTER,
)
from tropegraph.extract.cues.search import cues_for
from tropegraph.extract.pages.sentences import sentence_at
from tropegraph.extract.relations import lists
from tropegraph.extract.relations.lines import named_first, under_lines
from tropegraph.extract.relations.reading import Reading
from tropegraph.extract.relations.said import Stated, united
from tropegraph.model.facts import Ref, Relation
from tropegraph.model.page import BlockKind
from tropegraph.model.vocabulary import PageKind, RelationType

WITH_RELATIONS = (PageKind.TROPE, PageKind.INDEX)
"""Kinds of pages whose description states relations."""

_NAME = compiled("{N}")
_OF_LAST = re.compile(
    r"\s*\((?!(?:[\w'-]+ ){0,4}?(?:[a-z]+s|both|all) (?:of|to|on) |(?:[\w'-]+ "
    r"){0,3}counterparts\b)|,?\s+(?:which|who)\b"
)
"""What joins a cue to the last of the names before it alone."""

_SO_IS = compiled(r",? (?:and )?(?:as|so) (?:is|are|does|do|can|could|may|might|will|would) (?:the |an? )?(?P<l>{L})")
"""What joins more names to a cue that stands after its own: "A is a subtrope of this, as is B"."""

_SUBJECT_BEFORE = compiled(r"^[\s\"'(]*(?:one of |some of )?$")
_SUBJECT = re.compile(r"(?:the|an?|one|another|some)\b")
"""What stands before and in a cue that is itself the subject of its sentence: "One result of X is Y"."""

_ITEM_NAME = compiled(r"[\s\"'(]*(?:the |an? )?{N}[\s\"')]*[:—–-]")
_FILLER = compiled(r"[\s\"'(]*(?:(?:this|it) )?{V}")
_SAID_OF_NAME = compiled(r"{N}(?: \([^()]*\))?,? (?:which|who|that) {V}(?:\w+ ){0,3}$")
"""What stands before a cue that is said of the name before it, not of the next one."""

_CONTINUES = compiled(
    r"^[\s\"'(—–-]*(?:(?:also|and|or|nor|as well as|plus|not to mention|possibly|perhaps|maybe)(?: also)?,? "
    r"(?:with |to |for )?(?=(?:the |an? )?{N}\s*(?:$|[.,;:(—–-]|(?:and|or|for|which|who|where|when)\b))|"
    r"(?=(?:(?:sometimes|occasionally|often|possibly|perhaps|maybe|even|or),? ){0,3}(?:the |an? )?{L}[\s.;)]*$))"
)
"""A sentence that only goes on with the list before it."""

_EXPLAINED = compiled(
    rf"{{N}}(?: \([^()]*\))?,? (?:where|when|in which|which|who|whose) (?:(?!it |this |they )[^.;,:—(){NAME}])*$"
)
"""What stands before a verb whose subject is in what explains another name: "Compare A, where a fall causes B"."""

_LINK_TO_NEXT = re.compile(
    r"[\s,/&]*(?:(?:and|or|but|and/or|/|,|sometimes|may|even|can|often|also|a|an|the|possibly|is|might|does|well|"
    r"as)[\s,]*){0,6}"
)
_READ = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)
_NOUNS = (Subject.NOUN, Subject.KIND)
_WITHOUT_WITH = frozenset({"compare", "contrast", "also"})
"""Last words of cues that may do without their preposition: "Compare A, and with B"."""

_LONGEST_SENTENCE, _FARTHEST, _MOST_CUES = 6000, 3000, 60
"""Characters of a sentence that are looked at, characters that a cue may govern, cues of a sentence: bounds on hostile
text, far above what pages hold."""
_FAR_BACK = 200


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue at `[start, end)` of a shape."""

    cue: Cue
    start: int
    end: int
    listed: tuple[int, ...] = ()


def relations(readings: Sequence[Reading], me: Ref) -> tuple[Relation, ...]:
    """The relations that a description states, in reading order, each once a sentence.

    Args:
        readings: The description of a trope's or index's page.
        me: What the page is about.
    """
    return united(stated(readings, me))


def stated(readings: Sequence[Reading], me: Ref) -> tuple[Stated, ...]:
    """Every cue of a description with the names that it governs; those of lists under a line come last."""
    return (*_from_sentences(readings, me), *_from_lists(readings, me))


def _from_sentences(readings: Sequence[Reading], me: Ref) -> Iterator[Stated]:
    for one in readings:
        if one.block.kind in _READ and any(not s.own for s in one.names):
            yield from _of_block(one, me)


def _from_lists(read: Sequence[Reading], me: Ref) -> Iterator[Stated]:
    """Facts from lists under a cue line; below an item they are facts about the trope that the item names."""
    for under in under_lines([r.block for r in read], [r.shape.text for r in read]):
        one, line = read[under.index], read[under.line]
        above = named_first(line.shape.text)[:1] if line.block.kind is BlockKind.ITEM else []
        about = line.shape.spots[above[0]].ref if above else me
        start, end = sentence_at(one.sentences, 0)
        cue = Cue("", under.cue.types, reverse=under.cue.reverse)
        at = _Found(cue, 0, len(line.block.text))
        yield replace(_stated(one, at, named_first(one.shape.text[:end]), about, (start, end)), line=line.index)


def _of_block(one: Reading, me: Ref) -> Iterator[Stated]:
    text = one.shape.text
    before = (0, 0)
    came_to: list[int] = []
    for start, end in one.sentences:
        if NAME not in text[start:end]:
            for at in _cues_back(text, start, end):
                yield _stated(one, at, came_to, me, (start, end))
            came_to, before = [], (start, end)
            continue
        found = tuple(f for f in _cues(text, start, end) if not _is_of_item(one, f))
        goes_on = None if found else _CONTINUES.match(text[start:end])
        if goes_on:
            found = tuple(_Found(f.cue, start, start + goes_on.end()) for f in _last_cue(one, *before))
        governed = list(_governed(text, found, end, came_to))
        came_to = [g[-1] for f, g in governed if f.cue.place is Place.AFTER and g][-1:]
        for at, names in governed:
            yield _stated(one, at, names, me, (start, end))
        before = before if goes_on else (start, end)


def _last_cue(one: Reading, start: int, end: int) -> tuple[_Found, ...]:
    """The cue of a sentence that the next one may go on with: its last one before names."""
    found = (f for f in _cues(one.shape.text, start, end) if not _is_of_item(one, f))
    return tuple(f for f in found if f.cue.place is Place.AFTER)[-1:]


def _is_of_item(one: Reading, found: _Found) -> bool:
    """Whether a cue's subject is what a list item is about, not the page's trope."""
    if one.block.kind is not BlockKind.ITEM or found.cue.subject is Subject.ANY:
        return False
    start = next(a for a, b in one.sentences if found.start < b)
    return bool(_ITEM_NAME.match(one.shape.text)) or not _FILLER.fullmatch(one.shape.text, start, found.start)


def _stated(one: Reading, at: _Found, names: Sequence[int], about: Ref, span: tuple[int, int]) -> Stated:
    named = tuple(one.shape.spots[i] for i in names)
    return Stated(at.cue, named, about, one.block, one.evidence(*span), one.index, (at.start, at.end))


def _governed(text: str, found: Sequence[_Found], end: int, came_to: list[int]) -> Iterator[tuple[_Found, list[int]]]:
    """Every cue with the offsets of the names it governs."""
    after = [f for f in found if f.cue.place is Place.AFTER]
    ends = [f for f in after if _ends_others(text, f, end)] if len(after) > 1 else []
    last: list[int] = []
    for one in found:
        if one.cue.place is Place.AFTER:
            names = _names_after(text, one, after, ends, end)
        elif one.cue.place is Place.BEFORE:
            names = list(one.listed)
        else:
            names = [i for i in last if i < one.start][-1:] or _last_name(text, one) or came_to
        last = names if one.cue.place is Place.AFTER and names else last
        yield one, names


def _ends_others(text: str, one: _Found, end: int) -> bool:
    """Whether a cue has a list of its own, where the list of a cue before it ends."""
    own = not (one.cue.via_see or one.cue.apposed)
    return own and bool(lists.items(text, one.end, _within(one, end), _reach(text, one)))


def _last_name(text: str, one: _Found) -> list[int]:
    """The name right before a cue that points back."""
    at = text.rfind(NAME, max(0, one.start - _FAR_BACK), one.start)
    return [at] if at >= 0 and "." not in text[at : one.start] else []


def _names_after(text: str, one: _Found, after: list[_Found], ends: list[_Found], end: int) -> list[int]:
    """The names that a cue governs: its own list, or that of the next cue where both share one.

    `ends` are the cues that have a list, where a list before them ends.
    """
    if one.cue.via_see:
        see = next((f for f in after if f.start >= one.end and RelationType.SEE_ALSO in f.cue.types), None)
        return _list(text, see, ends, end) if see else []
    governed = _list(text, one, ends, end)
    nxt = next((f for f in after if f.end > one.end and f.start > one.start), None)
    if not governed and nxt and _LINK_TO_NEXT.fullmatch(text, one.end, max(one.end, nxt.start)):
        return _names_after(text, nxt, after, ends, end)
    return governed


def _list(text: str, one: _Found, ends: list[_Found], end: int) -> list[int]:
    later = (f.start for f in ends if f is not one and f.start >= one.end and not _inside(text, one.end, f.start))
    return lists.items(text, one.end, min(next(later, end), _within(one, end)), _reach(text, one))


def _inside(text: str, start: int, at: int) -> bool:
    """Whether `at` stands in a parenthesis that was opened after `start`."""
    return text.count("(", start, at) > text.count(")", start, at)


def _within(one: _Found, end: int) -> int:
    return min(end, one.end + _FARTHEST)


def _reach(text: str, one: _Found) -> lists.Reach:
    words = text[one.start : one.end].split()
    resumes = one.cue.subject is not Subject.KIND
    verb = one.cue.subject is Subject.VERB
    preposition = words[-1].rstrip(",:") if words else ""
    preposition = "with" if preposition in _WITHOUT_WITH else preposition
    return lists.Reach(one.cue.loose, one.cue.distance, resumes, one.cue.subject is Subject.ANY, preposition, not verb)


def _cues_back(text: str, start: int, end: int) -> Iterator[_Found]:
    """The cue of a sentence without names that points back."""
    for cue in cues_for(text[start:end]):
        if cue.place is Place.BACK and (m := compiled(cue.pattern).search(text, start, end)):
            yield _Found(cue, m.start(), m.end())
            return


def _cues(text: str, start: int, end: int) -> tuple[_Found, ...]:
    """The cues of `text[start:end]` that hold, in order."""
    sentence = text[start : min(end, start + _LONGEST_SENTENCE)]
    out = [
        _Found(cue, start + m.start(), start + m.end(), _listed(cue, m, start))
        for cue in cues_for(sentence)
        for m in compiled(cue.pattern).finditer(sentence)
        if _holds(cue, m, sentence)
    ]
    first = sorted(out, key=lambda f: (f.start, f.end))[:_MOST_CUES]
    return tuple(_without_inner(first))


def _listed(cue: Cue, m: re.Match[str], start: int) -> tuple[int, ...]:
    if cue.place is not Place.BEFORE:
        return ()
    named = tuple(start + m.start("l") + n.start() for n in _NAME.finditer(m.group("l")))
    named = named[-1:] if _OF_LAST.match(m.string, m.end("l")) else named
    so_is = _SO_IS.match(m.string, m.end())
    more = _NAME.finditer(m.string, *so_is.span("l")) if so_is else ()
    return (*named, *(start + n.start() for n in more))


def _holds(cue: Cue, m: re.Match[str], sentence: str) -> bool:
    """Whether nothing takes the cue back or gives it to another trope."""
    before = sentence[max(0, m.start() - 80) : m.start()]
    if cue.negatable and (NEGATION.search(before) or (cue.place is Place.BEFORE and NEGATED_WITHIN.search(m.group()))):
        return False
    if cue.imperative and NOT_IMPERATIVE.search(before):
        return False
    if cue.subject is Subject.KIND:
        return _says_kind(before, sentence[m.end() :])
    if cue.types == (RelationType.INVOLVES,) and NOT_INVOLVES.search(before):
        return False
    if cue.subject is Subject.VERB and _has_own_subject(m, before):
        return False
    other = _SAID_OF_NAME if cue.apposed else OTHER_SUBJECT.get(cue.subject)
    return other is None or not other.search(before)


def _has_own_subject(m: re.Match[str], before: str) -> bool:
    """Whether a verb's subject is the noun before it, or is part of the cue itself."""
    if RELATIVE.search(before) or _EXPLAINED.search(m.string[: m.start()]):
        return True
    heads = _SUBJECT_BEFORE.search(before) and _SUBJECT.match(m.group())
    return bool(heads and SUBJECT_AFTER.match(m.string, m.end()))


def _says_kind(before: str, after: str) -> bool:
    """Whether an everyday word says what the page's own trope is."""
    if OTHER_KIND.search(before) or (KIND_AT_START.search(before) and SUBJECT_AFTER.match(after)):
        return False
    return KIND_SUBJECT.search(before) is not None


def _without_inner(found: list[_Found]) -> list[_Found]:
    """Without cues inside longer ones, but for "see", which states its own fact; and without the less telling of two
    nouns for one thing ("the male version" is a counterpart).
    """
    after = [f for f in found if f.cue.place is Place.AFTER and not f.cue.via_see]
    outer = [
        f
        for f in found
        if f not in after
        or not any(g is not f and g.start <= f.start and f.end <= g.end and not _keeps(f, g) for g in after)
    ]
    counterparts = [f for f in outer if RelationType.COUNTERPART_OF in f.cue.types]
    return [
        f
        for f in outer
        if RelationType.VARIANT_OF not in f.cue.types
        or not any(g.end == f.end and g.start <= f.end for g in counterparts)
    ]


def _keeps(inner: _Found, outer: _Found) -> bool:
    """Whether a cue inside another one counts beside it."""
    same = (inner.start, inner.end) == (outer.start, outer.end)
    nouns = inner.cue.subject in _NOUNS and outer.cue.subject in _NOUNS
    return inner.end == outer.end and (same or nouns or RelationType.SEE_ALSO in inner.cue.types)
