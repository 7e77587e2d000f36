"""Where a title ends in text that shows nothing but its capitals.

A title is a run of capitalised words with minor words between them. Its hard ends are those that a sentence could as
well have made: a colon before a subtitle, a mark of the title's own, an "and", a possessive, an author's name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tropegraph.extract.names.given_names import is_person
from tropegraph.extract.names.known_works import Works
from tropegraph.model.names import MINOR_WORDS

_CHUNK = re.compile(r"\S+")
_CORE = re.compile(r"(?P<core>.*?)(?P<marks>[!?]*[\"”’']?)(?P<tail>[.,:;…)\]]*)$", re.DOTALL)
_DASHED = re.compile(r"[—–…(\"“”]|\.\.\.|,\w")
_MINOR = (MINOR_WORDS - {"as", "from", "with"}) | frozenset(
    "per de la le no del von e y da di und wa ga - – × x ~ +".split()
)
_INNER_CAPITAL = re.compile(r"[a-z]{1,3}[A-Z]")
_ABBREVIATED = re.compile(
    r"(?:(?:vs|bros|st|mr|mrs|ms|dr|jr|sr|inc|vol|no|pt|prof|sgt|lt)|[A-Z]|.*\.\w+)\.$", re.IGNORECASE
)
YEAR = r"(?:1[5-9]|20)\d{2}"
"""A year in which a work may have been made."""

YEAR_BEHIND = rf"\s\({YEAR}\)"
"""It in brackets behind a title."""

_YEAR_BEHIND = re.compile(YEAR_BEHIND)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_BEFORE_SUBTITLE = re.compile(r":\s+|\s[–-]\s")
_TELLING = re.compile(r"\b(?:of|the|and|in|for|to|a)\b|['’]s |^(?:The|A|An) |[!?]$")
_LONG_SUBTITLE = re.compile(r"(?:The|A|An) (?:\S+ )+(?:of|in) ")
_HAS_AN = re.compile(r"\s+(?:has|had)\s+(?:an?|the|it|one|its|no|some)\b")
_FOREIGN = re.compile(
    r"(?:El|La|Los|Las|Le|Les|Il|Lo|Gli|Un|Une|Una|Der|Das|Ein|Eine|Det|Den)\s+"
    r"(?=[a-zà-þ]{2})(?!and\b|or\b|is\b|has\b|was\b|in\b|by\b)\w[\w'’-]*"
    r"(?:\s+(?!(?:has|have|had|is|are|was|were|does|did|do|by|in|with|where|when|which|and|from|the|an?|both|also|"
    r"uses?)\b"
    r"|(?:averts?|subverts?|features?|plays?|inverts?|ends|opens|begins)\b)[\w'’-]+){0,6}(?=[\s.,:;(!?)]|$)"
)
_AFTER_PLACED = re.compile(r"[,.;()—!?]|\s(?:and|where|when|which|while|has been|as|–|—)\b|\s[–(]")
_A_VERB = re.compile(r"\s+(?:is|are|was|were|has|had|can|could|does|[a-z]+s)\b")
_PRONOUN = frozenset(
    "the this it he she they we you his her their in on if when there then a an i and but each every all both one most "
    "some many its any".split()
)
_AUTHOR = re.compile(r"(?:(?<=\w)['’]s|(?<=s)['’])\s+(?=[A-Z0-9])")
_CUT = re.compile(r"\s+(?:(?:and|or|&)(?!\s+(?:[Tt]he|[Aa])\b)|is|by)(?=\s)|['’]s?\s")
_ANOTHER_NAME = re.compile(
    r"\s+(?:the|an?)\s+(?!(?:Movie|Musical|Series|Animat|Abridged|Game|Ride|Next|First|Last)\w*)"
)
_THE_MOVIE = re.compile(r"\s+[Tt]he\s+(?:Movie|Musical|Series|Animation|Animated Series|Abridged Series|Game|Ride)\b")
_OWNED = re.compile(r"['’]s?\s+[a-z]")
_VERB_INSIDE = re.compile(r"\s+(?:is|are)\s+[A-Z][\w'’-]*(?=[,:])")
_CAPITAL = re.compile(r"(?<![\w'’-])[A-Z0-9]\S*")
_PLATFORM = re.compile(
    r"\s+(?:for|on) (?:the )?(?:Sega|Super Nintendo|Nintendo|NES|SNES|PlayStation|Xbox|PC|Wii|Game Boy|Atari)\b"
)
_MAX_WORDS = 14

MEDIA_NOUN = (
    r"(?:series|subseries|cycle|games?|franchise|trilogy|tetralogy|duology|saga|universe|setting|verse|films?|"
    r"movies?|novels?|"
    r"books?|manga|doujinshi|drama|anime|comics?|web ?comics?|show|visual novels?|novellas?|musical|play|opera|"
    r"cartoons?|fan ?fics?|rom ?hacks?|mod|titles|adaptations?|tabletop|RPGs?|MMORPG|light novels?|OVA|arcade game)"
)
"""Nouns for works of any medium, and for several of one kind."""

SEVERAL = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|many|several|multiple|different|a few|over|at least|"
    "about|around|both|numerous|plenty|lots|various"
)
"""Words for how many things of a kind there are, more than one."""

_COUNT = rf"(?:\d+|an?|{SEVERAL}|some|quite|no|more|its|exactly|only|one|all|it|the)"
_ONE_DOES = (
    r"(?:features?|featured|contains|includes|introduces|introduced|offers|lets|allows|gives|revolves|takes place|"
    r"uses|"
    r"consists|depicts|combines|adds|expands|continues)"
)
"""Verbs of what a single work does."""

STRONG_VERB = (
    rf"(?:{_ONE_DOES}|contain|include|introduce|offer|allow|parodies|parodied|"
    r"deconstruct(?:s|ed)?|reconstruct(?:s|ed)?|subvert(?:s|ed)?|avert(?:s|ed)?|invert(?:s|ed)?|"
    r"lampshade[sd]?|downplay(?:s|ed)?|exaggerate[sd]?|justifie[sd]|zig-?zag(?:s|ged)?|invoke[sd]?|exploit(?:s|ed)?|"
    r"defie[sd]|discusse[sd]|spoof(?:s|ed)?|play(?:s|ed) (?:it|this|the trope|with)|(?:does|did) (?:it|this|so)|"
    r"makes? (?:much )?use|used|ends with|opens with|implies|reveals|calls)"
)
"""Verbs of what works do, be they one or many."""

_SOMEBODY_DOES = re.compile(r"\s+(?:gives|lets|uses|reveals|calls)\b")
_AGAIN = re.compile(
    rf"\s+(?:(?:also|even|only|actually|technically)\s+)?(?:{_ONE_DOES}|(?:has|had)\s+{_COUNT})\b|\s+(?:\w+\s+)?{MEDIA_NOUN}\b"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of title words at `text[start:end]`; `words` counts them, `possessive` when "'s" follows."""

    start: int
    end: int
    words: int
    possessive: bool = False


