"""What a trope is likened to, set against or turned round from: COMPARE_WITH, CONTRAST_WITH, INVERSE_OF."""

from tropegraph.extract.cue_forms import Cue, Place, Subject, mutual, said_of, verb
from tropegraph.model.vocabulary import RelationType as R

_BOTH = (R.COMPARE_WITH, R.CONTRAST_WITH)
_COMPARE, _CONTRAST, _INVERSE = (R.COMPARE_WITH,), (R.CONTRAST_WITH,), (R.INVERSE_OF,)
_WITH = (
    r"(?: (?:{T}|him|her|such))?(?:,? also)?(?: with| to)?(?: (?:things like|tropes like|such tropes as))?[:;,]?(?: |$)"
)
_OR = r"(?: ?(?:and|or|&|/|,) ?)"

LIKENESS: tuple[Cue, ...] = (
    Cue(rf"\bcompare(?:d|s)?{_OR}contrast" + _WITH, _BOTH),
    Cue(rf"\bcontrast{_OR}compare" + _WITH, _BOTH),
    Cue(r"\bcompare" + _WITH, _COMPARE, imperative=True),
    Cue(r"\bcf\.? ", _COMPARE),
    Cue(r"\b(?:comparable|compared) (?:with|to) ", _COMPARE, subject=Subject.NOUN),
    Cue(r"\bsimilar(?:ly)? (?:trope )?(?:to|in (?:\w+ ){1,3}to),? ", _COMPARE, subject=Subject.NOUN, core="similar"),
    Cue(r"\bfor [^.;,]{0,40}? in (?:an? )?similar [\w-]+,? (?=see\b)", _COMPARE, via_see=True),
    Cue(r"^[\s\"'(]*(?:also )?{A}similar to {T} {A}(?:is|are) ", _COMPARE),
    Cue(r"\bsimilar(?: but (?:\w+ ){1,2})? (?:{Z}),? (?:(?:called|known as|named|by the name of) )?(?=(?:the )?{N})",
        _COMPARE),
    Cue(r"\bfor (?:an? |some |other |more )?(?:\w+ )?similar (?:{Z})\b(?=[^.;]{0,200}?\bsee\b)", _COMPARE,
        via_see=True),
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
    Cue(r"\bsimilar (?:{Z}|types?)(?: {BE}| includes?|:) ", _COMPARE),
    said_of(r"{A}(?:is|are) {A}(?:an? |another |the )?(?:\w+ )?similar(?: to {T}|{END}| {Z}\b)", _COMPARE),
    said_of(r"{A}(?:is|are) {A}(?:an?|another) (?:\w+ )?similar [\w-]+", _COMPARE),
    said_of(r"{A}(?:works?|functions?|operates?|acts?|behaves?)(?: \w+)? similarly", _COMPARE),
    verb(r"by(?: way of)? contrast,?|in contrast(?: (?:to|with))?,?", _CONTRAST),
    verb(r"(?:in|as|an?|the)(?: [\w-]+){0,2} contrast (?:to|with)", _CONTRAST),
    Cue(r"\b(?:in|by) contrast,? (?=[^.;]{0,200}?\bsee\b)", _CONTRAST, via_see=True),
    Cue(r"\bcontrast(?: (?:even )?\w+(?: \w+)?(?= (?:with|to)))?" + _WITH, _CONTRAST, imperative=True),
    verb(r"(?:contrasts|contrasted|contrasting)(?: sharply| directly| strongly| heavily)?(?: by| with| to)?",
        _CONTRAST),
    verb(r"(?:as )?opposed (?:to|by)", _CONTRAST),
    verb(r"in (?:\w+ )?opposition to|stands? opposite(?: to)?|runs? counter to|at odds with|contrary to|"
        r"pit(?:ted)? against", _CONTRAST),
    said_of(r"{A}contrasts? (?:with )?{T}", _CONTRAST),
    said_of(r"{A}(?:(?<=does\s)|covers? |describes? |deals? with |involves? |works? |plays? )(?:in |exactly )?the "
        r"(?:\w+ )?(?:opposite|reverse|inverse)\b", _INVERSE),
    said_of(r"{A}inverts? {T}", _INVERSE),
    Cue(r"(?P<l>{N}),? (?:which is |for |is )?(?:what (?:you get|happens|results) )?(?:when|where|if) (?:{T}|{S}|"
        r"they|the \w+) (?:is|are|goes|go|works?|happens?) (?:in |the )?(?:inverted|reversed|reverse|opposite "
        r"direction|other way (?:a)?round)", _INVERSE, Place.BEFORE),
    *mutual(r"(?:are|being) {A}(?:\w+ )?(?:opposites|inverses|antitheses)", _INVERSE),
    *mutual(r"(?:are|being) {A}(?:\w+ )?similar(?: {Z})?", _COMPARE),
    Cue(r"(?:^[\s\"'(]*|\b(?:is|are|it's) )(?:{A}(?:the )?)(?P<l>{N}),? (?:but )?(?:in reverse|reversed|inverted|"
        r"backwards?|turned on its head){END}", _INVERSE, Place.BEFORE),
    verb(r"inverted (?:by|as|with)", _INVERSE),
    Cue(r"\b(?:when|if) (?:{T}|{S}) (?:is|are|gets) {A}(?:inverted|reversed|flipped|turned around|(?:done|played) "
        r"(?:in reverse|backwards)),? (?:(?:then )?(?:you|we|they) (?:get|have|end up with)|the result is|it's|see|"
        r"it becomes|you'll (?:get|have|see)) (?=(?:an? |the )?{N})", _INVERSE,
        core="inverted|reversed|flipped|turned|reverse|backwards"),
    Cue(r"\bsimilar(?: to)?,? (?:but|though|yet|and|albeit) (?=(?:should |is |are )?(?:not|never)\b)", _COMPARE),
)  # fmt: skip
