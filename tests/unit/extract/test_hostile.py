"""One line of one thing, over and over: extraction comes to an end, in time that grows with the line."""

import pytest

from tropegraph.extract import Lexicon, extract
from tropegraph.model.names import KnownName, camel, squash
from tropegraph.model.page import Block, BlockKind, Format, Page
from tropegraph.model.vocabulary import PageKind

TITLES = ("Iron Lantern", "Quiet Harbour")
LEXICON = Lexicon.of(KnownName(squash(t), camel(t)) for t in TITLES)
SIZE = 100_000
UNITS = {
    "cue words": "see also compare contrast with subtrope of ",
    "names": "Iron Lantern, ",
    "sentences": "Compare Iron Lantern. ",
    "capitals": "A ",
    "articles": "the -",
    "hyphens": "Iron-",
    "commas": ",",
    "full stops": ".",
    "parentheses": "(",
    "closed ones": "(Iron Lantern) ",
    "modifiers": "played ",
    "quotation marks": '"',
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
@pytest.mark.parametrize(
    ("name", "blocks"),
    [
        ("Main/PaperMoon", (BlockKind.PARAGRAPH,)),
        ("Main/PaperMoon", (BlockKind.HEADING, BlockKind.ITEM)),
        ("Film/PaperMoon", (BlockKind.ITEM,)),
    ],
    ids=["description", "example", "work"],
)
def test_a_line_of_one_thing_is_read(unit, name, blocks):
    line = unit * (SIZE // len(unit)) + "end"
    heading = {BlockKind.HEADING: "Examples"}
    under = ("Examples",) if BlockKind.HEADING in blocks else ()
    made = tuple(Block(k, heading.get(k, line), level=1, section=() if k in heading else under) for k in blocks)
    kind = PageKind.WORK if name.startswith("Film/") else PageKind.TROPE
    facts = extract(Page("p", "Paper Moon", name, kind, Format.TEXT, made), LEXICON)
    stated = [f.evidence for f in (*facts.relations, *facts.examples, *facts.mentions)]
    assert all(made[e.block].text[e.start : e.end] == e.sentence for e in stated)
