"""The wordings that state a relation between tropes: the one home of cue phrases.

Patterns run over a sentence's *shape* (`shapes.Shape`): lower case, every trope's name masked, so that a pattern can
say where names stand. In a pattern `{N}` is a name, `{L}` a list of names, `{T}` the page's own trope ("this trope", "it",
its title), `{A}` auxiliary verbs and adverbs, `{W}` up to four describing words.

A cue stands before the names that it governs (`Place.AFTER`: they come after it; `lists.py` says how far the list
goes) or after them (`Place.BEFORE`: they are its group `l`). Its types are given as seen from the page's trope T:
`SUBTROPE_OF` says T SUBTROPE_OF X; with `reverse`, X SUBTROPE_OF T.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from tropegraph.model.vocabulary import RelationType as R

NAME, SELF, REST = "\ue000", "\ue001", "\ue003"
"""First character of a masked name, of the page's own name, and every further character of either."""


class Place(Enum):
    """Where the names stand that a cue governs."""

    AFTER = auto()
    BEFORE = auto()


class Subject(Enum):
    """What a cue's own subject may be; the fact is T's only if it is not another trope.

    `ANY`: an imperative, which has none. `NOUN`: a noun phrase, in apposition to a name or said of one. `VERB`: a verb,
    whose subject comes before it.
    """

    ANY = auto()
    NOUN = auto()
    VERB = auto()


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
    """

    pattern: str
    types: tuple[R, ...]
    place: Place = Place.AFTER
    reverse: bool = False
    subject: Subject = Subject.ANY
    loose: bool = False
    negatable: bool = True


_N = f"{NAME}{REST}*+"
_ABBREVIATIONS = {
    "{N}": _N,
    "{S}": f"{SELF}{REST}*+",
    "{L}": rf"{_N}(?:(?:\s*(?:,|;|/|&|\band/or\b|\band\b|\bor\b))++\s*(?:(?:the|an?|some|possibly|even)\s)?{_N})*+",
    "{T}": rf"(?:{SELF}{REST}*+|th(?:is|ese|e)\s(?:very\s)?(?:tropes?|one|type|page|character)|this|it|them|that\strope)",
    "{A}": (
        r"(?:(?:may|might|can|could|will|would|shall|should|does|do|is|are|be|being|also|often|sometimes|usually|frequently|"
        r"commonly|occasionally|generally|typically|rarely|easily|always|very|well|even|both|either|all|quite|"
        r"closely|as|in\sturn|inevitably|likely|most|more|to|tends?|probably|just|still|can,\sand\soften\sdoes,|"
        r"and|or|but|simply|overtime|eventually|potentially|possibly|sadly|naturally|too|strongly|somewhat)\s)*+"
    ),
    "{W}": r"(?:[\w'\"/-]+,?\s){0,4}?",
    "{END}": r"(?=\s*(?:$|[.,;:!?()—–]|\b(?:where|when|in|that|which|who|for|but|and|with|if|as|of\ssorts)\b))",
    "{BE}": r"(?:is|are|was|were|would\sbe|could\sbe|can\sbe|may\sbe|might\sbe|being|as|represents?|makes?)",
}


def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern` with its abbreviations written out; a blank stands for any white space."""
    for short, long in _ABBREVIATIONS.items():
        pattern = pattern.replace(short, long)
    return re.compile(pattern.replace("[ -]", r"[\s-]").replace(" ?", r"\s*").replace(" ", r"\s+"))


@dataclass(frozen=True, slots=True)
class _Noun:
    """A word for what one trope is to another.

    Args:
        words: Pattern of the noun in the singular.
        types: "This is a {noun} of X" states T `types` X.
        reverse: The same states X `types` T.
        link: Prepositions that join it to the other trope.
        forms: Which of `_FORMS` hold for it.
    """

    words: str
    types: tuple[R, ...]
    reverse: bool = False
    link: str = "of|to|for"
    forms: str = "abcdefg"


