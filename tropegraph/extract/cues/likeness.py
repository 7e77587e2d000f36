"""What a trope is likened to, set against or turned round from: COMPARE_WITH, CONTRAST_WITH, INVERSE_OF."""

from tropegraph.extract.cues.forms import Cue, Place, Subject, mutual, said_of, verb
from tropegraph.extract.cues.patterns import NAME
from tropegraph.model.vocabulary import RelationType as R

_BOTH = (R.COMPARE_WITH, R.CONTRAST_WITH)
_COMPARE, _CONTRAST, _INVERSE = (R.COMPARE_WITH,), (R.CONTRAST_WITH,), (R.INVERSE_OF,)
_IDEA_OF = (
    r"(?:the (?:\w+ )?(?:idea|concept|notion|logic|principle|reasoning|use|premise|effect|mechanics?|phenomenon) "
    r"(?:of|behind|in|known as|called) )?"
)
_WITH = (
    r"(?: (?:{T}|him|her|such))?(?:,? also,?|,? closely)?(?: with| to)?(?: (?:things like|tropes like|such tropes as))?"
    r"(?:(?: the| other| these| those| similar| some| following){1,2} tropes(?: [^.;:\ue000]{1,90})?(?=:))?"
    r"(?: (?:when|if) (?:it's|it is|this is|they're)(?= (?:(?:the|an?) )?{N}))?[:;,]?(?: |$)" + _IDEA_OF
)
_OR = r"(?: ?(?:and|or|&|/|,) ?)"

