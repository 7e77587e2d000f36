"""The wordings that state a relation between tropes: the one home of cue phrases.

Patterns run over a sentence's *shape* (`spots.Shape`): lower case, every trope's name masked, so that a pattern can
say where names stand (`patterns`).

A cue stands before the names that it governs (`Place.AFTER`: they come after it; `lists.py` says how far the list
goes), after them (`Place.BEFORE`: they are its group `l`),
or points back to the one named last (`Place.BACK`). Its types are given as seen from the page's trope T:
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
    BACK = auto()


class Subject(Enum):
    """What a cue's own subject may be; the fact is T's only if it is not another trope.

    `ANY`: an imperative, which has none. `NOUN`: a noun phrase,
    in apposition to a name or said of one. `VERB`: a verb,
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
    forms: str = "abcdefghij"
    subject: Subject = Subject.NOUN


_COUNTERPART_OF_WHAT = (
    r"(?:male|female|men's|women's|boy|girl|gender[\w-]*|distaff|spear|romantic|non-?romantic|platonic|sexual|"
    r"supernatural|"
    r"magical|super[\w-]*|heroic|villainous|evil|video[ -]?game|literary|live-action|real[ -]life|sci-?fi|fantasy|"
    r"mechanical|robot\w*|animal|human|adult|child|younger|older|opposite-sex|same-sex|lesbian|gay|masculine|"
    r"feminine|"
    r"psychic|technological|musical|audio|visual|verbal|physical|mental|juvenile|teenaged?|elderly|criminal|military|"
    r"japanese|asian|eastern|western|american|british|european|straight|theatrical|cinematic|digital|online|print)"
)

