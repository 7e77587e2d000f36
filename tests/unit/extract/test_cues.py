"""The table of cues itself."""

from pathlib import Path

import pytest

from tropegraph.extract.cue_lines import LINES
from tropegraph.extract.cues import COMPILED, CUES
from tropegraph.extract.patterns import NAME, REST, SELF
from tropegraph.model.vocabulary import TROPE_RELATIONS

FILES = sorted((Path(__file__).parents[2] / "cases" / "relations").glob("*.txt"))
NAMES = {"iron lantern": NAME, "quiet harbour": NAME, "glass orchard": NAME, "paper moon": SELF}


def masked(line: str) -> str:
    text = line.lower()
    for name, mark in NAMES.items():
        text = text.replace(name, mark + REST * (len(name) - 1))
    return text


CASES = [masked(line) for path in FILES for line in path.read_text(encoding="utf-8").splitlines() if line]


def test_every_type_has_a_cue():
    assert {t for cue in CUES for t in cue.types} == set(TROPE_RELATIONS)


def test_every_cue_has_a_trigger():
    assert all(triggers for _, triggers, _ in COMPILED)


def test_what_a_cue_matches_has_a_trigger_of_it():
    for text in CASES:
        for cue, triggers, pattern in COMPILED:
            assert not pattern.search(text) or any(t in text for t in triggers), (cue.pattern, text)


def test_cues_before_which_names_stand_say_where():
    assert all(("l" in p.groupindex) == (cue.place.name == "BEFORE") for cue, _, p in COMPILED)


@pytest.mark.parametrize("line", ["subtropes", "sister tropes", "compare", "see also", "a super trope to"])
def test_lines(line):
    assert sum(c.compiled.search(line) is not None for c in LINES) == 1
