"""What extraction must hold whatever a page says: filler and spacing change no fact, a shorter page states no other."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given, settings

from tropegraph.building.lexicon import lexicon_of
from tropegraph.extract import Lexicon, extract
from tropegraph.model.facts import PageFacts
from tropegraph.model.names import KnownName, camel, squash
from tropegraph.model.page import Format, RawPage
from tropegraph.parse import parse
from tropegraph.read import read_inputs

ROOT = Path(__file__).parents[2]
TITLES = ("Paper Moon", "Iron Lantern", "Quiet Harbour", "Glass Orchard", "Salt Garden")
LEXICON = Lexicon.of(KnownName(squash(t), camel(t)) for t in TITLES)
JOINING = (Format.PMWIKI, Format.MARKDOWN)
"""Formats in which a line that ends goes on with the next one."""

FILLER = (
    "The lamp on the stairs is older than the house.",
    "Nobody has asked for supper yet.",
    "A letter is read aloud (twice), then put away.",
    "He hangs the key on a nail; the gardener does not mind.",
    "What a day!",
)


def _cases() -> Iterator[str]:
    """The sentences of tests/cases/relations that are one line."""
    for path in sorted((ROOT / "tests" / "cases" / "relations").glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n\n"):
            line = next((line for line in case.splitlines() if line and not line.startswith("#")), "")
            if line and line[0].isalpha():
                yield line


CASES = tuple(_cases())
formats = st.sampled_from((*JOINING, Format.TEXT))
fillers = st.lists(st.sampled_from(FILLER), min_size=1, max_size=3)
pages = st.lists(st.sampled_from(CASES), min_size=1, max_size=5)


def _relations(text: str, markup: Format) -> set[tuple[str, ...]]:
    page = parse(RawPage("p", text, markup, title="Paper Moon", name="Main/PaperMoon"))
    return _stated(extract(page, LEXICON))


def _stated(facts: PageFacts) -> set[tuple[str, ...]]:
    return {(r.source.title, r.type, r.target.title) for r in facts.relations}


@given(paragraphs=pages, filler=fillers, markup=formats, data=st.data())
@settings(max_examples=200, deadline=None)
def test_sentences_without_cue_or_name_change_no_relation(
    paragraphs: list[str], filler: list[str], markup: Format, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(paragraphs)))
    more = [*paragraphs[:at], " ".join(filler), *paragraphs[at:]]
    where = data.draw(st.integers(0, len(paragraphs) - 1))
    longer = [f"{p} {filler[0]}" if i == where else p for i, p in enumerate(paragraphs)]
    stated = _relations("\n\n".join(paragraphs), markup)
    assert _relations("\n\n".join(more), markup) == stated
    assert _relations("\n\n".join(longer), markup) == stated


@given(paragraphs=pages, markup=st.sampled_from(JOINING), data=st.data())
@settings(max_examples=200, deadline=None)
def test_wrapping_changes_no_relation(paragraphs: list[str], markup: Format, data: st.DataObject) -> None:
    wrapped = "\n\n".join(_with_breaks(p, data) for p in paragraphs)
    assert _relations(wrapped, markup) == _relations("\n\n".join(paragraphs), markup)


def _with_breaks(paragraph: str, data: st.DataObject) -> str:
    """A paragraph whose lines end between some of its words."""
    words = paragraph.split(" ")
    plain = [i for i, word in enumerate(words) if i and word[0].isalpha()]  # others could open a list
    breaks = data.draw(st.sets(st.sampled_from(plain), max_size=4)) if plain else set()
    return "".join(("\n" if i in breaks else " ") + word for i, word in enumerate(words)).lstrip()


@given(paragraphs=pages, markup=formats, space=st.sampled_from(["  ", "\u00a0", " \u00a0"]))
@settings(max_examples=100, deadline=None)
def test_spacing_changes_no_relation(paragraphs: list[str], markup: Format, space: str) -> None:
    assume(markup is not Format.MARKDOWN or not any(" (" in p for p in paragraphs))  # two blanks before it open a note
    spaced = "\n\n".join(p.replace(" ", space) for p in paragraphs)
    assert _relations(spaced, markup) == _relations("\n\n".join(paragraphs), markup)


@given(paragraphs=pages, markup=formats)
@settings(max_examples=100, deadline=None)
def test_the_style_of_quotes_changes_no_relation(paragraphs: list[str], markup: Format) -> None:
    text = "\n\n".join(paragraphs)
    curly = text.replace("'", "’").replace(' "', " “").replace('"', "”")
    assert _straight(_relations(curly, markup)) == _straight(_relations(text, markup))


def _straight(facts: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    quotes = str.maketrans("’“”", '\'""')
    return {tuple(part.translate(quotes) for part in fact) for fact in facts}


WIKI = ROOT / "data" / "sample" / "wiki"
KNOWN = lexicon_of()


@pytest.mark.parametrize("path", sorted(WIKI.rglob("*.pmwiki")), ids=lambda path: "/".join(path.parts[-2:]))
def test_a_page_cut_short_states_nothing_else(path: Path) -> None:
    (raw,) = (found for found in read_inputs([str(path)]) if isinstance(found, RawPage))
    whole = _facts(raw, raw.text)
    lines = raw.text.splitlines(keepends=True)
    ends = [i for i, line in enumerate(lines) if not line.strip()]
    for end in ends:
        assert _facts(raw, "".join(lines[:end])) <= whole, f"cut before line {end}"


def _facts(raw: RawPage, text: str) -> set[tuple[str, ...]]:
    facts = extract(parse(RawPage(raw.id, text, raw.format, title=raw.title, name=raw.name)), KNOWN)
    examples = {(e.work.title, e.trope.title, *m) for e in facts.examples for m in ((), *((x,) for x in e.modifiers))}
    return _stated(facts) | examples
