"""Titles that open an item, or a clause of it, in bare text."""

import re
from collections.abc import Iterator

from tropegraph.extract.examples.bare.lists import further
from tropegraph.extract.examples.bare.reading import (
    AND,
    ANY_VERB,
    ARTICLES,
    LEAST,
    LIKELY,
    MEDIA,
    NOT_FIRST,
    SURE,
    TO_THE_NEXT,
    WORD,
    Candidate,
    Reading,
    merit,
)
from tropegraph.extract.examples.wordings import PARTICIPLES
from tropegraph.extract.names.given_names import is_given_name, is_person
from tropegraph.extract.names.lexicon import is_title_case
from tropegraph.extract.names.title_runs import (
    MEDIA_NOUN,
    SEVERAL,
    STRONG_VERB,
    Run,
    is_title_word,
    run_at,
    without_author,
)

_PHRASE = re.compile(
    r"(?:\w+ly|As|Like|Unlike|Following|Similar|Much like|Just like|Compared to|Thanks to|Aside from|Besides|"
    r"Oddly enough|\w+ly enough|For (?:an?|the)|Speaking of|On the other hand|Again|However|Of course|In general)\b"
    r"[^.:;]{0,80}?,\s+"
    rf"(?:the\s+)?(?:[a-z]+\s+){{0,3}}{TO_THE_NEXT}"
)
_BEFORE_SUBJECT = re.compile(
    r"(?:(?:And|But|Also|Then|While|Although|Though|Since|When|If|As|Because|Another|So|Even|Likewise|Similarly),?\s+)?"
    r"(?:(?:[Ee]ach|[Ee]very|[Mm]ost|[Mm]any|[Ss]everal|[Ss]ome|[Aa]ll|[Aa]ny|[Bb]oth|[Ee]ither|"
    r"An?|[Tt]he|[Ii]ts|(?:[Nn]early|[Aa]lmost) (?:every|all))\s+(?:of\s+)?(?:the\s+)?)?"
    r"(?:(?:first|second|third|fourth|original|final|last|uncut|later|other|early|earlier|newer|older|\"?sequel\"?,?)\s+"
    r"(?:of\s+(?:the\s+)?)?)*"
    r"(?:\S+-[Gg]ame\s+)?" + TO_THE_NEXT
)
_SHARE = re.compile(
    r"(?:Much|Most|Half|Parts?|Plenty|Lots|A lot|Several|Some|All|The (?:whole|rest|bulk|entirety)) of\s+(?:[a-z]+\s+)?"
    + TO_THE_NEXT
)
_PLAYED = re.compile(
    rf"(?=[A-Z])(?i:{'|'.join(PARTICIPLES)})(?:\s[a-z]+){{0,3}}[:.,]\s+(?:[Ii]n\s+(?:the\s+)?)?{TO_THE_NEXT}"
)
_ACCORDING = re.compile(rf"According to\s+(?:[a-z]+\s+){{0,4}}{TO_THE_NEXT}")
_HAS = re.compile(r"\s+(?:(?:also|both|all)\s+)?(?:has|have|had)\b")
_COUNTED = re.compile(
    r"\s+(?:(?:also|both|all|only|technically|actually)\s+)?(?:has|have|had)\s+"
    rf"(?:\d|{SEVERAL}|a total|a number|a whopping|quite a|no fewer)"
)
_HAS_A = re.compile(r"\s+(?:has|have|had)\s+(?:an?|the|one|its|some|no|this)\b")
_STRONG = re.compile(rf"\s+(?:(?:also|both|all|only|even|actually)\s+)?{STRONG_VERB}\b")
_TO_PERSONS = re.compile(r",?\s+(?:in|from|of|on|towards?|to|and)\b")
_QUALIFIED = re.compile(r"(?:,?\s+[\"“][^\"”]{1,60}[\"”]|\s+\([^)]{1,60}\))\s*:")
_IN_A_NAME = re.compile(r"\s(?:in|on|from|by|at)\s")
_IS_A_WORK = re.compile(
    rf",\s+(?:an?|the)\s+(?:[\w'’-]+\s+){{0,5}}?(?:{MEDIA_NOUN}|one-act|one|cartoon|poem|song|remake)\b"
)
_AND_ITS_KIN = re.compile(
    r",?\s+(?:and|as well as|along with)\s+(?:its|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:sequels?|prequels?|remakes?|versions?|spin-?offs?|successors?|follow-?ups?|adaptations?|reboots?)\b"
)
_BY_ITS_AUTHOR = re.compile(r"(?:\s+\([^)]{1,60}\))?,?\s+by\s+(?:[Tt]he\s+)?[A-Z]")
_IN_THE_TITLE = re.compile(r"\s(?:in|from|on)\s(?:The|A|An)\s")
_IN_THE_NOUN = re.compile(r"\s(?:in|on|from|by|at)\s(?:the|an?)\s\S+$")
_MIN_WHOLE = 4.8
_LOWER_IN = re.compile(r"\s[a-z]+\s(?:in|on|from|by|at)\s")
_LEADS_IN = frozenset(
    "in on from at while when as if also another this there and but even for both each every several "
    "these those many any".split()
)
_SOMEBODY_FROM = re.compile(r"(?!The |A |An )(?:\S+\s+){1,3}from\s")
_AFTER_SUBJECT: tuple[tuple[re.Pattern[str], float], ...] = (
    (MEDIA, 9.0),
    (_COUNTED, 8.5),
    (_STRONG, 8.0),
    (re.compile(r"\s+(?:both|all)\b"), 8.0),
    (_HAS_A, 7.0),
    (_HAS, 6.5),
    (re.compile(r"\.? [–—] |—"), 8.5),
    (re.compile(r"[.!?] "), 5.5),
    (_IS_A_WORK, 8.0),
    (_BY_ITS_AUTHOR, 8.0),
    (re.compile(r",\s+(?:by|in which|where|with|since|because|via|though|also|of course)\b"), 7.0),
    (_AND_ITS_KIN, 8.0),
    (_TO_PERSONS, LEAST),
    (re.compile(r"\s?\("), 5.0),
    (re.compile(r","), 3.9),
    (ANY_VERB, 4.5),
)
"""How surely a name at the beginning is the work, by what follows it."""

