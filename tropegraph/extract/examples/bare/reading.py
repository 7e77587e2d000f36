"""What every reading of bare text shares: candidates, and what speaks for or against one wherever it stands."""

import re
from dataclasses import dataclass

from tropegraph.extract.examples import places
from tropegraph.extract.examples.titles import Sign, Title, cleaned
from tropegraph.extract.examples.wordings import PARTICIPLES
from tropegraph.extract.names import known_works
from tropegraph.extract.names.given_names import is_given_name, is_person
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.names.title_runs import MEDIA_NOUN, YEAR_BEHIND, Run
from tropegraph.extract.pages.media import is_medium, namespace_of_medium
from tropegraph.model.facts import Ref
from tropegraph.model.names import page_name

SURE, LIKELY, LEAST = 8.0, 6.0, 3.5
"""Scores from which a candidate is an entry of a series, leads whatever follows, leads at all."""

_PARTS = frozenset(
    "season episode episodes chapter act part volume route routes ending endings level stage case book real day year "
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday world america american japan japanese english england britain europe france "
    "germany german spanish italy london tokyo chinese french russian christmas god earth word playstation nintendo "
    "xbox sega genesis nes snes wii pc dlc npc npcs".split()
)
NOT_FIRST = frozenset(
    "this it he she they there one in on used while many most some what his her if when also even we you i however "
    "although though both not no just similarly another these those that its their at for as with by to from after "
    "before during played zigzagged or and but each every several all any because since despite following unlike "
    "like depending once everyone everybody nobody somebody good bad your my our who where how why which only then "
    "here now instead elsewhere meanwhile usually sometimes often happens happened occurs occurred appears appeared "
    "shows seen found featured mentioned discusses referenced mocked hinted notably see compare contrast naturally "
    "hardly strangely ironically briefly".split()
).union(word for word in PARTICIPLES if word.isalpha())
"""Words that open a sentence and hardly a title."""

