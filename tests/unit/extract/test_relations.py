"""Relations: every wording of tests/cases/relations, and what surrounds single sentences."""

from pathlib import Path

import pytest

from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.relations.facts import relations
from tropegraph.extract.relations.reading import read_description
from tropegraph.model.facts import Ref, Relation
from tropegraph.model.names import KnownName, camel, squash
from tropegraph.model.page import Block, BlockKind, Format, Link, Page
from tropegraph.model.vocabulary import RELATIONS, PageKind

CASES = sorted((Path(__file__).parents[2] / "cases" / "relations").glob("*.txt"))
TITLES = ("Paper Moon", "Iron Lantern", "Quiet Harbour", "Glass Orchard")
LEXICON = Lexicon.of(KnownName(squash(t), camel(t)) for t in TITLES)
ME = Ref("Paper Moon", "Main/PaperMoon")


def page(*blocks: Block) -> Page:
    return Page("p", ME.title, ME.page, PageKind.TROPE, Format.TEXT, blocks)


def paragraph(text: str, *links: Link) -> Block:
    return Block(BlockKind.PARAGRAPH, text, links=links)


def item(text: str, level: int = 1, *links: Link) -> Block:
    return Block(BlockKind.ITEM, text, level=level, links=links)


def link(text: str, label: str, target: str) -> Link:
    return Link(text.index(label), text.index(label) + len(label), page=target)


def found(*blocks: Block) -> tuple[Relation, ...]:
    return relations(read_description(page(*blocks), LEXICON), ME)


def facts(*blocks: Block) -> set[tuple[str, str, str]]:
    return {canonical(r.source.title, r.type, r.target.title) for r in found(*blocks)}


def canonical(source: str, kind: str, target: str) -> tuple[str, str, str]:
    names = ["T" if n == ME.title else n for n in (source, target)]
    symmetric = next(info for k, info in RELATIONS.items() if k == kind).symmetric
    a, b = sorted(names) if symmetric else names
    return a, kind, b


def cases() -> list[tuple[str, set[tuple[str, str, str]]]]:
    out = []
    for paragraph_ in "\n\n".join(p.read_text(encoding="utf-8") for p in CASES).split("\n\n"):
        lines = [line for line in paragraph_.splitlines() if line and not line.startswith("#")]
        if lines:
            out.append((lines[0], {parse_fact(line) for line in lines[1:]}))
    return out


def parse_fact(line: str) -> tuple[str, str, str]:
    kind = next(word for word in line.split() if word in list(RELATIONS))
    source, target = line.split(f" {kind} ")
    return canonical(source, kind, target)


@pytest.mark.parametrize(("sentence", "expected"), cases(), ids=[c[0][:50] for c in cases()])
def test_wording(sentence, expected):
    assert facts(paragraph(sentence)) == expected


def test_evidence_is_the_sentence_where_it_stands():
    text = "It shines. Compare Iron Lantern, which does not. See also Quiet Harbour."
    for relation in found(paragraph("Nothing here."), paragraph(text)):
        e = relation.evidence
        assert e.block == 1
        assert text[e.start : e.end] == e.sentence
        assert relation.as_written in e.sentence
    assert [r.evidence.sentence for r in found(paragraph(text))] == [
        "Compare Iron Lantern, which does not.",
        "See also Quiet Harbour.",
    ]


def test_a_sentence_of_names_goes_on_with_the_cue_before_it():
    assert facts(paragraph("See also Iron Lantern. Also Quiet Harbour.")) == {
        ("T", "SEE_ALSO", "Iron Lantern"),
        ("T", "SEE_ALSO", "Quiet Harbour"),
    }


def test_a_sentence_without_names_points_back_to_the_last_one():
    assert facts(paragraph("Compare Iron Lantern, which is lit. There is often a lot of overlap.")) == {
        canonical("T", "COMPARE_WITH", "Iron Lantern"),
        canonical("T", "OVERLAPS_WITH", "Iron Lantern"),
    }
    assert facts(paragraph("It has an Iron Lantern. There is no overlap.")) == set()


def test_a_guessed_name_beside_a_known_one_counts_for_every_cue():
    assert facts(paragraph("May lead to Iron Lantern or Bright Copper Kettle.")) == {
        ("T", "LEADS_TO", "Iron Lantern"),
        ("T", "LEADS_TO", "Bright Copper Kettle"),
    }
    assert facts(paragraph("May lead to Bright Copper Kettle.")) == set()


def test_a_guessed_name_that_another_cue_vouches_for_counts():
    assert ("T", "LEADS_TO", "Bright Copper Kettle") in facts(
        paragraph("May lead to Bright Copper Kettle. See also Bright Copper Kettle.")
    )


def test_a_page_that_links_some_names_states_facts_of_unlinked_ones():
    text = "An Iron Lantern and a Quiet Harbour. Compare Bright Copper Kettle."
    block = paragraph(text, link(text, "Iron Lantern", "Main/IronLantern"))
    assert facts(block) == {canonical("T", "COMPARE_WITH", "Bright Copper Kettle")}


