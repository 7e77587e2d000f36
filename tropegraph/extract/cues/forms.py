"""The shapes that a cue's wording takes: what a noun for a relation, or a verb, makes of a sentence.

A noun ("subtrope") states its relation in many forms ("a subtrope of X", "its subtropes are X", "X is a subtrope"); so
does a verb ("leads to X", "X leads to this", "X, which this leads to"). Tables list the words, the forms stand here.
The abbreviations of patterns are those of `patterns`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from tropegraph.extract.cues.patterns import NAME
from tropegraph.model.vocabulary import RelationType as R


class Place(Enum):
    """Where the names stand that a cue governs."""

    AFTER = auto()
    BEFORE = auto()
    BACK = auto()


class Subject(Enum):
    """What a cue's own subject may be; the fact is T's only if it is not another trope.

    `ANY`: an imperative, which has none. `NOUN`: a noun phrase, in apposition to a name or said of one. `VERB`: a verb,
    whose subject comes before it. `KIND`: an everyday word ("form of"), a cue only where the sentence says what T is.
    """

    ANY = auto()
    NOUN = auto()
    VERB = auto()
    KIND = auto()


@dataclass(frozen=True, slots=True)
class Cue:
    """One wording.

    Args:
        pattern: Regular expression over the shape, with the abbreviations above.
        types: What it states.
        place: Where its names stand.
        reverse: The names are the sources.
        subject: See `Subject`.
        loose: Its first name may stand further off, with verbs and prepositions between.
        negatable: A "not" before it takes it back.
        via_see: Its names are those of the next "see".
        imperative: It is a verb that tells the reader what to do, and no cue in any other form.
        apposed: It only describes the name after it ("its sister trope, X"), so that a list may go on over it.
        distance: How many words may stand before its first name, where that is not the usual number.
        core: The part of the pattern that tells the cue; empty when all of it does.
    """

    pattern: str
    types: tuple[R, ...]
    place: Place = Place.AFTER
    reverse: bool = False
    subject: Subject = Subject.ANY
    loose: bool = False
    negatable: bool = True
    via_see: bool = False
    imperative: bool = False
    apposed: bool = False
    distance: int = 0
    core: str = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for what one trope is to another.

    Args:
        words: Pattern of the noun in the singular.
        types: "This is a {noun} of X" states T `types` X.
        reverse: The same states X `types` T.
        link: Prepositions that join it to the other trope.
        forms: Which of `_FORMS` hold for it.
        subject: What its subject may be in the first form.
        told_by: Pattern of the word that tells it, where `words` holds others ("male version").
    """

    words: str
    types: tuple[R, ...]
    reverse: bool = False
    link: str = "of|to|for"
    forms: str = "abcdefghijlmnor"
    subject: Subject = Subject.NOUN
    told_by: str = ""