_COUNTERPART_OF_WHAT = (
    r"(?:male|female|men's|women's|boy|girl|gender[\w-]*|distaff|spear|romantic|non-?romantic|platonic|sexual|supernatural|"
    r"magical|super[\w-]*|heroic|villainous|evil|video[ -]?game|literary|live-action|real[ -]life|sci-?fi|fantasy|"
    r"mechanical|robot\w*|animal|human|adult|child|younger|older|opposite-sex|same-sex|lesbian|gay|masculine|feminine|"
    r"psychic|technological|musical|audio|visual|verbal|physical|mental|good|benevolent|comedic|serious|friendly)"
)

_NOUNS = (
    _Noun(r"sub[ -]?(?:trope|type|genre|category|set|class|index|division|variety)", (R.SUBTROPE_OF,)),
    _Noun(r"daughter[ -]trope", (R.SUBTROPE_OF,), forms="a"),
    _Noun(r"(?:super|parent|mother)[ -]?(?:trope|category)", (R.SUBTROPE_OF,), reverse=True),
    _Noun(r"(?:sister|sibling|brother|cousin|twin)(?:[ -](?:tropes?|index))?", (R.SISTER_TROPE,), forms="acdefg"),
    _Noun(
        r"(?:inverse|inversion|(?:(?:polar|exact|direct|diametric\w*|complete|total|literal|very) )?opposite(?: trope| number)?|"
        r"antithesis|reversal|reverse|flip[ -]?side|inverted trope|mirror image)",
        (R.INVERSE_OF,),
    ),
    _Noun(
        rf"(?:counterpart|equivalent|analogue?|analog|gender[ -]?flip|{_COUNTERPART_OF_WHAT}(?: [\w-]+)? version)",
        (R.COUNTERPART_OF,),
    ),
    _Noun(r"(?:variant|variation|variety|version|form|flavou?r|permutation|subversion-proof)", (R.VARIANT_OF,),
          link="of|on|to", forms="abcdefg"),
    _Noun(r"(?:type|kind|sort|subspecies|case|take)", (R.VARIANT_OF,), link="of|on", forms="a"),
    _Noun(r"relative", (R.SEE_ALSO,), forms="a"),
)  # fmt: skip

_DET = r"(?:the|an?|its|his|her|their|one|another|some|other|common|more|for|this|these)"
_FORMS = {
    # This is a {noun} of X.
    "a": r"\b{noun}(?:s|es)? (?:{link}) ",
    # The {noun} of this is X.
    "b": _DET + r" {W}{noun}(?:s|es)?(?: (?:{link}) {T})?(?: {BE}| (?:includes?|can be found (?:in|at)|called|"
    r"known as|named)|:) ",
    # X is a {noun} of this.
    "c": r"(?P<l>{L})(?: tropes?)?,?(?: \([^()]*\))?,? (?:which |who )?{A}{BE} {W}(?:{DET} )?{W}{noun}(?:s|es)?"
    r"(?: (?:{link}) {T}|{END})",
    # It has its own {noun}, X.
    "d": r"(?:own|the|an?|its|with|particular|specific|as) {noun}(?:s|es)?,? (?=(?:the )?{N})",
    # For the {noun} of this, see X.
    "e": r"for {W}{noun}(?:s|es)?(?: (?:{link}) {T})?[^.;,]{0,60},? see(?: also)? ",
    # See X for the {noun} of this.
    "f": r"(?P<l>{L})(?: \([^()]*\))?,? (?:for|as) {W}{noun}(?:s|es)?(?: (?:{link}) {T}|{END})",
    # X (the {noun})
    "g": r"(?P<l>{N})(?:,| \(| [—–-]+)\s*(?:(?:which|who) (?:is|are) )?(?:the|an?|its|their|this trope's) {W}{noun}"
    r"(?: (?:{link}) {T})?(?=\s*[,;.)—]|$)",
}
_BEFORE_FORMS = frozenset("cfg")
_FROM_OTHER_FORMS = frozenset("bcdefg")
"""Forms in which the named trope is the {noun} of this one, not this one the {noun} of that."""


def _noun_cues() -> Iterator[Cue]:
    for noun in _NOUNS:
        for form in noun.forms:
            pattern = _FORMS[form].replace("{noun}", noun.words).replace("{link}", noun.link).replace("{DET}", _DET)
            yield Cue(
                pattern,
                noun.types,
                Place.BEFORE if form in _BEFORE_FORMS else Place.AFTER,
                reverse=noun.reverse != (form in _FROM_OTHER_FORMS),
                subject=Subject.NOUN if form == "a" else Subject.ANY,
            )