def run_at(text: str, start: int, works: Works, *, placed: bool, follows: bool = False) -> Run | None:
    """The title that begins at offset `start`, or `None` where no title word stands.

    Args:
        text: A block's text.
        start: Offset of the title's first word.
        works: Known works, whose titles end where they are known to.
        placed: A word like "in" leads to the title, so that a sentence cannot have begun with it.
        follows: The sentence's subject stands before the title, so that it cannot come after a colon.
    """
    run = _foreign_run(text, start) or _plain_run(text, start)
    known = works.end_of_title(text, start)
    if known > (run.end if run else start) or (run and known > start and _ends(text, start, known, run.end)):
        run = Run(start, known, len(text[start:known].split()), bool(_OWNED.match(text, known)))
    if run is None:
        return None
    movie = _THE_MOVIE.match(text, known) if start < known <= run.end else None
    run = Run(start, movie.end(), run.words + 2) if movie and run.end <= movie.end() else run
    run = _lengthened(text, run, works, placed=placed or movie is not None, follows=follows)
    platform = _PLATFORM.search(text, run.start, run.end)
    if platform:
        run = Run(start, platform.start(), run.words)
    year = None if run.possessive else _YEAR_BEHIND.match(text, run.end)
    return Run(start, year.end(), run.words) if year else run