LIKENESS: tuple[Cue, ...] = (
    Cue(rf"\bcompare(?:d|s)?{_OR}contrast" + _WITH, _BOTH),
    Cue(rf"\bcontrast{_OR}compare" + _WITH, _BOTH),
    Cue(r"\bcompare" + _WITH, _COMPARE, imperative=True),
    Cue(r"\bcf\.? ", _COMPARE),
    Cue(r"\b(?:comparable|compared|likened) (?:with|to)(?: |\) )" + _IDEA_OF, _COMPARE, subject=Subject.NOUN),
    Cue(r"(?:\bsimilar|(?:^[\s\"'(]*|\b(?:used|works?|functions?|acts?|operates?|happens?|played|treated) )"
        r"similarly) (?:trope )?(?:to|in (?:\w+ ){1,3}to)(?:,? |\) )" + _IDEA_OF, _COMPARE, subject=Subject.NOUN,
        core="similar"),
    Cue(r"\bfor [^.;,]{0,40}? in (?:an? )?similar [\w-]+,? (?=see\b)", _COMPARE, via_see=True),
    Cue(r"^[\s\"'(]*(?:also )?{A}similar to {T} {A}(?:is|are) ", _COMPARE),
    Cue(r"\bsimilar(?: but(?: \w+){1,2})? (?:{Z}),? (?:(?:called|known as|named|by the name of) )?(?=(?:the )?{N})",
        _COMPARE),
    Cue(r"\bfor (?:an? |some |other |more )?(?:\w+ )?similar (?:{Z})\b(?=[^.;]{0,200}?\bsee\b)", _COMPARE,
        via_see=True),
    Cue(r"(?P<l>{L}),? (?:for|as|is) (?:an?|another|the|some|other) (?:[\w-]+ ){0,2}?similar {Z}(?! to (?:an? |"
        r"the )?{N})", _COMPARE,
        Place.BEFORE),
    Cue(r"\b(?:resemblances?|similarit(?:y|ies)|parallels?|comparisons?|likeness|affinity) (?:to|with) ", _COMPARE,
        subject=Subject.NOUN),
    Cue(r"\b(?:parallels?|similarit(?:y|ies)|resemblances?|comparisons?|analog(?:y|ies)) (?:\w+ ){0,4}between "
        r"(?:{T}|{S}) and ", _COMPARE),
    Cue(r"(?:^[\s\"'(]*|\b(?:is|are|be|being|it's) ){A}(?:\w+ly )?(?:(?:akin|analogous) to|reminiscent of) ",
        _COMPARE, subject=Subject.NOUN, core="akin|analogous|reminiscent"),
    Cue(r"\b(?:in (?:much )?the same vein (?:as|of)|along (?:much )?the same lines as) ", _COMPARE,
        subject=Subject.NOUN),
    Cue(r"\b(?:a lot|much|plenty|something|many \w+) in common with ", _COMPARE, subject=Subject.VERB),
    Cue(r"(?:^|, )(?:[\w ]{1,30}, )?(?:in \w+ \w+ )?(?:{T}|{S}) {A}resembles? ", _COMPARE),
    Cue(r"\bsimilar (?:{Z}|types?|effects?|situations?|results?|approach(?:es)?)"
        rf"(?:,(?! (?:which|that|where|when|who) )[^,.;{NAME}]{{1,60}},| to {{T}},?)?"
        r"(?: {A}{BE}| includes?| can be (?:found|seen) in|:) ", _COMPARE),
    said_of(r"{A}(?:works?|functions?|operates?|acts?|behaves?|runs?|relies|hinges|is (?:based|built)) {A}"
        r"(?:on|under|by|in|with) (?:an?|the|much the|a very) (?:\w+ )?(?:similar|same|analogous|comparable) "
        r"(?:\w+ )?(?:principle|premise|idea|concept|logic|way|manner|fashion|lines?|mechanism)s?", _COMPARE),
    said_of(r"{A}(?:shares?|has|have) (?:an?|the|some|many|much|several) (?:\w+ )?(?:similar(?:ity|ities)?|"
        r"resemblance|parallels|traits|features|elements)(?: \w+)? (?:to|with) {T}", _COMPARE),
    said_of(r"{A}(?:resembles?|mirrors|parallels|echo(?:es)?|can be (?:compared|likened) to) {T}", _COMPARE),
    Cue(r"(?P<l>{N}),? \(?(?:which|that|who) (?:is|are) {A}(?:\w+ )?(?:similar|comparable|analogous|akin|alike)(?: "
        r"to {T}|,? (?:but|except|though|only|save)\b|{END})", _COMPARE, Place.BEFORE),
    said_of(r"{A}(?:is|are) {A}(?:an? |another |the )?(?:\w+ )?similar(?: to {T}|{END}| {Z}\b)", _COMPARE),
    said_of(r"{A}(?:is|are) {A}(?:an?|another) (?:\w+ )?similar [\w-]+", _COMPARE),
    said_of(r"{A}(?:works?|functions?|operates?|acts?|behaves?)(?: \w+)? similarly", _COMPARE),
    verb(r"by(?: way of)? contrast,?|in contrast(?: (?:to|with))?,?", _CONTRAST),
    verb(r"(?:in|as|an?|the)(?: [\w-]+){0,2} contrast (?:to|with)", _CONTRAST),
    Cue(r"\b(?:in|by) contrast,? (?=[^.;]{0,200}?\bsee\b)", _CONTRAST, via_see=True),
    Cue(r"\bcontrast(?: (?:even )?\w+(?: \w+)?(?= (?:with|to)))?" + _WITH, _CONTRAST, imperative=True),
    verb(r"(?:contrasts|contrasted|contrasting)(?: sharply| directly| strongly| heavily)?(?: by| with| to)?",
        _CONTRAST),
    verb(r"(?:as opposed to|(?:^|(?<=[,;(]\s)|(?:{T}|{S}|is|are|be) {A})opposed (?:to|by))(?:,? (?:for (?:example|"
        r"instance)|say),)?", _CONTRAST),
    verb(r"(?:will|would|may|might|can|could|{OFTEN}|{T}|they) {A}contrasts?(?: with)?(?= (?:the |an? )?{N})",
        _CONTRAST),
    verb(r"(?:acts?|serves?|functions?|works?|used|set|placed|played|put|positioned|presented|introduced|appears?|"
        r"stands?) {A}(?:up )?(?:as an? (?:\w+ )?(?:foil|contrast|counterpoint|counterbalance|opposite|"
        r"counterweight) (?:to|for)|in contrast (?:to|with)|against|in opposition to)(?= (?:the |an? |his |her |"
        r"their )?(?:\w+ ){0,2}{N})", _CONTRAST),
    said_of(r"{A}{BE} {A}(?:an?|the) (?:\w+ )?(?:contrast|counterpoint|antidote|opposition)(?: to {T}|{END})",
        _CONTRAST),
    verb(r"in (?:\w+ )?opposition to|stands? opposite(?: to)?|runs? counter to|at odds with|contrary to|"
        r"pit(?:ted)? against", _CONTRAST),
    said_of(r"{A}contrasts? (?:with )?{T}", _CONTRAST),
    said_of(r"{A}(?:(?<=does\s)|covers? |describes? |deals? with |involves? |works? |plays? )(?:in |exactly )?the "
        r"(?:\w+ )?(?:opposite|reverse|inverse)\b", _INVERSE),
    said_of(r"{A}inverts? {T}", _INVERSE),
    Cue(r"(?P<l>{L}),? (?:for )?(?:where|when|in which) (?:[\w'-]+ ){1,4}do(?:es)? (?:exactly |quite )?the (?:\w+ )?"
        r"(?:opposite|reverse|inverse)\b", _INVERSE, Place.BEFORE),
    Cue(r"(?P<l>{N}),? (?:which is |for |is )?(?:what (?:you get|happens|results) )?(?:when|where|if) (?:{T}|{S}|"
        r"they|the \w+) (?:is|are|goes|go|works?|happens?) (?:in |the )?(?:inverted|reversed|reverse|opposite "
        r"direction|other way (?:a)?round)", _INVERSE, Place.BEFORE),
    *mutual(r"(?:are|being) {A}(?:\w+ )?(?:opposites|inverses|antitheses)", _INVERSE),
    *mutual(r"(?:are|being) {A}(?:\w+ )?similar(?: {Z})?", _COMPARE),
    Cue(r"\b(?:situation|case|version|trope|one|scenario|variant|variation)s? (?:where|when|in which) (?P<l>{N}) "
        r"(?:is|are|gets?|has been) {A}(?:inverted|reversed|flipped|turned (?:around|on its head|inside out|upside "
        r"down)|done in reverse|played in reverse|backwards?){STOP}", _INVERSE, Place.BEFORE),
    Cue(r"(?:^[\s\"'(]*|\b(?:is|are|it's) )(?:{A}(?:the )?)(?P<l>{N}),? (?:but )?(?:in reverse|reversed|inverted|"
        r"backwards?|turned on its head){END}", _INVERSE, Place.BEFORE),
    verb(r"inverted (?:by|as|with)", _INVERSE),
    Cue(r"\b(?:when|if) (?:{T}|{S}) (?:is|are|gets) {A}(?:inverted|reversed|flipped|turned around|(?:done|played) "
        r"(?:in reverse|backwards)),? (?:(?:then )?(?:you|we|they) (?:get|have|end up with)|the result is|it's|see|"
        r"it becomes|you'll (?:get|have|see)) (?=(?:an? |the )?{N})", _INVERSE,
        core="inverted|reversed|flipped|turned|reverse|backwards"),
    Cue(r"\bsimilar(?: to)?,? (?:but|though|yet|and|albeit) (?=(?:should |is |are )?(?:not|never)\b)", _COMPARE),
)  # fmt: skip