_BOTH = (R.COMPARE_WITH, R.CONTRAST_WITH)
_CONFUSED = (R.NOT_TO_BE_CONFUSED_WITH,)
_LEADS, _INVOLVES, _OVERLAPS = (R.LEADS_TO,), (R.INVOLVES,), (R.OVERLAPS_WITH,)
_WITH = r"(?: (?:this|it))?(?:,? also)?(?: with| to)?(?: (?:things like|tropes like|such tropes as))?[:,]?(?: |$)"

_PHRASES = (
    Cue(r"\bcompare(?:\s*(?:and|or|&|/|,)\s*|/)contrast" + _WITH, _BOTH),
    Cue(r"\bcontrast(?:\s*(?:and|or|&|/|,)\s*|/)compare" + _WITH, _BOTH),
    Cue(r"\bcompare" + _WITH, (R.COMPARE_WITH,)),
    Cue(r"\bcf\.? ", (R.COMPARE_WITH,)),
    Cue(r"\bcompar(?:able|ed) (?:with|to) ", (R.COMPARE_WITH,), subject=Subject.NOUN),
    Cue(r"\bsimilar (?:trope )?(?:to|in \w+ to) ", (R.COMPARE_WITH,), subject=Subject.NOUN),
    Cue(r"\bsimilar (?:tropes?|types?|ideas?|concepts?)(?: {BE}| includes?|:) ", (R.COMPARE_WITH,)),
    Cue(r"(?P<l>{L})(?: tropes?)?,? (?:which |who )?(?:is|are) {A}(?:\w+ )?similar(?: to {T}|{END})", (R.COMPARE_WITH,), Place.BEFORE),
    Cue(r"\b(?:by|in)(?: way of)? contrast(?: (?:to|with))?,? ", (R.CONTRAST_WITH,), subject=Subject.VERB),
    Cue(r"\bcontrast(?:s|ed|ing)?(?: sharply| directly| strongly)?(?: by)?" + _WITH, (R.CONTRAST_WITH,), subject=Subject.VERB),
    Cue(r"\b(?:as )?opposed (?:to|by) ", (R.CONTRAST_WITH,), subject=Subject.VERB),
    Cue(r"(?P<l>{L}),? (?:which |who )?{A}contrasts? (?:with )?{T}", (R.CONTRAST_WITH,), Place.BEFORE),
    Cue(r"\bsee(?:,? also|,? too|,? instead)?(?: (?:the )?(?:index|page|article|entry|tropes?)(?: (?:of|for|on))?)?[:,]? ", (R.SEE_ALSO,), negatable=False),
    Cue(r"\balso,? see[:,]? ", (R.SEE_ALSO,)),
    Cue(r"\b(?:take|have) a look at ", (R.SEE_ALSO,)),
    Cue(r"\b(?:you're|you are) (?:probably |actually |really )?(?:looking for|thinking of) ", (R.SEE_ALSO,)),
    Cue(r"\brelated (?:trope )?to ", (R.SEE_ALSO,), subject=Subject.NOUN),
    Cue(r"\brelated(?: (?:is|are)|:) ", (R.SEE_ALSO,)),
    Cue(r"(?P<l>{L})(?: \([^()]*\))?,? (?:which |who )?(?:is|are) {A}(?:related|connected)(?: tropes?)?(?: to {T}|{END})", (R.SEE_ALSO,), Place.BEFORE),
    Cue(r"\brelated tropes?,? (?=(?:the )?{N})", (R.SEE_ALSO,)),
    Cue(
        r"\b(?:not|never|n't) (?:\w+ )?(?:to be )?(?:confused?|mistaken?|conflated?)(?: (?:this|it|them))?(?: (?:with|for|by))?:? ",
        _CONFUSED,
        negatable=False,
    ),
    Cue(r"\b(?:often|sometimes|easily|commonly|frequently|is|are|be) (?:confused|mistaken|conflated) (?:with|for) ", _CONFUSED, subject=Subject.VERB),
    Cue(r"\b(?:has|have|having) (?:absolutely |actually )?(?:nothing|little|very little)(?: [\w]+)? to do with ", _CONFUSED, subject=Subject.VERB, negatable=False),
    Cue(r"(?:^|[.;,(] ?)(?:absolutely )?nothing to do with ", _CONFUSED, negatable=False),
    Cue(r"\b(?:no|little|not any) relation to ", _CONFUSED, negatable=False),
    Cue(r"\b(?:not|un)[ -]?(?:directly |actually |necessarily )?(?:related|connected)(?: at all)? to ", _CONFUSED, negatable=False),
    Cue(r"\bnot (?:\w+ )?the same(?: thing| trope)? as ", _CONFUSED, negatable=False),
    Cue(r"(?P<l>{L}),? (?:which |who )?is (?:a|an) (?:\w+ )?different trope", _CONFUSED, Place.BEFORE),
    Cue(r"\boverlap(?:s|ped|ping)?,? (?:\w+ )?(?:with|into|onto) ", _OVERLAPS, subject=Subject.VERB),
    Cue(r"\b(?:intersect|coincide|interact)(?:s|ing)? (?:\w+ )?with ", _OVERLAPS, subject=Subject.VERB),
    Cue(r"\bcross(?:es)? over (?:with|into) ", _OVERLAPS, subject=Subject.VERB),
    Cue(r"\bgo(?:es)? (?:hand[ -]in[ -]hand|together|along|well) with ", _OVERLAPS, subject=Subject.VERB),
    Cue(r"\b(?:hand[ -]in[ -]hand|in tandem|in conjunction) with ", _OVERLAPS, subject=Subject.VERB),
    Cue(r"\b(?:paired|coupled|accompanied|combined|used together|mixed|associated|accompanies|occurs) (?:up )?(?:with|by) ", _OVERLAPS, subject=Subject.VERB),
    Cue(r"(?P<l>{L})(?: \([^()]*\))?,? (?:which |who |and )?{A}(?:overlaps?|intersects?)(?: with {T}|{END})", _OVERLAPS, Place.BEFORE),
    Cue(r"(?P<l>{N})[^.;]{0,120}?\b(?:(?:there (?:is|can be|may be) |quite )[\w ]{0,20}|chances of )overlap(?! with)", _OVERLAPS, Place.BEFORE),
    Cue(r"(?P<l>{N})[^.;]{0,120}?\b(?:they|(?:the )?two(?: tropes)?|both) {A}overlap(?! with)", _OVERLAPS, Place.BEFORE),
    Cue(r"\b(?:lead|leads|leading) (?:\w+ )?(?:to|into) ", _LEADS, subject=Subject.VERB, loose=True),
    Cue(r"\b(?:result|results|resulting|culminates?|culminating|escalates?|spirals?|devolves?|develops?|ends? up) (?:in|into) ", _LEADS, subject=Subject.VERB, loose=True),
    Cue(r"\b(?:cause|causes|causing|provokes?|triggers?|creates?|induces?|occasions?|prompts?|gives? rise to|paves the way for|sets up|makes? for|sparks?|brings? about) ", _LEADS, subject=Subject.VERB),
    Cue(r"\bcontributes? to ", _LEADS, subject=Subject.VERB),
    Cue(r"\blead-?(?:in|up) to ", _LEADS, subject=Subject.NOUN),
    Cue(r"\b(?:the|a|common|frequent|direct|usual|end|is|be|are) results? of ", _LEADS, reverse=True, subject=Subject.VERB),
    Cue(r"\b(?:caused|precipitated|triggered|brought about|brought on|prompted|motivated|induced|provoked) by ", _LEADS, reverse=True, subject=Subject.VERB),
    Cue(r"\b(?:stems?|stemming|results?|resulting|arises?|arising|comes) from ", _LEADS, reverse=True, subject=Subject.VERB),
    Cue(r"\b(?:due to|rooted in|thanks to) ", _LEADS, reverse=True, subject=Subject.VERB),
    Cue(r"\b(?:happens?|occurs?|comes about) because(?: of)? ", _LEADS, reverse=True, subject=Subject.VERB),
    Cue(r"(?P<l>{L}),? (?:which |who )?{A}(?:leads? to|causes?|results? in|triggers?) {T}", _LEADS, Place.BEFORE, reverse=True),
    Cue(r"(?P<l>{L}),? (?:which |who )?(?:is|are) {A}(?:\w+ ){0,2}(?:a|the) (?:\w+ )?cause(?: of {T}|{END})", _LEADS, Place.BEFORE, reverse=True),
    Cue(r"(?P<l>{L}),? {A}{BE} (?:the|a|an) (?:\w+ )?results?{END}", _LEADS, Place.BEFORE),
    Cue(r"\b(?:involve|involves|involving|include|includes) ", _INVOLVES, subject=Subject.VERB),
    Cue(r"\b(?:often|usually|frequently|typically|commonly|may|might|can|will|also|always|generally) (?:feature|features|use|uses|employ|employs|utilizes?) ", _INVOLVES, subject=Subject.VERB),
    Cue(r"\b(?:come|comes) (?:complete |equipped )with ", _INVOLVES, subject=Subject.VERB),
    Cue(r"\bexpect (?:to (?:see|find|hear) )?(?:a lot of|lots of|plenty of|much|liberal use of|heavy use of|many|tons of) ", _INVOLVES),
    Cue(r"\b(?:rely|relies|relying|depends?) (?:heavily )?on ", _INVOLVES, subject=Subject.VERB),
)  # fmt: skip