def _ends(text: str, start: int, known: int, end: int) -> bool:
    """Whether a known title ends where it is known to, and the run up to `end` holds another name besides."""
    several = " " in text[start:known]
    return bool(_CUT.match(text, known, end) or (several and _ANOTHER_NAME.match(text, known, end)))


def _is_told(text: str, run: Run, sub: Run, works: Works) -> bool:
    """Whether a subtitle of a known title is more than the name of somebody that the sentence goes on with."""
    name = text[sub.start : sub.end]
    does = _SOMEBODY_DOES.match(text, sub.end) or (_A_VERB.match(text, sub.end) and not _AGAIN.match(text, sub.end))
    return not does or sub.words > 2 or bool(_TELLING.search(name)) or works.known(text[run.start : sub.end])


def _lengthened(text: str, run: Run, works: Works, *, placed: bool, follows: bool) -> Run:
    """The run with a verb that belongs to it, and with its subtitle."""
    verb = None if run.possessive else _VERB_INSIDE.match(text, run.end)
    if verb:
        run = Run(run.start, verb.end(), run.words + 1)
    sub = _subtitle(text, run.end, placed=placed, follows=follows)
    own = without_author(text, run, works, full_name=False)
    if sub and works.known(text[own.start : own.end]) and not _is_told(text, run, sub, works):
        return run
    if sub and text[sub.end : sub.end + 1] == ":" and (more := _subtitle(text, sub.end, placed=False, follows=False)):
        sub = more if text[more.end : more.end + 1] == ":" else sub
    return Run(run.start, sub.end, run.words + sub.words, sub.possessive) if sub else run


def without_author(text: str, run: Run, works: Works, *, full_name: bool) -> Run:
    """The run without an author's name before the title: "Agnes Mole's The Crooked Lamp".

    Args:
        text: A block's text.
        run: A run in it.
        works: Known works; a known title keeps the name that it begins with.
        full_name: A name of two words is taken for an author's whatever follows it.
    """
    if works.known(text[run.start : run.end]):
        return run
    for m in _AUTHOR.finditer(text, run.start, run.end):
        name, rest = text[run.start : m.start()], text[m.end() : run.end]
        if ":" in name or name.startswith(("The ", "A ", "An ")):
            break
        long = " " in name.strip()
        told = full_name or works.known(rest) or is_person(name.strip())
        if rest.startswith(("The ", "A ", "An ")) or (long and told):
            return Run(m.end(), run.end, len(rest.split()), run.possessive)
    return run


@dataclass(frozen=True, slots=True)
class _Token:
    """A word at `text[start:]`: its letters, the marks that may be a title's own, what ends a title, if anything."""

    start: int
    core: str
    marks: str
    tail: str
    dashed: bool
    end: int

    @property
    def is_open(self) -> bool:
        """Whether neither a stop nor a dash ends the run here; the stop of an abbreviation is none."""
        return not self.dashed and (not self.tail or self.core.lower() == "vs")


def _tokens(text: str, start: int) -> Iterator[_Token]:
    for m in _CHUNK.finditer(text, start, min(len(text), start + 200)):
        dashed = _DASHED.search(m.group())
        parts = _CORE.match(m.group()[: dashed.start()] if dashed else m.group())
        if parts is None:
            return
        core, marks, tail = parts.group("core", "marks", "tail")
        if tail.startswith(".") and _ABBREVIATED.match(core + "."):
            core, tail = core + ".", tail[1:]
        yield _Token(m.start(), core, marks, tail, bool(dashed), m.end())