_NOUNS = (
    _Noun(r"sub[ -]?(?:trope|type|genre|category|set|class|index|division|variety)", (R.SUBTROPE_OF,)),
    _Noun(r"daughter[ -]trope", (R.SUBTROPE_OF,), forms="a"),
    _Noun(
        r"(?:(?:super|parent|mother)[ -]?(?:trope|category)"
        r"|(?:broader|wider|overarching|umbrella) (?:trope|category|concept)(?!s))",
        (R.SUBTROPE_OF,),
        reverse=True,
    ),
    _Noun(r"(?:sister|sibling|brother|cousin|twin)[ -](?:trope|index)", (R.SISTER_TROPE,)),
    _Noun(
        r"(?:(?:trope[ -])?(?:sister|sibling|cousin|twin)|trope[ -]brother|brother(?= (?:of|to) (?:this|the) trope))",
        (R.SISTER_TROPE,),
        forms="acdi",
    ),
    _Noun(
        r"(?<!gender[ -])(?:inverse|inversion|(?:(?:polar|exact|direct|diametric\w*|complete|total|literal|very) )?"
        r"opposite(?: trope| number)?"
        r"(?! (?:gender|sex|way|direction|end|side|personality|approach))"
        r"|antithesis|converse|reversal|reverse|flip[ -]?side|inverted trope|mirror image)",
        (R.INVERSE_OF,),
    ),
    _Noun(
        r"(?:counterpart(?: trope)?|gender[ -]?(?:flip|inversion|swap|inverse|opposite)|"
        r"gender[ -]?(?:flipped|inverted|swapped|reversed) version)",
        (R.COUNTERPART_OF,),
    ),
    _Noun(
        rf"(?:equivalent(?: (?:[\w-]+ ){{0,3}}trope)?|analogue?|analog|(?:{_COUNTERPART_OF_WHAT}(?: [\w-]+)?(?:, "
        rf"| and | or |/| ))+version)",
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
    _Noun(
        r"(?:specific|particular|special|extreme|(?:specifically|particularly|especially) [\w-]+) "
        r"(?:example|case|instance)(?!s)",
        (R.VARIANT_OF,),
        link="of",
        forms="a",
        subject=Subject.KIND,
    ),
    _Noun(r"relative", (R.SEE_ALSO,), forms="a"),
    _Noun(r"(?:cause|trigger|catalyst)", (R.LEADS_TO,), link="of|for|behind", forms="bc"),
    _Noun(r"(?:result|consequence|outcome|side[ -]effect|by-?product)", (R.LEADS_TO,), True, link="of", forms="c"),
)

_DET = (
    r"(?:the|an?|its|his|her|their|one|another|some|other|common|more|for|this|these|has|have|two|three|four|several)"
)
_BEFORE_NAME = r"(?: (?:may|might|can|could|would|will))?(?: {A}| )(?:is|are|be|includes?|being|called|known as|named)"
_FORMS = {
    # This is a {noun} of X.
    "a": r"\b{noun}(?:s|es)?(?: ?(?:/|,|and|or|and/or|and also) ?(?:an? )?[\w-]+)? (?:{link}) ",
    # The {noun} of this is X.
    "b": r"(?:^[\s\"'(]*(?:[\w-]+ ){0,2}?(?={noun}(?:s|es)?(?: (?:{link}) {T})?:|{noun}(?:s|es) (?:are|include)\b)|"
    r"^[\s\"'(]*(?:common |some |other |specific )?|" + _DET + r" {W}){noun}(?:s|es)?(?: (?:{link}) {T})?"
    rf"(?:,[^,.;{NAME}]{{1,60}},| (?:dealing with|involving|featuring|concerning|found in|used in|seen in|among|"
    rf"for|in)(?:(?! (?:is|are) )[^,.;]){{1,60}}?)?(?:" + _BEFORE_NAME + r"|:)"
    r"(?: considered| called| found in)? ",
    # X is a {noun} of this.
    "c": r"(?P<l>{L})[!?\"']*(?: tropes?)?,?(?: \([^()]*\))?"
    r"(?:, (?:where|when|in which|which|who)[^,.;]{1,90},)?(?:, [\w ]{1,20},)?,? "
    r"(?:which |who )?(?:also )?{A}{BE} {A}{W}{noun}(?:s|es)?"
    r"(?: (?:{link}) (?:{T}|the (?:theme|trope|concept|idea|same))|(?! (?:{link}))\b)",
    # It has its own {noun}, X.
    "d": r"\b(?:(?:own|the|an?|its|his|her|their|particular|specific|as|with|related)(?: (?!of\b|and\b|"
    r"or\b)[\w'-]+){0,2}?"
    r" {noun}(?:s|es)?,?|(?:own|has|have|had)(?: an?)?(?: \w+)? {noun}(?:s|es)? in) (?=(?:the )?{N})",
    # For the {noun} of this, see X.
    "e": r"\bfor (?:(?:the|an?|its|their|his|her|other|more|some|this|another|male|female) {W})?"
    r"{noun}(?:s|es)?\b(?=[^.;]{0,200}?\bsee\b)",
    # See X for the {noun} of this.
    "f": r"(?P<l>{L})(?: \([^()]*\))?,? (?:for|as|is) {W}{noun}(?:s|es)?(?: (?:{link}) {T}|{END})",
    # X (the {noun})
    "g": r"(?P<l>{N})(?:(?:,| \(| [—–-]+)\s*(?:(?:which|who) (?:is|are) )?"
    r"(?:the|an?|its|their|this trope's)| [—–-]+) {W}{noun}"
    r"(?: (?:{link}) {T})?{END}",
    # This is X's {noun}.
    "i": r"(?:^[\s\"'(]*|\b(?:is|are|it's|being|as) )(?P<l>{N})'s? {W}{noun}{END}",
    # X, of which this is a {noun}
    "j": r"(?P<l>{L}),? (?:of|to) which {T} {A}(?:is|are) {A}{W}{noun}\b",
    # An X {noun}, where ...
    "h": r"(?:^[\s\"'(]*|\b(?:is|are|it's|being) )(?:an?|the|another) {W}(?P<l>{N})(?:,? [\w-]+){0,2}? {noun}{END}",
}
_BEFORE_FORMS = frozenset("cfghij")
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
_LEADS, _INVOLVES, _INVERSE = (R.LEADS_TO,), (R.INVOLVES,), (R.INVERSE_OF,)
_WITH = r"(?: {T})?(?:,? also)?(?: with| to)?(?: (?:things like|tropes like|such tropes as))?[:;,]?(?: |$)"
_OR = r"(?: ?(?:and|or|&|/|,) ?)"
_WHO = r"(?P<l>{L})[!?\"']*(?: \([^()]*\))?(?: (?:trope|character|moment|situation)s?)?,? ?\(?(?:which |who )?"


def _said_of(pattern: str, types: tuple[R, ...], *, reverse: bool = False, negatable: bool = True) -> Cue:
    """A cue said of names before it: "X {pattern}"."""
    return Cue(_WHO + pattern, types, Place.BEFORE, reverse, negatable=negatable)


def _back(pattern: str, types: tuple[R, ...], *, reverse: bool = False) -> Cue:
    """A cue said of the name that its sentence, or the one before, came to: "Compare X, though they {pattern}"."""
    return Cue(rf"\b{pattern}", types, Place.BACK, reverse, negatable=False)


def _verb(pattern: str, types: tuple[R, ...], *, reverse: bool = False, loose: bool = False) -> Cue:
    """A cue whose subject comes before it and whose names come after it."""
    return Cue(rf"(?<![\w-])(?:{pattern}) ", types, reverse=reverse, subject=Subject.VERB, loose=loose)


def _verbs(pattern: str, types: tuple[R, ...], *, reverse: bool = False, loose: bool = False) -> Iterator[Cue]:
    """A verb in every place: "this {verb} X", "X {verb} this", "X, which this {verb}"."""
    yield _verb(pattern, types, reverse=reverse, loose=loose)
    yield _said_of(rf"{{A}}(?:{pattern}) {{T}}", types, reverse=not reverse)
    yield Cue(rf"(?P<l>{{N}}),? \(?(?:which|that|who) {{T}} {{A}}(?:{pattern}){{STOP}}", types, Place.BEFORE, reverse)


def _mutual(pattern: str, types: tuple[R, ...]) -> Iterator[Cue]:
    """What is said of two tropes at once: "this and X {pattern}"."""
    one = r"(?:both )?(?:{T}|{S})"
    for both in (rf"{one} and (?:the |an? )?(?P<l>{{N}})", rf"(?P<l>{{N}}) and {one}"):
        yield Cue(rf"{both} {{A}}{pattern}{{STOP}}", types, Place.BEFORE, negatable=False)


_NOT_NOUN = "".join(rf"(?<!\b{word}\s)" for word in "the a an its other common main usual root leading".split())
"""Before a word that is a noun as often as a verb."""

_PHRASES = (
    Cue(r"^[\s\"'(]*(?:(?:this|it|this trope|{S}) )?{A}(?:falls?|comes?) under (?:the (?:\w+ )?(?:umbrella|"
        r"heading|category|header) of )?",
        (R.SUBTROPE_OF,)),
    Cue(rf"\bcompare(?:d|s)?{_OR}contrast" + _WITH, _BOTH),
    Cue(rf"\bcontrast{_OR}compare" + _WITH, _BOTH),
    Cue(r"\bcompare" + _WITH, _COMPARE, imperative=True),
    Cue(r"\bcf\.? ", _COMPARE),
    Cue(r"\b(?:comparable|compared) (?:with|to) ", _COMPARE, subject=Subject.NOUN),
    Cue(r"\bsimilar (?:trope )?(?:to|in (?:\w+ ){1,3}to) ", _COMPARE, subject=Subject.NOUN),
    Cue(r"\bsimilar(?: but (?:\w+ ){1,2})? (?:{Z}),? (?:(?:called|known as|named|by the name of) )?(?=(?:the "
        r")?{N})", _COMPARE),
    Cue(r"\bfor (?:an? |some |other |more )?(?:\w+ )?similar "
        r"(?:{Z})\b(?=[^.;]{0,200}?\bsee\b)", _COMPARE, via_see=True),
    Cue(r"\bresemblance to ", _COMPARE, subject=Subject.NOUN),
    _verb(r"(?:resemble|resembles|resembling)", _COMPARE),
    Cue(r"\bsimilar (?:{Z}|types?)(?: {BE}| includes?|:) ", _COMPARE),
    _said_of(r"{A}(?:is|are) {A}(?:an? )?(?:\w+ )?similar(?: to {T}|{END}| {Z}\b)", _COMPARE),
    _verb(r"by(?: way of)? contrast,?|in contrast(?: (?:to|with))?,?", _CONTRAST),
    _verb(r"(?:in|as|an?|the)(?: [\w-]+){0,2} contrast (?:to|with)", _CONTRAST),
    Cue(r"\b(?:in|by) contrast,? (?=[^.;]{0,200}?\bsee\b)", _CONTRAST, via_see=True),
    Cue(r"\bcontrast(?: (?:even )?\w+(?= (?:with|to)))?" + _WITH, _CONTRAST, imperative=True),
    _verb(r"(?:contrasts|contrasted|contrasting)(?: sharply| directly| strongly| heavily)?(?: by| with|"
        r" to)?", _CONTRAST),
    _verb(r"(?:as )?opposed (?:to|by)", _CONTRAST),
    _said_of(r"{A}contrasts? (?:with )?{T}", _CONTRAST),
    _said_of(r"{A}(?<=does\s)the (?:\w+ )?(?:opposite|reverse|inverse)\b", _INVERSE),
    _said_of(r"{A}inverts? {T}", _INVERSE),
    Cue(r"(?P<l>{N}),? (?:which is |for )?(?:when|where|if) (?:{T}|{S}|they|the \w+) (?:is|are|goes|go|works?|"
        r"happens?) "
        r"(?:in |the )?(?:inverted|reversed|reverse|opposite direction|other way "
        r"(?:a)?round)", _INVERSE, Place.BEFORE),
    _said_of(r"(?:is|are) (?:not|un)[ -]?(?: \w+)? ?(?:related|connected){STOP}", _CONFUSED, negatable=False),
    *_mutual(r"(?:are|being) {A}(?:\w+ )?(?:opposites|inverses|antitheses)", _INVERSE),
    *_mutual(r"(?:are|being) {A}(?:\w+ )?(?:sisters|siblings|cousins|(?:sister|sibling) tropes)", (R.SISTER_TROPE,)),
    *_mutual(r"(?:are|being) {A}(?:\w+ )?similar(?: {Z})?", _COMPARE),
    *_mutual(r"(?:are|being) {A}(?:\w+ )?(?:related|connected|tied together)", _SEE),
    *_mutual(r"(?:overlap|intersect|coincide|go hand[ -]in[ -]hand|go together|(?:are|be) {A}(?:paired|combined|"
             r"used together|"
             r"found together|seen together))", _OVERLAPS),
    *_mutual(r"(?:are|should) {A}(?:not (?:to )?(?:be )?(?:confused|the same(?: thing| trope)?)|confused|"
             r"mistaken for each other|"
             r"different {Z})", _CONFUSED),
    Cue(r"(?:^[\s\"'(]*|\b(?:is|are|it's) )(?:{A}(?:the )?)(?P<l>{N}),? (?:but )?(?:in reverse|reversed|inverted|"
        r"backwards?|"
        r"turned on its head){END}", _INVERSE, Place.BEFORE),
    _verb(r"inverted (?:by|as|with)", _INVERSE),
    Cue(
        r"\bsee(?:,? also|,? too|,? instead)?"
        r"(?: (?:the )?(?:index|page|article|entry|tropes?)(?: (?:of|for|on))?)?[:,]?(?: |$)",
        _SEE,
        negatable=False,
        imperative=True,
    ),
    Cue(r"\balso,? see[:,]? ", _SEE),
    Cue(r"\b(?:take|have) a look at ", _SEE, distance=12),
    Cue(r"(?:^|[,;:.(—–-]\s*)(?:please )?(?:check out|go to|refer to|look under|head (?:over )?to) ", _SEE),
    _verb(r"(?:closely|strongly|intimately|tangentially|directly|loosely) (?:tied|linked|allied|connected|"
          r"associated|bound up) "
          r"(?:to|with)", _SEE),
    Cue(r"\b(?:you're|you are) (?:probably |actually |really )?(?:looking for|thinking of) ", _SEE, distance=2),
    Cue(r"\brelated(?:,[^,.;]{1,40},)? (?:trope )?to ", _SEE, subject=Subject.NOUN),
    Cue(r"\brelated(?: (?:{Z}))?(?: (?:is|are|includes?)|:) ", _SEE),
    Cue(r"(?<![\w-])related tropes?,? (?=(?:the )?{N})", _SEE),
    _said_of(r"{A}(?:is|are) {A}(?:an? )?{A}(?:related|connected)(?: (?:{Z}))?(?: to {T}|"
        r"{END})", _SEE),
    Cue(
        r"(?:\b(?:not|never|cannot|avoid)|n't) (?:to )?(?:\w+ )?(?:be )?"
        r"(?:(?:confus(?:ed?|ing)|mistak(?:en?|ing)|conflat(?:ed?|ing))(?: {T})?(?: (?:with|for|by))?"
        r"|mix(?:ed|ing)?(?: {T})? up(?: {T})? with):?(?: |\)|$)",
        _CONFUSED,
        negatable=False,
    ),
    Cue(rf"(?:\b(?:not|never|avoid)|n't) (?:to )?(?:confus|mistak|conflat)(?:e|ing) (?:(?!{NAME})[^\s,.;]+ "
        rf"){{1,5}}?(?:with|for) ",
        _CONFUSED, negatable=False),
    Cue(rf"(?:\b(?:not|never)|n't) (?:to )?be (?:confused|mistaken) (?:with|for) (?:(?!{NAME})[^.;]){{1,120}}?"
        r"(?:that's|that is|that would be|which is|which are|which would be|this is|it's|they're|known as|"
        r"called) (?=(?:an? |the )?{N})",
        _CONFUSED, negatable=False),
    _verb(r"(?:often|sometimes|easily|commonly|frequently) (?:be )?(?:confused|mistaken|conflated|mixed up) "
          r"(?:with|for)", _CONFUSED),
    Cue(r"\b(?:confus(?:e|ing)|mistak(?:e|ing)|conflat(?:e|ing)) (?:{T}|{S}) (?:with|for) "
        r"", _CONFUSED, negatable=False),
    _back(r"(?:and|but|though|so) (?:they |it |is |are )*{A}(?:confused|mistaken|conflated) (?:with|for) "
          r"{T}", _CONFUSED),
    Cue(r"(?P<l>{N}),? (?:with|for) which {T} {A}(?:not )?(?:be |is |are )?{A}(?:confused|"
        r"mistaken)", _CONFUSED, Place.BEFORE,
        negatable=False),
    _said_of(r"(?:(?:is|are|should|must) {A}(?:not|never)|(?:is|are|should)n't) (?:\w+ )?(?:to )?(?:be "
             r")?(?:confused with|mistaken for|"
             r"the same(?: thing| trope)? as|related to) {T}", _CONFUSED, negatable=False),
    Cue(r"(?:^[\s\"'(]*|, )(?:(?:also|please|but|and|though|note|that),? ){0,3}(?:this|it|this trope|{S})(?: is|"
        r"'s) {A}(?:different|distinct) from ",
        _CONFUSED),
    Cue(
        r"\b(?:has|have|having|with) (?:absolutely |actually |literally )?(?:nothing|little|very little)(?: \w+)?"
        r" to do with ",
        _CONFUSED,
        subject=Subject.VERB,
        negatable=False,
    ),
    Cue(r"(?:^|[.;,(] ?)(?:absolutely |also )?nothing to do with ", _CONFUSED, negatable=False),
    Cue(r"\b(?:no|little|not any) (?:relation|connection)(?:ship)?(?: whats[\w-]+)? (?:to|with) "
        r"", _CONFUSED, negatable=False),
    Cue(r"\b(?:not|un)[ -]?(?:to |at all |in any way |directly |actually |necessarily |really )?(?:be )?(?:related|"
        r"connected)(?: at all| in any way)? to ", _CONFUSED, negatable=False),
    Cue(r"(?:\bnot|n't) (?:\w+ )?the same(?: thing| trope| concept| character)? as ", _CONFUSED, negatable=False),
    _said_of(r"(?:on the other hand,? |meanwhile,? |though,? |however,? )?is (?:an?|an entirely|a whole) (?:\w+ "
             r")?different "
             r"(?:{Z}|thing|matter|beast|animal)", _CONFUSED),
    *_verbs(r"overlap(?:s|ped|ping)?,?(?: \w+)? (?:with|into|onto),?", _OVERLAPS),
    _verb(r"(?:intersect|coincide)(?:s|ing)?(?: \w+)? with", _OVERLAPS),
    Cue(r"\b(?:may|can|might|could|will|to|{A}) overlaps? (?=(?:an? |the )?{N})", _OVERLAPS),
    Cue(rf"\boverlap\w* between (?:{{S}}|{{T}}|(?!{NAME})[\w ']{{1,30}}?) and ", _OVERLAPS),
    Cue(r"\boverlap\w* between (?P<l>{L}) and (?:{S}|{T})", _OVERLAPS, Place.BEFORE),
    _verb(r"(?:found|seen|used|appears?|occurs?|shows? up|happens?|played|presented|invoked|comes?|works?|run|runs) "
          r"(?:alongside|together with|along with|in combination with|in conjunction with|in tandem with|side by "
          r"side with|"
          r"hand in hand with)", _OVERLAPS),
    _verb(r"(?:frequent|common|regular|usual|close) companions? (?:of|to)", _OVERLAPS),
    _said_of(r"{A}(?:accompan(?:y|ies)) {T}", _OVERLAPS),
    _said_of(r"{A}(?:is|are|be) {A}(?:paired|coupled|accompanied|combined|used together|used in conjunction)(?: up)? "
             r"(?:with|by) {T}", _OVERLAPS),
    *_verbs(r"cross(?:es)?[ -]?over (?:with|into)", _OVERLAPS),
    _verb(r"go(?:es)? (?:hand[ -]in[ -]hand|together|along|well) with", _OVERLAPS),
    _verb(r"(?:hand[ -]in[ -]hand|in tandem|in conjunction) with", _OVERLAPS),
    _verb(r"(?:{A}(?:is|are|be|being|been) {A}|{OFTEN} |also )(?:paired|coupled|accompanied|combined|used "
          r"together)(?: up)? "
          r"(?:with|by)", _OVERLAPS),
    _verb(r"{OFTEN} (?:used|seen|found|employed)(?: alongside)? with|(?:common|"
        r"frequent) pairing with", _OVERLAPS),
    _verb(r"(?:often|frequently|sometimes|commonly|usually) accompan(?:y|ies)", _OVERLAPS),
    Cue(r"\boverlap\w* (?=(?:and|or|with sister))", _OVERLAPS),
    _said_of(r"(?:and )?{V}(?:overlaps?|intersects?|coincides?|go(?:es)? hand[ -]in[ -]hand)(?: with {T}|"
        r"{STOP})", _OVERLAPS),
    _back(r"(?:there(?: {A}(?:is|are|be)|'s)|expect|quite|with|chances? (?:of|are)|possibility of) (?:(?!no "
          r")[\w-]+ ){0,4}overlap(?! (?:with|between) (?:an? |the )?{N})", _OVERLAPS),
    _back(r"overlap {A}(?:is|are|be) {A}(?:not )?(?:possible|common|frequent|likely|uncommon|unheard of|to be "
          r"expected)", _OVERLAPS),
    _back(r"(?:they|{TWO})(?: \w+){0,6}? (?:overlap|intersect|coincide|go(?: \w+)? (?:hand[ -]in[ -]hand|together))"
          r"(?! with {N})", _OVERLAPS),
    _back(r"(?:they|{TWO}) {A}(?:are|be) {A}(?:paired|combined|used together|seen together|found together|"
          r"coupled)", _OVERLAPS),
    _back(r"(?:they|{TWO}) {A}(?:are|be) {A}(?:confused|mistaken for each other|mixed up|unrelated)", _CONFUSED),
    _back(r"(?:it|they|who|which|these) {A}(?:overlaps?|intersects?|coincides?|go(?:es)? hand[ -]in[ -]hand)"
          r"(?: with {T}|{STOP})", _OVERLAPS),
    _back(r"(?:that|which|who|it|they) {A}(?:leads? to|causes?|results? in|triggers?|inspires?) "
          r"{T}", _LEADS, reverse=True),
    *_verbs(r"(?:lead|leads|leading)(?: \w+)? (?:to|into)", _LEADS, loose=True),
    _verb(r"(?:result|results|resulting|culminates?|culminating|escalates?|spirals?|devolves?|develops?|descends?|"
        r"ends? up) (?:in|into)|{OFTEN} ends? in", _LEADS, loose=True),
    _said_of(r"{A}(?:causes?|results? in|triggers?|inspires?|creates?|contributes? to(?: creating| the creation "
             r"of)?) {T}",
             _LEADS, reverse=True),
    _verb(
        _NOT_NOUN + r"(?:cause|causes|causing|provokes?|triggers?|creates?|induces?|occasions?|prompts?|gives? "
                r"rise to|"
        r"paves the way for|sets? up|sets? the stage for|lays? the (?:groundwork|foundation)s? for|opens? the "
        r"door (?:to|for)|makes? for|sparks?|brings? about|contributes? to(?: (?:creating|the creation of))?|"
        r"produces?|inspires?)",
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
    Cue(r"\b(?:the|one|an?|another|other|its)(?: \w+){0,2} (?:results?|consequences?|outcomes?|"
        r"side[ -]effects?)(?: of {T})? "
        r"{A}(?:is|are|be|includes?) ", _LEADS, distance=4),
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
    *_verbs(r"(?:stems?|stemming|results?|resulting|arises?|arising) from|rooted in|(?:is|are|be|{OFTEN}) born "
            r"(?:out )?(?:of|from)", _LEADS, reverse=True),
    _verb(r"(?:happens?|occurs?|comes about) because(?: of)?", _LEADS, reverse=True),
    _said_of(r"{A}(?:is|are) {A}(?:a|the) (?:\w+ )?cause(?: of {T}|{END})", _LEADS, reverse=True),
    _said_of(r"{A}{BE} (?:the|a|an) (?:\w+ )?results?{END}", _LEADS),
    _said_of(r"{A}(?:results?|ensues?)(?= ?(?:$|[.,;!?)]|if\b|when\b))", _LEADS),
    Cue(r"^[\s\"'(]*(?:(?:{T}|{S}) {V}|(?:often|usually|mostly|generally|sometimes|frequently|commonly|typically|"
        r"probably) )"
        r"(?:mostly |mainly |partly |largely |primarily )?(?:due|thanks|owing|attributable) to ",
        _LEADS, reverse=True),
    _verb(r"(?:is|are|be|often|usually|sometimes)(?: \w+)? (?:an?|the) (?:\w+ )?(?:source|cause|trigger|catalyst|"
          r"recipe|"
          r"breeding ground|launching pad|setup) (?:of|for|behind)", _LEADS),
    _verb(r"(?:snowballs?|spirals out of control) into", _LEADS),
    *_verbs(r"involve|involves|involving|include|includes", _INVOLVES),
    _verb(
        r"{HABIT} (?:feature|features|use|uses|employ|employs|utilizes?)",
        _INVOLVES,
    ),
    _verb(
        r"{HABIT} (?:contains?|incorporates?|makes? (?:\w+ )?use of|comes? with|calls? for|relies on|rely on|"
        r"requires?)",
        _INVOLVES,
    ),
    _verb(r"(?:come|comes) (?:complete |equipped |packaged )with", _INVOLVES),
    Cue(r"\b(?:typical|common|frequent|standard|usual|stock|recurring|classic) (?:props?|elements?|features?|"
        r"traits?|trappings|"
        r"ingredients?|accessor(?:y|ies)|tools?|characteristics|staples?)(?: (?:of|for|in)(?: {T}|(?: "
        r"[\w-]+){1,4}?))? "
        r"{A}(?:is|are|be|includes?)(?::|,)? ", _INVOLVES),
    _verb(r"(?:may|might|can|often|will)(?: also)? engage in", _INVOLVES),
    Cue(
        rf"\bexpect (?:(?!{NAME})[^.,;]){{0,40}}?(?:a lot of|lots of|plenty of|liberal use of|heavy use of|tons of|"
        r"(?:this|the|these|such) \w+ to use) ",
        _INVOLVES,
    ),
    _said_of(r"{A}(?:features?|uses?) {T}", _INVOLVES, reverse=True),
    Cue(r"(?:^|[,;(]\s*)(?:(?:and|but|though|in which) )?{A}(?:an? |the |some )?(?P<l>{L}) {A}(?:is|are|be|"
        r"gets?) {A}involved{STOP}",
        _INVOLVES, Place.BEFORE),
    _said_of(r"{A}(?:is|are) (?:an?|the) (?:typical|common|frequent|standard|usual) (?:prop|accessory|feature|trait|"
        r"element)", _INVOLVES),
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

COMPILED_BACK = tuple(c for c in COMPILED if c[0].place is Place.BACK)
"""Those that point back, even to the sentence before."""
