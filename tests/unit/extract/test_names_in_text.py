"""What counts as a trope's name in a description, beside the wordings of tests/cases/relations."""

import pytest

from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.relations.facts import relations
from tropegraph.extract.relations.reading import read_description
from tropegraph.model.facts import Ref
from tropegraph.model.names import KnownName, camel, squash
from tropegraph.model.page import Block, BlockKind, Format, Link, Page
from tropegraph.model.vocabulary import PageKind

TITLES = (
    "Paper Moon",
    "Iron Lantern",
    "Quiet Harbour",
    "Driftwood",
    "Foil",
    "Evil Counterpart",
    "Forgotten Trope",
    "Lampe à Huile",
    "All Lamps Are Lit",
    "Earth",
)
LEXICON = Lexicon.of(KnownName(squash(t), camel(t)) for t in TITLES)


def targets(*blocks: Block) -> list[str]:
    page = Page("p", "Paper Moon", "Main/PaperMoon", PageKind.TROPE, Format.TEXT, blocks)
    found = relations(read_description(page, LEXICON), Ref("Paper Moon", "Main/PaperMoon"))
    return [r.target.title for r in found]


def said(text: str) -> list[str]:
    return targets(Block(BlockKind.PARAGRAPH, text))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Compare Iron Lantern and Foil.", ["Iron Lantern", "Foil"]),
        ("See also Evil Counterpart and Iron Lantern.", ["Evil Counterpart", "Iron Lantern"]),
        ("Compare Forgotten Trope, Iron Lantern.", ["Forgotten Trope", "Iron Lantern"]),
        ("Compare Iron Lantern. He is a Foil who talks.", ["Iron Lantern"]),
        ("Compare Iron Lantern, Lampe à Huile.", ["Iron Lantern", "Lampe à Huile"]),
        ("Compare All Lamps are Lit.", ["All Lamps are Lit"]),
    ],
)
def test_names_in_a_list(text, named):
    assert said(text) == named


def test_a_word_that_heads_an_item_of_a_list_is_a_name():
    line = Block(BlockKind.PARAGRAPH, "This often overlaps with:")
    items = ("Driftwood. It comes in with the tide.", "Iron Lantern. It goes out.")
    assert targets(line, *(Block(BlockKind.ITEM, t, level=1) for t in items)) == ["Driftwood", "Iron Lantern"]


@pytest.mark.parametrize(
    "text",
    [
        "Variations include: WHERE IS THE FOIL! and WHO TOOK MY DRIFTWOOD!",
        "Compare the Driftwood-like manner of gulls.",
        "See the Analysis Page.",
        "It is the equivalent of Season 3.",
    ],
)
def test_what_is_no_name(text):
    assert said(text) == []


def test_a_quoted_title_ends_at_its_last_quotation_mark():
    titles = Lexicon.of([KnownName("wherewereyouwereout", "WhereWereYouWereOut")])
    text = 'See "Where Were You?" "We\'re Out." and others'
    (match,) = titles.find(text)
    assert text[match.end :] == " and others"


def test_a_proper_noun_counts_only_where_tropes_are_listed():
    assert said("This often leads to Earth.") == []
    assert said("See also Earth and Iron Lantern.") == ["Earth", "Iron Lantern"]


@pytest.mark.parametrize(
    ("label", "named"), [("a wet evening", []), ("iron lanterns", ["Iron Lantern"]), ("Lit Things", ["Iron Lantern"])]
)
def test_words_of_the_sentence_that_a_link_leads_elsewhere(label, named):
    text = f"This may lead to {label} at sea."
    link = Link(text.index(label), text.index(label) + len(label), page="Main/IronLantern")
    assert targets(Block(BlockKind.PARAGRAPH, text, links=(link,))) == named