def _foreign_run(text: str, start: int) -> Run | None:
    """A title in a language that writes its words small, told by its article: "La casa de los faroles has ..."."""
    m = _FOREIGN.match(text, start, start + 90)
    return Run(start, m.end(), len(m.group().split())) if m else None


def _plain_run(text: str, start: int) -> Run | None:
    """The run without what a colon adds."""
    end, words = start, 0
    for token in _tokens(text, start):
        titled = is_title_word(token.core)
        if words >= _MAX_WORDS or not (titled or (words and _is_minor(token))):
            break
        if titled:
            words += 1
            owner = _owner(text, token)
            if owner:
                return Run(start, owner, words, possessive=True)
            end = token.start + len(token.core) + len(token.marks.rstrip("\"”’'"))
        if not token.is_open or (token.marks and not _goes_on_after_mark(text, token.end)):
            break
    return Run(start, end, words) if words else None


def _is_minor(token: _Token) -> bool:
    """Whether a word may stand inside a title in lower case; "by" rather parts it from its author."""
    word = token.core.lower().removesuffix(".")
    return word in _MINOR and word != "by" and token.is_open


def _owner(text: str, token: _Token) -> int:
    """Where a possessive ending begins that no further word of a title follows; 0 where there is none."""
    mark = None if token.tail else _POSSESSIVE.search(token.core + token.marks)
    following = text[token.end : token.end + 2].strip()
    return token.start + mark.start() if mark and following and not _opens(following) else 0


def _goes_on_after_mark(text: str, at: int) -> bool:
    """Whether a title goes on after a mark of its own: "Yo! Noid 2", unlike "... Ryu! He does it"."""
    m = _CHUNK.search(text, at)
    return m is not None and is_title_word(m.group()) and m.group().lower() not in _PRONOUN


def _subtitle(text: str, end: int, *, placed: bool, follows: bool) -> Run | None:
    """The run after a colon or dash, where it is the title's other half and not the sentence."""
    gap = _BEFORE_SUBTITLE.match(text, end)
    sub = _plain_run(text, gap.end()) if gap else None
    if not gap or not sub or text[gap.end() : sub.end].lower() in _PRONOUN:
        return None
    rest = text[sub.end : sub.end + 60]
    name = text[gap.end() : sub.end]
    telling = sub.words > 2 or bool(_TELLING.search(name))
    rules = (
        (not rest.strip(), placed or telling),
        (rest[:1] == ":" or bool(_YEAR_BEHIND.match(rest)), True),
        (bool(_AGAIN.match(rest)), telling or not _HAS_AN.match(rest)),
        (sub.possessive, sub.words > 1 and placed),
        (placed and bool(_AFTER_PLACED.match(rest)), True),
        (not placed and sub.words > 2 and bool(_A_VERB.match(rest)), bool(_LONG_SUBTITLE.match(name))),
        (placed, telling or (follows and bool(_A_VERB.match(rest)))),
    )
    return sub if next((holds for applies, holds in rules if applies), False) else None


def is_title_word(word: str) -> bool:
    """Whether a word is written as in a title: with a capital, a digit, or a capital soon after its beginning."""
    first = word.lstrip("'’[¡¿*#<")[:1]
    return bool(first) and (
        first.isupper()
        or first.isdigit()
        or word in {"&", "∞"}
        or bool(_INNER_CAPITAL.match(word))
        or _is_caseless(first)
    )


def _is_caseless(char: str) -> bool:
    """Whether a letter is of a script without capitals."""
    return char.isalpha() and not char.islower() and not char.isupper()


def _opens(char: str) -> bool:
    return char[0].isupper() or char[0].isdigit()


def known_in(text: str, works: Works, end: int) -> Iterator[Run]:
    """Known titles anywhere before offset `end`, from left to right."""
    at = 0
    for m in _CAPITAL.finditer(text, 0, end):
        if m.start() >= at and (known := works.end_of_title(text, m.start())) > m.start():
            at = known
            yield Run(m.start(), known, len(text[m.start() : known].split()))