_DET = (
    r"(?:the|an?|its|his|her|their|one|another|some|other|common|more|for|this|these|has|have|two|three|four|several)"
)
_BEFORE_NAME = (
    r"(?: (?:may|might|can|could|will|would))?(?: {A}| )"
    r"(?:is|are|be|includes?|being|called|known as|named)"
)
_FORMS = {
    # This is a {noun} of X.
    "a": r"\b{noun}(?:s|es)?(?: ?(?:/|and|or|and/or|and also) ?(?:(?:an?|perhaps|possibly|maybe|at least|even|"
    r"also) )*[\w-]+(?: (?:trope|counterpart|version|form|case))?)?(?: of sorts)? (?:{link}),? (?!like\b)",
    # The {noun} of this is X.
    "b": r"(?:^[\s\"'(]*(?:[\w-]+ ){0,2}?(?={noun}(?:s|es)?(?: (?:{link}) {T})?:|"
    r"{noun}(?:s|es) (?:(?:{link}) {T} )?(?:are|include)\b)|"
    r"^[\s\"'(]*(?:common |some |other |specific )?|" + _DET + r" {W}){noun}(?:s|es)?"
    r"(?: (?:{link}) (?:{T}|the (?:[\w-]+ ){0,2}{S}),?|,(?= (?:is|are|being) ))?"
    rf"(?:,[^,.;{NAME}]{{1,90}},"
    rf"| [—–-]+ [^.;{NAME}]{{1,120}} [—–-]+(?=(?: \w+){{1,2}} (?:(?:the|an?) )?{{N}})| (?:dealing with|involving|"
    rf"featuring|concerning|found in|used in|seen in|among|for|in|with|common|notable|popular|famous|"
    rf"distinct|worth|enough)(?:(?! (?:is|are) )[^,.;]){{1,60}}?)?(?:" + _BEFORE_NAME + r":?|:)"
    r"(?: considered| called| found in)? (?!to )",
    # X is a {noun} of this.
    "c": r"(?P<l>{L})[!?\"']*(?: tropes?)?(?: in (?:general|particular|itself))?,?(?: \([^()]*\))?"
    r"(?:, (?:where|when|in which|which|who)[^,.;]{1,90},)?(?:, [\w ]{1,20},)?,? "
    r"(?:which |who )?(?:also )?{A}{BE}(?:, [\w ]{1,30},)? {A}{W}{noun}(?:s|es)?"
    r"(?: (?:{link}) (?:{T}|the (?:theme|trope|concept|idea|same))| of sorts|(?! (?:{link}))\b)",
    # It has its own {noun}, X.
    "d": r"\b(?:(?:own|the|an?|particular|specific|as|with|related) {noun}(?:s|es)?,?|common {noun}(?:s|es)?,?"
    r"|(?:own|its|his|her|their|(?<!for\s)the|this trope's)(?: (?!of\b|and\b|or\b)[\w'-]+){0,2}? {noun}(?:s|es)?,?"
    r"|(?:own|has|have|had)(?: an?)?(?: \w+)? {noun}(?:s|es)? in) [\"']?(?=(?:the )?{N})",
    # For the {noun} of this, see X.
    "e": r"\bfor (?:(?:the|an?|its|their|his|her|other|more|some|this|another|male|female) {W}|(?:[\w-]+ ){1,2}?)?"
    r"{noun}(?:s|es)?\b(?=[^.;]{0,200}?\b(?:see|go to|check out|refer to|look under)\b)",
    # See X for the {noun} of this.
    "f": r"(?P<l>{L})(?: \([^()]*\))?,? (?:for|as|is) {W}{noun}(?:s|es)?(?: (?:{link}) {T}|{END})",
    # X (the {noun})
    "g": r"(?P<l>{N})(?:(?:,| \(| [—–-]+)\s*(?:(?:which|who) (?:is|are) )?"
    r"(?:the|an?|its|his|her|their|this trope's)| [—–-]+) {W}{noun}"
    r"(?: (?:{link}) {T}|{END})",
    # This is X's {noun}.
    "i": r"(?:^[\s\"'(]*|\b(?:is|are|it's|being|as) )(?P<l>{N})'s? {W}{noun}{END}",
    # X, of which this is a {noun}
    "j": r"(?P<l>{L}),? (?:of|to) which {T} {A}(?:is|are) {A}{W}{noun}\b",
    # X is a {noun} of this, never without "of this".
    "k": r"(?P<l>{L})[!?\"']*(?: tropes?)?,? (?:which |who )?(?:also )?{A}{BE} {A}{W}{noun}(?:s|es)? (?:{link}) {T}",
    # One {noun} of this, X, ...
    "l": r"\b" + _DET + r" {W}{noun}(?:s|es)? (?:{link}) {T}(?:,| \(| [—–-]+) ?(?:called |known as |named |dubbed )?"
    r"(?=(?:the )?{N})",
    # There is a {noun} for sailors called X.
    "m": r"\b" + _DET + rf" {{W}}{{noun}}(?:s|es)?(?:,? (?!of )[^,.;{NAME}]{{1,60}}?)?,? (?:called|known as|"
    rf"named|dubbed) (?=(?:the )?{{N}})",
    # X: the {noun} of this.
    "n": r"^[\s\"'(]*(?P<l>{N})[!?\"']*: (?:the|an?|its) {W}{noun}(?:s|es)? (?:{link}) {T}",
    # X, which this can be a {noun} of
    "o": r"(?P<l>{N}),? (?:which|that|who) {T} {A}(?:is|are|be) {A}{W}{noun}(?: or (?:[\w-]+ ){0,2}?[\w-]+)? "
    r"(?:{link})(?! (?:the |an? )?{N})",
    # X and Y (specific {noun}s of this)
    "r": r"(?P<l>{L}) \((?:[\w-]+ ){0,4}?{noun}(?:s|es)(?: (?:{link}) {T}|\))",
    # the X {noun}
    "p": r"\bthe (?P<l>{N})(?: \([^()]{1,40}\))? {noun}(?! (?:{link})\b)(?!\w)",
    # See X for the {noun}.
    "q": r"(?P<l>{L})(?: \([^()]*\))?,? for (?:the|an?) {W}{noun}(?: (?:{link}) {T}|{END})",
    # An X {noun}, where ...
    "h": r"(?:^[\s\"'(]*|\b(?:is|are|it's|being) )(?:an?|the|another) {W}(?P<l>{N})"
    r"(?:,? (?!{BE}\b)[\w-]+){0,2}? "
    r"{noun}{END}",
}
_BEFORE_FORMS = frozenset("cfghijknopqr")
_FROM_OTHER_FORMS = frozenset("bcdefgklmnpqr")
"""Forms in which the named trope is the {noun} of this one, not this one the {noun} of that."""


