"""Which cues may stand in a sentence at all: a few of them, told by words before any pattern is tried."""

import re
from functools import lru_cache

from tropegraph.extract.cues.forms import Cue
from tropegraph.extract.cues.needed import needs, words_in
from tropegraph.extract.cues.register import CUES

_LETTERS = re.compile(r"[a-z]+")
_NOTHING = frozenset[str]()
_NEEDS = tuple(needs(cue.pattern) or (_NOTHING,) for cue in CUES)
_SETS = tuple(dict.fromkeys((_NOTHING, *(words for wanted in _NEEDS for words in wanted))))
"""Every set of words of which a cue needs one, first that of cues that need none."""

_PLACE = {words: i for i, words in enumerate(_SETS)}
_FURTHER = tuple(frozenset(_PLACE[words] for words in wanted[1:]) for wanted in _NEEDS)
_BY_FIRST = tuple(tuple(n for n, wanted in enumerate(_NEEDS) if wanted[0] == words) for words in _SETS)
_BY_WORD = {word: tuple(i for i, words in enumerate(_SETS) if word in words) for word in _NOTHING.union(*_SETS)}
_LONGEST = max(map(len, _BY_WORD))


@lru_cache(maxsize=1 << 16)
def _met_by(letters: str) -> frozenset[int]:
    """The sets of which a run of letters holds a word."""
    held = _BY_WORD.keys() & words_in(letters, _LONGEST)
    return frozenset(i for word in held for i in _BY_WORD[word])


def cues_for(text: str) -> list[Cue]:
    """The cues whose needs a sentence meets, in the order of their table.

    Args:
        text: The sentence, in lower case.
    """
    met = frozenset((0,)).union(*map(_met_by, set(_LETTERS.findall(text))))
    return [CUES[n] for n in sorted([n for i in met for n in _BY_FIRST[i] if _FURTHER[n] <= met])]
