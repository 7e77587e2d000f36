"""The wordings that state a relation between tropes: the one home of cue phrases.

Patterns run over a sentence's *shape* (`spots.Shape`): lower case, every trope's name masked, so that a pattern can
say where names stand (`patterns`).

A cue stands before the names that it governs (`Place.AFTER`: they come after it; `lists.py` says how far the list
goes) or after them (`Place.BEFORE`: they are its group `l`). Its types are given as seen from the page's trope T:
`SUBTROPE_OF` says T SUBTROPE_OF X; with `reverse`, X SUBTROPE_OF T.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from tropegraph.extract.patterns import NAME, compiled
from tropegraph.model.vocabulary import RelationType as R


class Place(Enum):
    """Where the names stand that a cue governs."""

    AFTER = auto()
    BEFORE = auto()


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
    distance: int = 0
    core: str = ""


@dataclass(frozen=True, slots=True)
class _Noun:
    """A word for what one trope is to another.

    Args:
        words: Pattern of the noun in the singular.
        types: "This is a {noun} of X" states T `types` X.
        reverse: The same states X `types` T.
        link: Prepositions that join it to the other trope.
        forms: Which of `_FORMS` hold for it.
        subject: What its subject may be in the first form.
    """

    words: str
    types: tuple[R, ...]
    reverse: bool = False
    link: str = "of|to|for"
    forms: str = "abcdefgh"
    subject: Subject = Subject.NOUN


_COUNTERPART_OF_WHAT = (
    r"(?:male|female|men's|women's|boy|girl|gender[\w-]*|distaff|spear|romantic|non-?romantic|platonic|sexual|"
    r"supernatural|"
    r"magical|super[\w-]*|heroic|villainous|evil|video[ -]?game|literary|live-action|real[ -]life|sci-?fi|fantasy|"
    r"mechanical|robot\w*|animal|human|adult|child|younger|older|opposite-sex|same-sex|lesbian|gay|masculine|feminine|"
    r"psychic|technological|musical|audio|visual|verbal|physical|mental)"
)

_NOUNS = (
    _Noun(r"sub[ -]?(?:trope|type|genre|category|set|class|index|division|variety)", (R.SUBTROPE_OF,)),
    _Noun(r"daughter[ -]trope", (R.SUBTROPE_OF,), forms="a"),
    _Noun(r"(?:super|parent|mother)[ -]?(?:trope|category)", (R.SUBTROPE_OF,), reverse=True),
    _Noun(r"(?:sister|sibling|brother|cousin|twin)[ -](?:trope|index)", (R.SISTER_TROPE,)),
    _Noun(r"(?:sister|sibling|cousin|twin)", (R.SISTER_TROPE,), forms="acd"),
    _Noun(
        r"(?:inverse|inversion|(?:(?:polar|exact|direct|diametric\w*|complete|total|literal|very) )?"
        r"opposite(?: trope| number)?"
        r"(?! (?:gender|sex|way|direction|end|side|personality|approach))"
        r"|antithesis|converse|reversal|reverse|flip[ -]?side|inverted trope|mirror image)",
        (R.INVERSE_OF,),
    ),
    _Noun(r"(?:counterpart|gender[ -]?flip)", (R.COUNTERPART_OF,)),
    _Noun(
        rf"(?:equivalent|analogue?|analog|(?:{_COUNTERPART_OF_WHAT}(?: [\w-]+)?(?:, | and | or |/| ))+version)",
        (R.COUNTERPART_OF,),
        subject=Subject.KIND,
    ),
    _Noun(
        r"(?:variant|variation|version|form|flavou?r|permutation)",
        (R.VARIANT_OF,),
        link="of|on|to",
        subject=Subject.KIND,
    ),
    _Noun(
        r"(?:type|kind|sort|subspecies|take|variety)", (R.VARIANT_OF,), link="of|on", forms="a", subject=Subject.KIND
    ),
    _Noun(r"relative", (R.SEE_ALSO,), forms="a"),
)

_DET = r"(?:the|an?|its|his|her|their|one|another|some|other|common|more|for|this|these)"
_BEFORE_NAME = r"(?: (?:may|might|can|could|would|will))?(?: {A}| )(?:is|are|be|includes?|being|called|known as|named)"
_FORMS = {
    # This is a {noun} of X.
    "a": r"\b{noun}(?:s|es)?(?: ?(?:/|,|and|or|and/or|and also) ?(?:an? )?[\w-]+)? (?:{link}) ",
    # The {noun} of this is X.
    "b": r"(?:^[\s\"'(]*(?:common |some |other |specific )?|"
    + _DET
    + r" {W}){noun}(?:s|es)?(?: (?:{link}) {T})?(?:,[^,.;]{1,60},)?(?:"
    + _BEFORE_NAME
    + r"|:)"
    r"(?: considered| called| found in)? ",
    # X is a {noun} of this.
    "c": r"(?P<l>{L})[!?\"']*(?: tropes?)?,?(?: \([^()]*\))?"
    r"(?:, (?:where|when|in which|which|who)[^,.;]{1,90},)?(?:, [\w ]{1,20},)?,? "
    r"(?:which |who )?(?:also )?{A}{BE} {A}{W}{noun}(?:s|es)?"
    r"(?: (?:{link}) (?:{T}|the (?:theme|trope|concept|idea|same))|(?! (?:{link}))\b)",
    # It has its own {noun}, X.
    "d": r"\b(?:own|the|an?|its|particular|specific|as|with|related) {noun}(?:s|es)?,? (?=(?:the )?{N})",
    # For the {noun} of this, see X.
    "e": r"\bfor (?:the|an?|its|their|his|her|other|more|some|this|another|male|female) "
    r"{W}{noun}(?:s|es)?\b(?=[^.;]{0,200}?\bsee\b)",
    # See X for the {noun} of this.
    "f": r"(?P<l>{L})(?: \([^()]*\))?,? (?:for|as|is) {W}{noun}(?:s|es)?(?: (?:{link}) {T}|{END})",
    # X (the {noun})
    "g": r"(?P<l>{N})(?:(?:,| \(| [—–-]+)\s*(?:(?:which|who) (?:is|are) )?"
    r"(?:the|an?|its|their|this trope's)| [—–-]+) {W}{noun}"
    r"(?: (?:{link}) {T})?{END}",
    # An X {noun}, where ...
    "h": r"(?:^[\s\"'(]*|\b(?:is|are|it's|being) )(?:an?|the|another) {W}(?P<l>{N})(?:,? [\w-]+){0,2}? {noun}{END}",
}
_BEFORE_FORMS = frozenset("cfgh")
_FROM_OTHER_FORMS = frozenset("bcdefg")
"""Forms in which the named trope is the {noun} of this one, not this one the {noun} of that."""


def _noun_cues() -> Iterator[Cue]:
    for noun in _NOUNS:
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
                core=noun.words,
            )


_BOTH = (R.COMPARE_WITH, R.CONTRAST_WITH)
_COMPARE, _CONTRAST, _SEE = (R.COMPARE_WITH,), (R.CONTRAST_WITH,), (R.SEE_ALSO,)
_CONFUSED, _OVERLAPS = (R.NOT_TO_BE_CONFUSED_WITH,), (R.OVERLAPS_WITH,)
_LEADS, _INVOLVES = (R.LEADS_TO,), (R.INVOLVES,)
_WITH = r"(?: (?:this|it))?(?:,? also)?(?: with| to)?(?: (?:things like|tropes like|such tropes as))?[:,]?(?: |$)"
_OR = r"(?: ?(?:and|or|&|/|,) ?)"
_WHO = r"(?P<l>{L})[!?\"']*(?: \([^()]*\))?(?: tropes?)?,? ?\(?(?:which |who )?"


def _said_of(pattern: str, types: tuple[R, ...], *, reverse: bool = False) -> Cue:
    """A cue said of names before it: "X {pattern}"."""
    return Cue(_WHO + pattern, types, Place.BEFORE, reverse)


def _further(pattern: str, types: tuple[R, ...], *, reverse: bool = False) -> Cue:
    """A cue said of the nearest name, further back: "X, where ..., though they {pattern}"."""
    return Cue(rf"(?P<l>{{N}})(?:(?!{NAME})[^.]){{0,200}}?\b{pattern}", types, Place.BEFORE, reverse)


def _verb(pattern: str, types: tuple[R, ...], *, reverse: bool = False, loose: bool = False) -> Cue:
    """A cue whose subject comes before it and whose names come after it."""
    return Cue(rf"(?<![\w-])(?:{pattern}) ", types, reverse=reverse, subject=Subject.VERB, loose=loose)


_PHRASES = (
    Cue(rf"\bcompare(?:d|s)?{_OR}contrast" + _WITH, _BOTH),
    Cue(rf"\bcontrast{_OR}compare" + _WITH, _BOTH),
    Cue(r"\bcompare" + _WITH, _COMPARE, imperative=True),
    Cue(r"\bcf\.? ", _COMPARE),
    Cue(r"\b(?:comparable|compared) (?:with|to) ", _COMPARE, subject=Subject.NOUN),
    Cue(r"\bsimilar (?:trope )?(?:to|in \w+ to) ", _COMPARE, subject=Subject.NOUN),
    Cue(r"\bsimilar tropes?,? (?=(?:the )?{N})", _COMPARE),
    Cue(r"\bresemblance to ", _COMPARE, subject=Subject.NOUN),
    Cue(r"\bsimilar (?:tropes?|types?|ideas?|concepts?)(?: {BE}| includes?|:) ", _COMPARE),
    _said_of(r"{A}(?:is|are) {A}(?:a )?(?:\w+ )?similar(?: (?:trope|concept|idea))?(?: to {T}|{END})", _COMPARE),
    _verb(r"by(?: way of)? contrast,?|in contrast(?: (?:to|with))?,?", _CONTRAST),
    Cue(r"\bcontrast(?: (?:even )?\w+(?= (?:with|to)))?" + _WITH, _CONTRAST, imperative=True),
    _verb(r"(?:contrasts|contrasted|contrasting)(?: sharply| directly| strongly| heavily)?(?: by| with|"
        r" to)?", _CONTRAST),
    _verb(r"(?:as )?opposed (?:to|by)", _CONTRAST),
    _said_of(r"{A}contrasts? (?:with )?{T}", _CONTRAST),
    _said_of(r"{A}(?<=does\s)the (?:\w+ )?(?:opposite|reverse|inverse)\b", (R.INVERSE_OF,)),
    Cue(
        r"\bsee(?:,? also|,? too|,? instead)?"
        r"(?: (?:the )?(?:index|page|article|entry|tropes?)(?: (?:of|for|on))?)?[:,]?(?: |$)",
        _SEE,
        negatable=False,
        imperative=True,
    ),
    Cue(r"\balso,? see[:,]? ", _SEE),
    Cue(r"\b(?:take|have) a look at ", _SEE, distance=12),
    Cue(r"\b(?:you're|you are) (?:probably |actually |really )?(?:looking for|thinking of) ", _SEE, distance=2),
    Cue(r"\brelated (?:trope )?to ", _SEE, subject=Subject.NOUN),
    Cue(r"\brelated(?: (?:is|are)|:) ", _SEE),
    Cue(r"(?<![\w-])related tropes?,? (?=(?:the )?{N})", _SEE),
    _said_of(r"{A}(?:is|are) {A}(?:an? )?{A}(?:related|connected)(?: (?:trope|concept|idea)s?)?(?: to {T}|"
        r"{END})", _SEE),
    Cue(
        r"\b(?:not|never|n't|cannot) (?:to )?(?:\w+ )?(?:be )?(?:confused?|mistaken?|conflated?)"
        r"(?: (?:this|it|them))?(?: (?:with|for|by))?:?(?: |$)",
        _CONFUSED,
        negatable=False,
    ),
    _verb(r"(?:often|sometimes|easily|commonly|frequently) (?:confused|mistaken|conflated) (?:with|for)", _CONFUSED),
    Cue(
        r"\b(?:has|have|having|with) (?:absolutely |actually |literally )?(?:nothing|little|very little)(?: \w+)?"
        r" to do with ",
        _CONFUSED,
        subject=Subject.VERB,
        negatable=False,
    ),
    Cue(r"(?:^|[.;,(] ?)(?:absolutely |also )?nothing to do with ", _CONFUSED, negatable=False),
    Cue(r"\b(?:no|little|not any) relation(?: whats[\w-]+)? to ", _CONFUSED, negatable=False),
    Cue(r"\b(?:not|un)[ -]?(?:directly |actually |necessarily |really )?(?:related|"
        r"connected)(?: at all)? to ", _CONFUSED, negatable=False),
    Cue(r"\bnot (?:\w+ )?the same(?: thing| trope)? as ", _CONFUSED, negatable=False),
    _said_of(r"is (?:an?|an entirely) (?:\w+ )?different trope", _CONFUSED),
    _verb(r"overlap(?:s|ped|ping)?,?(?: \w+)? (?:with|into|onto),?", _OVERLAPS),
    _verb(r"(?:intersect|coincide)(?:s|ing)?(?: \w+)? with", _OVERLAPS),
    Cue(r"\bthen (?:it's|it is|this is|they're) also (?=(?:an? |the )?{N})", _OVERLAPS),
    _verb(r"cross(?:es)? over (?:with|into)", _OVERLAPS),
    _verb(r"go(?:es)? (?:hand[ -]in[ -]hand|together|along|well) with", _OVERLAPS),
    _verb(r"(?:hand[ -]in[ -]hand|in tandem|in conjunction) with", _OVERLAPS),
    _verb(r"(?:paired|coupled|accompanied|combined|used together)(?: up)? (?:with|by)", _OVERLAPS),
    _verb(r"(?:often|frequently|sometimes|commonly|usually) used(?: alongside)? with|(?:common|"
        r"frequent) pairing with", _OVERLAPS),
    _verb(r"(?:often|frequently|sometimes|commonly|usually) accompan(?:y|ies)", _OVERLAPS),
    Cue(r"\boverlap\w* (?=(?:and|or|with sister))", _OVERLAPS),
    _said_of(r"(?:and )?{V}(?:overlaps?|intersects?|coincides?|go(?:es)? hand[ -]in[ -]hand)(?: with {T}|"
        r"{STOP})", _OVERLAPS),
    _further(r"(?:there (?:is|can be|may be|are)|there's|quite|chances? (?:of|are)|"
        r"possibility of)[\w ]{0,24} overlap(?! with {N})", _OVERLAPS),
    _further(r"overlap is (?:possible|common|frequent|likely)", _OVERLAPS),
    _further(r"(?:they|two(?: \w+){0,2}|both|situations)(?: \w+){0,6}? (?:overlap|intersect)(?! with {N})", _OVERLAPS),
    _further(
        r"(?:it|they|who|which|these) {A}(?:overlaps?|intersects?|coincides?|"
        r"go(?:es)? hand[ -]in[ -]hand)(?: with {T}|{STOP})",
        _OVERLAPS,
    ),
    _further(r"(?:that|which|who|it|they) {A}(?:leads? to|causes?|results? in|triggers?|"
        r"inspires?) {T}", _LEADS, reverse=True),
    _verb(r"(?:lead|leads|leading)(?: \w+)? (?:to|into)", _LEADS, loose=True),
    _verb(r"(?:result|results|resulting|culminates?|culminating|escalates?|spirals?|devolves?|develops?|"
        r"ends? up) (?:in|into)", _LEADS, loose=True),
    _verb(
        r"cause|causes|causing|provokes?|triggers?|creates?|induces?|occasions?|prompts?|gives? rise to|"
        r"paves the way for|sets up|makes? for|sparks?|brings? about|contributes? to|produces?|inspires?",
        _LEADS,
    ),
    _verb(
        r"(?:can|may|might|could|often|usually|sometimes|probably|frequently|commonly)(?: also)?(?: be)? (?:a|the|"
        r"one) (?:\w+ )?"
        r"(?:factor|reason|cause|source) (?:in|for|behind|of|that|why)",
        _LEADS,
    ),
    Cue(r"\blead-?(?:in|up) to ", _LEADS, subject=Subject.NOUN),
    Cue(r"(?P<l>{N})(?:,| \() ?(?:the|a) (?:lead-?(?:in|up)|cause|prelude)(?: \w+)? (?:to|"
        r"of) {T}", _LEADS, Place.BEFORE, reverse=True),
    Cue(r"\bthe (?:\w+ )?results? (?:is|are|can be|may be|being) ", _LEADS),
    _verb(
        r"(?:the|an?|is|be|are|often|frequently)(?: \w+)? (?:results?|(?:side[ -])?effects?|consequences?|products?|"
        r"by-?products?) of"
        r"(?: the fact that)?",
        _LEADS,
        reverse=True,
    ),
    _verb(
        r"(?:caused|precipitated|triggered|brought about|brought on|prompted|induced|provoked) by",
        _LEADS,
        reverse=True,
        loose=True,
    ),
    _verb(r"(?:stems?|stemming|results?|resulting|arises?|arising) from|rooted in", _LEADS, reverse=True),
    _verb(r"(?:happens?|occurs?|comes about) because(?: of)?", _LEADS, reverse=True),
    _said_of(r"{A}(?:leads? to|causes?|results? in|triggers?|inspires?) {T}", _LEADS, reverse=True),
    _said_of(r"{A}(?:is|are) {A}(?:a|the) (?:\w+ )?cause(?: of {T}|{END})", _LEADS, reverse=True),
    _said_of(r"{A}{BE} (?:the|a|an) (?:\w+ )?results?{END}", _LEADS),
    Cue(r"(?P<l>{L})(?: \w+)? {A}(?:stems?|results?|arises?) from {T}", _LEADS, Place.BEFORE),
    _verb(r"involve|involves|involving|include|includes", _INVOLVES),
    _verb(
        r"(?:often|usually|frequently|typically|commonly|may|might|can|will|also|always|generally) "
        r"(?:feature|features|use|uses|employ|employs|utilizes?)",
        _INVOLVES,
    ),
    _verb(r"(?:come|comes) (?:complete |equipped )with", _INVOLVES),
    _verb(r"(?:may|might|can|often|will)(?: also)? engage in", _INVOLVES),
    Cue(
        r"\bexpect (?:to (?:see|find|hear) )?(?:a lot of|lots of|plenty of|liberal use of|heavy use of|tons of|"
        r"(?:this|the|these|such) \w+ to use) ",
        _INVOLVES,
    ),
    _said_of(r"{A}(?:involves?|features?|uses?) {T}", _INVOLVES, reverse=True),
    _said_of(r"{A}(?:is|are) (?:an?|the) (?:typical|common|frequent|standard|usual) (?:prop|accessory|feature|trait|"
        r"element)", _INVOLVES),
    _verb(r"(?:is|are|often|sometimes|usually|frequently|commonly) inverted (?:by|as|with)", (R.INVERSE_OF,)),
)  # fmt: skip

CUES: tuple[Cue, ...] = (*_PHRASES, *_noun_cues())
"""Every cue."""

_NO_WORD = re.compile(r"\{\w+\}|\\[a-z]|[a-z]\?")
_COMMON = frozenset(
    "this that these them which who with into from for the and but are is be being it of to on in as by an my its "
    "his her their one some more other often may might can could will would another has have such than trope tropes "
    "concept idea theme page most sometimes usually frequently commonly probably common".split()
)


def triggers(cue: Cue) -> frozenset[str]:
    """Words of the cue, one of which stands in everything that it matches: a quick test before the pattern."""
    words = frozenset(re.findall(r"[a-z]{2,}", _NO_WORD.sub(" ", cue.core or cue.pattern)))
    return words if cue.core else words - _COMMON


COMPILED: tuple[tuple[Cue, frozenset[str], re.Pattern[str]], ...] = tuple(
    (cue, triggers(cue), compiled(cue.pattern)) for cue in CUES
)
"""Every cue with its triggers and its compiled pattern."""
