"""The trace of a page: that it tells what `extract` tells, and where."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.extract.test_relations import LEXICON, item, page, paragraph
from tropegraph.building.lexicon import lexicon_of
from tropegraph.extract import Lexicon, extract
from tropegraph.extract.trace import trace
from tropegraph.extract.traced import CueTrace, Role, SentenceTrace
from tropegraph.model.names import KnownName
from tropegraph.model.page import Block, BlockKind, Format, Page, RawPage, Span, SpanKind
from tropegraph.model.vocabulary import Modifier, PageKind, RelationType
from tropegraph.parse import parse
from tropegraph.pipeline import parse_pages

KINDS = ("relations", "examples", "memberships", "mentions")


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon_of()


def traced(*blocks: Block) -> tuple[SentenceTrace, ...]:
    return trace(page(*blocks), LEXICON)


def wiki(text: str, kind: PageKind = PageKind.TROPE, name: str = "Main/WallJump") -> Page:
    return parse(RawPage("case", text, Format.PMWIKI, name=name, title="Wall Jump" if kind is PageKind.TROPE else ""))


def pages(folder: Path) -> Iterator[Page]:
    return (p for p in parse_pages([folder]) if isinstance(p, Page))


def check(one: Page, lexicon: Lexicon) -> None:
    """The trace holds the facts of `extract`, each at its sentence, and every offset fits."""
    facts, seen = extract(one, lexicon), trace(one, lexicon)
    for kind in KINDS:
        stated = Counter(f for f in getattr(facts, kind) if f.evidence)
        assert Counter(f for s in seen for f in getattr(s, kind)) == stated, (one.id, kind)
    assert [s.block for s in seen] == sorted(s.block for s in seen)
    for sentence in seen:
        fits(one, sentence)


def fits(one: Page, sentence: SentenceTrace) -> None:
    text = one.blocks[sentence.block].text
    assert 0 <= sentence.start < sentence.end <= len(text)
    for fact in (*sentence.relations, *sentence.examples, *sentence.mentions):
        assert sentence.start <= fact.evidence.start < sentence.end
    for cue in sentence.cues:
        assert 0 <= cue.start <= cue.end <= len(one.blocks[cue.block].text)
    for part in (*sentence.names, *sentence.modifiers):
        assert 0 <= part.start < part.end <= len(text)


def test_sample_pages_tell_what_extract_tells(sample: Path, known: Lexicon) -> None:
    found = list(pages(sample))
    assert {p.format for p in found} == set(Format)
    for one in found:
        check(one, known)


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["descriptions", "seeds", "wiki", "html"])
def test_real_pages_tell_what_extract_tells(corpus: Path, known: Lexicon, folder: str) -> None:
    for one in pages(corpus / folder):
        check(one, known)


def test_every_sentence_stands_there_once() -> None:
    text = "It glows. Compare Iron Lantern. It fades!"
    assert [text[s.start : s.end] for s in traced(paragraph(text))] == [
        "It glows.",
        "Compare Iron Lantern.",
        "It fades!",
    ]


def test_a_cue_is_shown_with_what_it_governs() -> None:
    text = "Compare Iron Lantern and Paper Moon. It may lead to Utter Gloom."
    first, second = traced(paragraph(text))
    (compare,), (lead,) = first.cues, second.cues
    assert (text[compare.start : compare.end], compare.types) == ("Compare", (RelationType.COMPARE_WITH,))
    assert [(n.ref.title, n.refused) for n in compare.names] == [
        ("Iron Lantern", ""),
        ("Paper Moon", "it is what the sentence is about"),
    ]
    assert compare.relations == first.relations
    assert [(n.ref.title, n.refused) for n in lead.names] == [
        ("Utter Gloom", "only its capitals say that it is a title")
    ]
    assert (lead.relations, second.relations) == ((), ())


def test_names_say_what_they_are_and_whether_a_cue_governs_them() -> None:
    (sentence,) = traced(paragraph("A Paper Moon over the Quiet Harbour: compare Iron Lantern."))
    assert [(n.ref.title, n.role, n.used) for n in sentence.names] == [
        ("Paper Moon", Role.OWN, False),
        ("Quiet Harbour", Role.TROPE, False),
        ("Iron Lantern", Role.TROPE, True),
    ]
    assert [m.target.title for m in sentence.mentions] == ["Quiet Harbour"]


def test_the_cue_of_a_list_stands_in_its_line_and_in_its_items() -> None:
    line = "Many lamps glow. Subtropes:"
    first, announced, one, two = traced(paragraph(line), item("Iron Lantern"), item("Quiet Harbour"))
    assert not first.tells
    (cue,) = announced.cues
    assert line[cue.start : cue.end] == "Subtropes:"
    assert cue.relations == (*one.relations, *two.relations)
    assert announced.relations == ()
    assert [c.block for c in (*one.cues, *two.cues)] == [0, 0]


def test_a_lost_list_leaves_its_cue_and_a_finding() -> None:
    (sentence,) = traced(paragraph("Subtropes:"))
    assert sentence.cues == (CueTrace(0, 0, 10, (RelationType.SUBTROPE_OF,)),)
    assert [f.code for f in sentence.findings] == ["cue-without-target"]
    assert sentence.tells


def test_an_example_is_shown_where_it_is_named_and_where_it_is_told() -> None:
    one = wiki("It is a jump.\n!!Examples\n* ''Film/RushHour'' has it. Later on it is averted, sadly.")
    _, _, named, told = trace(one, LEXICON)
    assert [(n.role, n.ref.page) for n in named.names] == [(Role.WORK, "Film/RushHour")]
    assert [e.work.page for e in named.elsewhere] == ["Film/RushHour"]
    assert (named.examples, told.examples) == ((), named.elsewhere)
    assert [m.modifier for m in told.modifiers] == [Modifier.AVERTED]


def test_a_work_page_names_its_tropes() -> None:
    one = wiki("A film.\n\n!!Tropes:\n* PaperMoon and IronLantern: Played straight.", PageKind.WORK, "Film/RushHour")
    sentence = next(s for s in trace(one, LEXICON) if s.examples)
    text = one.blocks[sentence.block].text
    assert [(n.role, text[n.start : n.end]) for n in sentence.names] == [
        (Role.TROPE, "Paper Moon"),
        (Role.TROPE, "Iron Lantern"),
    ]
    assert [e.trope.page for e in sentence.examples] == ["Main/PaperMoon", "Main/IronLantern"]


def test_an_item_without_a_title_says_so() -> None:
    one = wiki("It is a jump.\n!!Examples\n* ''Film/RushHour'' has it.\n* somebody does it somewhere.")
    *_, last = trace(one, LEXICON)
    assert [f.code for f in last.findings] == ["work-unclear"]


def test_members_of_an_index_stand_with_their_items() -> None:
    lexicon = Lexicon.of([KnownName("bigbad", "BigBad")])
    blocks = (Block(BlockKind.ITEM, "Big Bad: worse than most.", level=1),)
    index = Page("p", "Villain Tropes", "Main/VillainTropes", PageKind.INDEX, Format.TEXT, blocks)
    (sentence,) = trace(index, lexicon)
    assert [m.member.title for m in sentence.memberships] == ["Big Bad"]


def test_a_note_within_a_sentence_holds_no_cue() -> None:
    text = "It glows (compare Iron Lantern) like a lamp. See Quiet Harbour."
    block = Block(BlockKind.PARAGRAPH, text, spans=(Span(9, 31, SpanKind.NOTE),))
    assert [r.type for s in traced(block) for r in s.relations] == [RelationType.SEE_ALSO]


def test_a_page_without_text_has_no_sentence() -> None:
    assert trace(Page("p", "", "", None, Format.TEXT, ()), LEXICON) == ()