_UP_TO_COLON = re.compile(r"[^:.()]{1,40}?(?=:(?:\s|$))")
_UP_TO_VERB = re.compile(r"[^:.()]{1,60}?(?=\s+(?:has|have|is|was|features?|offers?|lets|allows?|uses?|contains?)\b)")
_COMMA = re.compile(r",\s+")
_SUBTITLE_ONLY = re.compile(r":\s+(?:[A-Z0-9][\w'’-]*(?:\s(?:of|the|and|her|his))*\s?){1,5}\.")


def subjects(text: str, reading: Reading) -> Iterator[Candidate]:
    """Runs at the beginning of the item, or of the clause after its opening words."""
    if text[:1].islower():
        yield from _lower_case(text, reading)
    for opening in (_BEFORE_SUBJECT, _PHRASE, _SHARE, _PLAYED, _ACCORDING):
        m = opening.match(text)
        if m and (m.end() or opening is _BEFORE_SUBJECT):
            yield from _subject(text, m.end(), reading)
            if m.end() and opening is _BEFORE_SUBJECT:
                yield from _subject(text, 0, reading)


def _lower_case(text: str, reading: Reading) -> Iterator[Candidate]:
    """A title in lower case that opens an item, up to a colon, else to the first verb or comma."""
    m = _UP_TO_COLON.match(text) or _UP_TO_VERB.match(text)
    told = m and (text[m.end()] == ":" or any(verb.match(text, m.end()) for verb in (_HAS, _STRONG)))
    if (
        m
        and (sub := run_at(text, m.end() + 2, reading.lexicon.works, placed=False))
        and text[sub.end : sub.end + 1] == ":"
    ):
        yield Candidate(Run(0, sub.end, sub.words + 1), SURE + 1)
    elif m and told and not is_title_word(text.split(maxsplit=1)[0]):
        yield Candidate(Run(0, m.end(), len(m.group().split())), SURE)


def _subject(text: str, start: int, reading: Reading) -> Iterator[Candidate]:
    run = run_at(text, start, reading.lexicon.works, placed=False)
    if not run:
        return
    run = _with_commas(text, run, reading)
    if text[run.start : run.end].lower() in ARTICLES:
        return
    score = _subject_score(text, run, reading)
    run = without_author(text, run, reading.lexicon.works, full_name=reading.authored)
    if score > 0:
        yield Candidate(run, score + merit(text, run, reading, subject=True))


