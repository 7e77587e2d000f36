"""A sentence with its names, cues, works and notes marked: by colour on a terminal, by signs where it has none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.text import Text

from tropegraph.extract.traced import Role, SentenceTrace
from tropegraph.model.page import Block, SpanKind


@dataclass(frozen=True, slots=True)
class Mark:
    """How one kind of thing is marked.

    Args:
        name: What it is called in the legend.
        style: Style where there is colour.
        before: Sign before it where there is none.
        after: Sign after it.
    """

    name: str
    style: str
    before: str
    after: str


NOTE = Mark("note", "dim", "((", "))")
CUE = Mark("cue or modifier", "yellow underline", "{", "}")
ROLES = {
    Role.TROPE: Mark("trope", "cyan", "[", "]"),
    Role.GUESS: Mark("trope by its capitals alone", "cyan italic", "[", "?]"),
    Role.OWN: Mark("the page's own title", "bold magenta", "<", ">"),
    Role.WORK: Mark("work", "green", "*", "*"),
}
MARKS = (*ROLES.values(), CUE, NOTE)
"""Every mark, in the order of the legend."""

_Span = tuple[int, int, Mark]


def legend(*, colour: bool) -> Text:
    """Every mark with what it stands for."""
    shown = [Text(m.name, m.style) if colour else Text(f"{m.before}{m.name}{m.after}") for m in MARKS]
    return Text("  ").join(shown)


def marked(block: Block, sentence: SentenceTrace, *, colour: bool) -> Text:
    """The text of a sentence, marked.

    Args:
        block: The block that holds it.
        sentence: The sentence.
        colour: Mark by colour; else by signs, which nest: a note may hold a cue, and a cue a name.
    """
    at, text, open_ = sentence.start, Text(), (None, None, None)
    layers = [_painted(spans, sentence) for spans in (_notes(block), _cues(sentence), _names(sentence))]
    for here, characters in groupby(zip(*layers, strict=True)):
        end = at + sum(1 for _ in characters)
        text.append("" if colour else _turn(open_, here))
        text.append(harmless(block.text[at:end]), _style(here) if colour else "")
        at, open_ = end, here
    return text.append("" if colour else _turn(open_, (None, None, None)))


def harmless(text: str) -> str:
    """`text` of equal length in which nothing steers a terminal: what is no printable character becomes a blank."""
    return "".join(c if c.isprintable() else " " for c in text)


def _notes(block: Block) -> Iterable[_Span]:
    return ((s.start, s.end, NOTE) for s in block.spans if s.kind is SpanKind.NOTE)


def _cues(sentence: SentenceTrace) -> Iterable[_Span]:
    """Cues and modifiers; where two overlap they are marked as one."""
    own = [(c.start, c.end) for c in sentence.cues if c.block == sentence.block]
    end = -1
    for start, stop in sorted([*own, *((m.start, m.end) for m in sentence.modifiers)]):
        if stop > max(start, end):
            yield max(start, end), stop, CUE
            end = stop


def _names(sentence: SentenceTrace) -> Iterable[_Span]:
    return ((n.start, n.end, ROLES[n.role]) for n in sentence.names)


def _painted(spans: Iterable[_Span], sentence: SentenceTrace) -> list[_Span | None]:
    """For each character of a sentence the span that it stands in."""
    painted: list[_Span | None] = [None] * (sentence.end - sentence.start)
    for span in spans:
        start, end = max(span[0], sentence.start), min(span[1], sentence.end)
        if start < end:
            painted[start - sentence.start : end - sentence.start] = [span] * (end - start)
    return painted


def _style(here: Sequence[_Span | None]) -> str:
    """The style of the innermost mark."""
    return next((span[2].style for span in reversed(here) if span), "")


def _turn(before: Sequence[_Span | None], after: Sequence[_Span | None]) -> str:
    """The signs that end the marks of `before` and begin those of `after`, as far as they differ."""
    same = next((i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b), len(before))
    ends = "".join(span[2].after for span in reversed(before[same:]) if span)
    return ends + "".join(span[2].before for span in after[same:] if span)
