"""The lines of an explained page: every fact has one, and every line fits."""

import re
from collections.abc import Iterator

import pytest
from rich.cells import cell_len

from tests.conftest import ROOT
from tropegraph.building.lexicon import lexicon_of
from tropegraph.cli.explained import UNBROKEN, Sheet, sentence_lines
from tropegraph.extract import Lexicon, extract
from tropegraph.extract.trace import trace
from tropegraph.model.page import Page
from tropegraph.pipeline import parse_pages

PAGES = [p for p in parse_pages([ROOT / "data" / "sample"]) if isinstance(p, Page)]
FACT = re.compile(r" *→ (.*)")


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon_of()


def lines(page: Page, known: Lexicon, sheet: Sheet) -> Iterator[str]:
    return (line.plain for line in sentence_lines(page, extract(page, known), trace(page, known), sheet))


@pytest.mark.parametrize("page", PAGES, ids=[f"{p.format}: {p.id}" for p in PAGES])
def test_every_fact_has_its_line(page: Page, known: Lexicon) -> None:
    facts = extract(page, known)
    listed = [m for m in facts.memberships if m.evidence]
    shown = [m[1] for line in lines(page, known, Sheet(UNBROKEN, colour=False)) if (m := FACT.fullmatch(line))]
    assert len(shown) == len(facts.relations) + len(facts.examples) + len(listed)
    for relation in facts.relations:
        kind = relation.type.replace("_", " ").title()
        other = relation.source if relation.target == facts.page else relation.target
        assert any(kind in line and other.title in line and "(cue" in line for line in shown), relation
    for example in facts.examples:
        assert any((example.work.title in line) or (example.trope.title in line) for line in shown), example


@pytest.mark.parametrize("width", [40, 110])
@pytest.mark.parametrize("colour", [True, False])
def test_every_line_fits(known: Lexicon, width: int, colour: bool) -> None:
    for page in PAGES[::7]:
        for line in lines(page, known, Sheet(width, colour)):
            assert cell_len(line) <= width
            assert line == line.rstrip()


def test_all_of_the_text_is_there(known: Lexicon) -> None:
    for page in PAGES[::7]:
        shown = " ".join(" ".join(lines(page, known, Sheet(30, colour=True))).split())
        for block in page.blocks:
            first = " ".join(block.text.split()[:3])
            assert first in shown
