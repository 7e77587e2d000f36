"""Where in a page's text a name stands: the sentence to look at when a fact was missed, and the names to mark in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from tropegraph.evaluate.matching import name_key, spaced
from tropegraph.evaluate.scores import Outcome, Part, Scores, Verdict
from tropegraph.extract.pages.sentences import sentences
from tropegraph.model.names import fold
from tropegraph.model.page import BlockKind, Page

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200
"""Characters of the longest name that is looked for."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The sentences of a page, in order.

    Args:
        id: Id of the page.
        prose: Sentences of headings, paragraphs, quotes and captions.
        items: Sentences of list items.
    """

    id: str
    prose: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


def text_of(page: Page) -> PageText:
    """The sentences of a parsed page."""
    parts: dict[bool, list[str]] = {False: [], True: []}
    for block in page.blocks:
        spans = sentences(block.text, [(link.start, link.end) for link in block.links])
        parts[block.kind is BlockKind.ITEM] += [block.text[start:end] for start, end in spans]
    return PageText(page.id, tuple(parts[False]), tuple(parts[True]))


def placed(scores: Scores, texts: Iterable[PageText] = ()) -> Scores:
    """The scores with a sentence for each missed fact: one of the page's text that holds its name.

    A sentence that states another fact of the page comes before the rest: of a list, one name is often missed. Where no
    text is at hand, such sentences are all there is.

    Args:
        scores: As `judging.score` gives them.
        texts: Texts of the pages, as far as they are at hand.
    """
    by_page = {text.id: text for text in texts}
    titles = {page.id: page.title for page in scores.pages}
    stated: dict[str, dict[str, None]] = {}
    for verdict in scores.verdicts:
        stated.setdefault(verdict.page, {})[verdict.sentence] = None

    def place(verdict: Verdict) -> Verdict:
        if verdict.outcome is not Outcome.MISSED or verdict.sentence:
            return verdict
        candidates = (*stated[verdict.page], *_candidates(by_page.get(verdict.page), verdict))
        return replace(verdict, sentence=_sentence(verdict, titles[verdict.page], candidates))

    return replace(scores, verdicts=tuple(map(place, scores.verdicts)))


def _candidates(text: PageText | None, verdict: Verdict) -> tuple[str, ...]:
    """Sentences in the order in which they are likely: relations stand in prose, examples in lists."""
    if text is None:
        return ()
    return (*text.prose, *text.items) if verdict.part is Part.RELATIONS else (*text.items, *text.prose)


def _sentence(verdict: Verdict, title: str, candidates: Sequence[str]) -> str:
    own = name_key(title)
    names = dict.fromkeys(name for name in verdict.surfaces if name and name_key(name) != own)
    return next((s for name in names for s in candidates if find(s, name)), "")


def find(text: str, name: str) -> tuple[int, int] | None:
    """Where `name` stands in `text` first, in whatever case, accents, hyphens or number; `None` where it does not."""
    pattern = _pattern(name)
    hit = pattern.search(_plain(text)) if pattern else None
    return hit.span() if hit else None


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str] | None:
    words = _WORD.findall(_plain(spaced(name))) if len(name) <= _LONGEST else []
    if not words:
        return None
    parts = ("(?:and|&)" if word == "and" else re.escape(word) for word in words)
    return re.compile(r"(?<!\w)" + r"\W{0,3}".join(parts) + r"(?:e?s)?(?!\w)")


def _plain(text: str) -> str:
    """`text` in lower case and without accents, character by character: offsets stay."""
    return text.lower() if text.isascii() else "".join(map(_letter, text))


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    folded = fold(character)
    return folded if len(folded) == 1 else character


def mark(sentence: str, names: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """A sentence in pieces, each with whether it is one of the names; longer names come first, none overlap.

    >>> mark("Contrast Big Good.", ["Big Good"])
    (('Contrast ', False), ('Big Good', True), ('.', False))
    """
    spans: list[tuple[int, int]] = []
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        span = find(sentence, name)
        if span and all(span[1] <= start or end <= span[0] for start, end in spans):
            spans.append(span)
    edges = [0, *(edge for span in sorted(spans) for edge in span), len(sentence)]
    pieces = ((sentence[a:b], bool(i % 2)) for i, (a, b) in enumerate(pairwise(edges)))
    return tuple((piece, is_name) for piece, is_name in pieces if piece)