def test_own_title_is_no_target():
    assert facts(paragraph("Compare Paper Moon and Iron Lantern.")) == {canonical("T", "COMPARE_WITH", "Iron Lantern")}


def test_links_name_their_targets_and_other_pages_are_none():
    text = "Compare the lamps, Harbour Nights and wikis."
    block = paragraph(
        text,
        link(text, "lamps", "Main/IronLantern"),
        link(text, "Harbour Nights", "Film/HarbourNights"),
        link(text, "wikis", "Main/SubTrope"),
    )
    (relation,) = found(block)
    assert (relation.target.page, relation.target.title, relation.as_written) == (
        "Main/IronLantern",
        "Iron Lantern",
        "lamps",
    )


def test_a_linked_cue_word_is_still_the_cue():
    text = "Sister Trope to Iron Lantern."
    block = paragraph(
        text, link(text, "Sister Trope", "Main/SisterTrope"), link(text, "Iron Lantern", "Main/IronLantern")
    )
    assert facts(block) == {canonical("T", "SISTER_TROPE", "Iron Lantern")}


def test_a_line_is_the_cue_of_the_list_under_it():
    blocks = (
        Block(BlockKind.HEADING, "Subtropes:", level=2),
        item("Iron Lantern: It is heavy. It has a subtrope of its own:"),
        item("Glass Orchard: It breaks.", 2),
        item("Quiet Harbour: Beside an Iron Lantern."),
    )
    assert facts(*blocks) == {
        ("Iron Lantern", "SUBTROPE_OF", "T"),
        ("Quiet Harbour", "SUBTROPE_OF", "T"),
    }
    several = (blocks[0], item("Iron Lantern: It has subtropes of its own:"), *blocks[2:])
    assert ("Glass Orchard", "SUBTROPE_OF", "Iron Lantern") in facts(*several)


def test_a_heading_of_related_tropes_is_no_cue():
    assert facts(Block(BlockKind.HEADING, "Related tropes", level=2), item("Iron Lantern")) == set()


def test_examples_state_no_relations():
    blocks = (
        Block(BlockKind.HEADING, "Examples", level=2),
        Block(BlockKind.ITEM, "A play. Compare Iron Lantern.", level=1, section=("Examples",)),
    )
    assert facts(paragraph("A moon of paper."), *blocks) == set()


def test_same_fact_in_two_sentences_keeps_both_as_evidence():
    assert len(found(paragraph("Compare Iron Lantern. Compare also Iron Lantern."))) == 2


def test_long_hostile_sentences_end():
    text = "Compare " + "Iron Lantern, which is a the of " * 3000 + "."
    assert found(paragraph(text))


@pytest.mark.corpus
def test_figures_on_the_annotated_descriptions(corpus):
    """Floor on the real descriptions; the figures themselves stand in the job's report."""
    import json

    from tropegraph.extract import extract
    from tropegraph.model.page import RawPage
    from tropegraph.parse import parse
    from tropegraph.read import load_known_names

    lexicon = Lexicon.of(load_known_names())
    gold_folder = corpus.parent / "gold"
    lines = (gold_folder / "dev_docs_gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {d["id"]: d for d in map(json.loads, lines)}
    right = wrong = missed = 0
    for line in (gold_folder / "dev_docs.jsonl").read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        told = extract(parse(RawPage(doc["id"], doc["text"], Format.TEXT, title=doc["title"])), lexicon).relations
        rows = gold[doc["id"]]["relations"] or []
        firm = {(r["type"], key(r["source"]), key(r["target"])) for r in rows if not r["optional"]}
        loose = {(r["type"], key(r["source"]), key(r["target"])) for r in rows}
        got = {(r.type.value, key(r.source.title), key(r.target.title)) for r in told}
        got |= {(t, b, a) for t, a, b in got if RELATIONS_BY_NAME[t].symmetric and (t, b, a) in loose}
        right += len(got & firm)
        missed += len(firm - got)
        wrong += len({(t, *sorted((a, b))) for t, a, b in got - loose} - {(t, *sorted((a, b))) for t, a, b in loose})
    assert 2 * right / (2 * right + wrong + missed) > 0.88


RELATIONS_BY_NAME = {kind.value: info for kind, info in RELATIONS.items()}


def key(title: str) -> str:
    squashed = squash(title)
    return squashed.removeprefix("the").removesuffix("s")


def test_a_counterpart_counts_where_it_stands_in_a_list_of_names():
    lexicon = Lexicon.of(KnownName(squash(t), camel(t)) for t in (*TITLES, "Evil Counterpart"))

    def targets(text: str) -> list[str]:
        found = relations(read_description(page(paragraph(text)), lexicon), ME)
        return [r.target.title for r in found if r.type == "SEE_ALSO"]

    assert targets("See also Iron Lantern, Evil Counterpart and Quiet Harbour.") == [
        "Iron Lantern",
        "Evil Counterpart",
        "Quiet Harbour",
    ]
    assert targets("See also Iron Lantern, the Evil Counterpart.") == ["Iron Lantern"]
