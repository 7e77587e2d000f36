"""Which names a cue governs: the list after it, those before it, or the one named last."""

from collections.abc import Iterator, Sequence

from tropegraph.extract.cues.forms import Place, Subject
from tropegraph.extract.cues.joins import LINK_TO_NEXT, WITHOUT_WITH
from tropegraph.extract.cues.patterns import NAME
from tropegraph.extract.relations import lists
from tropegraph.extract.relations.found import Found
from tropegraph.model.vocabulary import RelationType

_FARTHEST, _FAR_BACK = 3000, 200
"""Characters that a cue may govern after it, and before it: bounds on hostile text, far above what pages hold."""


def governed(text: str, found: Sequence[Found], end: int, came_to: list[int]) -> Iterator[tuple[Found, list[int]]]:
    """Every cue of a sentence with the offsets of the names that it governs.

    Args:
        text: A shape's text.
        found: The cues of a sentence, in order.
        end: End of the sentence.
        came_to: The name that the sentence before came to, if it did.
    """
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


def _ends_others(text: str, one: Found, end: int) -> bool:
    """Whether a cue has a list of its own, where the list of a cue before it ends."""
    own = not (one.cue.via_see or one.cue.apposed)
    return own and bool(lists.items(text, one.end, _within(one, end), _reach(text, one)))


def _last_name(text: str, one: Found) -> list[int]:
    """The name right before a cue that points back."""
    at = text.rfind(NAME, max(0, one.start - _FAR_BACK), one.start)
    return [at] if at >= 0 and "." not in text[at : one.start] else []


def _names_after(text: str, one: Found, after: list[Found], ends: list[Found], end: int) -> list[int]:
    """The names that a cue governs: its own list, or that of the next cue where both share one.

    `ends` are the cues that have a list, where a list before them ends.
    """
    if one.cue.via_see:
        see = next((f for f in after if f.start >= one.end and RelationType.SEE_ALSO in f.cue.types), None)
        return _list(text, see, ends, end) if see else []
    own = _list(text, one, ends, end)
    nxt = next((f for f in after if f.end > one.end and f.start > one.start), None)
    if not own and nxt and LINK_TO_NEXT.fullmatch(text, one.end, max(one.end, nxt.start)):
        return _names_after(text, nxt, after, ends, end)
    return own


def _list(text: str, one: Found, ends: list[Found], end: int) -> list[int]:
    later = (f.start for f in ends if f is not one and f.start >= one.end and not _inside(text, one.end, f.start))
    return lists.items(text, one.end, min(next(later, end), _within(one, end)), _reach(text, one))


def _inside(text: str, start: int, at: int) -> bool:
    """Whether `at` stands in a parenthesis that was opened after `start`."""
    return text.count("(", start, at) > text.count(")", start, at)


def _within(one: Found, end: int) -> int:
    return min(end, one.end + _FARTHEST)


def _reach(text: str, one: Found) -> lists.Reach:
    words = text[one.start : one.end].split()
    resumes = one.cue.subject is not Subject.KIND
    verb = one.cue.subject is Subject.VERB
    preposition = words[-1].rstrip(",:") if words else ""
    preposition = "with" if preposition in WITHOUT_WITH else preposition
    return lists.Reach(one.cue.loose, one.cue.distance, resumes, one.cue.subject is Subject.ANY, preposition, not verb)