WORD = re.compile(known_works.WORD)
AND = re.compile(r"\s+(?:and|&)\s+")
ARTICLES = frozenset(("the", "a", "an"))
TO_THE_NEXT = r"(?=[A-Z0-9À-Þ\[¡¿#Ō]|[a-z]{1,3}[A-Z])"
MEDIA = re.compile(
    rf"(?:['’]s?)?\s+(?:(?!in\b|from\b|of\b|the\b|an?\b|on\b|by\b|and\b)[a-z-]+\s+){{0,2}}?"
    rf"(?:{MEDIA_NOUN}|episodes?|fangame|sequels?)\b"
    r"(?!,?\s+(?:of|in|where|which|by|called|titled|named|based|made)\b|\s+[A-Z0-9])"
)
_YEAR_BEHIND = re.compile(rf"{YEAR_BEHIND}$")
_QUALIFYING = re.compile(
    r"(?:\s\(\d{4}\))?(?:/[^,.;:]{1,30}?)?\s+(?!in\b|from\b|of\b|and\b)(?:[a-z-]+\s+){0,2}?"
    r"(?:fan ?fics?|fan ?game|fic|story|crossover|sequel|prequel|spin-?off|parody|mod|rom ?hack|novel|game|film|"
    r"series|"
    r"doujinshi|song|album|episode)(?:,?\s+(?:called|titled|named))?,?\s+[\"“]?(?=[A-Z0-9])"
)
_PART_OF = re.compile(
    r"\s+(?:expansion|expansion pack|DLC|add-on|arc|story arc|storyline|plotline|questline|quest|side quest|"
    r"mission|level|"
    r"campaign|segment|sketch|skit|chapter|route|ending|subplot)\s+(?:for|of|in|from|"
    r"to)\s+(?:the\s+)?[\"“]?(?=[A-Z0-9])"
)
_COMPOUND = re.compile(r"-(?:themed|styled?|based|like|esque|years?|old|inspired|era|type|level)$")
_BY_SOMEBODY = re.compile(r"\s+(?:novels?|books?|stories|works|plays|films|movies|songs|thrillers|mysteries|tales)\b")
_VERSION = re.compile(r"\s+(?:version|release|port|edition|remaster)\b")
_CHARACTER_FROM = re.compile(r"characters? from\s+(?:the\s+)?$")
IRREGULAR = (
    r"(?:put|got|gets|went|goes|came|took|made|left|built|ran|set|began|saw|told|kept|let|brought|gave|wrote|drew|"
    r"sold|"
    r"won|broke|hit|cut|shot|sent|found|held|stood|spent|fell|led|threw|sang|rode|knew|met|had|"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|wo|would)n['’]t)"
)
"""Forms of verbs whose ending does not show that they are one."""
_ADVERB = (
    r"also|both|all|only|even|actually|then|never|always|just|simply|still|first|later|once|often|sometimes|"
    r"mostly|really|"
    r"[a-z]{3,}ly"
)
ANY_VERB = re.compile(
    rf"\s+(?:(?:{_ADVERB})\s+){{0,2}}"
    rf"(?:{IRREGULAR}|is|are|was|were|can|could|does|do|did|will|would|[a-z]{{2,}}(?:s|ed))\b(?! by\b)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a work may be named; the higher the score, the surer."""

    run: Run
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What it takes to read titles off capitals.

    Args:
        lexicon: Known tropes, which are hardly works, and known works.
        medium: Medium of the folder.
        authored: Works of the folder are named with their authors.
        persons: Names of people are held against a reading; not where links tell titles, which may be people's names.
    """

    lexicon: Lexicon
    medium: str | None = None
    authored: bool = False
    persons: bool = True

    def title(self, text: str, start: int, end: int) -> Title:
        """The title at `text[start:end]`, with its page where exactly one known work of the medium has it.

        A year in brackets tells works of one title apart: it goes into the page's name, as on the wiki, or stays in the
        title where the folder is of no medium that would say what page that is.
        """
        shown = cleaned(text[start:end])
        page = self.lexicon.works.page(shown, self.medium)
        dated = _YEAR_BEHIND.search(shown)
        if not dated or not is_medium(self.medium):
            return Title(start, end, Ref(shown, page), Sign.PLAIN)
        space = namespace_of_medium(self.medium)
        return Title(
            start, end, Ref(shown[: dated.start()], page or (page_name(shown, space) if space else "")), Sign.PLAIN
        )


def merit(text: str, run: Run, reading: Reading, *, subject: bool, called: bool = False) -> float:
    """What speaks for or against a run wherever it stands: known works and tropes, parts, comparisons."""
    name, works = text[run.start : run.end], reading.lexicon.works
    known = works.known(name) and run.words > 1
    fits = works.fits(name, reading.medium) and name.lower() not in NOT_FIRST
    before_colon = subject and text[run.end : run.end + 1] == ":"
    short = name.isupper() and name.isalpha() and run.words == 1 and len(name) < 5 and run.start > 3
    somebody_s = not (fits or known) and bool(_BY_SOMEBODY.match(text, run.end)) and is_person(name)
    trope = not known and not before_colon and reading.lexicon.lookup(name) is not None
    rules = (
        (not called and _in_passing(text, run), -6.0),
        (not subject and not is_plausible(text, run, reading), -6.0),
        (bool(_QUALIFYING.match(text, run.end)) and not MEDIA.match(text, run.end), -5.0),
        (bool(_PART_OF.match(text, run.end)), -6.0),
        (not subject and bool(_VERSION.match(text, run.end)), -4.0),
        (bool(_COMPOUND.search(name)) and not known, -6.0),
        (reading.persons and somebody_s, -8.0),
        (short and not fits, -2.0),
        (fits, 3.0 if subject or known else 2.0),
        (known, 2.0),
        (reading.persons and not before_colon and is_person(name), -4.0),
        (not subject and is_given_name(name), -4.0),
        (trope, -4.0),
    )
    return next((merit for applies, merit in rules if applies), 0.0)


def _in_passing(text: str, run: Run) -> bool:
    """Whether a title further in is merely named to compare; somebody "from" it may well lead."""
    passing = places.in_passing(text[max(0, run.start - 70) : run.start], text[run.end :][:20])
    return passing and run.start > 0 and not _CHARACTER_FROM.search(text, 0, run.start)


def is_plausible(text: str, run: Run, reading: Reading) -> bool:
    """Whether a run after a preposition may be a title at all: no chapter, month, language or year."""
    name = text[run.start : run.end]
    words = name.split()
    if name.lower() in ARTICLES or not (name.isdigit() or any(c.isalpha() for c in name)):
        return False
    if name.isdigit() or name.lower() in NOT_FIRST:
        return (name.isdigit() and len(name) != 4) or (run.start == 3 and text[run.end : run.end + 1] == ",")
    return words[0].lower().strip(".") not in _PARTS or reading.lexicon.works.known(name)
