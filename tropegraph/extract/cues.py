"""The wordings that state a relation between tropes: the register of all cue phrases.

A wording stands in the table of what it means: likeness and contrast, confusion, pointers to other pages, company,
results, contents, kinds; a noun that names a relation ("subtrope", "counterpart") in `cue_nouns`. The shapes that they
take are in `cue_forms`, what takes one back in `cue_rules`, lines over a list in `cue_lines`.

Patterns run over a sentence's *shape* (`spots.Shape`): lower case, every trope's name masked, so that a pattern can
say where names stand (`patterns`).

A cue stands before the names that it governs (`Place.AFTER`: they come after it; `lists.py` says how far the list
goes), after them (`Place.BEFORE`: they are its group `l`), or points back to the one named last (`Place.BACK`). Its
types are given as seen from the page's trope T: `SUBTROPE_OF` says T SUBTROPE_OF X; with `reverse`, X SUBTROPE_OF T.
"""

import re

from tropegraph.extract.cue_company import COMPANY
from tropegraph.extract.cue_confusion import CONFUSION
from tropegraph.extract.cue_contents import CONTENTS
from tropegraph.extract.cue_forms import Cue, Place, noun_cues
from tropegraph.extract.cue_kinds import KINDS
from tropegraph.extract.cue_likeness import LIKENESS
from tropegraph.extract.cue_nouns import NOUNS
from tropegraph.extract.cue_pointers import POINTERS
from tropegraph.extract.cue_results import RESULTS
from tropegraph.extract.patterns import compiled

CUES: tuple[Cue, ...] = (
    *KINDS,
    *LIKENESS,
    *POINTERS,
    *CONFUSION,
    *COMPANY,
    *RESULTS,
    *CONTENTS,
    *noun_cues(NOUNS),
)
"""Every cue."""

_NO_WORD = re.compile(r"\{\w+\}|\\[a-z]|[a-z]\?")
_COMMON = frozenset(
    "this that these them which who with into from for the and but are is be being it of to on in as by an my its "
    "his her their one some more other often may might can could will would another has have such than trope tropes "
    "concept idea theme page most sometimes usually frequently commonly probably common also or not all any at been "
    "up if re es ed ing you like un no action".split()
)


def triggers(cue: Cue) -> frozenset[str]:
    """Words of the cue, one of which stands in everything that it matches: a quick test before the pattern."""
    words = frozenset(re.findall(r"[a-z]{2,}", _NO_WORD.sub(" ", cue.core or cue.pattern)))
    telling = words - _COMMON
    return frozenset(w for w in telling if not any(o != w and o in w for o in telling))


COMPILED: tuple[tuple[Cue, frozenset[str], re.Pattern[str]], ...] = tuple(
    (cue, triggers(cue), compiled(cue.pattern)) for cue in CUES
)
"""Every cue with its triggers and its compiled pattern."""

TRIGGERS = frozenset[str]().union(*(words for _, words, _ in COMPILED))
"""Every trigger of every cue."""

COMPILED_BACK = tuple(c for c in COMPILED if c[0].place is Place.BACK)
"""Those that point back, even to the sentence before."""