def noun_cues(nouns: Iterable[Noun]) -> Iterator[Cue]:
    """The cues of every form of `nouns`."""
    for noun in nouns:
        for form in noun.forms:
            pattern = _FORMS[form].replace("{noun}", noun.words).replace("{link}", noun.link)
            yield Cue(
                pattern,
                noun.types,
                Place.BEFORE if form in _BEFORE_FORMS else Place.AFTER,
                reverse=noun.reverse != (form in _FROM_OTHER_FORMS),
                subject=noun.subject if form == "a" else Subject.ANY,
                negatable=form != "d",
                via_see=form == "e",
                apposed=form == "d",
                core=noun.told_by or noun.words,
            )


_WHO = (
    r"(?P<l>{L})[!?\"']*(?: \([^()]*\))?(?: (?:trope|character|moment|situation)s?)?,? ?\(?"
    r"(?:(?:which|who)(?:, \w+,)? )?"
)


def said_of(pattern: str, types: tuple[R, ...], *, reverse: bool = False, negatable: bool = True) -> Cue:
    """A cue said of names before it: "X {pattern}"."""
    return Cue(_WHO + pattern, types, Place.BEFORE, reverse, negatable=negatable, core=pattern)


def back(pattern: str, types: tuple[R, ...], *, reverse: bool = False) -> Cue:
    """A cue said of the name that its sentence, or the one before, came to: "Compare X, though they {pattern}"."""
    return Cue(rf"\b{pattern}(?!'s)", types, Place.BACK, reverse, negatable=False)


def verb(pattern: str, types: tuple[R, ...], *, reverse: bool = False, loose: bool = False) -> Cue:
    """A cue whose subject comes before it and whose names come after it."""
    return Cue(rf"(?<![\w-])(?:{pattern}):? ", types, reverse=reverse, subject=Subject.VERB, loose=loose)


def verbs(pattern: str, types: tuple[R, ...], *, reverse: bool = False, loose: bool = False) -> Iterator[Cue]:
    """A verb in every place: "this {verb} X", "X {verb} this", "X, which this {verb}"."""
    yield verb(pattern, types, reverse=reverse, loose=loose)
    bare = pattern.replace("{HABIT} ", "").replace("{OFTEN} ", "")
    yield said_of(rf"{{A}}(?:{bare}) {{T}}(?!'s)", types, reverse=not reverse)
    yield Cue(rf"(?P<l>{{N}}),? \(?(?:which|that|who) {{T}} {{A}}(?:{bare}){{STOP}}", types, Place.BEFORE, reverse)


def mutual(pattern: str, types: tuple[R, ...]) -> Iterator[Cue]:
    """What is said of two tropes at once: "this and X {pattern}"."""
    one = r"(?:both )?(?:{T}|{S})"
    for both in (rf"{one} and (?:the |an? )?(?P<l>{{N}})", rf"(?P<l>{{N}}) and {one}"):
        yield Cue(rf"{both} {{A}}{pattern}{{STOP}}", types, Place.BEFORE, negatable=False)
