"""Which cues may stand in a sentence at all: a few of them, told by words before any pattern is tried."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tropegraph.extract.cue_forms import Cue
from tropegraph.extract.cues import CUES
from tropegraph.extract.needed import Needs, needs

_LETTERS = re.compile(r"[a-z]+")
_SEARCHED: tuple[tuple[Cue, Needs], ...] = tuple((cue, needs(cue.pattern)) for cue in CUES)
_WORDS = frozenset[str]().union(*(words for _, wanted in _SEARCHED for words in wanted))
_LONGEST = max(map(len, _WORDS))


@cache
def _numbers(word: str) -> tuple[int, ...]:
    """Places in the table of the cues for which a word of their most telling set is this one."""
    return tuple(n for n, (_, wanted) in enumerate(_SEARCHED) if word in wanted[0])


@lru_cache(maxsize=1 << 14)
def _words_in(letters: str) -> frozenset[str]:
    """The words of cues that a run of letters holds."""
    ends = range(2, _LONGEST + 1)
    return _WORDS.intersection(letters[i : i + n] for i in range(len(letters)) for n in ends)


def cues_for(text: str) -> Iterator[Cue]:
    """The cues whose needs a sentence meets, in the order of their table.

    Args:
        text: The sentence, in lower case.
    """
    present = frozenset[str]().union(*map(_words_in, set(_LETTERS.findall(text))))
    for n in sorted({n for word in present for n in _numbers(word)}):
        cue, wanted = _SEARCHED[n]
        if not any(words.isdisjoint(present) for words in wanted):
            yield cue
