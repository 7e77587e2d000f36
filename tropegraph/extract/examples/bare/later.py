"""Works that open a later sentence or clause of an item: "X has one. Y does it, too, but Z never does."

There any word has a capital after a full stop and people are named as often as works, so only known titles count.
"""

import re
from collections.abc import Iterator
from itertools import chain

from tropegraph.extract.examples.bare.reading import (
    ANY_VERB,
    NOT_FIRST,
    TO_THE_NEXT,
    Candidate,
    Reading,
    is_plausible,
    merit,
)
from tropegraph.extract.examples.wordings import PARTICIPLES
from tropegraph.extract.names.given_names import is_person
from tropegraph.extract.names.title_runs import Run, run_at, without_author

_ANEW = re.compile(
    r"(?P<stop>[.!?;][\"”)]*\s+|\s[—–]\s|,\s+(?:and\s+|but\s+|while\s+|whereas\s+|though\s+)?|\s(?:and|but|while|"
    r"whereas)\s+)"
    r"(?:(?:[Ll]ater|[Aa]lso|[Tt]hen|[Ss]imilarly|[Ll]ikewise|[Aa]nd|[Bb]ut|[Hh]owever),?\s+)?"
    r"(?P<into>(?:[Ii]n|[Ff]rom|[Oo]n)\s+)?(?:[Tt]he\s+|[Ii]ts\s+)?(?=[A-Z0-9])"
)
_AFTER_IN = re.compile(
    r"['’]s\s|,|\s(?:it|he|she|they|there|this|the|an?|we|you|both|everyone|nobody)\b|\s\(|"
    r"\s[A-Z]"
)
_PLAYED_IN = re.compile(
    r"(?:[,;.]|\s[—–])\s+(?:(?:and|but|then|later)\s+){0,2}(?:\w+ly\s+)?"
    rf"(?:{'|'.join(PARTICIPLES)}|used|repeated|also)\s+(?:again\s+)?(?:in|by|on)\s+(?:the\s+)?"
    r"(?:(?:first|original|sequel|remake|film|game|novel),?\s+){0,2}"
    rf"{TO_THE_NEXT}",
)
_SO_DOES = re.compile(rf"\bso (?:is|are|was|were|do|does|did|has|have|had|can|will)\s+(?:the\s+)?{TO_THE_NEXT}")
_AND_IN = re.compile(rf";\s+(?:and\s+|but\s+|while\s+)?in\s+(?:the\s+)?{TO_THE_NEXT}")
_ITS_SEQUEL = re.compile(
    r"\b(?:and|but|as (?:is|does|did|was)|so does|unlike)\s+(?:its|their|the|both)\s+(?:(?:[a-z-]+|"
    r"[A-Z][a-z]+)\s+){0,2}?"
    rf"(?:sequels?|prequel|remake|version|spin-?off|successor|follow-?up|adaptation|reboot|companion),?\s+{TO_THE_NEXT}"
)
"""Another work of the series or story that is said to do the same."""

_DOES_AGAIN_IN = re.compile(
    r"\b(?:again|also|likewise|too|better|worse|once more|on with it|the same|back|another|up)\s+in\s+(?:the\s+)?"
    + TO_THE_NEXT
)
_SCORE = 6.5


def later(text: str, reading: Reading) -> Iterator[Candidate]:
    """Known works that a later sentence or clause begins with, as its subject or after "in"."""
    for m in _ANEW.finditer(text):
        run = _known_at(text, m.end(), reading)
        if run and _says_something(text, run, into=bool(m["into"]), stop=m["stop"]):
            score = _SCORE + merit(text, run, reading, subject=not m["into"])
            if score > _SCORE:
                yield Candidate(run, score)


def said_again(text: str, reading: Reading) -> Iterator[Candidate]:
    """Works of a clause that says how they play it: "used in X, subverted in Y", "and so does Z"."""
    for m in chain(*(pattern.finditer(text) for pattern in (_PLAYED_IN, _SO_DOES, _AND_IN, _ITS_SEQUEL))):
        run = run_at(text, m.end(), reading.lexicon.works, placed=True, follows=True)
        if run and is_plausible(text, run, reading) and (run.words > 1 or _fits(text, run, reading)):
            yield Candidate(run, 7.5 + merit(text, run, reading, subject=False))
    for m in _DOES_AGAIN_IN.finditer(text):
        run = run_at(text, m.end(), reading.lexicon.works, placed=True, follows=True)
        if run and run.words > 1 and _fits(text, run, reading):
            yield Candidate(run, 7.5)


def again(text: str, reading: Reading) -> Iterator[Candidate]:
    """Names of several words that a later sentence or clause begins with: another entry of a series, if so titled."""
    for m in _ANEW.finditer(text):
        run = None if m["into"] else run_at(text, m.end(), reading.lexicon.works, placed=False)
        if run and run.words > 1 and ANY_VERB.match(text, run.end) and not run.possessive:
            yield Candidate(run, _SCORE)


def _fits(text: str, run: Run, reading: Reading) -> bool:
    return reading.lexicon.works.fits(text[run.start : run.end], reading.medium)


def _known_at(text: str, start: int, reading: Reading) -> Run | None:
    works = reading.lexicon.works
    run = run_at(text, start, works, placed=False)
    return without_author(text, run, works, full_name=reading.authored) if run else None


def _says_something(text: str, run: Run, *, into: bool, stop: str) -> bool:
    """Whether what follows makes the run the clause's subject, or the place where the clause plays."""
    if is_person(text[run.start : run.end]):
        return False
    if run.words == 1 and (stop[0] in ".!?" or text[run.start : run.end].lower() in NOT_FIRST):
        return False
    if into:
        return stop[0] not in " ," and bool(_AFTER_IN.match(text, run.end))
    return bool(ANY_VERB.match(text, run.end)) or (stop[0] in ".!?;" and text[run.end : run.end + 1] == ":")
