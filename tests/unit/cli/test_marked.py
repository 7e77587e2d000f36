"""Marks in a sentence: nothing of it is lost, and nothing in it steers a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tropegraph.cli.marked import MARKS, harmless, legend, marked
from tropegraph.extract.traced import CueTrace, ModifierTrace, Named, Role, SentenceTrace
from tropegraph.model.facts import Ref
from tropegraph.model.page import Block, BlockKind, Span, SpanKind
from tropegraph.model.vocabulary import Modifier, RelationType

TEXT = "It glows: compare Iron Lantern (or so), and Paper Moon."
AT = TEXT.index


def named(label: str, role: Role) -> Named:
    return Named(AT(label), AT(label) + len(label), Ref(label), role)


def cue(start: int, end: int) -> CueTrace:
    return CueTrace(0, start, end, (RelationType.COMPARE_WITH,))


def sentence(text: str = TEXT, **seen: tuple[object, ...]) -> SentenceTrace:
    return SentenceTrace(0, 0, len(text), **seen)  # type: ignore[arg-type]


def shown(seen: SentenceTrace, *spans: Span, colour: bool = False) -> str:
    return marked(Block(BlockKind.PARAGRAPH, TEXT, spans=spans), seen, colour=colour).plain


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.TROPE, "[Iron Lantern]"),
        (Role.GUESS, "[Iron Lantern?]"),
        (Role.OWN, "<Iron Lantern>"),
        (Role.WORK, "*Iron Lantern*"),
    ],
)
def test_each_kind_of_name_has_its_sign(role: Role, expected: str) -> None:
    assert shown(sentence(names=(named("Iron Lantern", role),))) == TEXT.replace("Iron Lantern", expected)


def test_a_name_stands_within_a_cue_and_a_cue_within_a_note() -> None:
    at = AT("compare")
    seen = sentence(names=(named("Iron Lantern", Role.TROPE),), cues=(cue(at, AT(" (or")),))
    note = Span(at, AT(", and"), SpanKind.NOTE)
    assert shown(seen, note) == "It glows: (({compare [Iron Lantern]} (or so))), and Paper Moon."


def test_cues_that_overlap_are_marked_side_by_side() -> None:
    seen = sentence(cues=(cue(0, 8), cue(3, 17)), modifiers=(ModifierTrace(5, 8, Modifier.AVERTED),))
    assert shown(seen) == "{It glows}{: compare} Iron Lantern (or so), and Paper Moon."


def test_a_cue_of_another_block_is_not_marked_here() -> None:
    assert shown(sentence(cues=(CueTrace(3, 0, 8, (RelationType.SEE_ALSO,)),))) == TEXT


def test_colour_leaves_the_text_as_it_is() -> None:
    seen = sentence(names=(named("Iron Lantern", Role.TROPE),), cues=(cue(10, 17),))
    text = marked(Block(BlockKind.PARAGRAPH, TEXT), seen, colour=True)
    assert text.plain == TEXT
    assert {str(s.style): TEXT[s.start : s.end] for s in text.spans} == {
        "cyan": "Iron Lantern",
        "yellow underline": "compare",
    }


def test_the_legend_names_every_mark() -> None:
    for colour in (True, False):
        assert all(m.name in legend(colour=colour).plain for m in MARKS)
    assert "*work*" in legend(colour=False).plain


@pytest.mark.parametrize(
    "text", ["\x1b[31mred\x1b[0m", "a\x07b\x08c", "\u202eright to left", "\x9b31m", "\ud800", "a\nb"]
)
def test_what_could_steer_a_terminal_becomes_blank(text: str) -> None:
    assert len(harmless(text)) == len(text)
    assert harmless(text).isprintable()


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)


@given(st.text(min_size=1, max_size=40), st.lists(spans, max_size=4), st.lists(spans, max_size=4), st.lists(spans))
def test_nothing_of_a_sentence_is_lost(text, names, cues, notes) -> None:
    seen = sentence(
        text,
        names=tuple(Named(a, b, Ref("x"), Role.TROPE) for a, b in names),
        cues=tuple(cue(a, b) for a, b in cues),
    )
    block = Block(BlockKind.PARAGRAPH, text, spans=tuple(Span(a, b, SpanKind.NOTE) for a, b in notes))
    coloured, signed = (marked(block, seen, colour=colour).plain for colour in (True, False))
    assert coloured == harmless(text)
    for sign in "[]{}()":
        coloured, signed = coloured.replace(sign, ""), signed.replace(sign, "")
    assert signed == coloured
