"""The wordings that state a relation between tropes: the register of all cue phrases.

A wording stands in the table of what it means: likeness and contrast, confusion, pointers to other pages, company,
results, contents, kinds; a noun that names a relation ("subtrope", "counterpart") in `nouns`. The shapes that they
take are in `forms`, what takes one back in `rules`, what joins it to names in `joins`, lines over a list in
`over_lists`, the words by which a list of names goes on or ends in `list_words`.

Patterns run over a sentence's *shape* (`spots.Shape`): lower case, every trope's name masked, so that a pattern can
say where names stand (`patterns`).

A cue stands before the names that it governs (`Place.AFTER`: they come after it; `relations.lists` says how far the
list goes), after them (`Place.BEFORE`: they are its group `l`), or points back to the one named last (`Place.BACK`).
Its types are given as seen from the page's trope T: `SUBTROPE_OF` says T SUBTROPE_OF X; with `reverse`, X SUBTROPE_OF
T.
"""

from tropegraph.extract.cues.company import COMPANY
from tropegraph.extract.cues.confusion import CONFUSION
from tropegraph.extract.cues.contents import CONTENTS
from tropegraph.extract.cues.forms import Cue, noun_cues
from tropegraph.extract.cues.kinds import KINDS
from tropegraph.extract.cues.likeness import LIKENESS
from tropegraph.extract.cues.nouns import NOUNS
from tropegraph.extract.cues.pointers import POINTERS
from tropegraph.extract.cues.results import RESULTS

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
