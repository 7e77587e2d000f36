"""What cues state: why a name makes no fact, and cues whose list was lost."""

import pytest

from tests.unit.extract.test_relations import LEXICON, ME, item, page, paragraph
from tropegraph.extract import extract
from tropegraph.extract.relations.facts import stated
from tropegraph.extract.relations.reading import read_description
from tropegraph.extract.relations.said import Refusal, Stated, refusal, sure_pages
from tropegraph.model.findings import Finding
from tropegraph.model.page import Block, BlockKind


def said(*blocks: Block) -> tuple[Stated, ...]:
    return stated(read_description(page(*blocks), LEXICON), ME)


def lost(*blocks: Block) -> list[Finding]:
    return [f for f in extract(page(*blocks), LEXICON).findings if f.code == "cue-without-target"]


def test_a_cue_knows_where_it_stands():
    text = "It glows. Compare Iron Lantern."
    (one,) = said(paragraph(text))
    assert text[slice(*one.at)].strip() == "Compare"
    assert (one.line, [n.ref.title for n in one.names]) == (0, ["Iron Lantern"])


def test_the_cue_of_a_list_stands_in_the_line_over_it():
    line = "Subtropes:"
    one, two = said(paragraph(line), item("Iron Lantern"), item("Quiet Harbour"))
    assert (one.line, two.line, one.evidence.block, two.evidence.block) == (0, 0, 1, 2)
    assert line[slice(*one.at)] == line


def test_why_a_name_makes_no_fact():
    statements = said(paragraph("Compare Iron Lantern and Paper Moon. It may lead to Utter Gloom."))
    sure = sure_pages(statements)
    told = {n.ref.title: refusal(n, s, sure) for s in statements for n in s.names}
    assert told == {"Paper Moon": Refusal.ITSELF, "Iron Lantern": None, "Utter Gloom": Refusal.GUESS}


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph("Subtropes include:")],
        [paragraph("It glows. Compare:"), paragraph("Iron Lantern shines less.")],
        [paragraph("A Super-Trope to:"), item("the lamp"), item("the moon")],
    ],
    ids=["at the end", "before a paragraph", "over a list that names none"],
)
def test_a_list_that_was_lost_is_a_finding(blocks):
    (finding,) = lost(*blocks)
    assert blocks[0].text in finding.message


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph("Subtropes include:"), item("Iron Lantern"), item("the moon")],
        [Block(BlockKind.HEADING, "See also", level=2), paragraph("Many a lamp.")],
        [paragraph("See the section below. Compare the lamps of Iron Lantern.")],
        [paragraph("Compare Iron Lantern and the following:"), paragraph("Lamps.")],
    ],
    ids=["a list", "a heading", "within a sentence", "a line that names one"],
)
def test_a_cue_that_lost_nothing_is_none(blocks):
    assert lost(*blocks) == []


def test_what_was_lost_from_a_long_line_is_cut_at_a_word():
    (finding,) = lost(paragraph("lamp " * 60 + "shines. Subtropes:"))
    assert finding.message.startswith('No list of names follows "… lamp ')
    assert len(finding.message) < 120
