"""Titles that a preposition, or the word for what they are, leads to in bare text; known works anywhere."""

import re
from collections.abc import Iterator

from tropegraph.extract.examples.bare.reading import ANY_VERB, MEDIA, TO_THE_NEXT, Candidate, Reading, merit
from tropegraph.extract.names.given_names import is_person
from tropegraph.extract.names.title_runs import Run, is_title_word, known_in, run_at, without_author

_STEP = (
    r"(?:(?:[Ss]eason|[Ee]pisode|[Cc]hapter|[Bb]ook|[Vv]olume|[Pp]art|[Aa]ct)\s+\w+,?\s+of|the|an?|its|his|her|their|one|two|both|all|some|most|many|first|second|third|fourth|fifth|final|last|original|"
    r"\S+-[Gg]ame|classic|early|earlier|late|later|old|older|new|newer|other|recent|obscure|popular|indie|fan-made|freeware|sequel|"
    r"prequel|remake|spin-?off|follow-up|episodes?|song|play|musical|opera|film|movie|movies|game|games|video|novel|"
    r"novels|story|short|book|books|series|show|manga|anime|comic|comics|webcomic|doujinshi|supplementary|visual|mobile|"
    r"adventure|platformer|fic|fanfic|fan|called|titled|named|of|to|about|set|before|after|version|versions|adaptation|"
    r"adaptations|start|beginning|end|ending|endings|middle|case|world|manual|climax|finale|intro|campaign|mode|"
    r"supporting)\s+"
)
_PLACE = re.compile(
    rf"\b(?P<at>[Ii]n|[Ff]rom|[Tt]hroughout|[Oo]n|[Oo]f|[Bb]y|[Ww]ith|[Aa]t)\s+(?:{_STEP}){{0,6}}{TO_THE_NEXT}"
)
_KIND = re.compile(
    r"(?:\b(?:game|film|movie|novel|novella|story|manga|anime|series|show|play|musical|poem|doujinshi|drama|webcomic|comic|song|album|"
    r"visual novel|fan ?fic|fic|mod|rom ?hack|book|sequel|prequel|spin-?off|fan ?game|remake|platformer|shooter|"
    r"RPG|crossover)|-Game)"
    rf"(?:,?\s+(?:called|titled|named))?,?\s+(?P<quote>[\"“])?{TO_THE_NEXT}"
)
_OF_LAST = re.compile(r"\s(?:of|to)\s+(?:the\s+)?$")
_WROTE = re.compile(
    r"(?P<who>(?:[A-Z][\w.'’-]*\s+){2,4}?)(?:(?:also|once|later)\s+)?(?:wrote|made|directed|built|opened|opens|began|begins|"
    r"ended|ends|starts|started|filmed|shot|set|based|penned|created)\s+"
    rf"(?:(?:all|most|much|half) of\s+)?{TO_THE_NEXT}"
)
_FROM_WORK = re.compile(r"[\"”]\s+(?:from|in|on)\s")
_FROM = re.compile(r"\s+(?:from|with)\s+(?:the\s+)?")


def placed(text: str, reading: Reading) -> Iterator[Candidate]:
    """Runs after "in", "from", "of" and the like."""
    for m in _PLACE.finditer(text):
        run = run_at(text, m.end(), reading.lexicon.works, placed=True, follows=m.start() > 0)
        if not run:
            continue
        if m.start() == 0:
            run = _without_subject(text, _with_preposition(text, run, reading), reading)
        score = _placed_score(text, m, run)
        run = without_author(text, run, reading.lexicon.works, full_name=True)
        yield Candidate(run, score + merit(text, run, reading, subject=False))


def _with_preposition(text: str, run: Run, reading: Reading) -> Run:
    """A run after an opening "in" with what "from" or "with" adds before the comma: "In Tales from the Sea, ..."."""
    m = None if run.possessive else _FROM.match(text, run.end)
    further = run_at(text, m.end(), reading.lexicon.works, placed=True) if m else None
    if further and text[further.end : further.end + 1] == ",":
        return Run(run.start, further.end, run.words + further.words)
    return run


def _without_subject(text: str, run: Run, reading: Reading) -> Run:
    """A run after an opening "in" without the sentence's subject, where no comma parts the two."""
    name = text[run.start : run.end]
    if (
        run.words < 3
        or run.possessive
        or MEDIA.match(text, run.end)
        or reading.lexicon.works.known(name)
        or not ANY_VERB.match(text, run.end)
    ):
        return run
    cut = re.search(r"\s+(?:the\s+)?\S+$", name)
    return Run(run.start, run.start + cut.start(), run.words - 1) if cut else run


def _placed_score(text: str, m: re.Match[str], run: Run) -> float:
    """How surely a run after a preposition is the item's work, by the preposition and what stands before it."""
    before, at, after = text[: m.start()], m.group("at").lower(), text[run.end :]
    media = 2.0 if MEDIA.match(after) else 0.0
    if run.possessive:
        return 4.0
    if not before:
        return {"in": 9.0, "from": 8.0, "throughout": 9.0, "on": 7.5 if after[:1] == "," else 6.0}.get(at, 4.0) + media
    if at == "at" and _OF_LAST.search(text, m.start(), m.end()):
        at = "of"
    early = _is_first_name(before)
    direct = _follows_a_name(before)
    base = {"in": 7.0, "from": 7.0, "throughout": 7.0, "of": 5.0, "on": 5.0, "by": 3.5}.get(at, 1.0)
    return base + media + (1.0 if early or direct else 0.0)


def _is_first_name(before: str) -> bool:
    """Whether no other word with a capital stands between the beginning and a place."""
    words = before.split()
    return len(words) < 16 and not any(is_title_word(w) for w in words[1:]) and not re.search(r"[.!?]\s", before)


def _follows_a_name(before: str) -> bool:
    """Whether the item begins with somebody "in" the place: "Bertram, the smith, ... from"."""
    words = before.rstrip(" ,").split()
    return 0 < len(words) <= 6 and is_title_word(words[-1]) and not re.search(r"[.!?:]\s", before)


def called(text: str, reading: Reading) -> Iterator[Candidate]:
    """Runs after the word for what they are: "the film X", "a short story, "X""."""
    for m in _KIND.finditer(text):
        run = run_at(text, m.end(), reading.lexicon.works, placed=True)
        if run and not _is_part(text, m, run, reading):
            score = 7.5 + (1.0 if _is_first_name(text[: m.start()]) else 0.0) - (3.0 if run.possessive else 0.0)
            run = without_author(text, run, reading.lexicon.works, full_name=True)
            yield Candidate(run, score + merit(text, run, reading, subject=True, called=True))


def _is_part(text: str, m: re.Match[str], run: Run, reading: Reading) -> bool:
    """Whether a name in quotation marks is a song or the like of the work that follows: 'the song "X" from Y'."""
    return bool(m["quote"]) and reading.medium != "Music" and bool(_FROM_WORK.match(text, run.end))


def written(text: str, reading: Reading) -> Iterator[Candidate]:
    """The run that an author opens the item with having made: "Agnes Mole wrote X around one"."""
    m = _WROTE.match(text)
    run = run_at(text, m.end(), reading.lexicon.works, placed=True, follows=True) if m else None
    if m and run and is_person(m["who"].strip()):
        yield Candidate(run, 7.0 + merit(text, run, reading, subject=False))


def known_titles(text: str, reading: Reading) -> Iterator[Candidate]:
    """Known works of several words wherever they stand."""
    for run in known_in(text, reading.lexicon.works, len(text)):
        if run.words > 1:
            yield Candidate(run, 4.0 + merit(text, run, reading, subject=False))
