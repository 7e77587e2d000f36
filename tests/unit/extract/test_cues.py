"""The table of cues itself."""

import pytest

from tropegraph.extract.cue_lines import LINES
from tropegraph.extract.cues import COMPILED, CUES
from tropegraph.model.vocabulary import TROPE_RELATIONS


def test_every_type_has_a_cue():
    assert {t for cue in CUES for t in cue.types} == set(TROPE_RELATIONS)


def test_every_cue_has_a_trigger():
    assert all(triggers for _, triggers, _ in COMPILED)


def test_cues_before_which_names_stand_say_where():
    assert all(("l" in p.groupindex) == (cue.place.name == "BEFORE") for cue, _, p in COMPILED)


@pytest.mark.parametrize("line", ["subtropes", "sister tropes", "compare", "see also", "a super trope to"])
def test_lines(line):
    assert sum(c.compiled.search(line) is not None for c in LINES) == 1