def _with_commas(text: str, run: Run, reading: Reading) -> Run:
    """The run with what commas add to it, where a verb of one work or a colon follows: "Papers, Please has"."""
    at, words = run.end, run.words
    if text[run.start : run.end].split(maxsplit=1)[0].lower() in NOT_FIRST - {"no", "not", "i"}:
        return run
    while (m := _COMMA.match(text, at)) and (further := run_at(text, m.end(), reading.lexicon.works, placed=False)):
        at, words = further.end, words + further.words
    if at == run.end or AND.search(text, run.start, at):
        return run
    follows = text[at : at + 1] == ":" or _COUNTED.match(text, at) or _STRONG.match(text, at)
    return Run(run.start, at, words) if follows else run


def _subject_score(text: str, run: Run, reading: Reading) -> float:
    """How surely a run is the item's work, by what follows it."""
    name, after = text[run.start : run.end], text[run.end : run.end + 100]
    known, opens = reading.lexicon.works.known(name), run.start == 0
    if opens and (_SHARE.match(text) or _PLAYED.match(text)) and not reading.lexicon.works.fits(name, reading.medium):
        return 0.0
    if opens and (after[:1] == ":" or _QUALIFIED.match(after)):
        return _before_colon(name, run, known=known, subtitle=bool(_SUBTITLE_ONLY.match(after)))
    if not after.strip(" .*") and (known or not _IN_THE_TITLE.search(name)):
        return 10.0 if opens and (run.words > 1 or not after.strip()) else LEAST
    whole = None if known else _unknown_score(name, run, after)
    return _score_before(text, run, after, reading) if whole is None else whole


def _unknown_score(name: str, run: Run, after: str) -> float | None:
    """The score of a name that is no known title where it may hold a part of the sentence; else `None`."""
    first = name.split(maxsplit=1)[0].lower()
    if _IN_THE_NOUN.search(name) and run.start == 0 and first not in NOT_FIRST and ANY_VERB.match(after):
        return 0.0 if is_given_name(first) else _MIN_WHOLE
    if _IN_THE_TITLE.search(name):
        return 0.0
    if _BY_ITS_AUTHOR.match(after) and first not in NOT_FIRST and not is_given_name(first):
        return None
    leads_in = (first in NOT_FIRST and run.words < 3) or name.lower() in NOT_FIRST
    return 0.0 if leads_in or _IN_A_NAME.search(name) else None


def _score_before(text: str, run: Run, after: str, reading: Reading) -> float:
    """How surely a run is the item's work, by the verb or comma after it."""
    name, works = text[run.start : run.end], reading.lexicon.works
    score = next((score for pattern, score in _AFTER_SUBJECT if pattern.match(after)), 3.0)
    if further(text, run, reading) or (
        run.start == 0 and score > LEAST and name.lower() not in NOT_FIRST and works.fits(name, reading.medium)
    ):
        return max(score, SURE)
    first = name.split(maxsplit=1)[0].lower()
    if run.words == 1 and (score == 3.0 or (after[:1] == "," and first.endswith("ly"))):
        return 0.0
    if first in NOT_FIRST and not works.known(name):
        return score - 1.0 if score >= LIKELY else 0.0
    return 5.0 if run.possessive and score < 9.0 else score - (0.5 if run.words == 1 and score < 9.0 else 0.0)


def _before_colon(name: str, run: Run, *, known: bool, subtitle: bool) -> float:
    """How surely a name before a colon is the work: seldom where it is somebody "in" it, or begins as a sentence."""
    first = name.split(maxsplit=1)[0].lower()
    leads_in = run.words > 1 and (first in _LEADS_IN or (first in NOT_FIRST and _IN_A_NAME.search(name)))
    if known or not (leads_in or _LOWER_IN.search(name)):
        somebody = not known and (
            _SOMEBODY_FROM.match(name)
            or (subtitle and _IN_A_NAME.search(name))
            or is_person(_IN_A_NAME.split(name, maxsplit=1)[0])
        )
        return 6.5 if somebody else 10.0 if _reads_as_title(name) else 5.0
    return 0.0


def _reads_as_title(part: str) -> bool:
    words = WORD.findall(part)
    return bool(words) and (is_title_case(words) or part.strip().isdigit() or not part.isascii())
