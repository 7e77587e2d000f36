"""Mentions: tropes named without a cue."""

from tropegraph.extract import extract
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.model.names import KnownName, camel, squash
from tropegraph.model.page import Block, BlockKind, Format, Page

LEXICON = Lexicon.of(KnownName(squash(t), camel(t)) for t in ("Paper Moon", "Iron Lantern", "Quiet Harbour"))


def test_names_without_a_cue_once_each():
    text = "A Paper Moon hangs over a Quiet Harbour. So quiet, the Quiet Harbour. Compare Iron Lantern."
    facts = extract(Page("p", "Paper Moon", "", None, Format.TEXT, (Block(BlockKind.PARAGRAPH, text),)), LEXICON)
    (mention,) = facts.mentions
    assert (mention.source.page, mention.target.page) == ("Main/PaperMoon", "Main/QuietHarbour")
    assert mention.evidence.sentence == "A Paper Moon hangs over a Quiet Harbour."
    assert [r.target.page for r in facts.relations] == ["Main/IronLantern"]