CUES: tuple[Cue, ...] = (*_PHRASES, *_noun_cues())
"""Every cue."""

COMPILED: tuple[tuple[Cue, re.Pattern[str]], ...] = tuple((cue, compiled(cue.pattern)) for cue in CUES)
"""Every cue with its compiled pattern."""

NEGATION = re.compile(
    r"(?:\bnot|n't|\bnever|\bneither|\bnor|\brather than|\binstead of|\bunlike|\bwithout|\bno|\bisn't)\s(?:[\w'-]+\s){0,2}$"
)
"""What stands before a negated cue."""

OTHER_SUBJECT = {
    Subject.VERB: compiled(r"{N}(?:'s?| tropes?| moments?)?(?: \([^()]*\))?,?\s(?:which |who |that )?{A}$"),
    Subject.NOUN: compiled(
        r"{N}(?: \([^()]*\))?,? (?:(?:which |who |that )?{A}{BE} )?(?:(?:the|an?|its|another|one|yet) )?{W}$"
    ),
}
"""What stands before a cue whose subject is another trope."""

NOT_IMPERATIVE = re.compile(
    r"(?:\b(?:to|can|could|will|would|we|you|they|i|he|she|who|which|never|may|might|must|should|not|usually|"
    r"rarely|sometimes|always|people|viewers|audiences?|readers?|ever|only|let's|don't|cannot|we'll|you'll|we'd|they'll)\s|n't\s|'ll\s)$"
)
"""What stands before "see" where it does not point to another page."""

