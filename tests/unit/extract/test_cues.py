"""The table of cues itself."""

from pathlib import Path

import pytest

from tropegraph.extract.cues.needed import needs
from tropegraph.extract.cues.over_lists import LINES
from tropegraph.extract.cues.patterns import NAME, REST, SELF, compiled
from tropegraph.extract.cues.register import CUES
from tropegraph.extract.cues.search import cues_for
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


def test_every_cue_needs_a_word():
    assert all(needs(cue.pattern) for cue in CUES)


def test_a_cue_is_looked_for_wherever_it_matches():
    for text in CASES:
        looked_for = list(cues_for(text))
        assert looked_for == [cue for cue in CUES if cue in looked_for]
        for cue in CUES:
            assert cue in looked_for or not compiled(cue.pattern).search(text), (cue.pattern, text)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\boverlaps? with ", ["_overlap"]),
        (r"hand[ -]in[ -]hand", ["_hand", "hand"]),
        (r"(?:gives?|lends?) rise", ["_rise", "give lend"]),
        (r"(?:gives? |lends? )?rise", ["rise"]),
        (r"^(?:gives? |lends? )?rise", ["_rise"]),
        (r"(?:gives?|{N}) rise", ["_rise"]),
        (r"(?<![\w-])(?:quite ){0,2}{A}alike(?:ness)+(?! at)(?<!so)", ["_alike", "ness"]),
        (r" flavou?rs{1,2}", ["_flavo", "rs"]),
        (r"of (?:this|that)", ["_this _that"]),
        (r"[a-z]+ (?=see\b)", ["_see"]),
        (r"{N} ?[\s,]*see[\s,]*[\w,]*either", ["_see", "either"]),
    ],
)
def test_needs(pattern, words):
    found = [{word.replace(" ", "_") for word in one} for one in needs(pattern)]
    assert sorted(map(sorted, found)) == sorted(sorted(w.split()) for w in words)


def test_cues_before_which_names_stand_say_where():
    assert all(("l" in compiled(cue.pattern).groupindex) == (cue.place.name == "BEFORE") for cue in CUES)


@pytest.mark.parametrize("line", ["subtropes", "sister tropes", "compare", "see also", "a super trope to"])
def test_lines(line):
    assert sum(c.compiled.search(line) is not None for c in LINES) == 1
