"""Evidence is the whole sentence, as it stands in its block: of every fact of every page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.extract.test_relations import LEXICON, item, page, paragraph
from tropegraph.building.lexicon import lexicon_of
from tropegraph.extract import Lexicon, extract
from tropegraph.model.facts import Evidence, PageFacts
from tropegraph.model.page import Block, BlockKind, Page, Span, SpanKind
from tropegraph.model.vocabulary import PageKind
from tropegraph.pipeline import parse_pages

BEFORE = re.compile(r"(?:^|\n|[.!?…][\"'”’»)\]]*)\s*\Z")
"""What may stand before a sentence: nothing, a line break, the end of another."""

END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
"""How a sentence ends that does not end with its line."""


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon_of()


def evidence_of(facts: PageFacts) -> Iterator[Evidence]:
    stated = (*facts.relations, *facts.examples, *facts.memberships, *facts.mentions)
    return (fact.evidence for fact in stated if fact.evidence)


def faults(block: Block, evidence: Evidence) -> list[str]:
    """What is wrong with evidence that stands in `block`."""
    text, start, end = block.text, evidence.start, evidence.end
    ends_line = text[end:].lstrip(" ")[:1] in ("", "\n")
    checks = {
        "it is not the slice": text[start:end] == evidence.sentence,
        "it is empty": bool(evidence.sentence),
        "white space at an end": evidence.sentence == evidence.sentence.strip(),
        "another section": evidence.section == " / ".join(block.section),
        "it runs over a line break": "\n" not in evidence.sentence,
        "it begins within a sentence": BEFORE.search(text[:start]) is not None,
        "it ends within a sentence": ends_line or END.search(evidence.sentence) is not None,
    }
    return [fault for fault, holds in checks.items() if not holds]


def faulty(one: Page, known: Lexicon) -> list[tuple[str, list[str], str]]:
    found = ((e, faults(one.blocks[e.block], e)) for e in set(evidence_of(extract(one, known))))
    return [(one.id, wrong, e.sentence) for e, wrong in found if wrong]


def pages(folder: Path) -> Iterator[Page]:
    return (p for p in parse_pages([folder]) if isinstance(p, Page))


MARKED = ['"Tin" Kettle… Harbour', "What Now? The Return", "Oh! My Lantern"]


@pytest.mark.parametrize("title", MARKED)
@pytest.mark.parametrize("kind", [PageKind.TROPE, PageKind.WORK])
def test_marks_within_a_name_end_no_sentence(kind: PageKind, title: str) -> None:
    said = f"{title}: It goes out at night."
    spans = (Span(0, len(title), SpanKind.ITALIC),) if kind is PageKind.TROPE else ()
    block = Block(BlockKind.ITEM, f"{said} Nobody minds.", 1, ("Film",), (), spans)
    (fact,) = extract(replace(page(block), kind=kind), LEXICON).examples
    told = fact.work if kind is PageKind.TROPE else fact.trope
    assert (fact.evidence.sentence, told.title) == (said, title)


def test_every_fact_of_the_sample_pages(sample: Path, known: Lexicon) -> None:
    found = list(pages(sample))
    assert sum(1 for one in found for _ in evidence_of(extract(one, known))) > 500
    assert [fault for one in found for fault in faulty(one, known)] == []


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["descriptions", "seeds", "wiki", "html"])
def test_every_fact_of_real_pages(corpus: Path, known: Lexicon, folder: str) -> None:
    assert [fault for one in pages(corpus / folder) for fault in faulty(one, known)] == []


def sentences_of(*blocks: Block) -> list[tuple[int, str]]:
    facts = extract(page(*blocks), LEXICON)
    assert all(faults(blocks[e.block], e) == [] for e in evidence_of(facts))
    return sorted({(e.block, e.sentence) for e in evidence_of(facts)})


CUES = (
    "Compare Iron Lantern, where it glows.",
    "See also Quiet Harbour!",
    'It is the inverse of "Glass Orchard."',
    "Often overlaps with Iron Lantern (e.g. at sea, by night).",
    "Mr. J. Doe held that it leads to Quiet Harbour...",
    "Contrast Glass Orchard",
)
PLAIN = ("It glows.", "Who lit it?", '"Nobody!" they said.', "So (it is told) it is!", "In 1.5 of 2 cases it fades…")


@given(st.lists(st.sampled_from(CUES + PLAIN), min_size=1, max_size=6), st.sampled_from([" ", "\n"]))
def test_evidence_is_one_whole_sentence(parts: list[str], between: str) -> None:
    parts = [p if p[-1] in '.!?…")' or i == len(parts) - 1 else p + "." for i, p in enumerate(parts)]
    told = {sentence for _, sentence in sentences_of(paragraph(between.join(parts)))}
    assert told <= set(parts)
    assert told >= {p for p in parts if p.startswith(("Compare", "See", "Often"))}


def test_what_a_list_says_is_evidence_item_by_item() -> None:
    blocks = (paragraph("It glows. Subtropes:"), item("Iron Lantern: of iron. And rusty."), item("Quiet Harbour"))
    assert sentences_of(*blocks) == [(1, "Iron Lantern: of iron."), (2, "Quiet Harbour")]


def test_a_note_stays_in_the_sentence_that_it_belongs_to() -> None:
    text = "Compare Iron Lantern, A lamp. Of iron. which glows. It fades."
    note = Span(text.index("A lamp"), text.index(" which"), SpanKind.NOTE)
    ((_, sentence),) = sentences_of(Block(BlockKind.PARAGRAPH, text, spans=(note,)))
    assert sentence.startswith("Compare Iron Lantern, A lamp.")