META_LABELS = frozenset(
    "subtrope supertrope sistertrope cousintrope siblingtrope invertedtrope subvertedtrope averted avertedtrope "
    "inversetrope oppositetrope evilcounterpart distaffcounterpart spearcounterpart contrastingsequelmaincharacter "
    "notsimilartoatrope tropenamer trope tropes thistrope variations "
    "canonicallistofsubtletropedistinctions subtropes supertropes sistertropes relatedtropes playingwithatrope "
    "doublesubversion subversion inversion aversion playedforlaughs playedfordrama playedstraight playingwith "
    "deconstruction reconstruction downplayedtrope exaggeratedtrope deconstructedtrope zigzaggedtrope lampshadehanging "
    "gendinverted genderinvertedtrope justifiedtrope inuniverse real reallife truthintelevision tropecodifier tropemaker "
    "urexample omnipresenttrope discreditedtrope deadhorsetrope forgottentrope undeadhorsetrope foundinrealife "
    "olderthandirt olderthanprint olderthanradio olderthantelevision olderthanthenes olderthanfeudalism olderthansteam "
    "olderthantheythink newerthantheythink theotherwiki wikipedia wikipediathefreeencyclopedia acceptabletargets "
    "tropesarenotbad tropesaretools examplesasathesis exampleasathesis".split()
)
"""Squash keys of links and names that are words of the craft, never targets."""
